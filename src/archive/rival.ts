import type { Claim, Words } from './claim.ts';
import type { Binding } from './binding.ts';
import { gatherEvidence } from './evidence.ts';

/** Runs of three tokens that stand in more quotes than this tell nothing. */
const tooCommon = 64;

/**
 * Looks for another explanation: a new quote elsewhere that holds an old one as well, or an old one elsewhere
 * that fills a new one as well. Where there is one, nobody can say whose words are whose.
 */
export class RivalFinder {
  readonly #binding: Binding;
  readonly #words: Words;
  readonly #claimed = new Map<number, Claim[]>();
  readonly #claimOf = new Map<number, Claim>();
  readonly #old: Index;
  readonly #fresh: Index;

  constructor(binding: Binding, words: Words, claims: readonly Claim[]) {
    this.#binding = binding;
    this.#words = words;
    for (const claim of claims) {
      this.#claimOf.set(claim.index, claim);
      for (const { at } of claim.evidence.parts) {
        const known = this.#claimed.get(at);
        if (known) known.push(claim);
        else this.#claimed.set(at, [claim]);
      }
    }
    const citable = words.old.map((tokens, index) => (binding.isCitable[index] ? tokens : none));
    this.#old = new Index(citable);
    const free = words.fresh.map((tokens, at) => (binding.isFree(at) ? tokens : none));
    this.#fresh = new Index(free);
  }

  has(claim: Claim): boolean {
    return this.#isElsewhere(claim) || this.#isFilledByAnother(claim);
  }

  /** New quotes, free when the finder was made, that share runs of words with an old one. */
  placesLike(index: number): number[] {
    return [...this.#fresh.similarTo(this.#words.old[index]!)];
  }

  /**
   * Whether any other old quote, bound or not, fills a new one at least as well. Those that claim other words
   * of it, half of their own at least, went into it too: they are no rivals.
   */
  isFilledBetter(index: number, at: number): boolean {
    const matched = this.#compare(index, at).parts[0]?.matched ?? 0;
    const partners = new Set(
      (this.#claimed.get(at) ?? []).flatMap((claim) => {
        const part = claim.evidence.parts.find((one) => one.at === at);
        return part && part.matched * 2 >= claim.evidence.tokens ? [claim.index] : [];
      }),
    );
    return [...this.#old.similarTo(this.#words.fresh[at]!)].some(
      (other) =>
        other !== index &&
        !(partners.has(index) && partners.has(other)) &&
        (this.#compare(other, at).parts[0]?.matched ?? 0) >= matched,
    );
  }

  /** Another new quote holds the old one as well. */
  #isElsewhere({ index, evidence }: Claim): boolean {
    const own = new Set(evidence.parts.map((part) => part.at));
    for (const at of this.#fresh.similarTo(this.#words.old[index]!)) {
      if (own.has(at)) continue;
      const found = this.#compare(index, at).found;
      const isClaimed = (this.#claimed.get(at) ?? []).some((other) => other.index !== index);
      if (found >= (isClaimed ? evidence.found + 0.1 : evidence.found - 0.05)) return true;
    }
    return false;
  }

  /** Another old quote fills the new one as well. */
  #isFilledByAnother({ index, evidence }: Claim): boolean {
    const { old } = this.#binding;
    for (const { at, matched } of evidence.parts) {
      const heard = this.#words.heard[at]!;
      if (matched / heard < 0.4) continue;
      const claimants = new Set((this.#claimed.get(at) ?? []).map((claim) => claim.index));
      for (const other of this.#old.similarTo(this.#words.fresh[at]!)) {
        if (other === index || claimants.has(other) || old[other]!.gone === true) continue;
        if (old[other]!.words === old[index]!.words) continue;
        const rival = this.#compare(other, at);
        const rivalMatched = rival.parts[0]?.matched ?? 0;
        const claim = this.#claimOf.get(other);
        if (claim) {
          if (rival.found > claim.evidence.found + 0.1 && rivalMatched > matched) return true;
        } else if (this.#binding.isOpen(other)) {
          if (rivalMatched >= matched - 0.05 * heard) return true;
        } else if (rivalMatched > matched + 0.05 * heard) return true;
      }
    }
    return false;
  }

  #compare(index: number, at: number) {
    const { old, fresh, vocabulary } = this.#words;
    return gatherEvidence([old[index]!], [fresh[at]!], vocabulary)[0]!;
  }
}

const none = new Int32Array(0);

/** Finds the quotes that share runs of three tokens with others. */
class Index {
  readonly #places = new Map<number, number[]>();

  constructor(quotes: readonly Int32Array[]) {
    quotes.forEach((tokens, index) => {
      for (const key of runsOf(tokens)) {
        const known = this.#places.get(key);
        if (!known) this.#places.set(key, [index]);
        else if (known.at(-1) !== index) known.push(index);
      }
    });
  }

  /** Those that share at least a quarter of a quote's runs. */
  *similarTo(tokens: Int32Array): Generator<number> {
    const shared = new Map<number, number>();
    let runs = 0;
    for (const key of runsOf(tokens)) {
      runs++;
      const places = this.#places.get(key);
      if (!places || places.length > tooCommon) continue;
      for (const place of places) shared.set(place, (shared.get(place) ?? 0) + 1);
    }
    for (const [place, count] of shared) if (count >= runs / 4) yield place;
  }
}

function* runsOf(tokens: Int32Array): Generator<number> {
  for (let index = 0; index + 3 <= tokens.length; index++) {
    const [a, b, c] = [tokens[index]!, tokens[index + 1]!, tokens[index + 2]!];
    if (a < 0 || b < 0 || c < 0) continue;
    // Two runs with one key only cost a comparison.
    yield (a * 1_000_003 + b) * 131 + c;
  }
}
