import {
  type Fragment,
  type FoundTerm,
  matchQuote,
  quotesOf,
  type Range,
  unlikeWords,
} from './fragment.ts';
import type { IndexPartFacts } from './part.ts';
import { isUnspaced, parseQuery, type Term } from './query.ts';

/** What the search page uses of Pagefind's own script, whose types are not published. */
export interface Pagefind {
  createInstance(options: { basePath: string }): Instance;
}

interface Instance {
  search(term: string, options?: { filters: Filters }): Promise<{ results: readonly Result[] }>;
  mergeIndex(basePath: string): Promise<void>;
}

interface Result {
  /** Of the record; it begins with the name of the part. */
  readonly id: string;
  readonly score: number;
  /** The words of the record that were found, by number; none when only its title or name has it. */
  readonly words: readonly number[];
  data(): Promise<Fragment>;
}

/** Ids that a record must have, by the filter's name: `{ speaker: 'jo-field' }`. */
export type Filters = Readonly<Record<string, string>>;

/** A quote that answers a query, and where in its text the words are that were looked for. */
export interface Hit {
  readonly id: string;
  readonly text: string;
  readonly ranges: readonly Range[];
  /** Seconds into the recording. */
  readonly time: number | undefined;
  /** Of the episode's page. */
  readonly url: string;
  readonly title: string;
  /** Empty when nobody said who spoke. */
  readonly speaker: string;
  readonly show: string;
  readonly date: string | undefined;
  readonly language: string;
}

export interface SearchIndex {
  /**
   * Quotes that hold all that was typed, best record first. Nothing is fetched before it is asked for.
   * `undefined` is a pause: many records had no such quote, and who asks on may get more.
   */
  search(typed: string, filters: Filters): AsyncGenerator<Hit | undefined>;
}

interface OpenLanguage {
  readonly language: string;
  readonly instance: Instance;
}

interface AskedTerm extends FoundTerm {
  /** Whether anybody says the term, in whichever form. */
  isSaid(): Promise<boolean>;
}

/** A record that holds every term, though perhaps not in one quote. */
interface Candidate {
  readonly score: number;
  readonly terms: readonly AskedTerm[];
  readonly language: string;
  load(): Promise<Fragment>;
}

/** Records that are fetched together: one by one is slow, more are seldom needed. */
const recordsAtOnce = 6;

/** Records without an answer, one after another, before a search pauses: each is some kilobytes. */
const patience = 60;

/** Loads Pagefind's own script; each address gives a script with a state of its own. */
type LoadScript = (address: string) => Promise<Pagefind>;

const loadScript: LoadScript = (address) => import(/* @vite-ignore */ address) as Promise<Pagefind>;

/**
 * The index of the whole archive, opened: every part in every language. `bundle` is the address of its
 * folder, with a slash at the end. Throws when it is not there.
 */
export async function openIndex(bundle: string, load = loadScript): Promise<SearchIndex> {
  const parts = await fetchParts(`${bundle}parts.json`);
  const byLanguage = Object.entries(Object.groupBy(parts, ({ language }) => language));
  const languages = await Promise.all(
    byLanguage.map(async ([language, own = []]) => {
      // Pagefind's script has one WebAssembly, and that knows the words of one language: two languages in
      // one script read each other's memory.
      const pagefind = await load(`${bundle}pagefind.js?${language}`);
      const folders = own.map(({ folder }) => `${bundle}${folder}/`);
      return { language, instance: await openLanguage(pagefind, language, folders) };
    }),
  );
  return { search: (typed, filters) => search(languages, typed, filters) };
}

async function fetchParts(address: string): Promise<IndexPartFacts[]> {
  const response = await fetch(address);
  if (!response.ok)
    throw new Error(`Unexpected answer ${response.status} of ${address}, expected a list`);
  return (await response.json()) as IndexPartFacts[];
}

async function openLanguage(
  pagefind: Pagefind,
  language: string,
  [first = '', ...others]: readonly string[],
): Promise<Instance> {
  const instance = createInstance(pagefind, language, first);
  // Fails where the index cannot be loaded; merging would wait for it for ever.
  await instance.search('');
  await Promise.all(others.map((folder) => instance.mergeIndex(folder)));
  return instance;
}

