import { titleOf } from '../formats/changelog.ts';

/** What a file's name says of its episode. */
export interface NameFacts {
  /** Without folders and endings; becomes the address. */
  readonly stem: string;
  /** Empty where the name has no letter. */
  readonly title: string;
  readonly date?: string;
  readonly language?: string;
}

/**
 * What the name of a file says: a day at its start or end, a language as subtitle files have it before their
 * ending, and for a title the rest. `endings` are those of its format.
 *
 * readFileName('talks/2024-03-02 The Tide Tables.en.vtt', ['.vtt'])
 * // => { stem: '2024-03-02 The Tide Tables.en', title: 'The Tide Tables', date: '2024-03-02', language: 'en' }
 */
export function readFileName(path: string, endings: readonly string[] = []): NameFacts {
  const stem = cutEnding(path.slice(path.lastIndexOf('/') + 1), endings);
  const [, withoutLanguage = stem, tag] =
    /^(.+)\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)$/.exec(stem) ?? [];
  const language = tag === undefined ? undefined : languageOf(tag);
  const named = language === undefined ? stem : withoutLanguage;
  const { rest, date } = cutDay(named);
  // A name that somebody wrote with blanks is a title already.
  const words = /\s/.test(rest.trim()) ? rest.replace(/_+/g, ' ').trim() : titleOf(rest);
  return {
    stem,
    title: /[\p{L}\p{N}]/u.test(words) ? words.replace(/\s+/g, ' ').trim() : '',
    ...(date !== undefined && { date }),
    ...(language !== undefined && { language }),
  };
}

/** A name without its ending: the longest that the format has, else whatever follows the last point. */
function cutEnding(name: string, endings: readonly string[]): string {
  const own = endings
    .filter((ending) => name.toLowerCase().endsWith(ending) && name.length > ending.length)
    .sort((a, b) => b.length - a.length)[0];
  if (own !== undefined) return name.slice(0, -own.length);
  return name.replace(/(?<=.)\.[A-Za-z][A-Za-z0-9]{0,4}$/, '');
}

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Whether `Intl` has a name for it: `talk.old` and `talk.abc` are in no language. */
function languageOf(tag: string): string | undefined {
  try {
    const [language] = Intl.getCanonicalLocales(tag);
    return language !== undefined && languages.of(language) !== undefined ? language : undefined;
  } catch {
    return undefined;
  }
}

const dayAtStart = /^(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)[\s_.,–-]*/;
const dayAtEnd = /[\s_.,–(-]+(\d{4})([-_.]?)(\d{2})\2(\d{2})\)?$/;

function cutDay(name: string): { rest: string; date?: string } {
  for (const pattern of [dayAtStart, dayAtEnd]) {
    const match = pattern.exec(name);
    const date = match ? `${match[1]}-${match[3]}-${match[4]}` : '';
    if (match && isDay(date)) return { rest: name.replace(pattern, ''), date };
  }
  return { rest: name };
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(text) &&
    day.getUTCFullYear() > 1000
  );
}

/**
 * What a file of chapters and its transcript have in common: their path without ending, and without the words that
 * tell one from the other.
 *
 * pairName('talks/tides.chapters.json') // => 'talks/tides'
 * pairName('captions.en.vtt') // => 'en'
 */
export const pairName = (path: string): string => {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const stem = path.slice(folder.length).replace(/\.\w{1,5}$/, '');
  const words = stem
    .toLowerCase()
    .split(/[\s._-]+/)
    .filter((word) => !/^(?:chapters?|captions?|subtitles?|subs|transcripts?)$/.test(word));
  return folder + words.join(' ');
};
