import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import { corpusFolder } from '../store/corpora.ts';
import type { Cue, Format } from './draft.ts';
import { lrc, parseLrc } from './lrc.ts';
import { parseSbv, sbv } from './sbv.ts';
import { parseSrt, srt } from './srt.ts';
import { parseSubtitle } from './subtitle-text.ts';

type Parsed = {
  readonly cues: readonly Cue[];
  readonly problems: readonly {
    readonly rule: string;
    readonly place?: { readonly line: number };
    readonly message: string;
    readonly mend: string;
  }[];
};

const said = ({ cues }: Parsed): string[] =>
  cues.map(
    ({ content, startTime, endTime }) =>
      `${plainText(content)} @${startTime ?? ''}–${endTime ?? ''}`,
  );
const complaints = ({ problems }: Parsed): unknown[] =>
  problems.map(({ rule, place, message }) => [rule, place?.line, message]);

describe('SubRip without times', () => {
  it.each(['', '1', 'some text', '1\nsome text\n'])('is said to be none: %j', (text) => {
    expect(complaints(parseSrt(text, 'a.srt'))).toEqual([
      [
        'text-without-times',
        1,
        'Unexpected file without any times, expected lines such as `00:04:33,000 --> 00:04:36,500`',
      ],
    ]);
    expect(srt.detect({ path: 'a.srt', text })).toBe(0);
  });
});

describe('SubRip', () => {
  it('is read though numbers, commas and empty lines are missing, and says what cannot be', () => {
    const parsed = parseSrt(
      [
        'who made this',
        '7',
        '00:00:00,000 --> 00:00:01,000',
        'starts at seven',
        '',
        '00:00:01.500 --> 00:00:02',
        'no number',
        '3',
        '0:0:3,5 --> 0:0:4,50  X1:40 X2:600',
        'no empty line before',
        '',
        'but one inside',
        '4',
        '00:00:04,000 -> 00:00:05,000',
        'short arrow',
        '',
        'last',
        '-00:00:01,000 --> 00:01:99,000',
      ].join('\r\n'),
      'a.srt',
    );
    expect(said(parsed)).toEqual([
      'starts at seven @0–1',
      'no number @1.5–2',
      'no empty line before\n\nbut one inside @3.5–4.5',
      'short arrow\n\nlast @4–5',
      ' @–',
    ]);
    expect(complaints(parsed)).toEqual([
      [
        'text-without-times',
        1,
        'Unexpected text before the first times, `who made this`, expected a line such as `00:04:33,000 --> 00:04:36,500` above it',
      ],
      [
        'cue-times',
        14,
        'Unexpected times `00:00:04,000 -> 00:00:05,000`, expected `00:04:33,000 --> 00:04:36,500`',
      ],
      [
        'cue-times',
        18,
        'Unexpected times `-00:00:01,000 --> 00:01:99,000`, expected `00:04:33,000 --> 00:04:36,500`',
      ],
    ]);
  });

  it('keeps a number that is said', () => {
    const text =
      '1\n00:00:00,000 --> 00:00:01,000\nHow many?\n\n2\n00:00:01,000 --> 00:00:02,000\n42\n';
    expect(said(parseSrt(text, 'a.srt'))).toEqual(['How many? @0–1', '42 @1–2']);
  });
});

describe('the words of a subtitle', () => {
  it.each<[string, Inline[]]>([
    ['', []],
    ['<i></i>', []],
    ['{\\an8}top', ['top']],
    ['<b>HOST:</b> bold', ['HOST: bold']],
    ['<font color="#f00">red</font> & < raw > &amp; &lt;b&gt;', ['red & < raw > & <b>']],
    ['<script>alert(1)</script><img src=x onerror=alert(2)>still', ['alert(1)still']],
    ['<i>a <b>b</b></i> c', [{ type: 'emphasis', children: ['a ', 'b'] }, ' c']],
    ['{{moustache}} ${dollar}', ['{{moustache}} ${dollar}']],
  ])('%j', (text, content) => expect(parseSubtitle(text)).toEqual(content));

  it('are read in time that grows with them', () => {
    for (const hostile of [
      '<'.repeat(60_000),
      '<a '.repeat(20_000),
      '{\\'.repeat(30_000),
      '<i>a'.repeat(15_000),
    ])
      expect(Array.isArray(parseSubtitle(hostile))).toBe(true);
  });
});

