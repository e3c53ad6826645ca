import type { Inline } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import { serializeTimestamp } from '../archive/time.ts';
import { isAllowedLink } from './inline.ts';

type Mark = Extract<Inline, { type: 'emphasis' | 'strong' }>;
type Link = Extract<Inline, { type: 'link' }>;

interface Surroundings {
  /** Two tildes can strike out what is between them; one alone needs no backslash. */
  readonly tildes: boolean;
  /** A backslash follows, to which a bare address would reach. */
  readonly endsInBreak: boolean;
  readonly inLink: boolean;
  readonly depth: number;
}

/** Line breaks within strings are blanks: a break is an `Inline` of its own. */
const spaced = (text: string): string =>
  text.includes('\n') ? text.replace(/\s*\n\s*/g, ' ') : text;

/**
 * The content of a quote as Markdown, escaped only where Markdown would take a character for a mark. Lines
 * end in a backslash. What the start of a line could mean is not looked at. `paragraph` is given when the
 * content is only one line of it.
 *
 * serializeMarkdownInline(['5 * 3 is *', { type: 'emphasis', children: ['not'] }, '* 12']) // => '5 * 3 is \\**not*\\* 12'
 */
export function serializeMarkdownInline(content: readonly Inline[], paragraph = content): string {
  const tildes = plainText(paragraph).split('~').length > 2;
  const endsInBreak = paragraph.some(
    (inline) => typeof inline !== 'string' && inline.type === 'break',
  );
  return writeAll(content, { tildes, endsInBreak, inLink: false, depth: 0 });
}

/**
 * A text without marks, escaped.
 *
 * escapeText('snake_case and *stars*') // => 'snake_case and \\*stars\\*'
 */
export const escapeText = (text: string): string => serializeMarkdownInline([text]);

function writeAll(content: readonly Inline[], around: Surroundings): string {
  let out = '';
  let marker = '';
  let isAfterMark = false;
  const pieces = joinCode(content);
  pieces.forEach((inline, index) => {
    if (typeof inline === 'string') {
      let text = breakAddresses(
        escape(spaced(inline), around),
        around.endsInBreak || index < pieces.length - 1,
      );
      if (isAfterMark && needsCode(marker, out, text)) text = firstAsCode(text);
      if (text.endsWith('!') && isLink(pieces[index + 1])) text = `${text.slice(0, -1)}\\!`;
      out += text;
      isAfterMark &&= text === '';
      return;
    }
    switch (inline.type) {
      case 'time':
        out += `[${serializeTimestamp(inline.seconds)}]`;
        if ((out.length === 0 || /(?:^|\s)\[[^[]*\]$/.test(out)) && index < pieces.length - 1)
          out += ' ';
        break;
      case 'break':
        out += '\\\n';
        break;
      case 'code':
        out += writeCode(spaced(inline.text));
        break;
      case 'link':
        out += writeLink(inline, around, out, pieces[index + 1]);
        break;
      default: {
        const inner = writeAll(inline.children, { ...around, depth: around.depth + 1 });
        const words = inner.trim();
        // Marks stand at words: the blanks at their ends go outside.
        const before = inner.slice(0, inner.length - inner.trimStart().length);
        const after = words === '' ? '' : inner.slice(inner.trimEnd().length);
        out += before;
        if (words === '') return;
        marker = markerOf(inline, around.depth, isAfterMark && before === '' ? marker : '');
        if (needsCode(marker, words, out.slice(-2), true)) out = lastAsCode(out);
        out += marker + words + marker + after;
        isAfterMark = after === '';
        return;
      }
    }
    isAfterMark = false;
  });
  return out;
}

/** Two pieces of code that touch are one: Markdown cannot tell them apart. */
function joinCode(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    const isCode = typeof inline !== 'string' && inline.type === 'code';
    if (isCode && last !== undefined && typeof last !== 'string' && last.type === 'code') {
      joined[joined.length - 1] = { type: 'code', text: last.text + inline.text };
    } else joined.push(inline);
  }
  return joined;
}

const isLink = (inline: Inline | undefined): boolean =>
  inline !== undefined &&
  typeof inline !== 'string' &&
  (inline.type === 'link' || inline.type === 'time');

/** `*`, and `_` for a mark inside or right after another, so that the two are not read as one. */
function markerOf(mark: Mark, depth: number, touching: string): string {
  const star = touching === '' ? depth % 2 === 0 : touching.startsWith('_');
  return (star ? '*' : '_').repeat(mark.type === 'strong' ? 2 : 1);
}

