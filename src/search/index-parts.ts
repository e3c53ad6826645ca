import { isCharacter } from '../archive/folded.ts';
import type { BundleFacts } from './entry.ts';
import type { MeantTerm } from './meaning.ts';
import { wholeWord } from './record.ts';

/** What the search page uses of Pagefind's own script, whose types are not published. */
export interface Pagefind {
  createInstance(options: { basePath: string }): Instance;
}

interface Instance {
  search(term: string): Promise<{ results: readonly Result[] }>;
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

/** Records by their name within a part. */
export type FoundById = ReadonlyMap<string, Found>;

/** Loads Pagefind's own script. */
export type LoadScript = (address: string) => Promise<Pagefind>;

const loadScript: LoadScript = (address) => import(/* @vite-ignore */ address) as Promise<Pagefind>;

/** Of a phrase, so many words are asked for; where the others stand follows from them. */
const askedOfPhrase = 3;

/**
 * The parts of Pagefind's index. Each is opened when it is needed first, and asked for single words alone:
 * what a phrase or a form is, is decided here.
 */
export class IndexParts {
  readonly #bundle: string;
  readonly #names: readonly string[];
  readonly #load: LoadScript;
  readonly #instances = new Map<number, Promise<Instance>>();
  readonly #asked = new Map<string, Promise<readonly Result[]>>();
  #script: Promise<Pagefind> | undefined;
  #opening: Promise<unknown> = Promise.resolve();

  /** `bundle` is the address of the index's folder, with a slash at the end. */
  constructor(
    bundle: string,
    { parts }: Pick<BundleFacts, 'parts'>,
    load: LoadScript = loadScript,
  ) {
    this.#bundle = bundle;
    this.#names = parts;
    this.#load = load;
  }

  /** Opens every part: the next search need not wait for it. */
  async warm(): Promise<void> {
    await Promise.all(this.#names.map((_, part) => this.#open(part)));
  }

  /** The records of a part that have a term, perhaps some that have only its words. */
  async find(part: number, term: MeantTerm): Promise<FoundById> {
    const [first = ''] = term.words;
    if (term.kind === 'beginning') return byId(await this.#ask(part, first));
    if (term.kind === 'phrase') return this.#findPhrase(part, term);
    const forms = [...(term.forms ?? [])].filter(([, parts]) => hasPart(parts, part));
    const answers = await Promise.all(forms.map(([form]) => this.#ask(part, wholeWord(form))));
    // The word as it was typed says more than another form of it.
    return unite(
      answers.map((results, index) => ({ results, weight: forms[index]![0] === first ? 1 : 0.7 })),
    );
  }

  async #findPhrase(part: number, { words, counts }: MeantTerm): Promise<FoundById> {
    const rarest = words
      .map((word, at) => ({ word, at, count: counts[at] ?? 0 }))
      .sort((a, b) => a.count - b.count || a.at - b.at)
      .slice(0, askedOfPhrase);
    const answers = await Promise.all(
      rarest.map(async ({ word, at }) => ({
        at,
        found: byId(
          await this.#ask(
            part,
            at === words.length - 1 && isCharacter(word) ? word : wholeWord(word),
          ),
        ),
      })),
    );
    const [first, ...others] = answers;
    const found = new Map<string, Found>();
    for (const [id, record] of first?.found ?? []) {
      const starts = record.places.map((place) => place - first!.at);
      const beside = others.map((other) => {
        const own = other.found.get(id);
        return own && { ...own, starts: new Set(own.places.map((place) => place - other.at)) };
      });
      const places = starts.filter((start) => beside.every((own) => own?.starts.has(start)));
      if (places.length === 0) continue;
      const score = beside.reduce((sum, own) => sum + (own?.score ?? 0), record.score);
      found.set(id, { ...record, score, places });
    }
    return found;
  }

  async #ask(part: number, term: string): Promise<readonly Result[]> {
    const key = `${part} ${term}`;
    const known =
      this.#asked.get(key) ??
      this.#open(part).then(async (instance) => {
        const { results } = await instance.search(term);
        return results;
      });
    this.#asked.set(key, known);
    known.catch(() => this.#asked.delete(key));
    return known;
  }

  #open(part: number): Promise<Instance> {
    const known = this.#instances.get(part);
    if (known) return known;
    // One after another: two that start at once each make a WebAssembly, and use one of them.
    const opened = this.#opening
      .catch(() => undefined)
      .then(async () => {
        this.#script ??= this.#load(`${this.#bundle}pagefind.js`);
        const instance = createInstance(await this.#script, this.#names[part] ?? '', this.#bundle);
        // Fails where the index cannot be loaded.
        await instance.search('');
        return instance;
      });
    this.#opening = opened;
    this.#instances.set(part, opened);
    opened.catch(() => {
      this.#instances.delete(part);
      this.#script = undefined;
    });
    return opened;
  }
}

/** Whether the bits of parts have this one. */
export const hasPart = (parts: number, part: number): boolean =>
  (parts & (1 << Math.min(part, 30))) !== 0;

/** An instance takes its part from the page's `lang` at the moment it is made, and from nowhere else. */
function createInstance(pagefind: Pagefind, part: string, basePath: string): Instance {
  if (typeof document === 'undefined') return pagefind.createInstance({ basePath });
  const root = document.documentElement;
  const own = root.lang;
  root.lang = part;
  try {
    return pagefind.createInstance({ basePath });
  } finally {
    root.lang = own;
  }
}

const byId = (results: readonly Result[]): Map<string, Found> => unite([{ results, weight: 1 }]);

function unite(
  answers: readonly { readonly results: readonly Result[]; readonly weight: number }[],
): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const { results, weight } of answers) {
    for (const result of results) {
      const id = result.id.slice(result.id.indexOf('_') + 1);
      const known = found.get(id);
      const places = known ? [...known.places, ...result.words] : [...result.words];
      found.set(id, {
        score: Math.max(known?.score ?? 0, result.score * weight),
        places: places.sort((a, b) => a - b),
      });
    }
  }
  return found;
}
