import type { Problem } from '../archive/problem.ts';
import { compareText } from '../archive/order.ts';
import { titleOf } from '../formats/changelog.ts';
import { chaptersOf, isChapters, withChapters } from '../formats/chapters.ts';
import type { Unit } from '../formats/cue-join.ts';
import type { Draft, Format } from '../formats/draft.ts';
import { detectFamily } from '../formats/family.ts';
import { detectFormat } from '../formats/format.ts';
import { readDrafts } from '../formats/parts.ts';
import type { Family, SourceFile } from '../formats/source.ts';
import { episodeOf } from './draft-episode.ts';
import type { ImportEpisode } from './episode.ts';
import { ownMarkdown } from '../formats/own-markdown.ts';
import { pairName } from './file-name.ts';
import { digestOf } from './write.ts';

/** What a folder of strangers' files holds. */
export interface Recognised {
  /** By path. */
  readonly episodes: readonly ImportEpisode[];
  /** Problems of files that became no episode. */
  readonly problems: readonly Problem[];
  /** Files that are no episodes, and why. */
  readonly leftOut: ReadonlyMap<string, string>;
  /** Those of them whose content stands in an episode: chapters, a feed's transcripts. */
  readonly used: ReadonlySet<string>;
  /** The title of a show by its folder. */
  readonly showTitle: (folder: string) => string;
}

export interface RecogniseOptions {
  readonly unit: Unit;
  /** Somebody named each of the files: none of them is something that only lies there. */
  readonly isNamed?: boolean;
  /** Instead of finding out. */
  readonly family?: Family;
  readonly format?: Format;
  onFile?: (done: number, all: number) => void;
}

const isPlain = (path: string): boolean => !/\.\w+$/.test(path) || /\.te?xt$/i.test(path);

const isMarkdown = (path: string): boolean => /\.(?:md|markdown|mdx)$/i.test(path);

/** Texts that stand beside transcripts and are none, whatever is in them. */
const aboutFolder =
  /(?:^|\/)(?:README|LICEN[CS]E|COPYING|NOTICE|AUTHORS|CHANGELOG|CONTRIBUTING|SOURCE|robots|requirements)(?:[.-][\w.-]*)?$/i;

/**
 * Reads each file by what is at home in it: Markdown by the family that the archive is of, everything else by its
 * format, told from the content. What nothing reads is left out by name, with the reason.
 */
export function recogniseFiles(
  given: readonly SourceFile[],
  { unit, isNamed = false, family: named, format: wanted, onFile }: RecogniseOptions,
): Recognised {
  const files = [...given].sort((a, b) => compareText(a.path, b.path));
  const all = new Map(files.map((file) => [file.path, file]));
  const family = named ?? (wanted ? undefined : detectFamily(files)) ?? ownMarkdown;
  const leftOut = new Map<string, string>();
  const problems: Problem[] = [];
  const episodes: ImportEpisode[] = [];
  const drafts: Read[] = [];
  const shown = files.filter(({ path }) => !path.split('/').at(-1)!.startsWith('.'));
  const isAmongOthers = shown.length > 1 && !isNamed;
  shown.forEach((file, index) => {
    onFile?.(index + 1, shown.length);
    if (named || (!wanted && isMarkdown(file.path))) {
      const reason = family.reject(file);
      if (reason === undefined) episodes.push(ofFamily(file, family, all));
      else leftOut.set(file.path, reason);
      return;
    }
    if (isAmongOthers && aboutFolder.test(file.path)) {
      leftOut.set(file.path, 'about its folder, no transcript');
      return;
    }
    const format = wanted ?? detectFormat(file);
    if (!format) {
      leftOut.set(file.path, reasonFor(file));
      return;
    }
    // Among other files, text is a transcript only where its name does not say that it is something else.
    if (!wanted && format.name === 'plain-text' && isAmongOthers && !isPlain(file.path)) {
      leftOut.set(file.path, 'text of another kind; named alone, it is imported');
      return;
    }
    const read = readDrafts(file, format, shown);
    for (const draft of read) drafts.push({ draft, file, format, isOneOfSeveral: read.length > 1 });
  });
  const used = new Map(
    drafts.flatMap(({ draft, file }) => (draft.used ?? []).map((path) => [path, file.path])),
  );
  for (const [path, by] of used) leftOut.set(path, `read with ${by}`);
  const paired = pairChapters(
    drafts.filter(({ file }) => !used.has(file.path)),
    isNamed,
  );
  for (const [path, why] of [...paired.used, ...paired.alone]) leftOut.set(path, why);
  for (const one of paired.transcripts) {
    const { draft, file, format, isOneOfSeveral } = one;
    const episode = {
      ...episodeOf(draft, file.path, format, { unit, isOneOfSeveral }),
      origin: digestOf(file.text),
    };
    const hasSpeech = episode.transcript.parts.some(({ type }) => type === 'speech');
    if (hasSpeech || draft.parts) episodes.push(episode);
    else {
      problems.push(...episode.problems);
      leftOut.set(file.path, `${format.title} without a word of speech`);
    }
  }
  return {
    episodes: episodes.sort((a, b) => compareText(a.source, b.source)),
    problems,
    leftOut,
    used: new Set([...used.keys(), ...paired.used.keys()]),
    showTitle: (folder) =>
      family.showTitle(
        folder,
        files.filter(({ path }) => path.startsWith(`${folder}/`)),
      ) ?? titleOf(folder),
  };
}

