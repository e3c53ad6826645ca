import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { Passage, Place, Speech, Transcript } from '../archive/model.ts';
import { isNoteLabel } from '../archive/label.ts';
import type { Problem } from '../archive/problem.ts';
import { plainText } from '../archive/quote.ts';
import { parseYaml, type Fields } from './front-matter.ts';

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
  const empty = { data: {}, places: new Map<string, Place>(), transcript: { parts: [] } };
  try {
    JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { ...empty, problems: [notJson(text, file, String((error as Error).message))] };
  }
  // JSON is YAML: the same reader gives the places and the same guards.
  const { data, places, problems } = parseYaml(text, file);
  if (problems.length > 0) return { ...empty, problems };
  const counter = new LineCounter();
  const root = parseDocument(text.replace(/^\ufeff/, ''), { lineCounter: counter }).contents as YAMLMap;
  const segments = root.get('segments', true);
  const complain = (place: Place | undefined, rest: Omit<Problem, 'file' | 'place'>): void => {
    problems.push({ ...rest, file, ...(place && { place }) });
  };
  const meta = data['meta'] ?? {};
  if (!isMap(root.get('meta', true)) && data['meta'] !== undefined) {
    complain(places.get('meta'), {
      rule: 'wrong-field',
      severity: 'error',
      message: 'Unexpected `meta`, expected the fields of the episode as `{ "title": "…" }`',
      mend: 'Type `"meta": { "title": "…" }`.',
    });
    return { ...empty, problems };
  }
  const metaPlaces = new Map(
    [...places].flatMap(([name, place]) => (name.startsWith('meta.') ? [[name.slice(5), place] as const] : [])),
  );
  if (!isSeq(segments)) {
    complain(places.get('segments'), {
      rule: 'no-segments',
      severity: 'error',
      message: 'Unexpected file without `segments`, expected a transcript as Podcasting 2.0 has it',
      mend: `Type \`"segments": [{ "speaker": "…", "startTime": 0, "endTime": 4.5, "body": "…" }]\`; see ${specification}`,
    });
    return { ...empty, problems };
  }

  const parts: Transcript['parts'][number][] = [];
  let speaker: string | null = null;
  let latest = -Infinity;
  segments.items.forEach((item, index) => {
    const place = places.get(`segments.${index}`) ?? { line: 1, column: 1 };
    const segment: unknown = isMap(item) ? item.toJSON() : isScalar(item) ? item.value : undefined;
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
    if (segment.speaker !== undefined && segment.speaker.trim() !== '') speaker = segment.speaker.trim();
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
    if (startTime !== undefined && (startTime < latest || (endTime !== undefined && endTime < startTime))) {
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
    if (speaker !== null && isNoteLabel(speaker)) {
      parts.push({ type: 'note', content: [body], label: speaker, ...(startTime !== undefined && { startTime }), place });
      return;
    }
    const last = parts.at(-1);
    if (last?.type === 'speech' && last.label === speaker) (last.passages as Passage[]).push(passage);
    else parts.push({ type: 'speech', label: speaker, passages: [passage], place } satisfies Speech);
  });
  return { data: meta as Record<string, unknown>, places: metaPlaces, transcript: { parts }, problems };
}

interface Segment {
  readonly speaker?: string;
  readonly startTime?: number;
  readonly endTime?: number;
  readonly body: string;
}

function isSegment(value: unknown): value is Segment {
  if (typeof value !== 'object' || value === null) return false;
  const { speaker, startTime, endTime, body } = value as Record<string, unknown>;
  const isTime = (time: unknown): boolean =>
    time === undefined || (typeof time === 'number' && Number.isFinite(time) && time >= 0);
  return typeof body === 'string' && (speaker === undefined || typeof speaker === 'string') && isTime(startTime) && isTime(endTime);
}

function notJson(text: string, file: string, reason: string): Problem {
  const offset = Number(/position (\d+)/.exec(reason)?.[1] ?? 0);
  const before = text.slice(0, offset).split('\n');
  return {
    rule: 'json',
    severity: 'error',
    file,
    place: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
    message: `Unexpected JSON, expected an object with \`meta\` and \`segments\`: ${reason.replace(/ in JSON.*$/, '')}`,
    mend: 'Check the commas, the brackets and the quotes around this place.',
  };
}

/**
 * A transcript as Podcasting 2.0 JSON. Chapters, notes and marks inside quotes have no place in it and
 * are left out.
 */
export function serializePodcastJson(meta: Readonly<Record<string, unknown>>, transcript: Transcript): string {
  const segments: Segment[] = [];
  let label: string | null = null;
  for (const part of transcript.parts) {
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
