import { TopicTerms } from '../archive/about.ts';
import { type FoldedWord, foldedWords } from '../archive/folded.ts';
import type { Archive, Episode, Quote, Voice } from '../archive/model.ts';
import { interpret, type Meaning } from './meaning.ts';
import { matchQuote, type Range } from './match.ts';
import type { Filters, Query } from './query.ts';
import { recordQuote, type RecordedQuote, recordsOf } from './record.ts';
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
  readonly #terms: TopicTerms;

  private constructor(archive: Archive, vocabulary: Vocabulary) {
    this.#archive = archive;
    this.vocabulary = vocabulary;
    this.#terms = new TopicTerms(archive.topics);
  }

  /** Reads the words of the archive once; many queries may follow. */
  static async of(archive: Archive): Promise<Scan> {
    const maker = new VocabularyMaker();
    for (const episode of archive.episodes)
      for (const record of recordsOf(episode)) maker.add(record, 0);
    const { facts, pages } = await maker.serialize();
    return new Scan(
      archive,
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
      queries.map(async (query) => ({
        query,
        meaning: await interpret(query, this.vocabulary),
        quotes: [] as ScannedQuote[],
      })),
    );
    const answerable = asked.filter(({ meaning }) => meaning.unknown.length === 0);
    for (const episode of this.#archive.episodes) {
      const ofEpisode = answerable.filter(({ query }) => passesEpisode(episode, query.filters));
      for (const part of episode.parts) {
        if (part.type !== 'turn') continue;
        const { voice } = part;
        const ofVoice = ofEpisode.filter(({ query }) => passesVoice(episode, voice, query.filters));
        if (ofVoice.length === 0) continue;
        for (const quote of part.quotes) {
          const recorded = recordQuote(quote, 0);
          let words: FoldedWord[] | undefined;
          for (const { query, meaning, quotes } of ofVoice) {
            if (!mayMatch(recorded.words, meaning)) continue;
            // Where words stand takes longest to find out; most quotes have none of those asked for.
            words ??= foldedWords(recorded.text);
            const ranges = matchQuote(words, meaning);
            if (ranges && this.#isAbout(recorded, episode, query.filters))
              quotes.push({ quote, episode, voice, ranges });
          }
        }
      }
    }
    return asked.map(({ meaning, quotes }) => ({ meaning, quotes }));
  }

  #isAbout({ words }: RecordedQuote, episode: Episode, { topic }: Filters): boolean {
    if (!topic) return true;
    const about = [...episode.topics, ...this.#terms.topicsIn(words)];
    return about.some(({ id }) => topic.includes(id));
  }
}

/** Whether a quote has the first word of each term: quickly said, and no for most. */
const mayMatch = (words: readonly string[], { terms }: Meaning): boolean =>
  terms.every(({ kind, forms, words: [first = '', ...others] }) =>
    kind === 'word'
      ? words.some((word) => forms?.has(word))
      : others.length > 0
        ? words.includes(first)
        : words.some((word) => word.startsWith(first)),
  );

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
