import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { normalizeLabel } from '../archive/label.ts';
import type { Transcript } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import { countWords } from '../archive/word.ts';
import { joinCues } from '../formats/cue-join.ts';
import type { CuePart, Draft } from '../formats/draft.ts';
import { corpusFolder } from '../store/corpora.ts';
import { detectFamily } from '../formats/family.ts';
import { detectFormat } from '../formats/format.ts';
import { readDrafts } from '../formats/parts.ts';
import type { SourceFile } from '../formats/source.ts';

/** An episode as a format or a family reads it. */
export interface ReadEpisode {
  readonly path: string;
  readonly format: string;
  /** Timed pieces, before they are joined; of a file with paragraphs its parts. */
  readonly pieces: readonly CuePart[];
  readonly transcript: Transcript;
  readonly problems: number;
}

/** A folder of transcripts, read. */
export interface ReadCorpus {
  readonly files: readonly SourceFile[];
  readonly episodes: readonly ReadEpisode[];
  /** Files that are part of an episode of another file. */
  readonly used: ReadonlySet<string>;
  /** Files that nothing reads. */
  readonly leftOut: readonly string[];
}

/** What a folder has beside transcripts. */
const about = /(?:^|\/)(?:SOURCE\.md|EXPECTED-COUNTS\.json|FACTS\.json|LICENSE[^/]*|cases\.json)$/;

/** Every file that lies beside the project and has words; none where there is nothing. */
export function readCorpora(): SourceFile[] {
  const root = corpusFolder('.');
  if (root === undefined) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((name) => readFiles(path.join(root, name)))
    .filter(({ text }) => text.trim() !== '');
}

/** Reads a folder by what its files are: a family of Markdown archives, or a format each. */
export function readCorpus(folder: string): ReadCorpus {
  const files = readFiles(folder);
  const family = detectFamily(files);
  const all = new Map(files.map((file) => [file.path, file]));
  const used = new Set<string>();
  const leftOut: string[] = [];
  const episodes: ReadEpisode[] = [];
  for (const file of files) {
    if (family && family.reject(file) === undefined) {
      const { transcript, problems } = family.read(file, all);
      episodes.push(episodeOf(file.path, family.name, { transcript }, problems.length));
      continue;
    }
    const format = /\.(?:md|ids|py|js)$/.test(file.path) ? undefined : detectFormat(file);
    if (!format) {
      leftOut.push(file.path);
      continue;
    }
    for (const draft of readDrafts(file, format, files)) {
      draft.used?.forEach((path) => used.add(path));
      episodes.push(episodeOf(file.path, format.name, draft.body, draft.problems.length));
    }
  }
  return { files, episodes: episodes.filter((one) => !used.has(one.path)), used, leftOut };
}

function episodeOf(
  file: string,
  format: string,
  body: Draft['body'],
  problems: number,
): ReadEpisode {
  const transcript =
    'transcript' in body
      ? body.transcript
      : joinCues(body.cues, { unit: 'paragraph', file }).transcript;
  const pieces = 'cues' in body ? body.cues : [];
  return { path: file, format, pieces, transcript, problems };
}

/** What lies in a folder, by path, without what says where it is from. */
function readFiles(folder: string): SourceFile[] {
  return (readdirSync(folder, { recursive: true, withFileTypes: true }) as Dirent[])
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({
      path: path.relative(folder, file).split(path.sep).join('/'),
      text: decode(readFileSync(file)),
    }))
    .filter((file) => !about.test(file.path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Text by its mark, as UTF-8, or in the letters of Western Europe. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What is counted of episodes: quotes, people as they are labelled, words. */
export function countAll(episodes: readonly ReadEpisode[]): {
  quotes: number;
  speakers: number;
  words: number;
} {
  const speakers = new Set<string>();
  let quotes = 0;
  let words = 0;
  for (const { transcript } of episodes)
    for (const part of transcript.parts) {
      if (part.type !== 'speech') continue;
      if (part.label !== null) speakers.add(normalizeLabel(part.label));
      for (const { content } of part.passages) {
        quotes++;
        words += countWords(plainText(content));
      }
    }
  return { quotes, speakers: speakers.size, words };
}
