import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../archive/quote.ts';
import { corpusFolder } from '../store/corpora.ts';
import { joinCues } from './cue-join.ts';
import type { Draft, Format } from './draft.ts';
import { detectFormat } from './format.ts';
import { podcastHtml } from './podcast-html.ts';
import { podcastChapters, podcastJson } from './podcast.ts';

const read = (format: Format, text: string): Draft => format.read({ path: 'a', text })[0]!;

const said = ({ body }: Draft): string[] =>
  ('cues' in body ? body.cues : []).map((part) => {
    const time = part.startTime === undefined ? '' : ` @${part.startTime}`;
    if (part.type === 'chapter') return `# ${part.title}${time}`;
    const text = plainText(part.content);
    return part.type === 'note' ? `(${text})` : `${part.label ?? '–'}: ${text}${time}`;
  });

describe('Podcasting 2.0 JSON', () => {
  it.each(['', '7', '{}', '{"segments":{}}'])('that is none has no cues: %j', (text) => {
    expect(said(read(podcastJson, text))).toEqual([]);
  });

  it('says which segment has no words, and takes music for a note', () => {
    const draft = read(
      podcastJson,
      '{"segments":[\n{"speaker":"Jo","startTime":1,"body":"Nobody"},\n{"startTime":2},\n{"speaker":"Music","body":"a horn"},\n{"body":"wrote.","startTime":-1}]}',
    );
    expect(said(draft)).toEqual(['Jo: Nobody @1', '(a horn)', '–: wrote.']);
    expect(draft.problems).toMatchObject([
      { place: { line: 3 }, message: 'Unexpected segment 2, expected one with a `body`' },
    ]);
  });
});

describe('Podcasting 2.0 chapters', () => {
  it('are chapters, but those that are in no table of contents', () => {
    const draft = read(
      podcastChapters,
      '{"title":"Tides","chapters":[{"startTime":0,"title":"Intro"},{"startTime":9,"toc":false},{"startTime":12}]}',
    );
    expect(draft.facts).toEqual({ title: 'Tides' });
    expect(said(draft)).toEqual(['# Intro @0']);
    expect(draft.problems).toHaveLength(1);
  });
});

describe('Podcasting 2.0 HTML', () => {
  it('has who speaks, since when, and the words; and says what stands outside', () => {
    const draft = read(
      podcastHtml,
      '<title>Tides</title><style>p {}</style>stray\n<h2>One</h2>\n<cite>Jo Field:</cite>\n<time>0:53</time>\n<p>Nobody &amp; <b>no&#39;one</b>\nwrote.<p>Then?</p><script>alert(1)</script>',
    );
    expect(draft.facts).toEqual({ title: 'Tides' });
    expect(said(draft)).toEqual(['# One', "Jo Field: Nobody & no'one wrote. @53", '–: Then?']);
    expect(draft.problems.map(({ place, message }) => [place?.line, message])).toEqual([
      [1, 'Unexpected text outside of paragraphs, `stray`, expected it in `<p>`'],
    ]);
  });

  it('is read in time that grows with it', () => {
    for (const hostile of [
      '<p>'.repeat(20_000),
      '<p '.repeat(20_000),
      '<'.repeat(60_000),
      '&#'.repeat(30_000),
      '<cite>a'.repeat(10_000),
    ])
      expect(read(podcastHtml, hostile).facts).toEqual({});
  });
});

it('whatever is given, something is read', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(podcastJson, podcastChapters, podcastHtml),
      fc.string(),
      (format, text) => {
        expect(format.read({ path: 'a', text })).toHaveLength(1);
      },
    ),
  );
});

const corpus = corpusFolder('podcast-namespace');

describe.skipIf(!corpus)('the examples of the specification', () => {
  const open = (name: string): string =>
    readFileSync(path.join(corpus!, 'docs/examples/transcripts', name), 'utf8');
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

  function wordsIn(name: string) {
    const file = { path: name, text: open(name) };
    const [draft] = detectFormat(file)!.read(file);
    const cues = 'cues' in draft!.body ? draft!.body.cues : [];
    const { transcript } = joinCues(cues, { unit: 'paragraph', file: name });
    const speeches = transcript.parts.flatMap((part) => (part.type === 'speech' ? [part] : []));
    const texts = speeches.flatMap(({ passages }) =>
      passages.map(({ content }) => plainText(content)),
    );
    const labels = [...new Set(speeches.map(({ label }) => label))].sort();
    return { labels, letters: letters(texts.join('')), problems: draft!.problems };
  }

  it('of one episode say the same words, as HTML and as SubRip', () => {
    const html = wordsIn('example.html');
    expect(html).toMatchObject({ labels: ['Gilon', 'Sarah', 'Travis'], problems: [] });
    expect(wordsIn('example.srt')).toEqual(html);
  });

  it('name who speaks as JSON and as WebVTT', () => {
    expect(wordsIn('example.json').labels).toEqual(['Darth Vader', 'Luke']);
    expect(wordsIn('example.vtt').labels).toEqual(['Gillian', 'Sarah']);
  });
});
