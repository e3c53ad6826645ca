import { listOf, type PlainArchive, type SaidQuote } from './plain-archive.ts';
import { asPhrase, plainWords } from './plain-search.ts';

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
