import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Transcript } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import { corpusFolder } from '../store/corpora.ts';
import { akomaNtoso, parseAkomaNtoso } from './akoma-ntoso.ts';
import type { Draft } from './draft.ts';
import { headedTurns } from './headed-turns.ts';

const transcriptOf = ({ body }: Draft): Transcript =>
  'transcript' in body ? body.transcript : { parts: [] };

const said = (draft: Draft): string[] =>
  transcriptOf(draft).parts.flatMap((part) => {
    if (part.type === 'chapter') return [`# ${part.title}`];
    if (part.type === 'note') return [`(${plainText(part.content)})`];
    return part.passages.map(({ content }) => `${part.label ?? '–'}: ${plainText(content)}`);
  });

describe('Akoma Ntoso', () => {
  it('that is no XML says where', () => {
    const draft = parseAkomaNtoso('<akomaNtoso>\n<debate></akomaNtoso>', 'a.xml');
    expect(said(draft)).toEqual([]);
    expect(draft.problems).toMatchObject([{ rule: 'xml', place: { line: 2 } }]);
  });

  it('has people, sections, stage directions and words that never run', () => {
    const text = `<akomaNtoso><debate>
 <meta><references>
  <TLCPerson id="jo field" href="/x" showAs="Jo Field"/><TLCPerson id="x" showAs=""/>
 </references></meta>
 <debateBody><debateSection>
  <heading>2024-03-02 The tide tables</heading>
  <narrative><p><i>A pause.</i></p></narrative>
  <speech by="#jo field"><from>Jo</from>
   <p>Nobody <b>wrote</b> them <a href="https://example.org/">down</a>.<br/>Nobody.</p>
   <p>Or <a href="javascript:alert(1)">did</a> they?</p></speech>
  <speech by="#x">No <script>alert(1)</script>paragraph</speech>
  <speech><from>Ann Reed:</from><p>Who, me?</p></speech>
  <speech><p>Somebody.</p></speech>
  <debateSection><heading>Afterwards</heading><speech by="#x"><p>So.</p><p> </p></speech></debateSection>
 </debateSection></debateBody><script/></debate></akomaNtoso>`;
    const draft = parseAkomaNtoso(text, 'a.xml');
    expect(draft.facts).toEqual({ title: 'The tide tables', date: '2024-03-02' });
    expect(said(draft)).toEqual([
      '(A pause.)',
      'Jo Field: Nobody wrote them down.\nNobody.',
      'Jo Field: Or did they?',
      'x: No paragraph',
      'Ann Reed: Who, me?',
      'Unknown: Somebody.',
      '# Afterwards',
      'x: So.',
    ]);
    expect(JSON.stringify(draft)).not.toContain('alert');
    expect(akomaNtoso.detect({ path: 'a', text })).toBe(1);
  });

  it('that is thousands deep does no harm', () => {
    const deep = `<akomaNtoso><debateBody>${'<a>'.repeat(9000)}x${'</a>'.repeat(9000)}</debateBody></akomaNtoso>`;
    expect(Array.isArray(said(parseAkomaNtoso(deep, 'a.xml')))).toBe(true);
  });
});

// ——— The same events as XML and as Markdown —————————————————————————————————————————————

const xmlFolder = corpusFolder('archive-tw-akomantoso');
const markdownFolder = corpusFolder('audreyt-transcript');
const isThere = xmlFolder !== undefined && markdownFolder !== undefined;
const names = xmlFolder ? readdirSync(xmlFolder).filter((name) => name.endsWith('.an.xml')) : [];
const readXml = (name: string): Draft =>
  parseAkomaNtoso(readFileSync(path.join(xmlFolder!, name), 'utf8'), name);

describe.skipIf(!isThere)('the debates of archive.tw', () => {
  const { files } = isThere
    ? (JSON.parse(readFileSync(path.join(xmlFolder, 'EXPECTED-COUNTS.json'), 'utf8')) as {
        readonly files: Readonly<Record<string, object>>;
      })
    : { files: {} };

  it.each(names)('%s has as many speeches, notes and speakers as were counted', (name) => {
    const draft = readXml(name);
    const { parts } = transcriptOf(draft);
    const speeches = parts.filter((part) => part.type === 'speech');
    expect({
      speeches: speeches.length,
      narratives: parts.filter((part) => part.type === 'note').length,
      speakers: new Set(speeches.map(({ label }) => label)).size,
    }).toEqual(files[name]);
    expect(draft.problems).toEqual([]);
  });

  const letters = (text: string): string =>
    text
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();

  /** Who speaks, turn by turn, and what. */
  function turnsOf({ parts }: Transcript): { readonly label: string; text: string }[] {
    const turns: { readonly label: string; text: string }[] = [];
    for (const part of parts) {
      if (part.type !== 'speech') continue;
      const text = letters(part.passages.map(({ content }) => plainText(content)).join(''));
      const label = letters(part.label ?? turns.at(-1)?.label ?? '');
      if (turns.at(-1)?.label === label) turns.at(-1)!.text += text;
      else turns.push({ label, text });
    }
    return turns;
  }

  /** Where the sources themselves differ. */
  const stubs: Readonly<Record<string, string>> = {
    '2017-11-08-社創中心-第一次-Office-Hour': 'the Markdown is a title alone',
    '2016-06-14-全民司法改革運動-第二階段第一次工作會議會議紀錄':
      'the Markdown has the names of the speakers in place of their words',
    '2016-01-26-tout-numérique': 'the Markdown has the first paragraph of each turn alone',
  };
  const relabelled: Readonly<Record<string, string>> = {
    // Corrected in the Markdown, or written there as the id of the person.
    粱玉珊: '梁玉珊',
    audreytang2: 'audreytang',
  };
  /** Turns with other words: typing mistakes that were corrected in one of the two, at most so many of a hundred. */
  const mostCorrected = 8;

  const pairs = names.filter((name) =>
    existsSync(path.join(markdownFolder ?? '', name.replace('.an.xml', '.md'))),
  );

  it('exist eighteen times as Markdown, too', () => expect(pairs).toHaveLength(18));

  it.each(pairs.map((name) => name.replace('.an.xml', '')))('%s has the same turns', (name) => {
    const text = readFileSync(path.join(markdownFolder!, `${name}.md`), 'utf8');
    const markdown = headedTurns.read({ path: `${name}.md`, text }, new Map());
    const theirs = turnsOf(markdown.transcript);
    const ours = turnsOf(transcriptOf(readXml(`${name}.an.xml`)));
    if (name.startsWith('2017-11-08')) {
      expect(stubs[name]).toBeDefined();
      expect(theirs).toEqual([]);
      return;
    }
    const labelsOf = (turns: typeof ours): string[] =>
      turns.map(({ label }) => relabelled[label] ?? label);
    expect(labelsOf(ours)).toEqual(labelsOf(theirs));
    const other = ours.filter((turn, at) => turn.text !== theirs[at]!.text).length;
    if (stubs[name] === undefined)
      expect((100 * other) / ours.length).toBeLessThanOrEqual(mostCorrected);
  });
});
