import { directionOf } from './archive/language.ts';
import { href } from './archive/permalink.ts';
import { archive } from './content.ts';
import type { Surface } from './components/surface.ts';
import { formatsOf, localeOf, wordsOf } from './i18n/index.ts';
import { monthNames } from './i18n/month.ts';

/** The interface as `language` in archive.yaml chooses it: one site, one language. */
export const language = archive.facts.language;
export const direction = directionOf(language);
export const words = wordsOf(language);
export const formats = formatsOf(language);
export const months = monthNames(localeOf(language));

/** The site's base path, with a slash at its end. */
export const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

/** An address of the archive under the site's base path. */
export const link = (path: string): string => href(base, path);

/** A path of the archive with the site's whole address, as citations have it. */
export const absolute = (path: string): string => new URL(link(path), import.meta.env.SITE).href;

export const surface: Surface = {
  language,
  direction,
  words,
  formats,
  base,
  absolute,
  cards: archive.cards,
};
