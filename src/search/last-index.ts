import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/**
 * Lets `npm run dev` search in the index of the last build: serves what lies in `pagefind/` of the built
 * site, and nothing else of it.
 */
export function lastIndex(options: { out: string; base: string }): Plugin {
  const address = `${options.base.replace(/\/*$/, '/')}pagefind/`;
  const folder = path.join(path.resolve(options.out), 'pagefind');
  return {
    name: 'last-index',
    apply: 'serve',
    configureServer: (server) => {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        if (!pathname.startsWith(address)) return next();
        const file = path.join(folder, decodeURIComponent(pathname.slice(address.length)));
        if (!file.startsWith(folder + path.sep) || !existsSync(file)) {
          response.statusCode = 404;
          return response.end();
        }
        const type = file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
        response.setHeader('content-type', type);
        createReadStream(file).pipe(response);
      });
    },
  };
}
