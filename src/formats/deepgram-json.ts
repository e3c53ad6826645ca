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

const top = { line: 1, column: 1 };

/**
 * What Deepgram answers: the words of each channel, with who speaks them where that was asked for. Channels are
 * voices of their own where there are several.
 *
 * As in https://developers.deepgram.com/docs/pre-recorded-audio
 *
 * parseDeepgram('{"results":{"channels":[{"alternatives":[{"transcript":"Nobody.","words":[…]}]}]}}', 'a.json')
 * // => { facts: { status: 'machine' }, body: { cues: [{ content: ['Nobody.'], … }] }, … }
 */
export function parseDeepgram(text: string, file: string): Draft {
  const { data, problems } = parseJson(text, file);
  const root: JsonObject = isObject(data) ? data : {};
  const results: JsonObject = isObject(root['results']) ? root['results'] : {};
  const metadata: JsonObject = isObject(root['metadata']) ? root['metadata'] : {};
  const channels = objectsOf(results['channels']);
  const cues = channels.flatMap((channel, number): Cue[] => {
    const [alternative] = objectsOf(channel['alternatives']);
    if (!alternative) {
      problems.push(oddPart(file, top, `channel ${number + 1}`, 'one with `alternatives`'));
      return [];
    }
    return cuesOf(alternative, channels.length > 1 ? `Speaker ${number + 1}` : undefined);
  });
  if (channels.length > 1) cues.sort((a, b) => (a.startTime ?? 0) - (b.startTime ?? 0));
  const [first] = channels;
  const language = textOf(first?.['detected_language']);
  const duration = secondsOf(metadata['duration']);
  return {
    facts: {
      status: 'machine',
      ...(language !== undefined && { language }),
      ...(duration !== undefined && { duration: Math.round(duration) }),
    },
    body: { cues },
    problems,
  };
}

function cuesOf(alternative: JsonObject, channel: string | undefined): Cue[] {
  const words = objectsOf(alternative['words']).map((word): SpokenWord => {
    const startTime = secondsOf(word['start']);
    const endTime = secondsOf(word['end']);
    const speaker = channel ?? speakerLabel(word['speaker']);
    return {
      text: textOf(word['punctuated_word']) ?? textOf(word['word']) ?? '',
      ...(startTime !== undefined && { startTime }),
      ...(endTime !== undefined && { endTime }),
      ...(speaker !== undefined && { speaker }),
    };
  });
  const transcript = textOf(alternative['transcript']) ?? '';
  if (words.length === 0)
    return transcript.trim() === ''
      ? []
      : [{ type: 'cue', content: [transcript.trim()], place: top }];
  const isSame = words.map(({ text }) => text).join(' ') === transcript;
  const cues = cuesOfWords(
    words,
    isSame ? transcript : words.map(({ text }) => text).join(' '),
    top,
  );
  const paragraphs = isObject(alternative['paragraphs'])
    ? objectsOf(alternative['paragraphs']['paragraphs'])
    : [];
  const starts = new Set(paragraphs.map((paragraph) => secondsOf(paragraph['start'])));
  return cues.map((cue) =>
    cue.startTime !== undefined && starts.has(cue.startTime)
      ? { ...cue, startsParagraph: true }
      : cue,
  );
}

/** Deepgram. */
export const deepgramJson: Format = {
  name: 'deepgram-json',
  title: 'Deepgram JSON',
  endings: ['.json'],
  detect: ({ text }) => {
    const head = text.slice(0, 6000);
    return /^\ufeff?\s*\{/.test(head) &&
      /"channels"\s*:\s*\[\s*\{[^[]{0,200}"alternatives"/.test(head)
      ? 1
      : 0;
  },
  read: ({ path, text }) => [parseDeepgram(text, path)],
};
