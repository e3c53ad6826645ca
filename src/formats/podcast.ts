import { isNoteLabel } from '../archive/label.ts';
import type { CuePart, Draft, DraftFacts, Format } from './draft.ts';
import { parseJson } from './json.ts';
import { isObject, objectsOf, oddPart, secondsOf, textOf } from './speech-json.ts';

/**
 * The segments of a transcript as Podcasting 2.0 has it. They are often single words, and name the speaker only
 * where it changes.
 *
 * Specification: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md
 *
 * parsePodcast('{"segments":[{"speaker":"Jo","startTime":1,"body":"Nobody."}]}', 'a.json')
 * // => { body: { cues: [{ label: 'Jo', content: ['Nobody.'], startTime: 1, … }] }, … }
 */
export function parsePodcast(text: string, file: string): Draft {
  const { data, places, problems } = parseJson(text, file);
  const segments = isObject(data) && Array.isArray(data['segments']) ? data['segments'] : [];
  const cues = segments.flatMap((segment: unknown, index): CuePart[] => {
    const place = places.get(`segments.${index}`) ?? { line: 1, column: 1 };
    const body = isObject(segment) ? textOf(segment['body']) : undefined;
    if (!isObject(segment) || body === undefined) {
      problems.push(oddPart(file, place, `segment ${index + 1}`, 'one with a `body`'));
      return [];
    }
    const label = textOf(segment['speaker'])?.trim();
    const startTime = secondsOf(segment['startTime']);
    const endTime = secondsOf(segment['endTime']);
    if (label && isNoteLabel(label)) {
      const start = startTime === undefined ? {} : { startTime };
      return body.trim() === ''
        ? []
        : [{ type: 'note', content: [body.trim()], label, ...start, place }];
    }
    return [
      {
        type: 'cue',
        ...(label && { label }),
        content: [body],
        ...(startTime !== undefined && { startTime }),
        ...(endTime !== undefined && { endTime }),
        place,
      },
    ];
  });
  const meta = isObject(data) && isObject(data['meta']) ? data['meta'] : {};
  return { facts: factsOf(meta), body: { cues }, problems };
}

/** What our own files say under `meta`, as far as an import asks for it. */
function factsOf(meta: Readonly<Record<string, unknown>>): DraftFacts {
  const [title, date, language] = ['title', 'date', 'language'].map((name) => textOf(meta[name]));
  return { ...(title && { title }), ...(date && { date }), ...(language && { language }) };
}

/** Transcripts of podcasts, as hosts publish them. */
export const podcastJson: Format = {
  name: 'podcast-json',
  title: 'Podcasting 2.0 JSON',
  endings: ['.json'],
  detect: ({ text }) => {
    const head = text.slice(0, 6000);
    return /"segments"\s*:\s*\[/.test(head) && /"body"\s*:/.test(head) ? 1 : 0;
  },
  read: ({ path, text }) => [parsePodcast(text, path)],
};

/** Chapters of podcasts. They have no speech: they go into the transcript of the same name. */
export const podcastChapters: Format = {
  name: 'podcast-chapters',
  title: 'Podcasting 2.0 chapters',
  endings: ['.json'],
  detect: ({ text }) => {
    const head = text.slice(0, 6000);
    return /"chapters"\s*:\s*\[/.test(head) &&
      /"startTime"\s*:/.test(head) &&
      !/"segments"/.test(head)
      ? 0.9
      : 0;
  },
  read: ({ path, text }) => {
    const { data, places, problems } = parseJson(text, path);
    const root = isObject(data) ? data : {};
    const cues = objectsOf(root['chapters']).flatMap((chapter, index): CuePart[] => {
      const place = places.get(`chapters.${index}`) ?? { line: 1, column: 1 };
      const title = textOf(chapter['title'])?.trim();
      const startTime = secondsOf(chapter['startTime']);
      // A chapter that is not in the table of contents only changes the picture.
      if (chapter['toc'] === false) return [];
      if (!title) {
        problems.push(oddPart(path, place, `chapter ${index + 1}`, 'one with a `title`'));
        return [];
      }
      return [{ type: 'chapter', title, ...(startTime !== undefined && { startTime }), place }];
    });
    const title = textOf(root['title']);
    return [{ facts: title ? { title } : {}, body: { cues }, problems }];
  },
};
