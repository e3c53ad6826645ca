import type { Hit } from '../search/engine.ts';
import { countAppearances } from '../search/facet.ts';
import type { Showing } from '../search/showing.ts';
import { link, make } from './dom.ts';
import { type HitContext, renderHit } from './search-hit.ts';
import { counted, fill, type SearchWords } from './search-words.ts';

/**
 * Adds hits to what is shown: to the only list, or each to the list of its group, with a heading. Gives the
 * first of them.
 */
export function appendHits(
  hits: readonly Hit[],
  place: HTMLElement,
  context: HitContext,
): HTMLElement | undefined {
  let first: HTMLElement | undefined;
  for (const hit of hits) {
    const item = renderHit(hit, context);
    first ??= item;
    listFor(hit, place, context).append(item);
  }
  return first;
}

function listFor({ row }: Hit, place: HTMLElement, context: HitContext): HTMLElement {
  const { grouping, catalog, words } = context;
  const group = { none: '', episode: String(row.episode), speaker: String(row.voice) }[grouping];
  const last = place.lastElementChild;
  if (last instanceof HTMLElement && last.dataset['group'] === group)
    return last.querySelector('ol')!;
  const { speakers, voices, episodes } = catalog;
  const name =
    grouping === 'episode'
      ? episodes[row.episode]?.title
      : (speakers[row.voice]?.[1] ?? voices[row.voice - speakers.length]);
  const list = make('ol', { class: 'hits', role: 'list' });
  const heading = grouping !== 'none' && make('h2', {}, make('bdi', {}, name || words.noSpeaker));
  place.append(make('section', { 'data-group': group }, heading, list));
  return list;
}

/** How many there are: of quotes those that are shown, of appearances all that were found. */
export function countText({ answer, hits, rest }: Showing, words: SearchWords): string {
  if (hits.length === 0 && rest === 'all') return words.nothing;
  const say = (sentence: string, appearances: number): string =>
    fill(sentence, {
      quotes: counted(words.quotes, hits.length),
      appearances: counted(words.appearances, appearances),
    }).join('');
  if (rest === 'all') {
    return say(words.all, countAppearances(hits));
  }
  const { terms, without } = answer.meaning;
  // One term that a record has is in one of its quotes; of two, or without a third, nobody knows yet.
  const isExact = terms.length < 2 && without.length === 0 && !answer.query.filters.topic;
  return say(isExact ? words.some : words.upTo, countAppearances(answer.candidates));
}

/** The link to what is shown next, where there is something or may be. */
export function renderMore(
  { rest }: Showing,
  href: string,
  words: SearchWords,
  show: () => void,
): Node[] {
  if (rest === 'all') return [];
  const name = rest === 'more' ? words.more : words.searchOn;
  const more = link({ href, class: 'more-hits' }, show, name);
  if (rest === 'more') return [more];
  return [more, make('span', { class: 'quiet' }, ` ${words.searchOnHint}`)];
}
