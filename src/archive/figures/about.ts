import type {
  Archive,
  Episode,
  Quote,
  QuoteId,
  SpeakerId,
  Topic,
  TopicId,
  TopicFacts,
} from '../model.ts';
import { NameTerms } from './mentions.ts';
import type { AboutQuote, PlacedQuote, Reason } from './model.ts';
import { quotesIn, type SpokenWords } from './spoken-words.ts';
import { type FoundTerm, TermTree } from './term-tree.ts';

/** What the quotes of an archive are about, and whom they name. */
export interface About {
  /** Topics of a quote by keeper or terms, in the order of the archive; those of its episode are not among them. */
  readonly topicsOf: (episode: Episode, quote: Quote) => readonly Topic[];
  /** Why a quote is about a topic, by keeper, terms or episode; undefined when it is not. */
  readonly reasonOf: (topic: Topic, episode: Episode, quote: Quote) => Reason | undefined;
  /** Every quote about each topic, oldest episode first, each in its order; episodes without a date come first. */
  readonly topics: ReadonlyMap<TopicId, readonly AboutQuote[]>;
  /** Quotes that name each speaker and are not their own, in the same order. */
  readonly mentions: ReadonlyMap<SpeakerId, readonly PlacedQuote[]>;
}

/**
 * Finds what each quote is about, and whom it names, in one look through the words of the archive. Labels of
 * turns are no words.
 *
 * gatherAbout(archive, SpokenWords.of(archive.episodes)).topicsOf(episode, quote) // => [tides]
 */
export function gatherAbout(archive: Archive, words: SpokenWords): About {
  const tree = new TermTree(words);
  const subjects = new Subjects(archive.topics, tree);
  const names = new NameTerms(archive.speakers, tree, archive.topics.length);
  const topics = new Map(archive.topics.map(({ id }) => [id, [] as AboutQuote[]]));
  const mentions = new Map(archive.speakers.map(({ id }) => [id, [] as PlacedQuote[]]));
  for (const episode of [...archive.episodes].reverse()) {
    const byEpisode = new Set(episode.topics);
    let place = 0;
    for (const [quote, turn] of quotesIn(episode)) {
      const placed: PlacedQuote = { quote, turn, episode, voice: turn.voice };
      const found = tree.find(words.in(episode, place++));
      const own = subjects.of(quote, found);
      for (const topic of own) {
        const reason = subjects.isKept(topic, quote) ? 'keeper' : 'terms';
        topics.get(topic.id)!.push({ ...placed, reason });
      }
      for (const topic of byEpisode) {
        if (own.includes(topic) || subjects.isDenied(topic, quote)) continue;
        topics.get(topic.id)!.push({ ...placed, reason: 'episode' });
      }
      for (const speaker of names.named(quote, found))
        if (speaker !== turn.voice.id) mentions.get(speaker)!.push(placed);
    }
  }
  return {
    topicsOf: (_episode, quote) => subjects.known(quote),
    reasonOf: (topic, episode, quote) => {
      if (subjects.known(quote).includes(topic))
        return subjects.isKept(topic, quote) ? 'keeper' : 'terms';
      const isNamed = episode.topics.includes(topic) && !subjects.isDenied(topic, quote);
      return isNamed ? 'episode' : undefined;
    },
    topics,
    mentions,
  };
}

const none: readonly Topic[] = [];

/** The topics of quotes by keeper and terms. */
class Subjects {
  readonly #topics: readonly Topic[];
  readonly #kept: ReadonlyMap<QuoteId, ReadonlySet<Topic>>;
  readonly #denied: ReadonlyMap<QuoteId, ReadonlySet<Topic>>;
  readonly #of = new Map<QuoteId, readonly Topic[]>();
  /** Lists of topics by their numbers: many quotes share one. */
  readonly #lists = new Map<string, readonly Topic[]>();

  constructor(topics: readonly Topic[], tree: TermTree) {
    this.#topics = topics;
    for (const [owner, { name, facts }] of topics.entries())
      for (const term of [name, ...facts.aliases, ...facts.terms]) tree.add(term, owner);
    this.#kept = byQuote(topics, ({ quotes, featured }) => [...quotes, ...featured]);
    this.#denied = byQuote(topics, ({ notAbout }) => notAbout);
  }

  /** Decides what a quote is about. */
  of(quote: Quote, found: readonly FoundTerm[]): readonly Topic[] {
    const owners = new Set<number>();
    for (const { owner } of found) if (owner < this.#topics.length) owners.add(owner);
    const keeper = this.#kept.size > 0 || this.#denied.size > 0;
    if (keeper) {
      for (const [owner, topic] of this.#topics.entries()) {
        if (this.isDenied(topic, quote)) owners.delete(owner);
        else if (this.isKept(topic, quote)) owners.add(owner);
      }
    }
    if (owners.size === 0) return none;
    const numbers = [...owners].sort((a, b) => a - b);
    const key = numbers.join(' ');
    const list = this.#lists.get(key) ?? numbers.map((number) => this.#topics[number]!);
    this.#lists.set(key, list);
    this.#of.set(quote.id, list);
    return list;
  }

  /** What was decided. */
  known(quote: Quote): readonly Topic[] {
    return this.#of.get(quote.id) ?? none;
  }

  isKept(topic: Topic, quote: Quote): boolean {
    return holds(this.#kept, topic, quote);
  }

  isDenied(topic: Topic, quote: Quote): boolean {
    return holds(this.#denied, topic, quote);
  }
}

function byQuote(
  topics: readonly Topic[],
  idsOf: (facts: TopicFacts) => readonly QuoteId[],
): Map<QuoteId, Set<Topic>> {
  const map = new Map<QuoteId, Set<Topic>>();
  for (const topic of topics) {
    for (const id of idsOf(topic.facts)) map.set(id, (map.get(id) ?? new Set()).add(topic));
  }
  return map;
}

/** Ids of quotes that were merged into a quote speak for it. */
const holds = (
  map: ReadonlyMap<QuoteId, ReadonlySet<Topic>>,
  topic: Topic,
  { id, aliases }: Quote,
): boolean =>
  map.get(id)?.has(topic) === true ||
  aliases?.some((alias) => map.get(alias.id)?.has(topic)) === true;
