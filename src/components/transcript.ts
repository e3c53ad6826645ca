import type { Episode, Quote, Voice } from '../archive/model.ts';
import { href, speakerPath } from '../archive/permalink.ts';
import { formatTime } from '../archive/time.ts';
import { escapeHtml, serializeInline } from '../formats/html.ts';

/**
 * The HTML of a transcript, and of lists of quotes. Written as strings and not as components: an archive
 * renders each of its half a million quotes twice, and everything here is escaped in one place, `formats/html`.
 */

export interface TranscriptOptions {
  /** The site's base path. */
  readonly base: string;
  /** Said where a transcript names nobody. */
  readonly unknownSpeaker: string;
}

/** A whole transcript: chapters as `h3`, turns with their speaker, each quote an element with its id. */
export function serializeTranscript(episode: Episode, options: TranscriptOptions): string {
  let html = '';
  let chapter = 0;
  for (const part of episode.parts) {
    if (part.type === 'chapter') {
      const time =
        part.startTime === undefined ? '' : ` <time>${formatTime(part.startTime)}</time>`;
      html += `<h3 id="c${++chapter}">${escapeHtml(part.title)}${time}</h3>\n`;
    } else if (part.type === 'note') {
      const label = part.label === undefined ? '' : `${escapeHtml(part.label)}: `;
      html += `<p class="note">${label}${serializeInline(part.content, options.base)}</p>\n`;
    } else {
      const who = part.continued
        ? ''
        : `<p class="who">${serializeVoice(part.voice, options)}</p>\n`;
      let quotes = '';
      for (const quote of part.quotes) quotes += serializeQuote(quote, '', options.base);
      html += `<div class="turn">${who}${quotes}</div>\n`;
    }
  }
  return html;
}

/** Who speaks, with a link where there is a page. */
export function serializeVoice(voice: Voice, { base, unknownSpeaker }: TranscriptOptions): string {
  if (voice.id !== undefined) {
    return `<a href="${href(base, speakerPath(voice.id))}">${escapeHtml(voice.name)}</a>`;
  }
  return escapeHtml(voice.name || unknownSpeaker);
}

/** A quote with its permalink in the margin: its time, or a pilcrow. `page` is where the quote lives. */
export function serializeQuote(quote: Quote, page: string, base: string): string {
  const mark = quote.startTime === undefined ? '¶' : formatTime(quote.startTime);
  const id = page === '' ? ` id="${quote.id}"` : '';
  const block = quote.block === undefined ? '' : ` class="${quote.block}"`;
  return `<p${id}${block}><a href="${page}#${quote.id}">${mark}</a> ${serializeInline(quote.content, base)}</p>\n`;
}
