// Serves the built page, and beside it what the benchmark needs: an empty page, a bare page without a policy, and the input.

import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const types = { '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };

const bare = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Bare</title><p>Bare</p></html>';

/// Serves on 127.0.0.1 at a free port: `{ url, glue, wasm, stop() }`.
export async function serve(dist, input) {
  const names = await readdir(dist);
  const named = (ending) => names.find((name) => name.startsWith('page-') && name.endsWith(ending));
  // All of it is in memory before the first request, so that no disk is timed.
  const files = new Map([['/bench/bare.html', bare], ['/bench/input.txt', await readFile(input)]]);
  for (const name of names.filter((name) => types[extname(name)])) files.set(`/${name}`, await readFile(join(dist, name)));
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://127.0.0.1').pathname;
    const body = files.get(path);
    const type = types[extname(path)] ?? 'text/plain; charset=utf-8';
    response.writeHead(body ? 200 : 404, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(body ?? 'not here');
  });
  await new Promise((done, failed) => server.once('error', failed).listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    glue: `/${named('.js')}`,
    wasm: `/${named('_bg.wasm')}`,
    stop() {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
