import { foldedTexts } from '../folded.ts';
import type { Archive, Episode, Speaker, SpeakerId } from '../model.ts';
import { compareText } from '../order.ts';
import { logOddsOf } from './log-odds.ts';
import type { TellingWord } from './model.ts';
import { spell } from './spelling.ts';
import { quotesIn, type SpokenWords } from './spoken-words.ts';
import { runsIn, WholeWords } from './whole-words.ts';

/** Words that a speaker has at most. */
const most = 24;
/** Quotes and episodes that must have the word: what is said once may be chance. */
const fewestQuotes = 3;
const fewestEpisodes = 2;
/** Beyond this, chance gives one word in forty. */
const leastZ = 1.96;

/** A telling word by its number, not spelled yet. */
interface Mark extends Omit<TellingWord, 'text'> {
  readonly number: number;
}

/**
 * The words that mark each speaker out against the others of the same language, the most telling first. What makes
 * a word telling is said at `TellingWord`.
 */
export function findTelling(
  archive: Archive,
  spoken: SpokenWords,
): ReadonlyMap<SpeakerId, readonly TellingWord[]> {
  const words = new WholeWords(archive.episodes, spoken);
  const names = new NameWords(archive, words);
  const marks = new Map<Speaker, Mark[]>(archive.speakers.map((speaker) => [speaker, []]));
  const all = new Count(words);
  const own = new Tally(words);
  for (const { episodes, speakers } of byLanguage(archive)) {
    all.clear();
    for (const episode of episodes) all.add(episode);
    for (const [speaker, theirs] of speakers) {
      own.clear();
      for (const episode of theirs) own.add(episode, speaker.id);
      marks.get(speaker)!.push(...compare(own, all, words, names.near(speaker)));
    }
  }
  return new Map(
    [...marks].map(([speaker, found]) => {
      const telling = found.sort((a, b) => b.z - a.z || compareText(a.word, b.word)).slice(0, most);
      const spelled = spell(
        telling.map(({ number }) => number),
        speaker,
        words,
      );
      return [
        speaker.id,
        telling.map(({ number, ...mark }) => ({ text: spelled.get(number) ?? mark.word, ...mark })),
      ];
    }),
  );
}

/** The words of one that are telling beside those of all. */
function compare(
  own: Tally,
  all: Count,
  words: WholeWords,
  names: ReadonlySet<number>,
): readonly Mark[] {
  const others = all.words - own.words;
  if (others === 0) return [];
  const episodes = Math.min(fewestEpisodes, own.episodes);
  return own.numbers.flatMap((number): Mark[] => {
    if (own.quotesWith(number) < fewestQuotes || own.episodesWith(number) < episodes) return [];
    if (names.has(number)) return [];
    const count = own.countOf(number);
    const elsewhere = all.countOf(number) - count;
    const z = logOddsOf({ count, words: own.words }, { count: elsewhere, words: others });
    // Where all words are one and the same, there is no number.
    if (!(z >= leastZ)) return [];
    const mark = {
      number,
      word: words.texts[number]!,
      count,
      own: (count / own.words) * 10_000,
      others: (elsewhere / others) * 10_000,
      z,
    };
    return [mark];
  });
}

/** Counts words; its lists are used again for the next one. */
class Count {
  words = 0;
  /** Of the words that were counted, each once. */
  readonly numbers: number[] = [];
  readonly #words: WholeWords;
  readonly #counts: Uint32Array;

  constructor(words: WholeWords) {
    this.#words = words;
    this.#counts = new Uint32Array(words.texts.length);
  }

  countOf(number: number): number {
    return this.#counts[number]!;
  }

