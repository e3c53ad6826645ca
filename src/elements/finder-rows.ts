import { directionOf } from '../archive/language.ts';
import { episodePath, href, showPath, speakerPath, topicPath } from '../archive/permalink.ts';
import { formatTime } from '../archive/time.ts';
import type { DialogWords, Findable } from '../i18n/dialog.ts';
import { arrivalHref } from '../search/arrival.ts';
import type { Catalog } from '../search/catalog.ts';
import type { Hit } from '../search/engine.ts';
import { excerpt } from '../search/excerpt.ts';
import type { Suggestion } from '../search/suggestions.ts';
import { make } from './dom.ts';
import { counted, formatDate } from './search-words.ts';

/** Characters of a quote: a row is to be seen at one glance. */
const length = 150;

/** What rows are shown with. */
export interface RowContext {
  readonly catalog: Catalog;
  readonly words: DialogWords;
  readonly base: string;
}

const order = ['speaker', 'topic', 'show', 'episode'] as const;

/** The rows of the dialog, in groups with a name each: quotes first, then people, topics, shows, episodes. */
export function renderRows(
  hits: readonly Hit[],
  suggested: readonly Suggestion[],
  context: RowContext,
): HTMLElement[] {
  const rows: [Findable, HTMLElement[]][] = [
    ['quote', hits.map((hit) => renderQuote(hit, context))],
    ...order.map((kind): [Findable, HTMLElement[]] => [
      kind,
      suggested.filter((one) => one.kind === kind).map((one) => renderSuggestion(one, context)),
    ]),
  ];
  return rows.flatMap(([kind, own]) => (own.length === 0 ? [] : renderGroup(kind, own, context)));
}

function renderGroup(kind: Findable, rows: HTMLElement[], { words }: RowContext): HTMLElement {
  const id = `finder-of-${kind}`;
  const name = make('span', { id, role: 'presentation', class: 'of' }, words.groups[kind]);
  return make('div', { role: 'group', 'aria-labelledby': id, class: kind }, name, ...rows);
}

/** A link as a row: it is chosen from the field, and followed like any other. */
const option = (address: string, ...children: Parameters<typeof make>[2][]): HTMLAnchorElement =>
  make('a', { role: 'option', href: address, tabindex: '-1' }, ...children);

function renderQuote({ quote, ranges, row }: Hit, context: RowContext): HTMLElement {
  const { catalog, words, base } = context;
  const episode = catalog.episodes[row.episode]!;
  const lang = catalog.languages[episode.language] ?? 'und';
  const said = make('span', { class: 'words', lang, dir: directionOf(lang) });
  for (const { text, marked } of excerpt(quote.text, ranges, length))
    said.append(marked ? make('mark', {}, text) : text);
  const name =
    catalog.speakers[row.voice]?.[1] ?? catalog.voices[row.voice - catalog.speakers.length];
  const matched = ranges.map(([start, end]) => quote.text.slice(start, end));
  return option(
    arrivalHref(base, episode.key, quote.id, matched),
    said,
    renderSource(
      make('bdi', { class: 'who' }, name || words.noSpeaker),
      make('bdi', { lang }, episode.title),
      episode.date?.slice(0, 4),
      quote.time === undefined ? undefined : formatTime(quote.time),
    ),
  );
}

function renderSuggestion(suggestion: Suggestion, context: RowContext): HTMLElement {
  const { catalog, words, base } = context;
  const { kind, id, name, episodes } = suggestion;
  const address = href(base, pathOf(kind, id));
  const episode =
    suggestion.episode === undefined ? undefined : catalog.episodes[suggestion.episode];
  if (!episode)
    return option(
      address,
      make('bdi', { class: 'name' }, name),
      renderSource(counted(words.counts.episode, episodes)),
    );
  const lang = catalog.languages[episode.language];
  return option(
    address,
    make('bdi', { class: 'name', lang }, name),
    renderSource(
      make('bdi', {}, catalog.shows[episode.show]?.[1] ?? ''),
      episode.date && formatDate(episode.date),
    ),
  );
}

function pathOf(kind: Suggestion['kind'], id: string): string {
  switch (kind) {
    case 'speaker':
      return speakerPath(id);
    case 'topic':
      return topicPath(id);
    case 'show':
      return showPath(id);
    case 'episode':
      return episodePath(id);
  }
}

/** What stands below or beside a row’s own words. The blank before it parts the two for those who hear them. */
function renderSource(...parts: readonly (Node | string | undefined)[]): HTMLElement {
  const present = parts.filter((part): part is Node | string => Boolean(part));
  const parted = present.flatMap((part, index) => (index === 0 ? [' ', part] : [' · ', part]));
  return make('span', { class: 'source' }, ...parted);
}
