/**
 * The words of the archive, as types. Values only: no files, no clock.
 *
 * Times (`startTime`, `endTime`, `duration`) are seconds. Dates are `YYYY-MM-DD` strings.
 * Ids are file names without their ending; a brand keeps one kind from passing as another.
 */

export type { Collection, CollectionFacts, Found, FoundQuote } from './collection.ts';
export type { ChartSubject, CitedQuote, EssayChart, EssayPart, QuoteSearch } from './essay.ts';
export type { Alias, Change, ChangeRule, Gone, NoticeRule, Withdrawn, Wording } from './wording.ts';
import type { Collection, CollectionFacts } from './collection.ts';
import type { EssayPart } from './essay.ts';
import type { Forge } from './forge.ts';
import type { Alias, Change, Gone, Withdrawn, Wording } from './wording.ts';

type Brand<Name extends string> = string & { readonly brand?: Name };

export type ShowId = Brand<'show'>;
export type SpeakerId = Brand<'speaker'>;
export type TopicId = Brand<'topic'>;
export type CollectionId = Brand<'collection'>;
/** The file name of an episode when it was first published; unique in the archive. */
export type EpisodeKey = Brand<'episode'>;
/** `q` and eight Crockford base-32 characters; unique in the archive. */
export type QuoteId = Brand<'quote'>;

export type Direction = 'ltr' | 'rtl';
export type Status = 'machine' | 'reviewed' | 'verified';
export type ShowKind = 'podcast' | 'meeting' | 'lectures' | 'other';
export type Host = 'github-pages' | 'cloudflare-pages' | 'netlify' | 'other';

/** Where something stands in a file; lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

// ——— What a transcript holds, as a format gives it ———————————————————————————

/** The text of a quote with the few marks that it may carry. Raw HTML is a plain string here. */
export type Inline =
  | string
  | { readonly type: 'emphasis' | 'strong'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly Inline[] }
  /** The time of the words after it. */
  | { readonly type: 'time'; readonly seconds: number }
  | { readonly type: 'break' };

/** The smallest citable unit, before it has an id. */
export interface Passage {
  readonly content: readonly Inline[];
  readonly startTime?: number;
  readonly endTime?: number;
  /** What it is when it is no paragraph; its text then keeps its line breaks. */
  readonly block?: 'list' | 'table' | 'code';
  readonly place: Place;
}

export interface Chapter {
  readonly type: 'chapter';
  readonly title: string;
  readonly startTime?: number;
  readonly place: Place;
}

/** What is not speech: laughter, breaks, stage directions. */
export interface Note {
  readonly type: 'note';
  readonly content: readonly Inline[];
  /** The label it stood under, such as `Break`. */
  readonly label?: string;
  readonly startTime?: number;
  readonly place: Place;
}

/** The passages under one label. Without a label they continue the speaker before. */
export interface Speech {
  readonly type: 'speech';
  readonly label: string | null;
  readonly passages: readonly Passage[];
  readonly place: Place;
}

/** A transcript in document order, faithful to its file: neighbours with the same label stay apart. */
export interface Transcript {
  readonly parts: readonly (Chapter | Note | Speech)[];
}

// ——— What the front matter says ————————————————————————————————————————————

export interface License {
  readonly name: string;
  readonly url?: string;
}

export interface Link {
  readonly label: string;
  readonly url: string;
}

/** How much one file may hold; more is refused before it is read. */
export interface Limits {
  readonly fileBytes: number;
  /** Of a line, and of a quote. */
  readonly lineBytes: number;
  /** In one episode. */
  readonly quotes: number;
  readonly speakers: number;
}

export interface ArchiveFacts {
  readonly title: string;
  readonly description: string;
  /** Absolute address of the site, with its base path: `https://example.org/archive/`. */
  readonly url: string;
  /** The language of the interface. */
  readonly language: string;
  readonly license?: License;
  readonly repository?: string;
  readonly branch: string;
  /** What kind of host the repository has, where its name does not tell. */
  readonly forge?: Forge;
  /** Where the content folder lies in the repository; `content` unless told. */
  readonly contentPath: string;
  readonly host: Host;
  readonly contact?: string;
  readonly navigation: readonly string[];
  /** Quotes with a page of their own: those that are featured somewhere, or all. */
  readonly cards: 'featured' | 'all';
  readonly featured: readonly QuoteId[];
  /** Words of a paragraph from which the check warns that it is long; 0 never. */
  readonly longestQuote: number;
  /** The collection that newcomers begin with. */
  readonly start?: CollectionId;
  /** Where a keeper wants others than the usual ones. */
  readonly limits?: Partial<Limits>;
  /** Whether the site has the documentation. */
  readonly docs: boolean;
}

