import {
  cpSync,
  type Dirent,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Speech } from '../archive/model.ts';
import { normalizeLabel } from '../archive/label.ts';
import { detectFamily } from '../formats/family.ts';
import { parseFrontMatter } from '../formats/front-matter.ts';
import type { Family, SourceEpisode, SourceFile } from '../formats/source.ts';
import { readReceipts } from '../store/receipts.ts';
import { loadArchive } from '../store/archive.ts';
import { corpusFolder } from '../store/corpora.ts';
import { finish, runScript } from '../testing/build.ts';

const corpora = ['changelog', 'bitcointranscripts', 'audreyt-transcript'] as const;
type Corpus = (typeof corpora)[number];
const folders = Object.fromEntries(corpora.map((name) => [name, corpusFolder(name)])) as Record<
  Corpus,
  string | undefined
>;
const missing = corpora.filter((name) => folders[name] === undefined);
if (missing.length > 0)
  console.warn(
    `Import of ${missing.join(', ')} is not tested: the transcripts are not here (ARCHIVE_CORPORA).`,
  );

interface Gathered {
  readonly files: readonly SourceFile[];
  readonly family: Family;
  readonly episodes: readonly SourceEpisode[];
}

function gather(corpus: Corpus): Gathered {
  const folder = folders[corpus]!;
  const files = (readdirSync(folder, { recursive: true, withFileTypes: true }) as Dirent[])
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return {
        path: path.relative(folder, file).split(path.sep).join('/'),
        text: readFileSync(file, 'utf8'),
      };
    });
  const family = detectFamily(files)!;
  const all = new Map(files.map((file) => [file.path, file]));
  const episodes = files
    .filter((file) => family.reject(file) === undefined)
    .map((file) => family.read(file, all));
  return { files, family, episodes };
}

const speeches = (episode: SourceEpisode): Speech[] =>
  episode.transcript.parts.filter((part) => part.type === 'speech');
const labelled = (episode: SourceEpisode): Speech[] =>
  speeches(episode).filter(({ label }) => label !== null);
const expectedCounts = (corpus: Corpus): Record<string, Record<string, number>> =>
  JSON.parse(readFileSync(path.join(folders[corpus]!, 'EXPECTED-COUNTS.json'), 'utf8')).files;

describe.skipIf(folders['audreyt-transcript'] === undefined)('audreyt-transcript', () => {
  it('gives every label and every speaker that a plain count finds, in every file', () => {
    const { family, episodes } = gather('audreyt-transcript');
    expect(family.name).toBe('headed-turns');
    const counted = Object.fromEntries(
      episodes.map((episode) => [
        episode.path,
        {
          labels: labelled(episode).length,
          speakers: new Set(labelled(episode).map(({ label }) => normalizeLabel(label!))).size,
        },
      ]),
    );
    expect(counted).toEqual(expectedCounts('audreyt-transcript'));
  });

  it('pairs the translations that .alternates names', () => {
    const { episodes } = gather('audreyt-transcript');
    expect(episodes.filter(({ translationOf }) => translationOf !== undefined)).toHaveLength(7);
  });
});

