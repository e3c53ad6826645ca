import type { Cue, CuePart, Draft, Format } from './draft.ts';
import { parseJson } from './json.ts';
import {
  cuesOfWords,
  isObject,
  type JsonObject,
  objectsOf,
  secondsOf,
  speakerLabel,
  type SpokenWord,
  textOf,
} from './speech-json.ts';

const perSecond = 1000;
const top = { line: 1, column: 1 };

/**
 * What AssemblyAI answers: utterances with who speaks where that was asked for, else words; its automatic chapters
 * are chapters. Times are milliseconds in it.
 *
 * As in https://www.assemblyai.com/docs/api-reference/transcripts/get
 *
 * parseAssemblyAi('{"text":"Nobody.","words":[…],"utterances":null}', 'a.json')
 * // => { facts: { status: 'machine' }, body: { cues: [{ content: ['Nobody.'], … }] }, … }
 */
export function parseAssemblyAi(text: string, file: string): Draft {
  const { data, places, problems } = parseJson(text, file);
  const root: JsonObject = isObject(data) ? data : {};
  const utterances = objectsOf(root['utterances']);
  const cues: CuePart[] =
    utterances.length > 0
      ? utterances.flatMap((utterance, index) =>
          cuesOf(utterance, places.get(`utterances.${index}`) ?? top),
        )
      : cuesOf(root, top);
  const chapters = objectsOf(root['chapters']).map((chapter): CuePart => {
    const startTime = secondsOf(chapter['start'], perSecond);
    return {
      type: 'chapter',
      title: textOf(chapter['gist']) ?? textOf(chapter['headline']) ?? '',
      ...(startTime !== undefined && { startTime }),
      place: top,
    };
  });
  const language = textOf(root['language_code'])?.replace('_', '-');
  const duration = root['audio_duration'];
  return {
    facts: {
      status: 'machine',
      ...(language !== undefined && { language }),
      ...(typeof duration === 'number' && { duration: Math.round(duration) }),
    },
    body: {
      cues: [...chapters, ...cues].sort((a, b) => (a.startTime ?? 0) - (b.startTime ?? 0)),
    },
    problems,
  };
}

function cuesOf(said: JsonObject, place: Cue['place']): Cue[] {
  const speaker = speakerLabel(said['speaker']);
  const words = objectsOf(said['words']).map((word): SpokenWord => {
    const startTime = secondsOf(word['start'], perSecond);
    const endTime = secondsOf(word['end'], perSecond);
    const own = speakerLabel(word['speaker']) ?? speaker;
    return {
      text: textOf(word['text']) ?? '',
      ...(startTime !== undefined && { startTime }),
      ...(endTime !== undefined && { endTime }),
      ...(own !== undefined && { speaker: own }),
    };
  });
  const text = textOf(said['text'])?.trim() ?? '';
  if (words.length > 0) return cuesOfWords(words, text, place);
  if (text === '') return [];
  const startTime = secondsOf(said['start'], perSecond);
  const endTime = secondsOf(said['end'], perSecond);
  return [
    {
      type: 'cue',
      ...(speaker !== undefined && { label: speaker }),
      content: [text],
      ...(startTime !== undefined && { startTime }),
      ...(endTime !== undefined && { endTime }),
      place,
    },
  ];
}

/** AssemblyAI. */
export const assemblyAiJson: Format = {
  name: 'assemblyai-json',
  title: 'AssemblyAI JSON',
  endings: ['.json'],
  detect: ({ text }) => {
    const head = text.slice(0, 4000);
    if (!/^\ufeff?\s*\{/.test(head)) return 0;
    const marks = [
      '"acoustic_model"',
      '"language_model"',
      '"audio_url"',
      '"language_code"',
      '"utterances"',
    ];
    return marks.filter((mark) => head.includes(mark)).length >= 2 && text.includes('"words"')
      ? 1
      : 0;
  },
  read: ({ path, text }) => [parseAssemblyAi(text, path)],
};
