import type { EpisodeFigures, Part } from '../archive/figures/model.ts';
import type { Direction, QuoteId } from '../archive/model.ts';

/** What `x` and widths are parts of. */
export const span = 1000;

/** A piece of a lane: a turn, or a quote about a topic. */
export interface Mark {
  readonly id: QuoteId;
  /** The path of a line. */
  readonly d: string;
}

/** Places along an episode. */
export interface Lane {
  readonly marks: readonly Mark[];
  /** Those that are too many to lead anywhere, as one path. */
  readonly rest: string;
}

/** The turns of one voice; those who say least share a lane. */
export interface SpeakerLane extends Lane {
  readonly parts: readonly Part[];
  readonly share: number;
}

/** More lanes than these would be taller than what they tell. */
const mostLanes = 8;
/** A link costs sixty bytes: of very many turns, the longest have one; none whom nobody could point at. */
const mostLinks = 400;
/** A thousandth of the width: what is there is seen. */
const least = 1;
/** A quote about a topic is a place rather than a length. */
const dot = 3;

/** A line along a lane, as the page is read. */
function lineOf(at: number, size: number, direction: Direction): string {
  const width = Math.max(least, Math.round(size * span));
  const start = Math.min(span - width, Math.round(at * span));
  return `M${direction === 'rtl' ? span - start - width : start} 0h${width}`;
}

/** The lanes of an episode: who speaks when. */
export function lanesOf({ parts, turns }: EpisodeFigures, direction: Direction): SpeakerLane[] {
  const own = parts.length > mostLanes ? mostLanes - 1 : parts.length;
  const wide = turns.filter(({ size }) => size * span >= least);
  const linked = new Set(
    wide.toSorted((a, b) => b.size - a.size || a.at - b.at).slice(0, mostLinks),
  );
  return Array.from({ length: Math.min(parts.length, own + 1) }, (_, lane) => {
    const inLane = turns.filter(({ part }) => Math.min(part, own) === lane);
    const members = lane < own ? [parts[lane]!] : parts.slice(own);
    return {
      parts: members,
      share: members.reduce((sum, { share }) => sum + share, 0),
      marks: inLane
        .filter((turn) => linked.has(turn))
        .map(({ first, at, size }) => ({ id: first.id, d: lineOf(at, size, direction) })),
      rest: inLane
        .filter((turn) => !linked.has(turn))
        .map(({ at, size }) => lineOf(at, size, direction))
        .join(''),
    };
  });
}

/** Topics that have a lane. */
const mostTopics = 5;

export interface TopicLane extends Lane {
  readonly topic: EpisodeFigures['topics'][number]['topic'];
  readonly quotes: number;
}

/** Where the topics fall that most quotes are about; quotes too close to be told apart are one mark. */
export const topicLanesOf = ({ topics }: EpisodeFigures, direction: Direction): TopicLane[] =>
  topics.slice(0, mostTopics).map(({ topic, quotes }) => {
    const marks: { id: QuoteId; from: number; to: number }[] = [];
    for (const { quote, at } of quotes) {
      const last = marks.at(-1);
      if (last && (at - last.to) * span < 2 * dot) last.to = at;
      else marks.push({ id: quote.id, from: at, to: at });
    }
    return {
      topic,
      quotes: quotes.length,
      marks: marks.map(({ id, from, to }) => ({
        id,
        d: lineOf(from, to - from + dot / span, direction),
      })),
      rest: '',
    };
  });

/** A chapter as a band; `x` and `width` are parts of a hundred. */
export interface Band {
  readonly title: string;
  readonly number: number;
  readonly x: number;
  readonly width: number;
  /** Whether its number has room in it. */
  readonly isWide: boolean;
}

export function bandsOf({ chapters }: EpisodeFigures, direction: Direction): Band[] {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return chapters.map(({ title, at }, index) => {
    const width = (chapters[index + 1]?.at ?? 1) - at;
    return {
      title,
      number: index + 1,
      x: round((direction === 'rtl' ? 1 - at - width : at) * 100),
      width: round(width * 100),
      isWide: width > 0.08,
    };
  });
}

/**
 * The marks of a lane as SVG. As a string: a component would cost more bytes for each of hundreds. None of it was
 * written by anybody: ids and numbers.
 */
export const serializeLane = ({ marks, rest }: Lane): string =>
  (rest === '' ? '' : `<path d="${rest}"/>`) +
  marks.map(({ id, d }) => `<a href="#${id}" tabindex="-1"><path d="${d}"/></a>`).join('');
