import type { Place } from '../archive/model.ts';
import type { Cue, Draft, Format } from './draft.ts';
import { parseJson } from './json.ts';
import {
  cuesOfWords,
  isObject,
  type JsonObject,
  objectsOf,
  oddPart,
  secondsOf,
  speakerLabel,
  type SpokenWord,
  textOf,
} from './speech-json.ts';
import { parseTimestamp } from '../archive/time.ts';

/**
 * What Whisper and its kin write as JSON: Whisper, faster-whisper and WhisperX `segments` with times in seconds,
 * whisper.cpp `transcription` with `offsets` in milliseconds. WhisperX’s words tell speakers apart within a segment.
 *
 * As written by https://github.com/openai/whisper, https://github.com/m-bain/whisperX,
 * https://github.com/SYSTRAN/faster-whisper and https://github.com/ggml-org/whisper.cpp
 *
 * parseWhisper('{"segments":[{"start":0,"end":1,"text":" Nobody."}],"language":"en"}', 'a.json')
 * // => { facts: { language: 'en', status: 'machine' }, body: { cues: [{ content: ['Nobody.'], … }] }, … }
 */
export function parseWhisper(text: string, file: string): Draft {
  const { data, places, problems } = parseJson(text, file);
  const root: JsonObject = Array.isArray(data) ? { segments: data } : isObject(data) ? data : {};
  const list = 'transcription' in root ? 'transcription' : 'segments';
  const prefix = Array.isArray(data) ? '' : `${list}.`;
  const given: unknown = root[list];
  const cues: Cue[] = [];
  for (const [index, segment] of (Array.isArray(given) ? given : []).entries()) {
    const place = places.get(`${prefix}${index}`) ?? { line: 1, column: 1 };
    const found = isObject(segment) ? cuesOf(segment, place) : undefined;
    if (found) cues.push(...found);
    else
      problems.push(oddPart(file, place, `segment ${index + 1}`, 'one with a text and its times'));
  }
  const language = languageOf(root);
  return {
    facts: { status: 'machine', ...(language !== undefined && { language }) },
    body: { cues },
    problems,
  };
}

function cuesOf(segment: JsonObject, place: Place): Cue[] | undefined {
  const text = textOf(segment['text']);
  if (text === undefined) return undefined;
  const { startTime, endTime } = timesOf(segment);
  const speaker = speakerLabel(segment['speaker']);
  const words = objectsOf(segment['words']).map((word) => wordOf(word));
  const speakers = new Set(words.flatMap((word) => word.speaker ?? []));
  // Words are looked at only where they say more than the segment: a change of speaker in the middle.
  if (speakers.size > 1) return cuesOfWords(words, text, place);
  const [only = speaker] = [...speakers];
  return [
    {
      type: 'cue',
      ...(only !== undefined && { label: only }),
      content: [text.trim()],
      ...(startTime !== undefined && { startTime }),
      ...(endTime !== undefined && { endTime }),
      place,
    },
  ];
}

function timesOf(segment: JsonObject): { startTime?: number; endTime?: number } {
  const offsets = isObject(segment['offsets']) ? segment['offsets'] : undefined;
  const stamps = isObject(segment['timestamps']) ? segment['timestamps'] : undefined;
  const startTime = offsets
    ? secondsOf(offsets['from'], 1000)
    : (secondsOf(segment['start']) ?? parseTimestamp(textOf(stamps?.['from']) ?? ''));
  const endTime = offsets
    ? secondsOf(offsets['to'], 1000)
    : (secondsOf(segment['end']) ?? parseTimestamp(textOf(stamps?.['to']) ?? ''));
  return {
    ...(startTime !== undefined && { startTime }),
    ...(endTime !== undefined && { endTime }),
  };
}

function wordOf(word: JsonObject): SpokenWord {
  const startTime = secondsOf(word['start']);
  const endTime = secondsOf(word['end']);
  const speaker = speakerLabel(word['speaker']);
  return {
    text: (textOf(word['word']) ?? textOf(word['text']) ?? '').trim(),
    ...(startTime !== undefined && { startTime }),
    ...(endTime !== undefined && { endTime }),
    ...(speaker !== undefined && { speaker }),
  };
}

/** A tag such as `en`; whisper.cpp has it inside, and some write the language’s English name. */
function languageOf(root: JsonObject): string | undefined {
  const result = isObject(root['result']) ? root['result']['language'] : undefined;
  const language = textOf(root['language']) ?? textOf(result);
  return language !== undefined && /^[a-z]{2,3}(?:-\w+)*$/i.test(language) ? language : undefined;
}

/** Whisper, WhisperX, faster-whisper, whisper.cpp. */
export const whisperJson: Format = {
  name: 'whisper-json',
  title: 'Whisper JSON',
  endings: ['.json'],
  detect: ({ text }) => {
    const head = text.slice(0, 4000);
    if (!/^\ufeff?\s*[[{]/.test(head)) return 0;
    if (/"transcription"\s*:\s*\[|"systeminfo"\s*:/.test(head)) return 0.9;
    const isSegment = /"start"\s*:\s*[\d.]/.test(head) && /"text"\s*:/.test(head);
    if (/"segments"\s*:\s*\[/.test(head) && isSegment) return 0.9;
    return isSegment && /^\ufeff?\s*\[\s*\{/.test(head) ? 0.6 : 0;
  },
  read: ({ path, text }) => [parseWhisper(text, path)],
};
