import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive/archive.ts';
import { episode, sources, speech } from '../archive/example.ts';
import type { Archive, EpisodeFacts, Transcript } from '../archive/model.ts';
import { partsOf } from './part.ts';
import { recordsOf } from './record.ts';

const place = { line: 1, column: 1 };

const archiveOf = (
  ...given: [string, Transcript['parts'], (Partial<EpisodeFacts> | undefined)?][]
): Archive =>
  joinArchive(sources({ episodes: given.map(([id, parts, facts]) => episode(id, parts, facts)) }))
    .archive;

const recordsIn = (parts: Transcript['parts'], facts?: Partial<EpisodeFacts>) => [
  ...recordsOf(archiveOf(['tide-tables', parts, facts]).episodes, '/archive/'),
];

const quotesIn = (html: string): string[] =>
  [...html.matchAll(/<b id="q[0-9a-z]{8}"[^>]*>(.*?)<\/b>/gs)].map(([, text]) => text!);

const filtersIn = (html: string): string[] =>
  [...html.matchAll(/data-pagefind-filter="(\w+)\[data-v\]" data-v="([^"]*)"/g)].map(
    ([, name, value]) => `${name}=${value}`,
  );

describe('recordsOf', () => {
  it('shows hostile words as words', () => {
    const [record] = recordsIn([speech('JF', '</b><script>alert(1)</script> & "so on"')], {
      title: '"><img src=x onerror=alert(1)>',
    });
    expect(quotesIn(record!.html)).toEqual([
      '&lt;/b&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;so on&quot;',
    ]);
    expect(record!.html).not.toMatch(/<script|<img/);
  });

  it('breaks the signs that Pagefind would obey', () => {
    const [record] = recordsIn([speech('JF', 'see ___PAGEFIND_ANCHOR___b:0:qevilevil there')]);
    expect(record!.html).not.toContain('___PAGEFIND');
    expect(quotesIn(record!.html)[0]!.replaceAll('\u200b', '')).toBe(
      'see ___PAGEFIND_ANCHOR___b:0:qevilevil there',
    );
  });

  it('has a record for each voice, in which nobody else speaks', () => {
    const records = recordsIn([
      speech('JF', 'Nobody wrote them down.'),
      speech('Ann Reed', 'And then?'),
      speech('JF', 'Everybody copied them.'),
    ]);
    expect(records.map(({ url, html }) => [url, quotesIn(html)])).toEqual([
      ['/tide-tables/1', ['Nobody wrote them down.', 'Everybody copied them.']],
      ['/tide-tables/2', ['And then?']],
    ]);
  });

  it('gives a voice without a page no speaker to filter by', () => {
    const [record] = recordsIn([speech('Audience', 'Why?')]);
    expect(filtersIn(record!.html)).toEqual(['show=harbour', 'language=en']);
  });

  it('filters by speaker, show, language, year, status and topic', () => {
    const [record] = recordsIn([speech('JF', 'Nobody.')], {
      date: '2024-03-02',
      status: 'machine',
      topics: ['tides'],
      language: 'en-GB',
    });
    expect(filtersIn(record!.html)).toEqual([
      'speaker=jo-field',
      'show=harbour',
      'language=en-GB',
      'year=2024',
      'status=machine',
      'topic=tides',
    ]);
    expect(record!.html).toContain('data-pagefind-sort="date[data-v]" data-v="2024-03-02"');
    expect(record!.html).toContain('data-v="/archive/episodes/tide-tables/"');
  });

  it('leaves out what is not speech', () => {
    const [record, ...more] = recordsIn([
      speech('JF', 'Nobody.'),
      { type: 'note', content: ['laughter'], place },
      { type: 'chapter', title: 'The first tables', place },
    ]);
    expect(more).toEqual([]);
    expect(record!.html).not.toMatch(/laughter|first tables/);
  });

  it('cuts long appearances at about 2,000 words and loses no quote', () => {
    const texts = Array.from({ length: 90 }, (_, index) => `number ${index} ${'tide '.repeat(98)}`);
    const records = recordsIn([speech('JF', ...texts)]);
    expect(records.map(({ html }) => quotesIn(html).length)).toEqual([20, 20, 20, 20, 10]);
    expect(records.flatMap(({ html }) => quotesIn(html))).toEqual(texts.map((text) => text.trim()));
  });

  it('gives the same records for the same archive', () => {
    const parts = [speech('JF', 'Nobody.'), speech('Audience', 'Why?')];
    expect(recordsIn(parts)).toEqual(recordsIn(parts));
  });
});

describe('partsOf', () => {
  it('puts each language into an index of its own, whatever its region', () => {
    const archive = archiveOf(
      ['one', [speech('JF', 'Nobody.')], { language: 'en-GB' }],
      ['two', [speech('JF', 'Nobody else.')], { language: 'en' }],
      ['three', [speech('JF', '潮汐表')], { language: 'zh-Hant' }],
    );
    expect(
      partsOf(archive).map(({ episodes, ...part }) => ({ ...part, episodes: episodes.length })),
    ).toEqual([
      { folder: 'en-1', language: 'en', episodes: 2 },
      { folder: 'zh-1', language: 'zh', episodes: 1 },
    ]);
  });

  it('begins another index when one is full, oldest first', () => {
    const archive = archiveOf(
      ['old', [speech('JF', 'Nobody.')], { date: '2001-01-01' }],
      ['new', [speech('JF', 'Nobody else.')], { date: '2024-01-01' }],
    );
    const heavy = archive.episodes.map((one) => ({ ...one, words: 4_000_000 }));
    expect(
      partsOf({ ...archive, episodes: heavy }).map(({ folder, episodes }) => [
        folder,
        episodes.map(({ key }) => key),
      ]),
    ).toEqual([
      ['en-1', ['old']],
      ['en-2', ['new']],
    ]);
  });

  it('has no part for an archive in which nobody speaks', () => {
    expect(partsOf(archiveOf(['silent', []]))).toEqual([]);
  });
});
