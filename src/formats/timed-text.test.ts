import { describe, expect, it } from 'vitest';
import { plainText } from '../archive/quote.ts';
import { ass, parseAss } from './ass.ts';
import type { Cue } from './draft.ts';
import { parseTtml, parseTtmlTime, ttml } from './ttml.ts';

const said = (cues: readonly Cue[]): string[] =>
  cues.map(
    ({ label, content, startTime, endTime }) =>
      `${label === undefined ? '' : `${label}: `}${plainText(content)} @${startTime ?? ''}–${endTime ?? ''}`,
  );

describe('SubStation Alpha', () => {
  it('says which lines it cannot read', () => {
    const { cues, problems } = parseAss(
      '[Events]\nDialogue: 0,x,0:00:02.00,Default,,0,0,0,,Nobody\nDialogue: short\n',
      'a.ass',
    );
    expect(cues).toEqual([]);
    expect(problems.map(({ place, message }) => [place?.line, message])).toEqual([
      [
        2,
        'Unexpected line `Dialogue: 0,x,0:00:02.00,Default,,0,0,0,,Nobody`, expected `Dialogue: 0,0:04:33.00,0:04:36.50,Default,Jo Field,0,0,0,,words`',
      ],
      [
        3,
        'Unexpected line `Dialogue: short`, expected `Dialogue: 0,0:04:33.00,0:04:36.50,Default,Jo Field,0,0,0,,words`',
      ],
    ]);
  });

  it('has names in a column, commas in its words, codes, drawings and comments', () => {
    const text = [
      '[Script Info]',
      'Title: The tide tables',
      '[Events]',
      'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
      'Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,nobody says this',
      'Dialogue: 0,0:00:03.00,0:00:04.00,Default,Ann,0,0,0,,Yes, and\\Nno.',
      'Dialogue: 0,0:00:01.00,0:00:02.50,Default,Jo,0,0,0,,{\\i1}Nobody{\\i0} {\\pos(1,2)}wrote',
      'Dialogue: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,{\\p1}m 0 0 l 1 1{\\p0}',
    ].join('\n');
    const { facts, cues } = parseAss(text, 'a.ass');
    expect(facts).toEqual({ title: 'The tide tables' });
    expect(said(cues)).toEqual(['Jo: Nobody wrote @1–2.5', 'Ann: Yes, and\nno. @3–4', ' @5–6']);
    expect(cues[0]!.content[0]).toEqual({ type: 'emphasis', children: ['Nobody'] });
    expect(ass.detect({ path: 'a.txt', text })).toBe(1);
  });
});

describe('TTML', () => {
  it('that is no XML is said to be none, with the place', () => {
    const { cues, problems } = parseTtml('<tt><body>\n<p>Nobody</body></tt>', 'a.ttml');
    expect(cues).toEqual([]);
    expect(problems).toMatchObject([{ rule: 'xml', place: { line: 2 } }]);
  });

  it('never reads another file', () => {
    const text =
      '<!DOCTYPE tt [<!ENTITY x SYSTEM "file:///etc/passwd">]><tt><body><p begin="1s">a &x; b</p></body></tt>';
    expect(said(parseTtml(text, 'a.ttml').cues)).toEqual(['a &x; b @1–']);
  });

  it('has people, times of several kinds, lines and italics', () => {
    const text = `<?xml version="1.0"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="x" xmlns:tts="y" xmlns:ttp="z" xml:lang="de" ttp:frameRate="25">
 <head><metadata><ttm:title>Gezeiten</ttm:title><ttm:agent xml:id="jo"><ttm:name type="full">Jo Field</ttm:name></ttm:agent></metadata></head>
 <body begin="10s"><div ttm:agent="jo">
  <p begin="00:00:01.500" end="00:00:02.500">Niemand<br/>hat <span tts:fontStyle="italic">sie</span>
   geschrieben.</p>
  <p begin="00:00:03:05" dur="500ms" ttm:agent="ann">Nein.</p>
  <p begin="later">Wann?</p>
 </div></body></tt>`;
    const { facts, cues, problems } = parseTtml(text, 'a.ttml');
    expect(facts).toEqual({ title: 'Gezeiten', language: 'de' });
    expect(said(cues)).toEqual([
      'Jo Field: Niemand\nhat sie geschrieben. @11.5–12.5',
      'ann: Nein. @13.2–13.7',
      'Jo Field: Wann? @10–',
    ]);
    expect(problems.map(({ place, message }) => [place?.line, message])).toEqual([
      [8, 'Unexpected time `begin="later"`, expected `00:04:33.000` or `273s`'],
    ]);
    expect(ttml.detect({ path: 'a.xml', text })).toBe(1);
  });

  it.each([
    ['00:00:01', 1],
    ['00:00:01.25', 1.25],
    ['00:00:01:15', 1.5],
    ['1.5h', 5400],
    ['2m', 120],
    ['90f', 3],
    ['50t', 5],
    ['250ms', 0.25],
    ['1', undefined],
    ['-1s', undefined],
    ['', undefined],
  ])('has a time %j of %j seconds', (text, seconds) =>
    expect(parseTtmlTime(text, { frames: 30, ticks: 10 })).toBe(seconds),
  );

  it('that is thousands deep does no harm', () => {
    const text = `<tt><body>${'<div>'.repeat(20_000)}<p>a</p>${'</div>'.repeat(20_000)}</body></tt>`;
    expect(
      parseTtml(text, 'a.ttml').cues.length + parseTtml(text, 'a.ttml').problems.length,
    ).toBeGreaterThan(0);
  });
});
