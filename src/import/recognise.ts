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
  /** The title of a show by its folder. */
  readonly showTitle: (folder: string) => string;
}

export interface RecogniseOptions {
  readonly unit: Unit;
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
  { unit, family: named, format: wanted, onFile }: RecogniseOptions,
): Recognised {
  const files = [...given].sort((a, b) => compareText(a.path, b.path));
  const all = new Map(files.map((file) => [file.path, file]));
  const family = named ?? (wanted ? undefined : detectFamily(files)) ?? ownMarkdown;
  const leftOut = new Map<string, string>();
  const problems: Problem[] = [];
  const episodes: ImportEpisode[] = [];
  const drafts: Read[] = [];
  const shown = files.filter(({ path }) => !path.split('/').at(-1)!.startsWith('.'));
  shown.forEach((file, index) => {
    onFile?.(index + 1, shown.length);
    if (named || (!wanted && isMarkdown(file.path))) {
      const reason = family.reject(file);
      if (reason === undefined) episodes.push(ofFamily(file, family, all));
      else leftOut.set(file.path, reason);
      return;
    }
    if (shown.length > 1 && aboutFolder.test(file.path)) {
      leftOut.set(file.path, 'about its folder, no transcript');
      return;
    }
    const format = wanted ?? detectFormat(file);
    if (!format) {
      leftOut.set(file.path, reasonFor(file));
      return;
    }
    // Among other files, text is a transcript only where its name does not say that it is something else.
    if (!wanted && format.name === 'plain-text' && shown.length > 1 && !isPlain(file.path)) {
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
  const own = drafts.filter(({ file }) => !used.has(file.path));
  for (const one of pairChapters(own, leftOut)) {
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

/** Puts files of chapters into the transcripts beside them; one that has none is left out. */
function pairChapters(drafts: readonly Read[], leftOut: Map<string, string>): Read[] {
  const chapters = new Map(
    drafts
      .filter(({ draft }) => isChapters(draft))
      .map((read) => [pairName(read.file.path), read] as const),
  );
  const used = new Set<Read>();
  const transcripts = drafts
    .filter(({ draft }) => !isChapters(draft))
    .map((read): Read => {
      const own = chapters.get(pairName(read.file.path));
      if (!own || read.isOneOfSeveral) return read;
      used.add(own);
      leftOut.set(own.file.path, `chapters, put into ${read.file.path}`);
      return { ...read, draft: withChapters(read.draft, chaptersOf(own.draft)) };
    });
  for (const { file, draft } of drafts) {
    if (isChapters(draft) && ![...used].some((read) => read.file === file))
      leftOut.set(file.path, 'chapters without a transcript of the same name beside them');
  }
  return transcripts;
}

const reasonFor = ({ text, path }: SourceFile): string =>
  text.trim() === ''
    ? 'empty'
    : /\.(?:vtt|srt|sbv|ass|ssa|ttml|lrc|csv|tsv)$/i.test(path)
      ? `no ${path.slice(path.lastIndexOf('.') + 1).toUpperCase()} inside, whatever its name says`
      : 'no transcript in a form that import knows';
