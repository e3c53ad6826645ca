import { directionOf } from '../archive/language.ts';
import { formatTime } from '../archive/time.ts';
import type { Piece } from './match.ts';
import type { RecordMeta } from './pagefind.ts';

/** A quote that answers a query. */
export interface Hit extends RecordMeta {
  readonly id: string;
  readonly text: string;
  readonly time: number | undefined;
}

/** A hit as an item of the list. Words of the content are text nodes; nothing of them is ever HTML. */
export function renderHit(hit: Hit, pieces: readonly Piece[], words: DOMStringMap): HTMLLIElement {
  const item = document.createElement('li');
  const quote = document.createElement('blockquote');
  quote.lang = hit.language;
  quote.dir = directionOf(hit.language);
  for (const { text, marked } of pieces) quote.append(marked ? element('mark', text) : text);

  const source = element('p', '');
  source.className = 'quiet';
  const who = element('strong', hit.speaker || words['unknown'] || '');
  who.dir = 'auto';
  const link = document.createElement('a');
  link.href = `${hit.url}#${hit.id}`;
  link.textContent = hit.title;
  link.dir = 'auto';
  source.append(who, ' · ', link, ' · ', hit.show);
  if (hit.date) {
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeZone: 'UTC' });
    const date = element('time', format.format(new Date(`${hit.date}T00:00:00Z`)));
    date.dateTime = hit.date;
    source.append(' · ', date);
  }
  if (hit.time !== undefined) source.append(' · ', formatTime(hit.time));
  item.append(quote, source);
  return item;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text: string): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
