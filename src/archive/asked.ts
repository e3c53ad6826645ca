import { findCitation, readPointer, type Pointer } from './pointer.ts';
import type { PublishedEpisode } from './published.ts';
import { verifyCitation, type DigestOf, type Verdict } from './verify.ts';

/** What somebody asks about, understood. */
export interface Asked {
  /** Absent when there is no id of a quote in it. */
  readonly pointer?: Pointer;
  /** The cited words are one of these; empty when there are none. */
  readonly words: readonly string[];
  readonly digest?: string;
}

/**
 * What was typed into two fields: the address of a quote and the cited words; or a whole citation in one of
 * them, and nothing in the other. `site` is the archive's own address.
 *
 * readAsked({ link: 'q7k2m9xqp', words: 'Nobody wrote them down.' }, site) // =>
 * { pointer: { id: 'q7k2m9xqp' }, words: ['Nobody wrote them down.'] }
 */
export function readAsked(
  typed: { readonly link?: string; readonly words?: string; readonly digest?: string },
  site: string,
): Asked {
  const link = (typed.link ?? '').trim();
  const words = (typed.words ?? '').trim();
  const digest = (typed.digest ?? '').trim().replace(/^sha-?256[:=]/i, '');
  const own = digest === '' ? {} : { digest };
  const pointer = link === '' ? undefined : readPointer(link, site);
  if (pointer && words !== '') return { pointer, words: [words], ...own };
  if (pointer && digest !== '') return { pointer, words: [], ...own };
  const whole = words === '' || /\s/.test(link) ? `${link} ${words}`.trim() : words;
  const found = findCitation(whole);
  const inside = pointer ?? (found.link === undefined ? undefined : readPointer(found.link, site));
  const rest = found.link === undefined ? '' : whole.replace(found.link, ' ').trim();
  const hasMore = found.words.length > 0 || found.digest !== undefined;
  return {
    ...(inside && { pointer: inside }),
    words: hasMore || rest === '' || rest === link ? found.words : [rest],
    ...(found.digest !== undefined && { digest: found.digest }),
    ...own,
  };
}

/** The better the answer, the further to the front. */
const order: readonly Verdict['type'][] = [
  'current',
  'earlier',
  'merged',
  'removed',
  'rewritten',
  'taken-down',
  'elsewhere',
  'part',
  'different',
  'unknown-id',
];
const rankOf = (verdict: Verdict): number =>
  order.indexOf(verdict.type) - (verdict.type === 'different' && verdict.nearly ? 0.5 : 0);

/**
 * The verdict about what was asked; where the words may be one of several, about those that fit best. The
 * digest counts only where there are no words: who has both may have altered the words.
 */
export function answer(
  episode: PublishedEpisode,
  pointer: Pointer,
  { words, digest }: Asked,
  digestOf: DigestOf,
): Verdict {
  const { id, to } = pointer;
  const cited = { id, ...(to !== undefined && { to }) };
  const verdicts = words.map((some) =>
    verifyCitation(episode, { ...cited, words: some }, digestOf),
  );
  const best = verdicts.sort((a, b) => rankOf(a) - rankOf(b))[0];
  return (
    best ?? verifyCitation(episode, { ...cited, ...(digest !== undefined && { digest }) }, digestOf)
  );
}
