import type { Episode, FoundQuote, Gone, Quote, QuoteId, Turn, Voice } from '../archive/model.ts';
import { episodePath, href, speakerPath } from '../archive/permalink.ts';
import { formatTime } from '../archive/time.ts';
import { escapeHtml, serializeInline } from '../formats/html.ts';
import { serializeCitation, serializeSource } from './citation.ts';
import { markerOf } from './found-words.ts';
import { serializeGone } from './gone.ts';
import { serializeHistory, serializeMark } from './history.ts';
import { settingOf, whenHtml, type Surface, type Setting } from './surface.ts';

/**
 * The HTML of a transcript, and of lists of quotes. Written as strings and not as components: an archive
 * renders each of its half a million quotes twice, and everything here is escaped in one place, `formats/html`.
 */

/** A whole transcript: chapters as `h3`, turns with their speaker, each quote an element with its id. */
export const serializeTranscript = (episode: Episode, surface: Surface): string =>
  new TranscriptWriter(episode, surface).write();

/**
 * On which line of its file each quote stands, in their order: the first line, then the step to each next one.
 * Two characters a quote, most often.
 *
 * serializeLines(episode) // => '9,2,2,4'
 */
export function serializeLines(episode: Episode): string {
  let line = 0;
  const steps: number[] = [];
  for (const part of episode.parts) {
    if (part.type !== 'turn') continue;
    for (const { place } of part.quotes) {
      steps.push(place.line - line);
      line = place.line;
    }
  }
  return steps.join(',');
}

class TranscriptWriter {
  readonly #episode: Episode;
  readonly #surface: Surface;
  readonly #setting: Setting;
  readonly #page: string;
  readonly #sources = new Map<Voice, string>();
  /** The last quote that is written. */
  #last: QuoteId | undefined;

  constructor(episode: Episode, surface: Surface) {
    this.#episode = episode;
    this.#surface = surface;
    this.#setting = settingOf(episode, surface);
    this.#page = escapeHtml(surface.absolute(episodePath(episode.key)));
  }

  write(): string {
    const { base } = this.#surface;
    let html = '';
    let chapter = 0;
    for (const part of this.#episode.parts) {
      if (part.type === 'chapter') {
        const time =
          part.startTime === undefined ? '' : ` <time>${formatTime(part.startTime)}</time>`;
        html += `<h3 id="c${++chapter}">${escapeHtml(part.title)}${time}</h3>\n`;
      } else if (part.type === 'note') {
        const label = part.label === undefined ? '' : `${escapeHtml(part.label)}: `;
        html += `<p class="note">${label}${serializeInline(part.content, base)}</p>\n`;
      } else html += this.#turn(part);
    }
    return html + this.#gone(this.#episode.after, undefined);
  }

  #turn({ voice, continued, quotes }: Turn): string {
    // What stood before the first words of a turn was not said by its speaker, who is named again behind it.
    const [first] = quotes;
    const isPlain = continued && first?.before === undefined;
    const who = isPlain ? '' : `<p class="who">${serializeVoice(voice, this.#surface)}</p>\n`;
    const before = first ? this.#gone(first.before, first.id) : '';
    let said = '';
    for (const quote of quotes) {
      if (quote !== first) said += this.#gone(quote.before, quote.id);
      said += this.#quote(quote, voice);
      this.#last = quote.id;
    }
    return `${before}<div class="turn">${who}${said}</div>\n`;
  }

  #quote(quote: Quote, voice: Voice): string {
    const { ours } = this.#setting;
    const source = this.#sourceOf(voice);
    const end =
      serializeMark(quote, this.#setting, this.#surface) +
      serializeCitation(quote, source, this.#page, ours, this.#surface);
    const start = quote.aliases === undefined ? '' : this.#aliases(quote);
    const html = serializeParagraph(quote, '', start, end, this.#surface.base);
    return html + serializeHistory(quote, voice, this.#setting, this.#surface);
  }

  /** Where the addresses of quotes land that went into this one. */
  #aliases({ aliases = [] }: Quote): string {
    const { words } = this.#surface;
    return aliases
      .map(({ id, date }) => {
        const says = words.past.aliased(whenHtml(date, this.#surface));
        return `<span id="${id}" class="alias"${this.#setting.ours}>${says}</span> `;
      })
      .join('');
  }

  #sourceOf(voice: Voice): string {
    const known = this.#sources.get(voice);
    if (known !== undefined) return known;
    const source = serializeSource(voice, this.#episode, this.#surface);
    this.#sources.set(voice, source);
    return source;
  }

  #gone(run: readonly Gone[] | undefined, after: QuoteId | undefined): string {
    if (run === undefined || run.length === 0) return '';
    return serializeGone(run, { before: this.#last, after }, this.#setting, this.#surface);
  }
}

/** Who speaks, with a link where there is a page. */
export function serializeVoice(
  voice: Voice,
  { base, words }: Pick<Surface, 'base' | 'words'>,
): string {
  if (voice.id !== undefined) {
    return `<a href="${href(base, speakerPath(voice.id))}">${escapeHtml(voice.name)}</a>`;
  }
  return escapeHtml(voice.name || words.unknownSpeaker);
}

/** What a list says of a quote beside its words. */
export interface Listing {
  /** What is marked in its plain text. */
  readonly ranges?: FoundQuote['ranges'];
  /** Whether the keeper chose it for the topic whose list it is. */
  readonly isChosen?: boolean;
  /** Numbers of the topics that it is about, among those by which the list can be looked through. */
  readonly about?: readonly number[];
}

/** A quote outside its transcript: its words, with a permalink into the episode at `page`. */
export function serializeListed(
  quote: Quote,
  setting: Setting,
  surface: Surface,
  { ranges = [], isChosen = false, about = [] }: Listing = {},
): string {
  const end = serializeMark(quote, setting, surface) + (isChosen ? chosen(setting, surface) : '');
  const write = ranges.length === 0 ? undefined : markerOf(ranges);
  const html = serializeParagraph(quote, setting.page, '', end, surface.base, write);
  return about.length === 0 ? html : html.replace('<p', `<p data-about="${about.join(' ')}"`);
}

const chosen = ({ ours }: Setting, { words }: Surface): string =>
  ` <span class="chosen"${ours}>${words.topic.chosen}</span>`;

/** A quote with its permalink in the margin: its time, or a pilcrow. On its own page, `page` is empty. */
function serializeParagraph(
  quote: Quote,
  page: string,
  start: string,
  end: string,
  base: string,
  write?: (text: string) => string,
): string {
  const mark = quote.startTime === undefined ? '¶' : formatTime(quote.startTime);
  const id = page === '' ? ` id="${quote.id}"` : '';
  const block = quote.block === undefined ? '' : ` class="${quote.block}"`;
  return `<p${id}${block}><a href="${page}#${quote.id}">${mark}</a> ${start}${serializeInline(quote.content, base, write)}${end}</p>\n`;
}
