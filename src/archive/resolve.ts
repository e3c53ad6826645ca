import type { Archive, EpisodeKey, Gone, QuoteId, Wording } from './model.ts';
import { compareText } from './order.ts';

/** Where an id stands: a quote, what was merged into one, or what is left of it. */
export interface IdPlace {
  readonly id: QuoteId;
  /** Its permalink is there: `quotePath(episode, id)`. */
  readonly episode: EpisodeKey;
  /** Who speaks, or spoke. Absent where nothing is kept; empty where the transcript names nobody. */
  readonly name?: string;
  /** Of the recording. */
  readonly date?: string;
}

/**
 * The two characters after the q, by which ids are listed.
 *
 * prefixOf('q7k2m9xqp') // => '7k'
 */
export const prefixOf = (id: QuoteId): string => id.slice(1, 3);

/**
 * Every id that the archive ever published, with its place, by prefix; prefixes and ids are sorted.
 *
 * placesOf(archive).get('7k') // => [{ id: 'q7k2m9xqp', episode: 'tide-tables', name: 'Jo Field' }]
 */
export function placesOf(archive: Archive): Map<string, IdPlace[]> {
  const byPrefix = new Map<string, IdPlace[]>();
  const add = (place: IdPlace): void => {
    const prefix = prefixOf(place.id);
    const places = byPrefix.get(prefix);
    if (places) places.push(place);
    else byPrefix.set(prefix, [place]);
  };
  for (const { key: episode, date, parts, after } of archive.episodes) {
    const when = date === undefined ? {} : { date };
    const addGone = (some: readonly Gone[] | undefined): void => {
      for (const gone of some ?? []) add({ id: gone.id, episode, ...nameOf(gone), ...when });
    };
    for (const part of parts) {
      if (part.type !== 'turn') continue;
      const { name } = part.voice;
      for (const { id, aliases, before } of part.quotes) {
        addGone(before);
        add({ id, episode, name, ...when });
        for (const alias of aliases ?? [])
          add({ id: alias.id, episode, ...lastName(alias.earlier), ...when });
      }
    }
    addGone(after);
  }
  for (const { key: episode, gone } of archive.withdrawn)
    for (const each of gone) add({ id: each.id, episode, ...nameOf(each) });
  for (const places of byPrefix.values()) places.sort((a, b) => compareText(a.id, b.id));
  return new Map([...byPrefix].sort(([a], [b]) => compareText(a, b)));
}

const nameOf = (gone: Gone): { name?: string } =>
  gone.type === 'tombstone' ? {} : lastName(gone.earlier);

function lastName(earlier: readonly Wording[]): { name?: string } {
  const name = earlier.at(-1)?.voice.name;
  return name === undefined ? {} : { name };
}
