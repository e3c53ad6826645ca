import type { PlainArchive, PlainEpisode, SaidQuote } from './plain-archive.ts';

/**
 * The figures of an archive counted a second time, by plain loops over what `readPlainArchive` reads. It shares
 * nothing with src/archive/figures. Tuples of counts are `[episodes, quotes, words]`.
 */

export type PlainCounts = readonly [episodes: number, quotes: number, words: number];

/** What one voice has in one episode; of who is only named in the roles, nothing. */
export interface Part {
  readonly who: string;
  readonly quotes: number;
  readonly words: number;
  readonly seconds: number;
  readonly timedQuotes: number;
}

export interface PlainTurn {
  readonly who: string;
  readonly quotes: number;
  readonly words: number;
  /** Where all of it is known. */
  readonly seconds?: number;
}

export interface CountedEpisode {
  readonly episode: PlainEpisode;
  readonly parts: readonly Part[];
  readonly turns: readonly PlainTurn[];
  readonly isTimed: boolean;
}

const rounded = (seconds: number): number => Number(seconds.toFixed(3));

/** Whose the time between one known time and the next is, and the numbers of the quotes in it. */
interface Slice {
  readonly seconds: number;
  readonly quotes: readonly number[];
  readonly isKnown: boolean;
}

/** What happens in a transcript, in order: a time, a note, or words of a quote by its number. */
type Event = { readonly time: number } | 'note' | { readonly quote: number };

function eventsOf({ parts, duration }: PlainEpisode): Event[] {
  const events: Event[] = [];
  let quote = 0;
  for (const part of parts) {
    if (part.kind === 'quote') {
      for (const mark of part.marks) events.push(mark === 'words' ? { quote } : { time: mark });
      quote++;
    } else {
      if (part.time !== undefined) events.push({ time: part.time });
      if (part.kind === 'note') events.push('note');
    }
  }
  return duration === undefined ? events : [...events, { time: duration }];
}

function slicesOf(episode: PlainEpisode): Slice[] {
  const events = eventsOf(episode);
  const cuts = events.flatMap((event, index) =>
    typeof event === 'object' && 'time' in event ? [index] : [],
  );
  const bounds = [-1, ...cuts, events.length];
  return bounds.slice(1).map((end, index): Slice => {
    const start = bounds[index]!;
    const inside = events.slice(start + 1, end);
    const [from, to] = [events[start], events[end]].map((event) =>
      typeof event === 'object' && 'time' in event ? event.time : NaN,
    );
    const quotes = inside.flatMap((event) =>
      typeof event === 'object' && 'quote' in event ? [event.quote] : [],
    );
    const voices = new Set(quotes.map((quote) => episode.quotes[quote]!.who));
    return {
      seconds: to! - from!,
      quotes,
      isKnown: to! - from! >= 0 && voices.size === 1 && !inside.includes('note'),
    };
  });
}

export function recountEpisode(episode: PlainEpisode): CountedEpisode {
  const slices = slicesOf(episode);
  const good = slices.filter(({ isKnown }) => isKnown);
  const lost = new Set(slices.filter(({ isKnown }) => !isKnown).flatMap(({ quotes }) => quotes));
  const secondsIn = (isIn: (quote: number) => boolean): number =>
    rounded(good.reduce((sum, { seconds, quotes }) => sum + (isIn(quotes[0]!) ? seconds : 0), 0));
  const who = (quote: number): string => episode.quotes[quote]!.who;
  const everybody = new Set([
    ...episode.quotes.map((quote) => quote.who),
    ...Object.keys(episode.roles),
  ]);
  return {
    episode,
    isTimed: episode.parts.some((part) =>
      part.kind === 'quote' ? part.marks.some((mark) => mark !== 'words') : part.time !== undefined,
    ),
    parts: [...everybody].map((one): Part => {
      const own = episode.quotes.flatMap((quote, number) => (quote.who === one ? [number] : []));
      return {
        who: one,
        quotes: own.length,
        words: wordsOf(own.map((number) => episode.quotes[number]!)),
        seconds: secondsIn((quote) => who(quote) === one),
        timedQuotes: own.filter((number) => !lost.has(number)).length,
      };
    }),
    turns: runsOf(episode.quotes).map(([from, to]): PlainTurn => {
      const numbers = Array.from({ length: to - from }, (_, index) => from + index);
      const isWhole = numbers.every((number) => !lost.has(number));
      return {
        who: who(from),
        quotes: to - from,
        words: wordsOf(episode.quotes.slice(from, to)),
        ...(isWhole && { seconds: secondsIn((quote) => quote >= from && quote < to) }),
      };
    }),
  };
}