export interface ShowFacts {
  readonly title: string;
  readonly description?: string;
  readonly kind: ShowKind;
  readonly language?: string;
  readonly url?: string;
  readonly license?: License;
  readonly formerly: readonly ShowId[];
}

export interface SpeakerFacts {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Names that look like this one and are somebody else: settles a warning for good. */
  readonly distinctFrom: readonly string[];
  /** Names of one word that mean this person wherever others say them. */
  readonly mentionedAs: readonly string[];
  readonly description?: string;
  readonly image?: string;
  readonly links: readonly Link[];
  readonly sameAs: readonly string[];
  /** File names that it had before: their addresses stay, and lead here. */
  readonly formerly: readonly SpeakerId[];
  readonly featured: readonly QuoteId[];
}

export interface TopicFacts {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Words that mark a quote as being about the topic. */
  readonly terms: readonly string[];
  /** Quotes that are about the topic though none of its words stands in them. */
  readonly quotes: readonly QuoteId[];
  /** Quotes that are not about it, whatever words stand in them. */
  readonly notAbout: readonly QuoteId[];
  readonly broader?: TopicId;
  readonly description?: string;
  readonly formerly: readonly TopicId[];
  readonly featured: readonly QuoteId[];
}

export interface EpisodeFacts {
  readonly title: string;
  readonly date?: string;
  readonly language?: string;
  readonly direction?: Direction;
  /** Labels that are neither a name nor an alias, and whom they mean. */
  readonly speakers: Readonly<Record<string, SpeakerId>>;
  readonly roles: Readonly<Record<SpeakerId, string>>;
  readonly audio?: string;
  readonly video?: string;
  readonly duration?: number;
  readonly topics: readonly TopicId[];
  readonly summary?: string;
  readonly source?: string;
  readonly status?: Status;
  readonly translationOf?: EpisodeKey;
  readonly number?: number;
  readonly season?: number;
  /** Who made the transcript. */
  readonly transcriber?: string;
  readonly license?: License;
  /** Another key than the file's name: only where an address had to change. */
  readonly key?: EpisodeKey;
  /** The episode whose words it repeats, when a recording was published twice. */
  readonly repeats?: EpisodeKey;
}

// ——— What the archive is joined from ————————————————————————————————————————

/** One file of the content folder, read. */
export interface Entry<Facts> {
  readonly id: string;
  /** As shown to people: `content/speakers/jo-field.md`. */
  readonly file: string;
  /** Inside the content folder: `speakers/jo-field.md`. */
  readonly path: string;
  readonly facts: Facts;
  /** Where each field of the front matter stands, by dotted name: `speakers.JF`, `topics.0`. */
  readonly places: ReadonlyMap<string, Place>;
}

/** An entry with a text about it, as safe HTML. */
export interface ProseEntry<Facts> extends Entry<Facts> {
  readonly html: string;
}

/** A collection: its text has components in it. */
export interface EssayEntry extends Entry<CollectionFacts> {
  readonly parts: readonly EssayPart[];
}

export interface EpisodeEntry extends Entry<EpisodeFacts> {
  readonly show: ShowId;
  readonly transcript: Transcript;
  /** Git's own hash of the file. */
  readonly hash: string;
}

export interface Sources {
  readonly archive: Entry<ArchiveFacts>;
  readonly shows: readonly ProseEntry<ShowFacts>[];
  readonly speakers: readonly ProseEntry<SpeakerFacts>[];
  readonly topics: readonly ProseEntry<TopicFacts>[];
  readonly collections: readonly EssayEntry[];
  readonly episodes: readonly EpisodeEntry[];
}

// ——— The archive ——————————————————————————————————————————————————————————

/** Counts that are never mixed up. */
export interface Counts {
  readonly episodes: number;
  readonly quotes: number;
  readonly words: number;
}

