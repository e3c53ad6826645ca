import type { Transcript } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { plainText } from '../archive/quote.ts';
import { joinCues, type Unit } from '../formats/cue-join.ts';
import type { Draft, DraftFacts, Format } from '../formats/draft.ts';
import { parseFacts } from '../formats/facts.ts';
import type { ImportEpisode } from './episode.ts';
import { readFileName } from './file-name.ts';

/**
 * A draft as an episode: its cues joined into quotes; its title, day and language from what the file says, else
 * from the file's name. What an episode cannot say so is left out, and told.
 */
export function episodeOf(
  draft: Draft,
  path: string,
  format: Format,
  { unit, isOneOfSeveral }: { readonly unit: Unit; readonly isOneOfSeveral: boolean },
): ImportEpisode {
  const name = readFileName(path, format.endings);
  const { transcript, problems, counts } =
    'cues' in draft.body
      ? joinCues(draft.body.cues, { unit, file: path })
      : { transcript: draft.body.transcript, problems: [], counts: undefined };
  const { roles = {}, ...given } = draft.facts;
  const { facts, problems: wrong } = checkFacts(given, path);
  const language = facts.language ?? name.language ?? languageOfScript(transcript);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const part = isOneOfSeveral ? draft.name : undefined;
  const isFeed = format.name === 'rss';
  return {
    path,
    source: part === undefined ? path : `${path}#${part}`,
    stem: folder + (part === undefined ? name.stem : isFeed ? part : `${name.stem} ${part}`),
    ...(draft.show !== undefined && { show: draft.show }),
    kind: format.title,
    isSingle: true,
    isUntitled: facts.title === undefined,
    facts: {
      ...facts,
      title: facts.title ?? [name.title, part].filter(Boolean).join(', '),
      date: facts.date ?? name.date,
      language,
    },
    roles,
    transcript,
    topics: draft.topics ?? [],
    ...(counts && { cues: counts }),
    problems: [...draft.problems, ...problems, ...wrong],
  };
}

/** The facts that an episode can have; the others are told. */
function checkFacts(
  given: Omit<DraftFacts, 'roles'>,
  file: string,
): { facts: Omit<DraftFacts, 'roles'>; problems: Problem[] } {
  const wrong = new Set<string>();
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const data = { title: 'x', [name]: value };
    const { problems: found } = parseFacts('episode', data, { file, places: new Map() });
    if (found.length === 0) continue;
    wrong.add(name);
    problems.push(
      ...found.map((problem): Problem => ({
        ...problem,
        severity: 'warning',
        mend: `It is left out. Add \`${name}\` to the episode by hand, or correct the file and import it again.`,
      })),
    );
  }
  const facts = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)));
  return { facts, problems };
}

const scripts: readonly (readonly [string, RegExp])[] = [
  ['ko', /\p{Script=Hangul}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ar', /\p{Script=Arabic}/gu],
];

/**
 * The language of words whose script tells it. Undefined for Latin and Cyrillic letters, which many have.
 *
 * languageOfScript('潮汐表') // => 'zh'
 */
export function languageOfScript({ parts }: Transcript): string | undefined {
  let sample = '';
  for (const part of parts) {
    if (part.type !== 'speech') continue;
    for (const { content } of part.passages) sample += plainText(content);
    if (sample.length > 20_000) break;
  }
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, pattern] of scripts) {
    const count = sample.match(pattern)?.length ?? 0;
    // Kana stands among Han; the others stand alone.
    if (count === 0 || count < letters * (language === 'ja' ? 0.2 : 0.6)) continue;
    // Persian, Urdu and others have letters that Arabic has not.
    return language === 'ar' && /[پچژگکیٹڈڑں]/u.test(sample) ? undefined : language;
  }
  return undefined;
}
