import { describe, expect, it } from 'vitest';
import { joinArchive } from '../archive/archive.ts';
import { digestOf } from '../archive/id.ts';
import { episode, sources, speech } from '../archive/example.ts';
import { parseHistory } from '../archive/history.ts';
import { parseLedger } from '../archive/ledger.ts';
import type { Archive } from '../archive/model.ts';
import { noRecords } from '../archive/records.ts';
import { formatsOf, wordsOf } from '../i18n/index.ts';
import type { Surface } from './surface.ts';
import { serializeTranscript } from './transcript.ts';

const hash = '8ab686eafeb1f44702738c8b0f24f2567c36da6d';
const first = 'Nobody wrote the tides down before the harbour did.';
const second = 'And then everybody in the town copied what it had written.';

/** An episode of two quotes with what a ledger and a history say of them. */
function join(ledgerLines: string, history = '', language = 'en'): Archive {
  const { ledger, problems } = parseLedger(
    `ledger 1\ncanon q1\npath episodes/harbour/tables.md\ntranscript ${hash}\n\n${ledgerLines}`,
    'tables',
    'tables.ids',
  );
  expect(problems).toEqual([]);
  const entry = episode('tables', [speech('Jo Field', first, second)], {
    title: 'The Tide <Tables>',
    date: '2024-03-02',
    status: 'machine',
    language,
  });
  return joinArchive(sources({ episodes: [entry] }), {
    ...noRecords,
    ledgers: [ledger!],
    histories: new Map([['tables', parseHistory(history, 'tables.jsonl').lines]]),
  }).archive;
}

const surface = (archive: Archive, more: Partial<Surface> = {}): Surface => ({
  language: 'en',
  direction: 'ltr',
  words: wordsOf('en'),
  formats: formatsOf('en'),
  base: '/',
  absolute: (path) => `https://example.org${path}`,
  cards: archive.cards,
  ...more,
});

const render = (archive: Archive, more: Partial<Surface> = {}): string =>
  serializeTranscript(archive.episodes[0]!, surface(archive, more));

const live = (id: string, words: string, revision = 1): string =>
  `${id} ${revision} ${digestOf(words)} jo-field\n`;
const plain = live('q00000001', first) + live('q00000002', second);
const line = (fields: object): string => `${JSON.stringify({ speaker: 'jo-field', ...fields })}\n`;

const idsOf = (html: string): string[] =>
  [...html.matchAll(/\sid="(q[^"]+)"/g)].map((match) => match[1]!);

