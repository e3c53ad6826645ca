import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SpokenWords } from '../archive/figures/spoken-words.ts';
import type { Archive } from '../archive/model.ts';
import { serializeFrontMatter } from '../formats/front-matter.ts';

export const topicCount = 200;
export const termsEach = 5;
/** Most words before this rank are such as every second quote has, and no keeper makes a topic of. */
const firstRank = 300;
/** Ranks between one term and the next: the last are said a few dozen times in twenty million words. */
const step = 20;

/**
 * Adds topics to a content folder, each with words of the archive that are its terms, from common to rare: topic 7
 * has the terms of the ranks 300 + 20 × (7, 207, 407 …). Two terms of each are of two words that stand side by side.
 */
export async function inventTopics(archive: Archive, content: string): Promise<void> {
  const words = SpokenWords.of(archive.episodes);
  const ranked = rankWords(archive, words);
  const pairs = rankPairs(archive, words, ranked);
  const folder = path.join(content, 'topics');
  await mkdir(folder, { recursive: true });
  for (let topic = 0; topic < topicCount; topic++) {
    const terms = Array.from({ length: termsEach }, (_, term) => {
      const all = term < 3 ? ranked : pairs;
      const rank = firstRank + step * (term * topicCount + topic);
      return all[Math.min(rank, all.length - 1 - topic)]!;
    });
    const facts = { name: `Topic ${topic + 1}`, terms };
    await writeFile(path.join(folder, `topic-${topic + 1}.md`), `${serializeFrontMatter(facts)}\n`);
  }
}

/** The words of four letters and more, the most frequent first. */
function rankWords({ episodes }: Archive, words: SpokenWords): string[] {
  const counts = new Uint32Array(words.texts.length);
  for (const episode of episodes) for (const number of words.all(episode)) counts[number]!++;
  return words.texts
    .map((text, number) => ({ text, count: counts[number]! }))
    .filter(({ text }) => /^\p{L}{4,}$/u.test(text))
    .sort((a, b) => b.count - a.count)
    .map(({ text }) => text);
}

/** Pairs of the words that are ranked first, the most frequent first. */
function rankPairs({ episodes }: Archive, words: SpokenWords, ranked: readonly string[]): string[] {
  const known = new Set(ranked.slice(0, 3000).map((text) => words.numberOf(text)));
  const counts = new Map<number, number>();
  for (const episode of episodes) {
    let before = -1;
    for (const number of words.all(episode)) {
      const own = known.has(number) ? number : -1;
      if (own >= 0 && before >= 0) {
        const pair = before * words.texts.length + own;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
      before = own;
    }
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([pair]) => {
      const second = pair % words.texts.length;
      return `${words.texts[(pair - second) / words.texts.length]} ${words.texts[second]}`;
    });
}
