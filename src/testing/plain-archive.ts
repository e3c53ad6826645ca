import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import {
  type PlainPart,
  type PlainQuote,
  readPlainFacts,
  readPlainJson,
  readPlainMarkdown,
} from './plain-transcript.ts';

/** A quote with who speaks it: the id of a speaker, or `?` and a label. */
export interface SaidQuote extends PlainQuote {
  readonly who: string;
}

export interface PlainEpisode {
  readonly path: string;
  readonly show: string;
  readonly date?: string | undefined;
  readonly language: string;
  readonly status?: string | undefined;
  readonly duration?: number | undefined;
  readonly isPlayable: boolean;
  readonly topics: readonly string[];
  /** By speaker. */
  readonly roles: Readonly<Record<string, string>>;
  readonly parts: readonly (Exclude<PlainPart, PlainQuote> | SaidQuote)[];
  readonly quotes: readonly SaidQuote[];
}

export interface PlainNames {
  readonly id: string;
  readonly name: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A content folder, read without anything of the project. */
export interface PlainArchive {
  readonly shows: readonly string[];
  readonly speakers: readonly PlainNames[];
  readonly topics: readonly PlainNames[];
  readonly episodes: readonly PlainEpisode[];
}

export const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

export function readPlainArchive(folder: string): PlainArchive {
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  const entries = (kind: string): PlainNames[] =>
    globSync(`${kind}/*.md`, { cwd: folder })
      .map((file) => {
        const facts = readPlainFacts(read(file));
        return { id: path.basename(file, '.md'), name: String(facts['name'] ?? ''), facts };
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  const archive = parse(read('archive.yaml')) as Record<string, string>;
  const shows = entries('shows');
  const speakers = entries('speakers');
  const idOf = new Map(
    speakers.flatMap(({ id, name, facts }) =>
      [name, ...listOf(facts['aliases'])].map((label) => [label, id] as const),
    ),
  );
  const episodes = globSync('episodes/**/*.{md,json}', { cwd: folder })
    .sort()
    .map((file): PlainEpisode => {
      const text = read(file);
      const { facts, parts } = file.endsWith('.json')
        ? readPlainJson(text)
        : readPlainMarkdown(text);
      const labels = (facts['speakers'] ?? {}) as Record<string, string>;
      const said = parts.map((part) =>
        part.kind === 'quote'
          ? { ...part, who: labels[part.label] ?? idOf.get(part.label) ?? `?${part.label}` }
          : part,
      );
      const show = file.split(path.sep)[1]!;
      return {
        path: file.split(path.sep).join('/'),
        show,
        date: textOf(facts['date']),
        language:
          textOf(facts['language']) ??
          textOf(shows.find(({ id }) => id === show)?.facts['language']) ??
          archive['language'] ??
          'en',
        status: textOf(facts['status']),
        duration: durationOf(facts['duration']),
        isPlayable: 'audio' in facts || 'video' in facts,
        topics: listOf(facts['topics']),
        roles: (facts['roles'] ?? {}) as Record<string, string>,
        parts: said,
        quotes: said.filter((part) => part.kind === 'quote'),
      };
    });
  return { shows: shows.map(({ id }) => id), speakers, topics: entries('topics'), episodes };
}

const textOf = (value: unknown): string | undefined =>
  value === undefined ? undefined : String(value);

const durationOf = (value: unknown): number | undefined =>
  value === undefined
    ? undefined
    : String(value)
        .split(':')
        .reduce((sum, part) => sum * 60 + Number(part), 0);
