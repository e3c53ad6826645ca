import type { PhrasingContent } from 'mdast';
import { parseTimestamp } from '../archive/time.ts';
import { oneLine, wordsOf } from './inline.ts';

/** A label at the start of a line, and what follows it. */
export interface Labelled {
  readonly label: string;
  readonly rest: readonly PhrasingContent[];
  /** The time that stood before the label: `[04:33] Jo Field: …` */
  readonly startTime?: number;
  /** Whether it stood in bold marks; it is a label then, whoever knows it. */
  readonly bold: boolean;
}

/** A plain label in a line of text. */
export interface PlainLabel {
  readonly label: string;
  readonly colon: string;
  /** Where the text after the label starts in the line. */
  readonly end: number;
}

const plainLabel = /^\s*([^:：\n]{1,60})([:：])(?=\s|$|(?<=：))/u;
const leadingTime = /^\s*\[\\?([\d:.,]{4,20})\][ \t]*/;

/**
 * The label that a line of text starts with, when it has the form of one: up to 60 characters, a colon and
 * a blank, or a full-width colon. Whether somebody is called so is not asked. `isFollowed` says that more
 * stands right after the text, such as a link: then its end is no blank.
 *
 * parseLabel('Jo Field: Yes.') // => { label: 'Jo Field', colon: ':', end: 9 }
 */
export function parseLabel(line: string, isFollowed = false): PlainLabel | undefined {
  const match = plainLabel.exec(line);
  const label = match?.[1]?.trim();
  if (!match || !label) return undefined;
  if (isFollowed && match[2] === ':' && match[0].length === line.length) return undefined;
  return { label, colon: match[2]!, end: match[0].length };
}

/**
 * The time at the start of a line and where the text after it starts.
 *
 * parseLeadingTime('[04:33] Yes.') // => { seconds: 273, end: 8 }
 */
export function parseLeadingTime(line: string): { seconds: number; end: number } | undefined {
  if (line[0] !== '[' && !/^\s/.test(line)) return undefined;
  const match = leadingTime.exec(line);
  const seconds = match ? parseTimestamp(match[1]!) : undefined;
  return match && seconds !== undefined ? { seconds, end: match[0].length } : undefined;
}

/**
 * Whether the first colon of a line, after a time, was typed as `\:` or by its number, which says that no
 * label ends there. Needs the line as it was typed: the parser drops the backslash.
 */
export function isEscaped(typed: string): boolean {
  const line = afterTime(typed);
  return isNumbered(line) || hasSlash(line);
}

/** Whether `\：` was typed: Markdown leaves that backslash in the text. */
export function isSlashed(typed: string): boolean {
  const line = afterTime(typed);
  return !isNumbered(line) && hasSlash(line);
}

/** An even number of backslashes before it leaves the character reference one. */
const isNumbered = (line: string): boolean =>
  /^[^:：]*(?<=(?<!\\)(?:\\\\)*)&#(?:xff1a|65306|x3a|58);/iu.test(line);

const afterTime = (typed: string): string => typed.replace(/^\s*\\?\[[\d:.,\\]{4,24}\]/, '');

function hasSlash(line: string): boolean {
  const slashes = /^[^:：]*?(\\+)[:：]/u.exec(line)?.[1];
  return slashes !== undefined && slashes.length % 2 === 1;
}

/** The label in bold marks at a place among nodes: `**Name:** text`, `**Name**: text` or `**Name: [04:33]**`. */
export function findBoldLabel(
  nodes: readonly PhrasingContent[],
  at = 0,
): { label: string; rest: () => PhrasingContent[] } | undefined {
  const strong = nodes[at];
  if (strong?.type !== 'strong') return undefined;
  const words = oneLine(wordsOf(strong));
  if (words.endsWith(':') || words.endsWith('：')) {
    const label = words.slice(0, -1).trimEnd();
    return label === '' ? undefined : { label, rest: () => nodes.slice(at + 1) };
  }
  const timed = /^(.+?)\s*[:：]\s*(\[\\?[\d:.,]{4,20}\])$/u.exec(words);
  if (timed && parseLeadingTime(timed[2]!)) {
    return {
      label: timed[1]!,
      rest: () => [{ type: 'text', value: `${timed[2]} ` }, ...nodes.slice(at + 1)],
    };
  }
  const next = nodes[at + 1];
  if (words === '' || next?.type !== 'text') return undefined;
  const colon = /^\s{0,3}[:：]/u.exec(next.value);
  if (!colon) return undefined;
  return {
    label: words,
    rest: () => {
      const value = next.value.slice(colon[0].length);
      const others = nodes.slice(at + 2);
      return value === '' ? others : [{ ...next, value }, ...others];
    },
  };
}

const particles =
  'de|da|du|di|del|della|van|von|der|den|ter|bin|ibn|al|el|la|le|y|e|of|the|and|und|et';
const word = `(?:(?:al|el|as|ad)-|[dlDLO]['’])?\\p{Lu}[\\p{L}\\p{M}'’.-]*`;
const casedLabel = new RegExp(`^${word}(?: (?:${word}|\\d{1,3}|${particles})){0,3}$`, 'u');
const hanLabel =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}・·]{1,6}$/u;
const caselessLabel = /^(?:\p{Lo}\p{M}*){2,12}(?: (?:\p{Lo}\p{M}*){2,12}){0,2}$/u;

/** Words that introduce what somebody goes on to say, and that nobody is called. */
const announcements = new Set([
  'note',
  'nb',
  'n.b.',
  'ps',
  'p.s.',
  'example',
  'for example',
  'warning',
  'caution',
  'hint',
  'tip',
  'update',
  'edit',
  'spoiler',
  'spoiler alert',
  'source',
  'sources',
  'result',
  'results',
  'bonus',
  'quote',
  'conclusion',
  'summary',
  'important',
  'remember',
  'remark',
  'disclaimer',
  'fact',
  'fun fact',
  'problem',
  'solution',
  'first',
  'second',
  'third',
  'finally',
  'step',
  'today',
  'tl;dr',
  'e.g.',
  'i.e.',
  'hinweis',
  'beispiel',
  'zum beispiel',
  'achtung',
  'quelle',
  'fazit',
  'nota',
  'ejemplo',
  'remarque',
  'exemple',
  'مثال',
  'ملاحظة',
  '例',
  '註',
  '注',
  '例如',
  '比如',
  '注意',
]);

/**
 * Whether words before a colon look like somebody's name: up to four words with capitals, particles such
 * as `van` aside, or a few letters of a script without capitals. `Note` and its like do not.
 *
 * looksLikeLabel('Ada van Dam') // => true
 * looksLikeLabel('And then') // => false
 */
export function looksLikeLabel(words: string, colon = ':'): boolean {
  if (announcements.has(words.toLowerCase())) return false;
  if (casedLabel.test(words) || hanLabel.test(words)) return true;
  return colon === ':' && caselessLabel.test(words);
}
