import { type About, gatherAbout } from '../archive/figures/about.ts';
import { quotesIn, SpokenWords } from '../archive/figures/spoken-words.ts';
import { type FoldedWord, foldedWords } from '../archive/folded.ts';
import type { Archive, Episode, Quote, Voice } from '../archive/model.ts';
import { interpret, type Meaning, type MeantTerm } from './meaning.ts';
import { matchQuote, type Range } from './match.ts';
import type { Filters, Query } from './query.ts';
import { recordsOf, shownText } from './record.ts';
import { isWithin } from './row-filter.ts';
import { openVocabulary, type Vocabulary } from './vocabulary.ts';
import { VocabularyMaker } from './vocabulary-maker.ts';

/** A quote that answers a query. */
export interface ScannedQuote {
  readonly quote: Quote;
  readonly episode: Episode;
  readonly voice: Voice;
  /** In its plain text, with single blanks. */
  readonly ranges: readonly Range[];
}

/** What a query means, and the quotes that answer it: newest episode first, each in its order. */
export interface Scanned {
  readonly meaning: Meaning;
  readonly quotes: ScannedQuote[];
}

/**
 * Looks through a whole archive without any index. This is what a query means: the search page must find the
 * same quotes. It makes the pages of saved searches, too.
 */
export class Scan {
  readonly vocabulary: Vocabulary;
  readonly #archive: Archive;
  readonly #words: SpokenWords;
  /** Of the whole archive, once somebody asks for a topic. */
  #about: About | undefined;

  private constructor(archive: Archive, words: SpokenWords, vocabulary: Vocabulary) {
    this.#archive = archive;
    this.#words = words;
    this.vocabulary = vocabulary;
  }

  /** Reads the words of the archive once; many queries may follow. */
  static async of(archive: Archive, words = SpokenWords.of(archive.episodes)): Promise<Scan> {
    const maker = new VocabularyMaker(words);
    for (const episode of archive.episodes)
      for (const record of recordsOf(episode, words)) maker.add(record, 0);
    const { facts, pages } = await maker.serialize();
    return new Scan(
      archive,
      words,
      openVocabulary(facts, async (page) => pages[page] ?? ''),
    );
  }

  /** What answers a query. */
  async search(query: Query): Promise<Scanned> {
    const [scanned] = await this.searchAll([query]);
    return scanned!;
  }

  /** What answers each of several queries, in one look through the archive. */
  async searchAll(queries: readonly Query[]): Promise<Scanned[]> {
    const asked = await Promise.all(
      queries.map(async (query) => {
        const meaning = await interpret(query, this.vocabulary);
        const needed = meaning.terms.map((term) => this.#neededFor(term));
        return { query, meaning, needed, quotes: [] as ScannedQuote[] };
      }),
    );
    const answerable = asked.filter(({ meaning }) => meaning.unknown.length === 0);
    for (const episode of this.#archive.episodes) {
      const ofEpisode = answerable.filter(({ query }) => passesEpisode(episode, query.filters));
      if (ofEpisode.length === 0) continue;
      let place = 0;
      for (const [quote, { voice }] of quotesIn(episode)) {
        const numbers = this.#words.in(episode, place++);
        let words: FoldedWord[] | undefined;
        for (const { query, meaning, needed, quotes } of ofEpisode) {
          if (!needed.every((some) => hasOne(numbers, some))) continue;
          if (!passesVoice(episode, voice, query.filters)) continue;
          // Where words stand takes longest to find out; most quotes have none of those asked for.
          words ??= foldedWords(shownText(quote));
          const ranges = matchQuote(words, meaning);
          if (ranges && this.#isAbout(quote, episode, query.filters))
            quotes.push({ quote, episode, voice, ranges });
        }
      }
    }
    return asked.map(({ meaning, quotes }) => ({ meaning, quotes }));
  }

  /** Numbers of words of which a quote must have one to meet a term: quickly said, and no for most. */
  #neededFor({ kind, forms, words: [first = '', ...others] }: MeantTerm): ReadonlySet<number> {
    const { texts } = this.#words;
    if (kind !== 'word' && others.length === 0)
      return new Set(texts.flatMap((word, number) => (word.startsWith(first) ? [number] : [])));
    const words = kind === 'word' ? [...(forms?.keys() ?? [])] : [first];
    return new Set(words.flatMap((word) => this.#words.numberOf(word) ?? []));
  }

  #isAbout(quote: Quote, episode: Episode, { topic }: Filters): boolean {
    if (!topic) return true;
    this.#about ??= gatherAbout(this.#archive, this.#words);
    const { reasonOf } = this.#about;
    return topic.some((id) => {
      const wanted = this.#archive.topicById.get(id);
      return wanted !== undefined && reasonOf(wanted, episode, quote) !== undefined;
    });
  }
}

function hasOne(numbers: Uint32Array, some: ReadonlySet<number>): boolean {
  for (const number of numbers) if (some.has(number)) return true;
  return false;
}

function passesEpisode(episode: Episode, filters: Filters): boolean {
  const { show, episode: keys, language, status, from, to } = filters;
  const { date } = episode;
  return (
    (!show || show.includes(episode.show.id)) &&
    (!keys || keys.includes(episode.key)) &&
    (!language || language.includes(episode.language)) &&
    (!status || (episode.status !== undefined && status.includes(episode.status))) &&
    ((from === undefined && to === undefined) || (date !== undefined && isWithin(date, from, to)))
  );
}

function passesVoice(episode: Episode, voice: Voice, { speaker, role }: Filters): boolean {
  const own = episode.participants.find(
    (one) => one.voice.id === voice.id && one.voice.name === voice.name,
  );
  return (
    (!speaker || (voice.id !== undefined && speaker.includes(voice.id))) &&
    (!role || (own?.role !== undefined && role.includes(own.role)))
  );
}
