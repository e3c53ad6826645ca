import type { Passage, Speech, Transcript } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { parseFrontMatter } from './front-matter.ts';
import { parseMarkdown } from './markdown.ts';
import { parsePodcastJson } from './podcast-json.ts';

export interface ReadingOptions {
  /** As shown to people; its ending says what it is. */
  readonly file: string;
  /** Whether a plain label is the name of a speaker, an alias, or mapped in this file's front matter. */
  readonly isName: (label: string) => boolean;
}

/** A transcript as its file says it. */
export interface Reading {
  readonly data: unknown;
  readonly transcript: Transcript;
  readonly problems: readonly Problem[];
  /** The line on which the transcript starts. */
  readonly firstLine: number;
}

/** What the file of a transcript says, front matter and all. */
export function readTranscript(text: string, options: ReadingOptions): Reading {
  if (options.file.endsWith('.json')) {
    const { data, transcript, problems } = parsePodcastJson(text, options.file);
    return { data, transcript, problems, firstLine: 1 };
  }
  const { data, body, firstLine, problems } = parseFrontMatter(text, options.file);
  const parsed = parseMarkdown(body, { ...options, firstLine });
  return {
    data,
    firstLine,
    transcript: parsed.transcript,
    problems: [...problems, ...parsed.problems],
  };
}

/** A passage with the speech that it is in. */
export interface Found {
  readonly speech: Speech;
  readonly passage: Passage;
  readonly isFirst: boolean;
}

/** Every passage in order. */
export const passagesOf = ({ parts }: Transcript): Found[] =>
  parts.flatMap((part) =>
    part.type === 'speech'
      ? part.passages.map((passage, index) => ({ speech: part, passage, isFirst: index === 0 }))
      : [],
  );
