import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { readArchiveFacts } from './src/store/facts.ts';

// A keeper edits `content/archive.yaml`, never this file: site and base come from its `url`.
const { origin, pathname } = new URL(readArchiveFacts().url);

export default defineConfig({
  site: origin,
  base: pathname,
  outDir: process.env.ARCHIVE_OUT || 'dist',
  trailingSlash: 'always',
  integrations: [sitemap()],
  build: { inlineStylesheets: 'never', format: 'directory' },
  // Nothing is inlined, so that the Content-Security-Policy needs no exception.
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
});
