import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const compressed = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt']);

/** A file that was sent. */
export interface Sent {
  /** From the site's root. */
  readonly path: string;
  /** Of the body, as it went over the wire. */
  readonly bytes: number;
}

/** A static host on this machine that compresses text, lets browsers keep files, and says what it sent. */
export interface Host {
  readonly url: string;
  readonly server: Server;
  readonly sent: Sent[];
}

/** Serves a built site as the usual hosts do: what they have sent once they keep, compressed. */
export async function openHost(folder: string): Promise<Host> {
  const sent: Sent[] = [];
  const kept = new Map<string, Promise<Buffer>>();
  const read = async (file: string): Promise<Buffer> => {
    const body = await readFile(path.join(folder, file));
    return compressed.has(path.extname(file)) ? gzipSync(body) : body;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = decodeURIComponent(pathname).slice(1);
    const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
    const body = kept.get(file) ?? read(file);
    kept.set(file, body);
    body.then(
      (bytes) => {
        const ending = path.extname(file);
        sent.push({ path: file, bytes: bytes.length });
        response.writeHead(200, {
          'content-type': types[ending] ?? 'application/octet-stream',
          'cache-control': 'public, max-age=600',
          ...(compressed.has(ending) && { 'content-encoding': 'gzip' }),
        });
        response.end(bytes);
      },
      () => {
        response.writeHead(404);
        response.end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server, sent };
}
