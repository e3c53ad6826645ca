import type { Inline, Passage, Place, Transcript } from '../archive/model.ts';
import { isNoteLabel } from '../archive/label.ts';
import { plainText } from '../archive/quote.ts';
import { isAllowedLink } from './inline.ts';
import type { Draft, Format } from './draft.ts';
import { tidyContent } from './tidy.ts';
import { findAll, isText, localName, parseXmlFile, XmlElement, type XmlFile } from './xml.ts';

const day = /^(\d{4}-\d{2}-\d{2})[\s-]*/;

/**
 * A debate in Akoma Ntoso, as parliaments and SayIt write it: each `p` of a `speech` is a quote of whom its `by`
 * names; headings of sections inside are chapters; `narrative`, `scene` and summaries are notes.
 *
 * Specification: http://docs.oasis-open.org/legaldocml/akn-core/v1.0/akn-core-v1.0-part1-vocabulary.html
 *
 * parseAkomaNtoso('<akomaNtoso><debate><debateBody>…<speech by="#jo"><p>Order.</p></speech>…', 'a.xml')
 * // => { facts: { title: … }, body: { transcript: { parts: [{ type: 'speech', label: 'Jo Field', … }] } }, … }
 */
export function parseAkomaNtoso(text: string, file: string): Draft {
  const xml = parseXmlFile(text, file);
  const { root } = xml;
  if (!root) return { facts: {}, body: { transcript: { parts: [] } }, problems: xml.problems };
  const reader = new Reader(root, xml);
  for (const name of ['preface', 'debateBody', 'body'])
    for (const part of findAll(root, name)) reader.read(part, 0);
  const heading = reader.title ?? '';
  const date =
    day.exec(heading)?.[1] ??
    [...findAll(root, 'FRBRdate')].map(({ attributes }) => attributes['date']).find(isDay);
  const title = heading.replace(day, '').trim() || heading;
  const [language] = [...findAll(root, 'FRBRlanguage')].map(
    ({ attributes }) => attributes['language'],
  );
  return {
    facts: {
      ...(title !== '' && { title }),
      ...(date !== undefined && { date }),
      ...(language && { language }),
    },
    body: { transcript: { parts: reader.parts } },
    problems: xml.problems,
  };
}

const isDay = (date: string | undefined): date is string => /^\d{4}-\d{2}-\d{2}$/.test(date ?? '');

class Reader {
  readonly parts: Transcript['parts'][number][] = [];
  title: string | undefined;
  readonly #people: ReadonlyMap<string, string>;
  readonly #placeOf: XmlFile['placeOf'];

  constructor(root: XmlElement, { placeOf }: XmlFile) {
    this.#placeOf = placeOf;
    this.#people = new Map(
      [...findAll(root, 'TLCPerson')].map(({ attributes }) => [
        attributes['id'] ?? attributes['eId'] ?? '',
        (attributes['showAs'] ?? '').trim(),
      ]),
    );
  }

  read(element: XmlElement, depth: number): void {
    for (const child of element.children) {
      const place = this.#placeOf(child);
      if (isText(child)) this.#addNote([child.text], place);
      else if (child instanceof XmlElement) this.#readElement(child, depth, place);
    }
  }

  #readElement(element: XmlElement, depth: number, place: Place): void {
    const name = localName(element);
    if (name === 'heading' || name === 'docTitle') this.#addHeading(element, place);
    else if (speeches.has(name)) this.#addSpeech(element, place);
    else if (silent.has(name)) return;
    else if (notes.has(name)) this.#addNote(contentOf(element), place);
    // Nothing that people write is so deep.
    else if (depth < 200) this.read(element, depth + 1);
  }

  #addHeading(element: XmlElement, place: Place): void {
    const title = plainText(contentOf(element)).replace(/\s+/g, ' ').trim();
    if (title === '') return;
    // The first names the sitting.
    if (this.title === undefined) this.title = title;
    else if (title !== this.title) this.parts.push({ type: 'chapter', title, place });
  }

  #addSpeech(element: XmlElement, place: Place): void {
    const [from] = [...findAll(element, 'from')].map((one) => plainText(contentOf(one)).trim());
    const id = (element.attributes['by'] ?? '').replace(/^#/, '');
    const label = this.#people.get(id) || from?.replace(/\s*[:：]$/, '') || id || null;
    const passages = passagesOf(element, this.#placeOf);
    if (passages.length === 0) return;
    if (label !== null && isNoteLabel(label)) {
      for (const { content, place: own } of passages) this.#addNote(content, own, label);
      return;
    }
    this.parts.push({ type: 'speech', label: label ?? 'Unknown', passages, place });
  }

  #addNote(content: readonly Inline[], place: Place, label?: string): void {
    const tidy = tidyContent(content);
    if (tidy.length === 0) return;
    this.parts.push({ type: 'note', content: tidy, ...(label !== undefined && { label }), place });
  }
}

