import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gatherAbout } from '../archive/figures/about.ts';
import { countFigures } from '../archive/figures/figures.ts';
import { SpokenWords } from '../archive/figures/spoken-words.ts';
import { tallyAll } from '../archive/figures/tally.ts';
import { findTelling } from '../archive/figures/telling-words.ts';
import { countTopic } from '../archive/figures/topic.ts';
import { loadArchive } from '../store/archive.ts';
import type { FiguresStep } from './figures.ts';

/**
 * Counts everything of a content folder, part by part and then at once, and prints a `FiguresStep`.
 *
 * node src/bench/figures-step.ts <content folder>
 */
const [content = ''] = process.argv.slice(2);
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** Bytes that are held once all that is not needed is given back. */
const held = (): number => {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
/** Seconds that the processor worked: others on the machine do not count. */
const worked = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
};
const timed = <Result>(make: () => Result): [result: Result, seconds: number] => {
  const start = worked();
  const result = make();
  return [result, worked() - start];
};

const start = worked();
const { archive } = await loadArchive(content, { unanswered: true });
if (!archive) throw new Error(`Unexpected problems in ${content}, expected an archive.`);
const joining = worked() - start;
const before = held();
const [words, folding] = timed(() => SpokenWords.of(archive.episodes));
const withWords = held();
const [figures, counting] = timed(() => countFigures(archive, words));
const withFigures = held();
const [, tallying] = timed(() => tallyAll(archive.episodes));
const [about, matching] = timed(() => gatherAbout(archive, words));
const [, topics] = timed(() => archive.topics.map((topic) => countTopic(topic, about, archive)));
const [, telling] = timed(() => findTelling(archive, words));
const [, strips] = timed(() => archive.episodes.map((episode) => figures.episode(episode)));
const step: FiguresStep = {
  counts: archive.counts,
  about: [...figures.topics.values()].reduce((sum, { quotes }) => sum + quotes.length, 0),
  seconds: {
    joining,
    folding,
    counting,
    tallying,
    matching,
    topics,
    telling,
    strips,
  },
  bytes: { archive: before, words: withWords - before, figures: withFigures - withWords },
};
console.log(JSON.stringify(step));
