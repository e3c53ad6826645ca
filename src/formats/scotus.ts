import type { Note, Passage, Place, Speech, Transcript } from '../archive/model.ts';
import type { Problem } from '../archive/problem.ts';
import { parseDay } from './day.ts';
import type { Draft, Format } from './draft.ts';

/** A numbered line: at most two digits at the start, then nothing, or its words after blanks. */
const numbered = /^ {0,4}(\d{1,2})(?:( {1,80})(\S.*))?$/;
const start = /^P ?R ?O ?C ?E ?E ?D ?I ?N ?G ?S$/;
/** `CHIEF JUSTICE ROBERTS: We will hear`; `QUESTION:` where the reporter names nobody. */
const labelled = /^([A-Z][A-Z.'’ -]{1,40}?):(?: +|$)(.*)$/;
/** `ORAL ARGUMENT OF ROBERT A. LONG`: a heading has no small letters. */
const heading = /^[A-Z][A-Z0-9.,;'’& -]{7,}$/;

interface Line {
  /** Without its number; runs of blanks as one. */
  readonly text: string;
  /** Blanks between the number and the words. */
  readonly indent: number;
  readonly line: number;
}

interface Page {
  readonly lines: readonly Line[];
  /** What stands around the numbered lines. */
  readonly loose: readonly Line[];
}

/** The pages of the text, each with its numbered lines, which count from 1 without a gap. */
function pagesOf(text: string): Page[] {
  let line = 0;
  return text.split('\f').map((page) => {
    const lines: Line[] = [];
    const loose: Line[] = [];
    for (const [index, raw] of page.split(/\r\n|\n|\r/).entries()) {
      // A form feed ends no line.
      if (index > 0 || line === 0) line++;
      const typed = raw.slice(0, 2000).trimEnd();
      if (typed.trim() === '') continue;
      const [, number, blanks = '', words = ''] = numbered.exec(typed) ?? [];
      if (Number(number) === lines.length + 1)
        lines.push({ text: tidy(words), indent: blanks.length, line });
      else loose.push({ text: tidy(typed), indent: 0, line });
    }
    return { lines, loose };
  });
}

/** A soft hyphen after a hyphen is the second half of a dash. */
const tidy = (text: string): string =>
  text
    .replace(/-\u00ad/g, '--')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * The official transcript of an oral argument before the Supreme Court of the United States, as text: pages of
 * numbered lines. Lines are joined into the paragraphs that their indentation shows, over the ends of pages; what
 * stands in the middle in capitals is a chapter, what stands in brackets a note. The heads and feet of pages, the
 * cover, the contents and the index of words are left out; the cover says title, day and what everybody is.
 *
 * As in https://www.supremecourt.gov/oral_arguments/argument_transcript/
 *
 * parseScotus('1  P R O C E E D I N G S\n2     MR. LONG:   May it please\n3   the Court:\n', 'a.txt') // =>
 * { body: { transcript: { parts: [{ type: 'speech', label: 'MR. LONG', … }] } }, … }
 */
export function parseScotus(text: string, file: string): Draft {
  const pages = pagesOf(text);
  const first = pages.findIndex(({ lines }) => lines.some((line) => start.test(line.text)));
  const cover = pages.slice(0, first === -1 ? 0 : first).flatMap(({ lines }) => lines);
  const rest = pages.slice(Math.max(0, first));
  const end = rest.findIndex(({ lines }) => lines.length < 2);
  const spoken = end === -1 ? rest : rest.slice(0, end);
  const reader = new Reader();
  let hasStarted = false;
  for (const { lines } of spoken) {
    const least = Math.min(...lines.map(({ indent, text: words }) => (words ? indent : 99)));
    for (const line of lines) {
      if (hasStarted) reader.add(line, line.indent - least >= 6);
      hasStarted ||= start.test(line.text);
    }
  }
  const transcript = { parts: reader.finish() };
  const problems: Problem[] = [...lostLines(spoken, file)];
  if (!hasStarted) problems.push(noStart(file));
  const after = rest.slice(spoken.length).filter(({ loose }) => loose.length > 0);
  if (hasStarted && after.length > 0) problems.push(indexLeftOut(file, after));
  return { facts: factsOf(cover, transcript), body: { transcript }, problems };
}

class Reader {
  readonly #parts: Transcript['parts'][number][] = [];
  #words = '';
  #place: Place = { line: 1, column: 1 };
  #kind: 'passage' | 'note' | 'chapter' = 'passage';
  #label: string | null = null;
  #passages: Passage[] = [];
  #from: Place = { line: 1, column: 1 };

  add({ text, line }: Line, isIndented: boolean): void {
    if (text === '') return;
    if (this.#kind === 'note' && this.#words !== '') {
      this.#join(text);
      if (text.endsWith(')')) this.#endPassage();
      return;
    }
    if (!isIndented) {
      if (this.#kind === 'chapter') this.#endPassage();
      this.#join(text, line);
      return;
    }
    const [, label, words = ''] = labelled.exec(text) ?? [];
    const isHeading = label === undefined && heading.test(text) && this.#isEnded();
    if (!(isHeading && this.#kind === 'chapter')) this.#endPassage();
    if (label !== undefined) {
      this.#endSpeech();
      this.#label = label.trim();
      this.#from = { line, column: 1 };
      this.#join(words, line);
      return;
    }
    if (isHeading) this.#kind = 'chapter';
    else if (text.startsWith('(')) this.#kind = 'note';
    this.#join(text, line);
    if (this.#kind === 'note' && text.endsWith(')')) this.#endPassage();
  }

  finish(): Transcript['parts'] {
    this.#endSpeech();
    return this.#parts;
  }

  /** A heading stands behind a whole sentence, or one that was broken off. */
  #isEnded(): boolean {
    return this.#kind !== 'passage' || this.#words === '' || /[.?!"”’)-]$/.test(this.#words);
  }

  #join(text: string, line?: number): void {
    if (this.#words === '' && line !== undefined) this.#place = { line, column: 1 };
    // `claims-` at the end of a line goes on without a blank, a dash does not.
    const isCut = /[\p{L}\p{N}]-$/u.test(this.#words);
    this.#words += this.#words === '' || isCut ? text : ` ${text}`;
  }

  #endPassage(): void {
    const words = this.#words.trim();
    const place = this.#place;
    const kind = this.#kind;
    this.#words = '';
    this.#kind = 'passage';
    if (words === '') return;
    if (kind === 'passage') this.#passages.push({ content: [words], place });
    else if (kind === 'chapter') {
      this.#flush();
      this.#parts.push({ type: 'chapter', title: words, place });
    } else {
      this.#flush();
      const content = [words.replace(/^\(|\)$/g, '').trim()];
      this.#parts.push({ type: 'note', content, place } satisfies Note);
    }
  }

  #endSpeech(): void {
    this.#endPassage();
    this.#flush();
  }

  #flush(): void {
    const [first] = this.#passages;
    if (!first) return;
    // The reporter names everybody who begins; before that it is nobody’s speech.
    const label = this.#label ?? 'Unknown';
    const isFirst = this.#parts.findLast((part) => part.type === 'speech')?.label !== label;
    this.#parts.push({
      type: 'speech',
      label,
      passages: this.#passages,
      place: isFirst ? this.#from : first.place,
    } satisfies Speech);
    this.#passages = [];
  }
}

/** What the cover says: the case, the day, and what everybody is there. */
function factsOf(cover: readonly Line[], { parts }: Transcript): Draft['facts'] {
  const words = cover.map(({ text }) => text);
  const date = words.map(parseDay).find((day) => day !== undefined);
  const title = titleOf(words);
  const labels = new Set(
    parts.flatMap((part) => (part.type === 'speech' ? (part.label ?? []) : [])),
  );
  const roles: [string, string][] = [];
  for (const label of labels) {
    const role = /\bJUSTICE\b/.test(label) ? 'justice' : roleOf(label, words);
    if (role !== undefined) roles.push([label, role]);
  }
  return {
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    language: 'en-US',
    ...(roles.length > 0 && { roles: Object.fromEntries(roles) }),
  };
}

/** Between two lines of dashes: `DEPARTMENT OF HEALTH AND : … v. : … FLORIDA, ET AL. :`. */
function titleOf(words: readonly string[]): string | undefined {
  const from = words.findIndex((line) => /^(?:- ){5}/.test(line));
  const to = words.findIndex((line, at) => at > from && /^(?:- ){5}/.test(line));
  if (from === -1 || to === -1) return undefined;
  const lines = words.slice(from + 1, to);
  const number = lines.map((line) => /: *No\. ?(\S+)$/.exec(line)?.[1]).find(Boolean);
  const names = lines
    .map((line) => line.replace(/ *:.*$/, '').trim())
    .filter((line) => !/^(?:Petitioners?|Respondents?|Appell\w+)[,.]?$/i.test(line));
  const versus = names.indexOf('v.');
  if (versus === -1) return undefined;
  const sides = [names.slice(0, versus), names.slice(versus + 1)].map((side) =>
    capitalize(side.join(' ').replace(/[, ]+$/, '')),
  );
  return `${sides.join(' v. ')}${number === undefined ? '' : `, No. ${number}`}`;
}

/** Names in capitals as one writes them in a text. */
const capitalize = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/(?<= )(?:Of|And|The|For|In|On|Et|Al|V)(?=[\s.,]|$)/g, (word) => word.toLowerCase());

/** `ROBERT A. LONG, ESQ., Washington, D.C.; for Court-appointed amicus curiae`: what MR. LONG is. */
function roleOf(label: string, words: readonly string[]): string | undefined {
  const name = label.split(' ').at(-1)!;
  const from = words.findIndex((line) => /^APPEARANCES/.test(line));
  if (from === -1) return undefined;
  const to = words.findIndex((line) => /^C ?O ?N ?T ?E ?N ?T ?S$/.test(line));
  const about = words.slice(from + 1, to === -1 ? undefined : to);
  const at = about.findIndex(
    (line) => /^[A-Z. ]{4,}[,;]/.test(line) && line.split(/[ ,;]/).includes(name),
  );
  if (at === -1) return undefined;
  const next = about.findIndex((line, index) => index > at && /^[A-Z. ]{8,}[,;]/.test(line));
  const entry = about.slice(at, next === -1 ? undefined : next).join(' ');
  return /; ((?:for|on behalf of) .{2,80}?)\.?$/.exec(entry.trim())?.[1];
}

/** Official transcripts of the Supreme Court of the United States. */
export const scotus: Format = {
  name: 'scotus',
  title: 'US Supreme Court transcript',
  endings: ['.txt'],
  detect: ({ text }) => {
    const head = text.slice(0, 20_000);
    const isCourt = /IN THE SUPREME COURT OF THE UNITED STATES/.test(head);
    const isNumbered = pagesOf(head).some(({ lines }) => lines.length >= 10);
    return isCourt && isNumbered ? 1 : 0;
  },
  read: ({ path, text }) => [parseScotus(text, path)],
};

/** Lines without a number that are no head or foot: those stand on many pages, or are the number of one. */
function lostLines(pages: readonly Page[], file: string): Problem[] {
  const pagesWith = new Map<string, number>();
  for (const { loose } of pages)
    for (const words of new Set(loose.map(({ text }) => text)))
      pagesWith.set(words, (pagesWith.get(words) ?? 0) + 1);
  return pages
    .flatMap(({ loose }) => loose)
    .filter(({ text }) => !/^\d+$/.test(text) && pagesWith.get(text)! * 3 < pages.length)
    .map(({ text, line }) => ({
      rule: 'line-without-number',
      severity: 'warning',
      file,
      place: { line, column: 1 },
      message: `Unexpected line without a number, \`${text.slice(0, 60)}\`, expected \` 1   words\``,
      mend: 'It is left out. If it is speech, put the number of its line before it and import again.',
    }));
}

const noStart = (file: string): Problem => ({
  rule: 'no-proceedings',
  severity: 'error',
  file,
  place: { line: 1, column: 1 },
  message:
    'Unexpected transcript without `P R O C E E D I N G S`, expected it above the first words',
  mend: 'Put it into a numbered line above the first words, and import again.',
});

const indexLeftOut = (file: string, pages: readonly Page[]): Problem => ({
  rule: 'pages-left-out',
  severity: 'warning',
  file,
  place: { line: pages[0]!.loose[0]!.line, column: 1 },
  message: `Unexpected ${pages.length} ${pages.length === 1 ? 'page' : 'pages'} without numbered lines from here on, expected the end`,
  mend: 'They are left out, as an index of words is. If somebody speaks there, number the lines and import again.',
});