describe('serializeTranscript', () => {
  it('never shows words that were removed or taken down, and says what became of them', () => {
    const archive = join(
      `q00000003 2 ${digestOf('Old secret words.')} removed 2026-05-05 jo-field\n${plain}q00000004 taken-down 2026-05-06 At the <speaker>’s request.\n`,
      line({
        id: 'q00000003',
        revision: 1,
        until: '2026-05-01',
        rule: 'reworded',
        words: 'Secret.',
      }),
    );
    const html = render(archive);
    expect(html).not.toMatch(/secret/i);
    expect(html).toContain(
      '<p id="q00000003" class="gone"><a href="#q00000003">¶</a> A quote stood here until <time datetime="2026-05-05">May 5, 2026</time>. Its words were removed. <span><a href="#q00000001">after it</a></span></p>',
    );
    expect(html).toContain(
      '<p id="q00000004" class="gone"><a href="#q00000004">¶</a> Words were taken down here on <time datetime="2026-05-06">May 6, 2026</time>. Ground: <bdi>At the &lt;speaker&gt;’s request.</bdi></p>',
    );
  });

  it('gives each id one element, whatever became of it', () => {
    const gone = (id: string): string => `${id} 1 ${digestOf(id)} removed 2026-05-05 jo-field\n`;
    const archive = join(
      `${live('q00000001', first)}q00000009 1 ${digestOf('x')} merged 2026-05-05 q00000001 jo-field\n${gone('q00000003')}${gone('q00000004')}${gone('q00000005')}${live('q00000002', second)}q00000006 taken-down 2026-05-05 Asked for.\n`,
    );
    expect(idsOf(render(archive)).toSorted()).toEqual([
      'q00000001',
      'q00000002',
      'q00000003',
      'q00000004',
      'q00000005',
      'q00000006',
      'q00000009',
    ]);
  });

  it('tells many that are gone in one line, and each in its own', () => {
    const gone = (id: string): string => `${id} 1 ${digestOf(id)} removed 2026-05-05 jo-field\n`;
    const html = render(join(gone('q00000003') + gone('q00000004') + gone('q00000005') + plain));
    expect(html).toContain(
      '<summary>3 quotes stood here until <time datetime="2026-05-05">May 5, 2026</time>.</summary></details><div><p id="q00000003"',
    );
    expect(html.match(/Its words were removed/g)).toHaveLength(3);
  });

  it('carries the whole citation of each quote, in few bytes', () => {
    const html = render(join(plain));
    const citation = `<small>Jo Field, <cite>The Tide &lt;Tables&gt;</cite>, Harbour, March 2, 2024 (machine transcript). <a href="#q00000001">https://example.org/episodes/tables/#q00000001</a>, revision 1, sha256:${digestOf(first)}</small>`;
    expect(html).toContain(`<p id="q00000001"><a href="#q00000001">¶</a> ${first}${citation}</p>`);
    expect(citation.length).toBeLessThanOrEqual(260);
    expect(html).not.toContain('mark');
  });

  it('shows an earlier wording beside the one after it, and names what came and went', () => {
    const html = render(
      join(
        live('q00000001', first, 2) + live('q00000002', second),
        line({
          id: 'q00000001',
          revision: 1,
          until: '2026-05-05',
          rule: 'reworded',
          words: 'Nobody wrote the ties down before the harbour did.',
        }),
      ),
    );
    expect(html).toContain(`${first} <a class="mark" href="#h-q00000001">corrected</a><small>`);
    expect(html).toContain(
      '<details class="history"><summary id="h-q00000001">Corrected on <time datetime="2026-05-05">May 5, 2026</time></summary>',
    );
    expect(html).toContain(
      '<p class="said">Nobody wrote the <del><span class="unseen">removed: </span>ties</del><ins><span class="unseen">added: </span>tides</ins> down before the harbour did.</p>',
    );
  });

  it('says to whom words were attributed, without repeating them', () => {
    const html = render(
      join(
        live('q00000001', first, 2) + live('q00000002', second),
        line({
          id: 'q00000001',
          revision: 1,
          until: '2026-05-05',
          rule: 'reattributed',
          speaker: 'ann-reed',
        }),
      ),
    );
    expect(html).toContain('attributed to <b>Ann Reed</b></p><p>The words were the same.</p>');
    expect(html.split(first)).toHaveLength(2);
  });

  it('says why an earlier wording is not there', () => {
    const html = render(
      join(
        live('q00000001', first, 2) + live('q00000002', second),
        line({
          id: 'q00000001',
          revision: 1,
          until: '2026-05-05',
          rule: 'reworded',
          digest: '0c1c77e2a4f0c3d2',
          withheld: 'It named a <child>.',
        }),
      ),
    );
    expect(html).toContain(
      'An earlier wording was taken down: <bdi>It named a &lt;child&gt;.</bdi>',
    );
    expect(html).not.toContain('0c1c77e2a4f0c3d2');
  });

  it('lets the address of a merged quote land on what has its words now', () => {
    const html = render(
      join(
        `${live('q00000001', first)}q00000009 1 ${digestOf('Before the harbour did.')} merged 2026-05-05 q00000001 jo-field\n${live('q00000002', second)}`,
        line({
          id: 'q00000009',
          revision: 1,
          until: '2026-05-05',
          rule: 'merged',
          words: 'Before the harbour did.',
          into: ['q00000001'],
        }),
      ),
    );
    expect(html).toContain(
      '<p id="q00000001"><a href="#q00000001">¶</a> <span id="q00000009" class="alias">The words linked to became part of this quote on <time datetime="2026-05-05">May 5, 2026</time>.</span> Nobody',
    );
    expect(html).toContain('<p class="said">Before the harbour did.</p>');
  });

  it('marks its own words in a transcript in another language', () => {
    const html = render(join(plain, '', 'de'));
    expect(html).toContain('<small lang="en" dir="ltr">');
  });

  it('leads to the card where there is one', () => {
    const archive = join(plain);
    expect(render(archive)).not.toContain('class="card"');
    expect(render(archive, { cards: new Set(['q00000001']), base: '/talk/' })).toContain(
      ' <a class="card" href="/talk/quotes/q00000001/">card</a></small>',
    );
  });
});
