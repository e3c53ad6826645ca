import type { Chapter, Episode, Inline, Note, Quote } from '../model.ts';
import type { SpeakingTime } from './model.ts';

/**
 * How long each whole turn of an episode lasts, as far as its times tell; as many as `wholeTurns` gives.
 *
 * measureTurns(episode) // => [{ seconds: 8, quotes: 1 }, { seconds: 0, quotes: 0 }]
 */
export function measureTurns(episode: Episode): readonly SpeakingTime[] {
  const clock = new Clock();
  for (const part of episode.parts) {
    if (part.type !== 'turn') {
      clock.pass(part);
      continue;
    }
    if (!part.continued || clock.turns.length === 0) clock.startTurn();
    for (const quote of part.quotes) clock.hear(quote);
  }
  if (episode.facts.duration !== undefined) clock.strike(episode.facts.duration);
  clock.stop();
  return clock.turns;
}

/** Time of several turns together; undefined where nothing is known of them. */
export function sumTime(times: Iterable<SpeakingTime | undefined>): SpeakingTime | undefined {
  let seconds = 0;
  let quotes = 0;
  for (const time of times) {
    seconds += time?.seconds ?? 0;
    quotes += time?.quotes ?? 0;
  }
  return seconds > 0 || quotes > 0 ? { seconds: toThousandths(seconds), quotes } : undefined;
}

/** Sums of fractions have endless digits. */
const toThousandths = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** Whether a time stands anywhere in a transcript. */
export const isTimed = (episode: Episode): boolean =>
  episode.parts.some((part) =>
    part.type === 'turn' ? part.quotes.some(hasTime) : part.startTime !== undefined,
  );

const hasTime = ({ startTime, endTime, content }: Quote): boolean =>
  startTime !== undefined ||
  endTime !== undefined ||
  [...marksIn(content)].some((mark) => mark !== 'words');

/** What stands between one known time and the next. */
interface Stretch {
  /** Absent before the first known time. */
  readonly start?: number;
  /** Whose it is, as the number of a turn; `others` where it is not one voice’s alone. */
  owner?: number | 'others';
  /** Numbers of the quotes in it. */
  readonly quotes: number[];
}

/** Goes through a transcript, and gives each stretch to the turn whose it is. */
class Clock {
  readonly turns: { seconds: number; quotes: number }[] = [];
  /** The turn of each quote; undefined once a stretch that it stands in is unknown. */
  readonly #quotes: (number | undefined)[] = [];
  #stretch: Stretch = { quotes: [] };

  startTurn(): void {
    this.turns.push({ seconds: 0, quotes: 0 });
  }

  /** Goes past a note or a chapter: how long a note takes nobody knows, a chapter takes no time. */
  pass({ type, startTime }: Chapter | Note): void {
    if (startTime !== undefined) this.strike(startTime);
    if (type === 'note') this.#stretch.owner = 'others';
  }

  hear({ content, startTime, endTime }: Quote): void {
    const number = this.#quotes.push(this.turns.length - 1) - 1;
    if (startTime !== undefined) this.strike(startTime);
    for (const mark of marksIn(content)) {
      if (mark === 'words') this.#speak(number);
      else this.strike(mark);
    }
    if (endTime !== undefined) this.strike(endTime);
  }

  #speak(quote: number): void {
    const own = this.turns.length - 1;
    const { owner, quotes } = this.#stretch;
    if (owner === undefined) this.#stretch.owner = own;
    else if (owner !== own) this.#stretch.owner = 'others';
    if (quotes.at(-1) !== quote) quotes.push(quote);
  }

  /** A known time: one stretch ends, another begins. */
  strike(time: number): void {
    const { start, owner, quotes } = this.#stretch;
    if (start !== undefined && time >= start && typeof owner === 'number')
      this.turns[owner]!.seconds += time - start;
    else this.#lose(quotes);
    this.#stretch = { start: time, quotes: [] };
  }

  /** The end of the transcript: what no time ends is unknown. */
  stop(): void {
    this.#lose(this.#stretch.quotes);
    for (const turn of this.#quotes) if (turn !== undefined) this.turns[turn]!.quotes++;
    for (const turn of this.turns) turn.seconds = toThousandths(turn.seconds);
  }

  #lose(quotes: readonly number[]): void {
    for (const quote of quotes) this.#quotes[quote] = undefined;
  }
}

/** What is said and the times in it, in order. */
function* marksIn(content: readonly Inline[]): Generator<'words' | number> {
  const [first] = content;
  if (content.length <= 1 && (first === undefined || typeof first === 'string')) yield 'words';
  else yield* deepMarksIn(content);
}

function* deepMarksIn(content: readonly Inline[]): Generator<'words' | number> {
  for (const inline of content) {
    if (typeof inline === 'string') {
      if (inline.trim() !== '') yield 'words';
    } else if (inline.type === 'time') yield inline.seconds;
    else if (inline.type === 'code') yield 'words';
    else if (inline.type !== 'break') yield* deepMarksIn(inline.children);
  }
}
