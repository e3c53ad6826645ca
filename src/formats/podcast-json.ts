import type { Passage, Place, Speech, Transcript } from '../archive/model.ts';
import { isNoteLabel } from '../archive/label.ts';
import type { Problem } from '../archive/problem.ts';
import { plainText } from '../archive/quote.ts';
import type { Fields } from './front-matter.ts';
import { parseJson } from './json.ts';

const specification =
  'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md';

/**
 * A transcript in the JSON of Podcasting 2.0, with the fields of an episode under `meta`. Each segment is
 * one quote; neighbouring segments of one speaker make one speech. Times are seconds.
 *
 * Specification: https://github.com/Podcastindex-org/podcast-namespace
 *
 * parsePodcastJson('{"segments":[{"speaker":"Jo Field","startTime":0,"body":"Yes."}]}', 'a.json') // =>
 * { data: {}, places: Map {}, transcript: { parts: [{ type: 'speech', label: 'Jo Field', … }] }, problems: [] }
 */
export function parsePodcastJson(text: string, file: string): Fields & { transcript: Transcript } {
  const { data: root, places, problems } = parseJson(text, file);
  const empty = { data: {}, places: new Map<string, Place>(), transcript: { parts: [] }, problems };
  if (problems.length > 0) return empty;
  const complain = (place: Place | undefined, rest: Omit<Problem, 'file' | 'place'>): void => {
    problems.push({ ...rest, file, ...(place && { place }) });
  };
  const { meta = {}, segments } = isRecord(root) ? root : {};
  if (!isRecord(meta)) {
    complain(places.get('meta'), {
      rule: 'wrong-field',
      severity: 'error',
      message: 'Unexpected `meta`, expected the fields of the episode as `{ "title": "…" }`',
      mend: 'Type `"meta": { "title": "…" }`.',
    });
    return empty;
  }
  const metaPlaces = new Map(
    [...places].flatMap(([name, place]) =>
      name.startsWith('meta.') ? [[name.slice(5), place] as const] : [],
    ),
  );
  if (!Array.isArray(segments)) {
    complain(places.get('segments') ?? { line: 1, column: 1 }, {
      rule: 'no-segments',
      severity: 'error',
      message: 'Unexpected file without `segments`, expected a transcript as Podcasting 2.0 has it',
      mend: `Type \`"segments": [{ "speaker": "…", "startTime": 0, "endTime": 4.5, "body": "…" }]\`; see ${specification}`,
    });
    return empty;
  }

  const parts: Transcript['parts'][number][] = [];
  let speaker: string | null = null;
  let latest = -Infinity;
  segments.forEach((segment: unknown, index) => {
    const place = places.get(`segments.${index}`) ?? { line: 1, column: 1 };
    if (!isSegment(segment)) {
      complain(place, {
        rule: 'wrong-segment',
        severity: 'error',
        message: `Unexpected segment ${index + 1}, expected a text \`body\`, and where given a text \`speaker\` and times in seconds as numbers`,
        mend: 'Type it as `{ "speaker": "Jo Field", "startTime": 4.5, "endTime": 9, "body": "…" }`.',
      });
      return;
    }
    const body = segment.body.replace(/\s+/g, ' ').trim();
    const label = segment.speaker?.trim() || null;
    const isNote = label !== null && isNoteLabel(label);
    // Many files name the speaker only where it changes. Music between does not change who speaks.
    if (label !== null && !isNote) speaker = label;
    const { startTime, endTime } = segment;
    if (body === '') {
      complain(place, {
        rule: 'empty-segment',
        severity: 'warning',
        message: `Unexpected segment ${index + 1} without words, expected some in \`body\``,
        mend: 'Delete the segment; it is not shown.',
      });
      return;
    }
    if (
      startTime !== undefined &&
      (startTime < latest || (endTime !== undefined && endTime < startTime))
    ) {
      complain(place, {
        rule: 'time-order',
        severity: 'warning',
        message: `Unexpected time in segment ${index + 1}, expected it after the one before and its end after its start`,
        mend: 'Correct `startTime` and `endTime`; both are seconds.',
      });
    }
    if (startTime !== undefined) latest = Math.max(latest, startTime);
    const passage: Passage = {
      content: [body],
      ...(startTime !== undefined && { startTime }),
      ...(endTime !== undefined && { endTime }),
      place,
    };
    if (isNote) {
      parts.push({
        type: 'note',
        content: [body],
        label,
        ...(startTime !== undefined && { startTime }),
        place,
      });
      return;
    }
    // Every speech states its label, also after a note: who reads on from here need not look back.
    const last = parts.at(-1);
    if (last?.type === 'speech' && last.label === speaker)
      (last.passages as Passage[]).push(passage);
    else
      parts.push({ type: 'speech', label: speaker, passages: [passage], place } satisfies Speech);
  });
  return { data: meta, places: metaPlaces, transcript: { parts }, problems };
}

interface Segment {
  readonly speaker?: string;
  readonly startTime?: number;
  readonly endTime?: number;
  readonly body: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isSegment(value: unknown): value is Segment {
  if (!isRecord(value)) return false;
  const { speaker, startTime, endTime, body } = value;
  const isTime = (time: unknown): boolean =>
    time === undefined || (typeof time === 'number' && Number.isFinite(time) && time >= 0);
  return (
    typeof body === 'string' &&
    (speaker === undefined || typeof speaker === 'string') &&
    isTime(startTime) &&
    isTime(endTime)
  );
}

/**
 * A transcript as Podcasting 2.0 JSON. Notes under a label such as `Music` are segments of that name; other
 * notes, chapters and the marks inside quotes have no place in it and are left out.
 *
 * serializePodcastJson({ title: 'Tides' }, { parts: [] }) // => '{ "version": "1.0.0", "meta": …, "segments": [] }'
 */
export function serializePodcastJson(
  meta: Readonly<Record<string, unknown>>,
  transcript: Transcript,
): string {
  const segments: Segment[] = [];
  let label: string | null = null;
  for (const part of transcript.parts) {
    if (part.type === 'note' && isNoteLabel(part.label ?? '') && part.content.length > 0) {
      const { startTime } = part;
      segments.push({
        speaker: part.label!,
        ...(startTime !== undefined && { startTime }),
        body: plainText(part.content),
      });
    }
    if (part.type !== 'speech') continue;
    label = part.label ?? label;
    for (const { content, startTime, endTime } of part.passages) {
      segments.push({
        ...(label !== null && { speaker: label }),
        ...(startTime !== undefined && { startTime }),
        ...(endTime !== undefined && { endTime }),
        body: plainText(content),
      });
    }
  }
  return `${JSON.stringify({ version: '1.0.0', meta, segments }, null, 2)}\n`;
}

/**
 * The chapters of a transcript as Podcasting 2.0 JSON; one without a time has no place in it. Empty when there is
 * none.
 *
 * Specification: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md
 *
 * serializePodcastChapters({ parts: [{ type: 'chapter', title: 'Fog', startTime: 9, … }] })
 * // => '{ "version": "1.2.0", "chapters": [{ "startTime": 9, "title": "Fog" }] }'
 */
export function serializePodcastChapters({ parts }: Transcript): string {
  const chapters = parts.flatMap((part) =>
    part.type === 'chapter' && part.startTime !== undefined && part.title.trim() !== ''
      ? [{ startTime: part.startTime, title: part.title.replace(/\s+/g, ' ').trim() }]
      : [],
  );
  if (chapters.length === 0) return '';
  return `${JSON.stringify({ version: '1.2.0', chapters }, null, 2)}\n`;
}
