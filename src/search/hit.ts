import { directionOf } from '../archive/language.ts';
import { formatTime } from '../archive/time.ts';
import { excerpt } from './excerpt.ts';
import type { Hit } from './pagefind.ts';

/**
 * A hit as an item of the list: its words, the found ones marked, who, where and when, and the link into
 * its context. Words of the content are text nodes; nothing of them is ever HTML.
 */
export function renderHit(hit: Hit, unknownSpeaker: string): HTMLLIElement {
  const item = document.createElement('li');
  const quote = document.createElement('blockquote');
  quote.lang = hit.language;
  quote.dir = directionOf(hit.language);
  for (const { text, marked } of excerpt(hit.text, hit.ranges)) {
    quote.append(marked ? element('mark', text) : text);
  }

  const source = element('p', '');
  source.className = 'quiet';
  const who = element('strong', hit.speaker || unknownSpeaker);
  who.dir = 'auto';
  const link = document.createElement('a');
  link.href = `${hit.url}#${hit.id}`;
  link.textContent = hit.title;
  link.dir = 'auto';
  source.append(who, ' · ', link, ' · ', hit.show);
  if (hit.date) {
    const date = element('time', formatDate(hit.date));
    date.dateTime = hit.date;
    source.append(' · ', date);
  }
  if (hit.time !== undefined) source.append(' · ', formatTime(hit.time));
  item.append(quote, source);
  return item;
}

/** As the pages of the archive write days: in the page's language, with Latin digits. */
function formatDate(date: string): string {
  const format = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'long',
    timeZone: 'UTC',
    numberingSystem: 'latn',
    calendar: 'gregory',
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
