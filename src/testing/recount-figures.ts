import type { PlainArchive } from './plain-archive.ts';
import {
  type CountedEpisode,
  type Line,
  most,
  type Part,
  type PlainCounts,
  recountBy,
  recountOverTime,
  total,
} from './recount.ts';

/** What a second count says of speakers, shows, episodes and the archive: plain lists, to be compared. */

/** One voice in one episode. */
export type PartLine = Line & Part;

const rounded = (seconds: number): number => Number(seconds.toFixed(3));
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const shareOf = (part: number, words: number): number => (words === 0 ? 0 : part / words);
const isNamed = (who: string): boolean => !who.startsWith('?');
const spoken = (line: Line): boolean => line.quotes > 0;
const whoSpeaks = (line: Line): string => (line as PartLine).who;

export const linesIn = (counted: readonly CountedEpisode[]): PartLine[] =>
  counted.flatMap(({ episode, parts }) => parts.map((part) => ({ episode, ...part })));

const whole = ({ episode, turns }: CountedEpisode): Line => ({
  episode,
  quotes: episode.quotes.length,
  words: sum(turns.map(({ words }) => words)),
});

function timeOf(parts: readonly Part[]): [seconds: number, quotes: number] | undefined {
  const seconds = rounded(sum(parts.map((part) => part.seconds)));
  const quotes = sum(parts.map((part) => part.timedQuotes));
  return seconds + quotes > 0 ? [seconds, quotes] : undefined;
}

/** Words of the longest turn, with the seconds of each that is as long. Nothing where nobody speaks. */
export function recountLongest(counted: readonly CountedEpisode[], who?: string) {
  const turns = counted.flatMap((one) => one.turns).filter((turn) => !who || turn.who === who);
  const words = Math.max(...turns.map((turn) => turn.words));
  return turns.filter((turn) => turn.words === words).map((turn) => [words, turn.seconds]);
}

export function recountSpeaker(id: string, lines: readonly PartLine[]) {
  const mine = lines.filter(({ who }) => who === id);
  const speaksIn = new Set(mine.filter(spoken).map(({ episode }) => episode));
  const together = lines.filter(
    (line) => line.who !== id && isNamed(line.who) && spoken(line) && speaksIn.has(line.episode),
  );
  const dates = mine.flatMap(({ episode: { date } }) => date ?? []).sort();
  return {
    counts: total(mine),
    time: timeOf(mine),
    roles: recountBy(mine, ({ episode }) => episode.roles[id])
      .sort(most(0))
      .map(([role, [episodes]]) => [role, episodes]),
    first: dates[0],
    latest: dates.at(-1),
    overTime: recountOverTime(mine),
    shows: recountBy(mine, ({ episode }) => episode.show).sort(most(0, 1)),
    company: recountBy(together, whoSpeaks).sort(most(0, 1)),
  };
}

/** Each voice with its counts, its share of the words and its time, most words first. */
const sharesOf = (lines: readonly PartLine[], words: number) =>
  recountBy(lines, whoSpeaks)
    .sort(most(2, 1))
    .map(([who, counts]) => [
      who,
      counts,
      shareOf(counts[2], words),
      timeOf(lines.filter((line) => line.who === who)),
    ]);

export function recountShow(id: string, counted: readonly CountedEpisode[]) {
  const all = counted.filter(({ episode }) => episode.show === id);
  const lines = linesIn(all);
  const anonymous = lines.filter(({ who }) => !isNamed(who));
  const counts = total(all.map(whole));
  return {
    counts,
    time: timeOf(lines),
    overTime: recountOverTime(all.map(whole)),
    speakers: sharesOf(
      lines.filter(({ who }) => isNamed(who)),
      counts[2],
    ),
    anonymous: [
      new Set(anonymous.map(({ episode }) => episode)).size,
      total(anonymous)[1],
      total(anonymous)[2],
    ],
  };
}

export function recountStrip(counted: CountedEpisode) {
  const { episode, parts, turns } = counted;
  const { words } = whole(counted);
  return {
    time: timeOf(parts),
    parts: sharesOf(linesIn([counted]), words),
    turns: turns.map(({ who, words: own }, index) => [
      who,
      shareOf(sum(turns.slice(0, index).map((before) => before.words)), words),
      shareOf(own, words),
    ]),
    chapters: episode.parts.flatMap((part, index, all) => {
      if (part.kind !== 'chapter') return [];
      const before = all.slice(0, index).map((one) => (one.kind === 'quote' ? one.words : 0));
      return [[part.title, shareOf(sum(before), words)]];
    }),
  };
}

