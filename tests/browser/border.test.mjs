// The JavaScript border: read(text) gives what the native reader gives.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { inBothBrowsers } from './harness/both.mjs';
import { fixtureNames, fixtures } from './harness/settings.mjs';
import { until } from './harness/until.mjs';

const names = fixtureNames();

inBothBrowsers('read(text) equals the published shape of every fixture', async ({ open, server, t }) => {
  assert.ok(names.length > 0, 'there are fixtures');
  const desk = await open();
  const glue = await until(() => server.requests.find((path) => /activation-desk[^/]*\.js$|page[^/]*\.js$/.test(path)), 'the glue');
  const wrong = [];
  for (const name of names) {
    const text = readFileSync(join(fixtures, `${name}.txt`), 'utf8');
    const expected = JSON.parse(readFileSync(join(fixtures, `${name}.json`), 'utf8'));
    const published = JSON.parse(await desk.page.evaluate(readInPage, glue, text));
    if (!isDeepStrictEqual(published, expected)) wrong.push(name);
    // The first difference in full, of the others the names.
    if (wrong.length === 1 && wrong[0] === name) t.diagnostic(difference(published, expected));
  }
  assert.deepEqual(wrong, [], 'fixtures that the page reads otherwise');
  t.diagnostic(`${names.length} fixtures`);
});

inBothBrowsers('words are parts of the paste, but for half characters and product keys', async ({ open, server }) => {
  const desk = await open();
  const glue = await until(() => server.requests.find((path) => /page[^/]*\.js$/.test(path)), 'the glue');
  const read = async (text) => JSON.parse(await desk.page.evaluate(readInPage, glue, text));
  const names = async (text) => (await read(text)).products.map(({ name }) => name);
  assert.deepEqual(await names('\u{1f511} \u00e9\nName: Windows(R), \u00e9dition \u{1f511}\n'), ['Windows(R), \u00e9dition \u{1f511}']);
  const half = JSON.parse(await desk.page.evaluate(readHalf, glue));
  assert.equal(half, 'Windows(R), \ufffd edition');
  const key = ['BCDFG', 'HJKMP', 'QRTVW', 'XY234', '6789N'].join('-');
  const masked = await read(`slmgr /ipk ${key}\nName: Windows(R), Professional edition\n`);
  assert.equal(masked.remarks[0].text, 'XXXXX-XXXXX-XXXXX-XXXXX-6789N');
  assert.equal(masked.products[0].name, 'Windows(R), Professional edition');
});

// What is handed to the page is no place for half a character, so it is made there.
async function readHalf(glue) {
  const { read } = await import(glue);
  return JSON.stringify(read('Name: Windows(R), \ud800 edition\n').products[0].name);
}

function difference(published, expected) {
  try {
    assert.deepEqual(published, expected);
  } catch (error) {
    return error.message;
  }
  return '';
}

// Runs in the page. JSON drops what is undefined and empties a Map, so both are refused here.
async function readInPage(glue, text) {
  const { read } = await import(glue);
  const refuse = (value, path) => {
    if (value === undefined || ['bigint', 'function', 'symbol'].includes(typeof value)) throw new Error(`${path}: ${typeof value}`);
    if (value === null || typeof value !== 'object') return;
    if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) throw new Error(`${path}: no plain object`);
    for (const [key, inner] of Object.entries(value)) refuse(inner, `${path}.${key}`);
  };
  const reading = read(text);
  refuse(reading, 'reading');
  return JSON.stringify(reading);
}
