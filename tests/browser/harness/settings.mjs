// Where things are. The run is told by the environment; `cargo xtask test` sets all of it.
//
//   ACTIVATION_DESK_DIST          the built page (default: dist/ of this repository)
//   ACTIVATION_DESK_NODE_MODULES  a folder that contains node_modules (default: tests/browser)
//   CHROMIUM, FIREFOX             the browsers' programs

import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

export const repository = resolve(here, '..', '..', '..');
export const dist = resolve(process.env.ACTIVATION_DESK_DIST || join(repository, 'dist'));
export const fixtures = join(repository, 'tests', 'fixtures');
export const screenshots = join(repository, 'target', 'screenshots');

/// The program of a browser; throws a sentence where there is none.
export function program(browser) {
  const [variable, places] = {
    chromium: ['CHROMIUM', ['/usr/bin/chromium', '/usr/bin/chromium-browser']],
    firefox: ['FIREFOX', ['/usr/bin/firefox-esr', '/usr/bin/firefox']],
  }[browser];
  const found = process.env[variable] || places.find((place) => existsSync(place));
  if (!found || !existsSync(found)) {
    throw new Error(`No ${browser} here: set ${variable} to its program (Debian: apt-get install chromium firefox-esr).`);
  }
  return found;
}

/// Throws a sentence where the page was not built.
export function needDist() {
  if (!existsSync(join(dist, 'index.html'))) {
    throw new Error(`No built page in ${dist}: run "cargo xtask build" first, or set ACTIVATION_DESK_DIST.`);
  }
}

/// The path of a file inside an npm package that these tests need.
export function packageFile(name) {
  const folders = [process.env.ACTIVATION_DESK_NODE_MODULES, join(here, '..')].filter(Boolean);
  for (const folder of folders) {
    try {
      return createRequire(join(resolve(folder), 'package.json')).resolve(name);
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw new Error(`The npm package ${name} is in none of: ${folders.join(', ')}. "cargo xtask test" installs it.`);
}

/// Imports one of the npm packages.
export async function loadPackage(name) {
  return import(pathToFileURL(packageFile(name)).href);
}

/// The fixtures: pairs of a paste and its published shape.
export function fixtureNames() {
  return readdirSync(fixtures)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.slice(0, -'.txt'.length))
    .sort();
}
