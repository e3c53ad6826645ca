import { normalizeLabel } from './label.ts';
import type { EpisodeEntry, Inline, Passage, Place, Transcript } from './model.ts';
import type { Problem } from './problem.ts';
import { plainText } from './quote.ts';
import { serializeTimestamp } from './time.ts';
import { countUnheard } from './token.ts';
import { countWords } from './word.ts';

export interface ProofOptions {
  /** Normalized names and aliases of all speakers. */
  readonly names: ReadonlySet<string>;
  /** Words from which a paragraph is long; 0 for none. */
  readonly longestQuote: number;
}

type Told = Pick<Problem, 'rule' | 'message' | 'mend'> & { readonly place: Place };

/**
 * What a careful reader would ask about a transcript: numbered speakers, times that go back, names that are
 * no labels, words pasted twice. Warnings all; each kind is told a few times at most.
 *
 * proofread(entry, { names: new Set(), longestQuote: 1500 }) // => [{ rule: 'time-order', … }]
 */
export function proofread(entry: EpisodeEntry, options: ProofOptions): Problem[] {
  const { transcript, facts, file } = entry;
  const mapped = Object.keys(facts.speakers).map(normalizeLabel);
  const isName = (words: string): boolean => {
    const plain = normalizeLabel(words);
    return options.names.has(plain) || mapped.includes(plain);
  };
  const told = [
    ...findNumbered(transcript, isName),
    ...findMisplacedNames(transcript, isName),
    ...findRepeated(transcript),
    ...findLong(transcript, options.longestQuote),
    ...findUnclear(transcript),
    // The reader of JSON looks at the order itself, segment by segment.
    ...(entry.path.endsWith('.json') ? [] : findBackward(transcript)),
    ...findBeyond(transcript, facts.duration),
  ];
  return told.map((one) => ({ severity: 'warning', file, ...one }));
}

