import { listOf, type PlainArchive } from './plain-archive.ts';
import { plainWords } from './plain-search.ts';

/** A word, and what is told of it. */
export type PlainTelling = readonly [
  word: string,
  count: number,
  own: number,
  others: number,
  z: number,
];

const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/** The words of a text: between blanks, and those of `Intl.Segmenter` where there are none. */
function wordsOf(text: string, language: string): string[] {
  const speech = text.replace(/\[[^\]]*\]/gu, ' ');
  const words = plainWords(speech)
    .split(' ')
    .filter((word) => /\p{L}/u.test(word) && !unspaced.test(word));
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(speech);
  for (const { segment } of segments) {
    if ([...segment].length > 1 && [...segment].every((character) => unspaced.test(character)))
      words.push(segment.normalize('NFKC').toLowerCase());
  }
  return words;
}

interface SaidWords {
  readonly who: string;
  readonly path: string;
  readonly words: readonly string[];
}

/** The telling words of every speaker, straight from their definition. */
export function recountTelling({ speakers, episodes }: PlainArchive): Map<string, PlainTelling[]> {
  const found = new Map<string, PlainTelling[]>(speakers.map(({ id }) => [id, []]));
  const namesOf = new Map(
    speakers.map(({ id, name, facts }) => [
      id,
      [name, ...listOf(facts['aliases']), ...listOf(facts['mentionedAs'])],
    ]),
  );
  for (const language of new Set(episodes.map((episode) => episode.language))) {
    const said = episodes
      .filter((episode) => episode.language === language)
      .flatMap(({ path, quotes }): SaidWords[] =>
        quotes.map(({ who, text }) => ({ who, path, words: wordsOf(text, language) })),
      );
    const all = countWords(said);
    const total = said.reduce((sum, { words }) => sum + words.length, 0);
    for (const { id } of speakers) {
      const near = episodes
        .map(({ quotes, roles }) => [...quotes.map(({ who }) => who), ...Object.keys(roles)])
        .filter((people) => people.includes(id))
        .flat();
      const names = [...new Set([id, ...near])].flatMap((one) => namesOf.get(one) ?? []);
      const mine = said.filter(({ who }) => who === id);
      found.get(id)!.push(...compare(mine, all, total, names));
    }
  }
  for (const [id, words] of found)
    found.set(id, words.sort((a, b) => b[4] - a[4] || (a[0] < b[0] ? -1 : 1)).slice(0, 24));
  return found;
}

const countWords = (said: readonly SaidWords[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { words } of said)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

function compare(
  mine: readonly SaidWords[],
  all: ReadonlyMap<string, number>,
  total: number,
  names: readonly string[],
): PlainTelling[] {
  const own = mine.reduce((sum, { words }) => sum + words.length, 0);
  const others = total - own;
  if (others === 0) return [];
  const inNames = new Set(
    names.flatMap((name) => plainWords(name).trim().split(' ')).flatMap((one) => [one, `${one}s`]),
  );
  const episodes = new Set(mine.map(({ path }) => path)).size;
  return [...countWords(mine)].flatMap(([word, count]): PlainTelling[] => {
    const having = mine.filter(({ words }) => words.includes(word));
    if (having.length < 3) return [];
    if (new Set(having.map(({ path }) => path)).size < Math.min(2, episodes)) return [];
    if (inNames.has(word)) return [];
    if (unspaced.test(word) && names.some((name) => name.includes(word))) return [];
    const elsewhere = all.get(word)! - count;
    const prior = all.get(word)! / total / 4;
    const [one, rest] = [count + prior * own, 1.25 * own];
    const [other, otherRest] = [elsewhere + prior * others, 1.25 * others];
    const ratio = Math.log(one / (rest - one) / (other / (otherRest - other)));
    const z = (ratio - Math.log(2)) / Math.sqrt(1 / one + 1 / other);
    return z >= 1.96 ? [[word, count, (count / own) * 1e4, (elsewhere / others) * 1e4, z]] : [];
  });
}
