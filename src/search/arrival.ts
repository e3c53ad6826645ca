import { episodePath, href } from '../archive/permalink.ts';

/** Words that are lit up at most: more would only make the address long. */
const mostLit = 8;

/**
 * The way from a search to a quote in its context, where the words that were found are lit up, and, with a
 * time, the recording begins there. The page takes both out of its address once it has obeyed.
 *
 * arrivalHref('/', 'tide-tables', 'q7k2m9xqp', ['tide'])
 * // => '/episodes/tide-tables/?lit=tide#q7k2m9xqp'
 */
export function arrivalHref(
  base: string,
  key: string,
  id: string,
  matched: readonly string[],
  time?: number,
): string {
  const query = new URLSearchParams();
  const lit = [...new Set(matched)].slice(0, mostLit);
  if (lit.length > 0) query.set('lit', lit.join('|'));
  if (time !== undefined) query.set('play', String(time));
  const text = query.toString();
  return `${href(base, episodePath(key))}${text === '' ? '' : `?${text}`}#${id}`;
}
