import type { Episode, Quote, Voice } from '../archive/model.ts';
import { cardPath, href, quotePath } from '../archive/permalink.ts';
import { escapeHtml } from '../formats/html.ts';
import type { Surface } from './surface.ts';

/**
 * The citation of a quote: who, recording, series, day, how far it is to be trusted; permalink, revision and
 * the digest of its words. Together with the words it is all that one needs to find and to check them.
 */

/** How a name, a title and an address stand in a citation. */
interface Marks {
  readonly name: (text: string) => string;
  readonly title: (text: string) => string;
  readonly address: (text: string) => string;
}

const html: Marks = {
  name: escapeHtml,
  title: (title) => `<cite>${escapeHtml(title)}</cite>`,
  address: escapeHtml,
};
/** Where scripts of both directions meet, each name keeps to itself. */
const isolating: Marks = {
  ...html,
  name: (name) => `<bdi>${escapeHtml(name)}</bdi>`,
  address: (address) => `<bdi dir="ltr">${escapeHtml(address)}</bdi>`,
};

function marksFor(episode: Episode, { direction, language }: Surface): Marks {
  const marks = direction === 'rtl' || episode.direction !== direction ? isolating : html;
  if (episode.language === language) return marks;
  // In its own language, so that a title in Han is not slanted.
  const lang = escapeHtml(episode.language);
  return { ...marks, title: (title) => `<cite lang="${lang}">${escapeHtml(title)}</cite>` };
}

/** Who, recording, series, day and review: the same for all that a voice says in an episode. As HTML. */
export function serializeSource(voice: Voice, episode: Episode, surface: Surface): string {
  const { words, formats } = surface;
  const { name, title } = marksFor(episode, surface);
  const { comma, bracketed, stop, titled } = words.citation;
  const parts = [
    name(voice.name || words.unknownSpeaker),
    title(titled(episode.title)),
    name(episode.show.title),
    ...(episode.date === undefined ? [] : [formats.date(episode.date)]),
  ];
  const review = episode.status === undefined ? '' : bracketed(words[episode.status]);
  return `${parts.join(comma)}${review}${stop}`;
}

type Cited = Pick<Quote, 'id' | 'revision' | 'digest'>;

/** What follows the permalink: revision and digest. */
const proofOf = ({ revision, digest }: Cited, { words, formats }: Surface): string => {
  const { comma, revision: numbered } = words.citation;
  // Nearly all are the first: no need to ask Intl half a million times.
  const number = revision < 10 ? String(revision) : formats.number(revision);
  return `${comma}${numbered(number)}${comma}sha256:${digest}`;
};

/**
 * The citation below a quote in its transcript: hidden until somebody follows the permalink. `page` is the
 * absolute address of the transcript, `source` what `serializeSource` gave. No class and one link: there are
 * as many of them as quotes.
 */
export function serializeCitation(
  quote: Cited,
  source: string,
  page: string,
  ours: string,
  surface: Surface,
): string {
  const { id } = quote;
  const card = surface.cards.has(id)
    ? ` <a class="card" href="${href(surface.base, cardPath(id))}">${surface.words.citation.card}</a>`
    : '';
  return `<small${ours}>${source}<a href="#${id}">${page}#${id}</a>${proofOf(quote, surface)}${card}</small>`;
}

/**
 * The citation as HTML, to stand outside a transcript: without links, for they would be copied too.
 *
 * serializeWholeCitation(voice, episode, quote, surface) // =>
 * 'Jo Field, <cite>The Tide Tables</cite>, Low Water, 2 March 2024 (machine transcript). https://example.org/episodes/tide-tables/#q7k2m9xqp, revision 2, sha256:3f2a9c81d0e4b5a6'
 */
export function serializeWholeCitation(
  voice: Voice,
  episode: Episode,
  quote: Cited,
  surface: Surface,
): string {
  const address = marksFor(episode, surface).address(
    surface.absolute(quotePath(episode.key, quote.id)),
  );
  return serializeSource(voice, episode, surface) + address + proofOf(quote, surface);
}