const isReviewed = (status = ''): boolean => ['reviewed', 'verified'].includes(status);

const coverageOf = (some: readonly CountedEpisode[]) => [
  total(some.map(whole)),
  some.filter(({ isTimed }) => isTimed).length,
  some.filter(({ episode }) => isReviewed(episode.status)).length,
  some.filter(({ episode }) => episode.topics.length > 0).length,
  some.filter(({ episode }) => episode.isPlayable).length,
];

function calendar(years: readonly string[]): string[] {
  const all: string[] = [];
  const [first, last] = [years.toSorted()[0], years.toSorted().at(-1)];
  for (let year = Number(first); year <= Number(last); year++) all.push(String(year));
  return all;
}

export function recountArchive(plain: PlainArchive, counted: readonly CountedEpisode[]) {
  const lines = linesIn(counted);
  const all = counted.map(whole);
  const undated = counted.filter(({ episode }) => episode.date === undefined);
  const partsOf = (kind: string): number =>
    sum(plain.episodes.map(({ parts }) => parts.filter((part) => part.kind === kind).length));
  return {
    counts: total(all),
    time: timeOf(lines),
    overTime: recountOverTime(all),
    coverage: [
      ...calendar(yearsIn(all)).map((year) => [
        year,
        ...coverageOf(counted.filter(({ episode }) => episode.date?.startsWith(year))),
      ]),
      ...(undated.length > 0 ? [[undefined, ...coverageOf(undated)]] : []),
    ],
    statuses: ['verified', 'reviewed', 'machine', undefined].flatMap((status) => {
      const some = all.filter(({ episode }) => episode.status === status);
      return some.length > 0 ? [[status, total(some)]] : [];
    }),
    languages: recountBy(all, ({ episode }) => episode.language).sort(most(2)),
    speakers: presentIn(lines),
    turnover: recountTurnover(plain, lines),
    leftOut: { notes: partsOf('note'), chapters: partsOf('chapter') },
  };
}

const yearsIn = (lines: readonly Line[]): string[] =>
  lines.flatMap(({ episode: { date } }) => date?.slice(0, 4) ?? []);

const presentIn = (lines: readonly PartLine[]): [string, PlainCounts][] =>
  recountBy(
    lines.filter(({ who }) => isNamed(who)),
    whoSpeaks,
  ).sort(most(0, 1));

function recountTurnover({ speakers }: PlainArchive, lines: readonly PartLine[]) {
  const spokenIn = speakers
    .map(({ id }) => yearsIn(lines.filter((line) => line.who === id && spoken(line))).sort())
    .filter((years) => years.length > 0);
  return calendar(spokenIn.flat()).map((year) => [
    year,
    spokenIn.filter((years) => years.includes(year)).length,
    spokenIn.filter(([first]) => first === year).length,
    spokenIn.filter((years) => years.at(-1) === year).length,
  ]);
}

export function recountGaps(plain: PlainArchive, counted: readonly CountedEpisode[]) {
  const { episodes } = plain;
  const quotes = episodes.flatMap((episode) => episode.quotes);
  return {
    undated: episodes.filter(({ date }) => date === undefined).length,
    untimed: counted.filter(({ isTimed }) => !isTimed).length,
    unreviewed: episodes.filter(({ status }) => !isReviewed(status)).length,
    withoutTopics: episodes.filter(({ topics }) => topics.length === 0).length,
    withoutRecording: episodes.filter(({ isPlayable }) => !isPlayable).length,
    anonymousQuotes: quotes.filter(({ who }) => !isNamed(who)).length,
    untimedQuotes: quotes.filter(({ begins }) => !begins).length,
    silentSpeakers: plain.speakers.filter(({ id }) => !quotes.some(({ who }) => who === id)).length,
  };
}

/** The most present speakers, and each pair of them with the episodes where both speak. */
export function recountNetwork(lines: readonly PartLine[], most: number) {
  const speakers = presentIn(lines)
    .slice(0, most)
    .map(([id, [episodes]]): [string, number] => [id, episodes]);
  const speaksIn = new Map(
    speakers.map(([id]) => [
      id,
      new Set(
        lines.filter((line) => line.who === id && spoken(line)).map(({ episode }) => episode),
      ),
    ]),
  );
  const pairs = speakers.flatMap(([one], index) =>
    speakers.slice(index + 1).flatMap(([other]) => {
      const shared = speaksIn.get(one)!.intersection(speaksIn.get(other)!).size;
      return shared > 0 ? [[one, other, shared] as const] : [];
    }),
  );
  return { speakers, pairs };
}
