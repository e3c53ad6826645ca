import { styleText } from 'node:util';
import { formatTime } from '../archive/time.ts';
import { plainText } from '../archive/quote.ts';
import { plural, visible } from '../review/phrase.ts';
import type { CueCounts } from '../formats/cue-order.ts';
import { listVoices, type Voice } from './people.ts';
import type { ImportPlan, PlannedEpisode } from './plan.ts';
import type { Written } from './write.ts';

/** Episodes that a preview shows in full; of the others it says how many there are. */
const mostShown = 5;
/** Quotes of each that it shows. */
const firstQuotes = 3;
const mostPaths = 10;

/**
 * What an import is about to write, as a person looks it over: each episode with its facts, who speaks how much, the
 * first quotes, and what was done to its cues. Words of the files are shown so that they cannot steer the terminal.
 */
export function serializePreview({ episodes }: ImportPlan, options: { all: boolean }): string {
  const shown = options.all ? episodes : episodes.slice(0, mostShown);
  const rest = episodes.length - shown.length;
  return [
    ...shown.map(serializeEpisodePreview),
    ...(rest > 0 ? [`… and ${plural(rest, 'more episode')}; --verbose shows them all.`] : []),
  ].join('\n\n');
}

function serializeEpisodePreview({ path, from, facts, transcript }: PlannedEpisode): string {
  const voices = listVoices([transcript]);
  const words = voices.reduce((sum, voice) => sum + voice.words, 0);
  const told = ['date', 'language', 'status', 'duration', 'audio', 'source'].flatMap((name) => {
    const value = facts[name];
    if (typeof value !== 'string' && typeof value !== 'number') return [];
    return [`${name}: ${name === 'duration' ? formatTime(Number(value)) : visible(String(value))}`];
  });
  const quotes: string[] = [];
  let label = '';
  for (const part of transcript.parts) {
    if (part.type !== 'speech') continue;
    label = part.label ?? label;
    for (const { content, startTime } of part.passages) {
      if (quotes.length === firstQuotes) break;
      const time = startTime === undefined ? '' : `[${formatTime(startTime)}] `;
      const who = label === '' ? '' : `${visible(label)}: `;
      quotes.push(`    ${time}${who}${visible(shorten(plainText(content), 160))}`);
    }
  }
  return [
    styleText('bold', visible(facts.title)),
    `  ${visible(from.path)} (${from.kind}) → ${path}`,
    ...(told.length > 0 ? [`  ${told.join(' · ')}`] : []),
    ...voices.slice(0, 12).map((voice) => `  ${serializeVoice(voice, words)}`),
    ...(voices.length > 12 ? [`  … and ${plural(voices.length - 12, 'more voice')}`] : []),
    ...(from.cues ? describeCues(from.cues).map((line) => `  ${line}`) : []),
    ...quotes,
  ].join('\n');
}

const serializeVoice = ({ label, quotes, words }: Voice, all: number): string =>
  `${visible(label)}: ${plural(quotes, 'quote')}, ${plural(words, 'word')} (${Math.round((100 * words) / Math.max(all, 1))} %)`;

/**
 * What was done to the cues of a file; nothing where all were as they should be.
 *
 * describeCues({ cues: 9, empty: 1, moved: 0, reversed: 0, rolling: 0, overlapping: 2, instant: 0 })
 * // => ['Of 9 cues: 1 empty, left out; 2 overlapping, kept in the order of their starts']
 */
export function describeCues(counts: CueCounts): string[] {
  const told = (Object.entries(cueTexts) as [keyof typeof cueTexts, string][]).flatMap(
    ([name, text]) => (counts[name] > 0 ? [`${counts[name].toLocaleString('en')} ${text}`] : []),
  );
  return told.length === 0 ? [] : [`Of ${plural(counts.cues, 'cue')}: ${told.join('; ')}`];
}

const cueTexts = {
  empty: 'empty, left out',
  moved: 'out of order, moved to their time',
  reversed: 'ending before they start, their end left out',
  rolling: 'rolling captions, repeated lines left out',
  overlapping: 'overlapping, kept in the order of their starts',
  instant: 'without length, kept',
} as const;

