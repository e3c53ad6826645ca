import type { Inline, Place, Transcript } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { plainText } from '../archive/quote.ts';
import type { Draft, Format } from './draft.ts';
import { tidyContent } from './tidy.ts';
import { findAll, isText, localName, parseXmlFile, XmlElement, type XmlFile } from './xml.ts';

/**
 * A sitting in the XML of the digitised historic Hansard: each paragraph with a `member` is theirs, paragraphs
 * without one go on with who spoke before in the same section. Titles are chapters. What the House did and nobody
 * said (paragraphs in italics or centred, tables, divisions) are notes. Columns and pages are left out.
 *
 * As in https://github.com/anjackson/hansard, made by the Hansard digitisation project of the UK Parliament
 *
 * parseHansard('<housecommons><debates><section><title>ENERGY</title><p><member>Mr. Hunt</member>…', 'a.xml')
 * // => { facts: { title: 'House of Commons', … }, body: { transcript: { parts: […] } }, … }
 */
export function parseHansard(text: string, file: string): Draft {
  const xml = parseXmlFile(text, file);
  const { root } = xml;
  if (!root) return { facts: {}, body: { transcript: { parts: [] } }, problems: xml.problems };
  const reader = new Reader(xml);
  reader.readAll(root, 0);
  const dates = [...findAll(root, 'date')].map(({ attributes }) => attributes['format']);
  const date = dates.find((one) => /^\d{4}-\d{2}-\d{2}$/.test(one ?? ''));
  const { title, constituencies } = reader;
  const problems: Problem[] = [...xml.problems];
  if (constituencies > 0) problems.push(leftOut(file, constituencies));
  return {
    facts: {
      ...(title !== undefined && { title }),
      ...(date !== undefined && { date }),
      language: 'en-GB',
    },
    body: { transcript: { parts: reader.parts } },
    problems,
  };
}

/** Elements whose content is part of what holds them. */
const inside: ReadonlySet<string> = new Set([
  'i',
  'b',
  'quote',
  'lb',
  'membercontribution',
  'ul',
  'ol',
  'li',
  'sub',
  'sup',
  'member',
]);
/** Marks of the printed page. */
const marks: ReadonlySet<string> = new Set(['col', 'image', 'date']);
/** What was laid before the House, counted, or printed in columns. */
const sheets: ReadonlySet<string> = new Set(['table', 'division', 'group']);

class Reader {
  readonly parts: Transcript['parts'][number][] = [];
  title: string | undefined;
  constituencies = 0;
  readonly #placeOf: XmlFile['placeOf'];
  /** Who speaks in this section. */
  #label: string | undefined;

  constructor({ placeOf }: XmlFile) {
    this.#placeOf = placeOf;
  }

  readAll(element: XmlElement, depth: number): void {
    for (const child of element.children) {
      const place = this.#placeOf(child);
      if (isText(child)) this.#addNote([child.text], place);
      if (!(child instanceof XmlElement)) continue;
      const name = localName(child);
      if (name === 'title') this.#addTitle(child, depth, place);
      else if (name === 'p') this.#readParagraph(child, place);
      else if (sheets.has(name)) this.#addNote(rowsOf(child), place);
      else if (inside.has(name)) this.#addNote(this.#contentOf(child), place);
      else if (!marks.has(name) && depth < 200) {
        if (name === 'section') this.#label = undefined;
        this.readAll(child, depth + 1);
      }
    }
  }

  #addTitle(element: XmlElement, depth: number, place: Place): void {
    const title = plainText(this.#contentOf(element)).replace(/\s+/g, ' ').trim();
    if (title === '') return;
    // That of the sitting stands outside of all debates.
    if (depth === 0 && this.title === undefined) this.title = title;
    else this.parts.push({ type: 'chapter', title, place });
  }