const speeches: ReadonlySet<string> = new Set([
  'speech',
  'question',
  'answer',
  'other',
  'speechGroup',
]);
const notes: ReadonlySet<string> = new Set([
  'narrative',
  'scene',
  'summary',
  'communication',
  'p',
  'num',
  'subheading',
  'recordedTime',
]);
/** What is no words. */
const silent: ReadonlySet<string> = new Set(['script', 'style', 'meta']);

/** The paragraphs of a speech; what stands in it without one is a paragraph too. */
function passagesOf(speech: XmlElement, placeOf: XmlFile['placeOf']): Passage[] {
  const passages: Passage[] = [];
  let loose: Inline[] = [];
  let place = placeOf(speech);
  const end = (): void => {
    const content = tidyContent(loose);
    if (content.length > 0) passages.push({ content, place });
    loose = [];
  };
  for (const child of speech.children) {
    if (child instanceof XmlElement && localName(child) === 'from') continue;
    const isBlock = child instanceof XmlElement && blocks.has(localName(child));
    if (isBlock || loose.length === 0) {
      end();
      place = placeOf(child);
    }
    if (isText(child)) loose.push(child.text);
    else if (child instanceof XmlElement) loose.push(...contentOf(child));
    if (isBlock) end();
  }
  end();
  return passages;
}

const blocks: ReadonlySet<string> = new Set([
  'p',
  'ul',
  'ol',
  'blockList',
  'table',
  'narrative',
  'div',
]);

function contentOf(element: XmlElement, depth = 0): Inline[] {
  const name = localName(element);
  if (silent.has(name)) return [];
  if (name === 'br' || name === 'eol') return [{ type: 'break' }];
  const inside = element.children.flatMap((child): Inline[] => {
    if (isText(child)) return [child.text];
    return child instanceof XmlElement && depth < 200 ? contentOf(child, depth + 1) : [];
  });
  // Items of lists stand in lines of their own.
  if (name === 'li' || name === 'item' || name === 'tr') return [...inside, { type: 'break' }];
  const href = element.attributes['href'] ?? element.attributes['src'];
  if (href !== undefined && isAllowedLink(href) && name !== 'img')
    return [{ type: 'link', url: href, children: inside.length > 0 ? inside : [href] }];
  if (name === 'i' || name === 'em')
    return inside.length > 0 ? [{ type: 'emphasis', children: inside }] : [];
  if (name === 'b' || name === 'strong')
    return inside.length > 0 ? [{ type: 'strong', children: inside }] : [];
  return inside;
}

/** Debates of parliaments, and of SayIt. */
export const akomaNtoso: Format = {
  name: 'akoma-ntoso',
  title: 'Akoma Ntoso',
  endings: ['.an.xml', '.xml', '.akn'],
  detect: ({ text }) => (/<(?:\w+:)?akomaNtoso[\s>]/.test(text.slice(0, 5000)) ? 1 : 0),
  read: ({ path, text }) => [parseAkomaNtoso(text, path)],
};
