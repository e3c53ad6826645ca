import { listOf, type PlainArchive, type PlainEpisode, type SaidQuote } from './plain-archive.ts';
import { asPhrase, plainWords } from './plain-search.ts';

/** Why each quote is about a topic, and whom it names, found by comparing strings: one quote after another. */

/** A quote by its place. */
export interface PlacedLine {
  readonly episode: PlainEpisode;
  readonly quote: SaidQuote;
  /** `path number`. */
  readonly place: string;
  readonly text: string;
}

export const placedLines = ({ episodes }: PlainArchive): PlacedLine[] =>
  episodes.flatMap((episode) =>
    episode.quotes.map((quote, number) => ({
      episode,
      quote,
      place: `${episode.path} ${number}`,
      text: plainWords(quote.text),
    })),
  );

/** What the file of a topic says, with places for ids. */
export interface PlainTopic {
  readonly id: string;
  /** Its name, aliases and terms, as they stand between words. */
  readonly phrases: readonly string[];
  readonly kept: ReadonlySet<string>;
  readonly denied: ReadonlySet<string>;
}

export const plainTopics = (
  { topics }: PlainArchive,
  placeOf: (id: string) => string,
): PlainTopic[] =>
  topics.map(({ id, name, facts }) => {
    const of = (field: string): string[] => listOf(facts[field]);
    return {
      id,
      phrases: [name, ...of('aliases'), ...of('terms')]
        .map(asPhrase)
        .filter((phrase) => phrase.trim() !== ''),
      kept: new Set([...of('quotes'), ...of('featured')].map(placeOf)),
      denied: new Set(of('notAbout').map(placeOf)),
    };
  });

function reasonOf(topic: PlainTopic, { episode, place, text }: PlacedLine) {
  if (topic.denied.has(place)) return undefined;
  if (topic.kept.has(place)) return 'keeper';
  if (topic.phrases.some((phrase) => text.includes(phrase))) return 'terms';
  return episode.topics.includes(topic.id) ? 'episode' : undefined;
}

/** Every quote about a topic, with the reason. */
export const linesAbout = (topic: PlainTopic, lines: readonly PlacedLine[]) =>
  lines.flatMap((line) => {
    const reason = reasonOf(topic, line);
    return reason ? [{ ...line, reason }] : [];
  });

/** A letter that nobody writes, between a name and the s of its possessive. */
const mark = 'ꟿ';

/** Names by which people are mentioned, with whom they mean: nobody, where several have one. */
export function plainNames({ speakers }: PlainArchive): Map<string, string | undefined> {
  const names = new Map<string, string | undefined>();
  for (const { id, name, facts } of speakers) {
    const whole = [name, ...listOf(facts['aliases'])].filter(
      (text) =>
        (/\S\s+\S/u.test(text) && /[\p{L}\p{N}]{2}/u.test(text)) ||
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(text),
    );
    for (const text of [...whole, ...listOf(facts['mentionedAs'])]) {
      const phrase = asPhrase(text);
      names.set(phrase, names.has(phrase) && names.get(phrase) !== id ? undefined : id);
    }
  }
  return names;
}

/** Speakers whom a quote of somebody else names. */
export function namedIn(names: ReadonlyMap<string, string | undefined>, quote: SaidQuote) {
  const text = plainWords(
    quote.text.replace(/(?<=\p{L}\p{M}*)['’ʼ]s(?![\p{L}\p{N}\p{M}])/giu, `${mark}s`),
  );
  const found = [...names].flatMap(([phrase, id]) =>
    [phrase, phrase.replace(/ $/u, `${mark}s `)].flatMap((one) =>
      placesIn(text, one).map((start) => {
        const lead = one.length - one.trimStart().length;
        return { id, start: start + lead, end: start + lead + phrase.trim().length };
      }),
    ),
  );
  const meant = found.filter(
    ({ start, end }) =>
      !found.some(
        (other) =>
          other.start <= start && other.end >= end && other.end - other.start > end - start,
      ),
  );
  return new Set(meant.flatMap(({ id }) => (id === undefined || id === quote.who ? [] : id)));
}

function placesIn(text: string, phrase: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) places.push(at);
  return places;
}
