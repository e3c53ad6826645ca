import { canonicalWords } from '../archive/canon.ts';
import type { SaidQuote, Since, StandingQuotes } from '../archive/cited.ts';
import { episodePath, href } from '../archive/permalink.ts';
import { plainText } from '../archive/quote.ts';
import { escapeHtml, serializeInline } from '../formats/html.ts';
import { markerOf } from './found-words.ts';
import { tellGone } from './gone.ts';
import { changedBy, historyId, serializeDifference, serializeMark } from './history.ts';
import { whenHtml, type Setting, type Surface } from './surface.ts';
import { serializeVoice } from './transcript.ts';

/** The HTML of quotes that stand in an essay: their words as they are today, and what became of them. */

/** The address at which a quote, or a range of them, is read in its episode. */
export const addressOf = (
  { id, to, episode }: Pick<StandingQuotes, 'id' | 'to' | 'episode'>,
  { base }: Pick<Surface, 'base'>,
): string => `${href(base, episodePath(episode.key))}${to === undefined ? '' : `?to=${to}`}#${id}`;

/** Whether one voice says all of it. */
export const isOneVoice = (said: readonly SaidQuote[]): boolean =>
  said.every(({ voice }) => voice.id === said[0]?.voice.id && voice.name === said[0]?.voice.name);

/** The words of quotes; who speaks stands before them where there are several. */
export function serializeSaid(
  { said, since }: Pick<StandingQuotes, 'said' | 'since'>,
  setting: Setting,
  surface: Surface,
): string {
  const isNamed = !isOneVoice(said);
  let html = '';
  let last: string | undefined;
  for (const { quote, voice, ranges = [] } of said) {
    const who = serializeVoice(voice, surface);
    if (isNamed && who !== last) html += `<p class="who">${who}</p>\n`;
    last = who;
    const block = quote.block === undefined ? '' : ` class="${quote.block}"`;
    const write = ranges.length === 0 ? undefined : markerOf(ranges);
    // That it was corrected since is told below, at more length.
    const mark = since?.id === quote.id ? '' : serializeMark(quote, setting, surface);
    html += `<p${block}>${serializeInline(quote.content, surface.base, write)}${mark}</p>\n`;
  }
  return html;
}

/** What the reader must know of the words: that they were corrected, merged, or that some are gone. */
export function serializeNotes(
  standing: StandingQuotes,
  setting: Setting,
  surface: Surface,
): string {
  const { alias, gone, since, said } = standing;
  const { essay, past } = surface.words;
  const notes = [
    ...(alias ? [past.aliased(whenHtml(alias.date, surface))] : []),
    ...gone.map((one) => tellGone(one, surface)),
    ...(since ? [tellSince(since, setting, surface)] : []),
  ];
  const html = notes.map((note) => `<p class="status-note">${note}</p>\n`).join('');
  const now = said.find(({ quote }) => quote.id === since?.id)?.quote;
  const seen = since?.seen?.words;
  if (seen === undefined || !now) return html;
  const words = canonicalWords(plainText(now.content));
  if (words === seen) return html;
  return `${html}<details class="history"><summary>${essay.seen}</summary><p class="said"${tongueOf(standing, surface)}>${serializeDifference(seen, words, setting.ours, surface)}</p></details>\n`;
}

function tellSince({ id, last }: Since, { page }: Setting, surface: Surface): string {
  const { essay, past } = surface.words;
  const changed = past.changed[changedBy(last.rule)](whenHtml(last.until, surface));
  return `${essay.since(changed)} <a href="${page}#${historyId(id)}">${essay.history}</a>`;
}

/** Attributes for words of an episode that stand among those of the interface. Mostly empty. */
export function tongueOf({ episode }: Pick<StandingQuotes, 'episode'>, surface: Surface): string {
  const { language, direction } = episode;
  if (language === surface.language && direction === surface.direction) return '';
  return ` lang="${escapeHtml(language)}" dir="${direction}"`;
}
