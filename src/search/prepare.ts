import { mkdir, open, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type About, gatherAbout } from '../archive/figures/about.ts';
import { SpokenWords } from '../archive/figures/spoken-words.ts';
import type { Archive, Episode, Topic } from '../archive/model.ts';
import { type Catalog, serializeCatalog } from './catalog.ts';
import { partsOf } from './part.ts';
import { mostRecords, recordsOf, type SearchRecord, serializeShown, wholeWord } from './record.ts';
import { VocabularyMaker } from './vocabulary-maker.ts';

/** The list of what is to be indexed. */
export interface PreparedParts {
  readonly names: readonly string[];
  /** Records in each file of quotes. */
  readonly perFile: number;
}

/** The names of what `prepareIndex` writes, for who makes the index of it. */
export const prepared = {
  /** `PreparedParts`. */
  parts: 'parts.json',
  catalog: 'catalog.json',
  /** A folder of the quotes that are shown, as they are published. */
  quotes: 'quotes',
  words: 'words.json',
  partName: (number: number): string => `p${number + 1}`,
};

/**
 * Files of quotes at most: beyond, several records share one. A host takes 20,000 files, and half of them are
 * for the pages.
 */
const mostFiles = 8000;

/** Characters that are gathered before they are written. */
const charactersAtOnce = 1 << 20;

/** What quotes are about. */
type QuoteTopics = Pick<About, 'topicsOf' | 'reasonOf'>;

/**
 * Writes what the index will be made of into a folder: a file for each part with the folded words of its
 * records, one record in a line; and what is published as it is: the quotes, the catalog, the vocabulary.
 */
export async function prepareIndex(
  archive: Archive,
  folder: string,
  words = SpokenWords.of(archive.episodes),
  about: QuoteTopics = gatherAbout(archive, words),
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const parts = partsOf(archive.episodes);
  const catalog = new CatalogMaker(archive, parts.flat(), about);
  const vocabulary = new VocabularyMaker(words);
  const whole = words.texts.map(wholeWord);
  const perFile = Math.max(1, Math.ceil(mostRecords(parts.flat()) / mostFiles));
  const quotes = new QuoteFiles(path.join(folder, prepared.quotes), perFile);
  await mkdir(quotes.folder);
  for (const [part, episodes] of parts.entries()) {
    const file = await open(path.join(folder, `${prepared.partName(part)}.txt`), 'w');
    try {
      let gathered = '';
      for (const episode of episodes) {
        for (const record of recordsOf(episode, words)) {
          vocabulary.add(record, part);
          await quotes.add(catalog.add(record, part));
          gathered += `${lineOf(record, whole)}\n`;
        }
        if (gathered.length < charactersAtOnce) continue;
        await file.write(gathered);
        gathered = '';
      }
      await file.write(gathered);
    } finally {
      await file.close();
    }
  }
  await quotes.end();
  const list: PreparedParts = { names: parts.map((_, part) => prepared.partName(part)), perFile };
  await writeFile(path.join(folder, prepared.parts), JSON.stringify(list));
  await writeFile(path.join(folder, prepared.catalog), serializeCatalog(catalog.made));
  await writeFile(path.join(folder, prepared.words), JSON.stringify(await vocabulary.serialize()));
}

/** The words of a record as Pagefind gets them. It drops records without any: whoever says `…` alone has one. */
function lineOf({ quotes }: SearchRecord, whole: readonly string[]): string {
  const words = quotes.flatMap((quote) => Array.from(quote.words, (word) => whole[word]!));
  return words.length > 0 ? words.join(' ') : wholeWord('');
}

/** Writes records into files, so many into each; the number of a record tells its file. */
class QuoteFiles {
  readonly folder: string;
  readonly #perFile: number;
  #waiting: string[] = [];
  #written = 0;

  constructor(folder: string, perFile: number) {
    this.folder = folder;
    this.#perFile = perFile;
  }

