import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { listedPages } from './src/archive/address.ts';
import { href } from './src/archive/permalink.ts';
import { lastIndex } from './src/search/last-index.ts';
import { rememberArchive, rememberFigures } from './src/store/archive.ts';
import { readArchiveFacts } from './src/store/facts.ts';

// A keeper edits `content/archive.yaml`, never this file: site and base come from its `url`.
const { origin, pathname } = new URL(readArchiveFacts().url);
// A build has read the archive by now; with problems in it there is nothing to list.
const { archive } = await rememberArchive();
const pages = archive ? listedPages(archive, rememberFigures(archive).topics) : [];
const listed = new Set(pages.map((page) => href(pathname, page)));
const isForSearchEngines = (page) => listed.has(new URL(page).pathname);
const out = process.env.ARCHIVE_OUT || 'dist';

export default defineConfig({
  site: origin,
  base: pathname,
  outDir: out,
  trailingSlash: 'always',
  integrations: [mdx(), sitemap({ filter: isForSearchEngines })],
  build: { inlineStylesheets: 'never', format: 'directory' },
  devToolbar: { enabled: false },
  // Editors complete and check the head of each file: see .vscode/settings.json.
  experimental: { contentIntellisense: true },
  vite: {
    // Nothing is inlined, so that the Content-Security-Policy needs no exception.
    build: { assetsInlineLimit: 0 },
    plugins: [lastIndex({ out, base: pathname })],
  },
});
