import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { lastIndex } from './src/search/last-index.ts';
import { readArchiveFacts } from './src/store/facts.ts';

// A keeper edits `content/archive.yaml`, never this file: site and base come from its `url`.
const { origin, pathname } = new URL(readArchiveFacts().url);
// Lists of ids say of themselves that they are not for search engines.
const isForSearchEngines = (page) => !new URL(page).pathname.startsWith(`${pathname}q/`);
const out = process.env.ARCHIVE_OUT || 'dist';

export default defineConfig({
  site: origin,
  base: pathname,
  outDir: out,
  trailingSlash: 'always',
  integrations: [mdx(), sitemap({ filter: isForSearchEngines })],
  build: { inlineStylesheets: 'never', format: 'directory' },
  devToolbar: { enabled: false },
  vite: {
    // Nothing is inlined, so that the Content-Security-Policy needs no exception.
    build: { assetsInlineLimit: 0 },
    plugins: [lastIndex({ out, base: pathname })],
  },
});
