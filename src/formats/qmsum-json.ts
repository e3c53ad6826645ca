import type { CuePart, Draft, Format } from './draft.ts';
import { parseJson } from './json.ts';
import { isObject, type JsonObject, objectsOf, oddPart, textOf } from './speech-json.ts';

/**
 * A meeting as QMSum has it: turns without times, and topics with the turns that they span, which become chapters.
 * Marks such as `{vocalsound}` stay in the words: what they stand for is heard, and nobody knows more.
 *
 * As in https://github.com/Yale-LILY/QMSum
 *
 * parseQmsum('{"meeting_transcripts":[{"speaker":"Chair","content":"Order ."}]}', 'a.json')
 * // => { body: { cues: [{ label: 'Chair', content: ['Order.'], … }] }, … }
 */
export function parseQmsum(text: string, file: string): Draft {
  const { data, places, problems } = parseJson(text, file);
  const root: JsonObject = isObject(data) ? data : {};
  const chapters = chaptersOf(root);
  const given: unknown = root['meeting_transcripts'];
  const cues = (Array.isArray(given) ? given : []).flatMap((turn: unknown, index): CuePart[] => {
    const place = places.get(`meeting_transcripts.${index}`) ?? { line: 1, column: 1 };
    const title = chapters.get(index);
    const before: CuePart[] = title === undefined ? [] : [{ type: 'chapter', title, place }];
    const content = isObject(turn) ? textOf(turn['content']) : undefined;
    if (!isObject(turn) || content === undefined) {
      problems.push(oddPart(file, place, `turn ${index + 1}`, 'one with a `content`'));
      return before;
    }
    const label = textOf(turn['speaker'])?.trim();
    const words = closeUp(content);
    return [
      ...before,
      {
        type: 'cue',
        label: label || null,
        content: words === '' ? [] : [words],
        startsParagraph: true,
        place,
      },
    ];
  });
  return { facts: {}, body: { cues }, problems };
}

/** Titles by the turn they start at; where several start at one, the first. */
function chaptersOf(root: JsonObject): Map<number, string> {
  const chapters = new Map<number, string>();
  for (const topic of objectsOf(root['topic_list'])) {
    const title = textOf(topic['topic'])?.trim();
    const spans: unknown = topic['relevant_text_span'];
    const first: unknown =
      Array.isArray(spans) && Array.isArray(spans[0]) ? spans[0][0] : undefined;
    const turn = Number(first);
    if (title && Number.isInteger(turn) && !chapters.has(turn)) chapters.set(turn, title);
  }
  return chapters;
}

/** The corpus was taken apart into words: `I 'm here .` is `I'm here.` */
const closeUp = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,!?;:](?:\s|$))/g, '')
    .replace(/ (?=(?:n't|'(?:s|m|re|ve|ll|d))\b)/gi, '')
    .trim();

/** Meetings of the QMSum corpus. */
export const qmsumJson: Format = {
  name: 'qmsum-json',
  title: 'QMSum JSON',
  endings: ['.json'],
  detect: ({ text }) =>
    /^\ufeff?\s*\{/.test(text.slice(0, 100)) && text.includes('"meeting_transcripts"') ? 1 : 0,
  read: ({ path, text }) => [parseQmsum(text, path)],
};
