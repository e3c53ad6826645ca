import { appendFile, cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { quotesIn } from '../archive/figures/spoken-words.ts';
import type { Archive, Counts } from '../archive/model.ts';
import type { Scan } from '../search/scan.ts';
import { parseState, queryOf } from '../search/state.ts';
import type { PlainArchive } from './plain-archive.ts';
import { type KnownEpisode, withIds } from './recount-topics.ts';
import { exampleFolder } from './example.ts';

/** Topics that the example archive lacks: of few quotes, of none, of hundreds. */
const topics: Readonly<Record<string, string>> = {
  'two-quotes': 'name: Sewing machines\nterms: [sewing machine, sewing machines]',
  zeppelins: 'name: Zeppelins\naliases: [Luftschiffe]\nbroader: navigation',
  articles:
    'name: Articles\nterms: [the, die, der, das]\ndescription: Hardly a topic, but a long list.',
};

/** Names in the scripts of the world, so that there is much to jump to. */
const many = [
  ...[
    'Anchors',
    'Bells',
    'Cargo',
    'Davits',
    'Eels',
    'Ferries',
    'Gulls',
    'Hawsers',
    'Ice',
    'Jetties',
  ],
  ...['Knots', 'Lagoons', 'Masts', 'Nets', 'Oars', 'Piers', 'Rafts', 'Sails', 'Tar', 'Winches'],
  ...['Якорь', 'Лодка', 'السفينة', 'البحر', '船', '帆', 'ספינה', 'Άγκυρα', '배', 'ふね'],
];

/** Copies the example archive and adds these topics, with an interface in a language; in Arabic there are many. */
export async function writeTopicContent(folder: string, language: string): Promise<void> {
  await cp(exampleFolder, folder, { recursive: true });
  const write = (id: string, facts: string): Promise<void> =>
    writeFile(path.join(folder, `topics/${id}.md`), `---\n${facts}\n---\n`);
  for (const [id, facts] of Object.entries(topics)) await write(id, facts);
  if (language === 'ar')
    for (const [index, name] of many.entries()) await write(`many-${index}`, `name: "${name}"`);
  const facts = path.join(folder, 'archive.yaml');
  const said = await readFile(facts, 'utf8');
  await writeFile(facts, said.replace(/^language: .*\n/m, ''));
  await appendFile(facts, `language: ${language}\n`);
}

/** The episodes of a content folder, with the ids that the archive gave to their quotes. */
export function knownEpisodes(plain: PlainArchive, { episodes }: Archive): KnownEpisode[] {
  const episodeAt = new Map(episodes.map((episode) => [episode.path, episode]));
  return withIds(plain, (file) =>
    Array.from(quotesIn(episodeAt.get(file)!), ([{ id, aliases }]) => [
      id,
      ...(aliases ?? []).map((alias) => alias.id),
    ]),
  );
}

/** What the search finds at an address of the site. */
export async function countFound(scan: Scan, address: string): Promise<Counts> {
  const query = queryOf(parseState(new URL(address, 'http://site').searchParams));
  const { quotes } = await scan.search(query);
  return {
    episodes: new Set(quotes.map(({ episode }) => episode)).size,
    quotes: quotes.length,
    words: quotes.reduce((sum, { quote }) => sum + quote.words, 0),
  };
}
