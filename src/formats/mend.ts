import type { RuleName } from '../archive/rules/rules.ts';
import { keepsIds } from '../archive/keep.ts';
import { plainText } from '../archive/quote.ts';
import { parseEssay } from './essay.ts';
import { parseFrontMatter, parseYaml } from './front-matter.ts';
import { findHidden, withoutHidden } from './letters.ts';
import { readTranscript, type ReadingOptions } from './reading.ts';
import { findTimeMarks } from './time-mark.ts';

/** A file's text as it should be, and which rules asked for it. */
export interface Mended {
  readonly text: string;
  readonly rules: readonly RuleName[];
}

export interface MendOptions {
  /** As shown to people; its ending says what it is. */
  readonly file: string;
  /** For a transcript: whether a plain label is somebody's name. Other files have no labels. */
  readonly isName?: ReadingOptions['isName'];
  /** Whether its quotes have ids that they must keep. */
  readonly isPublished?: boolean;
}

interface Step {
  readonly rule: RuleName;
  readonly mend: (text: string) => string;
}

const steps: readonly Step[] = [
  { rule: 'byte-order-mark', mend: (text) => text.replace(/^\ufeff+/, '') },
  { rule: 'line-ends', mend: (text) => text.replace(/\r\n?/g, '\n') },
  {
    rule: 'hidden-character',
    mend: (text) =>
      withoutHidden(
        text,
        findHidden(text).filter(({ isDirection }) => !isDirection),
      ),
  },
  {
    rule: 'direction-control',
    mend: (text) =>
      withoutHidden(
        text,
        findHidden(text).filter(({ isDirection }) => isDirection),
      ),
  },
];

/**
 * A file with all that can be mended surely. No word changes: of a transcript, each step is proved by reading it
 * again, and left undone where it would make other quotes, other speakers, other ids or another error of it.
 * Mending what is mended changes nothing.
 *
 * mendText('**Jo:** The har\u200bbour', { file: 'a.md' }) // => { text: '**Jo:** The harbour', rules: ['hidden-character'] }
 */
export function mendText(given: string, options: MendOptions): Mended {
  const { file, isName, isPublished = false } = options;
  const proofs = isName && { file, isName };
  const rules: RuleName[] = [];
  let text = given;
  const take = (candidate: string, rule: RuleName): boolean => {
    if (candidate === text) return false;
    const isProved = proofs
      ? isSameSaid(text, candidate, proofs) &&
        (!isPublished ||
          keepsIds(
            readTranscript(given, proofs).transcript,
            readTranscript(candidate, proofs).transcript,
          ))
      : countProblems(candidate, options.file) <= countProblems(text, options.file);
    if (!isProved) return false;
    text = candidate;
    if (!rules.includes(rule)) rules.push(rule);
    return true;
  };
  // What one step takes away may show another something more.
  for (let before = ''; before !== text;) {
    before = text;
    for (const { rule, mend } of steps) take(mend(text), rule);
    if (proofs && options.file.endsWith('.md')) mendTimes(() => text, take);
  }
  return { text, rules };
}

/** More times than these are mended together or not at all. */
const mostApart = 50;

function mendTimes(now: () => string, take: (text: string, rule: RuleName) => boolean): void {
  const marks = findTimeMarks(now());
  const write = (text: string, some: typeof marks): string =>
    some.reduceRight(
      (mended, { offset, typed, written }) =>
        mended.slice(0, offset) + written + mended.slice(offset + typed.length),
      text,
    );
  if (take(write(now(), marks), 'time-form') || marks.length > mostApart) return;
  // One of them stands where no time can: the others need not wait for it.
  for (const mark of marks.toReversed()) take(write(now(), [mark]), 'time-form');
}

/** What the readers of other files complain of: a character less may make a program of a word. */
function countProblems(text: string, file: string): number {
  if (file.endsWith('.yaml')) return parseYaml(text, file).problems.length;
  const { body, firstLine, problems } = parseFrontMatter(text, file);
  if (!file.endsWith('.mdx')) return problems.length;
  return problems.length + parseEssay(body, { base: '/', file, firstLine }).problems.length;
}

/** Whether two texts of a transcript say the same, hidden characters and the form of times aside. */
function isSameSaid(before: string, after: string, options: ReadingOptions): boolean {
  const [was, is] = [readTranscript(before, options), readTranscript(after, options)];
  return (
    is.problems.length <= was.problems.length &&
    seen(JSON.stringify(was.data)) === seen(JSON.stringify(is.data)) &&
    outlineOf(was) === outlineOf(is)
  );
}

/** Who says what: words without what nobody sees, without times. Code and tables are words to the letter. */
const outlineOf = ({ transcript }: ReturnType<typeof readTranscript>): string =>
  JSON.stringify(
    transcript.parts.map((part) =>
      part.type === 'speech'
        ? [
            part.label === null ? null : seen(part.label),
            part.passages.map(({ content, block }) =>
              block === undefined
                ? withoutTime(seen(plainText(content)))
                : seen(plainText(content)),
            ),
          ]
        : part.type === 'chapter'
          ? seen(part.title)
          : [seen(part.label ?? ''), seen(plainText(part.content))],
    ),
  );

const seen = (text: string): string =>
  text
    .replace(
      // eslint-disable-next-line no-control-regex, no-misleading-character-class -- the very characters that are taken away
      /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffd]|[\u{e0001}\u{e0020}-\u{e007f}]/gu,
      '',
    )
    .replace(/\s+/g, ' ')
    .trim();

const withoutTime = (words: string): string =>
  words.replace(
    /[[［【〔(]\s?[\d０-９]{1,3}(?:[:：][\d０-９]{1,2}){1,2}(?:[.,．][\d０-９]{1,3})?\s?[\]］】〕)]\s*/gu,
    '',
  );
