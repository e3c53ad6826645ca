import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { quotesIn } from '../archive/figures/spoken-words.ts';
import type { QuoteId } from '../archive/model.ts';
import { loadArchive } from '../store/archive.ts';

/** Topics for archives that have none. */
const invented = [
  ['ai', 'Artificial intelligence', ['AI', '人工智慧', 'machine learning', 'neural', '模型']],
  ['law', 'Law', ['法', 'court', '法律', 'license', 'Licence']],
  ['money', 'Money', ['fee', 'fees', 'pay', 'Bitcoin', '價格', '錢', 'bit']],
  ['net', 'Internet', ['web', 'the web', '網路', 'Node.js', 'JavaScript', 'it’s']],
  ['open-source', 'Open source', ['open-source', '開源', '開放', 'naïve']],
  ['time', 'Time', ['years ago', '今天', 'year', 'the time', 'at the time']],
  ['zymurgy', 'Zymurgy', ['xyzzy', '…']],
] as const;

/** Writes invented topics into a content folder, some of whose episodes and quotes they claim or deny. */
export async function writeTopics(content: string): Promise<void> {
  const { archive } = await loadArchive(content);
  const ids = archive!.episodes
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((episode) => Array.from(quotesIn(episode), ([{ id }]) => id));
  const every = (step: number, first: number): QuoteId[] =>
    ids.filter((_, index) => index % step === first);
  mkdirSync(path.join(content, 'topics'), { recursive: true });
  for (const [index, [id, name, terms]] of invented.entries()) {
    const quotes = every(53, index);
    const featured = every(211, index + 10);
    const notAbout = every(31, index).filter((one) => ![...quotes, ...featured].includes(one));
    const facts = { name, aliases: terms.slice(0, 1), terms: terms.slice(1) };
    const lines = Object.entries({ ...facts, quotes, featured, notAbout });
    writeFileSync(
      path.join(content, 'topics', `${id}.md`),
      `---\n${lines.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')}---\n`,
    );
  }
  for (const [index, episode] of archive!.episodes.entries()) {
    if (index % 3 !== 0) continue;
    const file = path.join(content, episode.path);
    const text = readFileSync(file, 'utf8');
    if (/^topics:/mu.test(text)) continue;
    const topics = index % 2 === 0 ? '[law, time]' : '[zymurgy]';
    writeFileSync(file, text.replace(/^---\n/u, `---\ntopics: ${topics}\n`));
  }
}
