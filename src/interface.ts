import { directionOf } from './archive/language.ts';
import { href } from './archive/permalink.ts';
import { archive } from './content.ts';
import { formatsOf, wordsOf } from './i18n/index.ts';

/** The interface as `language` in archive.yaml chooses it: one site, one language. */
export const language = archive.facts.language;
export const direction = directionOf(language);
export const words = wordsOf(language);
export const formats = formatsOf(language);

/** The site's base path, with a slash at its end. */
export const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

/** An address of the archive under the site's base path. */
export const link = (path: string): string => href(base, path);