describe('SubViewer', () => {
  it('is read, and words without times that can be read are kept', () => {
    const parsed = parseSbv(
      '0:00:00.500,0:00:01.500\nNobody\nwrote\n\nstray words\n\n0:00:13.f89,0:00:15.489\nthem down\n\n0:00:16.000,0:00:17.000\n0:00:18.000,0:00:19.000\nat all',
      'a.sbv',
    );
    expect(said(parsed)).toEqual([
      'Nobody\nwrote @0.5–1.5',
      'stray words @–',
      'them down @–',
      ' @16–17',
      'at all @18–19',
    ]);
    expect(complaints(parsed)).toEqual([
      [
        'cue-times',
        5,
        'Unexpected `stray words`, expected times such as `0:04:33.000,0:04:36.500`',
      ],
      [
        'cue-times',
        7,
        'Unexpected `0:00:13.f89,0:00:15.489`, expected times such as `0:04:33.000,0:04:36.500`',
      ],
    ]);
  });
});

describe('LRC', () => {
  it('has a title, an offset, lines that are said twice, and times of words', () => {
    const parsed = parseLrc(
      '[ti:Tides]\n[la:en]\n[offset:500]\n[00:01.50][00:09.5]The tide\n[00:03.00]<00:03.10>comes <00:03.50>in\n[00:05.00]\n',
      'a.lrc',
    );
    expect(parsed.facts).toEqual({ title: 'Tides', language: 'en' });
    expect(said(parsed)).toEqual(['The tide @1–', 'comes in @2.5–', 'The tide @9–']);
    expect(parsed.problems).toEqual([]);
  });

  it('keeps words without a time, where they stand', () => {
    const parsed = parseLrc('[00:01.50]The tide\ncomes in\n[00:03.00]again', 'a.lrc');
    expect(said(parsed)).toEqual(['The tide @1.5–', 'comes in @–', 'again @3–']);
    expect(complaints(parsed)).toEqual([
      [
        'cue-times',
        2,
        'Unexpected line without a time, `comes in`, expected `[04:33.00]` before it',
      ],
    ]);
  });
});

describe('every kind of subtitles', () => {
  it.each<Format>([srt, sbv, lrc])('reads whatever it is given: $name', (format) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(format.read({ path: 'a', text })).toHaveLength(1);
      }),
    );
  });

  it('is read in time that grows with it', () => {
    for (const hostile of [
      '0:'.repeat(30_000),
      '1\n'.repeat(30_000),
      '00:00:01,000 --> 00:00:02,000\n'.repeat(20_000),
      '[00:01.00]'.repeat(6000),
      ' '.repeat(60_000),
    ])
      for (const format of [srt, sbv, lrc])
        expect(format.read({ path: 'a', text: hostile })).toHaveLength(1);
  });
});

const fixtures = corpusFolder('webvtt-py-fixtures');
const folder = fixtures && path.join(fixtures, 'tests/subtitles');

describe.skipIf(!folder)('files in the wild', () => {
  const files = folder ? readdirSync(folder).filter((name) => /\.(?:srt|sbv)$/.test(name)) : [];
  const counts: Readonly<Record<string, number>> = {
    'one_caption.srt': 1,
    'sample.srt': 5,
    'invalid_timeframe.srt': 5,
    'missing_caption_text.srt': 5,
    'missing_timeframe.srt': 4,
    'sample.sbv': 5,
    'two_captions.sbv': 2,
    'invalid_timeframe.sbv': 5,
    'missing_timeframe.sbv': 5,
    'missing_caption_text.sbv': 5,
  };

  it.each(files)('%s', (name) => {
    const text = readFileSync(path.join(folder!, name), 'utf8');
    const { cues, problems } = (name.endsWith('.srt') ? parseSrt : parseSbv)(text, name);
    const lines = text.split(/\r?\n/).filter((line) => /^Caption/.test(line));
    const kept = cues.map(({ content }) => plainText(content)).join('\n');
    for (const line of lines) expect(kept).toContain(line);
    const count = counts[name];
    if (count !== undefined) expect(cues).toHaveLength(count);
    if (/invalid_format|missing_timeframe/.test(name) && name !== 'invalid_format4.srt')
      expect(problems.length + kept.split('Caption').length).toBeGreaterThan(1);
  });
});
