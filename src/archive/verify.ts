import { canonicalWords } from './canon.ts';
import { difference, type Piece } from './difference.ts';
import { isInside, likenessOf } from './likeness.ts';
import type { ChangeRule, Gone, QuoteId, Voice, Wording } from './model.ts';
import type { PublishedEpisode, PublishedQuote } from './published.ts';
import { wordingsOfRange } from './range.ts';
import { tokensOf } from './token.ts';

/** What somebody cites: an id, and the words or their digest. */
export interface Cited {
  readonly id: QuoteId;
  /** The last quote of a range that starts at `id`. */
  readonly to?: QuoteId;
  readonly words?: string;
  /** Hexadecimal; eight characters or more of it. */
  readonly digest?: string;
}

/** A day (empty while it is in no ledger yet) and how the wording before it ended. */
interface Ended {
  readonly revision?: number;
  readonly until: string;
  readonly rule: ChangeRule;
}

/**
 * What a citation is. `id` is where its words are to be seen; pieces lead from the older to the newer
 * wording, or from the published words to the cited ones.
 */
export type Verdict =
  | {
      /** Identical to the current text. */
      readonly type: 'current';
      readonly id: QuoteId;
      readonly revision?: number;
      /** The same words were attributed to somebody else until then. */
      readonly reattributed?: { readonly until: string; readonly from: Voice; readonly to: Voice };
    }
  | ({
      /** Identical to an earlier revision. */
      readonly type: 'earlier';
      readonly id: QuoteId;
      readonly pieces: readonly Piece[];
    } & Ended)
  | ({
      /** Identical to what became part of another quote. */
      readonly type: 'merged';
      readonly id: QuoteId;
      readonly into: QuoteId;
    } & Ended)
  | ({
      /** Identical to words that stood there, by their digest; `removed` words are shown no more. */
      readonly type: 'removed' | 'rewritten';
      readonly id: QuoteId;
    } & Ended)
  | {
      readonly type: 'taken-down';
      readonly id: QuoteId;
      readonly date: string;
      readonly reason: string;
    }
  | ({
      /** Word for word inside the current text, or inside an earlier one. */
      readonly type: 'part';
      readonly id: QuoteId;
      readonly pieces: readonly Piece[];
    } & Partial<Ended>)
  | ({
      /** The id is known, the words are not its. The nearest wording, when words could be compared. */
      readonly type: 'different';
      readonly id: QuoteId;
      /** Case, punctuation or accents alone differ. */
      readonly nearly: boolean;
      /** An earlier wording was taken down: with that one nothing can be compared. */
      readonly withheld?: true;
      /** Words were removed: of them only the digest is known, and a part of them is not found by it. */
      readonly hidden?: true;
      readonly pieces: readonly Piece[];
    } & Partial<Ended>)
  | ({
      /** Identical to another quote of the episode, or to an earlier wording of it. */
      readonly type: 'elsewhere';
      readonly id: QuoteId;
    } & Partial<Ended>)
  | { readonly type: 'unknown-id'; readonly id: QuoteId };

/** Whether a verdict says that the archive publishes, or published under a living id, these very words. */
export const isIdentical = ({ type }: Verdict): boolean =>
  type === 'current' || type === 'earlier' || type === 'merged';

/** A digest of canonical words, as `id.ts` makes it; the browser brings its own SHA-256. */
export type DigestOf = (words: string) => string;

/** A wording that citations are compared with. */
interface Candidate {
  readonly words?: string;
  readonly digest: string;
  /** Absent when it stands today. */
  readonly ended?: Ended;
  readonly revision?: number;
}

/** Where an id of an episode stands. */
type Place =
  | { readonly type: 'quote'; readonly quote: PublishedQuote }
  | {
      readonly type: 'alias';
      readonly quote: PublishedQuote;
      readonly earlier: readonly Wording[];
    }
  | { readonly type: 'notice'; readonly gone: Extract<Gone, { type: 'notice' }> }
  | { readonly type: 'tombstone'; readonly gone: Extract<Gone, { type: 'tombstone' }> };

/**
 * What a citation is, held against the episode that its id is in.
 *
 * verifyCitation(episode, { id: 'q7k2m9xqp', words: 'Nobody wrote them down.' }, digestOf).type // => 'current'
 */