describe.skipIf(folders.bitcointranscripts === undefined)('bitcointranscripts', () => {
  /** Where the plain count and the import differ, and why. */
  const explained: Record<string, { stamps: number; why: string }> = {
    'baltic-honeybadger/2018/bitcoin-custody.md': {
      stamps: 0,
      why: '`Start time:  6:09:50` and its like announce a thing, nobody speaks',
    },
    'baltic-honeybadger/2018/bitcoin-custody.es.md': { stamps: 0, why: 'as in the original' },
    'bitcoinplusplus/2025-berlin/scaling-lightning-panel-lightning++-berlin-2025.md': {
      stamps: 211,
      why: '`Calle: 00:27:4` is no time and stays as words; one `01:01:45` has no label',
    },
  };

  it('gives every heading and every label with a time that a plain count finds', () => {
    const { family, episodes } = gather('bitcointranscripts');
    expect(family.name).toBe('bitcoin-transcripts');
    const counted = Object.fromEntries(
      episodes.map((episode) => [
        episode.path,
        {
          headings: episode.transcript.parts.filter((part) => part.type === 'chapter').length,
          time_stamped_labels: labelled(episode).filter(
            ({ passages }) => passages[0]?.startTime !== undefined,
          ).length,
        },
      ]),
    );
    const expected = Object.fromEntries(
      Object.entries(expectedCounts('bitcointranscripts')).map(([file, counts]) => [
        file,
        {
          headings: counts['headings'],
          time_stamped_labels: explained[file]?.stamps ?? counts['time_stamped_labels'],
        },
      ]),
    );
    expect(counted).toEqual(expected);
  });

  it('makes no person of an announcement', () => {
    const { episodes } = gather('bitcointranscripts');
    const labels = new Set(
      episodes.flatMap((episode) => labelled(episode).map(({ label }) => label!)),
    );
    for (const announcement of [
      'Slides',
      'Location',
      'Date',
      'Video',
      'Start time',
      'Bitcoin',
      'Name',
    ]) {
      expect(labels).not.toContain(announcement);
    }
  });

  it('points translations at their originals', () => {
    const { episodes } = gather('bitcointranscripts');
    expect(
      episodes
        .filter(({ path: file }) => /\.(?:es|zh|pt)\.md$/.test(file))
        .every(({ translationOf }) => translationOf !== undefined),
    ).toBe(true);
  });
});

describe.skipIf(folders.changelog === undefined)('changelog', () => {
  it('gives every label that a plain recount finds, in every file', () => {
    const { family, files, episodes } = gather('changelog');
    expect(family.name).toBe('changelog');
    expect(episodes).toHaveLength(20);
    for (const episode of episodes) {
      const text = files.find((file) => file.path === episode.path)!.text;
      const labels = [...text.matchAll(/^\*\*([^*\n]+?)(?::\*\*|\*\*:)/gm)].map(
        (match) => match[1]!,
      );
      // A label such as Break makes a note, no speech.
      const notes = episode.transcript.parts.filter(
        (part) => part.type === 'note' && part.label !== undefined,
      );
      expect(labelled(episode).length + notes.length, episode.path).toBe(labels.length);
    }
  });

  it('gives every paragraph that a plain recount finds', () => {
    const { files, episodes } = gather('changelog');
    for (const episode of episodes) {
      const text = files.find((file) => file.path === episode.path)!.text;
      const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
      // A time alone, with a label or without, says when something was: it is the time of what follows,
      // and stands as words only where nothing of the same speaker does.
      const blocks = paragraphs.filter(
        (paragraph) => !/^(?:\*\*[^*\n]+:\*\*)?\s*\\?\[[\d:.]+\\?\]$/.test(paragraph.trim()),
      );
      const passages = speeches(episode).flatMap((speech) => speech.passages).length;
      const notes = episode.transcript.parts.filter((part) => part.type === 'note').length;
      expect(passages + notes, episode.path).toBeGreaterThanOrEqual(blocks.length);
      expect(passages + notes, episode.path).toBeLessThanOrEqual(paragraphs.length);
    }
  });
});

