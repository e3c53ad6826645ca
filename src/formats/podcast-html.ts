import { parseTimestamp } from '../archive/time.ts';
import type { Problem } from '../archive/problem.ts';
import type { Cue, CuePart, Draft, Format } from './draft.ts';
import { wordsOfHtml } from './html-words.ts';

/** Tags that part what stands in them from what follows; what stands in the last three is nothing to read. */
const parting = /<(\/?)(cite|time|p|h[1-6]|title|style|script)\b[^<>]*>/gi;

/** What stands in one of the parting tags; without a tag, what stands outside of all. */
interface Piece {
  readonly tag: string;
  readonly words: string;
  readonly line: number;
}

/** A tag ends where the next one starts or ends, closed or not: so is HTML read, and in linear time. */
function* piecesOf(text: string): Generator<Piece> {
  let tag = '';
  let from = 0;
  let line = 1;
  const piece = (to: number): Piece => {
    const html = text.slice(from, to);
    const found = { tag, words: wordsOfHtml(html), line };
    line += html.split('\n').length - 1;
    return found;
  };
  for (const { 0: all, 1: slash, 2: name = '', index } of text.matchAll(parting)) {
    yield piece(index);
    line += all.split('\n').length - 1;
    tag = slash === '/' ? '' : name.toLowerCase();
    from = index + all.length;
  }
  yield piece(text.length);
}

/**
 * A transcript in the HTML that podcast hosts publish: `<cite>` who speaks, `<time>` since when, `<p>` the words.
 *
 * parsePodcastHtml('<cite>Jo:</cite><time>0:53</time><p>Nobody.</p>', 'a.html')
 * // => { body: { cues: [{ label: 'Jo', content: ['Nobody.'], startTime: 53, … }] }, … }
 */
export function parsePodcastHtml(text: string, file: string): Draft {
  const cues: CuePart[] = [];
  const problems: Problem[] = [];
  let title: string | undefined;
  let label: string | undefined;
  let startTime: number | undefined;
  for (const { tag, words, line } of piecesOf(text)) {
    const place = { line, column: 1 };
    if (words === '' || tag === 'style' || tag === 'script') continue;
    const time = startTime === undefined ? {} : { startTime };
    if (tag === 'cite') label = words.replace(/\s*[:：]$/, '');
    else if (tag === 'time') startTime = parseTimestamp(words);
    else if (tag === 'title') title = words;
    else if (tag.startsWith('h')) cues.push({ type: 'chapter', title: words, ...time, place });
    else if (tag === '') problems.push(outside(file, line, words));
    else {
      const cue: Cue = {
        type: 'cue',
        ...(label && { label }),
        content: [words],
        ...time,
        startsParagraph: true,
        place,
      };
      cues.push(cue);
      label = undefined;
      startTime = undefined;
    }
  }
  return { facts: title === undefined ? {} : { title }, body: { cues }, problems };
}

const outside = (file: string, line: number, words: string): Problem => ({
  rule: 'text-outside',
  severity: 'warning',
  file,
  place: { line, column: 1 },
  message: `Unexpected text outside of paragraphs, \`${words.slice(0, 60)}\`, expected it in \`<p>\``,
  mend: 'It is left out. Put it into a paragraph if somebody says it, and import again.',
});

/** The HTML of podcast hosts. */
export const podcastHtml: Format = {
  name: 'podcast-html',
  title: 'Podcasting 2.0 HTML',
  endings: ['.html', '.htm'],
  detect: ({ text }) => {
    const head = text.slice(0, 8000);
    return /<cite\b[^<>]*>/i.test(head) && /<p\b[^<>]*>/i.test(head) ? 0.9 : 0;
  },
  read: ({ path, text }) => [parsePodcastHtml(text, path)],
};