/** Labels that programs give to voices whose names they do not know. */
const numbered =
  /^(?:speaker|spk|sprecher(?:in)?|locuteur|orador|hablante|falante|متحدث|講者|讲者|發言者|发言者|话者|話者)[ _#-]*(?:\p{N}{1,3}|[A-Z])$/iu;

function* findNumbered({ parts }: Transcript, isName: (label: string) => boolean): Generator<Told> {
  const found = new Map<string, { place: Place; quotes: number }>();
  for (const part of parts) {
    if (part.type !== 'speech' || part.label === null) continue;
    if (!numbered.test(part.label) || isName(part.label)) continue;
    const label = normalizeLabel(part.label);
    const known = found.get(label) ?? { place: part.place, quotes: 0 };
    known.quotes += part.passages.length;
    found.set(label, known);
  }
  const [first] = found.entries();
  if (!first) return;
  const labels = [...found].map(
    ([label, { quotes }]) =>
      `\`${label}\` (${quotes.toLocaleString('en')} ${quotes === 1 ? 'quote' : 'quotes'})`,
  );
  yield {
    rule: 'unnamed-speaker',
    place: first[1].place,
    message: `Unexpected ${labels.length === 1 ? 'label' : 'labels'} ${list(labels)}, expected who speaks: a program numbered the voices`,
    mend: `Say in the front matter who it is: \`speakers: { "${first[0]}": their-file-name }\`. If nobody knows, type \`Unknown ${first[0].replace(/[_#-]+/g, ' ')}\` instead.`,
  };
}

/** Names of speakers that stand as headings or bold lines, and headings that are bold lines. */
function* findMisplacedNames(
  { parts }: Transcript,
  isName: (label: string) => boolean,
): Generator<Told> {
  const headings: { words: string; place: Place }[] = [];
  for (const part of parts) {
    if (part.type === 'chapter' && isName(part.title)) {
      yield {
        rule: 'label-as-heading',
        place: part.place,
        message: `Unexpected heading \`${part.title}\`, expected the title of a chapter: it is the name of a speaker`,
        mend: `If they speak from here on, type \`**${part.title}:**\` instead of the heading.`,
      };
    }
    if (part.type !== 'speech') continue;
    for (const { content, block, place } of part.passages) {
      if (block !== undefined) continue;
      const name = boldBeginning(content);
      const words = boldLine(content);
      if (name !== undefined && isName(name)) {
        yield {
          rule: 'label-without-colon',
          place,
          message: `Unexpected name \`${name}\` in bold without a colon, expected a label`,
          mend: `If they speak from here on, type \`**${name}:**\`.`,
        };
      } else if (words !== undefined && isTitle(words)) headings.push({ words, place });
    }
  }
  const [first] = headings;
  if (!first) return;
  yield {
    rule: 'heading-as-label',
    place: first.place,
    message: `Unexpected line in bold, \`${first.words}\`${more(headings.length)}, expected speech or a chapter: so it is words that somebody said`,
    mend: `For a chapter, type \`## ${first.words}\`. If it was said, end it as a sentence.`,
  };
}

/** The words in bold that a paragraph begins with, times aside. */
function boldBeginning(content: readonly Inline[]): string | undefined {
  const first = content.find((inline) => typeof inline === 'string' || inline.type !== 'time');
  if (typeof first !== 'object' || first.type !== 'strong') return undefined;
  return plainText(first.children).replace(/\s+/g, ' ').trim();
}

/** The words of a paragraph that is one run in bold, times aside. */
function boldLine(content: readonly Inline[]): string | undefined {
  const rest = content.filter((inline) => typeof inline === 'string' || inline.type !== 'time');
  return rest.length === 1 ? boldBeginning(content) : undefined;
}

/** A few words without the end of a sentence. */
const isTitle = (words: string): boolean =>
  /^[\p{Lu}\p{Lo}\p{N}]/u.test(words) &&
  !/[\p{P}]$/u.test(words) &&
  words.length <= 80 &&
  countWords(words) >= 2 &&
  countWords(words) <= 12;

/** From this many words on, nobody says the same twice by accident. */
const sentence = 8;

function* findRepeated({ parts }: Transcript): Generator<Told> {
  const found: Place[] = [];
  let before: string | undefined;
  let label: string | null = null;
  for (const part of parts) {
    if (part.type !== 'speech') continue;
    if (part.label !== null && part.label !== label) {
      label = part.label;
      before = undefined;
    }
    for (const { content, place, block } of part.passages) {
      const text = plainText(content);
      if (text === before && block !== 'code' && countWords(text) >= sentence) found.push(place);
      before = text;
    }
  }
  const [first] = found;
  if (!first) return;
  yield {
    rule: 'repeated-paragraph',
    place: first,
    message: `Unexpected paragraph with the very words of the one before${more(found.length)}, expected each once`,
    mend: 'Delete it, if it was pasted twice.',
  };
}

function* findLong(transcript: Transcript, longest: number): Generator<Told> {
  if (longest === 0) return;
  const long: { place: Place; words: number }[] = [];
  for (const { content, place } of passagesOf(transcript)) {
    const text = plainText(content);
    if (text.length <= longest) continue;
    const words = countWords(text);
    if (words > longest) long.push({ place, words });
  }
  const [first] = long;
  if (!first) return;
  yield {
    rule: 'long-quote',
    place: first.place,
    message: `Unexpected paragraph of ${first.words.toLocaleString('en')} words${more(long.length)}, expected at most ${longest.toLocaleString('en')}: a link to it points at nothing in particular`,
    mend: 'Put an empty line where a new thought begins. For another limit, type `longestQuote: 3000` into `archive.yaml`; 0 is none.',
  };
}

/** So many marks in an episode, and so many words to each at most, are worth another listening. */
const many = 10;
const wordsToEach = 100;

function* findUnclear(transcript: Transcript): Generator<Told> {
  let marks = 0;
  let words = 0;
  let first: Place | undefined;
  for (const { content, place } of passagesOf(transcript)) {
    const text = plainText(content);
    words += text.length / 6;
    const here = countUnheard(text);
    if (here === 0) continue;
    first ??= place;
    marks += here;
  }
  if (!first || marks < many || words / marks > wordsToEach) return;
  yield {
    rule: 'many-unclear',
    place: first,
    message: `Unexpected ${marks.toLocaleString('en')} places marked as not heard, expected fewer: that is one in every ${Math.max(1, Math.round(words / marks)).toLocaleString('en')} words`,
    mend: 'Listen once more to what you can. What cannot be heard stays as it is.',
  };
}

/** Two people who speak at once may be so many seconds apart. */
const overlap = 5;

function* findBackward({ parts }: Transcript): Generator<Told> {
  const found: { place: Place; time: number; before: number; line: number }[] = [];
  let last: { time: number; line: number } | undefined;
  for (const { startTime, place } of timedParts(parts)) {
    if (last && startTime < last.time - overlap)
      found.push({ place, time: startTime, before: last.time, line: last.line });
    last = { time: startTime, line: place.line };
  }
  const [first] = found;
  if (!first) return;
  yield {
    rule: 'time-order',
    place: first.place,
    message: `Unexpected time \`${serializeTimestamp(first.time)}\` after \`${serializeTimestamp(first.before)}\` on line ${first.line}${more(found.length)}, expected times that go up`,
    mend: 'Listen at both times, and correct the one that is wrong.',
  };
}

function* findBeyond({ parts }: Transcript, duration: number | undefined): Generator<Told> {
  if (duration === undefined || duration === 0) return;
  const found = [...timedParts(parts)].filter(({ startTime }) => startTime > duration + overlap);
  const [first] = found;
  if (!first) return;
  yield {
    rule: 'time-beyond',
    place: first.place,
    message: `Unexpected time \`${serializeTimestamp(first.startTime)}\`${more(found.length)}, expected none after the end: \`duration\` is ${serializeTimestamp(duration)}`,
    mend: `Correct the time, or type how long the recording is: \`duration: ${serializeTimestamp(Math.ceil(first.startTime))}\` or more.`,
  };
}

function* timedParts(parts: Transcript['parts']): Generator<{ startTime: number; place: Place }> {
  for (const part of parts) {
    for (const one of part.type === 'speech' ? part.passages : [part]) {
      const { startTime, place } = one;
      if (startTime !== undefined) yield { startTime, place };
    }
  }
}

function* passagesOf({ parts }: Transcript): Generator<Passage> {
  for (const part of parts) if (part.type === 'speech') yield* part.passages;
}

const more = (count: number): string =>
  count === 1 ? '' : ` (and ${(count - 1).toLocaleString('en')} more like it in this file)`;

const shown = 5;

/** The first few of a list in a sentence. */
const list = (items: readonly string[]): string =>
  items.length <= shown
    ? items.join(', ').replace(/, ([^,]*)$/, ' and $1')
    : `${items.slice(0, shown).join(', ')} and ${items.length - shown} more`;
