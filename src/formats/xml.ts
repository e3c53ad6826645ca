import { parseXml, XmlElement, XmlText, XmlError, type XmlNode } from '@rgrove/parse-xml';
import type { Place } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';

export { XmlElement, XmlText, type XmlNode } from '@rgrove/parse-xml';

/** An XML file as a tree, or why it is none. */
export interface XmlFile {
  readonly root?: XmlElement;
  readonly problems: readonly Problem[];
  /** Where a node stands in the file. */
  readonly placeOf: (node: XmlNode) => Place;
}

/**
 * The tree of an XML file. Nothing outside of it is fetched, and entities that it declares itself are not
 * followed: they stay as they are typed.
 *
 * parseXmlFile('<debate><p>Order.</p></debate>', 'a.xml').root // => <debate>
 */
export function parseXmlFile(text: string, file: string): XmlFile {
  const source = text.replace(/^\ufeff/, '');
  const starts = lineStarts(source);
  const placeAt = (offset: number): Place => {
    const line = findLine(starts, offset);
    return { line: line + 1, column: offset - starts[line]! + 1 };
  };
  try {
    const { root } = parseXml(source, {
      includeOffsets: true,
      ignoreUndefinedEntities: true,
      resolveUndefinedEntity: (entity) => namedEntities[entity] ?? entity,
    });
    if (root) return { root, problems: [], placeOf: ({ start }) => placeAt(Math.max(0, start)) };
    return { problems: [notXml(file, 'no element', placeAt(0))], placeOf: () => placeAt(0) };
  } catch (error) {
    const isOurs = error instanceof XmlError || error instanceof RangeError;
    if (!isOurs) throw error;
    const place =
      error instanceof XmlError ? { line: error.line, column: error.column } : placeAt(0);
    const reason = error instanceof XmlError ? error.message.split('\n')[0]! : 'too deep';
    return { problems: [notXml(file, reason, place)], placeOf: () => placeAt(0) };
  }
}

/** Entities of HTML that transcripts use without declaring them. */
const namedEntities: Readonly<Record<string, string>> = {
  '&nbsp;': '\u00a0',
  '&mdash;': '—',
  '&ndash;': '–',
  '&hellip;': '…',
  '&pound;': '£',
  '&lsquo;': '‘',
  '&rsquo;': '’',
  '&ldquo;': '“',
  '&rdquo;': '”',
};

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The number of the line an offset is in, by halving. */
function findLine(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The children of an element that are elements. */
export const elementsOf = (element: XmlElement): XmlElement[] =>
  element.children.filter((child) => child instanceof XmlElement);

/** The name of an element without its namespace. */
export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

/** All elements of a name below one, in order; without those inside one another when `isShallow`. */
export function* findAll(element: XmlElement, name: string): Generator<XmlElement> {
  const pending: XmlElement[] = [...elementsOf(element)].reverse();
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (localName(at) === name) yield at;
    pending.push(...elementsOf(at).reverse());
  }
}

/** Whether a node is text. */
export const isText = (node: XmlNode): node is XmlText => node instanceof XmlText;

const notXml = (file: string, reason: string, place: Place): Problem => ({
  rule: 'xml',
  severity: 'error',
  file,
  place,
  message: `Unexpected XML that cannot be read (${reason}), expected every element to be closed`,
  mend: 'Correct the file at this place, or export it again.',
});
