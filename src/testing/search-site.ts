import { createReadStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Archive } from '../archive/model.ts';
import { buildIndex } from '../search/bundle.ts';
import { type Answer, type Hit, SearchEngine } from '../search/engine.ts';
import type { Pagefind } from '../search/index-parts.ts';
import { prepareIndex } from '../search/prepare.ts';
import type { Query } from '../search/query.ts';
import { findFile } from '../search/last-index.ts';

/** The search of an archive, running: the index that a build would make, served on this machine. */
export interface SearchSite {
  readonly engine: SearchEngine;
  readonly server: Server;
  /** Every quote that a query finds. */
  findAll(query: Query): Promise<{ answer: Answer; hits: Hit[] }>;
}

/** Builds the index of an archive below a folder, serves it, and opens it as the search page does. */
export async function serveSearch(archive: Archive, folder: string): Promise<SearchSite> {
  const bundle = path.join(folder, 'pagefind');
  await prepareIndex(archive, path.join(folder, 'records'));
  await buildIndex({ recordsFolder: path.join(folder, 'records'), outFolder: bundle });
  return openSearch(folder);
}

/** What Pagefind's script looks at of a page: the part that is to be opened is its language. */
function pretendPage(): void {
  if (typeof document !== 'undefined') return;
  const html = { lang: 'en', getAttribute: () => html.lang };
  const page = { currentScript: null, documentElement: html, querySelector: () => html };
  Object.assign(globalThis, { document: page });
}

/** Serves and opens the index that lies in `pagefind` below a folder. */
export async function openSearch(folder: string): Promise<SearchSite> {
  pretendPage();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    void findFile(folder, pathname).then((file) => {
      response.statusCode = file === undefined ? 404 : 200;
      if (file === undefined) response.end();
      else createReadStream(file).pipe(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const script = pathToFileURL(path.join(folder, 'pagefind', 'pagefind.js')).href;
  const engine = await SearchEngine.open(
    `http://127.0.0.1:${port}/pagefind/`,
    () => import(script) as Promise<Pagefind>,
  );
  const findAll: SearchSite['findAll'] = async (query) => {
    const answer = await engine.search(query);
    const hits: Hit[] = [];
    for await (const hit of engine.hits(answer, 'relevance', 'none')) if (hit) hits.push(hit);
    return { answer, hits };
  };
  return { engine, server, findAll };
}
