import { TopicTerms } from '../archive/about.ts';
import { foldedWords } from '../archive/folded.ts';
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

  /** The quotes that answer a query, newest episode first, in the order in which they were said. */
  async search(query: Query): Promise<{ meaning: Meaning; quotes: ScannedQuote[] }> {
    const meaning = await interpret(query, this.vocabulary);
    const quotes: ScannedQuote[] = [];
    if (meaning.unknown.length > 0) return { meaning, quotes };
    for (const episode of this.#archive.episodes) {
      if (!passesEpisode(episode, query.filters)) continue;
      for (const part of episode.parts) {
        if (part.type !== 'turn' || !passesVoice(episode, part.voice, query.filters)) continue;
        for (const quote of part.quotes) {
          const recorded = recordQuote(quote, 0);
          const ranges = matchQuote(foldedWords(recorded.text), meaning);
          if (ranges && this.#isAbout(recorded, episode, query.filters))
            quotes.push({ quote, episode, voice: part.voice, ranges });
        }
      }
    }
    return { meaning, quotes };
  }

  #isAbout({ words }: RecordedQuote, episode: Episode, { topic }: Filters): boolean {
    if (!topic) return true;
    const about = [...episode.topics, ...this.#terms.topicsIn(words)];
    return about.some(({ id }) => topic.includes(id));
  }
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