/** What became of all cues of an import together. */
export function sumCues(episodes: readonly PlannedEpisode[]): CueCounts {
  const sum = { cues: 0, empty: 0, moved: 0, reversed: 0, rolling: 0, overlapping: 0, instant: 0 };
  for (const { from } of episodes) {
    if (!from.cues) continue;
    for (const name of Object.keys(sum) as (keyof CueCounts)[]) sum[name] += from.cues[name];
  }
  return sum;
}

/**
 * Voices that nobody named, with the very option that names them. Empty where there is none. Of many episodes, in
 * which `SPEAKER_00` is somebody else each time, only the count.
 */
export function describeAnonymous(episodes: readonly PlannedEpisode[]): string {
  const single = episodes.filter(({ from }) => from.isSingle);
  const [only, ...others] = single;
  if (!only) return '';
  const nameless = single.filter(({ transcript }) =>
    listVoices([transcript]).some(({ isAnonymous }) => isAnonymous),
  );
  if (nameless.length === 0) return '';
  if (others.length > 0)
    return `${plural(nameless.length, 'episode')} with voices that nobody named; they stay anonymous. To name them, import one file at a time with --speakers "Unknown=Jo Field".`;
  const voices = listVoices([only.transcript]).filter(({ isAnonymous }) => isAnonymous);
  const some = voices.slice(0, 8);
  const rows = some.map(
    ({ label, words, first }) =>
      `  ${visible(label)}  ${plural(words, 'word')}  “${visible(shorten(first, 80))}”`,
  );
  const option = some.map(({ label }) => `${visible(label)}=…`).join(',');
  return [
    `${plural(voices.length, 'voice')} that nobody named; ${voices.length === 1 ? 'it stays' : 'they stay'} anonymous:`,
    ...rows,
    `To name ${voices.length === 1 ? 'it' : 'them'}, type the command again with a name, or the name of a file in speakers, in place of each …: --speakers "${option}"`,
  ].join('\n');
}

/** Files that became nothing, by the reason. */
export function describeLeftOut(leftOut: ReadonlyMap<string, string>, all: boolean): string {
  if (leftOut.size === 0) return '';
  const lines = [...Map.groupBy(leftOut, ([, why]) => why)].map(([why, files]) => {
    const named = (all ? files : files.slice(0, 5)).map(([file]) => visible(file)).join(', ');
    return `  ${why}: ${named}${files.length > 5 && !all ? ` and ${files.length - 5} more` : ''}`;
  });
  return ['Left out:', ...lines].join('\n');
}

/** Where everything went, and what to do now. */
export function describeWritten(
  { written, same, edited }: Written,
  { where, isDryRun, all }: { where: string; isDryRun: boolean; all: boolean },
): string {
  const lines = edited.map((file) => `Left as it was edited: ${file} (--force overwrites it)`);
  if (written.length === 0 && !isDryRun) {
    lines.push(
      `Nothing to do: ${plural(same, 'file')} in ${where} ${same === 1 ? 'is' : 'are'} as ${same === 1 ? 'it' : 'they'} should be.`,
    );
    return lines.join('\n');
  }
  const paths = all ? written : written.slice(0, mostPaths);
  const verb = isDryRun ? 'would be written' : 'written';
  lines.push(
    `${plural(written.length, 'file')} ${verb} to ${where}:`,
    ...paths.map((file) => `  ${where}/${file}`),
    ...(paths.length < written.length
      ? [`  … and ${(written.length - paths.length).toLocaleString('en')} more`]
      : []),
  );
  if (isDryRun) lines.push('Nothing was written. Without --dry-run it is.');
  else
    lines.push(
      'Next:',
      '  npm run check',
      `  git add ${where} && git commit -m "Add transcripts"   when it finds no error`,
    );
  return lines.join('\n');
}

const shorten = (text: string, length: number): string => {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= length ? plain : `${plain.slice(0, length).replace(/\s+\S*$/, '')} …`;
};
