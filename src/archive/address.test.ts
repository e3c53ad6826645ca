import { describe, expect, it } from 'vitest';
import * as address from './address.ts';
import { joinArchive } from './archive.ts';
import { episode, sources, speaker, speech, topic } from './example.ts';
import { countFigures } from './figures/figures.ts';
import { quotesPerPage } from './list.ts';
import type { Archive, Sources } from './model.ts';
import { noRecords } from './records.ts';

const join = (given: Partial<Sources> = {}, addresses: readonly string[] = []) =>
  joinArchive(sources(given), { ...noRecords, addresses }).archive;

const pagesOf = (archive: Archive) => address.pagesOf(archive, countFigures(archive).topics);
const lostPages = (archive: Archive) => address.lostPages(archive, countFigures(archive).topics);

const many = (count: number) =>
  episode('tables', [
    speech('Jo Field', ...Array.from({ length: count }, (_, at) => `Sentence ${at} of many.`)),
  ]);

describe('lostPages', () => {
  it('takes no line of the file for a page that could not be one', () => {
    const hostile = ['/../etc/', '/a/./b/', 'no-slash/', '/open', '/a b/', '/a?b/', '/a\\b/', '//'];
    expect(lostPages(join({}, hostile))).toEqual([]);
  });

  it('names nothing that still stands', () => {
    const archive = join({ episodes: [many(3)] });
    expect(lostPages({ ...archive, addresses: pagesOf(archive) })).toEqual([]);
  });

  it('sends the old addresses of a renamed speaker to the new ones', () => {
    const archive = join(
      {
        episodes: [many(quotesPerPage + 1)],
        speakers: [speaker('jo-field', 'Jo Field', { formerly: ['josephine'] })],
      },
      ['/speakers/josephine/', '/speakers/josephine/quotes/1/', '/speakers/josephine/quotes/2/'],
    );
    expect(lostPages(archive)).toEqual([
      { path: '/speakers/josephine/', now: '/speakers/jo-field/', instead: '/speakers/' },
      {
        path: '/speakers/josephine/quotes/1/',
        now: '/speakers/jo-field/quotes/1/',
        instead: '/speakers/',
      },
      { path: '/speakers/josephine/quotes/2/', now: '/speakers/jo-field/', instead: '/speakers/' },
    ]);
  });

  it('says where the rest of a list begins that became shorter', () => {
    expect(lostPages(join({ episodes: [many(3)] }, ['/speakers/jo-field/quotes/1/']))).toEqual([
      { path: '/speakers/jo-field/quotes/1/', instead: '/speakers/jo-field/' },
    ]);
  });

  it('sends whoever asks for what is gone to its neighbours', () => {
    const gone = ['/quotes/q00000000/', '/shows/old/', '/statistics/', '/topics/mud/'];
    expect(lostPages(join({}, gone))).toEqual([
      { path: '/quotes/q00000000/', instead: '/' },
      { path: '/shows/old/', instead: '/shows/' },
      { path: '/statistics/', instead: '/' },
      { path: '/topics/mud/', instead: '/topics/' },
    ]);
  });
});

describe('pagesOf', () => {
  it('names each page once, numbered ones too', () => {
    const pages = pagesOf(join({ episodes: [many(quotesPerPage * 2)] }));
    expect(new Set(pages).size).toBe(pages.length);
    expect(pages).toEqual(pages.toSorted());
    expect(pages).toContain('/episodes/tables/');
    expect(pages).toContain('/speakers/jo-field/quotes/2/');
    expect(pages).not.toContain('/speakers/jo-field/quotes/3/');
  });

  it('numbers the quotes about a topic that name it, not those of an episode that is about it', () => {
    const given = {
      episodes: [many(quotesPerPage * 2 + 1)],
      topics: [topic('few', 'Sentence 7'), topic('many', 'Of many', { terms: ['sentence'] })],
    };
    const pages = pagesOf(join(given)).filter((page) => page.startsWith('/topics/'));
    expect(pages).toEqual([
      '/topics/',
      '/topics/few/',
      '/topics/many/',
      '/topics/many/quotes/1/',
      '/topics/many/quotes/2/',
    ]);
    const episodes = [{ ...many(quotesPerPage + 1) }].map((entry) => ({
      ...entry,
      facts: { ...entry.facts, topics: ['few'] },
    }));
    expect(pagesOf(join({ ...given, episodes }))).not.toContain('/topics/few/quotes/1/');
  });

  it('has no card of an id that nobody ever gave', () => {
    expect(pagesOf(join({}, ['/quotes/q00000000/']))).not.toContain('/quotes/q00000000/');
  });
});
