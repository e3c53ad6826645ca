import { parseAtomFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive/archive.ts';
import { episode, sources, speech } from '../archive/example.ts';
import type { AboutQuote } from '../archive/figures/model.ts';
import type { Archive, EpisodeEntry } from '../archive/model.ts';
import { wordsOf } from '../i18n/index.ts';
import {
  type EpisodeFeedSetting,
  serializeEpisodesFeed,
  serializeSpeakerFeed,
  serializeTopicFeed,
} from './episodes.ts';

const join = (...episodes: EpisodeEntry[]): Archive => joinArchive(sources({ episodes })).archive;

const settingOf = (archive: Archive): EpisodeFeedSetting => ({
  archive: archive.facts,
  language: 'en',
  absolute: (path) => `https://example.org/arch${path}`,
  words: wordsOf('en'),
});

/** The feed of Jo Field, read again. */
function feedOfJo(...episodes: EpisodeEntry[]) {
  const archive = join(...episodes);
  const xml = serializeSpeakerFeed(archive.speakerById.get('jo-field')!, settingOf(archive));
  return { ...parseAtomFeed(xml), text: xml };
}

const undated = '1970-01-01T00:00:00.000Z';

describe('the feed of a speaker', () => {
  it('is empty, and stands still, where they never appear', () => {
    const { entries, updated } = feedOfJo(episode('a', [speech('Ann Reed', 'Fog.')]));
    expect([entries, updated]).toEqual([undefined, undated]);
  });

  it('has words as text, without what no XML may hold', () => {
    const { text, entries } = feedOfJo(
      episode('a', [speech('Jo Field', '<b>Fog</b> & ]]> mist\u0000\ufffe.')], { title: '<i>A' }),
    );
    for (const one of ['\u0000', '\ufffe']) expect(text).not.toContain(one);
    expect(entries?.[0]?.title).toEqual({ type: 'text', value: '<i>A · Harbour' });
    expect(entries?.[0]?.content?.value).toContain('“<b>Fog</b> & ]]> mist.”');
  });

  it('has an entry for each appearance, newest first, that leads to the first words', () => {
    const { entries, updated, links } = feedOfJo(
      episode('a', [speech('Jo Field', 'Fog.')], { date: '2024-03-02' }),
      episode('b', [speech('Ann Reed', 'Sun?'), speech('Jo Field', 'Sun it was.', 'And fog.')], {
        date: '2025-01-01',
        language: 'de',
      }),
      episode('c', [speech('Ann Reed', 'Alone.')], { date: '2025-02-02' }),
    );
    expect(entries?.map(({ id, xml, authors }) => [id, xml, authors])).toEqual([
      ['https://example.org/arch/speakers/jo-field/#in-b', { lang: 'de' }, [{ name: 'Jo Field' }]],
      ['https://example.org/arch/speakers/jo-field/#in-a', { lang: 'en' }, [{ name: 'Jo Field' }]],
    ]);
    expect(entries?.[0]?.content?.value).toBe('“Sun it was.”\n\n2 quotes, 5 words');
    expect(entries?.[0]?.links?.[0]?.href).toMatch(/\/arch\/episodes\/b\/#q\w{8}$/);
    expect(updated).toBe('2025-01-01T00:00:00.000Z');
    expect(links?.map(({ href }) => href)).toEqual([
      'https://example.org/arch/speakers/jo-field/feed.xml',
      'https://example.org/arch/speakers/jo-field/',
    ]);
  });

  it('says that there are no words where the role alone is known', () => {
    const { entries } = feedOfJo(
      episode('a', [speech('Ann Reed', 'Fog.')], { roles: { 'jo-field': 'chair' } }),
    );
    expect(entries?.[0]?.content?.value).toBe('0 quotes, 0 words');
    expect(entries?.[0]?.links?.[0]?.href).toBe('https://example.org/arch/episodes/a/');
  });

  it('has the fifty newest, and is the same each time', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      episode(`e${at}`, [speech('Jo Field', `Fog ${at}.`)], {
        date: `2024-01-01`,
        number: at,
      }),
    );
    const { entries, text } = feedOfJo(...many);
    expect(entries?.length).toBe(50);
    expect(entries?.[0]?.id).toMatch(/#in-e59$/);
    expect(feedOfJo(...many).text).toBe(text);
  });
});

describe('the feed of a topic', () => {
  it('begins an entry with words that are about it, before those of its episode alone', () => {
    const archive = join(
      episode('a', [speech('Jo Field', 'Good morning.', 'The tides.')], { topics: ['tides'] }),
      episode('b', [speech('Ann Reed', 'High tides.')], { date: '2024-03-02' }),
    );
    const quotes = archive.episodes.toReversed().flatMap((own): AboutQuote[] =>
      own.parts.flatMap((part) =>
        part.type === 'turn'
          ? part.quotes.map((quote, at) => ({
              quote,
              turn: part,
              episode: own,
              voice: part.voice,
              reason: own.key === 'a' && at === 0 ? 'episode' : 'terms',
            }))
          : [],
      ),
    );
    const topic = archive.topicById.get('tides')!;
    const feed = parseAtomFeed(serializeTopicFeed(topic, quotes, settingOf(archive)));
    expect(feed.id).toBe('https://example.org/arch/topics/tides/');
    expect(feed.entries?.map(({ id, content, authors }) => [id, content?.value, authors])).toEqual([
      [
        'https://example.org/arch/topics/tides/#in-b',
        '“High tides.”\n\n1 quote',
        [{ name: 'Ann Reed' }],
      ],
      [
        'https://example.org/arch/topics/tides/#in-a',
        '“The tides.”\n\n2 quotes',
        [{ name: 'Jo Field' }],
      ],
    ]);
  });
});

describe('the feed of all episodes', () => {
  it('names everybody who speaks, and the topics, as categories', () => {
    const archive = join(
      episode('a', [speech('Jo Field', 'Fog.'), speech('Audience', 'Oh.')], {
        topics: ['tides'],
        summary: 'On fog.',
      }),
    );
    const [entry] = parseAtomFeed(serializeEpisodesFeed(archive, settingOf(archive))).entries ?? [];
    expect(entry?.id).toBe('https://example.org/arch/episodes/a/');
    expect(entry?.authors).toEqual([{ name: 'Jo Field' }, { name: 'Audience' }]);
    expect(entry?.categories).toEqual([
      { term: 'jo-field', scheme: 'https://example.org/arch/speakers/', label: 'Jo Field' },
      { term: 'tides', scheme: 'https://example.org/arch/topics/', label: 'Tides' },
    ]);
    expect(entry?.content?.value).toBe('On fog.\n\n“Fog.”\n\n2 quotes, 2 words');
  });
});
