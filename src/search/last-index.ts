import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';

/**
 * Lets `npm run dev` search in the index of the last build: serves what lies in `pagefind/` of the built
 * site, and nothing else of it.
 */
export function lastIndex(options: { out: string; base: string }): Plugin {
  // Astro has taken the base off, or not yet: that hangs on which of them Vite asks first.
  const addresses = [`${options.base.replace(/\/*$/, '/')}pagefind/`, '/pagefind/'];
  const folder = path.join(path.resolve(options.out), 'pagefind');
  return {
    name: 'last-index',
    apply: 'serve',
    configureServer: (server) => {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const address = addresses.find((one) => pathname.startsWith(one));
        if (address === undefined) return next();
        void findFile(folder, pathname.slice(address.length)).then((file) => {
          if (file === undefined) {
            response.statusCode = 404;
            return response.end();
          }
          const type = file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
          response.setHeader('content-type', type);
          return createReadStream(file).pipe(response);
        });
      });
    },
  };
}

/**
 * The file that an address below a folder means; undefined when there is none, or when it, or what a link
 * leads to, lies outside the folder.
 *
 * await findFile('dist/pagefind', '../index.html') // => undefined
 */
export async function findFile(folder: string, address: string): Promise<string | undefined> {
  try {
    const root = await realpath(folder);
    const file = await realpath(path.join(root, decodeURIComponent(address)));
    return file.startsWith(root + path.sep) && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}