interface Read {
  readonly draft: Draft;
  readonly file: SourceFile;
  readonly format: Format;
  readonly isOneOfSeveral: boolean;
}

function ofFamily(
  file: SourceFile,
  family: Family,
  all: ReadonlyMap<string, SourceFile>,
): ImportEpisode {
  const episode = family.read(file, all);
  return {
    ...episode,
    source: file.path,
    stem: file.path.replace(/\.(?:md|markdown)$/i, ''),
    kind: family === ownMarkdown ? 'Markdown' : `Markdown of the family ${family.name}`,
    isSingle: family === ownMarkdown,
    ...(family === ownMarkdown && { origin: digestOf(file.text) }),
    isUntitled: false,
    roles: {},
  };
}

/** Transcripts with the chapters that lie in files of their own, and what became of these files. */
interface Paired {
  readonly transcripts: readonly Read[];
  /** Files of chapters by path, and where they went. */
  readonly used: ReadonlyMap<string, string>;
  readonly alone: ReadonlyMap<string, string>;
}

/**
 * Puts files of chapters into the transcripts of the same name. Where somebody named one transcript and one file of
 * chapters, they belong together whatever their names are.
 */
function pairChapters(drafts: readonly Read[], isNamed: boolean): Paired {
  const [chapters = [], transcripts = []] = [true, false].map((wanted) =>
    drafts.filter(({ draft }) => isChapters(draft) === wanted),
  );
  const isOnePair = isNamed && chapters.length === 1 && transcripts.length === 1;
  const nameOf = ({ file }: Read): string => (isOnePair ? '' : pairName(file.path));
  const byName = new Map(chapters.map((read) => [nameOf(read), read]));
  const used = new Map<string, string>();
  const whole = transcripts.map((read): Read => {
    const own = byName.get(nameOf(read));
    if (!own || read.isOneOfSeveral) return read;
    used.set(own.file.path, `chapters, put into ${read.file.path}`);
    return { ...read, draft: withChapters(read.draft, chaptersOf(own.draft)) };
  });
  const alone = chapters.flatMap(({ file: { path } }): [string, string][] =>
    used.has(path) ? [] : [[path, 'chapters without a transcript of the same name beside them']],
  );
  return { transcripts: whole, used, alone: new Map(alone) };
}

const reasonFor = ({ text, path }: SourceFile): string =>
  text.trim() === ''
    ? 'empty'
    : /\.(?:vtt|srt|sbv|ass|ssa|ttml|lrc|csv|tsv)$/i.test(path)
      ? `no ${path.slice(path.lastIndexOf('.') + 1).toUpperCase()} inside, whatever its name says`
      : 'no transcript in a form that import knows';