  add(episode: Episode): void {
    for (let place = 0; place < episode.quotes; place++) {
      for (const number of this.#words.in(episode, place)) {
        if (!this.#words.isWhole(number)) continue;
        this.words++;
        if (this.#counts[number]!++ === 0) this.numbers.push(number);
      }
    }
  }

  clear(): void {
    for (const number of this.numbers) this.#counts[number] = 0;
    this.numbers.length = 0;
    this.words = 0;
  }
}

/** What a tally keeps of a word, side by side: one look into memory finds all of it. */
const [said, quotesWith, episodesWith, lastQuote, lastEpisode] = [0, 1, 2, 3, 4];
const cells = 8;

/** Counts the words of one speaker, with the quotes and the episodes that have them. */
class Tally {
  words = 0;
  episodes = 0;
  /** Of the words that were counted, each once. */
  readonly numbers: number[] = [];
  readonly #words: WholeWords;
  readonly #kept: Uint32Array;
  /** The quote, by the order of counting. */
  #quote = 0;

  constructor(words: WholeWords) {
    this.#words = words;
    this.#kept = new Uint32Array(words.texts.length * cells);
  }

  countOf(number: number): number {
    return this.#kept[number * cells + said]!;
  }

  quotesWith(number: number): number {
    return this.#kept[number * cells + quotesWith]!;
  }

  episodesWith(number: number): number {
    return this.#kept[number * cells + episodesWith]!;
  }

  /** Counts what the speaker says in an episode. */
  add(episode: Episode, speaker: SpeakerId): void {
    this.episodes++;
    let place = -1;
    for (const [, { voice }] of quotesIn(episode)) {
      place++;
      if (voice.id !== speaker) continue;
      this.#quote++;
      for (const number of this.#words.in(episode, place)) this.#addWord(number);
    }
  }

  #addWord(number: number): void {
    if (!this.#words.isWhole(number)) return;
    const kept = this.#kept;
    const at = number * cells;
    this.words++;
    if (kept[at + said]!++ === 0) this.numbers.push(number);
    if (kept[at + lastQuote] !== this.#quote) {
      kept[at + lastQuote] = this.#quote;
      kept[at + quotesWith]!++;
    }
    if (kept[at + lastEpisode] !== this.episodes) {
      kept[at + lastEpisode] = this.episodes;
      kept[at + episodesWith]!++;
    }
  }

  clear(): void {
    for (const number of this.numbers) this.#kept.fill(0, number * cells, (number + 1) * cells);
    this.numbers.length = 0;
    this.words = 0;
    this.episodes = 0;
    this.#quote = 0;
  }
}

/** Words that are part of names. */
class NameWords {
  readonly #bySpeaker: ReadonlyMap<SpeakerId, readonly number[]>;

  constructor(archive: Archive, words: WholeWords) {
    this.#bySpeaker = new Map(
      archive.speakers.map(({ id, name, facts }) => {
        const names = [name, ...facts.aliases, ...facts.mentionedAs];
        const parts = names.flatMap((text) => [
          ...[...foldedTexts(text)].flatMap((word) => [word, `${word}s`]),
          ...runsIn(text),
        ]);
        return [id, parts.flatMap((part) => words.numberOf(part) ?? [])];
      }),
    );
  }

  /** Those of a speaker and of everybody who appears with them. */
  near({ id, appearances }: Speaker): ReadonlySet<number> {
    const near = new Set([id]);
    for (const { episode } of appearances)
      for (const { voice } of episode.participants) if (voice.id !== undefined) near.add(voice.id);
    return new Set([...near].flatMap((one) => this.#bySpeaker.get(one) ?? []));
  }
}

/** Episodes in one language, and who says something in which of them. */
interface LanguageGroup {
  readonly episodes: Episode[];
  readonly speakers: Map<Speaker, Episode[]>;
}

function byLanguage(archive: Archive): Iterable<LanguageGroup> {
  const groups = new Map<string, LanguageGroup>();
  for (const episode of archive.episodes) {
    const language = written(episode.language);
    const group: LanguageGroup = groups.get(language) ?? { episodes: [], speakers: new Map() };
    groups.set(language, group);
    group.episodes.push(episode);
    for (const { voice, quotes } of episode.participants) {
      const speaker = voice.id === undefined ? undefined : archive.speakerById.get(voice.id);
      if (!speaker || quotes === 0) continue;
      const known = group.speakers.get(speaker);
      if (known) known.push(episode);
      else group.speakers.set(speaker, [episode]);
    }
  }
  return groups.values();
}

/** A language with its script: countries do not matter, and Chinese is written in two ways. */
function written(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return `${language}-${script}`;
}
