import { closest, distance } from 'fastest-levenshtein';
import { deepestNesting } from './prose.ts';
import type { Complaint } from './transcript-problem.ts';
import type { RuleName } from '../archive/rules/rules.ts';

/** What is wrong with the text of a collection, and how to mend it; file and place are the reader's. */

const error = (rule: RuleName, message: string, mend: string): Complaint => ({
  rule,
  severity: 'error',
  message,
  mend,
});

const asSuch = 'A sign that is meant as such is typed `\\<`.';

/** A name that is typed nearly so, whatever its case; undefined where none is near. */
export function nearTo(typed: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const lower = typed.toLowerCase();
  const sameButCase = names.find((name) => name.toLowerCase() === lower);
  const near = sameButCase ?? closest(lower, [...names]);
  const away = distance(lower, near.toLowerCase());
  return away <= (typed.length > 4 ? 2 : 1) ? near : undefined;
}

const oneOf = (names: readonly string[], form: (name: string) => string): string =>
  names
    .map(form)
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1');

export function unknownComponent(name: string, known: readonly string[]): Complaint {
  const near = nearTo(name, known);
  return error(
    'unknown-component',
    `Unexpected \`<${name}>\`, expected text in Markdown, or ${oneOf(known, (one) => `\`<${one}>\``)}`,
    near === undefined ? `Take it out. ${asSuch}` : `Did you mean \`<${near}>\`? ${asSuch}`,
  );
}

export function unknownAttribute(
  name: string,
  component: string,
  known: readonly string[],
): Complaint {
  const near = nearTo(name, known);
  return error(
    'unknown-attribute',
    `Unexpected \`${name}\` in \`<${component}>\`, expected ${oneOf(known, (one) => `\`${one}\``)}`,
    near === undefined ? 'Take it out: it has no meaning here.' : `Did you mean \`${near}\`?`,
  );
}

export const wrongAttribute = (
  name: string,
  component: string,
  { typed, expected, mend }: { typed: string; expected: string; mend: string },
): Complaint =>
  error(
    'wrong-attribute',
    `Unexpected ${typed} for \`${name}\` of \`<${component}>\`, expected ${expected}`,
    mend,
  );

export const attributeTwice = (name: string, component: string): Complaint =>
  error(
    'wrong-attribute',
    `Unexpected second \`${name}\` in \`<${component}>\`, expected one`,
    'Take one of them out.',
  );

/** A component that lacks what it is about. */
export const missingAttribute = (component: string, expected: string, example: string): Complaint =>
  error(
    'missing-attribute',
    `Unexpected \`<${component}>\` without anything to show, expected ${expected}`,
    `For example: \`${example}\`.`,
  );

export const together = (names: readonly string[], component: string, mend: string): Complaint =>
  error(
    'wrong-attribute',
    `Unexpected ${names.join(' and ')} together in \`<${component}>\`, expected one of them`,
    mend,
  );

export const limitAlone: Complaint = error(
  'wrong-attribute',
  'Unexpected `limit` without `query` in `<QuoteList>`, expected both: only what a search finds has a limit',
  'Take it out, or add what to look for: `query="fog speaker:jo-field"`.',
);

export const pinnedRange: Complaint = error(
  'wrong-attribute',
  'Unexpected `digest` or `revision` of a range in `<Quote>`, expected them of one quote alone',
  'Take it out, and say in the front matter when the text was written: `date: 2024-03-02`. What was corrected later says so.',
);

export const textInside = (component: string, expected: string, mend: string): Complaint =>
  error('component-place', `Unexpected text inside \`<${component}>\`, expected ${expected}`, mend);

/** A component that is not on a line of its own; `where` is what it stands in. */
export const componentInside = (component: string, where: string): Complaint =>
  error(
    'component-place',
    `Unexpected \`<${component}>\` inside ${where}, expected it on a line of its own`,
    where === '`<Quote>`'
      ? 'Close the first one before it: a quote without a comment ends with `/>`, one with a comment ends with `</Quote>`.'
      : where === 'a sentence'
        ? 'Put an empty line before it and behind it.'
        : 'Put an empty line before it and no blanks, no `>`, no `-` at the beginning of its line.',
  );

export const program = (typed: string): Complaint =>
  error(
    'no-program',
    `Unexpected \`${typed}\`, expected text in Markdown: nothing in a collection runs`,
    typed === '{'
      ? 'Take it out. A brace that is meant as such is typed `\\{`; an attribute stands between quotation marks: `id="q7k2m9xqp"`.'
      : `Take the line out. A sentence that begins with this word is typed \`&#${typed.charCodeAt(0)};${typed.slice(1)}\`, or another word put first.`,
  );

export const spread: Complaint = program('{');

export const tooDeep: Complaint = error(
  'nested-text',
  `Unexpected nesting of more than ${deepestNesting} levels, expected fewer`,
  'Take some of the lists, quotations or emphases out of each other.',
);

export const tooLong = (length: number, most: number): Complaint =>
  error(
    'essay-too-long',
    `Unexpected ${length} characters, expected at most ${most}`,
    'Make two collections of it. A long list of quotes can be a saved search, with `query:` in the front matter.',
  );

export const unreadable = (code: string): Complaint =>
  error(
    'mdx',
    `Unexpected character ${code}, expected one that people can read: it is for private use`,
    'Take it out.',
  );

/** What is no MDX. `told` is the parser's own sentence. */
export function notMdx(told: string): Complaint {
  const isOpen = /closing tag for `<(Quote|QuoteList|Chart)>`/.exec(told)?.[1];
  const isTag = /^Unexpected character after `<`/.test(told);
  return error(
    'mdx',
    told.startsWith('Unexpected') ? told : `Unexpected text, ${told.replace(/^E/, 'e')}`,
    isOpen === undefined
      ? `A sign that is meant as such is typed with a backslash: \`\\<\`, \`\\{\`. A link is \`[words](https://…)\`.${isTag ? ' The value of an attribute stands between quotation marks: `id="q7k2m9xqp"`.' : ''}`
      : `End the tag with \`/>\`, or close it with \`</${isOpen}>\`.`,
  );
}
