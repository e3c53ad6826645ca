import type {
  CollectionFacts,
  Entry,
  EpisodeEntry,
  EssayEntry,
  Limits,
  ProseEntry,
  Sources,
  ShowFacts,
  SpeakerFacts,
  TopicFacts,
  Transcript,
} from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { normalizeLabel } from '../archive/label.ts';
import { isId, slugOf } from '../archive/slug.ts';
import { parseEssay } from '../formats/essay.ts';
import { parseFacts } from '../formats/facts.ts';
import { parseFrontMatter, parseYaml } from '../formats/front-matter.ts';
import { defaultLimits, findTooLarge, findTooMany } from '../formats/limit.ts';
import { parseMarkdown } from '../formats/markdown.ts';
import { parsePodcastJson } from '../formats/podcast-json.ts';
import { type ProseOptions, renderProse } from '../formats/prose.ts';
import { wordsOf } from '../i18n/index.ts';
import { hashBlob, type ObjectFormat } from './blob.ts';
import type { TextFile } from './folder.ts';
import { isRecord } from './record-path.ts';

/** The folders of the content whose files are one thing each, with a text; how their names end. */
const proseFolders: Readonly<Record<string, string>> = {
  shows: '.md',
  speakers: '.md',
  topics: '.md',
  collections: '.mdx',
};

/**
 * What the content's files say. Each file becomes one entry, or a problem that names it: nothing is left
 * out in silence. Without `archive.yaml` there are no sources at all.
 */
export function parseContent(
  files: readonly TextFile[],
  options: {
    shownAs: string;
    objectFormat?: ObjectFormat;
    /** Normalized names of speakers beside those whose files are given. */
    names?: Iterable<string>;
  },
): { sources?: Sources; problems: Problem[] } {
  const problems: Problem[] = [];
  const byFolder = new Map<string, TextFile[]>(
    [...Object.keys(proseFolders), 'episodes'].map((folder) => [folder, []]),
  );
  const archiveFile = files.find((file) => file.path === 'archive.yaml');
  const archive = archiveFile && parseArchive(archiveFile, problems);
  const limits: Limits = { ...defaultLimits, ...archive?.facts.limits };
  for (const file of files) {
    const [folder = '', ...rest] = file.path.split('/');
    if (isPlaced(folder, rest)) {
      // Collections have a limit of their own.
      const tooLarge = folder === 'collections' ? [] : findTooLarge(file.text, file.file, limits);
      if (tooLarge.length > 0) problems.push(...tooLarge);
      else byFolder.get(folder)?.push(file);
    } else if (file.path !== 'archive.yaml' && !isRecord(file.path))
      problems.push(unknownFile(file));
  }
  const base = archive ? new URL(archive.facts.url).pathname : '/';
  if (!archiveFile) {
    problems.push({
      rule: 'no-archive',
      severity: 'error',
      file: `${options.shownAs}/archive.yaml`,
      message:
        'Unexpected content folder without `archive.yaml`, expected one that says what the archive is',
      mend: 'Add it, with these two lines:\ntitle: Our archive\nurl: https://example.org/',
    });
  }

  const notesOf = wordsOf(archive?.facts.language ?? 'en').essay;
  const prose: ProseOptions = { base, notes: { title: notesOf.notes, back: notesOf.back } };
  const written = <Facts>(kind: ProseKind): ProseEntry<Facts>[] =>
    (byFolder.get(`${kind}s`) ?? []).flatMap((file) => {
      const read = readText<Facts>(file, kind, problems);
      return read?.entry ? [{ ...read.entry, html: renderProse(read.body, prose) }] : [];
    });

  const shows = written<ShowFacts>('show');
  const speakers = written<SpeakerFacts>('speaker');
  const topics = written<TopicFacts>('topic');
  const collections = (byFolder.get('collections') ?? []).flatMap((file): EssayEntry[] => {
    const read = readText<CollectionFacts>(file, 'collection', problems);
    if (!read) return [];
    const { entry, body, firstLine } = read;
    const essay = parseEssay(body, { ...prose, file: file.file, firstLine });
    problems.push(...essay.problems);
    return entry ? [{ ...entry, parts: essay.parts }] : [];
  });
  const own = speakers.flatMap(({ facts }) => [facts.name, ...facts.aliases]).map(normalizeLabel);
  const names = new Set([...(options.names ?? []), ...own]);
  const episodes = (byFolder.get('episodes') ?? []).flatMap((file) => {
    const episode = parseEpisode(file, names, problems, options.objectFormat);
    if (!episode) return [];
    problems.push(...findTooMany(episode.transcript, file.file, limits));
    return [episode];
  });
  if (!archive) return { problems };
  return { sources: { archive, shows, speakers, topics, collections, episodes }, problems };
}

