import { parseMarkdown } from './markdown.ts';
import { share, stemOf, type Family } from './source.ts';

/** `**Name:**` at the start of a line. */
const isLabelled = /^\*\*[^*\n]+:\*\*/m;

/**
 * Markdown with bold labels and nothing else, one folder for each show: `**Name:** text`. The titles are in
 * the file names. As in https://github.com/thechangelog/transcripts
 */
export const changelog: Family = {
  name: 'changelog',
  detect: (files) => share(files, ({ text }) => !text.startsWith('---') && isLabelled.test(text)),
  reject: ({ path, text }) => {
    if (!path.endsWith('.md')) return 'not Markdown';
    return isLabelled.test(text) ? undefined : 'no speaker label';
  },
  read: ({ path, text }) => {
    const { transcript, problems } = parseMarkdown(text, { file: path, plainLabels: false });
    const stem = stemOf(path);
    const number = /-(\d+)$/.exec(stem)?.[1];
    return {
      path,
      facts: { title: titleOf(stem), ...(number !== undefined && { number: Number(number) }) },
      transcript,
      topics: [],
      problems,
    };
  },
  showTitle: (folder, files) => {
    // Most of a show's files begin with its name: `go-time-245`.
    const names = files.map(({ path }) => titleOf(stemOf(path).replace(/-\d+$/, '')));
    const counts = Map.groupBy(names, (name) => name);
    const [most] = [...counts.values()].sort(
      (a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1),
    );
    return most && most.length > files.length / 2 ? most[0] : titleOf(folder);
  },
};

/**
 * A title from a file name: hyphens are blanks, two of them an ampersand.
 *
 * titleOf('changelog--friends-20') // => 'Changelog & Friends 20'
 */
export const titleOf = (stem: string): string =>
  stem
    .replace(/--+/g, ' & ')
    .replace(/[-_]+/g, ' ')
    .replace(
      /(^|\s)(\p{Ll})/gu,
      (_match, before: string, letter: string) => before + letter.toUpperCase(),
    )
    .replace(/\b(Js|Ai|Api|Ui)\b/g, (word) => word.toUpperCase());
