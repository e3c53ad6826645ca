import { slugOf } from '../archive/slug.ts';
import { parseFacts } from '../formats/facts.ts';
import { blankFile } from './blank.ts';
import type { NewFile } from './plan.ts';

/** What an archive begins with. */
export interface Beginning {
  readonly title: string;
  readonly url: string;
  readonly language: string;
  readonly description?: string | undefined;
  /** The title of its first show. */
  readonly show: string;
}

/**
 * The files of an archive with nothing in it yet, or what is wrong with what was given.
 *
 * planArchive({ title: 'Tides', url: 'https://example.org/', language: 'en', show: 'Talks' })
 * // => { files: [{ path: 'archive.yaml', text: '…' }, { path: 'shows/talks.md', text: '…' }] }
 */
export function planArchive({
  title,
  url,
  language,
  description,
  show,
}: Beginning): { files: readonly NewFile[] } | { refusal: string } {
  const given = { title, description, url, language };
  const { problems } = parseFacts('archive', given, { file: 'archive.yaml', places: new Map() });
  const [first] = problems;
  if (first) {
    const field = Object.keys(given).find((name) => first.message.includes(`\`${name}\``));
    const option = field === 'title' ? 'Type the title behind `archive`' : `Type --${field} …`;
    return {
      refusal: `${first.message}. ${option}, as in: npm run new -- archive "The Tide Archive" --url https://example.org/ --language en`,
    };
  }
  const id = slugOf(show) || 'talks';
  return {
    files: [
      { path: 'archive.yaml', text: blankFile('archive', given) },
      { path: `shows/${id}.md`, text: blankFile('show', { title: show }) },
    ],
  };
}
