import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../archive/quote.ts';
import type { Draft } from './draft.ts';
import { detectFormat } from './format.ts';
import { readDrafts } from './parts.ts';
import { parseRss, rss } from './rss.ts';

const said = ({ body }: Draft): string[] =>
  ('cues' in body ? body.cues : []).map((part) => {
    if (part.type === 'chapter') return `# ${part.title}`;
    return `${part.label ?? '–'}: ${plainText(part.content)}`;
  });

const feed = (items: string): string => `<?xml version="1.0"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">
<channel><title>Tides</title><language>en-gb</language>
<podcast:person>Jo Field</podcast:person>
${items}
</channel></rss>`;

const full = `<item><title>The tide &amp; the tables</title><link>https://example.org/12</link>
<pubDate>Sat, 02 Mar 2024 23:30:00 -0800</pubDate>
<description>&lt;p&gt;Nobody &lt;b&gt;wrote&lt;/b&gt; them.&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</description>
<enclosure url="https://example.org/12.mp3" length="1" type="audio/mpeg"/>
<itunes:duration>1:02:03</itunes:duration><itunes:episode>12</itunes:episode><itunes:season>2</itunes:season>
<podcast:person role="Guest">Ann Reed</podcast:person>
<podcast:transcript url="https://example.org/t/12.srt?v=2" type="application/x-subrip"/>
<podcast:transcript url="https://example.org/t/12%20a.vtt" type="text/vtt" language="de"/>
<podcast:transcript url="javascript:alert(1)" type="text/vtt"/>
<podcast:chapters url="https://example.org/c/12.json" type="application/json+chapters"/></item>`;

describe('a feed that is none', () => {
  it.each(['', '<rss>', '<html></html>', '<rss><channel><item></channel></rss>', '{"a":1}'])(
    'has no episodes, and it is said: %j',
    (text) => {
      const drafts = parseRss(text, 'feed.xml');
      expect(drafts.map(({ facts }) => facts)).toEqual([{}]);
      expect(drafts[0]!.problems).toMatchObject([{ rule: 'rss', severity: 'error' }]);
      expect(drafts[0]!.problems[0]!.message).toMatch(/^Unexpected feed .+, expected /);
    },
  );
});

describe('a feed', () => {
  it('says of an episode what a page needs, and where its transcripts are', () => {
    const [draft] = parseRss(feed(full), 'feed.xml');
    expect(draft).toEqual({
      show: 'Tides',
      facts: {
        title: 'The tide & the tables',
        date: '2024-03-02',
        language: 'en-GB',
        audio: 'https://example.org/12.mp3',
        duration: 3723,
        source: 'https://example.org/12',
        summary: 'Nobody wrote them. x',
        number: 12,
        season: 2,
        roles: { 'Ann Reed': 'guest' },
      },
      body: { cues: [] },
      parts: [
        { url: 'https://example.org/t/12.srt?v=2', type: 'application/x-subrip' },
        { url: 'https://example.org/t/12%20a.vtt', type: 'text/vtt', language: 'de' },
        { url: 'https://example.org/c/12.json', type: 'application/json+chapters' },
      ],
      problems: [],
    });
  });

  it('of several episodes names each after its title; one without a transcript is said with its line', () => {
    const item = '<item><title>Fog</title></item>';
    const drafts = parseRss(feed(`${full}\n${item}\n${item}`), 'feed.xml');
    expect(drafts.map(({ name }) => name)).toEqual(['the-tide-the-tables', 'fog', 'fog-2']);
    expect(drafts[1]!.facts).toMatchObject({ title: 'Fog', roles: { 'Jo Field': 'host' } });
    expect(drafts[1]!.problems).toMatchObject([
      {
        rule: 'no-transcript',
        severity: 'warning',
        place: { line: 15, column: 1 },
        message:
          'Unexpected episode `Fog` without `podcast:transcript`, expected the address of its transcript',
      },
    ]);
  });

  const vtt = {
    path: 'saved/12 a.vtt',
    text: 'WEBVTT\n\n00:00.000 --> 00:04.000\n<v Jo Field>Nobody.\n\n00:09.000 --> 00:12.000\n<v Ann Reed>No.\n',
  };
  const srt = { path: 'saved/12.srt', text: '1\n00:00:00,000 --> 00:00:04,000\nNobody.\n' };
  const chapters = {
    path: 'saved/12.json',
    text: '{"chapters":[{"startTime":0,"title":"Intro"},{"startTime":9,"title":"No"}]}',
  };

  it('is filled with the best transcript and the chapters that lie beside it', () => {
    const file = { path: 'saved/feed.xml', text: feed(full) };
    const [draft] = readDrafts(file, detectFormat(file)!, [file, srt, vtt, chapters]);
    expect(said(draft!)).toEqual(['# Intro', 'Jo Field: Nobody.', '# No', 'Ann Reed: No.']);
    expect(draft!.used).toEqual([srt.path, vtt.path, chapters.path]);
    expect(draft!.problems).toEqual([]);
  });

  it('says which transcript to save where none lies beside it', () => {
    const [draft] = readDrafts({ path: 'feed.xml', text: feed(full) }, rss);
    expect(said(draft!)).toEqual([]);
    expect(draft!.problems).toMatchObject([
      {
        rule: 'transcript-elsewhere',
        message:
          'Unexpected transcript that is not here, expected the file `12.srt` beside the feed',
        mend: 'Save https://example.org/t/12.srt?v=2 as `12.srt` beside the feed, and import again. Nothing is fetched by itself.',
      },
    ]);
  });

  it('is read whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (words, attribute) => {
        const item = `<item><title>${words}</title><podcast:transcript url="${attribute}"/></item>`;
        const file = { path: 'feed.xml', text: feed(item) };
        expect(readDrafts(file, rss, [vtt]).length).toBeGreaterThan(0);
      }),
    );
  });
});