type ProseKind = 'show' | 'speaker' | 'topic' | 'collection';

/** A file with a text: what its front matter says, unless that is wrong, and the text. */
function readText<Facts>(
  file: TextFile,
  kind: ProseKind,
  problems: Problem[],
): { entry?: Entry<Facts>; body: string; firstLine: number } | undefined {
  const { data, body, firstLine, places, problems: told } = parseFrontMatter(file.text, file.file);
  const found = kind === 'collection' ? told.map((one) => mendQuery(one, file.text)) : told;
  problems.push(...found);
  const id = idOf(file, [file.path.slice(kind.length + 2)], problems);
  if (id === undefined || found.some((problem) => problem.severity === 'error')) return undefined;
  const parsed = parseFacts(kind, data, { file: file.file, places });
  problems.push(...parsed.problems);
  const facts = parsed.facts ?? parsed.rest;
  const entry = facts && {
    id,
    path: file.path,
    file: file.file,
    places,
    facts: facts as Facts,
  };
  return { ...(entry && { entry }), body, firstLine };
}

function isPlaced(folder: string, rest: readonly string[]): boolean {
  const name = rest.at(-1) ?? '';
  if (folder === 'episodes') return rest.length >= 2 && /\.(?:md|json)$/.test(name);
  const ending = Object.hasOwn(proseFolders, folder) ? proseFolders[folder] : undefined;
  return ending !== undefined && rest.length === 1 && name.endsWith(ending);
}

