// The frame of every test: a fresh profile and a server of its own, in each browser; no problem may be left at the end.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

import { launch, wear } from './launch.mjs';
import { Desk } from './desk.mjs';
import { serve } from './server.mjs';
import { dist, needDist } from './settings.mjs';
import { watch } from './watch.mjs';

export const browsers = ['chromium', 'firefox'];

/// Runs `body({ browser, server, open, t })` as a test in each browser.
/// `open(path, { before, fromFile, width, ready })` opens a page of the built folder and waits until it is usable:
/// `before(page)` runs ahead of loading; `fromFile` takes a file: address instead of the server;
/// `ready: false` does not wait. Options: `look` ("light", "dark", "forced"), `only` (one browser's name), `timeout`.
export function inBothBrowsers(name, body, { look = 'light', only, timeout = 90_000 } = {}) {
  for (const browser of only ? [only] : browsers) {
    test(`${name} [${browser}]`, { timeout }, async (t) => {
      const context = await (await launch(browser, look)).createBrowserContext();
      const server = await serve();
      const watched = [];
      const open = async (path = 'index.html', { before, fromFile, width = 1200, ready = true } = {}) => {
        const page = await context.newPage();
        await page.setViewport({ width, height: 900 });
        await wear(page, browser, look);
        const seen = await watch(page);
        watched.push(seen);
        await before?.(page);
        needDist();
        await page.goto(fromFile ? pathToFileURL(join(dist, path)).href : server.url + path);
        const desk = new Desk(page, browser, seen);
        if (ready) await desk.ready();
        return desk;
      };
      try {
        await body({ browser, server, open, t });
        const problems = watched.flatMap((seen) => seen.problems);
        assert.deepEqual(problems, [], 'console errors, page errors, CSP violations and failed requests');
        assert.deepEqual(server.missing, [], 'addresses that are not in the built folder');
      } catch (error) {
        for (const problem of watched.flatMap((seen) => seen.problems)) t.diagnostic(problem);
        throw error;
      } finally {
        await context.close();
        await server.stop();
      }
    });
  }
}
