import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpusFolder } from '../src/store/corpora.ts';
import { runScript } from '../src/testing/build.ts';
import { TestRepository } from '../src/testing/repository.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'import-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const patience = 120_000;
let folders = 0;
/** A folder with files in it. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = path.join(root, `case-${++folders}`);
  for (const [inside, data] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, inside)), { recursive: true });
    writeFileSync(path.join(folder, inside), data);
  }
  return folder;
}
const read = (folder: string, inside: string): string =>
  readFileSync(path.join(folder, inside), 'utf8');

const vtt =
  'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nNobody wrote them down before the harbour did.\n\n00:00:05.000 --> 00:00:09.000\nAnd then everybody copied the harbour.\n';
const whisperX = JSON.stringify({
  language: 'en',
  segments: [
    { start: 1, end: 4, text: ' Who wrote the tables?', speaker: 'SPEAKER_00' },
    { start: 4, end: 9, text: ' The harbour did.', speaker: 'SPEAKER_01' },
  ],
});

describe('npm run import', () => {
  it(
    'does not read a file that is larger than the archive lets one be, and says what to type',
    async () => {
      const folder = folderOf({
        'talk.vtt': vtt,
        'content/archive.yaml':
          'title: Talks\nurl: https://example.org/\nlanguage: en\nlimits:\n  fileBytes: 100\n',
      });
      const { code, output } = await runScript('import', [
        path.join(folder, 'talk.vtt'),
        ...['--content', path.join(folder, 'content'), '--show', 'Talks'],
      ]);
      expect(code).toBe(1);
      expect(output).toContain(`Unexpected file of ${vtt.length} bytes, expected at most 100`);
      expect(output).toContain('fileBytes: 200');
      expect(() => read(folder, 'content/shows/talks.md')).toThrow();
    },
    patience,
  );

  it(
    'takes a subtitle file without speakers: says what is missing, previews, writes, and has nothing to do again',
    async () => {
      const folder = folderOf({ '2024-03-02 The Tide Tables.vtt': vtt });
      const file = path.join(folder, '2024-03-02 The Tide Tables.vtt');
      const content = path.join(folder, 'content');
      const run = (...more: string[]) => runScript('import', [file, '--content', content, ...more]);
      const asked = await run();
      expect(asked.code).toBe(1);
      expect(asked.output).toContain('--show "Harbour Talk"');
      expect(asked.output).toContain('Nothing was written: 1 error first.');

      const preview = await run('--show', 'Harbour Talk', '--dry-run');
      expect(preview.code).toBe(0);
      expect(preview.output).toContain('[0:01] Nobody wrote them down before the harbour did.');
      expect(preview.output).toContain('Nothing was written. Without --dry-run it is.');
      expect(() => read(content, 'archive.yaml')).toThrow();

      const { code, output } = await run('--show', 'Harbour Talk');
      expect(code, output).toBe(0);
      expect(output).toContain('--speakers "Unknown=…"');
      expect(output).toContain('  npm run check');
      const episode = 'episodes/harbour-talk/2024-03-02-the-tide-tables.md';
      expect(output).toContain(episode);
      expect(read(content, episode)).toContain('title: The Tide Tables\ndate: 2024-03-02\n');

      // The command again with what it said to add.
      await run('--show', 'Harbour Talk', '--speakers', 'Unknown=Jo Field');
      expect(read(content, episode)).toContain('**Jo Field:** [00:00:01] Nobody wrote');
      expect(read(content, 'speakers/jo-field.md')).toBe('---\nname: Jo Field\n---\n');
      const again = await run('--show', 'Harbour Talk', '--speakers', 'Unknown=Jo Field');
      expect(again.output).toContain('Nothing to do');
      const check = await runScript('check', [content, '--quiet']);
      expect(check.code, check.output).toBe(0);
    },
    patience,
  );

  it(
    'takes a folder of a recogniser’s JSON, of letters of an old encoding, and of what is none',
    async () => {
      const folder = folderOf({
        'in/talk/who-wrote.json': whisperX,
        'in/talk/cafe.srt': Buffer.from(
          '1\n00:00:01,000 --> 00:00:02,000\nJosé: Où est le café, là, à côté?\n',
          'latin1',
        ),
        'in/talk/sound.mp3': new Uint8Array([0, 1, 2]),
        'in/talk/old.doc': new Uint8Array([0xd0, 0xcf, 0, 0, 0, 1]),
      });
      const content = path.join(folder, 'content');
      const { code, output } = await runScript('import', [
        path.join(folder, 'in'),
        '--content',
        content,
      ]);
      expect(output).toContain('talk/cafe.srt is read as windows-1252: José: Où café,');
      expect(output).toContain('a recording, a picture or a package, no text: talk/sound.mp3');
      expect(output).toContain('save it as plain text (`.txt`, UTF-8)');
      expect(code).toBe(1);
      expect(read(content, 'episodes/talk/cafe.md')).toContain('Où est le café, là');
      expect(read(content, 'episodes/talk/who-wrote.md')).toContain(
        'language: en\nstatus: machine\n---\n\n**SPEAKER_00:** [00:00:01] Who wrote the tables?',
      );
      const check = await runScript('check', [content, '--quiet']);
      expect(check.code, check.output).toBe(0);
    },
    patience,
  );

  it(
    'takes a feed with its transcripts beside it',
    async () => {
      const item = (title: string, name: string): string =>
        `<item><title>${title}</title><pubDate>Sat, 02 Mar 2024 08:00:00 GMT</pubDate><podcast:transcript url="https://example.org/${name}" type="text/vtt"/></item>`;
      const folder = folderOf({
        'feed.xml': `<?xml version="1.0"?><rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Harbour Talk</title><language>en</language>${item('The tide tables', '1.vtt')}${item('Fog', '2.vtt')}${item('Ropes', '3.vtt')}</channel></rss>`,
        '1.vtt': vtt,
        '2.vtt': vtt.replaceAll('harbour', 'fog'),
      });
      const content = path.join(folder, 'content');
      const { output } = await runScript('import', [folder, '--content', content]);
      expect(output).toContain('expected the file `3.vtt` beside the feed');
      expect(read(content, 'shows/harbour-talk.md')).toContain('title: Harbour Talk\n');
      expect(read(content, 'episodes/harbour-talk/the-tide-tables.md')).toContain(
        'title: The tide tables\ndate: 2024-03-02\nlanguage: en\n',
      );
      expect(read(content, 'episodes/harbour-talk/fog.md')).toContain('before the fog did');
    },
    patience,
  );

  it(
    'reads what is named together together, and gives each transcript the place that its title says',
    async () => {
      const folder = folderOf({
        'talk.vtt': vtt,
        'marks.json':
          '{ "version": "1.2.0", "chapters": [{ "startTime": 0, "title": "The tables" }] }',
        'note.docx.txt': '',
      });
      const content = path.join(folder, 'content');
      const named = (...names: string[]): string[] => names.map((name) => path.join(folder, name));
      const options = [
        '--content',
        content,
        '--show',
        'Harbour Talk',
        '--title',
        'The tide tables',
      ];
      const { output, code } = await runScript('import', [
        ...named('talk.vtt', 'marks.json'),
        ...options,
      ]);
      expect(output).toContain('chapters, put into talk.vtt: marks.json');
      expect(code).toBe(0);
      expect(read(content, 'episodes/harbour-talk/the-tide-tables.md')).toContain('## The tables');
      const refused = await runScript('import', [
        ...named('talk.vtt', 'note.docx.txt'),
        ...options,
      ]);
      expect(refused.output).toContain('Unexpected file, expected a transcript: empty');
      expect(refused.code).toBe(1);
    },
    patience,
  );

  it(
    'refuses what was typed wrongly, and ends with 2',
    async () => {
      for (const [typed, answer] of [
        [['nowhere.vtt'], 'Unexpected `nowhere.vtt`, expected a file or a folder: there is none.'],
        [['x', '--date', '2024-13-01'], 'Expected a day of the calendar as 2024-03-02.'],
        [['x', '--speakers', 'Jo'], 'Expected pairs as "SPEAKER_00=jo-field"'],
        [['x', '--show='], 'Expected some words, such as "Harbour Talk".'],
        [['x', '--format', 'docx'], 'Allowed choices are webvtt'],
      ] as const) {
        const { code, output } = await runScript('import', typed);
        expect(output).toContain(answer);
        expect(code).toBe(2);
      }
    },
    patience,
  );
});

describe('npm run import -- --update', () => {
  it(
    'says what becomes of every published quote, writes only when told to, and keeps the front matter',
    async () => {
      const repository = new TestRepository(path.join(root, 'update'));
      const episode = 'content/episodes/talk/tides.md';
      const head = '---\ntitle: Tides # of the harbour\nstatus: reviewed\n---\n';
      const said = [
        'Nobody wrote the tables down before the harbour did, and that was late.',
        'My mother kept them in her head and told them at breakfast to whoever asked.',
        'And when the bridge came everybody had to learn the tides all over again.',
      ];
      repository.write('content/archive.yaml', 'title: Archive\nurl: https://example.org/\n');
      repository.write('content/shows/talk.md', '---\ntitle: Talk\n---\n');
      repository.write('content/speakers/jo-field.md', '---\nname: Jo Field\n---\n');
      repository.write(
        episode,
        `${head}\n## Tables [00:00:01]\n\n**Jo Field:** [00:00:01] ${said.join('\n\n')}\n`,
      );
      repository.commit('first', '2026-01-01');
      const env = { ARCHIVE_CONTENT: repository.content };
      await runScript('ids', [], env);
      repository.commit('ids', '2026-01-02');

      const better = path.join(repository.folder, 'better.vtt');
      const cues = [said[0], said[1]?.replace('mother', 'grandmother'), said[2]].map(
        (text, at) => `00:00:${at}1.000 --> 00:00:${at}9.000\n<v SPEAKER_00>${text}\n`,
      );
      writeFileSync(better, `WEBVTT\n\n${cues.join('\n')}`);
      const run = (...more: string[]) =>
        runScript('import', ['--update', 'tides', better, ...more], env);
      const before = repository.read(episode);
      const told = await run();
      expect(told.code).toBe(1);
      expect(told.output).toContain('SPEAKER_00 says what Jo Field said: named so');
      expect(told.output).toContain('1 chapter of the old transcript kept, by the times');
      expect(told.output).toContain('Published quotes: 1 reworded.');
      expect(told.output).toContain('-mother- +grandmother+');
      expect(told.output).toContain('type the command again with --yes at its end');
      expect(repository.read(episode)).toBe(before);
      expect((await run('--dry-run')).code).toBe(0);
      expect(repository.read(episode)).toBe(before);

      const { code, output } = await run('--yes');
      expect(code, output).toBe(0);
      expect(
        repository.read(episode).startsWith(`${head}\n## Tables [00:00:01]\n\n**Jo Field:**`),
      ).toBe(true);
      const check = await runScript('check', [repository.content, '--base', 'main'], env);
      expect(check.output).toContain('Published quotes: 1 reworded.');

      const other = await runScript('import', ['--update', 'tide', better], env);
      expect(other.output).toContain('Did you mean `--update tides`?');
      expect(other.code).toBe(1);
    },
    patience,
  );
});

const hasTerminal = spawnSync('script', ['--version']).status === 0;
describe.skipIf(!hasTerminal)('by hand, in a terminal', () => {
  it(
    'asks for show, title, day, language, who is who and topics, and writes what was answered',
    async () => {
      const folder = folderOf({ 'talk.vtt': vtt });
      const content = path.join(folder, 'content');
      const answers = [
        'Harbour Talk\r',
        '\r',
        '2024-03-02\r',
        '\r',
        '\u001b[B\r',
        'Jo Field\r',
        'Tides\r',
        '\r',
      ];
      const { spawn } = await import('node:child_process');
      const child = spawn(
        'script',
        [
          '-qefc',
          `stty cols 120 rows 40; '${process.execPath}' scripts/import.ts '${folder}/talk.vtt' --content '${content}'`,
          '/dev/null',
        ],
        { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, TERM: 'xterm', CI: '' } },
      );
      let shown = '';
      const questions = [
        'Name of the series',
        'Title of the episode',
        'Day of the recording',
        'Language that is spoken',
        'Who is Unknown?',
        'Name of Unknown',
        'Topics,',
        'Write it to',
      ];
      let next = 0;
      child.stdout.on('data', (chunk: Buffer) => {
        shown += stripVTControlCharacters(chunk.toString());
        if (next < questions.length && shown.includes(questions[next]!)) {
          shown = '';
          child.stdin.write(answers[next++]!);
        }
      });
      const code = await new Promise((resolve) => child.on('close', resolve));
      expect([next, code]).toEqual([questions.length, 0]);
      expect(read(content, 'episodes/harbour-talk/talk.md')).toBe(
        '---\ntitle: Talk\ndate: 2024-03-02\nlanguage: en\ntopics:\n  - tides\n---\n\n**Jo Field:** [00:00:01] Nobody wrote them down before the harbour did. And then everybody copied the harbour.\n',
      );
    },
    patience,
  );
});

describe.skipIf(corpusFolder('nasty-handmade') === undefined)('corpora', () => {
  it.each(['nasty-handmade', 'stt-json', 'elephants-dream-vtt', 'us-inaugural'])(
    '%s imports, passes the check, and has nothing to do again',
    async (name) => {
      const content = path.join(root, name);
      const run = () => runScript('import', [corpusFolder(name)!, '--content', content]);
      const first = await run();
      expect(first.output).toMatch(/\d files written/);
      const check = await runScript('check', [content, '--quiet']);
      expect(check.code, check.output).toBe(0);
      expect((await run()).output).toContain('Nothing to do');
    },
    patience,
  );
});
