import type { Archive, Episode } from '../archive/model.ts';

/**
 * Words after which another index begins. Pagefind’s indexer needs some 340 bytes of memory for each word
 * of an index: 21 million words in one take 7 GB, in four 2 GB, one after another.
 */
const wordsPerIndex = 6_000_000;

/** An index of its own: some episodes of one language. Most archives need one for each language. */
export interface IndexPart {
  /** Its folder below that of the whole index. */
  readonly folder: string;
  /** Without region or script: Pagefind analyses words by it. */
  readonly language: string;
  readonly episodes: readonly Episode[];
}

/** What the search page must know of a part. */
export type IndexPartFacts = Pick<IndexPart, 'folder' | 'language'>;

/**
 * The parts in which an archive is indexed. The oldest episodes come first, so that an archive which grows
 * changes its last part alone.
 *
 * partsOf(archive) // => [{ folder: 'de-1', language: 'de', episodes }, { folder: 'en-1', … }]
 */
export function partsOf(archive: Archive): IndexPart[] {
  const spoken = archive.episodes.filter((episode) => episode.quotes > 0).toReversed();
  const byLanguage = Object.entries(Object.groupBy(spoken, ({ language }) => primaryOf(language)));
  return byLanguage
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([language, episodes = []]) =>
      cut(episodes).map((group, index) => ({
        folder: `${language}-${index + 1}`,
        language,
        episodes: group,
      })),
    );
}

/** `en-GB` is searched with `en`: one index, one analyser. `und` for what is no language tag. */
function primaryOf(language: string): string {
  try {
    return new Intl.Locale(language).language;
  } catch {
    return 'und';
  }
}

function cut(episodes: readonly Episode[]): Episode[][] {
  const groups: Episode[][] = [];
  let words = Infinity;
  for (const episode of episodes) {
    if (words + episode.words > wordsPerIndex) {
      groups.push([]);
      words = 0;
    }
    words += episode.words;
    groups.at(-1)?.push(episode);
  }
  return groups;
}
