import type { Problem } from '../archive/problem.ts';
import { slugOf } from '../archive/slug.ts';

/** What is wrong with a transcript in Markdown, and how to mend it; file and place are the reader's. */
export type Complaint = Omit<Problem, 'file' | 'place'>;

/** A paragraph that starts like a label: its words would go to the speaker before. */
export const unknownLabel = (label: string): Complaint => ({
  rule: 'unknown-label',
  severity: 'error',
  message: `Unexpected label \`${label}\`, expected the name of a speaker`,
  mend: `If it is speech, type \`${label}\\:\`. If somebody speaks, add \`content/speakers/${slugOf(label) || 'their-name'}.md\` with \`name: ${label}\`, or name them under \`speakers:\` in the front matter.`,
});

/** Somebody's name before a colon inside a block, which is one quote. */
export const labelInBlock = (label: string, where: string): Complaint => ({
  rule: 'label-in-block',
  severity: 'warning',
  message: `Unexpected label \`${label}\` in ${where}, expected it at the start of a paragraph`,
  mend: 'Take away the marks before the lines, and leave an empty line between two speakers.',
});

/** A block of code without end: every speaker after it would be in it. */
export const openCode = (fence: string): Complaint => ({
  rule: 'code-open',
  severity: 'error',
  message: `Unexpected end of the file inside a block of code, expected a second line \` ${fence} \``,
  mend: `Put a line \` ${fence} \` after the code, or delete the first one: all that follows would be code.`,
});

/** A line of `---` or `===` right below words. */
export const underlined = (words: string): Complaint => ({
  rule: 'underlined',
  severity: 'warning',
  message: 'Unexpected line of `-` or `=` under a paragraph, expected an empty line between them',
  mend: `It is read as speech. For a chapter, type \`## ${words.slice(0, 40)}\`.`,
});
