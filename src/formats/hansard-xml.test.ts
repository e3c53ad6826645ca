import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainText } from '../archive/quote.ts';
import { corpusFolder } from '../store/corpora.ts';
import type { Draft } from './draft.ts';
import { hansardXml, parseHansard } from './hansard-xml.ts';

const partsOf = ({ body }: Draft) => ('transcript' in body ? body.transcript.parts : []);

const said = (draft: Draft): string[] =>
  partsOf(draft).flatMap((part) => {
    if (part.type === 'chapter') return [`# ${part.title}`];
    if (part.type === 'note') return [`(${plainText(part.content)})`];
    return part.passages.map(({ content }) => `${part.label ?? '–'}: ${plainText(content)}`);
  });

describe('a sitting', () => {
  it('that is no XML says where', () => {
    const draft = parseHansard('<housecommons>\n<section></housecommons>', 'a.xml');
    expect(said(draft)).toEqual([]);
    expect(draft.problems).toMatchObject([{ rule: 'xml', place: { line: 2 } }]);
  });

  it('has members, what goes on below them, and what nobody said', () => {
    const text = `<housecommons><image src="x"/><col>1</col><title>House of Commons</title>
<date format="1985-12-16">Monday 16 December 1985</date>
<p align="center"><i>The House met</i></p>
<debates><section><title>TIDES</title>
<p>Motion made, and Question proposed.</p>
<p>1. <member>Mr. Pell <memberconstituency>(Salthaven)</memberconstituency></member><membercontribution> asked
<col>2</col>
why &#x2014; or when.</membercontribution></p>
<p>He went on.</p>
<p><i>Later</i>&#x2014;</p>
<p><member>The Minister (Mr. Roe):</member><membercontribution>: No.<quote>The tide</quote></membercontribution></p>
<p><table><tr><td>Ayes</td><td>3</td></tr><tr><td>Noes</td><td>4</td></tr></table></p>
<section><title>SALT</title><p>The House divided.</p></section>
</section></debates></housecommons>`;
    const draft = parseHansard(text, 'a.xml');
    expect(draft.facts).toEqual({
      title: 'House of Commons',
      date: '1985-12-16',
      language: 'en-GB',
    });
    expect(said(draft)).toEqual([
      '(The House met)',
      '# TIDES',
      '(Motion made, and Question proposed.)',
      'Mr. Pell: 1. asked why — or when.',
      'Mr. Pell: He went on.',
      '(Later—)',
      'The Minister (Mr. Roe): No. The tide',
      '(Ayes · 3\nNoes · 4)',
      '# SALT',
      '(The House divided.)',
    ]);
    expect(draft.problems.map(({ message }) => message)).toEqual([
      'Unexpected constituencies beside 1 name, expected names alone',
    ]);
    expect(hansardXml.detect({ path: 'a', text })).toBe(0.95);
  });
});

const corpus = corpusFolder('uk-hansard-xml');

describe.skipIf(!corpus)('sittings in the wild', () => {
  const { files } = corpus
    ? (JSON.parse(readFileSync(path.join(corpus, 'EXPECTED-COUNTS.json'), 'utf8')) as {
        readonly files: Readonly<Record<string, { member: number; sections: number }>>;
      })
    : { files: {} };
  /** A file in which a section is never closed: its line is named. */
  const broken = 'spec/data/preprocessing/writtenanswers_in_debates.xml';
  const open = (name: string): string => readFileSync(path.join(corpus!, name), 'utf8');
  const letters = (text: string): string => [...text.replace(/[^\p{L}]/gu, '')].sort().join('');
  const decode = (text: string): string =>
    text
      .replace(/&#x([\da-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
      .replaceAll('&amp;', '&');

  it.each(Object.entries(files).filter(([name]) => name !== broken))(
    '%s keeps every letter, and every member has words',
    (name, { member, sections }) => {
      const text = open(name);
      const draft = parseHansard(text, name);
      const plain = decode(
        text
          .replace(/<(memberconstituency|col|date)\b[^>]*>[\s\S]*?<\/\1>/g, ' ')
          .replace(/<[^>]*>/g, ' '),
      );
      const kept = partsOf(draft).map((part) => {
        if (part.type === 'chapter') return part.title;
        if (part.type === 'note') return plainText(part.content);
        return part.passages.map(({ content }) => plainText(content)).join('');
      });
      const named = [...decode(text).matchAll(/<member>([\s\S]*?)<\/member>/g)].map(([, name_]) =>
        name_!
          .replace(/<memberconstituency>[\s\S]*?<\/memberconstituency>/g, '')
          .replace(/<[^>]*>/g, ''),
      );
      expect(named).toHaveLength(member);
      expect(letters(kept.join('') + named.join('') + (draft.facts.title ?? ''))).toEqual(
        letters(plain),
      );
      const chapters = partsOf(draft).filter(({ type }) => type === 'chapter').length;
      const titles = [...text.matchAll(/<title>[^<]*[^<\s]/g)].length;
      expect(chapters + 1).toBe(Math.max(titles, 1));
      expect(sections).toBeGreaterThanOrEqual(0);
      expect(partsOf(draft).filter(({ type }) => type === 'speech').length).toBeGreaterThanOrEqual(
        new Set(named).size,
      );
    },
  );

  it('that is broken is said to be so, and where', () => {
    expect(parseHansard(open(broken), broken).problems).toMatchObject([
      { rule: 'xml', place: { line: 183 } },
    ]);
  });
});
