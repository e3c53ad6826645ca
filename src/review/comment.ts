/**
 * What a check says of a request, as a comment below it. The report was made where the request was: until it is
 * defused here, it is a stranger's text. Imports nothing: the workflow that may write comments installs nothing.
 */

/** A workflow finds its comment by this line, to replace it. */
export const marker = '<!-- quote-archive: what this change does to published quotes -->';

/** GitHub takes comments of 65,536 characters. */
const longest = 60_000;

/** The run of a check, as the host tells of it; nothing of it comes from the request. */
export interface CheckRun {
  /** Address of the run and its log. */
  readonly url: string;
  /** The commit that was checked, in hexadecimal. */
  readonly commit: string;
  /** Whether the request changes what checks it. */
  readonly changesCheck: boolean;
  /** What the check wrote. Absent where it broke down before. */
  readonly report?: string;
}

/**
 * The comment for a request: Markdown, at most 60,000 characters and what stands around the report. A request
 * that changes what checks it could have written any report: none is shown then.
 *
 * serializeComment({ url, commit: '1f2e…', changesCheck: false, report: '### What this change …' }) // =>
 * '<!-- quote-archive: … -->\n\n### What this change … \n\nCommit 1f2e3d4, [the whole check](…).\n'
 */
export function serializeComment({ url, commit, changesCheck, report }: CheckRun): string {
  const source = `Commit ${commit.slice(0, 7)}, [the whole check](${url}).`;
  return `${[marker, bodyOf(changesCheck, report), source].join('\n\n')}\n`;
}

function bodyOf(changesCheck: boolean, report: string | undefined): string {
  if (changesCheck)
    return 'This request changes the files that check it (`.github/`), so its report proves nothing and is not shown here. A keeper reads those files first.';
  if (report === undefined)
    return 'The check of this request did not come to its end. Its log says where it stopped.';
  return defuseReport(report);
}

/**
 * A report as Markdown that can do nothing but be read, whoever wrote it: no image, no HTML but the folds and
 * marks that reports have, no mention, no reference, no link whose address is not plain; cut to 60,000
 * characters at the end of a line. A report of ours stays what it is.
 *
 * defuseReport('@all ![](https://example.org/x.png)') // => '@\u200ball !\u200b[]\u200b(:\u200b//example.org/x.png)'
 */
export function defuseReport(report: string): string {
  const lines = cutAtLine(report.replaceAll('\r\n', '\n').replace(unprintable, '\ufffd')).split(
    '\n',
  );
  const shown: string[] = [];
  let fence: RegExp | undefined;
  let opening = '';
  for (const line of lines) {
    if (line === marker) continue;
    if (fence) {
      shown.push(line);
      if (fence.test(line)) fence = undefined;
      continue;
    }
    // Behind a blank line, at its start, and with no tag open that could hold it, nothing else can this be.
    const isAlone = (shown.at(-1) ?? '') === '';
    opening = (isAlone && /^(`{3,})text$/.exec(line)?.[1]) || '';
    if (opening !== '') fence = new RegExp(`^ {0,3}\`{${opening.length},}[ \\t]*$`);
    shown.push(opening === '' ? defuseLine(line) : line);
  }
  if (fence) shown.push(opening);
  return shown.join('\n').trim();
}

function cutAtLine(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.slice(0, cut.lastIndexOf('\n') + 1)}…`;
}

/** What moves a cursor or turns a line around. */
const unprintable = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;
const link = /(?<=\])\(https?:\/\/[\w.~%/?#&=+:,;!*'@$-]+\)/;
const tag = /<\/?(?:details|summary|del|strong|span)>|<details open>|<br>/;
const kept = new RegExp(`(${link.source}|${tag.source})`);
/** An invisible blank that parts what would have a meaning. */
const gap = '\u200b';

/** Outside of a block of code. Every second part is one that may stay. */
const defuseLine = (line: string): string =>
  line
    .replace(/^([\s>*+\d.)-]*)(?=```|~~~)/, `$1${gap}`)
    .split(kept)
    .map((part, index) => (index % 2 === 1 ? part : defuse(part)))
    .join('');

const defuse = (text: string): string =>
  text
    // Else `&#64;` would be a mention, once the page is made.
    .replace(/&(?!(?:amp|lt|gt|#8203);)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/!(?=\[)/g, `!${gap}`)
    .replace(/\](?=[(:[])/g, `]${gap}`)
    .replace(/:(?=\/\/)/g, `:${gap}`)
    // A backslash that Markdown takes away parts nothing.
    .replace(/@(?=\\?[\w-])/g, `@${gap}`)
    .replace(/(?<!&)#(?=\d)/g, `#${gap}`)
    .replace(/GH(?=\\?-\d)|www(?=\.)/gi, `$&${gap}`);
