import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Limits } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { defaultLimits, findTooManyBytes } from '../formats/limit.ts';
import type { SourceFile } from '../formats/source.ts';
import { decodeText, type Undecoded } from './encoding.ts';
import { listFiles } from './folder.ts';

/** What is to be imported, as text. */
export interface Sources {
  /** By path. */
  readonly files: readonly SourceFile[];
  /** The name of the folder they lie in. */
  readonly folder: string;
  readonly isFolder: boolean;
  readonly problems: readonly Problem[];
  /** Files that hold no text, by path, and what they are. */
  readonly leftOut: ReadonlyMap<string, string>;
  /** Files that were found to be in another encoding than UTF-8. */
  readonly decoded: readonly {
    readonly file: string;
    readonly encoding: string;
    readonly sample: string;
    /** Told by a mark or by its form, not by its letters. */
    readonly isSure: boolean;
  }[];
}

/** Not looked into: nobody keeps a transcript in these. */
const media =
  /\.(?:mp3|m4a|aac|ogg|oga|opus|wav|flac|aiff?|mp4|m4v|mov|mkv|webm|avi|png|jpe?g|gif|webp|svg|heic|zip|gz|7z|tar|exe|ttf|woff2?)$/i;

/** What is read together: every file below a folder, or some files that lie in it. Absolute. */
export interface SourcePlace {
  readonly root: string;
  /** Names of files; absent for the whole folder. */
  readonly names?: readonly string[];
}

/**
 * What was named on one command line, as what is read together: files of one folder belong to each other, as
 * subtitles and their chapters do. In the order in which they were named; a file that was named twice is one.
 * Throws where there is no such file.
 *
 * await groupSources(['/a/talk.vtt', '/talks', '/a/talk.chapters.json'])
 * // => [{ root: '/a', names: ['talk.vtt', 'talk.chapters.json'] }, { root: '/talks' }]
 */
export async function groupSources(sources: readonly string[]): Promise<SourcePlace[]> {
  const places: { root: string; names?: string[] }[] = [];
  for (const source of new Set(sources)) {
    if ((await lstat(source)).isDirectory()) {
      places.push({ root: source });
      continue;
    }
    const root = path.dirname(source);
    const group = places.find((place) => place.names && place.root === root)?.names;
    if (group) group.push(path.basename(source));
    else places.push({ root, names: [path.basename(source)] });
  }
  return places;
}

/**
 * Files as text in whatever encoding. What cannot be read is a problem that says what to do; names that start with
 * a dot are left alone, but for `.alternates`, which pairs translations.
 */
export async function readSources(
  { root, names }: SourcePlace,
  encoding?: string,
  limits: Limits = defaultLimits,
): Promise<Sources> {
  const isFolder = names === undefined;
  const shownAs = path.relative('', root).split(path.sep).join('/') || '.';
  const listed = names ? { paths: names, problems: [] } : await listFiles(root, shownAs);
  const problems: Problem[] = [...listed.problems];
  const leftOut = new Map<string, string>();
  const files: SourceFile[] = [];
  const decoded: Sources['decoded'][number][] = [];
  for (const inside of [...listed.paths, ...(isFolder ? ['.alternates'] : [])]) {
    if (isFolder && media.test(inside)) {
      leftOut.set(inside, 'a recording, a picture or a package, no text');
      continue;
    }
    const bytes = await readIfThere(path.join(root, inside));
    if (bytes === undefined) continue;
    const tooLarge = findTooManyBytes(bytes.length, inside, limits);
    if (tooLarge.length > 0) {
      problems.push(...tooLarge);
      continue;
    }
    const result = decodeText(bytes, encoding);
    if ('problem' in result) {
      problems.push(problemOf(inside, result, bytes));
      continue;
    }
    files.push({ path: inside, text: result.text });
    if (result.encoding !== 'utf-8' && result.by !== 'option')
      decoded.push({
        file: inside,
        encoding: result.encoding,
        sample: result.sample,
        isSure: result.by !== 'letters',
      });
  }
  return { files, folder: path.basename(root), isFolder, problems, leftOut, decoded };
}

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && path.basename(file).startsWith('.'))
      return undefined;
    throw error;
  }
}

function problemOf(file: string, found: Undecoded, bytes: Uint8Array): Problem {
  const base = { severity: 'error', file } as const;
  switch (found.problem) {
    case 'binary':
      return {
        ...base,
        rule: 'not-text',
        message: 'Unexpected bytes that are no text, expected a transcript as text',
        mend: /\.(?:docx?|odt|rtf|pages|pdf)$/i.test(file)
          ? 'Open it in the program that made it, save it as plain text (`.txt`, UTF-8), and import that.'
          : 'Export the transcript as text, for example as WebVTT (`.vtt`) or SRT (`.srt`), and import that.',
      };
    case 'damaged':
      return {
        ...base,
        rule: 'not-utf-8',
        place: { line: lineAt(bytes, found.offset), column: 1 },
        message: `Unexpected byte ${hex(bytes[found.offset])} at offset ${found.offset}, expected UTF-8 as in the rest of the file`,
        mend: 'The file was damaged, cut off in the middle of a letter or put together from two. Export it again, or open it in an editor, mend the words there and save it as UTF-8.',
      };
    case 'unknown-encoding':
      return {
        ...base,
        rule: 'unknown-encoding',
        message: `Unexpected encoding \`${found.name}\`, expected a name such as windows-1252, windows-1251, shift_jis, gb18030, big5, euc-kr or utf-16le`,
        mend: 'Leave `--encoding` out to let it be found, or type one of these names.',
      };
    case 'not-in-encoding':
      return {
        ...base,
        rule: 'wrong-encoding',
        message: `Unexpected bytes, expected text in the encoding ${found.encoding}`,
        mend: 'Leave `--encoding` out to let it be found, or type another one: `--encoding windows-1252`.',
      };
    case 'unsure': {
      const [first, second] = found.likely;
      return {
        ...base,
        rule: 'unsure-encoding',
        message: `Unexpected encoding, expected UTF-8 or one that shows: as ${first.encoding} it reads “${first.sample}”, as ${second.encoding} “${second.sample}”`,
        mend: `Type the one that reads right: \`--encoding ${first.encoding}\` or \`--encoding ${second.encoding}\`. If neither does, save the file as UTF-8.`,
      };
    }
  }
}

const hex = (byte: number | undefined): string =>
  (byte ?? 0).toString(16).padStart(2, '0').toUpperCase();

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at++) if (bytes[at] === 0x0a) line++;
  return line;
}
