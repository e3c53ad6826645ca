import type { Cue, Draft, Format } from './draft.ts';
import { parseDay } from './day.ts';
import { wordsOfHtml } from './html-words.ts';

/** `George Washington`, a tab, `1789-04-30` or `4/30/1789`, a tab, and the speech. */
const opening = /^([^\t\r\n]{2,80})\t(\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4})\t(.*)$/;

/**
 * Speeches of one person each: a line with who, a tab, when, a tab, and the words, which may go on below until the
 * next such line. An empty line ends a paragraph; where there is none, sentences are joined into paragraphs.
 * Remains of HTML vanish, their words stay.
 *
 * As in https://github.com/jrladd/inaugural
 *
 * parseSpeechLines('Jo Field\t2024-03-02\tNobody wrote them down.') // =>
 * [{ facts: { date: '2024-03-02' }, body: { cues: [{ label: 'Jo Field', … }] }, … }]
 */
export function parseSpeechLines(text: string): Draft[] {
  const speeches: { facts: Draft['facts']; label: string; cues: Cue[] }[] = [];
  let isStart = true;
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  for (const [index, line] of lines.entries()) {
    const [, name, day, first] = opening.exec(line) ?? [];
    const date = day === undefined ? undefined : parseDay(day);
    if (name !== undefined && date !== undefined) {
      speeches.push({ facts: { date }, label: wordsOfHtml(name), cues: [] });
      isStart = true;
    }
    const words = wordsOfHtml(date === undefined ? line : first!);
    // What stands above the first speech is of nobody.
    if (speeches.length === 0) speeches.push({ facts: {}, label: 'Unknown', cues: [] });
    const speech = speeches.at(-1)!;
    if (words !== '') {
      speech.cues.push({
        type: 'cue',
        ...(speech.cues.length === 0 && { label: speech.label }),
        content: [words],
        ...(isStart && { startsParagraph: true }),
        place: { line: index + 1, column: 1 },
      });
    }
    isStart = words === '';
  }
  const spoken = speeches.filter(({ cues, facts }) => cues.length > 0 || facts.date !== undefined);
  return spoken.map(({ facts, cues }, index) => ({
    facts,
    body: { cues },
    problems: [],
    ...(spoken.length > 1 && { name: `${facts.date ?? 'speech'}-${index + 1}` }),
  }));
}

/** Speeches with their speaker and day before them. */
export const speechLines: Format = {
  name: 'speech-lines',
  title: 'Speeches (Name, tab, day, tab, words)',
  endings: ['.txt', '.tsv'],
  detect: ({ text }) => {
    const [first = ''] = text
      .slice(0, 4000)
      .replace(/^\ufeff/, '')
      .split(/\r\n|\n|\r/, 1);
    const day = opening.exec(first)?.[2];
    return day !== undefined && parseDay(day) !== undefined ? 0.9 : 0;
  },
  read: ({ text }) => parseSpeechLines(text),
};
