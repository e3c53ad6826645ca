import { isAnonymousLabel } from '../archive/label.ts';
import type { Transcript } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { parseFrontMatter } from './front-matter.ts';
import { looksLikeLabel, parseMarkdown } from './markdown.ts';
import { share, stemOf, type Family, type SourceFile } from './source.ts';

/** Words before a colon that announce a thing, not a person. */
const announcements =
  /^(?:slides?|location|date|time|start time|video|audio|name|topic|title|transcript(?: by)?|twitter|website|links?|paper|source|note|notes|abstract|summary|agenda|references?|repo|github|code|pr|bip|ps|edit|update|e\.?g|i\.?e|bitcoin|example|https?|ftp|warning|disclaimer|conclusion|introduction|overview|tldr|tl;dr|host|guests?|preamble|see also|blog|email|irc)$/i;

const known = new Set([
  'title',
  'transcript_by',
  'translation_by',
  'speakers',
  'tags',
  'categories',
  'date',
  'media',
  'source_file',
  'episode',
  'summary',
  'aliases',
  'additional_resources',
  'source',
]);

/**
 * Markdown with front matter, in which contributors label speakers in half a dozen ways and translations
 * stand beside their original as `name.es.md`. As in https://github.com/bitcointranscripts/bitcointranscripts
 */
export const bitcoinTranscripts: Family = {
  name: 'bitcoin-transcripts',
  detect: (files) =>
    share(
      files,
      ({ text }) =>
        text.startsWith('---') &&
        /^(?:transcript_by|speakers|tags|categories):/m.test(text.slice(0, 3000)),
    ),
  reject: ({ path, text }) => {
    if (!path.endsWith('.md')) return 'not Markdown';
    if (/^_index\b/.test(stemOf(path))) return 'names its folder';
    return text.startsWith('---') ? undefined : 'no front matter';
  },
  read: (file, all) => {
    const { data, body, firstLine, places, problems } = parseFrontMatter(file.text, file.path);
    const speakers = stringsOf(data['speakers']);
    const persons = personsOf(body, speakers);
    const parsed = parseMarkdown(body, {
      file: file.path,
      firstLine,
      isName: (label) => persons.has(label),
    });
    const transcript = nameSpeakers(parsed.transcript, speakers);
    const language = languageOf(file.path);
    const original = file.path.replace(/\.[a-z]{2}\.md$/, '.md');
    const media = stringOf(data['media']);
    const isFile = media !== undefined && /\.(?:mp3|m4a|ogg|opus|mp4|webm)(?:\?|$)/i.test(media);
    const title = stringOf(data['title']);
    const unread = Object.keys(data).filter((key) => !known.has(key) && !places.has(`-${key}`));
    return {
      path: file.path,
      facts: {
        title: title ?? stemOf(file.path),
        date: dateOf(data['date']),
        language: language ?? 'en',
        audio: isFile && /\.(?:mp3|m4a|ogg|opus)/i.test(media) ? media : undefined,
        video: isFile && /\.(?:mp4|webm)/i.test(media) ? media : undefined,
        summary: stringOf(data['summary']),
        source: isFile ? undefined : webAddress(media),
        transcriber: stringsOf(data['transcript_by']).join(', ') || undefined,
      },
      transcript,
      topics: [...stringsOf(data['tags']), ...stringsOf(data['categories'])],
      ...(language !== undefined && all.has(original) && { translationOf: original }),
      problems: [...problems, ...parsed.problems, ...unread.map((key) => leftOut(file, key))],
    };
  },
  showTitle: (folder, files) => {
    const index = files.find(({ path }) => path === `${folder}/_index.md`);
    return index && stringOf(parseFrontMatter(index.text, index.path).data['title']);
  },
};

const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : typeof value === 'number'
      ? String(value)
      : undefined;

const stringsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((item) => stringOf(item) ?? []);

const webAddress = (value: string | undefined): string | undefined =>
  value !== undefined && /^https?:\/\//.test(value) && URL.canParse(value) ? value : undefined;

const dateOf = (value: unknown): string | undefined =>
  /^\d{4}-\d{2}-\d{2}/.exec(stringOf(value) ?? '')?.[0];

const languageOf = (path: string): string | undefined => /\.([a-z]{2})\.md$/.exec(path)?.[1];

const leftOut = ({ path }: SourceFile, key: string): Problem => ({
  rule: 'field-left-out',
  severity: 'warning',
  file: path,
  message: `Unexpected field \`${key}\`, expected one that an episode of ours has`,
  mend: 'It is left out. If it matters, add it to the episode by hand.',
});

/**
 * The labels of a file that are persons: whom the front matter names (by name, first name or initials),
 * anonymous ones, and whoever starts a paragraph twice, or once with a time, and is no announcement.
 */
function personsOf(body: string, speakers: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const match of body.matchAll(
    /(?:^|\n)(?:\*\*)?([^\s:*#>|`[(<][^:\n*]{0,40}?)(?:\*\*)?:(?:\*\*)?(?=[ \t]|\n|$)([ \t]*\[?\d{1,2}:\d{2})?/g,
  )) {
    const label = match[1]!.trim();
    if (announcements.test(label)) continue;
    const isSure = isAnonymousLabel(label) || findSpeaker(label, speakers) !== undefined;
    if (!isSure && !looksLikeLabel(label)) continue;
    counts.set(label, (counts.get(label) ?? 0) + (isSure || match[2] !== undefined ? 2 : 1));
  }
  return new Set([...counts].flatMap(([label, count]) => (count >= 2 ? [label] : [])));
}

/** The one speaker of the front matter whom a label means: by full name, first or last name, or initials. */
function findSpeaker(label: string, speakers: readonly string[]): string | undefined {
  const fold = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N} ]/gu, '')
      .toLowerCase();
  const looked = fold(label);
  const full = speakers.filter((speaker) => fold(speaker) === looked);
  if (full.length === 1) return full[0];
  const fitting = speakers.filter((speaker) => {
    const names = fold(speaker).split(/\s+/);
    return names.includes(looked) || names.map((name) => name[0]).join('') === looked;
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Writes each label as the full name of whom it means; a lecture without labels is its one speaker's. */
function nameSpeakers(transcript: Transcript, speakers: readonly string[]): Transcript {
  const [only] = speakers;
  const isUnlabelled = !transcript.parts.some(
    (part) => part.type === 'speech' && part.label !== null,
  );
  let isFirst = true;
  return {
    parts: transcript.parts.map((part) => {
      if (part.type !== 'speech') return part;
      if (part.label !== null)
        return { ...part, label: findSpeaker(part.label, speakers) ?? part.label };
      if (!isUnlabelled || !isFirst) return part;
      isFirst = false;
      return { ...part, label: only !== undefined && speakers.length === 1 ? only : 'Unknown' };
    }),
  };
}
