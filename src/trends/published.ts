import { createHash } from 'node:crypto';
import { countTrends } from '../archive/figures/trends.ts';
import { archive, figures } from '../content.ts';
import { link } from '../interface.ts';
import { TrendData } from './data.ts';
import { byWords, findExamples, findNamed } from './examples.ts';
import { shardFile, type TrendFacts } from './facts.ts';
import { drawTrends, mostLines } from './picture.ts';
import { serializeTrends } from './shards.ts';

const trends = countTrends(archive, figures);
const { files, ...lists } = serializeTrends(trends);

const hash = createHash('sha256');
for (const [name, text] of files) hash.update(`${name}\n${text}\n`);
/** Changes when any of the figures does. */
const digest = hash.digest('hex').slice(0, 10);

/** What is published of the trends, made once in a build: the text of each shard by its file. */
export const shards: ReadonlyMap<string, string> = new Map(
  [...files].map(([name, text]) => [`${digest}/${shardFile(name)}`, text]),
);

export const facts: TrendFacts = {
  ...lists,
  folder: link(`/trends/${digest}/`),
  periods: trends.over.periods.map(({ name, from, to, words }) => ({ name, from, to, words })),
};

const data = new TrendData(facts, (file) =>
  Promise.resolve(shards.get(file.slice(link('/trends/').length)) ?? ''),
);

export const examples = await findExamples(trends, data);

const kind = trends.topics.length > 1 ? 'topic' : 'speaker';
const things = kind === 'topic' ? byWords(trends.topics) : byWords(trends.speakers);
const found = await findNamed(kind, things, data, mostLines - 1);

/** The comparison that stands on the page before anybody asks for one: topics, or speakers where there are none. */
export const ready = { kind, picture: drawTrends(found, facts.periods, {}) };

/** Those that one may want to compare, with their names: the most spoken of, the most present. */
export const suggested = {
  topics: byWords(trends.topics).slice(0, 24),
  speakers: byWords(trends.speakers).slice(0, 24),
};
export const { undated } = trends.over;
