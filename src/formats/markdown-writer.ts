import type { Chapter, Inline, Note, Passage, Transcript } from '../archive/model.ts';
import { isNoteLabel } from '../archive/label.ts';
import { plainText } from '../archive/quote.ts';
import { parseTimestamp, serializeTimestamp } from '../archive/time.ts';
import { writeCodeBlock, writeList, writeTable } from './block-writer.ts';
import { serializeFrontMatter } from './front-matter.ts';
import { oneLine, push, trimContent } from './inline.ts';
import { breakAddresses, escapeText, serializeMarkdownInline } from './inline-writer.ts';
import { parseLabel } from './label.ts';
import { parseMarkdown } from './markdown.ts';

/**
 * A transcript in the one form: `**Label:** [00:04:33] text`, paragraphs with an empty line between them,
 * `## Title [00:04:12]`, `> note`. Reading it gives the same transcript again, except for what Markdown
 * cannot carry: end times, blanks and breaks around a paragraph, line breaks within a string, times finer
 * than a thousandth; a web address in plain text becomes a link, `[04:33]` in plain text a time, and marks
 * that Markdown cannot tell apart are left out. The words are always the same.
 *
 * serializeMarkdown({ parts: [{ type: 'speech', label: 'Jo Field', passages: [{ content: ['Yes.'], place }], place }] })
 * // => '**Jo Field:** Yes.\n'
 */
