import type { Inline, Note, Passage, Transcript } from '../archive/model.ts';
import { serializeTimestamp } from '../archive/time.ts';
import { serializeFrontMatter } from './front-matter.ts';

/**
 * A transcript in the one form: `**Label:** [00:04:33] text`, paragraphs with an empty line between them,
 * `## Title [00:04:12]`, `> note`. Reading it gives the same transcript again; what Markdown cannot carry
 * is left out: end times, blanks around a paragraph, several blanks in a row at its line breaks.
 *
 * serializeMarkdown({ parts: [{ type: 'speech', label: 'Jo Field', passages: [{ content: ['Yes.'], place }], place }] })
 * // => '**Jo Field:** Yes.\n'
 */
export function serializeMarkdown(transcript: Transcript): string {
  const blocks: string[] = [];
  for (const part of transcript.parts) {
    if (part.type === 'chapter') {
      blocks.push(`## ${escapeText(part.title)}${part.startTime === undefined ? '' : ` [${serializeTimestamp(part.startTime)}]`}`);
    } else if (part.type === 'note') blocks.push(writeNote(part));
    else {
      part.passages.forEach((passage, index) => {
        const label = index === 0 ? part.label : null;
        blocks.push(writePassage(passage, label));
      });
      if (part.passages.length === 0 && part.label !== null) blocks.push(`**${escapeText(part.label)}:**`);
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
  seconds === undefined ? '' : `[${serializeTimestamp(seconds)}] `;

function writeNote(note: Note): string {
  const words = stamp(note.startTime) + writeInline(note.content);
  if (note.label !== undefined) return `**${escapeText(note.label)}:** ${words}`.trimEnd();
  return `> ${escapeStart(words).replace(/\n/g, '\n> ')}`;
}

function writePassage(passage: Passage, label: string | null): string {
  const head = label === null ? '' : `**${escapeText(label)}:**`;
  if (passage.block !== undefined) {
    const block = writeBlock(passage);
    const time = passage.startTime === undefined ? '' : `[${serializeTimestamp(passage.startTime)}]`;
    return [head && time ? `${head} ${time}` : head + time, block].filter(Boolean).join('\n\n');
  }
  const words = writeInline(passage.content);
  if (head !== '') return `${head} ${stamp(passage.startTime)}${words}`;
  if (passage.startTime !== undefined) return `${stamp(passage.startTime)}${words}`;
  return escapeStart(escapeLabel(words, passage.content));
}

function writeBlock(passage: Passage): string {
  const lines = splitLines(passage.content);
  if (passage.block === 'code') {
    const text = lines.map((line) => line.map((inline) => (typeof inline === 'string' ? inline : '')).join(''));
    const fence = '`'.repeat(Math.max(3, ...text.map((line) => (/`+/.exec(line)?.[0].length ?? 0) + 1)));
    return [fence, ...text, fence].join('\n');
  }
  const written = lines.map((line) => writeInline(line));
  if (passage.block === 'list') {
    return written.map((line) => line.replace(/^( *)•/, '$1-').replace(/^( *)(\d+)\\?\./, '$1$2.')).join('\n');
  }
  const rows = written.map((line) => `| ${line} |`);
  const columns = (written[0]?.split(' | ').length ?? 1);
  return [rows[0], `|${' --- |'.repeat(columns)}`, ...rows.slice(1)].join('\n');
}

function splitLines(content: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of content) {
    if (typeof inline !== 'string' && inline.type === 'break') lines.push([]);
    else lines.at(-1)!.push(inline);
  }
  return lines;
}

function writeInline(content: readonly Inline[]): string {
  let text = '';
  for (const inline of content) {
    if (typeof inline === 'string') text += escapeText(inline);
    else if (inline.type === 'time') {
      text += `[${serializeTimestamp(inline.seconds)}]${text === '' || /\s$/.test(text) ? ' ' : ''}`;
    } else if (inline.type === 'break') text += '\\\n';
    else if (inline.type === 'code') text += writeCode(inline.text);
    else if (inline.type === 'link') {
      text += `[${writeInline(inline.children)}](<${inline.url.replace(/[<>\\]/g, encodeURIComponent).replace(/\s/g, encodeURIComponent)}>)`;
    } else {
      const mark = inline.type === 'strong' ? '**' : '*';
      text += mark + writeInline(inline.children) + mark;
    }
  }
  return text;
}

function writeCode(text: string): string {
  const fence = '`'.repeat(Math.max(1, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  const padding = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return fence + padding + text + padding + fence;
}

/** Escapes only what Markdown would take for a mark, so that the text stays readable. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\`*_]/g, (mark, at: number) =>
      mark === '_' && isWordAt(text, at - 1) && isWordAt(text, at + 1) ? mark : `\\${mark}`,
    )
    .replace(/<(?=[A-Za-z/!?])/g, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/~/g, '\\~')
    .replace(/\[(?=\d{1,4}:\d{2}(?::\d{2})?(?:[.,]\d+)?\])/g, '&#91;')
    .replace(/\]\(/g, '\\](')
    .replace(/\]\[/g, '\\][');
}

const isWordAt = (text: string, at: number): boolean => /[A-Za-z0-9]/.test(text[at] ?? '');

/** Escapes what would make the first line of a paragraph something else: a heading, a list, a note. */
function escapeStart(text: string): string {
  return text
    .replace(/^([#>+=|-])/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([[(（［【])/u, (bracket) => (/^[[(]$/.test(bracket) ? `\\${bracket}` : bracket));
}

/** `\:` where a paragraph without a label starts like one: it is speech. */
function escapeLabel(text: string, content: readonly Inline[]): string {
  const [first] = content;
  const startsLike = typeof first === 'string' && /^[^:：\n]{1,60}(?::(?=\s|$)|：)/u.test(first);
  return startsLike ? text.replace(/[:：]/u, '\\$&') : text;
}