  #readParagraph(element: XmlElement, place: Place): void {
    const members = [...findAll(element, 'member')];
    const isSheet =
      [...findAll(element, 'table')].length + [...findAll(element, 'division')].length > 0;
    if (members.length === 0 && isSheet) {
      this.#addNote(rowsOf(element), place);
      return;
    }
    const content = tidyContent(this.#contentOf(element, members[0]));
    const [member] = members;
    if (member) this.#label = this.#nameOf(member);
    if (content.length === 0) return;
    const isNote = element.attributes['align'] === 'center' || content.every(isItalic);
    if (this.#label === undefined || (!member && isNote)) this.#addNote(content, place);
    else
      this.parts.push({
        type: 'speech',
        label: this.#label,
        passages: [{ content: opened(content), place }],
        place,
      });
  }

  #nameOf(member: XmlElement): string {
    const names = member.children.map((child) => {
      if (isText(child)) return child.text;
      if (!(child instanceof XmlElement)) return '';
      if (localName(child) !== 'memberconstituency') return plainText(this.#contentOf(child));
      this.constituencies++;
      return '';
    });
    return names
      .join('')
      .replace(/\s+/g, ' ')
      .replace(/\s*[:,]?\s*$/, '')
      .trim();
  }

  /** The words of an element, without those of who speaks. */
  #contentOf(element: XmlElement, speaker?: XmlElement, depth = 0): Inline[] {
    return element.children.flatMap((child): Inline[] => {
      if (isText(child)) return [child.text];
      if (!(child instanceof XmlElement) || child === speaker || depth > 100) return [];
      const name = localName(child);
      if (marks.has(name)) return [' '];
      if (name === 'lb') return [' '];
      if (sheets.has(name)) return rowsOf(child);
      const content = this.#contentOf(child, speaker, depth + 1);
      if (content.length === 0) return [];
      if (name === 'i') return [{ type: 'emphasis', children: content }];
      if (name === 'b') return [{ type: 'strong', children: content }];
      return name === 'quote' || name === 'li' ? [' ', ...content, ' '] : content;
    });
  }

  #addNote(given: readonly Inline[], place: Place): void {
    const content = tidyContent(given);
    if (content.length > 0) this.parts.push({ type: 'note', content, place });
  }
}

/** The cells of tables, row by row. */
const rowsOf = (element: XmlElement): Inline[] => {
  const rows = [...findAll(element, 'tr')].map((row) =>
    row.children
      .flatMap((cell) =>
        cell instanceof XmlElement ? [cell.text.replace(/\s+/g, ' ').trim()] : [],
      )
      .filter((cell) => cell !== '')
      .join(' · '),
  );
  const texts = rows.length > 0 ? rows.filter((row) => row !== '') : [element.text.trim()];
  return texts.flatMap((text, index): Inline[] =>
    index === 0 ? [text] : [{ type: 'break' }, text],
  );
};

const isItalic = (inline: Inline): boolean =>
  typeof inline === 'string'
    ? /^[\s\p{P}]*$/u.test(inline)
    : inline.type === 'emphasis' || inline.type === 'break';

/** The colon after a name is no word. */
const opened = ([first, ...rest]: readonly Inline[]): Inline[] =>
  tidyContent(
    typeof first === 'string' ? [first.replace(/^\s*[:,]\s*/, ''), ...rest] : [first!, ...rest],
  );

/** Sittings of the UK Parliament before 2005. */
export const hansardXml: Format = {
  name: 'hansard-xml',
  title: 'Historic Hansard XML',
  endings: ['.xml'],
  detect: ({ text }) =>
    /<(?:housecommons|houselords|westminsterhall|hansard|lordswrittenanswers|commonswrittenanswers|grandcommitteereport|writtenstatements|writtenanswers)[\s>]/i.test(
      text.slice(0, 5000),
    )
      ? 0.95
      : 0,
  read: ({ path, text }) => [parseHansard(text, path)],
};

const leftOut = (file: string, count: number): Problem => ({
  rule: 'left-out',
  severity: 'warning',
  file,
  message: `Unexpected constituencies beside ${count} ${count === 1 ? 'name' : 'names'}, expected names alone`,
  mend: 'They are left out, so that one member has one name. They belong into the speakers’ files.',
});