/** An instance takes its language from the page's `lang` at the moment it is made, and from nowhere else. */
function createInstance(pagefind: Pagefind, language: string, basePath: string): Instance {
  if (typeof document === 'undefined') return pagefind.createInstance({ basePath });
  const root = document.documentElement;
  const own = root.lang;
  root.lang = language;
  try {
    return pagefind.createInstance({ basePath });
  } finally {
    root.lang = own;
  }
}

async function* search(
  languages: readonly OpenLanguage[],
  typed: string,
  filters: Filters,
): AsyncGenerator<Hit | undefined> {
  const found = await Promise.all(languages.map((one) => findCandidates(one, typed, filters)));
  const candidates = found.flat().sort((a, b) => b.score - a.score);
  let fruitless = 0;
  for (let start = 0; start < candidates.length; start += recordsAtOnce) {
    const batch = candidates.slice(start, start + recordsAtOnce);
    const fragments = await Promise.all(batch.map((candidate) => candidate.load()));
    for (const [index, candidate] of batch.entries()) {
      fruitless++;
      for await (const hit of hitsOf(candidate, fragments[index]!)) {
        fruitless = 0;
        yield hit;
      }
    }
    if (fruitless < patience || start + recordsAtOnce >= candidates.length) continue;
    fruitless = 0;
    yield undefined;
  }
}

/**
 * The records in a language that hold every term. Each term is asked for alone: so Pagefind itself says which
 * words are forms of which term, and a quote can be tested for each.
 */
async function findCandidates(
  { language, instance }: OpenLanguage,
  typed: string,
  filters: Filters,
): Promise<Candidate[]> {
  const terms = parseQuery(typed, language).map((term) => ({
    ...term,
    isSaid: () => isSaid(term),
  }));
  const said = new Map<Term, Promise<boolean>>();
  const isSaid = (term: Term): Promise<boolean> => {
    const known =
      said.get(term) ?? instance.search(`"${term.text}"`).then(({ results }) => results.length > 0);
    said.set(term, known);
    return known;
  };
  const answers = await Promise.all(
    terms.map((term) => instance.search(asked(term, language), { filters: { ...filters } })),
  );
  const byRecord = answers.map(
    ({ results }) =>
      new Map(results.filter(({ words }) => words.length > 0).map((result) => [result.id, result])),
  );
  const [first, ...others] = byRecord;
  if (!first) return [];
  return [...first.values()].flatMap((result) => {
    const rest = others.map((records) => records.get(result.id));
    if (rest.includes(undefined)) return [];
    const all = [result, ...(rest as Result[])];
    return {
      score: all.reduce((sum, { score }) => sum + score, 0),
      terms: terms.map((term, index) => ({ ...term, locations: new Set(all[index]!.words) })),
      language,
      load: () => result.data(),
    };
  });
}

/** A phrase without blanks may be cut otherwise than the text around it: its words are asked for. */
const asked = ({ text, isPhrase }: Term, language: string): string =>
  isPhrase && !isUnspaced(language) ? `"${text}"` : text;

async function* hitsOf(candidate: Candidate, fragment: Fragment): AsyncGenerator<Hit> {
  const { language } = candidate;
  const {
    url = '',
    title = '',
    speaker = '',
    show = '',
    date,
    language: spoken = language,
  } = fragment.meta;
  const terms = await Promise.all(candidate.terms.map((term) => withoutStandIns(fragment, term)));
  for (const quote of quotesOf(fragment)) {
    const ranges = matchQuote(quote, terms, language);
    if (!ranges) continue;
    const { id, text, time } = quote;
    yield { id, text, time, ranges, url, title, speaker, show, date, language: spoken };
  }
}

/** For a word that nobody says, Pagefind finds the longest one that begins it: no answer to the question. */
async function withoutStandIns(fragment: Fragment, term: AskedTerm): Promise<FoundTerm> {
  if (term.isPhrase) return term;
  const unlike = unlikeWords(fragment, term);
  if (unlike.size === 0 || (await term.isSaid())) return term;
  return { ...term, locations: term.locations.difference(unlike) };
}
