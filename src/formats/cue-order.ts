import type { Problem } from '../archive/problem.ts';
import { plainText } from '../archive/quote.ts';
import type { Cue, CuePart } from './draft.ts';

/** Cues put in order, and what had to be done. */
export interface TidyCues {
  readonly parts: readonly CuePart[];
  readonly problems: readonly Problem[];
  readonly counts: CueCounts;
}

/** How many cues were how. */
export interface CueCounts {
  /** All of them, as they stood in the file. */
  readonly cues: number;
  /** Left out: they had no words. */
  readonly empty: number;
  /** Put where their time says. */
  readonly moved: number;
  /** Their end was before their start, and is left out. */
  readonly reversed: number;
  /** Began with lines that were said before; these are left out. */
  readonly rolling: number;
  /** Start before the one before them ends: kept, in the order of their starts. */
  readonly overlapping: number;
  /** Start and end at once: kept. */
  readonly instant: number;
}

/** Of all cues, those that must begin with the line before them for a file to be of rolling captions. */
const rollingShare = 0.3;

/**
 * Cues in the order of their times, without empty ones, and without the lines that rolling captions say twice.
 * Nothing is dropped or moved in silence: each kind of fault is one problem that names the first lines.
 *
 * tidyCues([{ type: 'cue', content: [' '], place: { line: 3, column: 1 } }], 'a.vtt') // =>
 * { parts: [], problems: [{ rule: 'empty-cue', … }], counts: { cues: 1, empty: 1, … } }
 */
export function tidyCues(given: readonly CuePart[], file: string): TidyCues {
  const faults = new Faults(file);
  const spoken = given.filter((part) => {
    const isEmpty = part.type === 'cue' && plainText(part.content).trim() === '';
    if (isEmpty) faults.add('empty-cue', part);
    return !isEmpty;
  });
  const timed = spoken.map((part) => {
    if (part.type !== 'cue' || part.endTime === undefined) return part;
    const { startTime, endTime, ...rest } = part;
    if (startTime === undefined || endTime >= startTime) return part;
    faults.add('reversed-cue', part);
    return { ...rest, startTime };
  });
  const ordered = inOrder(timed, faults);
  const parts = withoutRepeats(ordered, faults);
  return {
    parts,
    problems: faults.problems,
    counts: {
      cues: given.filter(({ type }) => type === 'cue').length,
      empty: faults.count('empty-cue'),
      moved: faults.count('cue-order'),
      reversed: faults.count('reversed-cue'),
      rolling: faults.count('rolling-cue'),
      ...countTimes(ordered),
    },
  };
}

function countTimes(parts: readonly CuePart[]): Pick<CueCounts, 'overlapping' | 'instant'> {
  let overlapping = 0;
  let instant = 0;
  let latest = -Infinity;
  for (const part of parts) {
    if (part.type !== 'cue' || part.startTime === undefined) continue;
    if (part.startTime < latest) overlapping++;
    if (part.endTime === part.startTime) instant++;
    latest = Math.max(latest, part.endTime ?? part.startTime);
  }
  return { overlapping, instant };
}

/** What has a time before what stands later in time; what has none stays behind what it stood behind. */
function inOrder(parts: readonly CuePart[], faults: Faults): readonly CuePart[] {
  let latest = -Infinity;
  let isOrdered = true;
  const keyed = parts.map((part) => {
    const time = part.startTime ?? latest;
    if (time < latest) {
      isOrdered = false;
      faults.add('cue-order', part);
    }
    latest = Math.max(latest, part.startTime ?? latest);
    return { part, time };
  });
  if (isOrdered) return parts;
  // What has no time of its own goes where the part before it goes.
  let own = -Infinity;
  const placed = keyed.map(({ part }) => ({ part, time: (own = part.startTime ?? own) }));
  return placed.sort((a, b) => a.time - b.time).map(({ part }) => part);
}

/** Live captions roll: each cue has the last line of the one before once more. */
function withoutRepeats(parts: readonly CuePart[], faults: Faults): readonly CuePart[] {
  const cues = parts.filter((part) => part.type === 'cue');
  let repeats = 0;
  for (const [index, cue] of cues.entries()) {
    const before = cues[index - 1];
    if (before && countRepeated(before, cue) > 0) repeats++;
  }
  if (repeats < 3 || repeats < cues.length * rollingShare) return parts;
  let before: Cue | undefined;
  return parts.flatMap((part): CuePart[] => {
    if (part.type !== 'cue') return [part];
    const repeated = before ? countRepeated(before, part) : 0;
    before = part;
    if (repeated === 0) return [part];
    faults.add('rolling-cue', part);
    const rest = linesOf(part).slice(repeated).join('\n');
    return rest === '' ? [] : [{ ...part, content: [rest] }];
  });
}

const linesOf = ({ content }: Cue): string[] =>
  plainText(content)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');

/** How many lines a cue begins with that the one before ended with. */
function countRepeated(before: Cue, cue: Cue): number {
  if (cue.content.some((inline) => typeof inline !== 'string')) return 0;
  const isNext =
    before.endTime === undefined ||
    cue.startTime === undefined ||
    Math.abs(cue.startTime - before.endTime) < 0.25 ||
    cue.startTime < before.endTime;
  if (!isNext) return 0;
  const said = linesOf(before);
  const lines = linesOf(cue);
  for (let count = Math.min(said.length, lines.length); count > 0; count--) {
    const tail = said.slice(-count);
    if (tail.every((line, index) => line === lines[index])) return count;
  }
  return 0;
}

type Rule = 'empty-cue' | 'reversed-cue' | 'cue-order' | 'rolling-cue';

/** What is said of one cue, and of many. */
const texts: Readonly<
  Record<Rule, { readonly one: string; readonly many: string; readonly mend: string }>
> = {
  'empty-cue': {
    one: 'without words, expected some',
    many: 'without words, expected some',
    mend: 'Nothing to do: without words there is nothing to quote, and nothing was taken over.',
  },
  'reversed-cue': {
    one: 'that ends before it starts, expected the end after the start',
    many: 'that end before they start, expected the end after the start',
    mend: 'The start is kept, the end is left out. Correct the times in the file if they matter.',
  },
  'cue-order': {
    one: 'that starts before the one above it, expected the order of time',
    many: 'that start before the one above them, expected the order of time',
    mend: 'All are put in order. Where two people spoke at once, read whether the order is right.',
  },
  'rolling-cue': {
    one: 'that begins with the line before once more, expected each line once',
    many: 'that begin with the line before once more, expected each line once',
    mend: 'The repeated lines are left out, as captions roll them up the screen.',
  },
};

/** Gathers faults of the same kind into one problem each. */
class Faults {
  readonly #file: string;
  readonly #lines = new Map<Rule, number[]>();

  constructor(file: string) {
    this.#file = file;
  }

  add(rule: Rule, { place }: CuePart): void {
    const lines = this.#lines.get(rule) ?? [];
    this.#lines.set(rule, lines);
    lines.push(place.line);
  }

  count(rule: Rule): number {
    return this.#lines.get(rule)?.length ?? 0;
  }

  get problems(): Problem[] {
    return [...this.#lines].map(([rule, lines]) => {
      const [first = 1] = lines;
      const others = `${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ', …' : ''}`;
      const { one, many, mend } = texts[rule];
      return {
        rule,
        severity: 'warning',
        file: this.#file,
        place: { line: first, column: 1 },
        message:
          lines.length === 1
            ? `Unexpected cue ${one}`
            : `Unexpected ${lines.length} cues (lines ${others}) ${many}`,
        mend,
      };
    });
  }
}
