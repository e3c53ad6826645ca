import parsers from 'webvtt-parser';
import { plainText } from '../archive/quote.ts';
import type { Problem } from '../archive/problem.ts';
import { labelCues } from './cue-label.ts';
import type { CuePart, Draft, DraftFacts, Format } from './draft.ts';
import { parseCueText } from './webvtt-text.ts';

/** A cue as the file has it, in the order of the file. */
export interface WebVttCue {
  readonly id: string;
  /** Seconds. */
  readonly startTime: number;
  readonly endTime: number;
  /** With its tags; lines end with `\n`. */
  readonly text: string;
  /** Of the time line, from 1. */
  readonly line: number;
}

export interface WebVttFile {
  /** What stands behind `WEBVTT` in its line. */
  readonly title: string;
  /** `Kind: captions` and its like, lower case. */
  readonly header: ReadonlyMap<string, string>;
  readonly cues: readonly WebVttCue[];
  readonly problems: readonly Problem[];
}

/**
 * The cues of a WebVTT file, by the rules of the specification: a cue whose times cannot be read is left out, and
 * so are comments, styles and regions. What is left out and has words is a problem with its line.
 *
 * Specification: https://www.w3.org/TR/webvtt1/#file-parsing
 *
 * parseWebVtt('WEBVTT\n\n00:01.000 --> 00:02.000\nNobody wrote.', 'a.vtt') // =>
 * { cues: [{ startTime: 1, endTime: 2, text: 'Nobody wrote.', line: 3, … }], … }
 */
export function parseWebVtt(text: string, file: string): WebVttFile {
  const lines = text
    .replace(/^\ufeff/, '')
    .replaceAll('\0', '\ufffd')
    .split(/\r\n|\n|\r/);
  const problems: Problem[] = [];
  const signature = /^WEBVTT(?:[ \t](.*))?$/s.exec(lines[0] ?? '');
  if (!signature) {
    problems.push(noSignature(file));
    return { title: '', header: new Map(), cues: [], problems };
  }
  const reader = new BlockReader(lines, file, problems);
  const header = reader.readHeader();
  const cues = reader.readCues();
  const title = (signature[1] ?? '').replace(/^\s*[-–—]?\s*/, '').trim();
  return { title, header, cues, problems };
}

class BlockReader {
  readonly #lines: readonly string[];
  readonly #file: string;
  readonly #problems: Problem[];
  #at = 1;
  #latest = 0;

  constructor(lines: readonly string[], file: string, problems: Problem[]) {
    this.#lines = lines;
    this.#file = file;
    this.#problems = problems;
  }

  /** The lines up to the first blank one; a cue may follow at once. */
  readHeader(): Map<string, string> {
    const header = new Map<string, string>();
    for (; this.#isText(); this.#at++) {
      const line = this.#lines[this.#at]!;
      if (line.includes('-->')) break;
      const [, name, value] = /^([A-Za-z-]+)\s*[:=]\s*(.*)$/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) header.set(name.toLowerCase(), value.trim());
    }
    return header;
  }

  readCues(): WebVttCue[] {
    const cues: WebVttCue[] = [];
    while (this.#at < this.#lines.length) {
      if (!this.#isText()) {
        this.#at++;
        continue;
      }
      const cue = this.#readBlock();
      if (cue) cues.push(cue);
    }
    return cues;
  }

  #readBlock(): WebVttCue | undefined {
    const first = this.#lines[this.#at]!;
    if (first.includes('-->')) return this.#readCue('');
    const start = this.#at++;
    if (/^NOTE(?:$|[ \t])/.test(first) || /^(?:STYLE|REGION)[ \t]*$/.test(first)) {
      this.#skip(() => {});
      return undefined;
    }
    if (this.#isText() && this.#lines[this.#at]!.includes('-->')) return this.#readCue(first);
    const words: string[] = [first];
    this.#skip((line) => words.push(line));
    this.#problems.push(strayText(this.#file, start + 1, words.join(' ')));
    return undefined;
  }

  /** From a time line on. */
  #readCue(id: string): WebVttCue | undefined {
    const number = this.#at++;
    const times: { startTime?: number; endTime?: number } = {};
    const reason: string[] = [];
    const parser = new parsers.WebVTTCueTimingsAndSettingsParser(
      this.#lines[number]!,
      (message) => {
        reason.push(message);
      },
    );
    const isRead = parser.parse(times, this.#latest) === true;
    const { startTime, endTime } = times;
    const words: string[] = [];
    this.#skip((line) => words.push(line));
    if (!isRead || startTime === undefined || endTime === undefined) {
      this.#problems.push(badTimes(this.#file, number + 1, this.#lines[number]!, words.join(' ')));
      return undefined;
    }
    this.#latest = startTime;
    // The parser adds fractions up: 6.363 is 6.3629999999999995 there.
    const [from, to] = [startTime, endTime].map((time) => Math.round(time * 1000) / 1000);
    return { id, startTime: from!, endTime: to!, text: words.join('\n'), line: number + 1 };
  }

  /** The lines of a block up to a blank one, or up to the times of the next cue. */
  #skip(onLine: (line: string) => void): void {
    for (; this.#isText(); this.#at++) {
      const line = this.#lines[this.#at]!;
      if (line.includes('-->')) return;
      onLine(line);
    }
  }

  #isText(): boolean {
    const line = this.#lines[this.#at];
    return line !== undefined && line !== '';
  }
}