describe.skipIf(missing.length > 0)('import of all three', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'import-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const importAll = async (content: string): Promise<string[]> => {
    const outputs: string[] = [];
    for (const name of corpora) {
      const { output } = await runScript('import', [folders[name]!, '--content', content]);
      outputs.push(output);
    }
    return outputs;
  };

  it('makes an archive without errors, loses no word, and does nothing the second time', async () => {
    const content = path.join(folder, 'content');
    await importAll(content);
    const { archive, problems } = await loadArchive(content);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(archive?.counts.episodes).toBe(20 + 32 + 34);

    // Every word of a source is in the file made from it, as often, in any case: labels are written as the
    // speaker's name is. Times are written in another form; the addresses of links are no words.
    const wordsOf = (text: string): Map<string, number> => {
      const words = new Map<string, number>();
      const bare = text
        .replace(/\\?\[?\b\d{1,3}:\d{2}(?::\d{1,2})?(?:[.,]\d+)?\\?\]?/g, ' ')
        .replace(/&#?\w+;|\]\(<?[^()\s]*(?:\([^()\s]*\))?[^()\s]*>?\)/g, ' ')
        .toLowerCase();
      for (const [word] of bare.matchAll(/[\p{L}\p{N}]+/gu))
        words.set(word, (words.get(word) ?? 0) + 1);
      return words;
    };
    const receipts = await readReceipts(content);
    const lost: string[] = [];
    for (const { source, path: written } of receipts) {
      const from = corpora
        .map((name) => path.join(folders[name]!, source))
        .find((file) => readdirSafe(file));
      const { body } = parseFrontMatter(readFileSync(from!, 'utf8'), source);
      const after = wordsOf(readFileSync(path.join(content, written), 'utf8'));
      for (const [word, count] of wordsOf(body)) {
        const kept = after.get(word) ?? 0;
        if (kept < count) lost.push(`${source}: ${word} ${count} → ${kept}`);
      }
    }
    expect(lost).toEqual([]);

    const again = await importAll(content);
    expect(again.every((output) => output.includes('Nothing to do'))).toBe(true);
  });

  it('leaves alone what a person edited, says so, and overwrites it only when told to', async () => {
    const content = path.join(folder, 'edited');
    const from = path.join(folder, 'from/talk');
    cpSync(path.join(folders.changelog!, 'podcast'), from, { recursive: true });
    const run = (...more: string[]) =>
      runScript('import', [path.dirname(from), '--content', content, ...more]);
    await run();
    const file = path.join(content, 'episodes/talk/the-changelog-201.md');
    const edited = readFileSync(file, 'utf8').replace(
      'title: The Changelog 201',
      'title: Mended by hand',
    );
    writeFileSync(file, edited);
    const { output } = await run();
    expect(output).toContain(
      'Left as it was edited: episodes/talk/the-changelog-201.md (--force overwrites it)',
    );
    expect(readFileSync(file, 'utf8')).toBe(edited);
    await run('--force');
    expect(readFileSync(file, 'utf8')).toContain('title: The Changelog 201');
  });

  it('stopped at any moment leaves no half file, and a repeat completes it', async () => {
    const { spawn } = await import('node:child_process');
    const content = path.join(folder, 'stopped');
    const whole = path.join(folder, 'whole');
    await runScript('import', [folders['audreyt-transcript']!, '--content', whole]);
    for (const milliseconds of [250, 350, 450, 550]) {
      const child = spawn(
        process.execPath,
        ['scripts/import.ts', folders['audreyt-transcript']!, '--content', content],
        {
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
      const done = finish(child);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      child.kill('SIGKILL');
      await done;
      for (const name of readdirSafe(path.join(content, 'episodes/audreyt-transcript')) ?? []) {
        if (name.startsWith('.')) continue;
        expect(readFileSync(path.join(content, 'episodes/audreyt-transcript', name), 'utf8')).toBe(
          readFileSync(path.join(whole, 'episodes/audreyt-transcript', name), 'utf8'),
        );
      }
    }
    await runScript('import', [folders['audreyt-transcript']!, '--content', content]);
    const list = (root: string): string[] =>
      (readdirSync(root, { recursive: true }) as string[])
        .filter((name) => !path.basename(name).startsWith('.'))
        .sort();
    expect(list(content)).toEqual(list(whole));
  });
});

function readdirSafe(folder: string): string[] | undefined {
  try {
    return readdirSync(folder);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? [] : undefined;
  }
}
