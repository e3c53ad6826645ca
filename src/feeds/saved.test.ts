import { parseAtomFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive/archive.ts';
import { collection, episode, sources, speech } from '../archive/example.ts';
import type { EpisodeEntry } from '../archive/model.ts';
import { answerSaved } from '../search/saved.ts';
import { serializeSavedFeed } from './saved.ts';

/** The feed of what is said about fog in some episodes. */
async function feedOf(...episodes: EpisodeEntry[]): Promise<string> {
  const joined = joinArchive(
    sources({
      episodes,
      collections: [
        collection('fog', { title: 'Fog & <i>mist</i>', description: 'On it.', query: 'fog' }),
      ],
    }),
  );
  const archive = await answerSaved(joined.archive);
  const [fog] = archive.collections;
  return serializeSavedFeed(fog!, fog!.found!, {
    archive: archive.facts,
    language: 'en',
    absolute: (path) => `https://example.org/arch${path}`,
  });
}

const hostile = '<img src=x onerror=alert(1)> ]]> &amp; fog\u0000\u0001\u000b\ufffe.';

describe('a feed', () => {
  it('has what was said as text, without what no XML may hold', async () => {
    const xml = await feedOf(
      episode('a', [speech('Jo Field', hostile)], { title: '<b>A</b>', date: '2024-03-02' }),
    );
    for (const one of ['\u0000', '\u0001', '\u000b', '\ufffe']) expect(xml).not.toContain(one);
    const [entry] = parseAtomFeed(xml).entries ?? [];
    expect(entry?.content).toEqual({
      type: 'text',
      value: '<img src=x onerror=alert(1)> ]]> &amp; fog.',
    });
    expect(entry?.title).toEqual({ type: 'text', value: 'Jo Field: <b>A</b>' });
  });

  it('names itself, its page, each quote by its permalink, and the languages', async () => {
    const xml = await feedOf(
      episode('a', [speech('Jo Field', 'Fog.')], { date: '2024-03-02' }),
      episode('b', [speech('Ann Reed', 'ضباب (fog).')], { date: '2025-01-01', language: 'ar' }),
    );
    const feed = parseAtomFeed(xml);
    expect({ ...feed, entries: undefined }).toEqual({
      xml: { lang: 'en' },
      id: 'https://example.org/arch/collections/fog/',
      title: { type: 'text', value: 'Fog & <i>mist</i> · Harbour archive' },
      subtitle: { type: 'text', value: 'On it.' },
      updated: '2025-01-01T00:00:00.000Z',
      authors: [{ name: 'Harbour archive' }],
      links: [
        {
          rel: 'self',
          type: 'application/atom+xml',
          href: 'https://example.org/arch/collections/fog/feed.xml',
        },
        { rel: 'alternate', type: 'text/html', href: 'https://example.org/arch/collections/fog/' },
      ],
    });
    expect(
      feed.entries?.map(({ id, updated, xml: own, authors }) => [id, updated, own, authors]),
    ).toEqual([
      [
        expect.stringMatching(/^https:\/\/example\.org\/arch\/episodes\/b\/#q\w{8}$/),
        '2025-01-01T00:00:00.000Z',
        { lang: 'ar' },
        [{ name: 'Ann Reed' }],
      ],
      [
        expect.stringMatching(/^https:\/\/example\.org\/arch\/episodes\/a\/#q\w{8}$/),
        '2024-03-02T00:00:00.000Z',
        { lang: 'en' },
        [{ name: 'Jo Field' }],
      ],
    ]);
  });

  it('stands still where nothing has a date, or nothing is found', async () => {
    const undated = '1970-01-01T00:00:00.000Z';
    const feed = parseAtomFeed(await feedOf(episode('a', [speech('Jo Field', 'Fog.')])));
    expect([feed.updated, feed.entries?.[0]?.updated]).toEqual([undated, undated]);
    const empty = parseAtomFeed(await feedOf(episode('a', [speech('Jo Field', 'Sun.')])));
    expect([empty.updated, empty.entries]).toEqual([undated, undefined]);
  });

  it('has the fifty newest quotes, and is the same each time', async () => {
    const said = Array.from({ length: 60 }, (_, at) => `Fog ${at + 1}.`);
    const a = episode('a', [speech('Jo Field', ...said)], { date: '2024-03-02' });
    const xml = await feedOf(a);
    const contents = parseAtomFeed(xml).entries?.map(({ content }) => content?.value);
    expect(contents).toEqual(said.slice(10).toReversed());
    expect(await feedOf(a)).toBe(xml);
  });
});
