import { canonicalWords } from '../archive/canon.ts';
import { difference } from '../archive/difference.ts';
import type { Alias, Quote, QuoteId, Voice, Wording } from '../archive/model.ts';
import { plainText } from '../archive/quote.ts';
import { escapeHtml } from '../formats/html.ts';
import { sentence, untilHtml, whenHtml, type Surface, type Setting } from './surface.ts';

/**
 * What a quote said before, as HTML. Quiet: a reader of the transcript sees one small word after a quote that
 * changed; who follows it, or a permalink, sees each earlier wording beside the one that came after it.
 */

export type Changed = 'reworded' | 'reattributed' | 'split' | 'merged' | 'returned';

/** What happened to a quote last, and when. Undefined for one that never changed. */
export function lastChange({
  earlier,
  aliases,
}: Pick<Quote, 'earlier' | 'aliases'>): { rule: Changed; date: string } | undefined {
  if (earlier === undefined && aliases === undefined) return undefined;
  const changes = [
    ...(earlier ?? []).map(({ rule, until }) => ({ rule: changedBy(rule), date: until })),
    ...(aliases ?? []).map(({ date }) => ({ rule: 'merged' as const, date })),
  ];
  // What has no day yet is newer than anything that has one.
  return changes.reduce<(typeof changes)[number] | undefined>(
    (last, one) =>
      last && (last.date === '' || (one.date !== '' && one.date < last.date)) ? last : one,
    undefined,
  );
}

/** A notice among the wordings of a quote that is there: it was gone, and came back. */
export const changedBy = (rule: Wording['rule']): Changed =>
  rule === 'reworded' || rule === 'reattributed' || rule === 'split' || rule === 'merged'
    ? rule
    : 'returned';

/** The id of a quote's history on the page of its episode. */
export const historyId = (id: QuoteId): string => `h-${id}`;

/** The small word after a quote that changed, with a link to its history. */
export function serializeMark(quote: Quote, { page, ours }: Setting, { words }: Surface): string {
  const change = lastChange(quote);
  if (!change) return '';
  return ` <a class="mark" href="${page}#${historyId(quote.id)}"${ours}>${words.past.mark[change.rule]}</a>`;
}

/** The history of a quote, to stand behind it. Empty for one that never changed. */
export function serializeHistory(
  quote: Quote,
  voice: Voice,
  setting: Setting,
  surface: Surface,
): string {
  const change = lastChange(quote);
  if (!change) return '';
  const { past } = surface.words;
  const count = quote.earlier?.length ?? 0;
  const more = count > 1 ? ` · ${past.countEarlier(count)}` : '';
  const summary = past.changed[change.rule](whenHtml(change.date, surface)) + more;
  return `<details class="history"><summary id="${historyId(quote.id)}">${sentence(summary, setting)}</summary>${serializeEarlier(quote, voice, setting, surface)}</details>\n`;
}

/** The earlier wordings of a quote, newest first, and those of what was merged into it. */
export function serializeEarlier(
  quote: Quote,
  voice: Voice,
  setting: Setting,
  surface: Surface,
): string {
  const now = { voice, words: canonicalWords(plainText(quote.content)) };
  return (
    serializeWordings(quote.earlier ?? [], now, setting, surface) +
    (quote.aliases ?? []).map((alias) => serializeAlias(alias, setting, surface)).join('')
  );
}

function serializeAlias({ id, date, earlier }: Alias, setting: Setting, surface: Surface): string {
  const { past } = surface.words;
  const what = `<code>${id}</code>: ${past.changed.merged(whenHtml(date, surface))}`;
  return (
    `<p>${sentence(what, setting)}</p>` + serializeWordings(earlier, undefined, setting, surface)
  );
}

/** Wordings as a list, newest first, each beside the one after it; the last stands alone when `now` is absent. */
export function serializeWordings(
  wordings: readonly Wording[],
  now: Pick<Wording, 'voice' | 'words'> | undefined,
  setting: Setting,
  surface: Surface,
): string {
  if (wordings.length === 0) return '';
  const items = wordings.map((wording, index) =>
    serializeWording(wording, wordings[index + 1] ?? now, setting, surface),
  );
  return `<ol role="list">${items.reverse().join('')}</ol>`;
}

function serializeWording(
  wording: Wording,
  next: Pick<Wording, 'voice' | 'words'> | undefined,
  setting: Setting,
  surface: Surface,
): string {
  const { past, citation, unknownSpeaker } = surface.words;
  const parts = [
    citation.revision(surface.formats.number(wording.revision)),
    untilHtml(wording.until, surface),
  ];
  const { voice, words } = wording;
  if (next && (next.voice.id !== voice.id || next.voice.name !== voice.name))
    parts.push(past.attributedTo(`<b>${escapeHtml(voice.name || unknownSpeaker)}</b>`));
  const ours = (html: string): string => `<p>${sentence(html, setting)}</p>`;
  let text: string;
  if (wording.withheld !== undefined)
    text = ours(past.wordsWithheld(`<bdi>${escapeHtml(wording.withheld)}</bdi>`));
  else if (words === undefined) text = ours(past.wordsRemoved);
  else if (next?.words === words) text = ours(past.sameWords);
  else if (next?.words === undefined) text = `<p class="said">${escapeHtml(words)}</p>`;
  else
    text = `<p class="said">${serializeDifference(words, next.words, setting.ours, surface)}</p>`;
  const rest = (wording.into ?? [])
    .map((id) => `<a href="${setting.page}#${id}">${id}</a>`)
    .join(citation.comma);
  const into = wording.rule === 'split' && rest !== '' ? ours(`${past.partsIn} ${rest}`) : '';
  return `<li>${ours(parts.join(citation.comma))}${text}${into}</li>`;
}

/**
 * One wording beside the next: what went is struck out, what came is underlined, and both are named for those
 * who hear the page.
 */
export function serializeDifference(
  before: string,
  after: string,
  ours: string,
  { words }: Pick<Surface, 'words'>,
): string {
  const named = (name: string): string => `<span class="unseen"${ours}>${name} </span>`;
  let html = '';
  for (const { type, text } of difference(before, after)) {
    if (type === 'same') {
      html += escapeHtml(text);
      continue;
    }
    // No line through or under the blanks at the ends.
    const bare = text.trim();
    const from = text.indexOf(bare);
    const marked =
      type === 'removed'
        ? `<del>${named(words.past.removed)}${escapeHtml(bare)}</del>`
        : `<ins>${named(words.past.added)}${escapeHtml(bare)}</ins>`;
    html += text.slice(0, from) + marked + text.slice(from + bare.length);
  }
  return html;
}
