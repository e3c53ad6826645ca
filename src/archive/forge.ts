import type { ArchiveFacts } from './model.ts';

/** The kinds of hosts of repositories whose addresses are known. Gitea’s are Forgejo’s. */
export const forges = ['github', 'gitlab', 'forgejo'] as const;
export type Forge = (typeof forges)[number];

type Home = Pick<ArchiveFacts, 'repository' | 'branch' | 'contentPath' | 'forge' | 'contact'>;

/**
 * Which kind of host a repository has: what `forge` in archive.yaml says, else what its name tells. Most hosts
 * that tell nothing follow GitHub’s addresses.
 *
 * forgeOf({ repository: 'https://codeberg.org/example/archive' }) // => 'forgejo'
 */
export function forgeOf({ repository = '', forge }: Pick<Home, 'repository' | 'forge'>): Forge {
  if (forge) return forge;
  const { host } = new URL(repository);
  if (/gitlab/.test(host)) return 'gitlab';
  return /^codeberg\.|forgejo|gitea/.test(host) ? 'forgejo' : 'github';
}

const editors: Readonly<Record<Forge, string>> = {
  github: 'edit',
  gitlab: '-/edit',
  forgejo: '_edit',
};

/**
 * Where a file of the content is edited in the web editor of its repository; at a line, when one is given and
 * the editor can be opened at one. Who has no right to write is led to a copy of their own. Undefined when the
 * archive names no repository.
 *
 * editUrl(facts, 'episodes/harbour/tide-tables.md', 14) // =>
 * 'https://github.com/example/archive/edit/main/content/episodes/harbour/tide-tables.md#L14'
 */
export function editUrl(facts: Home, path: string, line?: number): string | undefined {
  if (!facts.repository) return undefined;
  const file = [...facts.branch.split('/'), ...facts.contentPath.split('/'), ...path.split('/')]
    .filter((part) => part !== '')
    .map(encodeURIComponent)
    .join('/');
  const place = line === undefined ? '' : `#L${line}`;
  return `${homeOf(facts.repository)}/${editors[forgeOf(facts)]}/${file}${place}`;
}

/**
 * Where a mistake in a quote is reported: a form of the repository, or a letter to the archive’s address when
 * it has no repository. A pattern, with `{quote}` and `{words}` in it; `fillReport` makes an address of it.
 * Undefined when there is neither.
 *
 * reportPattern(facts) // =>
 * 'https://github.com/example/archive/issues/new?template=correct-a-quote.yml&quote={quote}&words={words}'
 */
export function reportPattern(facts: Home): string | undefined {
  const { repository, contact } = facts;
  const text = '{quote}%0A%0A{words}%0A%0A';
  if (!repository)
    return contact?.startsWith('mailto:')
      ? `${contact}${contact.includes('?') ? '&' : '?'}body=${text}`
      : undefined;
  const home = homeOf(repository);
  switch (forgeOf(facts)) {
    case 'github':
      return `${home}/issues/new?template=correct-a-quote.yml&quote={quote}&words={words}`;
    case 'gitlab':
      return `${home}/-/issues/new?issue[description]=${text}`;
    case 'forgejo':
      return `${home}/issues/new?body=${text}`;
  }
}

/** So many characters the words may take in an address, encoded: hosts refuse more than 8,000 in all. */
const longest = 4000;

/**
 * The address behind a pattern: a quote’s permalink and its words, as many as fit.
 *
 * fillReport('https://example.org/new?q={quote}&w={words}', { quote: 'https://a.example/#q1', words: 'Late.' })
 * // => 'https://example.org/new?q=https%3A%2F%2Fa.example%2F%23q1&w=Late.'
 */
export function fillReport(
  pattern: string,
  { quote, words }: { readonly quote: string; readonly words: string },
): string {
  // By character, so that none is cut in half; a lone half of one cannot be encoded at all.
  let room = longest;
  let encoded = '';
  for (const character of words.toWellFormed()) {
    const next = encodeURIComponent(character);
    room -= next.length;
    if (room < 0) {
      encoded += encodeURIComponent('…');
      break;
    }
    encoded += next;
  }
  return pattern
    .replace('{words}', () => encoded)
    .replace('{quote}', () => encodeURIComponent(quote));
}

const homeOf = (repository: string): string => repository.replace(/(?:\.git)?\/*$/, '');