export function serializeMarkdown(transcript: Transcript): string {
  const blocks: string[] = [];
  const add = (block: string): void => {
    if (block !== '') blocks.push(block);
  };
  let before: Passage | undefined;
  let lists = 0;
  for (const part of transcript.parts) {
    if (part.type === 'speech') {
      const label = part.label === null ? '' : oneLine(part.label);
      if (label !== '' && part.passages.length === 0) add(`**${escapeText(label)}:**`);
      part.passages.forEach((passage, index) => {
        const head = index === 0 && label !== '' ? `**${escapeText(label)}:**` : '';
        // Two lists in a row are two lists only when their marks differ.
        lists = before?.block === 'list' && passage.block === 'list' && head === '' ? lists + 1 : 0;
        add(writePassage(passage, head, lists % 2 === 1));
        before = passage;
      });
    } else {
      add(part.type === 'chapter' ? writeChapter(part) : writeNote(part));
      before = undefined;
    }
  }
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

/** A whole episode: front matter and transcript. */
export const serializeEpisode = (
  facts: Readonly<Record<string, unknown>>,
  transcript: Transcript,
): string => `${serializeFrontMatter(facts)}\n${serializeMarkdown(transcript)}`;

const stamp = (seconds: number | undefined): string =>
  seconds === undefined ? '' : `[${serializeTimestamp(seconds)}]`;

const joinWords = (...words: readonly string[]): string =>
  words.filter((word) => word !== '').join(' ');

function writeChapter({ title, startTime }: Chapter): string {
  const words = escapeText(oneLine(title));
  if (words === '') return '';
  // A heading that ends in a colon would be a label.
  const ended =
    startTime === undefined ? words.replace(/:$/, '\\:').replace(/：$/, '&#xff1a;') : words;
  const safe = ended.replace(/(^|\s)(#+)$/, '$1\\$2');
  return joinWords('##', breakAddresses(safe, false), stamp(startTime));
}

function writeNote(note: Note): string {
  const lines = linesOf(note.content).map((line) => serializeMarkdownInline(line, note.content));
  if (note.label !== undefined && isNoteLabel(note.label)) {
    const words = lines.map((line, index) => (index === 0 ? line : escapeStart(line))).join('\\\n');
    return joinWords(`**${escapeText(oneLine(note.label))}:**`, stamp(note.startTime), words);
  }
  const head = joinWords(
    note.label === undefined ? '' : `**${escapeText(oneLine(note.label))}:**`,
    stamp(note.startTime),
  );
  const words = lines
    .map((line, index) => (index === 0 && head !== '' ? line : escapeStart(line)))
    .join('\\\n> ');
  return words === '' ? '' : `> ${joinWords(head, words)}`;
}

function writePassage(passage: Passage, head: string, otherMarks: boolean): string {
  const block = passage.block === undefined ? undefined : writeBlock(passage, otherMarks);
  const intro = joinWords(head, stamp(passage.startTime));
  if (block !== undefined) return intro === '' ? block : `${intro}\n\n${block}`;
  const plain = linesOf(trimEnds(passage.content)).flatMap((line, index): Inline[] => [
    ...(index === 0 ? [] : [{ type: 'break' } as const]),
    ...(index === 0 && head !== '' ? line : withoutLabelMarks(line)),
  ]);
  const content = trimEnds(hasMarks(plain) ? carried(plain) : plain);
  const lines = linesOf(content);
  const [first = []] = lines;
  const written = lines.map((line, index) => {
    const text = serializeMarkdownInline(line, content);
    if (index === 0 && head !== '') return lines.length === 1 ? escapeTime(text) : text;
    const safe = escapeLabel(text, line, index === 0);
    return index === 0 && intro !== '' ? safe : escapeStart(safe);
  });
  const words = written.join('\\\n');
  return joinWords(intro, intro === '' && lines.length === 1 ? escapeNote(words, first) : words);
}

const hasMarks = (content: readonly Inline[]): boolean =>
  content.some((inline) => typeof inline !== 'string' && 'children' in inline);

/** Content whose marks come back when it is read; marks within marks go first, words never. */
function carried(content: readonly Inline[]): readonly Inline[] {
  const wanted = wordsAndMarks(trimEnds(content));
  for (const candidate of [content, withoutMarks(content, 1), withoutMarks(content, 0)]) {
    const { parts } = parseMarkdown(`**x:** x ${serializeMarkdownInline(candidate)}`, {
      file: '',
    }).transcript;
    const [read] = parts[0]?.type === 'speech' ? parts[0].passages : [];
    if (!read || parts.length > 1) continue;
    const [words, marks] = wordsAndMarks(read.content);
    if (words === `x ${wanted[0]}` && (candidate !== content || marks === wanted[1]))
      return candidate;
  }
  // Breaks within marks that could not stay are blanks.
  return [plainText(content)];
}

function wordsAndMarks(content: readonly Inline[]): [words: string, marks: string] {
  const marks: string[] = [];
  const visit = (inline: Inline): void => {
    if (typeof inline === 'string' || !('children' in inline)) return;
    const words = plainText(inline.children).trim();
    if (inline.type !== 'link' && words !== '') marks.push(`${inline.type} ${words}`);
    inline.children.forEach(visit);
  };
  content.forEach(visit);
  return [plainText(content).trim(), marks.join('\n')];
}

/** Content with marks only as deep as said; links stay. */
function withoutMarks(content: readonly Inline[], depth: number): Inline[] {
  return content.flatMap((inline): Inline[] => {
    if (typeof inline === 'string' || !('children' in inline)) return [inline];
    if (inline.type === 'link') return [{ ...inline, children: withoutMarks(inline.children, 0) }];
    return depth > 0
      ? [{ ...inline, children: withoutMarks(inline.children, depth - 1) }]
      : withoutMarks(inline.children, 0);
  });
}

/** A list, a table or code, when reading it gives the same lines; else undefined. */
function writeBlock(passage: Passage, otherMarks: boolean): string | undefined {
  const lines = linesOf(passage.content);
  const block =
    passage.block === 'code'
      ? writeCodeBlock(lines.map(plainText))
      : passage.block === 'table'
        ? writeTable(lines)
        : writeList(lines, otherMarks, escapeStart);
  if (block === undefined) return undefined;
  const { parts } = parseMarkdown(block, { file: '' }).transcript;
  const [read] = parts[0]?.type === 'speech' ? parts[0].passages : [];
  const isSame =
    read?.block === passage.block &&
    plainText(read!.content).trim() === plainText(passage.content).trim();
  return isSame && parts.length === 1 ? block : undefined;
}

const trimEnds = (content: readonly Inline[]): readonly Inline[] => {
  const { content: words, startTime } = trimContent(content);
  return startTime === undefined ? words : [{ type: 'time', seconds: startTime }, ...words];
};

function linesOf(content: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of content) {
    if (typeof inline !== 'string' && inline.type === 'break') lines.push([]);
    else lines.at(-1)!.push(inline);
  }
  return lines;
}

/** Escapes what would make a line something else: a heading, a list, a note, a line, a definition. */
function escapeStart(text: string): string {
  if (/^(?:#{1,6}(?:\s|$)|>|[-+](?:\s|$)|[-=:|][-=:|\s]*(?:$|\\$))/.test(text)) return `\\${text}`;
  if (/^\[(?:[^[\]\\]|\\[^])*\]:/.test(text)) return `\\${text}`;
  return text.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/**
 * `\:` where a line without a label starts like one: it is speech, whoever gets a name later. Within a
 * paragraph a full-width colon is written by its number, since `\：` means something at its start only.
 */
function escapeLabel(text: string, line: readonly Inline[], isFirst: boolean): string {
  const isTimed = isTime(line[0]);
  const words = line[isTimed ? 1 : 0];
  const isFollowed = line.length > (isTimed ? 2 : 1);
  if (typeof words !== 'string' || !parseLabel(words, isFollowed)) return text;
  const stamped = isTimed ? /^\[[^\]]*\] ?/.exec(text)![0] : '';
  const escaped = text
    .slice(stamped.length)
    .replace(/[:：]/u, (colon) =>
      colon === ':' || (isFirst && !address.test(words)) ? `\\${colon}` : '&#xff1a;',
    );
  return (
    stamped +
    escaped.replace(/^[^]*?(?:\\[:：]|&#xff1a;)[^\s`<]*/u, (head) => breakAddresses(head, false))
  );
}

const address = /@|www\.|:\/\//i;

const isTime = (inline: Inline | undefined): boolean =>
  inline !== undefined && typeof inline !== 'string' && inline.type === 'time';

/** `**Jo:**` at the start of a line would be a label. */
function withoutLabelMarks(line: readonly Inline[]): readonly Inline[] {
  const at = line.findIndex(
    (inline) => !isTime(inline) && !(typeof inline === 'string' && inline.trim() === ''),
  );
  const strong = line[at];
  if (strong === undefined || typeof strong === 'string' || strong.type !== 'strong') return line;
  const next = line[at + 1];
  const isLabel =
    /[^\s:：]\s*[:：]\s*$/u.test(plainText(strong.children)) ||
    (typeof next === 'string' && /^\s*[:：]/u.test(next));
  if (!isLabel) return line;
  const isPlain = strong.children.every((inline) => typeof inline === 'string' || isTime(inline));
  const words = isPlain ? strong.children : [plainText(strong.children)];
  const plain: Inline[] = [];
  for (const inline of [...line.slice(0, at), ...words, ...line.slice(at + 1)]) push(plain, inline);
  // What is left may start with another such mark.
  return withoutLabelMarks(plain);
}

/** A paragraph that is one pair of brackets would be a note. */
function escapeNote(text: string, line: readonly Inline[]): string {
  if (!/^\s*[[(（［【]/u.test(plainText(line))) return text;
  if (!/[\])）］】]\s*$/u.test(plainText(line))) return text;
  return text.replace(
    /^([*_]*)\\?([[(（［【])/u,
    (_match, marks: string, sign: string) => `${marks}&#${sign.codePointAt(0)};`,
  );
}

/** `12\:30` after a label is what somebody said; `12:30` would be the time of what follows. */
const escapeTime = (text: string): string =>
  parseTimestamp(text) === undefined ? text : text.replaceAll(':', '\\:');
