import type { Transcript } from '../archive/model.ts';
import { isNoteLabel } from '../archive/label.ts';
import { serializeEpisode } from './markdown-writer.ts';
import { findLosses, type Loss, type LossKind } from './loss.ts';
import { serializePodcastChapters, serializePodcastJson } from './podcast-json.ts';
import { serializeWebVtt, serializeWebVttChapters } from './webvtt-writer.ts';

/** An episode to be written: the fields of its front matter, and its transcript. */
export interface Writable {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly transcript: Transcript;
}

/** An episode as text, with what the format could not take along. */
export interface Written {
  readonly text: string;
  /** Chapters, where the format has them in a file of their own; absent when there is none. */
  readonly chapters?: string;
  readonly losses: readonly Loss[];
}

/** A format in which transcripts can be written. */
export interface Writer {
  /** As `--to` has it. */
  readonly name: string;
  readonly title: string;
  /** Of the file’s name, with the dot. */
  readonly ending: string;
  readonly chaptersEnding?: string;
  write(episode: Writable): Written;
}

const inlineMarks: readonly LossKind[] = ['links', 'code', 'times inside quotes'];

const webvtt: Writer = {
  name: 'webvtt',
  title: 'WebVTT',
  ending: '.vtt',
  chaptersEnding: '.chapters.vtt',
  write({ facts, transcript }) {
    const { title, language, duration } = facts;
    const head = {
      ...(typeof title === 'string' && { title }),
      ...(typeof language === 'string' && { language }),
      ...(typeof duration === 'number' && { duration }),
    };
    return written({
      text: serializeWebVtt(transcript, head),
      chapters: serializeWebVttChapters(transcript, head),
      losses: [
        ...findLosses(
          transcript,
          [
            ...inlineMarks,
            'line breaks',
            'lists, tables and blocks of code',
            'notes',
            'labels of notes',
            'chapters',
            'missing starts',
            'missing ends',
            'quotes of nobody',
          ],
          ({ startTime }) => startTime !== undefined,
        ),
        ...lostFields(facts, ['title', 'language']),
      ],
    });
  },
};

const podcastJson: Writer = {
  name: 'podcast-json',
  title: 'Podcasting 2.0 JSON',
  ending: '.json',
  chaptersEnding: '.chapters.json',
  write: ({ facts, transcript }) =>
    written({
      text: serializePodcastJson(facts, transcript),
      chapters: serializePodcastChapters(transcript),
      losses: findLosses(
        transcript,
        [
          ...inlineMarks,
          'emphasis',
          'line breaks',
          'lists, tables and blocks of code',
          'notes',
          'chapters',
        ],
        (part) =>
          part.type === 'chapter'
            ? part.startTime !== undefined
            : isNoteLabel(part.label ?? '') && part.content.length > 0,
      ),
    }),
};

const markdown: Writer = {
  name: 'markdown',
  title: 'Markdown',
  ending: '.md',
  write: ({ facts, transcript }) =>
    written({
      text: serializeEpisode(facts, transcript),
      losses: findLosses(transcript, ['ends of quotes']),
    }),
};

/** The formats in which transcripts can be written. */
export const writers: readonly Writer[] = [webvtt, podcastJson, markdown];

const written = ({ chapters = '', ...rest }: Written): Written => ({
  ...rest,
  ...(chapters !== '' && { chapters }),
});

function lostFields(facts: Writable['facts'], kept: readonly string[]): Loss[] {
  const which = Object.keys(facts).filter((key) => !kept.includes(key));
  return which.length === 0
    ? []
    : [{ what: 'fields of the front matter', count: which.length, which }];
}
