import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalWords } from '../archive/canon.ts';
import { digestOf } from '../archive/id.ts';
import { plainText } from '../archive/quote.ts';
import { reconcile } from '../archive/reconcile.ts';
import { findLetterProblems, findTimeForms } from './letter-problem.ts';
import { mendText } from './mend.ts';
import { passagesOf, readTranscript } from './reading.ts';

const options = {
  file: 'content/episodes/talk/tides.md',
  isName: (label: string) => label === 'Jo Field',
};
const mend = (text: string): string => mendText(text, options).text;

describe('what is mended surely', () => {
  it.each([
    ['byte-order-mark', '\ufeff**Jo Field:** Late.', '**Jo Field:** Late.'],
    ['line-ends', '**Jo Field:** Late.\r\n\r\nSo late.\r\n', '**Jo Field:** Late.\n\nSo late.\n'],
    ['hidden-character', '**Jo Field:** The har\u200bbour.', '**Jo Field:** The harbour.'],
    ['hidden-character', '**Jo\u00ad Field:** Late.', '**Jo Field:** Late.'],
    ['direction-control', '**Jo Field:** The \u202etide\u202c.', '**Jo Field:** The tide.'],
    ['time-form', '**Jo Field:** [1:2:3] Late.', '**Jo Field:** [01:02:03] Late.'],
    [
      'time-form',
      '**Jo Field:** Late.\n\n［00:12］ So late.',
      '**Jo Field:** Late.\n\n[00:00:12] So late.',
    ],
  ])('%s: %j', (rule, text, mended) => {
    expect(mendText(text, options)).toEqual({ text: mended, rules: [rule] });
    expect(mendText(mended, options)).toEqual({ text: mended, rules: [] });
  });

  it('in JSON, too, and in other files', () => {
    const json = (word: string): string =>
      `{ "meta": { "title": "Tides" }, "segments": [{ "body": "The ${word}." }] }`;
    const inJson = mendText(json('har\u200bbour'), {
      ...options,
      file: 'content/episodes/talk/a.json',
    });
    expect(inJson.text).toBe(json('harbour'));
    expect(
      mendText('---\nname: Jo\u200b Field\n---\n', { file: 'content/speakers/jo.md' }).text,
    ).toBe('---\nname: Jo Field\n---\n');
  });
});

describe('what might change a word stays as it is', () => {
  it.each([
    [
      'a character that keeps a line from being a heading',
      '**Jo Field:** Late.\n\n\u200b## So late',
    ],
    [
      'a character that keeps words from being a label',
      '**Jo Field:** Late.\n\nJo\u200b Field: so late',
    ],
    ['a time in a block of code', '**Jo Field:** Late.\n\n```\n[1:2:3] tide\n```'],
    ['a letter of another alphabet', '**Jo Field:** The h\u0430rbour.'],
    ['what a wrong encoding left', '**Jo Field:** It\u0092s late.'],
  ])('%s', (_name, text) => {
    expect(mendText(text, options)).toEqual({ text, rules: [] });
  });

  it('and a word of a collection that would become a program', () => {
    const text = '---\ntitle: Fog\n---\n\nim\u200bport fog from "sea"\n';
    expect(mendText(text, { file: 'content/collections/fog.mdx' })).toEqual({ text, rules: [] });
  });

  it('while a time beside it is mended all the same', () => {
    const text = '**Jo Field:** [1:2:3] Late.\n\n```\n[1:2:4] tide\n```\n\n[1:2:5] So late.';
    expect(mend(text)).toBe(
      '**Jo Field:** [01:02:03] Late.\n\n```\n[1:2:4] tide\n```\n\n[01:02:05] So late.',
    );
  });
});

/** A few invented transcripts with whatever may stand in them. */
const paragraph = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '**Jo Field:** ',
      'Jo Field: ',
      '**Ann Reed:** ',
      '## ',
      '> ',
      '- ',
      '1. ',
      '```\n',
    ),
    fc.constantFrom('', '', '[1:2:3] ', '［00:12］ ', '(00:12:33) ', '[00:04:33] ', '【1:02:3】 '),
    fc.string({
      unit: fc.constantFrom(
        ...[
          'The tide ',
          'was late ',
          'again, ',
          'by seven ',
          'minutes ',
          'می\u200cخواهم ',
          'שלום ',
          '潮汐表',
          '👩\u200d🚒 ',
        ],
        ...[
          '\u200b',
          '\u00ad',
          '\u202e',
          '\u202c',
          '\u2066',
          '\u200e',
          '\u200d',
          '\ufeff',
          '\u0001',
          '\u2028',
          '*',
          '`',
          '[',
          ':',
          '\\',
          '\r\n',
          '\n',
        ],
      ),
      minLength: 6,
      maxLength: 25,
    }),
  )
  .map((pieces) => pieces.join(''));
const transcript = fc
  .tuple(
    fc.constantFrom('', '\ufeff'),
    fc.array(paragraph, { maxLength: 8 }),
    fc.constantFrom('\n\n', '\r\n\r\n'),
  )
  .map(([mark, paragraphs, ends]) => `${mark}---\ntitle: Tides\n---\n\n${paragraphs.join(ends)}\n`);

const quotesOf = (text: string) => {
  let speaker = '?';
  return passagesOf(readTranscript(text, options).transcript).map(({ speech, passage }) => {
    if (speech.label !== null) speaker = `?${speech.label.replace(/\s+/g, ' ').trim()}`;
    const words = canonicalWords(plainText(passage.content));
    return { words, digest: digestOf(words), speaker };
  });
};

describe('of any transcript', () => {
  it('mending twice is mending once, and what is mended is told no more', () => {
    fc.assert(
      fc.property(transcript, (text) => {
        const once = mendText(text, options);
        expect(mendText(once.text, options)).toEqual({ text: once.text, rules: [] });
        const told = [
          ...findLetterProblems(once.text, 'a.md'),
          ...findTimeForms(once.text, 'a.md'),
        ].map(({ rule }) => rule);
        for (const rule of ['byte-order-mark', 'line-ends']) expect(told).not.toContain(rule);
      }),
      { numRuns: 300 },
    );
  });

  it('every quote keeps its words and its id', () => {
    fc.assert(
      fc.property(transcript, (text) => {
        const before = quotesOf(text);
        const after = quotesOf(mendText(text, { ...options, isPublished: true }).text);
        expect(after).toHaveLength(before.length);
        const state = {
          key: 'tides',
          path: 'episodes/talk/tides.md',
          formerly: [],
          date: '2026-01-01',
          speakerNow: (speaker: string) => speaker,
        };
        const first = reconcile({
          ...state,
          hash: '0'.repeat(40),
          history: [],
          fresh: before,
          oldWords: new Map(),
          taken: new Set(),
        });
        const then = reconcile({
          ...state,
          hash: '1'.repeat(40),
          ledger: first.ledger,
          history: first.history,
          fresh: after,
          oldWords: new Map(first.identities.map(({ id }, at) => [id, before[at]!])),
          taken: new Set(first.identities.map(({ id }) => id)),
        });
        expect(then.identities.map(({ id }) => id)).toEqual(first.identities.map(({ id }) => id));
      }),
      { numRuns: 150 },
    );
  });
});
