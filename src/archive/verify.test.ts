import { describe, expect, it } from 'vitest';
import { canonicalWords } from './canon.ts';
import { digestOf } from './id.ts';
import type { ChangeRule, Wording } from './model.ts';
import type { PublishedEpisode, PublishedQuote } from './published.ts';
import { isIdentical, verifyCitation, type Cited, type Verdict } from './verify.ts';

const jo = { id: 'jo-field', name: 'Jo Field' };
const ann = { id: 'ann-reed', name: 'Ann Reed' };

const wording = (
  revision: number,
  until: string,
  rule: ChangeRule,
  words: string | undefined,
  more: Partial<Wording> = {},
): Wording => ({
  revision,
  until,
  rule,
  voice: jo,
  digest: words === undefined ? '' : digestOf(words),
  ...(words !== undefined && { words }),
  ...more,
});

const quote = (id: string, text: string, more: Partial<PublishedQuote> = {}): PublishedQuote => ({
  id,
  revision: 1 + (more.earlier?.length ?? 0),
  voice: jo,
  text,
  digest: digestOf(canonicalWords(text)),
  ...more,
});

const removedWords = 'Nobody should have heard this sentence.';
const tides: PublishedEpisode = {
  key: 'tides',
  title: 'Tides',
  quotes: [
    quote('q0000aaa1', 'Nobody wrote the tables down\nbefore the harbour did.', {
      earlier: [
        wording(1, '2025-01-10', 'reworded', 'Nobody wrote the table down before the harbour did.'),
        wording(
          2,
          '2025-03-10',
          'reattributed',
          'Nobody wrote the tables down before the harbour did.',
          {
            voice: ann,
          },
        ),
      ],
    }),
    quote('q0000aaa2', 'And then everybody copied the harbour, and nobody asked.', {
      earlier: [wording(1, '2025-02-01', 'merged', 'And then everybody copied the harbour,')],
      aliases: [
        {
          id: 'q0000aaa3',
          date: '2025-02-01',
          earlier: [
            wording(1, '2025-02-01', 'merged', 'and nobody asked.', { into: ['q0000aaa2'] }),
          ],
        },
      ],
      before: [
        {
          type: 'notice',
          id: 'q0000aaa4',
          rule: 'removed',
          date: '2025-05-01',
          revision: 1,
          digest: digestOf(removedWords),
          earlier: [
            {
              revision: 1,
              until: '2025-05-01',
              rule: 'removed',
              voice: jo,
              digest: digestOf(removedWords),
            },
          ],
        },
        { type: 'tombstone', id: 'q0000aaa5', date: '2025-06-01', reason: 'At their request.' },
      ],
    }),
    quote('q0000aaa6', '潮汐表是港口写的。'),
  ],
  after: [
    {
      type: 'notice',
      id: 'q0000aaa7',
      rule: 'rewritten',
      date: '2025-07-01',
      revision: 1,
      digest: digestOf('The old ending of the talk was another one.'),
      earlier: [
        wording(1, '2025-07-01', 'rewritten', 'The old ending of the talk was another one.'),
      ],
    },
  ],
};

const verify = (cited: Cited): Verdict => verifyCitation(tides, cited, digestOf);
const write = (verdict: Verdict): string =>
  'pieces' in verdict
    ? verdict.pieces
        .map(({ type, text }) =>
          type === 'same' ? text : type === 'removed' ? `[-${text}-]` : `{+${text}+}`,
        )
        .join('')
    : '';