export function verifyCitation(
  episode: PublishedEpisode,
  cited: Cited,
  digestOf: DigestOf,
): Verdict {
  const verdict = verifyWords(episode, cited, digestOf);
  if (isIdentical(verdict) || cited.words === undefined) return verdict;
  const inside = quoted.exec(cited.words)?.[1];
  if (inside === undefined) return verdict;
  const bare = verifyWords(episode, { ...cited, words: inside }, digestOf);
  return bare.type === 'different' && !bare.nearly ? verdict : bare;
}

/** Words with the quotation marks of whoever cites them. */
const quoted = /^\s*["“„«»‹「『‘']([^]+)["”“»«›」』’'][.,;]?\s*$/;

function verifyWords(episode: PublishedEpisode, cited: Cited, digestOf: DigestOf): Verdict {
  const places = placesIn(episode);
  const place = places.get(cited.id);
  const words = cited.words === undefined ? undefined : canonicalWords(cited.words);
  const digest = words === undefined ? (cited.digest ?? '').toLowerCase() : digestOf(words);
  const is = (candidate: Candidate): boolean =>
    isSameDigest(candidate.digest, digest) ||
    (words !== undefined && candidate.words !== undefined && candidate.words === words);

  if (place && cited.to !== undefined && cited.to !== cited.id) {
    if (!places.has(cited.to)) return { type: 'unknown-id', id: cited.to };
    const range = wordingsOfRange(episode, cited.id, cited.to).map(({ words, until }) => ({
      words,
      digest: digestOf(words),
      ...(until !== undefined && { ended: { until, rule: 'reworded' as const } }),
    }));
    return compare(cited.id, range, is, words);
  }
  if (!place) return findElsewhere(places, cited.id, is) ?? { type: 'unknown-id', id: cited.id };
  if (place.type === 'tombstone') {
    const { id, date, reason } = place.gone;
    return { type: 'taken-down', id, date, reason };
  }
  const verdict =
    place.type === 'notice'
      ? compareGone(place.gone, is, words)
      : place.type === 'alias'
        ? compareAlias(place, cited.id, is, words)
        : compareQuote(place.quote, is, words);
  if (verdict.type !== 'different' || verdict.nearly) return verdict;
  return findElsewhere(places, cited.id, is) ?? verdict;
}

/** Every id of an episode. */
function placesIn(episode: PublishedEpisode): Map<QuoteId, Place> {
  const places = new Map<QuoteId, Place>();
  const keep = (some: readonly Gone[] | undefined): void => {
    for (const gone of some ?? [])
      places.set(
        gone.id,
        gone.type === 'notice' ? { type: 'notice', gone } : { type: 'tombstone', gone },
      );
  };
  for (const quote of episode.quotes) {
    keep(quote.before);
    places.set(quote.id, { type: 'quote', quote });
    for (const { id, earlier } of quote.aliases ?? [])
      places.set(id, { type: 'alias', quote, earlier });
  }
  keep(episode.after);
  return places;
}

// ——— One quote ————————————————————————————————————————————————————————————

const nowOf = (quote: PublishedQuote): Candidate => ({
  words: canonicalWords(quote.text),
  digest: quote.digest,
  revision: quote.revision,
});

const thenOf = ({ words, digest, revision, until, rule }: Wording): Candidate => ({
  ...(words !== undefined && { words }),
  digest,
  revision,
  ended: { revision, until, rule },
});

/** Today’s wording first, then the newest of the earlier ones. */
const wordingsOf = (quote: PublishedQuote): Candidate[] => [
  nowOf(quote),
  ...[...(quote.earlier ?? [])].reverse().map(thenOf),
];

function compareQuote(
  quote: PublishedQuote,
  is: (candidate: Candidate) => boolean,
  words: string | undefined,
): Verdict {
  const verdict = compare(quote.id, wordingsOf(quote), is, words);
  const last = quote.earlier?.at(-1);
  if (verdict.type !== 'current' || last?.rule !== 'reattributed') return verdict;
  return {
    ...verdict,
    reattributed: { until: last.until, from: last.voice, to: quote.voice },
  };
}

function compareAlias(
  { quote, earlier }: Extract<Place, { type: 'alias' }>,
  id: QuoteId,
  is: (candidate: Candidate) => boolean,
  words: string | undefined,
): Verdict {
  const own = [...earlier].reverse().map(thenOf);
  const same = own.find(is);
  if (same?.ended) return { type: 'merged', id, into: quote.id, ...same.ended };
  const verdict = compare(id, [...wordingsOf(quote), ...own], is, words);
  return { ...verdict, id: quote.id };
}

function compareGone(
  gone: Extract<Gone, { type: 'notice' }>,
  is: (candidate: Candidate) => boolean,
  words: string | undefined,
): Verdict {
  const { id, rule, date, revision, digest } = gone;
  const last: Candidate = { digest, revision, ended: { revision, until: date, rule } };
  const candidates = [...[...gone.earlier].reverse().map(thenOf), last];
  const same = candidates.find(is);
  if (!same?.ended) return compare(id, candidates, is, words);
  return { type: rule === 'removed' ? 'removed' : 'rewritten', id, ...same.ended };
}

/** `candidates` begin with what stands today, if anything does. */
function compare(
  id: QuoteId,
  candidates: readonly Candidate[],
  is: (candidate: Candidate) => boolean,
  words: string | undefined,
): Verdict {
  const now = candidates.find(({ ended }) => ended === undefined);
  const same = candidates.find(is);
  if (same && !same.ended)
    return {
      type: 'current',
      id,
      ...(same.revision !== undefined && { revision: same.revision }),
    };
  if (same?.ended) {
    const known = words ?? same.words;
    const pieces =
      known === undefined || now?.words === undefined ? [] : difference(known, now.words);
    return { type: 'earlier', id, pieces, ...same.ended };
  }
  const unseen = candidates.filter((one) => one.words === undefined);
  const beyond = {
    ...(unseen.some((one) => one.digest === '') && { withheld: true as const }),
    ...(unseen.some((one) => one.digest !== '') && { hidden: true as const }),
  };
  const readable = candidates.filter((one) => one.words !== undefined);
  if (words === undefined || words === '' || readable.length === 0)
    return { type: 'different', id, nearly: false, ...beyond, pieces: [] };
  const whole = readable.find((one) => isInside(words, one.words!));
  if (whole) {
    return { type: 'part', id, pieces: difference(whole.words!, words), ...whole.ended };
  }
  const { words: published = '', ended } = nearestOf(readable, words);
  const [theirs, ours] = [tokensOf(published), tokensOf(words)];
  const nearly = theirs.join(' ') === ours.join(' ');
  // Of two texts that have little in common, the few words that both have say nothing.
  const pieces: Piece[] =
    nearly || likenessOf(theirs, ours) >= leastLikeness
      ? difference(published, words)
      : [
          { type: 'removed', text: published },
          { type: 'added', text: words },
        ];
  return { type: 'different', id, nearly, ...beyond, pieces, ...ended };
}

/** Below this, texts are not laid over each other. */
const leastLikeness = 0.3;

/** The wording that shares most words with some words. */
function nearestOf(candidates: readonly Candidate[], words: string): Candidate {
  const cited = tokensOf(words);
  let best = candidates[0]!;
  let most = -1;
  for (const candidate of candidates) {
    const likeness = likenessOf(cited, tokensOf(candidate.words ?? ''));
    if (likeness > most) {
      most = likeness;
      best = candidate;
    }
  }
  return best;
}

/** A citation may shorten the digest, or give all of SHA-256. */
function isSameDigest(published: string, cited: string): boolean {
  if (published.length < 8 || cited.length < 8) return false;
  return published.startsWith(cited) || cited.startsWith(published);
}

function findElsewhere(
  places: ReadonlyMap<QuoteId, Place>,
  not: QuoteId,
  is: (candidate: Candidate) => boolean,
): Verdict | undefined {
  let past: Verdict | undefined;
  for (const [id, place] of places) {
    if (id === not || (place.type !== 'quote' && place.type !== 'alias')) continue;
    const candidates = place.type === 'quote' ? wordingsOf(place.quote) : place.earlier.map(thenOf);
    const same = candidates.find(is);
    if (same && !same.ended) return { type: 'elsewhere', id };
    if (same?.ended) past ??= { type: 'elsewhere', id, ...same.ended };
  }
  return past;
}
