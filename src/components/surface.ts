import type { Direction, Episode, QuoteId } from '../archive/model.ts';
import { directionOf } from '../archive/language.ts';
import type { Formats, Words } from '../i18n/index.ts';
import { escapeHtml } from '../formats/html.ts';

/** What the HTML of transcripts is made with: the interface's language and the site's addresses. */
export interface Surface {
  readonly language: string;
  readonly direction: Direction;
  readonly words: Words;
  readonly formats: Formats;
  /** The site's base path. */
  readonly base: string;
  /** Makes a path of the archive absolute, with the site's address. */
  readonly absolute: (path: string) => string;
  /** Quotes with a card. */
  readonly cards: ReadonlySet<QuoteId>;
}

/** The language and the direction of a text; where they are those of the page, it needs none. */
export interface Tongue {
  readonly lang?: string | undefined;
  readonly dir?: Direction | 'auto' | undefined;
}

/** The tongue of a text whose language is told; else its own letters tell the direction. */
export function tongueIn(language: string | undefined, surface: Surface): Tongue {
  if (language === undefined) return { dir: 'auto' };
  const direction = directionOf(language);
  return {
    lang: language === surface.language ? undefined : language,
    dir: direction === surface.direction ? undefined : direction,
  };
}

/** Where the HTML of quotes stands. */
export interface Setting {
  /** Attributes for what is in the interface's language amid a transcript in another. Mostly empty. */
  readonly ours: string;
  /** The page that has the quotes; empty when this is it. */
  readonly page: string;
}

export function settingOf(
  { language, direction }: Pick<Episode, 'language' | 'direction'>,
  surface: Surface,
  page = '',
): Setting {
  const isSame = language === surface.language && direction === surface.direction;
  const ours = ` lang="${escapeHtml(surface.language)}" dir="${surface.direction}"`;
  return { ours: isSame ? '' : ours, page };
}

/** A sentence of the interface; what surrounds it keeps the direction of the transcript. */
export const sentence = (html: string, { ours }: Setting): string =>
  ours === '' ? html : `<bdi${ours}>${html}</bdi>`;

/** A day as HTML. */
const timeOf = (day: string, { formats }: Surface): string =>
  `<time datetime="${day}">${formats.date(day)}</time>`;

/** "on 5 May 2026"; a change that is in no ledger yet has no day. */
export const whenHtml = (day: string, surface: Surface): string =>
  day === '' ? surface.words.past.sinceLast : surface.words.past.onDay(timeOf(day, surface));

/** "until 5 May 2026". */
export const untilHtml = (day: string, surface: Surface): string =>
  day === '' ? surface.words.past.untilLast : surface.words.past.untilDay(timeOf(day, surface));
