import type { Speaker } from '../model.ts';
import { compareText } from '../order.ts';
import { quotesIn } from './spoken-words.ts';
import type { WholeWords } from './whole-words.ts';

/**
 * How a speaker’s words are spelled most often, by their numbers; of two spellings as frequent, the one that
 * is not written large.
 */
export function spell(
  numbers: readonly number[],
  { id, appearances }: Speaker,
  words: WholeWords,
): Map<number, string> {
  const wanted = new Map(numbers.map((number) => [number, new Map<string, number>()]));
  if (wanted.size === 0) return new Map();
  const isWanted = new Uint8Array(Math.max(...numbers) + 1);
  for (const number of numbers) isWanted[number] = 1;
  for (const { episode } of appearances) {
    let place = -1;
    for (const [quote, { voice }] of quotesIn(episode)) {
      place++;
      if (voice.id !== id) continue;
      let spelled: ((index: number) => string) | undefined;
      const said = words.in(episode, place);
      for (let index = 0; index < said.length; index++) {
        const number = said[index]!;
        if (isWanted[number] !== 1) continue;
        const counts = wanted.get(number)!;
        spelled ??= words.spelled(episode, place, quote);
        const spelling = spelled(index);
        counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
      }
    }
  }
  return new Map(
    [...wanted].flatMap(([number, counts]) => {
      const [first] = [...counts].sort(([a, one], [b, two]) => two - one || compareText(b, a));
      return first ? [[number, first[0]] as const] : [];
    }),
  );
}
