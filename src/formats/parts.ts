import type { Problem } from '../archive/problem.ts';
import { chaptersOf, isChapters, withChapters } from './chapters.ts';
import type { Draft, Format } from './draft.ts';
import { detectFormat, formats } from './format.ts';
import type { SourceFile } from './source.ts';

type Part = NonNullable<Draft['parts']>[number];

/** Formats in which a feed offers one transcript, best first: who speaks and when is told best by the first. */
const preferred = ['podcast-json', 'webvtt', 'srt', 'podcast-html'];

/**
 * The episodes of a file, with what lies beside it: a feed's transcripts and chapters, found by the file names at
 * the end of their addresses. `used` of each draft are the files that are in it now. A transcript that a feed names
 * and that is not there is a problem that says where to get it.
 *
 * readDrafts({ path: 'feed.xml', text: '<rss>…' }, rss, [{ path: '12.vtt', text: 'WEBVTT…' }])
 * // => [{ facts: { title: 'The tide tables', … }, body: { cues: [{ type: 'cue', … }] }, used: ['12.vtt'], … }]
 */
export function readDrafts(
  file: SourceFile,
  format: Format,
  beside: readonly SourceFile[] = [],
): Draft[] {
  const others = beside.filter(({ path }) => path !== file.path);
  const byName = Map.groupBy(others, ({ path }) => nameOf(path));
  return format
    .read(file, others)
    .map((draft) => (draft.parts ? fill(draft, byName, file) : draft));
}

interface Found {
  readonly draft: Draft;
  readonly format: Format;
  readonly path: string;
}

function fill(
  draft: Draft,
  byName: ReadonlyMap<string, readonly SourceFile[]>,
  feed: SourceFile,
): Draft {
  const parts = draft.parts ?? [];
  const found = parts.flatMap((part): Found[] => {
    const other = nearest(byName.get(nameOfAddress(part.url)) ?? [], feed.path);
    const format = other && (formatOf(part) ?? detectFormat(other));
    const [read] = other && format ? format.read(other) : [];
    return other && format && read ? [{ draft: read, format, path: other.path }] : [];
  });
  const holdsChapters = ({ format, draft: read }: Found): boolean =>
    format.name === 'podcast-chapters' || isChapters(read);
  const chapters = found.find(holdsChapters);
  const [best] = found.filter((one) => !holdsChapters(one)).sort((a, b) => rankOf(a) - rankOf(b));
  if (!best) {
    const wanted = parts.find(({ url, type }) => !/chapters/i.test(type ?? url));
    return wanted
      ? { ...draft, problems: [...draft.problems, notThere(feed.path, wanted)] }
      : draft;
  }
  const titles = chapters ? chaptersOf(chapters.draft) : [];
  const language = best.draft.facts.language ?? draft.facts.language;
  return {
    ...draft,
    facts: { ...best.draft.facts, ...draft.facts, ...(language !== undefined && { language }) },
    body: (titles.length === 0 ? best.draft : withChapters(best.draft, titles)).body,
    problems: [...draft.problems, ...best.draft.problems, ...(chapters?.draft.problems ?? [])],
    // The other transcripts say the same words.
    used: [...new Set(found.map(({ path }) => path))],
  };
}

const rankOf = ({ format }: Found): number => {
  const rank = preferred.indexOf(format.name);
  return rank === -1 ? preferred.length : rank;
};

/** Told by the type that the feed gives, where it is one that only one format has. */
function formatOf({ type = '' }: Part): Format | undefined {
  if (!/json\+chapters/i.test(type)) return undefined;
  return formats.find(({ name }) => name === 'podcast-chapters');
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The file name at the end of an address, as a browser saves it. */
function nameOfAddress(url: string): string {
  const { pathname } = new URL(url);
  const name = nameOf(pathname.replace(/\/+$/, ''));
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Of files of one name, that whose path is most like the feed's. */
function nearest(files: readonly SourceFile[], path: string): SourceFile | undefined {
  const shared = (other: string): number => {
    let at = 0;
    while (at < path.length && path[at] === other[at]) at++;
    return path.slice(0, at).split('/').length;
  };
  return files.toSorted((a, b) => shared(b.path) - shared(a.path))[0];
}

const notThere = (file: string, { url }: Part): Problem => ({
  rule: 'transcript-elsewhere',
  severity: 'warning',
  file,
  place: { line: 1, column: 1 },
  message: `Unexpected transcript that is not here, expected the file \`${nameOfAddress(url)}\` beside the feed`,
  mend: `Save ${url} as \`${nameOfAddress(url)}\` beside the feed, and import again. Nothing is fetched by itself.`,
});
