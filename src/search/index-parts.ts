import type { BundleFacts } from './entry.ts';
import type { MeantTerm } from './meaning.ts';
import { wholeWord } from './record.ts';

/** What the search page uses of Pagefind's own script, whose types are not published. */
export interface Pagefind {
  createInstance(options: { basePath: string; noWorker: boolean }): Instance;
}

interface Instance {
  search(term: string | null): Promise<{ results: readonly Result[] }>;
  /** Loads the pieces of the index that have the words of a term. */
  preload(term: string): Promise<unknown>;
}

interface Result {
  /** The name of the part, `_`, the record's own name. */
  readonly id: string;
  readonly score: number;
  /** The words of the record that were found, by number. */
  readonly words: readonly number[];
}

/** A record that has a term: how well, and where. */
export interface Found {
  readonly score: number;
  /** Numbers of words in the record; for a phrase, that of its first word. Sorted. */
  readonly places: readonly number[];
}

/** Records by their number within a part. */
export type FoundRecords = ReadonlyMap<number, Found>;

/** A part that can be searched. */
interface OpenPart {
  readonly instance: Instance;
  /** The number of each record by Pagefind's name for it. */
  readonly numbers: ReadonlyMap<string, number>;
}

type NumberedResult = Result & { readonly number: number };

/** Loads Pagefind's own script. */
export type LoadScript = (address: string) => Promise<Pagefind>;

const loadScript: LoadScript = (address) => import(/* @vite-ignore */ address) as Promise<Pagefind>;

/**
 * Records from which on Pagefind works beside the page. In fewer it finds a word sooner than a worker is told of it,
 * and the worker need not be fetched.
 */
const workerFrom = 1000;

/** Of a phrase, so many words are asked for; where the others stand follows from them. */
const askedOfPhrase = 3;

/**
 * The parts of Pagefind's index. Each is opened when it is needed first, and asked for single words alone:
 * what a phrase or a form is, is decided here.
 */
export class IndexParts {
  readonly #bundle: string;
  readonly #names: readonly string[];
  readonly #counts: readonly number[];
  readonly #load: LoadScript;
  readonly #opened = new Map<number, Promise<OpenPart>>();
  readonly #asked = new Map<string, Promise<readonly NumberedResult[]>>();
  #script: Promise<Pagefind> | undefined;
  #opening: Promise<unknown> = Promise.resolve();

  /**
   * `bundle` is the address of the index's folder, with a slash at the end; `counts` tells how many records each
   * part has.
   */
  constructor(
    bundle: string,
    { parts }: Pick<BundleFacts, 'parts'>,
    counts: readonly number[],
    load: LoadScript = loadScript,
  ) {
    this.#counts = counts;
    this.#bundle = bundle;
    this.#names = parts;
    this.#load = load;
  }

