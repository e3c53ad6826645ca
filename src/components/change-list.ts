import type { ChangedEpisode, ListedChange } from '../archive/change-list.ts';
import { abridge, type Piece } from '../archive/difference.ts';
import type { Archive, Change, Episode, QuoteId, Voice } from '../archive/model.ts';
import { href, quotePath } from '../archive/permalink.ts';
import { escapeHtml } from '../formats/html.ts';
import type { Surface } from './surface.ts';

/** Attributes for words of the transcript, and for the interface's words among them. Mostly empty. */
interface Tongues {
  readonly theirs: string;
  readonly ours: string;
}

function tonguesOf(episode: Episode | undefined, surface: Surface): Tongues {
  if (
    !episode ||
    (episode.language === surface.language && episode.direction === surface.direction)
  )
    return { theirs: '', ours: '' };
  const attributes = ({ language, direction }: Pick<Episode, 'language' | 'direction'>): string =>
    ` lang="${escapeHtml(language)}" dir="${direction}"`;
  return { theirs: attributes(episode), ours: attributes(surface) };
}

/** The changes of one episode on one day as HTML; what is folded stands in `details`. */
export function serializeChanges(
  { episode: key, first, rest }: ChangedEpisode,
  archive: Archive,
  surface: Surface,
): string {
  const episode = archive.episodeByKey.get(key);
  const list = (some: readonly ListedChange[]): string =>
    `<ol class="changed" role="list">\n${some.map((one) => serializeChange(one, episode, surface)).join('')}</ol>\n`;
  if (rest.length === 0) return list(first);
  return `${list(first)}<details class="more-changes"><summary>${surface.words.changes.more(rest.length)}</summary>\n${list(rest)}</details>\n`;
}

function serializeChange(
  { change, pieces, emphasis, isJoined }: ListedChange,
  episode: Episode | undefined,
  surface: Surface,
): string {
  const { changes } = surface.words;
  const touches = emphasis === undefined ? '' : changes.touches[emphasis];
  const what = [
    `<b>${isJoined ? changes.joined : changes.rule[change.rule]}${touches === '' ? '' : `: ${touches}`}</b>`,
    ...serializeVoices(change, surface),
    linkTo(change, change.id, surface),
  ];
  const tongues = tonguesOf(episode, surface);
  return `<li><p class="what">${what.join(' <span aria-hidden="true">·</span> ')}</p>\n${serializeWords(change, pieces, tongues, surface)}${serializeRest(change, surface)}</li>\n`;
}

function serializeVoices({ before, after }: Change, { words }: Surface): string[] {
  const nameOf = (voice: Voice): string =>
    `<bdi>${escapeHtml(voice.name || words.unknownSpeaker)}</bdi>`;
  const now = after?.voice ?? before?.voice;
  if (!now) return [];
  const then = before?.voice;
  const isOther = then && (then.id !== now.id || then.name !== now.name);
  return [nameOf(now), ...(isOther ? [words.changes.from(nameOf(then))] : [])];
}

function serializeWords(
  change: Change,
  pieces: readonly Piece[],
  tongues: Tongues,
  { words }: Surface,
): string {
  const { before, after, reason, rule } = change;
  const said = (html: string): string =>
    `<blockquote${tongues.theirs}><p>${html}</p></blockquote>\n`;
  if (pieces.length > 0) return said(serializePieces(abridge(pieces), tongues, words.past));
  const known = before?.words ?? (rule === 'reattributed' ? after?.words : undefined);
  if (reason !== undefined)
    return `<p class="quiet">${words.changes.ground} <bdi>${escapeHtml(reason)}</bdi></p>\n`;
  if (known === undefined) return `<p class="quiet">${words.changes.deleted}</p>\n`;
  const isThere = after?.words === known || change.into !== undefined;
  return said(isThere ? escapeHtml(known) : `<del>${escapeHtml(known)}</del>`);
}

/** Pieces as HTML; what went and what came is also named, for those who hear the page. */
function serializePieces(
  pieces: readonly Piece[],
  { ours }: Tongues,
  said: { readonly removed: string; readonly added: string },
): string {
  const named = (name: string): string => `<span class="unseen"${ours}>${name} </span>`;
  let html = '';
  for (const { type, text } of pieces) {
    if (type === 'same') html += escapeHtml(text);
    else if (type === 'removed') html += `<del>${named(said.removed)}${escapeHtml(text)}</del>`;
    else html += `<ins>${named(said.added)}${escapeHtml(text)}</ins>`;
  }
  return html;
}

function serializeRest(change: Change, surface: Surface): string {
  if (!change.into || change.into.length === 0) return '';
  const { changes, citation } = surface.words;
  const links = change.into.map((id) => linkTo(change, id, surface)).join(citation.comma);
  return `<p class="quiet">${change.rule === 'split' ? changes.rest : changes.into} ${links}</p>\n`;
}

const linkTo = ({ episode }: Change, id: QuoteId, { base }: Surface): string =>
  `<a href="${href(base, quotePath(episode, id))}"><bdi>${id}</bdi></a>`;
