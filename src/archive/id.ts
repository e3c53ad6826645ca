import { hash } from 'node:crypto';
import { base32crockford } from '@scure/base';
import { canonVersion } from './canon.ts';
import type { EpisodeKey, QuoteId } from './model.ts';

/** `q` and eight Crockford base-32 characters. */
export const quoteIdPattern = /^q[0-9a-hjkmnp-tv-z]{8}$/;

/** Hexadecimal characters of a digest: 64 bits. */
const digestLength = 16;

/**
 * The digest of canonical words: the first 16 hexadecimal characters of the SHA-256 of their UTF-8 bytes.
 * Anybody can check it with the tools of any system: `printf %s 'Yes.' | sha256sum | cut -c1-16`.
 *
 * digestOf('Yes.') // => '5f9a2b795615ba6a'
 */
export const digestOf = (words: string): string =>
  hash('sha256', words, 'hex').slice(0, digestLength);

/**
 * The id of a quote that has none yet: a function of the episode's key, the quote's canonical words and
 * how many equal ones came before it in the episode. When `taken` knows the id, the next counter is tried.
 * So two people who add the same words get the same id, and a preview shows the one that will last.
 *
 * mintId('tide-tables', 'Nobody wrote them down.', 0, () => false) // => 'q' and eight characters
 */
export function mintId(
  episode: EpisodeKey,
  words: string,
  occurrence: number,
  taken: (id: QuoteId) => boolean,
): QuoteId {
  for (let counter = 0; ; counter++) {
    const made = [canonVersion, episode, words, occurrence, counter].join('\0');
    const digest = hash('sha256', made, 'buffer');
    const id = `q${base32crockford.encode(digest.subarray(0, 5)).toLowerCase()}`;
    if (!taken(id)) return id;
  }
}
