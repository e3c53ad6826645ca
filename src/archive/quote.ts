import { createHash } from 'node:crypto';
import { base32crockford } from '@scure/base';
import type { EpisodeKey, Inline, QuoteId } from './model.ts';

/**
 * The text of a quote without its marks.
 *
 * plainText(['Nobody ', { type: 'emphasis', children: ['wrote'] }, ' them down.']) // => 'Nobody wrote them down.'
 */
export function plainText(content: readonly Inline[]): string {
  const [first] = content;
  if (content.length === 1 && typeof first === 'string') return first;
  let text = '';
  for (const inline of content) {
    if (typeof inline === 'string') text += inline;
    else if (inline.type === 'code') text += inline.text;
    else if (inline.type === 'break') text += '\n';
    else if (inline.type !== 'time') text += plainText(inline.children);
  }
  return text;
}

/** Version of `canonicalWords` and `mintId`: it is part of what an id is made from. */
const version = 'q1';

/** Han and Kana and their punctuation: written without blanks. */
const unspaced =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const blankBetweenUnspaced = new RegExp(`(?<=${unspaced}) (?=${unspaced})`, 'gu');
// eslint-disable-next-line no-control-regex -- the fast way out: most quotes are ASCII
const ascii = /^[\x00-\x7f]*$/;

/**
 * What of a quote counts as its words: letters, punctuation and case do; Markdown marks and time stamps
 * do not; each run of white space is one space, and none between Han or Kana; Unicode NFC.
 *
 * canonicalWords('And  then\neverybody copied it. ') // => 'And then everybody copied it.'
 */
export function canonicalWords(text: string): string {
  const spaced = text.replace(/\s+/g, ' ').trim();
  if (ascii.test(spaced)) return spaced;
  return spaced.normalize('NFC').replace(blankBetweenUnspaced, '');
}

/**
 * The id of a quote that has none yet: a function of the episode's key, the quote's canonical words and
 * how many equal ones came before it in the episode. When `taken` knows the id, the next counter is tried.
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
    const digest = createHash('sha256')
      .update([version, episode, words, occurrence, counter].join('\0'))
      .digest();
    const id = `q${base32crockford.encode(digest.subarray(0, 5)).toLowerCase()}`;
    if (!taken(id)) return id;
  }
}
