import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive.ts';
import { episode, sources, speaker, speech, topic } from '../example.ts';
import { foldedTexts } from '../folded.ts';
import type { Archive, Episode, Quote, QuoteId, Sources } from '../model.ts';
import { plainText } from '../quote.ts';
import { TopicTerms } from '../../testing/topic-terms.ts';
import { type About, gatherAbout } from './about.ts';
import { quotesIn, SpokenWords } from './spoken-words.ts';

const gather = (archive: Archive): About => gatherAbout(archive, SpokenWords.of(archive.episodes));

const joined = (given: Partial<Sources>): Archive => joinArchive(sources(given)).archive;

/** The quotes of an archive in the order of figures, each with its episode. */
const quotesOf = (archive: Archive): [Episode, Quote][] =>
  [...archive.episodes]
    .reverse()
    .flatMap((one) => [...quotesIn(one)].map(([quote]): [Episode, Quote] => [one, quote]));

/** The topics of a text, by its words. */
function about(topics: Sources['topics'], text: string): string[] {
  const archive = joined({ topics, episodes: [episode('tides', [speech('JF', text)])] });
  return quotesOf(archive).flatMap(([own, quote]) =>
    gather(archive)
      .topicsOf(own, quote)
      .map(({ id }) => id),
  );
}

const ai = topic('ai', 'AI', { terms: ['artificial intelligence', 'neural nets'] });
const tides = topic('tides', 'Tides', { aliases: ['tide tables'], terms: ['tide'] });
const cafe = topic('cafe', 'Café', { terms: ['state-of-the-art'] });

describe('the topics of words', () => {
  it('are none where there are no topics, no words, or topics without a letter', () => {
    expect(about([], 'The tide tables.')).toEqual([]);
    expect(about([tides], '…')).toEqual([]);
    expect(about([topic('dots', '…', { terms: ['—', ''] })], '… — and so on')).toEqual([]);
  });

  it('are not those whose name stands inside another word', () => {
    expect(about([ai, tides], 'The air is fair; AIR, said, Kai, A I, tidesman, betides')).toEqual(
      [],
    );
  });

  it.each([
    ['AI', ['ai']],
    ['“ai”, he said', ['ai']],
    ['AI’s limits', []],
    ['Artificial Intelligence.', ['ai']],
    ['artificial light, and intelligence', []],
    ['cafe', ['cafe']],
    ['CAFE\u0301', ['cafe']],
    ['the state of the art', ['cafe']],
    ['AI in a café: tide, tides, tide tables, AI', ['ai', 'cafe', 'tides']],
  ])('of %j are %j', (text, ids) => expect(about([tides, ai, cafe], text)).toEqual(ids));

  it('in Thai are found with the vowels of their characters', () => {
    const topics = [topic('water', 'น้ำ'), topic('do', 'ทำ'), topic('come', 'ที่')];
    expect(about(topics, 'น้ำขึ้น')).toEqual(['water']);
    expect(about(topics, 'คนทำงานที่นี่')).toEqual(['do', 'come']);
  });

  it('are those that are found in one quote after another, topic by topic', () => {
    const piece = fc.constantFrom(
      ...['tide', 'TIDES', 'tables', 'ai', 'air', 'état-major', 'etat', 'C++', 'c#', '’s', '…'],
      ...['潮汐', '汐', '表', '潮', '使用Bitcoin費', '費', 'ทำ', 'น้ำ', 'น', 'ー', 'テーブル'],
    );
    const text = fc
      .array(fc.tuple(piece, fc.constantFrom(' ', '', ', ')), { minLength: 1, maxLength: 8 })
      .map((pieces) => pieces.flat().join(''))
      .filter((one) => one.trim() !== '');
    const one = fc.tuple(text, fc.array(text, { maxLength: 3 }));
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 4 }),
        fc.array(text, { minLength: 1 }),
        (all, said) => {
          const topics = all.map(([name, terms], index) => topic(`t${index}`, name, { terms }));
          const archive = joined({ topics, episodes: [episode('tides', [speech('JF', ...said)])] });
          const own = gather(archive);
          const before = new TopicTerms(archive.topics);
          for (const [where, quote] of quotesOf(archive)) {
            const expected = before.topicsIn([...foldedTexts(plainText(quote.content))]);
            expect(own.topicsOf(where, quote)).toEqual(expected);
          }
        },
      ),
    );
  });
});

/** Two episodes, the first of which names the topic; what is said in them is about it or not. */
const said = (facts: Parameters<typeof topic>[2] = {}): Archive =>
  joined({
    topics: [topic('salt', 'Salt', { terms: ['brine'], ...facts }), topic('mud', 'Mud')],
    episodes: [
      episode('pans', [speech('JF', 'The brine is ready.', 'Good morning.')], {
        topics: ['salt', 'salt'],
        date: '2024-03-02',
      }),
      episode('council', [speech('JF', 'You are the salt of the earth.', 'It stings.')], {
        date: '2023-03-02',
      }),
      episode('hut', [speech('JF', 'Salt and mud.')]),
    ],
  });