  async add(record: string): Promise<void> {
    this.#waiting.push(record);
    if (this.#waiting.length === this.#perFile) await this.end();
  }

  /** Writes what is waiting. */
  async end(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const file = path.join(this.folder, `${this.#written++}.json`);
    await writeFile(file, `[${this.#waiting.join(',\n')}]`);
    this.#waiting = [];
  }
}

/** The number of each thing, in the order in which they come. */
class Numbers {
  readonly #numbers = new Map<string, number>();
  readonly names: string[] = [];

  of(name: string): number {
    const known = this.#numbers.get(name) ?? this.names.push(name) - 1;
    this.#numbers.set(name, known);
    return known;
  }
}

/** Makes the catalog while the records go by. */
class CatalogMaker {
  readonly made: Catalog;
  readonly #about: QuoteTopics;
  readonly #speakers: ReadonlyMap<string, number>;
  readonly #topics: ReadonlyMap<string, number>;
  readonly #episodes: ReadonlyMap<Episode, number>;
  readonly #voices = new Numbers();
  readonly #roles = new Numbers();
  readonly #rows: Catalog['rows'][number][] = [];

  constructor(archive: Archive, episodes: readonly Episode[], about: QuoteTopics) {
    const speakers = archive.speakers.filter(({ counts }) => counts.quotes > 0);
    const shows = new Map(archive.shows.map(({ id }, index) => [id, index]));
    const languages = new Numbers();
    const statuses = new Numbers();
    this.#about = about;
    this.#speakers = new Map(speakers.map(({ id }, index) => [id, index]));
    this.#topics = new Map(archive.topics.map(({ id }, index) => [id, index]));
    this.#episodes = new Map(episodes.map((episode, index) => [episode, index]));
    this.made = {
      shows: archive.shows.map(({ id, title }) => [id, title]),
      speakers: speakers.map(({ id, name }) => [id, name]),
      voices: this.#voices.names,
      topics: archive.topics.map(({ id, name }) => [id, name]),
      roles: this.#roles.names,
      languages: languages.names,
      statuses: statuses.names,
      episodes: episodes.map((episode) => ({
        key: episode.key,
        title: episode.title,
        date: episode.date,
        show: shows.get(episode.show.id) ?? 0,
        language: languages.of(episode.language),
        status: episode.status === undefined ? undefined : statuses.of(episode.status),
        topics: this.#numbersOf(episode.topics),
        isPlayable: (episode.facts.audio ?? episode.facts.video) !== undefined,
      })),
      rows: this.#rows,
    };
  }

  /** Adds a record, and gives what is shown of it. */
  add({ episode, voice, role, quotes }: SearchRecord, part: number): string {
    const known = voice.id === undefined ? undefined : this.#speakers.get(voice.id);
    const topics = new Set<number>();
    const stored = quotes.map((recorded) => {
      const { quote } = recorded;
      const about = this.#about
        .topicsOf(episode, quote)
        .filter((topic) => !episode.topics.includes(topic));
      const denied = episode.topics.filter(
        (topic) => this.#about.reasonOf(topic, episode, quote) === undefined,
      );
      for (const number of this.#numbersOf(about)) topics.add(number);
      return { ...recorded, topics: this.#numbersOf(about), denied: this.#numbersOf(denied) };
    });
    const row = this.#rows.length;
    this.#rows.push({
      number: row,
      part,
      episode: this.#episodes.get(episode) ?? 0,
      voice: known ?? this.#speakers.size + this.#voices.of(voice.name),
      role: role === undefined ? undefined : this.#roles.of(role),
      topics: [...topics].sort((a, b) => a - b),
      longest: Math.max(0, ...quotes.map(({ words }) => words.length)),
    });
    return serializeShown({ row, quotes: stored });
  }

  #numbersOf(topics: readonly Topic[]): number[] {
    return topics.map(({ id }) => this.#topics.get(id) ?? 0);
  }
}
