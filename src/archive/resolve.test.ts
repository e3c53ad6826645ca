import { describe, expect, it } from 'vitest';
import { joinArchive } from './archive.ts';
import { episode, sources, speech } from './example.ts';
import { placesOf, prefixOf } from './resolve.ts';

const { archive } = joinArchive(
  sources({
    episodes: [
      episode('tides', [speech('Jo Field', 'Nobody wrote them down.', 'And then they did.')], {
        date: '2024-03-02',
      }),
    ],
  }),
);

describe('placesOf', () => {
  it('lists nothing of an empty archive', () => {
    expect(placesOf(joinArchive(sources()).archive).size).toBe(0);
  });

  it('has every quote under its prefix, with who speaks and when', () => {
    const places = placesOf(archive);
    expect([...places.values()].flat()).toHaveLength(2);
    for (const part of archive.episodes[0]!.parts) {
      if (part.type !== 'turn') continue;
      for (const { id } of part.quotes)
        expect(places.get(prefixOf(id))).toContainEqual({
          id,
          episode: 'tides',
          name: 'Jo Field',
          date: '2024-03-02',
        });
    }
  });

  it('has aliases, notices, tombstones and withdrawn episodes too, sorted', () => {
    const [tides] = archive.episodes;
    const voice = { name: 'Audience' };
    const gone = {
      type: 'notice',
      rule: 'rewritten',
      date: '2025-01-01',
      revision: 1,
      digest: '',
      earlier: [
        { revision: 1, until: '2025-01-01', rule: 'rewritten', voice, digest: '', words: 'Old.' },
      ],
    } as const;
    const tombstone = { type: 'tombstone', date: '2025-01-01', reason: 'Asked for.' } as const;
    const parts = tides!.parts.map((part) =>
      part.type === 'turn'
        ? {
            ...part,
            quotes: part.quotes.map((quote, index) =>
              index > 0
                ? quote
                : {
                    ...quote,
                    before: [{ ...gone, id: 'qaa000002' }],
                    aliases: [{ id: 'qaa000001', date: '2025-01-01', earlier: gone.earlier }],
                  },
            ),
          }
        : part,
    );
    const places = placesOf({
      ...archive,
      episodes: [{ ...tides!, parts, after: [{ ...tombstone, id: 'qaa000003' }] }],
      withdrawn: [
        { key: 'salt', date: '2025-01-01', formerly: [], gone: [{ ...gone, id: 'qaa000000' }] },
      ],
    });
    expect(places.get('aa')).toEqual([
      { id: 'qaa000000', episode: 'salt', name: 'Audience' },
      { id: 'qaa000001', episode: 'tides', name: 'Audience', date: '2024-03-02' },
      { id: 'qaa000002', episode: 'tides', name: 'Audience', date: '2024-03-02' },
      { id: 'qaa000003', episode: 'tides', date: '2024-03-02' },
    ]);
    expect([...places.keys()]).toEqual([...places.keys()].sort());
  });
});
