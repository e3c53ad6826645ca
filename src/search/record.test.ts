import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive/archive.ts';
import { SpokenWords } from '../archive/figures/spoken-words.ts';
import { episode, sources, speech } from '../archive/example.ts';
import type { Archive, EpisodeFacts, Transcript } from '../archive/model.ts';
import { partsOf } from './part.ts';
import { mostRecords, parseShown, recordsOf, serializeShown } from './record.ts';

const place = { line: 1, column: 1 };

const archiveOf = (
  ...given: [string, Transcript['parts'], (Partial<EpisodeFacts> | undefined)?][]
): Archive =>
  joinArchive(sources({ episodes: given.map(([id, parts, facts]) => episode(id, parts, facts)) }))
    .archive;

const recordsIn = (parts: Transcript['parts'], facts?: Partial<EpisodeFacts>) => {
  const { episodes } = archiveOf(['tide-tables', parts, facts]);
  const words = SpokenWords.of(episodes);
  return recordsOf(episodes[0]!, words).map((record) => ({
    ...record,
    quotes: record.quotes.map((quote) => ({
      ...quote,
      words: Array.from(quote.words, (number) => words.texts[number]!),
    })),
  }));
};

const textsIn = ({ quotes }: { readonly quotes: readonly { readonly text: string }[] }) =>
  quotes.map(({ text }) => text);

describe('the records of an episode', () => {
  it('are none where nobody speaks', () => {
    expect(recordsIn([])).toEqual([]);
    expect(recordsIn([{ type: 'note', content: ['laughter'], place }])).toEqual([]);
  });

  it('have what is not speech nowhere', () => {
    const records = recordsIn([
      { type: 'chapter', title: 'The first tables', place },
      speech('JF', 'Nobody.'),
      { type: 'note', content: ['laughter'], place },
      speech('JF', 'Everybody.'),
    ]);
    expect(records.map(textsIn)).toEqual([['Nobody.', 'Everybody.']]);
  });

  it('have quotes without any word, too', () => {
    const [record] = recordsIn([speech('JF', '…', '😀')]);
    expect(record!.quotes.map(({ text, words }) => [text, words])).toEqual([
      ['…', []],
      ['😀', []],
    ]);
  });

  it('have hostile words as they are', () => {
    const hostile = '</b><script>alert(1)</script> & "so on" ___PAGEFIND_ANCHOR___b:0:q';
    const [record] = recordsIn([speech('JF', hostile)]);
    expect(textsIn(record!)).toEqual([hostile]);
    expect(record!.quotes[0]!.words).toContain('script');
  });

  it('are one for each voice, in which nobody else speaks, the first to speak first', () => {
    const records = recordsIn([
      speech('JF', 'Nobody wrote them down.'),
      speech('Ann Reed', 'And then?'),
      speech('JF', 'Everybody copied them.'),
    ]);
    expect(records.map((record) => [record.voice, textsIn(record)])).toEqual([
      [{ id: 'jo-field', name: 'Jo Field' }, ['Nobody wrote them down.', 'Everybody copied them.']],
      [{ id: 'ann-reed', name: 'Ann Reed' }, ['And then?']],
    ]);
  });

  it('number the quotes in the order of the episode, across voices', () => {
    const records = recordsIn([
      speech('JF', 'One.', 'Two.'),
      speech('Ann Reed', 'Three.'),
      speech('JF', 'Four.'),
    ]);
    expect(records.map(({ quotes }) => quotes.map(({ number }) => number))).toEqual([
      [0, 1, 3],
      [2],
    ]);
  });

  it('tell voices without a page apart by their name, and from speakers', () => {
    const records = recordsIn(
      [speech('Audience', 'Why?'), speech('Speaker 2', 'Because.'), speech('Audience', 'Ah.')],
      {},
    );
    expect(records.map((record) => [record.voice, textsIn(record)])).toEqual([
      [{ name: 'Audience' }, ['Why?', 'Ah.']],
      [{ name: 'Speaker 2' }, ['Because.']],
    ]);
  });

  it('know what a speaker is in the episode', () => {
    const parts = [speech('JF', 'Nobody.'), speech('Ann Reed', 'Why?'), speech('Audience', 'Oh.')];
    const records = recordsIn(parts, { roles: { 'jo-field': 'host' } });
    expect(records.map(({ role }) => role)).toEqual(['host', undefined, undefined]);
  });

  it('have the time of a quote in whole seconds, and single blanks', () => {
    const parts: Transcript['parts'] = [
      {
        type: 'speech',
        label: 'JF',
        place,
        passages: [
          {
            content: ['Nobody\n  wrote ', { type: 'break' }, '\u00a0them '],
            startTime: 33.9,
            place,
          },
          { content: ['down.'], place },
        ],
      },
    ];
    const [record] = recordsIn(parts);
    expect(record!.quotes.map(({ text, time }) => [text, time])).toEqual([
      ['Nobody wrote them', 33],
      ['down.', undefined],
    ]);
  });

  it('are cut at about 2,000 words, and lose no quote', () => {
    const texts = Array.from({ length: 90 }, (_, index) => `number ${index} ${'tide '.repeat(98)}`);
    const parts = [speech('JF', ...texts)];
    const records = recordsIn(parts);
    expect(records.map(({ quotes }) => quotes.length)).toEqual([20, 20, 20, 20, 10]);
    expect(records.flatMap(textsIn)).toEqual(texts.map((text) => text.trim()));
    expect(records.length).toBeLessThanOrEqual(mostRecords(archiveOf(['a', parts]).episodes));
  });

  it('keep a quote whole, however long it is', () => {
    const records = recordsIn([speech('JF', 'Short.', 'tide '.repeat(7000), 'Short again.')]);
    expect(records.map(({ quotes }) => quotes.length)).toEqual([2, 1]);
  });

  it('are the same for the same archive', () => {
    const parts = [speech('JF', 'Nobody.'), speech('Audience', 'Why?')];
    expect(recordsIn(parts)).toEqual(recordsIn(parts));
  });
});