describe('verifyCitation', () => {
  it('knows no id that the episode never had', () => {
    expect(verify({ id: 'q0000zzzz', words: 'Anything at all.' })).toEqual({
      type: 'unknown-id',
      id: 'q0000zzzz',
    });
    expect(verify({ id: 'q0000aaa1', to: 'q0000zzzz', words: 'Anything.' })).toEqual({
      type: 'unknown-id',
      id: 'q0000zzzz',
    });
  });

  it.each([
    ['no words', { words: '' }],
    ['no words and no digest', {}],
    ['a digest too short to prove anything', { digest: digestOf('x').slice(0, 7) }],
    ['another digest', { digest: 'ffffffffffffffff' }],
  ])('never takes %s for identical', (_what, cited) => {
    const verdict = verify({ id: 'q0000aaa1', ...cited });
    expect(verdict).toEqual({ type: 'different', id: 'q0000aaa1', nearly: false, pieces: [] });
    expect(isIdentical(verdict)).toBe(false);
  });

  it('knows the current text, however its white space was copied, and who it was attributed to', () => {
    const verdict = verify({
      id: 'q0000aaa1',
      words: ' Nobody wrote the tables  down before\nthe harbour did. ',
    });
    expect(verdict).toEqual({
      type: 'current',
      id: 'q0000aaa1',
      revision: 3,
      reattributed: { until: '2025-03-10', from: ann, to: jo },
    });
    expect(isIdentical(verdict)).toBe(true);
  });

  it.each([8, 16, 64])('knows the current text by %d characters of its digest', async (length) => {
    const { createHash } = await import('node:crypto');
    const digest = createHash('sha256').update('潮汐表是港口写的。').digest('hex').slice(0, length);
    expect(verify({ id: 'q0000aaa6', digest: digest.toUpperCase() }).type).toBe('current');
  });

  it('knows an earlier revision, says until when, and what is different now', () => {
    const verdict = verify({
      id: 'q0000aaa1',
      words: 'Nobody wrote the table down before the harbour did.',
    });
    expect(verdict).toMatchObject({ type: 'earlier', revision: 1, until: '2025-01-10' });
    expect(write(verdict)).toBe(
      'Nobody wrote the [-table-]{+tables+} down before the harbour did.',
    );
    const byDigest = verify({
      id: 'q0000aaa1',
      digest: digestOf('Nobody wrote the table down before the harbour did.'),
    });
    expect(byDigest).toEqual(verdict);
  });

  it('knows words that became part of another quote', () => {
    expect(verify({ id: 'q0000aaa3', words: 'and nobody asked.' })).toEqual({
      type: 'merged',
      id: 'q0000aaa3',
      into: 'q0000aaa2',
      revision: 1,
      until: '2025-02-01',
      rule: 'merged',
    });
    expect(
      verify({
        id: 'q0000aaa3',
        words: 'And then everybody copied the harbour, and nobody asked.',
      }),
    ).toMatchObject({ type: 'current', id: 'q0000aaa2' });
  });

  it('proves by the digest alone what was removed, and shows none of it', () => {
    const verdict = verify({ id: 'q0000aaa4', words: removedWords });
    expect(verdict).toEqual({
      type: 'removed',
      id: 'q0000aaa4',
      revision: 1,
      until: '2025-05-01',
      rule: 'removed',
    });
    expect(isIdentical(verdict)).toBe(false);
    expect(verify({ id: 'q0000aaa4', words: 'Something else was said here.' })).toEqual({
      type: 'different',
      id: 'q0000aaa4',
      nearly: false,
      hidden: true,
      pieces: [],
    });
  });

  it('knows words that were rewritten', () => {
    expect(
      verify({ id: 'q0000aaa7', words: 'The old ending of the talk was another one.' }),
    ).toMatchObject({ type: 'rewritten', until: '2025-07-01' });
  });

  it('says nothing of words that were taken down', () => {
    expect(verify({ id: 'q0000aaa5', words: 'Whatever.' })).toEqual({
      type: 'taken-down',
      id: 'q0000aaa5',
      date: '2025-06-01',
      reason: 'At their request.',
    });
  });

  it('says how words differ from the nearest wording', () => {
    const verdict = verify({
      id: 'q0000aaa1',
      words: 'Somebody wrote the table down before the harbour did.',
    });
    expect(verdict).toMatchObject({ type: 'different', nearly: false, revision: 1 });
    expect(write(verdict)).toBe(
      '[-Nobody-]{+Somebody+} wrote the table down before the harbour did.',
    );
  });

  it('says when only case and punctuation differ', () => {
    expect(
      verify({ id: 'q0000aaa1', words: 'nobody wrote the tables down before the harbour did' }),
    ).toMatchObject({ type: 'different', nearly: true });
  });

  it.each([
    ['q0000aaa1', 'wrote the tables down before', 'part'],
    ['q0000aaa1', '… the tables down before the harbour did …', 'part'],
    ['q0000aaa1', 'body wrote the tables down', 'different'],
    ['q0000aaa1', 'the tables', 'different'],
    ['q0000aaa6', '潮汐表是港口', 'part'],
  ])('of %s, `%s` is %s', (id, words, type) => {
    expect(verify({ id, words }).type).toBe(type);
  });

  it('takes the quotation marks of whoever cites for no words', () => {
    expect(
      verify({
        id: 'q0000aaa1',
        words: '“Nobody wrote the tables down before the harbour did.”',
      }).type,
    ).toBe('current');
  });

  it('does not lay texts over each other that have nothing in common', () => {
    const verdict = verify({ id: 'q0000aaa6', words: 'A sentence about something else.' });
    expect(write(verdict)).toBe('[-潮汐表是港口写的。-]{+A sentence about something else.+}');
  });

  it('says that it cannot compare what was taken down', () => {
    const [first] = tides.quotes;
    const earlier = [wording(1, '2025-01-10', 'reworded', undefined, { withheld: 'Asked for.' })];
    const episode = { ...tides, quotes: [{ ...first!, earlier }] };
    expect(
      verifyCitation(episode, { id: first!.id, words: 'Quite other words.' }, digestOf),
    ).toMatchObject({
      type: 'different',
      withheld: true,
    });
  });

  it('finds the words at another quote of the episode', () => {
    expect(verify({ id: 'q0000aaa1', words: '潮汐表是港口写的。' })).toEqual({
      type: 'elsewhere',
      id: 'q0000aaa6',
    });
    expect(
      verify({ id: 'q0000zzzz', words: 'And then everybody copied the harbour,' }),
    ).toMatchObject({ type: 'elsewhere', id: 'q0000aaa2', until: '2025-02-01' });
  });

  describe('of a range', () => {
    const range = { id: 'q0000aaa1', to: 'q0000aaa2' };
    it('knows the joined words of today, whichever end comes first', () => {
      const words =
        'Nobody wrote the tables down before the harbour did.\n\nAnd then everybody copied the harbour, and nobody asked.';
      expect(verify({ ...range, words }).type).toBe('current');
      expect(verify({ id: range.to, to: range.id, words }).type).toBe('current');
    });

    it('knows what it said before something in it changed', () => {
      const first = 'Nobody wrote the table down before the harbour did.';
      const second = 'And then everybody copied the harbour, and nobody asked.';
      const verdict = verify({
        id: 'q0000aaa2',
        to: 'q0000aaa6',
        words: `${second} 潮汐表是港口写的。`,
      });
      expect(verdict.type).toBe('current');
      // Words that were removed stood between them then: nobody can join them any more.
      expect(verify({ ...range, words: `${first} ${second}` }).type).toBe('different');
    });

    it('joins what later became one quote, and ends at what is gone', () => {
      const words = 'And then everybody copied the harbour, and nobody asked. 潮汐表是港口写的。';
      expect(
        verify({
          id: 'q0000aaa2',
          to: 'q0000aaa7',
          words: `${words} The old ending of the talk was another one.`,
        }),
      ).toMatchObject({ type: 'earlier', until: '2025-07-01' });
    });
  });
});
