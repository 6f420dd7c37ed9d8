// The four faces of the page; each reads a paste.

import assert from 'node:assert/strict';

import { inBothBrowsers } from './harness/both.mjs';
import { kmsClientDated } from './harness/pastes.mjs';
import { until } from './harness/until.mjs';

async function readsAPaste(desk) {
  await desk.ready();
  await desk.paste(kmsClientDated);
  await desk.sees('kms07.branch.example.com');
  await desk.sees(/KMS client/i);
  await desk.sees('Licensed');
}

inBothBrowsers('the static page reads a paste', async ({ open }) => {
  await readsAPaste(await open('index.html'));
});

inBothBrowsers('the single file reads a paste and fetches nothing', async ({ open, server }) => {
  const desk = await open('activation-desk.html', { fromFile: true });
  await readsAPaste(desk);
  assert.deepEqual(desk.seen.requests.filter((address) => !address.endsWith('/activation-desk.html')), []);
  assert.deepEqual(server.requests, []);
});

inBothBrowsers('the custom element reads a paste in a plain page', async ({ open }) => {
  await readsAPaste(await open('examples/element.html'));
});

inBothBrowsers('the sandboxed frame reads a paste', async ({ open }) => {
  const outside = await open('examples/iframe.html', { ready: false });
  const frame = await until(
    () => outside.page.frames().find((frame) => frame.url().endsWith('/embed.html')),
    'the frame inside the page',
  );
  await readsAPaste(outside.in(frame));
});

inBothBrowsers('a page of a folder points to the single file', async ({ open }) => {
  const desk = await open('index.html', { fromFile: true, ready: false });
  await desk.sees('activation-desk.html');
  // What browsers refuse to load from a folder is theirs to complain about.
  desk.seen.problems.length = 0;
});

inBothBrowsers('the custom element takes its colours from its attribute, and comes back when it is moved', async ({ open }) => {
  const desk = await open('examples/element.html');
  await desk.paste(kmsClientDated);
  await desk.sees('kms07.branch.example.com');
  const ground = () => desk.page.evaluate(() => {
    const inside = document.querySelector('activation-desk').shadowRoot.querySelector('textarea');
    return getComputedStyle(inside).backgroundColor;
  });
  const light = await ground();
  await desk.page.evaluate(() => document.querySelector('activation-desk').setAttribute('theme', 'dark'));
  await until(async () => (await ground()) !== light, 'dark colours');
  await desk.page.evaluate(() => document.querySelector('activation-desk').removeAttribute('theme'));
  await until(async () => (await ground()) === light, 'light colours again');

  await desk.page.evaluate(() => {
    document.querySelector('activation-desk').remove();
    return new Promise((done) => setTimeout(done)).then(() =>
      document.querySelector('main').append(document.createElement('activation-desk')));
  });
  await desk.sees('kms07.branch.example.com');
});
