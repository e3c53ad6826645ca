import { parse } from 'yaml';

/**
 * Another way to read a transcript, by lines and patterns: enough for what `npm run import` writes and for the
 * example archive. It shares nothing with the reader of the project, so that a mistake of the one is not one of
 * the other.
 */

export interface PlainChapter {
  readonly kind: 'chapter';
  readonly title: string;
  readonly time?: number;
}

export interface PlainNote {
  readonly kind: 'note';
  readonly time?: number;
}

export interface PlainQuote {
  readonly kind: 'quote';
  /** As it stands; the label before, where none does. */
  readonly label: string;
  readonly text: string;
  readonly words: number;
  /** What is known in order: a number is a time, `words` are words. The end of a quote is the last number. */
  readonly marks: readonly (number | 'words')[];
  /** Whether it begins with a time. */
  readonly begins: boolean;
}

export type PlainPart = PlainChapter | PlainNote | PlainQuote;

export interface PlainTranscript {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly parts: readonly PlainPart[];
}

export const readPlainFacts = (text: string): Readonly<Record<string, unknown>> =>
  parse(/^---\n([^]*?)^---$/mu.exec(text)![1]!) as Readonly<Record<string, unknown>>;

const clock = String.raw`\[\d+(?::\d\d){1,2}(?:\.\d+)?\]`;
const noteLabel =
  /^(?:Break|Ad Break|Outro|Intro|Sponsor|Music|Laughter|Clip|Teaser|Promo|Jingle|Advertisement|Silence|Applause|Pause)$/iu;

const secondsOf = (stamp: string): number =>
  stamp
    .slice(1, -1)
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);

/** A transcript in Markdown, with its front matter. */
export function readPlainMarkdown(text: string): PlainTranscript {
  const body = text.replace(/^---\n[^]*?^---$/mu, '');
  const parts: PlainPart[] = [];
  let label = '';
  /** A time that stood alone. */
  let waiting = '';
  for (const block of blocksOf(body)) {
    const heading = new RegExp(`^#+ (.*?)\\s*(${clock})?$`, 'u').exec(block);
    if (heading) {
      parts.push({ kind: 'chapter', title: bare(heading[1]!), ...timeOf(heading[2]) });
      continue;
    }
    if (
      block.startsWith('>') ||
      (/^[([].*[)\]]$/u.test(block) &&
        !new RegExp(`^${clock}`, 'u').test(block) &&
        !/\]\(/u.test(block))
    ) {
      parts.push({ kind: 'note', ...timeOf(new RegExp(`^> (${clock})`, 'u').exec(block)?.[1]) });
      continue;
    }
    const labelled = /^\*\*((?:\\.|[^*\\])+?)(?:[:：]\*\*|\*\*[:：])\s*/u.exec(block);
    let rest = block;
    if (labelled) {
      rest = block.slice(labelled[0].length);
      const name = bare(labelled[1]!);
      if (noteLabel.test(name)) {
        parts.push({ kind: 'note', ...timeOf(new RegExp(`^(${clock})`, 'u').exec(rest)?.[1]) });
        continue;
      }
      label = name;
    }
    if (rest === '') continue;
    if (new RegExp(`^${clock}$`, 'u').test(rest)) {
      waiting = rest;
      continue;
    }
    parts.push(quoteOf(label, waiting + rest));
    waiting = '';
  }
  return { facts: readPlainFacts(text), parts };
}

/** A transcript in JSON. */
export function readPlainJson(text: string): PlainTranscript {
  const { meta, segments } = JSON.parse(text) as {
    meta: Record<string, unknown>;
    segments: { speaker: string; body: string; startTime?: number; endTime?: number }[];
  };
  const parts = segments.map(({ speaker, body, startTime, endTime }): PlainQuote => ({
    kind: 'quote',
    label: speaker,
    text: body,
    words: countPlainly(body),
    marks: [
      ...(startTime === undefined ? [] : [startTime]),
      'words',
      ...(endTime === undefined ? [] : [endTime]),
    ],
    begins: startTime !== undefined,
  }));
  return { facts: meta, parts };
}

const timeOf = (stamp: string | undefined) =>
  stamp === undefined ? {} : { time: secondsOf(stamp) };

function quoteOf(label: string, block: string): PlainQuote {
  const pieces = block.split(new RegExp(`(?<!\\\\)(${clock}) ?`, 'u'));
  const marks = pieces.flatMap((piece, index): (number | 'words')[] =>
    index % 2 === 1 ? [secondsOf(piece)] : piece.trim() === '' ? [] : ['words'],
  );
  const text = bare(pieces.filter((_, index) => index % 2 === 0).join(''));
  return {
    kind: 'quote',
    label,
    text,
    words: countPlainly(text),
    marks,
    begins: marks[0] !== 'words',
  };
}

/** Paragraphs; a list or code with empty lines in it stays one. */
function blocksOf(body: string): string[] {
  const blocks: string[] = [];
  let fence = '';
  for (const paragraph of body.split(/\n\s*\n/u)) {
    const text = paragraph.trim();
    if (text === '') continue;
    const joined = fence !== '' || (/^\s{2,}\S/u.test(paragraph) && blocks.length > 0);
    if (joined) blocks[blocks.length - 1] += `\n\n${text}`;
    else blocks.push(text);
    if ((text.match(/^\s*```/gmu) ?? []).length % 2 === 1) fence = fence === '' ? '```' : '';
  }
  return blocks;
}

/** Text without the marks of Markdown. */
const bare = (text: string): string =>
  text
    .replace(/(?<!\\)!?\[((?:\\.|[^\]\\])*)\]\((?:\\.|[^()\s\\]|\([^()]*\))*\)/gu, '$1')
    .replace(/<((?:https?|mailto):[^<>\s]*)>/gu, '$1')
    .replace(/&#x([0-9a-f]+);/giu, (_, digits: string) =>
      String.fromCodePoint(parseInt(digits, 16)),
    )
    .replace(/&#(\d+);/gu, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/`[^`]*`|(?<!\\)\*/gu, (mark) => mark.replaceAll('`', '').replace(/^\*$/u, ''))
    .replace(/\\(?=[!-/:-@[-`{-~\n：])/gu, '');

const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const plainWord = new RegExp(
  String.raw`${unspaced}|(?!${unspaced})[\p{L}\p{N}\p{M}](?:['’-]|(?!${unspaced})[\p{L}\p{N}\p{M}])*`,
  'gu',
);

/** Words of a text: runs of letters and digits; each Han or Kana character. */
const countPlainly = (text: string): number => text.match(plainWord)?.length ?? 0;