/** Captions of the web: voices in tags, chapters and metadata in the same form. */
export const webvtt: Format = {
  name: 'webvtt',
  title: 'WebVTT',
  endings: ['.vtt'],
  detect: ({ text }) => (/^\ufeff?WEBVTT(?:[ \t\r\n]|$)/.test(text) ? 1 : 0),
  read: ({ path, text }) => [draftOf(parseWebVtt(text, path), path)],
};

function draftOf({ title, header, cues, problems }: WebVttFile, path: string): Draft {
  const kind = header.get('kind')?.toLowerCase() ?? '';
  const language = header.get('language');
  const facts: DraftFacts = {
    ...(title !== '' && { title }),
    ...(language && { language }),
  };
  if (kind === 'chapters' || (kind === '' && /chapters/i.test(path)))
    return { facts, body: { cues: chaptersOf(cues) }, problems };
  const isData = kind === 'metadata' || (cues.length > 0 && cues.every(({ text }) => isJson(text)));
  if (isData) return { facts, body: { cues: [] }, problems: [...problems, noSpeech(path)] };
  return { facts, body: { cues: labelCues(cues.flatMap(cuesOf)) }, problems };
}

function cuesOf({ text, startTime, endTime, line }: WebVttCue): CuePart[] {
  const place = { line, column: 1 };
  const voices = parseCueText(text);
  // A cue without words is said to be one, further on.
  if (voices.length === 0) return [{ type: 'cue', content: [], startTime, endTime, place }];
  return voices.map(({ label, content }, index) => ({
    type: 'cue',
    ...(label !== undefined && { label }),
    content,
    startTime,
    ...(index === voices.length - 1 && { endTime }),
    place,
  }));
}

const chaptersOf = (cues: readonly WebVttCue[]): CuePart[] =>
  cues.map(({ text, startTime, line }) => ({
    type: 'chapter',
    title: parseCueText(text)
      .map(({ content }) => plainText(content))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
    startTime,
    place: { line, column: 1 },
  }));

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const noSignature = (file: string): Problem => ({
  rule: 'webvtt-signature',
  severity: 'error',
  file,
  place: { line: 1, column: 1 },
  message: 'Unexpected first line, expected `WEBVTT`',
  mend: 'Type `WEBVTT` as the first line, and leave the second one empty.',
});

const badTimes = (file: string, line: number, times: string, words: string): Problem => ({
  rule: 'cue-times',
  severity: 'warning',
  file,
  place: { line, column: 1 },
  message: `Unexpected times \`${shorten(times)}\`, expected \`00:04:33.000 --> 00:04:36.500\``,
  mend: `The cue is left out: \`${shorten(words)}\`. Correct its times and import again.`,
});

const strayText = (file: string, line: number, words: string): Problem => ({
  rule: 'text-without-times',
  severity: 'warning',
  file,
  place: { line, column: 1 },
  message: `Unexpected text without times, \`${shorten(words)}\`, expected a line such as \`00:04:33.000 --> 00:04:36.500\` above it`,
  mend: 'It is left out. If it belongs to the cue above, delete the empty line between them and import again.',
});

const noSpeech = (file: string): Problem => ({
  rule: 'no-speech',
  severity: 'error',
  file,
  message: 'Unexpected track of data, expected captions, subtitles or chapters',
  mend: 'Choose the track with the words.',
});

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
