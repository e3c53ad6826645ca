import type { Transcript } from '../archive/model.ts';
import { likenessOf } from '../archive/likeness.ts';
import type { Problem } from '../archive/problem.ts';
import { plainText } from '../archive/quote.ts';
import { isId, slugOf } from '../archive/slug.ts';
import { tokensOf } from '../archive/token.ts';
import type { ImportEpisode } from './episode.ts';
import type { Existing } from './existing.ts';
import { free } from './name-giver.ts';

/** Where an episode goes. */
export interface Place {
  readonly show: string;
  readonly key: string;
}

/** From this share of three words in a row on, a transcript is of the recording that another one is of. */
const sameRecording = 0.2;

/**
 * The place of each episode, by its source: where it was imported to before; else the title that somebody gave to the
 * only one; else its file's name, with its show where two clash. A single file whose name was imported before from another recording gets a place of its own; one
 * that is of a recording that is there already, and was not imported, is a problem.
 */
export function givePlaces(
  episodes: readonly ImportEpisode[],
  showOf: (episode: ImportEpisode) => string,
  existing: Existing,
  title?: string,
): { places: Map<string, Place>; problems: Problem[] } {
  const places = new Map<string, Place>();
  const problems: Problem[] = [];
  const taken = new Set(existing.taken.episodes);
  const given = title === undefined || episodes.length > 1 ? '' : slugOf(title);
  const fresh: { episode: ImportEpisode; show: string; key: string }[] = [];
  for (const episode of episodes) {
    const before = findBefore(episode, existing);
    const known = before === undefined ? undefined : placeOf(before);
    if (known) {
      places.set(episode.source, known);
      taken.add(known.key);
    } else {
      const below = episode.stem.split('/').slice(episode.stem.includes('/') ? 1 : 0);
      fresh.push({
        episode,
        show: showOf(episode),
        key: given || slugOf(below.join(' ')) || 'episode',
      });
    }
  }
  for (const path of existing.importedPaths) {
    const known = placeOf(path);
    if (known) taken.add(known.key);
  }
  const wanted = Map.groupBy(fresh, ({ key }) => key);
  for (const { episode, show, key } of fresh) {
    const there = existing.episodes.get(key);
    if (there && episode.isSingle && likenessTo(episode.transcript, there.text) >= sameRecording) {
      problems.push(alreadyThere(episode.path, key, there.path));
      continue;
    }
    const clashes = taken.has(key) || wanted.get(key)!.length > 1;
    const own = free(clashes ? `${show}-${key}` : key, taken);
    taken.add(own);
    places.set(episode.source, { show, key: own });
  }
  return { places, problems };
}

const placeOf = (path: string): Place | undefined => {
  const [, show, key] = /^episodes\/([^/]+)\/(?:.*\/)?([^/]+)\.md$/.exec(path) ?? [];
  return show !== undefined && key !== undefined && isId(key) ? { show, key } : undefined;
};

/** The file that was made of an episode before. Single files have names such as `captions.vtt`: their words decide. */
function findBefore(episode: ImportEpisode, existing: Existing): string | undefined {
  const receipts = existing.imported.get(episode.source) ?? [];
  if (!episode.isSingle) return receipts[0]?.path;
  const same = receipts.find(({ origin }) => origin !== undefined && origin === episode.origin);
  if (same) return same.path;
  return receipts
    .map(({ path }) => {
      const there = existing.texts.get(path);
      return { path, share: there === undefined ? 1 : likenessTo(episode.transcript, there) };
    })
    .filter(({ share }) => share >= sameRecording)
    .sort((a, b) => b.share - a.share)[0]?.path;
}

/** How much a transcript and the text of a file share, by three words in a row. */
function likenessTo({ parts }: Transcript, text: string): number {
  const own = parts.flatMap((part) =>
    part.type === 'speech' ? part.passages.map(({ content }) => plainText(content)) : [],
  );
  const body = text.replace(/^---\n[^]*?\n---\n/, '').replace(/\[[\d:.]+\]|\*\*[^*\n]*\*\*/g, ' ');
  return likenessOf(runsOf(own.join('\n')), runsOf(body));
}

function runsOf(words: string): string[] {
  const tokens = tokensOf(words);
  if (tokens.length < 3) return [tokens.join(' ')];
  return tokens.slice(2).map((token, index) => `${tokens[index]} ${tokens[index + 1]} ${token}`);
}

const alreadyThere = (file: string, key: string, path: string): Problem => ({
  rule: 'already-there',
  severity: 'error',
  file,
  message: `Unexpected transcript of \`content/${path}\`, expected a new one: most of its words are there`,
  mend: `To put it in the place of that one, type: npm run import -- --update ${key} ${file}`,
});