/** A query that begins with a quotation mark is no YAML, which says little of why: what is to be typed is known. */
function mendQuery(problem: Problem, text: string): Problem {
  const line = text.split(/\r\n?|\n/)[(problem.place?.line ?? 1) - 1] ?? '';
  const query = /^query:[ \t]*(".*\S)/.exec(line)?.[1];
  if (problem.rule !== 'yaml' || query === undefined) return problem;
  return {
    ...problem,
    mend: `Put the query between single quotes: \`query: '${query.replaceAll("'", "''")}'\`.`,
  };
}

function parseArchive(file: TextFile, problems: Problem[]): Sources['archive'] | undefined {
  const tooLarge = findTooLarge(file.text, file.file);
  problems.push(...tooLarge);
  if (tooLarge.length > 0) return undefined;
  const { data, places, problems: found } = parseYaml(file.text, file.file);
  problems.push(...found);
  if (found.some((problem) => problem.severity === 'error')) return undefined;
  const parsed = parseFacts('archive', data, { file: file.file, places });
  problems.push(...parsed.problems);
  const facts = parsed.facts ?? parsed.rest;
  return facts && { id: 'archive', path: file.path, file: file.file, places, facts };
}

function parseEpisode(
  file: TextFile,
  names: ReadonlySet<string>,
  problems: Problem[],
  objectFormat: ObjectFormat | undefined,
): EpisodeEntry | undefined {
  const [, show = '', ...rest] = file.path.split('/');
  const id = idOf(file, rest, problems);
  const isJson = file.path.endsWith('.json');
  const read = isJson
    ? parsePodcastJson(file.text, file.file)
    : parseFrontMatter(file.text, file.file);
  problems.push(...read.problems);
  const isUnread = read.problems.some((problem) => problem.severity === 'error');
  // Where nobody can tell the fields from the words, there is nothing to go on with.
  if (isUnread && ('transcript' in read || read.firstLine === 1)) return undefined;
  const { data, places } = read;
  const parsed = isUnread ? undefined : parseFacts('episode', data, { file: file.file, places });
  problems.push(...(parsed?.problems ?? []));
  const facts = parsed?.facts ?? parsed?.rest;
  let transcript: Transcript;
  if ('transcript' in read) ({ transcript } = read);
  else {
    const mapped = new Set(Object.keys(facts?.speakers ?? {}).map(normalizeLabel));
    const told = parseMarkdown(read.body, {
      file: file.file,
      firstLine: read.firstLine,
      // Whom labels mean may stand in the fields that nobody could read.
      isName: (label) => {
        const plain = normalizeLabel(label);
        return isUnread || names.has(plain) || mapped.has(plain);
      },
    });
    problems.push(...told.problems);
    ({ transcript } = told);
  }
  if (!facts || id === undefined) return undefined;
  const hash = hashBlob(file.text, objectFormat);
  return { id, show, path: file.path, file: file.file, places, facts, transcript, hash };
}

/**
 * What a transcript of an earlier time says. Its front matter may be against today's rules; its words are not.
 * `names` are normalized names and aliases of speakers.
 */
export function parseTranscript(file: TextFile, names: ReadonlySet<string>): Transcript {
  if (file.path.endsWith('.json')) return parsePodcastJson(file.text, file.file).transcript;
  const front = parseFrontMatter(file.text, file.file);
  const { speakers } = front.data;
  const mapped = new Set(
    Object.keys(speakers !== null && typeof speakers === 'object' ? speakers : {}).map(
      normalizeLabel,
    ),
  );
  return parseMarkdown(front.body, {
    file: file.file,
    firstLine: front.firstLine,
    isName: (label) => {
      const plain = normalizeLabel(label);
      return names.has(plain) || mapped.has(plain);
    },
  }).transcript;
}

/**
 * The id in a file's name; deeper folders join it. A name that cannot stand in an address is an error, and the id
 * the one of the name that it should have.
 */
function idOf(file: TextFile, parts: readonly string[], problems: Problem[]): string | undefined {
  const ending = file.path.slice(file.path.lastIndexOf('.'));
  const id = parts.join('-').slice(0, -ending.length);
  if (isId(id)) return id;
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  problems.push({
    rule: 'file-name',
    severity: 'error',
    file: file.file,
    message: `Unexpected file name \`${name}\`, expected only a–z, 0–9 and hyphens: it becomes an address`,
    mend: `Rename it to \`${slugOf(name.slice(0, -ending.length)) || 'a-name-in-latin-letters'}${ending}\`.`,
  });
  return slugOf(id) || undefined;
}

function unknownFile(file: TextFile): Problem {
  const { path } = file;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const base = { rule: 'unknown-file', severity: 'error', file: file.file } as const;
  if (/^collections\/[^/]+\.md$/.test(path)) {
    return {
      ...base,
      rule: 'mdx-expected',
      message: 'Unexpected `.md` file, expected `.mdx`: collections alone are MDX',
      mend: `Rename it to \`${name}x\`.`,
    };
  }
  if (/\.mdx$/i.test(name) && !path.startsWith('collections/')) {
    return {
      ...base,
      rule: 'mdx-refused',
      message: 'Unexpected `.mdx` file, expected `.md`: MDX runs as a program',
      mend: `Rename it to \`${name.slice(0, -1)}\`.`,
    };
  }
  if (/\.(?:mdx?|json)$/i.test(name) && !/\.(?:mdx?|json)$/.test(name)) {
    return {
      ...base,
      rule: 'file-name',
      message: `Unexpected file name \`${name}\`, expected an ending in lower case`,
      mend: `Rename it to \`${name.replace(/\.[^.]+$/, (ending) => ending.toLowerCase())}\`.`,
    };
  }
  if (/^episodes\/[^/]+\.(?:md|json)$/.test(path)) {
    return {
      ...base,
      rule: 'no-show',
      message: 'Unexpected episode outside a show’s folder, expected `episodes/<show>/…`',
      mend: `Move it to \`episodes/my-show/${name}\` and add \`shows/my-show.md\` with \`title: …\`.`,
    };
  }
  return {
    ...base,
    message:
      'Unexpected file, expected `archive.yaml`, `shows/….md`, `speakers/….md`, `topics/….md`, `collections/….mdx` or `episodes/<show>/….md` (or `.json`)',
    mend: 'Move it where it belongs, or out of the content folder. Pictures and other files go into `public/`.',
  };
}
