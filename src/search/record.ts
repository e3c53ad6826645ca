import { quotesIn, type SpokenWords } from '../archive/figures/spoken-words.ts';
import type { Episode, Participant, Quote, Voice } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';

/** Words after which a record is cut: short records load quickly, and Pagefind ranks them alike. */
const wordsPerRecord = 2000;

/** What one voice says in one episode, or a part of it: the unit that Pagefind finds. */
export interface SearchRecord {
  readonly episode: Episode;
  readonly voice: Voice;
  readonly role: string | undefined;
  readonly quotes: readonly RecordedQuote[];
}

/** A quote as the index has it. */
export interface RecordedQuote {
  readonly quote: Quote;
  readonly id: string;
  /** Its place among the quotes of the episode, from 0. */
  readonly number: number;
  readonly text: string;
  /** As they are searched for: numbers of `SpokenWords`. */
  readonly words: Uint32Array;
  /** Whole seconds into the recording. */
  readonly time: number | undefined;
}

/**
 * The records of an episode: one for each appearance, cut at about 2,000 words. So a filter by speaker is
 * true for each quote shown. Voices without a page have records too, with no speaker to filter by. Notes are
 * no speech and left out.
 *
 * recordsOf(episode, words)[0] // => { episode, voice: { id: 'jo-field', name: 'Jo Field' }, quotes: [{ id: 'q7k2m9xqp', … }] }
 */
export function recordsOf(episode: Episode, words: SpokenWords): SearchRecord[] {
  const records: SearchRecord[] = [];
  for (const { voice, quotes } of quotesByVoice(episode, words)) {
    const participant = episode.participants.find((one) => isSame(one, voice));
    for (const part of cut(quotes))
      records.push({ episode, voice, role: participant?.role, quotes: part });
  }
  return records;
}

/** How many records episodes have at most, without a look at their words. */
export const mostRecords = (episodes: readonly Episode[]): number =>
  episodes
    .flatMap(({ participants }) => participants)
    .reduce((sum, { words }) => sum + Math.floor(words / wordsPerRecord) + 1, 0);

const isSame = ({ voice }: Participant, other: Voice): boolean =>
  voice.id === other.id && voice.name === other.name;

interface Said {
  readonly voice: Voice;
  readonly quotes: RecordedQuote[];
}

function quotesByVoice(episode: Episode, words: SpokenWords): Said[] {
  const byVoice = new Map<string, Said>();
  let number = 0;
  for (const [quote, { voice }] of quotesIn(episode)) {
    const recorded: RecordedQuote = {
      quote,
      id: quote.id,
      number,
      text: shownText(quote),
      words: words.in(episode, number),
      time: quote.startTime === undefined ? undefined : Math.floor(quote.startTime),
    };
    number++;
    const key = voice.id === undefined ? `?${voice.name}` : `=${voice.id}`;
    const said = byVoice.get(key);
    if (said) said.quotes.push(recorded);
    else byVoice.set(key, { voice, quotes: [recorded] });
  }
  return [...byVoice.values()];
}

/** Parts of about the same length; a part is never longer than the bound by more than its last quote. */
function* cut(quotes: readonly RecordedQuote[]): Generator<RecordedQuote[]> {
  let part: RecordedQuote[] = [];
  let words = 0;
  for (const recorded of quotes) {
    part.push(recorded);
    words += recorded.words.length;
    if (words >= wordsPerRecord) {
      yield part;
      part = [];
      words = 0;
    }
  }
  if (part.length > 0) yield part;
}

/** The text of a quote as it is shown and searched: its white space is single blanks. */
export const shownText = (quote: Quote): string =>
  plainText(quote.content).replace(/\s+/g, ' ').trim();

/**
 * Ends each word in the index: Pagefind finds words that begin with what is asked for, and none that ends so
 * begins another. A letter that no folded word has.
 */
const wordEnd = 'ƿ';

/** A word as the index has it, and as one asks for it alone. */
export const wholeWord = (word: string): string => word + wordEnd;

/** What the search page shows of a record: the quotes that one voice says. */
export interface ShownRecord {
  /** Its number in the catalog. */
  readonly row: number;
  readonly quotes: readonly ShownQuote[];
}

export interface ShownQuote {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  /** How many folded words it has: so one knows which words of the record are its own. */
  readonly words: number;
  readonly time: number | undefined;
  /** Topics that it is about by keeper or words, as numbers of the catalog. */
  readonly topics: readonly number[];
  /** Topics of its episode that its keeper says it is not about. */
  readonly denied: readonly number[];
}

/** A topic that is denied is stored as what no topic’s number is: `-1` for the first, `-2` for the second. */
type Stored = readonly [
  id: string,
  number: number,
  text: string,
  words: number,
  time: number,
  ...topics: number[],
];

/** A quote to be published, with its words themselves. */
type Publishable = Omit<ShownQuote, 'words'> & { readonly words: ArrayLike<unknown> };

/** A record as it is published, with its number in the catalog; a file has a list of them. */
export function serializeShown(record: { row: number; quotes: readonly Publishable[] }): string {
  const stored = record.quotes.map(({ id, number, text, words, time, topics, denied }): Stored => [
    id,
    number,
    text,
    words.length,
    time ?? -1,
    ...topics,
    ...denied.map((topic) => -1 - topic),
  ]);
  return JSON.stringify([record.row, ...stored]);
}

/** The records of a published file. */
export function parseShown(text: string): ShownRecord[] {
  const records = JSON.parse(text) as (readonly [number, ...Stored[]])[];
  return records.map(([row, ...stored]) => ({
    row,
    quotes: stored.map(([id, number, said, words, time, ...topics]) => ({
      id,
      number,
      text: said,
      words,
      time: time < 0 ? undefined : time,
      topics: topics.filter((topic) => topic >= 0),
      denied: topics.filter((topic) => topic < 0).map((stored) => -1 - stored),
    })),
  }));
}
