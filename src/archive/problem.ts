import type { Place } from './model.ts';
import { beginningOf } from './excerpt.ts';
import type { RuleName } from './rules/rules.ts';

/**
 * One thing wrong with the content, in the contributor's words.
 *
 * An `error` would lose, run or misattribute words and stops the build; a `warning` does not.
 * `rule` is a permanent name; `message` is a sentence; `mend` is the next step, with the very text to type.
 */
export interface Problem {
  readonly rule: RuleName;
  readonly severity: 'error' | 'warning';
  /** As shown to people: `content/episodes/example-show/12.md`. */
  readonly file: string;
  readonly place?: Place;
  readonly message: string;
  readonly mend: string;
}

/**
 * Problems as text, by file and then by place, in the manner of ESLint and vfile-reporter.
 *
 * serializeProblems([problem]) // =>
 * content/episodes/example-show/12.md
 *   14:3  error  Unexpected speaker `jo-feild`, expected the name of a file in `content/speakers`  unknown-speaker
 *         Did you mean `jo-field`? For a new speaker, add `content/speakers/jo-feild.md`.
 */
export function serializeProblems(problems: readonly Problem[]): string {
  const lines: string[] = [];
  let file: string | undefined;
  for (const problem of sortProblems(problems)) {
    if (problem.file !== file) {
      if (file !== undefined) lines.push('');
      file = problem.file;
      lines.push(brief(file));
    }
    const place = problem.place ? `${problem.place.line}:${problem.place.column}` : '1:1';
    lines.push(`  ${place}  ${problem.severity}  ${brief(problem.message)}  ${problem.rule}`);
    for (const line of problem.mend.split('\n')) lines.push(`        ${brief(line)}`);
  }
  return lines.join('\n');
}

/** A name or a message is no longer than anybody reads. */
const longest = 600;

/**
 * A text of a problem as it is shown: on one line, and cut where it goes on for ever. Names of files and
 * words of transcripts are a stranger's.
 *
 * brief('Unexpected label `a\nb`') // => 'Unexpected label `a b`'
 */
export const brief = (text: string): string =>
  beginningOf(text.slice(0, longest * 4).replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' '), longest);

/** By file, line, column and rule, so that two runs print the same. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.place?.line ?? 1) - (b.place?.line ?? 1) ||
      (a.place?.column ?? 1) - (b.place?.column ?? 1) ||
      compare(a.rule, b.rule) ||
      compare(a.message, b.message),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