const idOf = (archive: Archive, text: string): QuoteId =>
  quotesOf(archive).find(([, quote]) => plainText(quote.content) === text)![1].id;

const lines = (archive: Archive): string[] =>
  gather(archive)
    .topics.get('salt')!
    .map(({ quote, episode: { key }, reason }) => `${key}: ${plainText(quote.content)} ${reason}`);

describe('why a quote is about a topic', () => {
  it('is that its words or its episode say so, the words first; undated episodes come first', () => {
    expect(lines(said())).toEqual([
      'hut: Salt and mud. terms',
      'council: You are the salt of the earth. terms',
      'pans: The brine is ready. terms',
      'pans: Good morning. episode',
    ]);
  });

  it('is that its keeper says so, whatever else does', () => {
    const ids = said();
    const quotes = ['It stings.', 'The brine is ready.'].map((text) => idOf(ids, text));
    const featured = [idOf(ids, 'Good morning.')];
    expect(lines(said({ quotes, featured }))).toEqual([
      'hut: Salt and mud. terms',
      'council: You are the salt of the earth. terms',
      'council: It stings. keeper',
      'pans: The brine is ready. keeper',
      'pans: Good morning. keeper',
    ]);
  });

  it('is nothing where its keeper denies it, neither words nor episode', () => {
    const ids = said();
    const notAbout = ['You are the salt of the earth.', 'Good morning.', 'Salt and mud.'].map(
      (text) => idOf(ids, text),
    );
    const archive = said({ notAbout, quotes: notAbout });
    expect(lines(archive)).toEqual(['pans: The brine is ready. terms']);
    const own = gather(archive);
    expect(own.topics.get('mud')).toHaveLength(1);
    for (const [where, quote] of quotesOf(archive)) {
      const listed = own.topics.get('salt')!.find((one) => one.quote === quote);
      expect(own.reasonOf(archive.topicById.get('salt')!, where, quote)).toBe(listed?.reason);
    }
  });

  it('follows a quote into the one that its words were merged into', () => {
    const [stings, earth] = ['It stings.', 'You are the salt of the earth.'].map((text) =>
      idOf(said(), text),
    );
    const archive = said({ quotes: ['q00000001'], notAbout: ['q00000002'] });
    const merged: Archive = {
      ...archive,
      episodes: archive.episodes.map((own) => ({
        ...own,
        parts: own.parts.map((part) =>
          part.type === 'turn'
            ? {
                ...part,
                quotes: part.quotes.map((quote) => {
                  const into = quote.id === stings ? 'q00000001' : 'q00000002';
                  return quote.id === stings || quote.id === earth
                    ? { ...quote, aliases: [{ id: into, date: '', earlier: [] }] }
                    : quote;
                }),
              }
            : part,
        ),
      })),
    };
    expect(lines(merged)).toEqual([
      'hut: Salt and mud. terms',
      'council: It stings. keeper',
      'pans: The brine is ready. terms',
      'pans: Good morning. episode',
    ]);
  });
});

describe('ids in a topic’s file', () => {
  const problemsOf = (facts: Parameters<typeof topic>[2]) => {
    const places = new Map([
      ['quotes.0', { line: 4, column: 10 }],
      ['notAbout.0', { line: 5, column: 12 }],
    ]);
    const salt = { ...topic('salt', 'Salt', facts), places };
    return joinArchive(
      sources({
        topics: [salt],
        speakers: [speaker('jo-field', 'Jo Field')],
        episodes: [episode('pans', [speech('Jo Field', 'The brine is ready.')])],
      }),
    ).problems;
  };

  it('that no quote ever had are errors', () => {
    const unknown = (line: number, column: number, id: string) => ({
      rule: 'unknown-quote',
      severity: 'error',
      file: 'content/topics/salt.md',
      place: { line, column },
      message: `Unexpected quote \`${id}\`, expected the id of a quote of this archive`,
      mend: 'An id is the end of a quote’s address: copy it from the link in the margin of its episode.',
    });
    expect(problemsOf({ quotes: ['q00000001'], notAbout: ['q00000002'] })).toEqual([
      unknown(4, 10, 'q00000001'),
      unknown(5, 12, 'q00000002'),
    ]);
  });

  it.each(['quotes', 'featured'] as const)('in both `notAbout` and `%s` are errors', (field) => {
    const { archive } = joinArchive(
      sources({ episodes: [episode('pans', [speech('JF', 'The brine is ready.')])] }),
    );
    const [[, { id }]] = quotesOf(archive) as [[Episode, Quote]];
    expect(problemsOf({ [field]: [id], notAbout: [id] })).toEqual([
      {
        rule: 'topic-contradiction',
        severity: 'error',
        file: 'content/topics/salt.md',
        place: { line: 5, column: 12 },
        message: `Unexpected quote \`${id}\` for \`notAbout\`, expected one that \`${field}\` does not name`,
        mend: `A quote is about the topic, or it is not: delete \`${id}\` from \`${field}\` or from \`notAbout\`.`,
      },
    ]);
  });
});
