import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../archive/quote.ts';
import { corpusFolder } from '../store/corpora.ts';
import type { Draft } from './draft.ts';
import { parseScotus, scotus } from './scotus.ts';

const said = ({ body }: Draft): string[] =>
  ('transcript' in body ? body.transcript.parts : []).flatMap((part) => {
    if (part.type === 'chapter') return [`# ${part.title}`];
    if (part.type === 'note') return [`(${plainText(part.content)})`];
    return part.passages.map(({ content }) => `${part.label ?? '–'}: ${plainText(content)}`);
  });

/** A page as it is printed: lines with their numbers, a head, a foot, the number of the page. */
const page = (number: number, ...lines: readonly string[]): string =>
  [
    '                    Official - Subject to Final Review',
    '',
    ...lines.map((line, at) => `${String(at + 1).padStart(2)}${line === '' ? '' : `   ${line}`}`),
    '',
    `                    ${number}`,
    '                    Example Reporting Company',
  ].join('\n');

describe('the official transcript of a hearing', () => {
  it('that has no proceedings says what is missing', () => {
    const draft = parseScotus(page(1, '              MR. FIELD:   Nobody.'), 'a.txt');
    expect(said(draft)).toEqual([]);
    expect(draft.problems).toMatchObject([
      {
        rule: 'no-proceedings',
        severity: 'error',
        message:
          'Unexpected transcript without `P R O C E E D I N G S`, expected it above the first words',
      },
    ]);
  });

  it('has speech over lines and pages, headings, notes, and a cover that says who is what', () => {
    const text = [
      page(
        1,
        '       IN THE SUPREME COURT OF THE UNITED STATES',
        '- - - - - - - - - - x',
        'HARBOUR BOARD OF                    :',
        'THE TIDE, ET AL.,                   :',
        '               Petitioners          :   No. 12-345',
        '       v.                           :',
        'ANN REED                            :',
        '- - - - - - - - - - x',
        '                 Monday, March 5, 2012',
        'APPEARANCES:',
        'JO B. FIELD, ESQ., Washington, D.C.; on behalf of',
        '   Petitioners.',
      ),
      page(2, '          C O N T E N T S', 'ORAL ARGUMENT OF       PAGE'),
      page(
        3,
        '          P R O C E E D I N G S',
        '                                     (10:12 a.m.)',
        '              CHIEF JUSTICE ROWE:      We will hear',
        'Number 12-345.    Mr. Field.',
        '         ORAL ARGUMENT OF JO B. FIELD',
        '            ON BEHALF OF THE PETITIONERS',
        '              MR. FIELD:   Nobody wrote a claims-',
        'processing rule -\u00ad',
        '              (Laughter.)',
        '              JUSTICE REED:  Of the tide',
      ),
      page(
        4,
        'tables: all?',
        '              MR. FIELD:   All.',
        '              And then nobody.',
        '              (Whereupon, at 11:41 a.m., the case',
        'was submitted.)',
      ),
      'all 4:1\nnobody 3:7, 4:3',
    ].join('\f');
    expect(scotus.detect({ path: 'a.txt', text })).toBe(1);
    const draft = parseScotus(text, 'a.txt');
    expect(draft.facts).toEqual({
      title: 'Harbour Board of the Tide, et al. v. Ann Reed, No. 12-345',
      date: '2012-03-05',
      language: 'en-US',
      roles: {
        'CHIEF JUSTICE ROWE': 'justice',
        'MR. FIELD': 'on behalf of Petitioners',
        'JUSTICE REED': 'justice',
      },
    });
    expect(said(draft)).toEqual([
      '(10:12 a.m.)',
      'CHIEF JUSTICE ROWE: We will hear Number 12-345. Mr. Field.',
      '# ORAL ARGUMENT OF JO B. FIELD ON BEHALF OF THE PETITIONERS',
      'MR. FIELD: Nobody wrote a claims-processing rule --',
      '(Laughter.)',
      'JUSTICE REED: Of the tide tables: all?',
      'MR. FIELD: All.',
      'MR. FIELD: And then nobody.',
      '(Whereupon, at 11:41 a.m., the case was submitted.)',
    ]);
    expect(draft.problems.map(({ rule, place, message }) => [rule, place?.line, message])).toEqual([
      [
        'pages-left-out',
        text.slice(0, text.indexOf('all 4:1')).split('\n').length,
        'Unexpected 1 page without numbered lines from here on, expected the end',
      ],
    ]);
  });

  it('is read whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom(' 1   ', '\n', '\f', ' 1   P R O C E E D I N G S\n', ' 2    A: ', '('),
          ),
        ),
        (pieces) => {
          expect(Array.isArray(said(parseScotus(pieces.join(''), 'a.txt')))).toBe(true);
        },
      ),
    );
  });
});

const corpus = corpusFolder('scotus-official-text');
if (!corpus)
  console.warn('Supreme Court text is not tested on a real one: it is not here (ARCHIVE_CORPORA).');

describe.skipIf(!corpus)('a real one', () => {
  const folder = path.join(corpus ?? '', 'data-hold/transcripts');
  const [name = ''] = corpus ? readdirSync(folder) : [];
  const open = (): string => readFileSync(path.join(folder, name), 'utf8');

  it('has the pages, turns and speakers that were counted', () => {
    const text = open();
    const { files } = JSON.parse(
      readFileSync(path.join(corpus!, 'EXPECTED-COUNTS.json'), 'utf8'),
    ) as { files: Record<string, { speaker_turns_about: number; speakers: string[] }> };
    const draft = parseScotus(text, name);
    const { transcript } = draft.body as Extract<Draft['body'], { transcript: unknown }>;
    const speeches = transcript.parts.filter((part) => part.type === 'speech');
    const expected = files[`data-hold/transcripts/${name}`]!;
    expect(speeches).toHaveLength(expected.speaker_turns_about);
    expect([...new Set(speeches.map(({ label }) => label))].sort()).toEqual(expected.speakers);
    expect(draft.facts.date).toBe('2012-03-26');
  });

  it('loses no letter between its first words and its index', () => {
    const text = open();
    const from = text.indexOf('P R O C E E D I N G S') + 'P R O C E E D I N G S'.length;
    const to = text.indexOf('submitted.)') + 'submitted.)'.length;
    const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '');
    const numbered = text
      .slice(from, to)
      .split(/[\n\f]/)
      .flatMap((line) => /^ ?\d{1,2} {2,}(.*)$/.exec(line)?.[1] ?? [])
      .join('');
    const { transcript } = parseScotus(text, name).body as Extract<
      Draft['body'],
      { transcript: unknown }
    >;
    const read = transcript.parts.map((part) => {
      if (part.type === 'chapter') return part.title;
      if (part.type === 'note') return plainText(part.content);
      const words = part.passages.map(({ content }) => plainText(content)).join('');
      return `${part.label ?? ''}${words}`;
    });
    expect(letters(read.join(''))).toBe(letters(numbered));
  });
});