describe('what is shown of records', () => {
  it('comes back as it was published', () => {
    const number = fc.nat({ max: 9 });
    const quote = fc.record({
      id: fc.constantFrom('q7k2m9xqp', 'q8wq2r5tn'),
      number,
      text: fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
      words: fc.array(number),
      time: fc.option(number, { nil: undefined }),
      topics: fc.array(number, { maxLength: 3 }),
      denied: fc.array(number, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(fc.record({ row: number, quotes: fc.array(quote) })), (records) => {
        const shown = records.map(({ row, quotes }) => ({
          row,
          quotes: quotes.map((one) => ({ ...one, words: one.words.length })),
        }));
        expect(parseShown(`[${records.map(serializeShown).join(',\n')}]`)).toEqual(shown);
      }),
    );
  });
});

describe('the parts of an index', () => {
  const heavy = (words: number, ...dates: string[]) =>
    archiveOf(
      ...dates.map((date, index): [string, Transcript['parts'], Partial<EpisodeFacts>] => [
        `episode-${index}`,
        [speech('JF', `Nobody ${index}.`)],
        { date },
      ]),
    ).episodes.map((one) => ({ ...one, words }));

  it('are none where nobody speaks', () => {
    expect(partsOf([])).toEqual([]);
    expect(partsOf(archiveOf(['silent', []]).episodes)).toEqual([]);
  });

  it('are one for most archives, whatever their languages, the oldest episode first', () => {
    const { episodes } = archiveOf(
      ['new', [speech('JF', 'Nobody.')], { date: '2024-01-01', language: 'zh-Hant' }],
      ['old', [speech('JF', 'Nobody else.')], { date: '2001-01-01' }],
      ['silent', [], { date: '2002-01-01' }],
    );
    expect(partsOf(episodes).map((part) => part.map(({ key }) => key))).toEqual([['old', 'new']]);
  });

  it('are of about one length when one is too small, and none is lost', () => {
    const dates = Array.from({ length: 9 }, (_, index) => `200${index}-01-01`);
    const episodes = heavy(2_000_000, ...dates);
    const parts = partsOf(episodes);
    expect(parts.map((part) => part.length)).toEqual([3, 2, 2, 2]);
    expect(parts.flat().map(({ date }) => date)).toEqual(dates);
  });

  it('hold an episode that is longer than a part', () => {
    const parts = partsOf(heavy(20_000_000, '2001-01-01', '2002-01-01'));
    expect(parts.map((part) => part.length)).toEqual([1, 1]);
  });
});
