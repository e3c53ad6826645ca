import { expect, it } from 'vitest';
import { joinArchive } from '../archive/archive.ts';
import { episode, sources, speech } from '../archive/example.ts';
import { countFigures } from '../archive/figures/figures.ts';
import { paginate, quotesOf } from '../archive/list.ts';
import type { Sources } from '../archive/model.ts';
import { listByTopic, mostTopics } from './topical-quote.ts';

const topic = (id: string): Sources['topics'][number] => {
  const [like] = sources().topics;
  return { ...like!, id, facts: { ...like!.facts, name: id } };
};

/** What Jo Field said, oldest first, by topic. */
function listOf(topics: readonly string[], ...texts: string[]) {
  const { archive } = joinArchive(
    sources({
      episodes: [episode('a', [speech('Jo Field', ...texts)], { topics: topics.slice(0, 1) })],
      topics: topics.map(topic),
    }),
  );
  const { topicsOf } = countFigures(archive);
  const quotes = quotesOf(archive.speakerById.get('jo-field')!.appearances);
  const { list, topics: found } = listByTopic(paginate(quotes), topicsOf);
  return {
    topics: found.map(({ topic: { id }, quotes: count }) => [id, count]),
    about: list.newest.map(({ about }) => about).reverse(),
  };
}

it('has nothing to look through where nothing is about anything', () => {
  expect(listOf(['tides'], 'Good morning.')).toEqual({ topics: [], about: [[]] });
});

it('leaves out what all quotes are about', () => {
  expect(listOf(['tides', 'fog'], 'Tides.', 'Tides in fog.')).toEqual({
    topics: [['fog', 1]],
    about: [[], [1]],
  });
});

it('numbers topics by how many quotes are about them, and gives each quote its own', () => {
  expect(listOf(['tides', 'fog', 'salt'], 'Tides.', 'Fog, tides.', 'Fog.', 'Fog.', 'No.')).toEqual({
    topics: [
      ['fog', 3],
      ['tides', 2],
    ],
    about: [[2], [1, 2], [1], [1], []],
  });
});

it('has no more topics than there are rules for', () => {
  const topics = Array.from({ length: 12 }, (_, at) => `salt${at}`);
  const { topics: found, about } = listOf(topics, ...topics, 'No.');
  expect(found.length).toBe(mostTopics);
  expect(Math.max(...about.flat())).toBe(mostTopics);
});
