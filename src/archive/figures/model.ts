/**
 * The figures of an archive, as types: what is counted of it, of each speaker, topic, show and episode. How each is
 * counted is said here and nowhere else; pages, twins, charts and tables show these very numbers.
 *
 * Only speech is counted. Notes, breaks, advertisements and chapter titles are no speech. Every transcript counts: a
 * translation, and a recording that was published twice, as much as the first. An appearance is an episode of a
 * speaker also where the episode only names their role. Times are seconds.
 */

export type { ArchiveFigures, Coverage, Gaps, Network, Turnover } from './archive-model.ts';
import type {
  Appearance,
  Counts,
  Episode,
  Quote,
  Show,
  Speaker,
  Topic,
  Turn,
  Voice,
} from '../model.ts';
import type { ArchiveFigures } from './archive-model.ts';
import type { SpokenWords } from './spoken-words.ts';

/** A quote with what one must know to read it alone. */
export interface PlacedQuote {
  readonly quote: Quote;
  readonly turn: Turn;
  readonly episode: Episode;
  readonly voice: Voice;
}

// ——— Over time ————————————————————————————————————————————————————————————

/**
 * Years where the months from the first to the last are more than three years, quarters where they are more than
 * one, else months.
 */
export type Unit = 'year' | 'quarter' | 'month';

/** A year, a quarter or a month, and what was counted in it. */
export interface Period extends Counts {
  /** `2024`, `2024-Q1` or `2024-03`. */
  readonly name: string;
  /** First and last month: `2024-01`, `2024-03`; what a search takes for `from` and `to`. */
  readonly from: string;
  readonly to: string;
}

export interface OverTime {
  readonly unit: Unit;
  /** Oldest first, with none left out in between, from the first to the last that has an episode. */
  readonly periods: readonly Period[];
  /** Of episodes without a date, which are in no period. */
  readonly undated: Counts;
}

// ——— Speaking time ———————————————————————————————————————————————————————————

/**
 * How long somebody speaks. From one known time to the next is a stretch; it is theirs when all words in it are, and
 * no note stands in it. Known are the start and the end of a quote, a time among its words, that of a chapter or a
 * note, and the recording’s end. A stretch that goes backwards is unknown, as is what stands before the first time.
 */
export interface SpeakingTime {
  readonly seconds: number;
  /** Quotes all of whose words stand in stretches that are known; `seconds` may hold a piece of others. */
  readonly quotes: number;
}

// ——— A speaker ———————————————————————————————————————————————————————————————

export interface SpeakerFigures {
  readonly counts: Counts;
  /** Absent where no time is known. */
  readonly time?: SpeakingTime;
  /** Most episodes first. */
  readonly roles: readonly { readonly role: string; readonly episodes: number }[];
  /** The oldest and the newest appearance that has a date. */
  readonly first?: Appearance;
  readonly latest?: Appearance;
  readonly overTime: OverTime;
  /** Most episodes first. */
  readonly shows: readonly { readonly show: Show; readonly counts: Counts }[];
  /** Others, in the episodes where both say something: most episodes first, then most of their own quotes there. */
  readonly company: readonly Company[];
  /** Topics that their quotes are about, most quotes first. */
  readonly topics: readonly SpeakerTopic[];
  /** Words that they say more often than the rest of the archive does, the most telling first; at most 24. */
  readonly marks: readonly TellingWord[];
  readonly longest?: LongTurn;
  /**
   * Quotes of others that name them, oldest first. Names are their own and aliases of two words and more (of two
   * characters and more in scripts without blanks), and those of one word that `mentionedAs` lists; as whole words,
   * in any case, also with ’s. A name that two speakers share counts for neither, nor does one inside a longer one.
   */
  readonly mentions: readonly PlacedQuote[];
}

/** Somebody who speaks in the same episodes; `counts` are theirs in those. */
export interface Company {
  readonly speaker: Speaker;
  readonly counts: Counts;
}

export interface SpeakerTopic {
  readonly topic: Topic;
  /** Of this speaker, about this topic. */
  readonly quotes: number;
  readonly words: number;
  /** Of the quotes, those that are about it by keeper or terms, not only by their episode. */
  readonly spoken: number;
}

/**
 * A word that marks somebody out: one that they say more than twice as often as the others of the archive do in the
 * same language, more surely than by chance. Reckoned as weighted log-odds with an informative Dirichlet prior (Monroe,
 * Colaresi and Quinn, “Fightin’ Words”, Political Analysis 16, 2008), the prior being the words of the whole archive
 * in that language, on each side a quarter as heavy as what is said there; less the logarithm of two. z is at least
 * 1.96; three of their quotes have the word, in two episodes where they have two.
 *
 * Words are compared without case and accents. Those without a letter do not count, nor does what stands in square
 * brackets, nor parts of the names of a speaker and of those who appear with them. Where a script has no blanks, words
 * are what `Intl.Segmenter` of the Node that builds takes for such, of two characters and more.
 */
