import { describe, expect, it } from 'vitest';
import { joinArchive } from './archive.ts';
import { episode, sources, speech } from './example.ts';
import type { Gone, Turn, Wording } from './model.ts';
import { parseTwin, publishedOf } from './published.ts';
import { episodeTwin, withdrawnTwin } from './twin.ts';

const { archive } = joinArchive(
  sources({
    episodes: [
      episode('tides', [
        speech('Jo Field', 'Nobody wrote them down.', 'And then they did.'),
        speech('Audience', 'Who did?'),
      ]),
    ],
  }),
);
const [tides] = archive.episodes;
const earlier: readonly Wording[] = [
  {
    revision: 1,
    until: '2025-01-01',
    rule: 'split',
    voice: { id: 'ann-reed', name: 'Ann Reed' },
    digest: '5f9a2b795615ba6a',
    words: 'Nobody wrote.',
    into: ['q00000001'],
  },
  {
    revision: 2,
    until: '',
    rule: 'reworded',
    voice: { name: 'Audience' },
    digest: '',
    withheld: 'Asked for.',
  },
];
const gone: readonly Gone[] = [
  { type: 'tombstone', id: 'q00000002', date: '', reason: 'Asked for.' },
  {
    type: 'notice',
    id: 'q00000003',
    rule: 'drifted',
    date: '2025-01-02',
    revision: 2,
    digest: '5f9a2b795615ba6a',
    earlier,
  },
];

describe('parseTwin', () => {
  it.each(['', '<!doctype html>', 'null', '[]', '{}', '{"key":1,"parts":[]}', '{"key":"a"}'])(
    'takes %j for no twin of an episode',
    (text) => {
      expect(parseTwin(text)).toBeUndefined();
    },
  );

  it('gives from the twin what the archive itself gives', () => {
    const first = tides!.parts[0] as Turn;
    const [one, two] = first.quotes;
    const past = {
      ...tides!,
      after: gone,
      parts: [
        {
          ...first,
          quotes: [
            { ...one!, revision: 3, earlier, aliases: [{ id: 'q00000004', date: '', earlier }] },
            { ...two!, before: gone },
          ],
        },
        ...tides!.parts.slice(1),
      ],
    };
    const published = publishedOf(past);
    const needed = {
      ...published,
      quotes: published.quotes.map(
        ({ id, revision, digest, voice, text, earlier: before, aliases, before: lost }) => ({
          id,
          revision,
          digest,
          voice,
          text,
          ...(before && { earlier: before }),
          ...(aliases && { aliases }),
          ...(lost && { before: lost }),
        }),
      ),
    };
    expect(parseTwin(JSON.stringify(episodeTwin(past, String)))).toEqual(needed);
  });

  it('reads the twin of an episode that was withdrawn', () => {
    const withdrawn = { key: 'salt', date: '2025-01-02', formerly: [], gone };
    expect(parseTwin(JSON.stringify(withdrawnTwin(withdrawn, String)))).toEqual(
      publishedOf(withdrawn),
    );
  });
});
