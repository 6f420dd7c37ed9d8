// The redact switch: what is sensitive is nowhere on the page, in no copy and in no JSON.

import assert from 'node:assert/strict';

import { inBothBrowsers } from './harness/both.mjs';
import { noteCopies } from './harness/inside.mjs';
import { kmsClientDated, secrets } from './harness/pastes.mjs';
import { until } from './harness/until.mjs';

// Installation IDs are shown in groups: digits are compared with everything but digits taken out of the text around them.
const hides = (text) => Object.entries(secrets).filter(([name, secret]) =>
  name === 'installationId' ? text.replace(/\D+/g, '').includes(secret) || text.includes(secret.slice(0, 7)) : text.includes(secret));

inBothBrowsers('redaction hides names, addresses and IDs everywhere', async ({ open }) => {
  const desk = await open('index.html', { before: (page) => page.evaluateOnNewDocument(noteCopies, true) });
  await desk.paste(`${kmsClientDated}\nsomething about ${secrets.host} that nobody understands\n`);
  await desk.sees(secrets.host);
  assert.equal(hides(await desk.markup()).length, Object.keys(secrets).length, 'all of it is there before');

  await desk.click('Redact');
  await until(async () => hides(await desk.markup()).length === 0, 'a page without secrets').catch(async (error) => {
    throw new Error(`still there: ${hides(await desk.markup()).map(([name]) => name)}`, { cause: error });
  });
  await desk.sees('[host]');
  const text = await desk.copied('Copy as text');
  assert.ok(text.includes('[host]'), text);
  assert.deepEqual(hides(text), []);
  const json = await desk.copied('Copy as JSON');
  assert.deepEqual(hides(json), []);
  assert.equal(JSON.parse(json).licenseStatus, 'licensed');

  await desk.click('Redact');
  await desk.sees(secrets.host);
});
