import { normalizeLabel } from '../archive/label.ts';
import type { Transcript } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import { joinCues } from '../formats/cue-join.ts';
import type { Draft, Format } from '../formats/draft.ts';
import { serializeEpisode } from '../formats/markdown-writer.ts';
import { readDrafts } from '../formats/parts.ts';
import { readTranscript } from '../formats/reading.ts';
import type { SourceFile } from '../formats/source.ts';
import type { Random } from './random.ts';

/** Something said again and again: what a reader that looks back falls over. */
export const repeated: readonly (readonly [head: string, unit: string])[] = [
  ['', ':'],
  ['', ' '],
  ['', '\n'],
  ['', '['],
  ['', '**'],
  ['', '> '],
  ['', '`'],
  ['', '<v '],
  ['', '<a>'],
  ['', '&#'],
  ['', 'A: '],
  ['', '00:'],
  ['', '"'],
  ['', '。'],
  ['', 'a. '],
  ['', '((('],
  ['', '- a\n'],
  ['', '1\t'],
  ['', '\\'],
  ['', 'Jo Field  0:04\n'],
  ['WEBVTT\n\n00:00.000 --> 00:01.000\n', '<v Jo>'],
  ['WEBVTT\n\n00:00.000 --> 00:01.000\n', '<i>'],
  ['WEBVTT\n\n', '00:00.000 --> 00:01.000\n'],
  ['WEBVTT\n\n', 'NOTE\n'],
  ['1\n00:00:00,000 --> 00:00:01,000\n', '<i>a'],
  ['1\n00:00:00,000 --> 00:00:01,000\n', '{\\an8}'],
  ['{"segments":[{"startTime":0,"body":"', 'Jo: '],
  ['{"segments":', '['],
  ['{"segments":[', '{"a":'],
  ['<rss><channel><item><title>', '<b>'],
  ['<tt><body><div>', '<p>'],
  ['<akomaNtoso>', '<a>'],
  ['<akomaNtoso><debateBody><speech><p>', '&lt;'],
  ['speaker,text\n', '"'],
  ['speaker,text\n', 'a,'],
  ['[Events]\nFormat: Text\n', 'Dialogue: '],
  ['[ti:a]\n', '[00:01.00]'],
  ['IN THE SUPREME COURT OF THE UNITED STATES\n', ' 1   A\n'],
  ['IN THE SUPREME COURT OF THE UNITED STATES\n 1   P R O C E E D I N G S\n', ' 2          A\n'],
  ['<cite>Jo</cite><p>', '<p '],
];

/** What is put into files that are changed. */
const tokens = [
  '\0',
  '\ufeff',
  '\u202e',
  '\ud800',
  '-->',
  '<v >',
  '</v>',
  '{"a":1}',
  '"',
  '\\',
  '\r',
  '\n\n',
  '\f',
  '\t',
  '**A:** ',
  '**Music:**',
  '[99:99:99]',
  '[00:00:01]',
  '---\n',
  '# ',
  '## ',
  '> ',
  '```\n',
  '__proto__',
  'constructor',
  '&#0;',
  '&amp;',
  '<script>',
  '](javascript:a)',
  'https://a.b/',
  '1e999',
  '-1',
  'null',
  '[',
  ']',
  '{',
  '}',
  '：',
  '唐鳳：',
  ':',
];

/** A text with a few changes: pieces gone, doubled, moved, from elsewhere, or cut off. */
export function mutate(text: string, other: string, random: Random): string {
  let changed = text;
  for (let count = 1 + random.below(4); count > 0; count--) {
    const at = random.below(changed.length + 1);
    const to = Math.min(changed.length, at + 1 + random.below(60));
    const piece = changed.slice(at, to);
    const ways: (() => string)[] = [
      () => changed.slice(0, at) + changed.slice(to),
      () => changed.slice(0, at) + piece + piece + changed.slice(to),
      () => changed.slice(0, at) + random.pick(tokens) + changed.slice(at),
      () => changed.slice(0, at) + random.pick(tokens) + changed.slice(to),
      () => changed.slice(0, at) + piece.repeat(1 + random.below(40)) + changed.slice(to),
      () => changed.slice(0, at),
      () => piece + changed.slice(0, at) + changed.slice(to),
      () => {
        const from = random.below(other.length + 1);
        return (
          changed.slice(0, at) + other.slice(from, from + random.below(200)) + changed.slice(at)
        );
      },
    ];
    changed = random.pick(ways)();
  }
  return changed;
}

/**
 * What is wrong with how a format takes a file; undefined when all is well: nothing is thrown, and what an import
 * would write of it is read again without an error and with the same letters.
 */
export function findFault(format: Format, file: SourceFile): string | undefined {
  let drafts: Draft[];
  try {
    drafts = readDrafts(file, format);
  } catch (error) {
    return `${format.name} throws ${String(error).slice(0, 200)}`;
  }
  for (const { body, facts } of drafts.slice(0, 3)) {
    try {
      const { transcript } =
        'transcript' in body ? body : joinCues(body.cues, { unit: 'paragraph', file: file.path });
      const fault = findWritingFault(transcript, facts.title);
      if (fault !== undefined) return `${format.name} ${fault}`;
    } catch (error) {
      return `${format.name}, written, throws ${String(error).slice(0, 200)}`;
    }
  }
  return undefined;
}

function findWritingFault(transcript: Transcript, title = 'Tides'): string | undefined {
  const labels = new Set(
    transcript.parts.flatMap((part) =>
      part.type === 'speech' && part.label !== null ? [normalizeLabel(part.label)] : [],
    ),
  );
  const text = serializeEpisode({ title }, transcript);
  const again = readTranscript(text, {
    file: 'content/episodes/talk/a.md',
    isName: (label) => labels.has(normalizeLabel(label)),
  });
  const [error] = again.problems.filter(({ severity }) => severity === 'error');
  if (error) return `writes what is refused: ${error.rule}, ${error.message.slice(0, 200)}`;
  const [before, after] = [lettersOf(transcript), lettersOf(again.transcript)];
  if (before === after) return undefined;
  let at = 0;
  while (before[at] === after[at]) at++;
  return `writes other words: ${JSON.stringify(before.slice(Math.max(0, at - 20), at + 40))} is read as ${JSON.stringify(after.slice(Math.max(0, at - 20), at + 40))}`;
}

const lettersOf = ({ parts }: Transcript): string =>
  parts
    .map((part) => {
      if (part.type === 'chapter') return part.title;
      if (part.type === 'note') return plainText(part.content);
      return part.passages.map(({ content }) => plainText(content)).join('');
    })
    .join('')
    // `[00:04:33]` in what is said is read as a time, as the writer says.
    .replace(/\[\\?[\d:.,]{4,20}\\?\]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