export interface TellingWord {
  /** As it is spelled most often in their words. */
  readonly text: string;
  /** As it is searched for. */
  readonly word: string;
  /** How often they say it. */
  readonly count: number;
  /** Per 10,000 of their words in that language, and of those of all others. */
  readonly own: number;
  readonly others: number;
  /** How many standard errors it is beyond twice as often. */
  readonly z: number;
}

/** The turn with the most words, the newest of equal ones; a note or a chapter in between does not end a turn. */
export interface LongTurn {
  readonly episode: Episode;
  readonly voice: Voice;
  readonly first: Quote;
  readonly last: Quote;
  readonly words: number;
  /** Where its time is known from its first word to its last. */
  readonly seconds?: number;
}

// ——— A topic —————————————————————————————————————————————————————————————————

/**
 * Why a quote counts as being about a topic, the strongest that holds: its keeper says so in the topic’s file
 * (`keeper`); the topic’s name, an alias or a term stands in its words (`terms`); its episode names the topic
 * (`episode`). A quote whose keeper says that it is not about the topic is not, whatever else holds.
 */
export type Reason = 'keeper' | 'terms' | 'episode';

export interface AboutQuote extends PlacedQuote {
  readonly reason: Reason;
}

export interface TopicFigures {
  /** Every quote about it, oldest episode first, each in its order; episodes without a date come first. */
  readonly quotes: readonly AboutQuote[];
  readonly byReason: Readonly<Record<Reason, Counts>>;
  /** Episodes with such a quote, the quotes, their words. */
  readonly counts: Counts;
  readonly overTime: OverTime;
  /** Who speaks of it: most quotes first. */
  readonly speakers: readonly TopicSpeaker[];
  /** Topics that the same quotes are about, by keeper or terms: most quotes first, at least two. */
  readonly related: readonly { readonly topic: Topic; readonly quotes: number }[];
  /** The oldest quote, by date, whose keeper or words say so. */
  readonly first?: AboutQuote;
}

export interface TopicSpeaker {
  readonly speaker: Speaker;
  /** Theirs about the topic. */
  readonly counts: Counts;
  /** Of all their own words, those in quotes about the topic: 0 to 1. */
  readonly share: number;
}

// ——— A show, an episode ——————————————————————————————————————————————————————

export interface ShowFigures {
  readonly counts: Counts;
  readonly time?: SpeakingTime;
  readonly overTime: OverTime;
  /** Those with a page, most words first; who says nothing, last. */
  readonly speakers: readonly Part[];
  /** What voices without a page say: a label of one episode need not be the same person in another. */
  readonly anonymous: Counts;
  /** Topics that its quotes are about, most quotes first. */
  readonly topics: readonly { readonly topic: Topic; readonly counts: Counts }[];
}

/** What one voice says of an episode or a show. `share` is of all its words: 0 to 1. */
export interface Part {
  readonly voice: Voice;
  readonly counts: Counts;
  readonly share: number;
  readonly time?: SpeakingTime;
}

export interface EpisodeFigures {
  readonly time?: SpeakingTime;
  /** Most words first; who says nothing, last. */
  readonly parts: readonly Part[];
  /** Every turn in order, for the strip; a note or a chapter in between does not end a turn. */
  readonly turns: readonly StripTurn[];
  readonly chapters: readonly { readonly title: string; readonly at: number }[];
  /** Topics whose terms fall in it, most quotes first, with the quotes where they fall. */
  readonly topics: readonly {
    readonly topic: Topic;
    readonly quotes: readonly { readonly quote: Quote; readonly at: number }[];
  }[];
  readonly longest?: LongTurn;
}

/** A turn; `at` and `size` are shares of the episode’s words, 0 to 1. */
export interface StripTurn {
  readonly voice: Voice;
  /** Its number in `parts`. */
  readonly part: number;
  readonly first: Quote;
  readonly at: number;
  readonly size: number;
}

// ——— The archive —————————————————————————————————————————————————————————————

/** All figures of an archive. */
export interface Figures {
  readonly archive: ArchiveFigures;
  readonly speakers: ReadonlyMap<Speaker['id'], SpeakerFigures>;
  readonly topics: ReadonlyMap<Topic['id'], TopicFigures>;
  readonly shows: ReadonlyMap<Show['id'], ShowFigures>;
  /** Of one episode, counted when asked for: nobody needs those of all at once. */
  readonly episode: (episode: Episode) => EpisodeFigures;
  /** Topics of a quote by keeper or terms, in the order of the archive; those of its episode are not among them. */
  readonly topicsOf: (episode: Episode, quote: Quote) => readonly Topic[];
  /** Why a quote is about a topic; undefined when it is not. */
  readonly reasonOf: (topic: Topic, episode: Episode, quote: Quote) => Reason | undefined;
  readonly words: SpokenWords;
}