const wordsOf = (quotes: readonly SaidQuote[]): number =>
  quotes.reduce((sum, { words }) => sum + words, 0);

/** Where each run of quotes of one voice begins and ends. */
function runsOf(quotes: readonly SaidQuote[]): [from: number, to: number][] {
  const starts = quotes.flatMap(({ who }, index) =>
    quotes[index - 1]?.who === who ? [] : [index],
  );
  return starts.map((start, index) => [start, starts[index + 1] ?? quotes.length]);
}

/** One line of a table: an episode, and the quotes and words that count in it. */
export interface Line {
  readonly episode: PlainEpisode;
  readonly quotes: number;
  readonly words: number;
}

export const total = (lines: readonly Line[]): PlainCounts => [
  lines.length,
  lines.reduce((sum, { quotes }) => sum + quotes, 0),
  lines.reduce((sum, { words }) => sum + words, 0),
];

/** Each thing that lines belong to, with its counts, by name. */
export function recountBy(
  lines: readonly Line[],
  keyOf: (line: Line) => string | undefined,
): [string, PlainCounts][] {
  const keys = new Set(lines.map(keyOf).filter((key) => key !== undefined));
  return [...keys]
    .sort()
    .map((key): [string, PlainCounts] => [key, total(lines.filter((line) => keyOf(line) === key))]);
}

/** Most of a count first; then by another; else by name. */
export const most =
  (...columns: readonly number[]) =>
  (a: readonly [string, PlainCounts], b: readonly [string, PlainCounts]): number => {
    for (const column of columns)
      if (a[1][column] !== b[1][column]) return b[1][column]! - a[1][column]!;
    return a[0] < b[0] ? -1 : 1;
  };

/** `[name, from, to, counts]` of each period, by walking through the calendar. */
export function recountOverTime(lines: readonly Line[]) {
  const months = lines.flatMap(({ episode: { date } }) => (date ? [date.slice(0, 7)] : [])).sort();
  const calendar = calendarBetween(months[0], months.at(-1));
  const unit = calendar.length > 36 ? 'year' : calendar.length > 12 ? 'quarter' : 'month';
  const nameOf = (month: string): string =>
    unit === 'month'
      ? month
      : unit === 'year'
        ? month.slice(0, 4)
        : `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
  return {
    unit,
    periods: [...new Set(calendar.map(nameOf))].map((name) => {
      const year = name.slice(0, 4);
      const all = calendarBetween(`${year}-01`, `${year}-12`).filter(
        (month) => nameOf(month) === name,
      );
      const inside = lines.filter(
        ({ episode: { date } }) => date && all.includes(date.slice(0, 7)),
      );
      return [name, all[0]!, all.at(-1)!, total(inside)] as const;
    }),
    undated: total(lines.filter(({ episode: { date } }) => date === undefined)),
  };
}

function calendarBetween(first: string | undefined, last: string | undefined): string[] {
  const months: string[] = [];
  if (first === undefined || last === undefined) return months;
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    for (let month = 1; month <= 12; month++) {
      const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
      if (name >= first && name <= last) months.push(name);
    }
  }
  return months;
}

/** All episodes, each counted once. */
export const recountAll = ({ episodes }: PlainArchive): CountedEpisode[] =>
  episodes.map(recountEpisode);