export interface Quote extends Passage {
  readonly id: QuoteId;
  readonly words: number;
  /** Counts from 1; other words or another speaker are a new revision. */
  readonly revision: number;
  /** Of its canonical words (`digestOf`). */
  readonly digest: string;
  /** What the id stood for before, oldest first. Absent when nothing ever changed. */
  readonly earlier?: readonly Wording[];
  /** Quotes whose words went into this one; their ids land here. */
  readonly aliases?: readonly Alias[];
  /** Ids whose words stood before this quote and are gone. */
  readonly before?: readonly Gone[];
}

/** Who speaks: a speaker with a page, or an anonymous label. `id` is absent for the latter. */
export interface Voice {
  readonly id?: SpeakerId;
  readonly name: string;
}

/** One speaker until the next. A note or a chapter in between makes a `continued` turn. */
export interface Turn {
  readonly type: 'turn';
  readonly voice: Voice;
  readonly continued: boolean;
  readonly quotes: readonly Quote[];
}

/** One voice in one episode. With `voice.id` it is an appearance. */
export interface Participant {
  readonly voice: Voice;
  readonly role?: string;
  readonly quotes: number;
  readonly words: number;
  readonly turns: number;
  /** Absent when the participant says nothing in the transcript. */
  readonly first?: QuoteId;
}

export interface Episode {
  readonly key: EpisodeKey;
  readonly path: string;
  readonly show: Show;
  readonly title: string;
  readonly date?: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: Direction;
  readonly facts: EpisodeFacts;
  readonly status?: Status;
  readonly license?: License;
  readonly topics: readonly Topic[];
  readonly parts: readonly (Chapter | Note | Turn)[];
  readonly participants: readonly Participant[];
  readonly quotes: number;
  readonly words: number;
  /** The other episodes that are the same recording in another language. */
  readonly translations: readonly Episode[];
  /** Keys that it had before; each keeps a page with its anchors. */
  readonly formerly: readonly EpisodeKey[];
  /** Ids whose words stood after the last quote and are gone. */
  readonly after: readonly Gone[];
}

export interface Show {
  readonly id: ShowId;
  readonly path: string;
  readonly title: string;
  readonly facts: ShowFacts;
  readonly html: string;
  /** Newest first; those without a date last. */
  readonly episodes: readonly Episode[];
  readonly counts: Counts;
}

/** One speaker in one episode. */
export interface Appearance {
  readonly speaker: Speaker;
  readonly episode: Episode;
  readonly participant: Participant;
}

export interface Speaker {
  readonly id: SpeakerId;
  readonly path: string;
  readonly name: string;
  readonly facts: SpeakerFacts;
  readonly html: string;
  /** Newest first; those without a date last. */
  readonly appearances: readonly Appearance[];
  readonly counts: Counts;
}

export interface Topic {
  readonly id: TopicId;
  readonly path: string;
  readonly name: string;
  readonly facts: TopicFacts;
  readonly html: string;
  readonly broader?: Topic;
  readonly narrower: readonly Topic[];
  /** Those whose front matter names the topic, newest first. */
  readonly episodes: readonly Episode[];
  /** `quotes` and `words` of these episodes. */
  readonly counts: Counts;
}

/** Everything, joined. Each list is sorted; each map has the same things by id. */
export interface Archive {
  readonly facts: ArchiveFacts;
  /** By title. */
  readonly shows: readonly Show[];
  /** By name. */
  readonly speakers: readonly Speaker[];
  /** By name. */
  readonly topics: readonly Topic[];
  /** By title. */
  readonly collections: readonly Collection[];
  /** Newest first; those without a date last. */
  readonly episodes: readonly Episode[];
  readonly showById: ReadonlyMap<ShowId, Show>;
  readonly speakerById: ReadonlyMap<SpeakerId, Speaker>;
  readonly topicById: ReadonlyMap<TopicId, Topic>;
  readonly collectionById: ReadonlyMap<CollectionId, Collection>;
  readonly episodeByKey: ReadonlyMap<EpisodeKey, Episode>;
  readonly counts: Counts;
  /** By key. */
  readonly withdrawn: readonly Withdrawn[];
  /** Newest first. */
  readonly changes: readonly Change[];
  /** Every page that was ever published, from the site's root: `/speakers/jo-field/`. Sorted. */
  readonly addresses: readonly string[];
  /** Ids of quotes that have a card of their own: featured ones, or all; once published, a card stays. */
  readonly cards: ReadonlySet<QuoteId>;
}
