import type { CuePart, Draft, Format } from './draft.ts';
import { parseJson } from './json.ts';
import { isObject, type JsonObject, objectsOf, secondsOf, textOf } from './speech-json.ts';

const top = { line: 1, column: 1 };

/**
 * An argument as the Oyez API gives it: sections of turns of blocks, each block with its times.
 *
 * As in https://api.oyez.org
 *
 * parseOyez('{"transcript":{"title":"A v. B","sections":[{"turns":[…]}]}}', 'a.json')
 * // => { facts: { title: 'A v. B' }, body: { cues: [{ label: 'Jo Field', content: […], startTime: 5, … }] }, … }
 */
export function parseOyez(text: string, file: string): Draft {
  const { data, problems } = parseJson(text, file);
  const root: JsonObject = isObject(data) ? data : {};
  const transcript: JsonObject = isObject(root['transcript']) ? root['transcript'] : root;
  const sections = objectsOf(transcript['sections']);
  const cues = sections.flatMap((section) => objectsOf(section['turns']).flatMap(cuesOf));
  const title = textOf(root['title']) ?? textOf(transcript['title']);
  const duration = secondsOf(transcript['duration']);
  return {
    facts: {
      ...(title && { title }),
      ...(duration !== undefined && duration > 0 && { duration: Math.round(duration) }),
    },
    body: { cues },
    problems,
  };
}

/** Every turn is one of its own, also where nobody knows whose. */
function cuesOf(turn: JsonObject): CuePart[] {
  const speaker = isObject(turn['speaker']) ? textOf(turn['speaker']['name'])?.trim() : undefined;
  return objectsOf(turn['text_blocks']).map((block, index) => {
    const startTime = secondsOf(block['start']);
    const endTime = secondsOf(block['stop']);
    return {
      type: 'cue',
      ...(index === 0 && { label: speaker || null }),
      content: [textOf(block['text']) ?? ''],
      ...(startTime !== undefined && { startTime }),
      ...(endTime !== undefined && { endTime }),
      startsParagraph: true,
      place: top,
    };
  });
}

/** Arguments before the Supreme Court of the United States, by Oyez. */
export const oyezJson: Format = {
  name: 'oyez-json',
  title: 'Oyez JSON',
  endings: ['.json'],
  detect: ({ text }) => {
    const head = text.slice(0, 20_000);
    return /"sections"\s*:/.test(head) && /"text_blocks"\s*:/.test(head) ? 1 : 0;
  },
  read: ({ path, text }) => [parseOyez(text, path)],
};
