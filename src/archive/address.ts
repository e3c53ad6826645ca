import { calendarOf, monthPath } from './calendar.ts';
import { pageChanges } from './change-list.ts';
import { pageFound } from './collection.ts';
import type { TopicFigures } from './figures/model.ts';
import { type PagedList, paginate, quotesAbout, quotesOf } from './list.ts';
import type { Archive, TopicId } from './model.ts';
import { compareText } from './order.ts';
import {
  cardPath,
  collectionPath,
  episodePath,
  showPath,
  speakerPath,
  topicPath,
} from './permalink.ts';
import { findWhereabouts } from './whereabouts.ts';

/** Pages that every archive has. */
const fixedPages = [
  '/',
  '/about/',
  '/calendar/',
  '/changes/',
  '/cite/',
  '/collections/',
  '/episodes/',
  '/q/',
  '/search/',
  '/shows/',
  '/speakers/',
  '/stats/',
  '/speakers/by-presence/',
  '/topics/',
  '/trends/',
  '/verify/',
];

/** A numbered page of the quotes of a speaker, a topic or a saved search, whose own page is at `path`. */
export const quotesPath = (path: string, page: number): string => `${path}quotes/${page}/`;

/** What quotes are about, by topic: where topics have pages of quotes depends on their words. */
export type QuotesOfTopics = ReadonlyMap<TopicId, Pick<TopicFigures, 'quotes'>>;

/**
 * Every page that the archive publishes, from the site's root, sorted: what is in it, the former addresses of
 * its episodes, and the cards. Once in `content/ledger/addresses.txt` an address never ends: when nothing is
 * left to stand there, `lostPages` names it.
 *
 * pagesOf(archive, figures.topics) // => ['/', '/about/', …, '/episodes/tide-tables/', …, '/speakers/jo-field/quotes/1/', …]
 */
export function pagesOf(archive: Archive, topics: QuotesOfTopics): string[] {
  const pages = new Set(fixedPages);
  for (const { id } of archive.shows) pages.add(showPath(id));
  const addPaged = (path: string, list: PagedList<unknown>): void => {
    pages.add(path);
    for (const { number } of list.pages) pages.add(quotesPath(path, number));
  };
  for (const { id, appearances } of archive.speakers)
    addPaged(speakerPath(id), paginate(quotesOf(appearances)));
  for (const { id } of archive.topics) {
    const own = topics.get(id);
    addPaged(topicPath(id), paginate(own ? quotesAbout(own) : []));
  }
  for (const { id, found } of archive.collections) addPaged(collectionPath(id), pageFound(found));
  for (const { key, formerly } of [...archive.episodes, ...archive.withdrawn])
    for (const each of [key, ...formerly]) pages.add(episodePath(each));
  for (const { month, episodes } of calendarOf(archive.episodes))
    if (episodes > 0) pages.add(monthPath(month));
  for (const { number } of pageChanges(archive.changes).pages) pages.add(`/changes/${number}/`);
  for (const id of findWhereabouts(archive, archive.cards).keys()) pages.add(cardPath(id));
  return [...pages].sort(compareText);
}

/**
 * The pages that search engines may list: not those that stand for another (cards, former addresses), nor those
 * that only keep an address alive.
 */
export function listedPages(archive: Archive, topics: QuotesOfTopics): string[] {
  const former = [...archive.episodes, ...archive.withdrawn].flatMap(({ formerly }) => formerly);
  const hidden = new Set([...former, ...archive.withdrawn.map(({ key }) => key)].map(episodePath));
  return pagesOf(archive, topics).filter(
    (page) => !/^\/(?:q|quotes)\//.test(page) && !hidden.has(page),
  );
}

/** A published address at which nothing of its own stands any more. */
export interface LostPage {
  readonly path: string;
  /** The same thing under its new address. */
  readonly now?: string;
  /** Where to go, when it has none. */
  readonly instead: string;
}

/**
 * The addresses that were published once and that nothing serves: those of speakers, topics, shows and
 * collections that have another file name now, of lists that became shorter, and of what is gone. Sorted.
 *
 * lostPages(archive, figures.topics) // => [{ path: '/speakers/j-field/', now: '/speakers/jo-field/', instead: '/speakers/' }]
 */
export function lostPages(archive: Archive, topics: QuotesOfTopics): LostPage[] {
  const alive = new Set(pagesOf(archive, topics));
  const nowOf = new Map<string, string>();
  const remember = (
    things: readonly { id: string; facts: { formerly: readonly string[] } }[],
    path: (id: string) => string,
  ): void => {
    for (const { id, facts } of things)
      for (const former of facts.formerly) nowOf.set(path(former), path(id));
  };
  remember(archive.shows, showPath);
  remember(archive.speakers, speakerPath);
  remember(archive.topics, topicPath);
  remember(archive.collections, collectionPath);

  const published = [...archive.addresses.filter(isPage), ...nowOf.keys()];
  const lost = new Set(published.filter((path) => !alive.has(path)));
  return [...lost].sort(compareText).map((path) => {
    const [, whole = path, kind = '', rest = ''] = /^(\/([^/]+)\/[^/]+\/)(.*)$/.exec(path) ?? [];
    const renamed = nowOf.get(whole);
    const now =
      renamed === undefined ? undefined : [renamed + rest, renamed].find((one) => alive.has(one));
    const instead = [whole, `/${kind}/`].find((one) => one !== path && alive.has(one)) ?? '/';
    return { path, ...(now !== undefined && { now }), instead };
  });
}

/** A line of the file that nobody would have published names no page, and certainly none outside the site. */
const isPage = (path: string): boolean =>
  /^\/(?:[^/\\?#%\s]+\/)*$/.test(path) && !/\/\.+\//.test(path);
