/** An id and what people call it. */
export type Named = readonly [id: string, name: string];

/**
 * Everything that the index is about, without the words: what the filters offer, and who speaks where. Numbers
 * are places in the lists. A row is a record of the index: what one voice says in one episode, or a part of it.
 */
export interface Catalog {
  readonly shows: readonly Named[];
  readonly speakers: readonly Named[];
  /** Voices without a page; numbered on from the speakers. */
  readonly voices: readonly string[];
  readonly topics: readonly Named[];
  readonly roles: readonly string[];
  readonly languages: readonly string[];
  readonly statuses: readonly string[];
  readonly episodes: readonly CatalogEpisode[];
  readonly rows: readonly Row[];
}

export interface CatalogEpisode {
  readonly key: string;
  readonly title: string;
  readonly date: string | undefined;
  readonly show: number;
  readonly language: number;
  readonly status: number | undefined;
  /** Those that its front matter names. */
  readonly topics: readonly number[];
  /** Whether there is a recording to be played. */
  readonly isPlayable: boolean;
}

export interface Row {
  /** Its place among all rows. */
  readonly number: number;
  /** The part of the index that has it. */
  readonly part: number;
  readonly episode: number;
  readonly voice: number;
  readonly role: number | undefined;
  /** Topics that some of its quotes are about by their words, beside those of the episode. */
  readonly topics: readonly number[];
  /** Words that its longest quote has at most: two that stand further apart are in two quotes. */
  readonly longest: number;
}

/** As published: columns, since they compress well; most numbers are the difference to the one before. */
interface Published {
  readonly shows: readonly Named[];
  /** The name alone where the id is what `plainId` makes of it. */
  readonly speakers: readonly (Named | string)[];
  readonly voices: readonly string[];
  readonly topics: readonly Named[];
  readonly roles: readonly string[];
  readonly languages: readonly string[];
  readonly statuses: readonly string[];
  readonly keys: readonly string[];
  /** Empty where the title is the key, written with capitals. */
  readonly titles: readonly string[];
  readonly dates: readonly string[];
  readonly show: readonly number[];
  readonly language: readonly number[];
  /** Counted from 1; 0 is none. So are roles. */
  readonly status: readonly number[];
  readonly about: readonly (readonly number[])[];
  readonly playable: readonly number[];
  /** How many rows each part has. */
  readonly parts: readonly number[];
  readonly episode: readonly number[];
  readonly voice: readonly number[];
  readonly role: readonly number[];
  /** Rows with topics, and which. */
  readonly topical: readonly (readonly [row: number, ...topics: number[]])[];
  /** As powers of two: few numbers compress well. */
  readonly longest: readonly number[];
}

/** A catalog as the text that is published. */
export function serializeCatalog(catalog: Catalog): string {
  const { shows, speakers, voices, topics, roles, languages, statuses, episodes, rows } = catalog;
  const parts: number[] = [];
  for (const { part } of rows) parts[part] = (parts[part] ?? 0) + 1;
  const published: Published = {
    shows,
    speakers: speakers.map(([id, name]) => (id === plainId(name) ? name : [id, name])),
    voices,
    topics,
    roles,
    languages,
    statuses,
    keys: episodes.map(({ key }) => key),
    titles: episodes.map(({ title }) => title),
    dates: episodes.map(({ date }) => date ?? ''),
    show: episodes.map(({ show }) => show),
    language: episodes.map(({ language }) => language),
    status: episodes.map(({ status }) => (status === undefined ? 0 : status + 1)),
    about: episodes.map((episode) => episode.topics),
    playable: episodes.map(({ isPlayable }) => Number(isPlayable)),
    parts: Array.from(parts, (count) => count ?? 0),
    episode: steps(rows.map(({ episode }) => episode)),
    voice: rows.map(({ voice }) => voice),
    role: rows.map(({ role }) => (role === undefined ? 0 : role + 1)),
    topical: rows.flatMap((row, index): [number, ...number[]][] =>
      row.topics.length > 0 ? [[index, ...row.topics]] : [],
    ),
    longest: rows.map(({ longest }) => Math.ceil(Math.log2(Math.max(1, longest)))),
  };
  return JSON.stringify(published);
}

/** The catalog that was published. */
export function parseCatalog(text: string): Catalog {
  const published = JSON.parse(text) as Published;
  const { shows, speakers, voices, topics, roles, languages, statuses } = published;
  const topical = new Map(published.topical.map(([row, ...about]) => [row, about]));
  const rows: Row[] = [];
  let part = 0;
  let last = published.parts[0] ?? 0;
  let episode = 0;
  for (const [index, step] of published.episode.entries()) {
    while (index >= last) last += published.parts[++part] ?? Infinity;
    episode += step;
    const role = published.role[index] ?? 0;
    rows.push({
      number: index,
      part,
      episode,
      voice: published.voice[index] ?? 0,
      role: role === 0 ? undefined : role - 1,
      topics: topical.get(index) ?? [],
      longest: 2 ** (published.longest[index] ?? 0),
    });
  }
  const episodes = published.keys.map((key, index) => {
    const status = published.status[index] ?? 0;
    return {
      key,
      title: published.titles[index] ?? key,
      date: published.dates[index] || undefined,
      show: published.show[index] ?? 0,
      language: published.language[index] ?? 0,
      status: status === 0 ? undefined : status - 1,
      topics: published.about[index] ?? [],
      isPlayable: published.playable[index] === 1,
    };
  });
  const named = speakers.map((one): Named => (typeof one === 'string' ? [plainId(one), one] : one));
  return { shows, speakers: named, voices, topics, roles, languages, statuses, episodes, rows };
}

/** The id that most names have. */
const plainId = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const steps = (values: readonly number[]): number[] =>
  values.map((value, index) => value - (index === 0 ? 0 : values[index - 1]!));
