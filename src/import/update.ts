import { type Document, parseDocument } from 'yaml';
import { normalizeLabel } from '../archive/label.ts';
import type { Chapter, EpisodeEntry, Transcript } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import { tokensOf } from '../archive/token.ts';
import type { Spoken } from '../archive/transcript.ts';
import { unnamed } from '../formats/cue-join.ts';
import { parseFrontMatter } from '../formats/front-matter.ts';
import { serializeMarkdown } from '../formats/markdown-writer.ts';
import { parsePodcastJson, serializePodcastJson } from '../formats/podcast-json.ts';
import { plural } from '../review/phrase.ts';
import { chapterTranscript } from '../formats/chapters.ts';

/** So many runs of three words must be a speaker’s, and such a share of those that are anybody’s. */
const fewestRuns = 12;
const clearShare = 0.8;

/**
 * Whom the labels of a new transcript mean, by the words that the old one has: by label in lower case, the name there.
 * Only where it is sure; a label whose words were said by two, or are new, is not among them.
 *
 * matchVoices({ parts: [speech('SPEAKER_00', 'Nobody wrote them down before …')] }, spokenOfOld)
 * // => Map { 'speaker_00' => 'Jo Field' }
 */
export function matchVoices(transcript: Transcript, old: readonly Spoken[]): Map<string, string> {
  const owners = new Map<string, string | null>();
  for (const { words, voice } of old) {
    for (const run of runsOf(words)) {
      const owner = owners.get(run);
      // What two people said tells neither.
      owners.set(run, owner === undefined || owner === voice.name ? voice.name : null);
    }
  }
  const votes = new Map<string, Map<string, number>>();
  let label = unnamed;
  for (const part of transcript.parts) {
    if (part.type !== 'speech') continue;
    if (part.label !== null) label = normalizeLabel(part.label);
    const own = votes.get(label) ?? new Map<string, number>();
    votes.set(label, own);
    for (const { content } of part.passages) {
      for (const run of runsOf(plainText(content))) {
        const owner = owners.get(run);
        if (owner) own.set(owner, (own.get(owner) ?? 0) + 1);
      }
    }
  }
  return new Map(
    [...votes].flatMap(([voice, own]) => {
      const all = [...own.values()].reduce((sum, count) => sum + count, 0);
      const [best] = [...own].sort((a, b) => b[1] - a[1]);
      return best && best[1] >= fewestRuns && best[1] >= all * clearShare
        ? [[voice.toLowerCase(), best[0]] as const]
        : [];
    }),
  );
}

function runsOf(words: string): string[] {
  const tokens = tokensOf(words);
  return tokens.slice(2).map((token, index) => `${tokens[index]} ${tokens[index + 1]} ${token}`);
}

/**
 * A new transcript with the chapters of the old one, where it has none and both have times; and what of the old one is
 * in it no more.
 */
export function keepChapters(
  transcript: Transcript,
  old: Transcript,
): { transcript: Transcript; told: string[] } {
  const chaptersOf = ({ parts }: Transcript): Chapter[] =>
    parts.filter((part) => part.type === 'chapter');
  const had = chaptersOf(old);
  const notes = old.parts.filter(({ type }) => type === 'note').length;
  const hasNotes = transcript.parts.some(({ type }) => type === 'note');
  const lostNotes =
    notes > 0 && !hasNotes
      ? [`${plural(notes, 'note')} of the old transcript (laughter and the like) will be gone`]
      : [];
  if (had.length === 0 || chaptersOf(transcript).length > 0) return { transcript, told: lostNotes };
  const isTimed =
    had.every(({ startTime }) => startTime !== undefined) &&
    transcript.parts.some(
      (part) => part.type === 'speech' && part.passages[0]?.startTime !== undefined,
    );
  const chapters = plural(had.length, 'chapter');
  return isTimed
    ? {
        transcript: chapterTranscript(transcript, had),
        told: [`${chapters} of the old transcript kept, by the times`, ...lostNotes],
      }
    : { transcript, told: [`${chapters} of the old transcript will be gone`, ...lostNotes] };
}

/**
 * An episode’s file with another transcript in it. The front matter stays as it was typed, comments and all: what it
 * says wins over `found`, what the new file says, and `given`, what somebody typed now, wins over both.
 */
export function replaceTranscript(
  entry: Pick<EpisodeEntry, 'path'>,
  text: string,
  {
    transcript,
    found,
    given,
  }: {
    readonly transcript: Transcript;
    readonly found: Readonly<Record<string, unknown>>;
    readonly given: Readonly<Record<string, unknown>>;
  },
): string {
  const isNew = (had: object, [name, value]: [string, unknown]): boolean =>
    value !== undefined && !Object.hasOwn(had, name);
  const isGiven = ([, value]: [string, unknown]): boolean => value !== undefined;
  if (entry.path.endsWith('.json')) {
    const { data } = parsePodcastJson(text, entry.path);
    const added = Object.fromEntries(Object.entries(found).filter((fact) => isNew(data, fact)));
    const typed = Object.fromEntries(Object.entries(given).filter(isGiven));
    return serializePodcastJson({ ...data, ...added, ...typed }, transcript);
  }
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const { data, body } = parseFrontMatter(source, entry.path);
  const changes = [
    ...Object.entries(found).filter((fact) => isNew(data, fact)),
    ...Object.entries(given).filter(isGiven),
  ];
  const head = source.slice(0, source.length - body.length);
  return `${changes.length === 0 ? `${head.trimEnd()}\n` : edit(head, changes)}\n${serializeMarkdown(transcript)}`;
}

function edit(head: string, changes: readonly (readonly [string, unknown])[]): string {
  const yaml = head.replace(/^---[^\n]*\n/, '').replace(/---[ \t]*\n?\s*$/, '');
  const document: Document = parseDocument(yaml, { version: '1.2', schema: 'core' });
  for (const [name, value] of changes) document.set(name, value);
  return `---\n${document.toString({ lineWidth: 0 })}---\n`;
}