/**
 * Whether a character outside of a mark must be written by its number for the mark to count: Markdown
 * sees no mark between a letter and a punctuation sign, and `_` is none beside a letter at all.
 */
function needsCode(marker: string, inner: string, outer: string, isStart = false): boolean {
  const outside = isStart ? /.$/u.exec(outer)?.[0] : /^./u.exec(outer)?.[0];
  if (outside === undefined || /[\s\p{P}]/u.test(outside)) return false;
  if (marker.startsWith('_')) return true;
  const inside = isStart ? /^./u.exec(inner)?.[0] : /.$/u.exec(inner.slice(0, -marker.length))?.[0];
  return inside !== undefined && /[\p{P}\p{S}]/u.test(inside);
}

const asCode = (character: string): string => `&#x${character.codePointAt(0)!.toString(16)};`;
const firstAsCode = (text: string): string => text.replace(/^./u, asCode);
const lastAsCode = (text: string): string => text.replace(/.$/u, asCode);

function writeCode(text: string): string {
  if (text === '') return '';
  const runs = new Set([...text.matchAll(/`+/g)].map(([run]) => run.length));
  let length = 1;
  while (runs.has(length)) length++;
  const fence = '`'.repeat(length);
  const padding = /^`|`$/.test(text) || (/^ [^]* $/.test(text) && text.trim() !== '') ? ' ' : '';
  return fence + padding + text + padding + fence;
}

/** An address as its own words, which Markdown makes a link without being told. */
const selfEvident =
  /^(?:https?:\/\/|www\.)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:\/(?:[A-Za-z0-9/.=#%?-]*[A-Za-z0-9/])?)?$|^[A-Za-z0-9.]+@[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)+$/;

function writeLink(
  link: Link,
  around: Surroundings,
  before: string,
  next: Inline | undefined,
): string {
  if (!isAllowedLink(link.url) || around.inLink) return writeAll(link.children, around);
  const words = plainText(link.children);
  const isOwn = [words, `http://${words}`, `mailto:${words}`].includes(link.url);
  if (isOwn && link.children.length === 1 && typeof link.children[0] === 'string') {
    const isFree =
      /(?:^|\s)$/.test(before) &&
      (next === undefined
        ? !around.endsInBreak
        : typeof next === 'string' && /^(?:\s|[.,;!?](?:\s|$))/.test(next));
    if (isFree && around.depth === 0 && selfEvident.test(words)) return words;
    if (link.url === words && /^https?:\/\/[^\s<>\\&`]+$/i.test(words)) return `<${words}>`;
  }
  const inner = writeAll(link.children, { ...around, inLink: true, depth: around.depth + 1 });
  return `[${inner}](${writeAddress(link.url)})`;
}

/** An address between round brackets; with pointed ones where it has signs that would end it. */
function writeAddress(given: string): string {
  const url = given.replace(/\s/g, encodeURIComponent).replace(/&(?=#?\w+;)/g, '&amp;');
  return /^[^<>()\\]+$/.test(url) ? url : `<${url.replace(/[<>\\]/g, '\\$&')}>`;
}

/** Most words need nothing. */
const special = /[\\`*_<&~[\]]/;

function escape(text: string, { tildes, inLink }: Surroundings): string {
  if (!special.test(text)) return text;
  return text
    .replace(/[\\`*_]/g, (sign, at: number) => (isPlain(text, sign, at) ? sign : `\\${sign}`))
    .replace(/<(?=[A-Za-z/!?]|[^\s<>]*@)/g, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/~/g, tildes ? '\\~' : '~')
    .replace(inLink ? /[[\]]/g : /\](?=[([])/g, '\\$&');
}

/**
 * In a bare address a backslash is no escape and marks are part of it. A backslash in its beginning leaves
 * it to the parser's second look, which takes the words without their escapes.
 */
export function breakAddresses(text: string, isFollowed: boolean): string {
  if (!/:\/\/|www\./i.test(text)) return text;
  return text.replace(/\S+/g, (run, at: number) => {
    const touches = isFollowed && at + run.length === text.length;
    return touches || /\\|&#/.test(run) ? run.replace(/(?:https?|www)(?=[:.])/gi, '$&\\') : run;
  });
}

/** A star between blanks and a low line within a word are no marks. */
function isPlain(text: string, sign: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  if (sign === '*') return before === ' ' && after === ' ';
  return sign === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
}