  /** Opens every part: the next search need not wait for it. */
  async warm(): Promise<void> {
    await Promise.all(this.#names.map((_, part) => this.#open(part)));
  }

  /** Asks a part for a word that will be looked for, as far as one knows; it may not have it. */
  expect(part: number, word = ''): void {
    void this.#ask(part, wholeWord(word)).catch(() => undefined);
  }

  /** The records of a part that have a term, perhaps some that have only its words. */
  async find(part: number, term: MeantTerm): Promise<FoundRecords> {
    const [first = ''] = term.words;
    if (term.kind === 'beginning') return byNumber(await this.#askBeginning(part, first, term));
    if (term.kind === 'phrase') return this.#findPhrase(part, term);
    const forms = [...(term.forms ?? [])].filter(([, parts]) => hasPart(parts, part));
    const answers = await Promise.all(forms.map(([form]) => this.#ask(part, wholeWord(form))));
    // The word as it was typed says more than another form of it.
    return unite(
      answers.map((results, index) => ({ results, weight: forms[index]![0] === first ? 1 : 0.7 })),
    );
  }

  async #findPhrase(part: number, term: MeantTerm): Promise<FoundRecords> {
    const { words, counts, extensions } = term;
    const rarest = words
      .map((word, at) => ({ word, at, count: counts[at] ?? 0 }))
      .sort((a, b) => a.count - b.count || a.at - b.at)
      .slice(0, askedOfPhrase);
    const answers = await Promise.all(
      rarest.map(async ({ word, at }) => ({
        at,
        found: byNumber(
          extensions && at === words.length - 1
            ? await this.#askBeginning(part, word, term)
            : await this.#ask(part, wholeWord(word)),
        ),
      })),
    );
    const [first, ...others] = answers;
    const found = new Map<number, Found>();
    for (const [number, record] of first?.found ?? []) {
      const starts = record.places.map((place) => place - first!.at);
      const beside = others.map((other) => {
        const own = other.found.get(number);
        return own && { ...own, starts: new Set(own.places.map((place) => place - other.at)) };
      });
      const places = starts.filter((start) => beside.every((own) => own?.starts.has(start)));
      if (places.length === 0) continue;
      const score = beside.reduce((sum, own) => sum + (own?.score ?? 0), record.score);
      found.set(number, { ...record, score, places });
    }
    return found;
  }

  /** Pagefind loads one piece of its index for a beginning, but the words that begin so may lie in several. */
  async #askBeginning(
    part: number,
    beginning: string,
    { extensions = new Map<string, number>() }: MeantTerm,
  ): Promise<readonly NumberedResult[]> {
    const { instance } = await this.#open(part);
    const words = [...extensions].filter(([, parts]) => hasPart(parts, part));
    if (words.length > 0) await instance.preload(words.map(([word]) => wholeWord(word)).join(' '));
    return this.#ask(part, beginning);
  }

  async #ask(part: number, term: string): Promise<readonly NumberedResult[]> {
    const key = `${part} ${term}`;
    const known =
      this.#asked.get(key) ??
      this.#open(part).then(async ({ instance, numbers }) => {
        const { results } = await instance.search(term);
        // Pagefind says nothing when a piece of its index cannot be loaded; the vocabulary knows better.
        if (results.length === 0)
          throw new Error(`Unexpected nothing for ${term}, expected records`);
        return results.flatMap((result) => {
          const number = numbers.get(result.id);
          return number === undefined ? [] : [{ ...result, number }];
        });
      });
    this.#asked.set(key, known);
    known.catch(() => this.#asked.delete(key));
    return known;
  }

  #open(part: number): Promise<OpenPart> {
    const known = this.#opened.get(part);
    if (known) return known;
    // One after another: two that start at once each make a WebAssembly, and use one of them.
    const opened = this.#opening
      .catch(() => undefined)
      .then(async () => {
        this.#script ??= this.#load(`${this.#bundle}pagefind.js`);
        const instance = this.#createInstance(await this.#script, this.#names[part] ?? '');
        // All records, in the order in which they were added. Fails where the index cannot be loaded.
        const { results } = await instance.search(null);
        const expected = this.#counts[part] ?? 0;
        if (results.length !== expected)
          throw new Error(`Unexpected ${results.length} records, expected ${expected}`);
        return { instance, numbers: new Map(results.map(({ id }, number) => [id, number])) };
      });
    this.#opening = opened;
    this.#opened.set(part, opened);
    opened.catch(() => {
      this.#opened.delete(part);
      this.#script = undefined;
    });
    return opened;
  }

  /** An instance takes its part from the page's `lang` at the moment it is made, and from nowhere else. */
  #createInstance(pagefind: Pagefind, part: string): Instance {
    const records = this.#counts.reduce((sum, count) => sum + count, 0);
    const options = { basePath: this.#bundle, noWorker: records < workerFrom };
    if (typeof document === 'undefined') return pagefind.createInstance(options);
    const root = document.documentElement;
    const own = root.lang;
    root.lang = part;
    try {
      return pagefind.createInstance(options);
    } finally {
      root.lang = own;
    }
  }
}

/** Whether the bits of parts have this one. */
export const hasPart = (parts: number, part: number): boolean =>
  (parts & (1 << Math.min(part, 30))) !== 0;

const byNumber = (results: readonly NumberedResult[]): Map<number, Found> =>
  unite([{ results, weight: 1 }]);

function unite(
  answers: readonly { readonly results: readonly NumberedResult[]; readonly weight: number }[],
): Map<number, Found> {
  const found = new Map<number, Found>();
  for (const { results, weight } of answers) {
    for (const result of results) {
      const known = found.get(result.number);
      const places = known ? [...known.places, ...result.words] : [...result.words];
      found.set(result.number, {
        score: Math.max(known?.score ?? 0, result.score * weight),
        places: places.sort((a, b) => a - b),
      });
    }
  }
  return found;
}
