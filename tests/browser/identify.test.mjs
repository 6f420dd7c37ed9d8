// The JavaScript border: the functions for single identifiers answer what the native library answers.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { inBothBrowsers } from './harness/both.mjs';
import { fixtures } from './harness/settings.mjs';
import { until } from './harness/until.mjs';

const cases = JSON.parse(readFileSync(join(fixtures, '..', 'identify', 'cases.json'), 'utf8'));

inBothBrowsers('identifiers are answered as the native library answers', async ({ open, server, t }) => {
  assert.ok(cases.length > 0, 'there are cases');
  const desk = await open();
  const glue = await until(() => server.requests.find((path) => /page[^/]*\.js$/.test(path)), 'the glue');
  for (const { function: name, text, now, answer } of cases) {
    const given = JSON.parse(await desk.page.evaluate(ask, glue, name, text, now));
    assert.deepEqual(given, answer, `${name}(${JSON.stringify(text)})`);
  }
  t.diagnostic(`${cases.length} cases`);
});

inBothBrowsers('a text that is far too long is answered at once', async ({ open, server }) => {
  const desk = await open();
  const glue = await until(() => server.requests.find((path) => /page[^/]*\.js$/.test(path)), 'the glue');
  assert.equal(await desk.page.evaluate(askNovel, glue), 'too-long');
});

// Runs in the page. The day is handed over only where there is one.
async function ask(glue, name, text, now) {
  const border = await import(glue);
  return JSON.stringify(now === null ? border[name](text) : border[name](text, now));
}

// A megabyte is made in the page rather than handed over.
async function askNovel(glue) {
  const { identify } = await import(glue);
  return identify('It was a dark and stormy night. '.repeat(32000)).extent;
}
