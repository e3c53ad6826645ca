import type { Format } from '../formats/draft.ts';
import { detectFormat, formats } from '../formats/format.ts';
import type { SourceFile } from '../formats/source.ts';
import { findFault, mutate } from '../testing/hostile.ts';
import { inventCues, inventedFormats } from '../testing/invented-cues.ts';
import { Random } from '../testing/random.ts';

/** A piece of a file is changed, so that many can be tried. */
const longest = 4000;
/** Seconds of a processor after which a reader hangs. */
const hang = 2;

export interface FuzzReport {
  readonly inputs: number;
  /** Each kind of fault once, with the seed of the input that shows it first. */
  readonly faults: readonly {
    readonly seed: number;
    readonly path: string;
    readonly fault: string;
  }[];
  readonly slowest: { readonly seconds: number; readonly format: string };
}

/**
 * Changes files by chance, as many times as asked, and lets the format they are of and one more read them. The same
 * seed gives the same input. `files` are real ones; invented ones are added.
 */
export function fuzz(count: number, files: readonly SourceFile[], firstSeed = 0): FuzzReport {
  const seeds = [...files, ...inventedFormats.map((name) => inventCues(name, 20))].map((file) => ({
    file,
    format: detectFormat(file),
  }));
  const faults = new Map<string, { seed: number; path: string; fault: string }>();
  let slowest = { seconds: 0, format: '' };
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const { file, format, path } = fuzzInput(seed, seeds);
    const before = process.cpuUsage();
    const fault = findFault(format, { path, text: file });
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    if (seconds > slowest.seconds) slowest = { seconds, format: format.name };
    const told = seconds > hang ? `${format.name} takes ${seconds.toFixed(1)} s` : fault;
    if (told === undefined) continue;
    const kind = told.replace(/[`"].*/s, '').slice(0, 60);
    if (!faults.has(kind)) faults.set(kind, { seed, path, fault: told });
  }
  return { inputs: count, faults: [...faults.values()], slowest };
}

function fuzzInput(
  seed: number,
  seeds: readonly { readonly file: SourceFile; readonly format: Format | undefined }[],
): { file: string; format: Format; path: string } {
  const random = new Random(seed);
  const { file, format } = random.pick(seeds);
  const from = random.below(4) === 0 ? random.below(file.text.length) : 0;
  const piece = file.text.slice(from, from + longest);
  const other = random.pick(seeds).file.text.slice(0, longest);
  // One input in ten is read by a format that it is not of.
  const reader = random.below(10) === 0 ? undefined : format;
  return {
    file: mutate(piece, other, random),
    format: reader ?? random.pick(formats),
    path: file.path,
  };
}
