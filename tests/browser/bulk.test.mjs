// Large inputs: read in a worker without a pause of the page, stopped at once, summed up, and saved as a whole.

import assert from 'node:assert/strict';

import { axe } from './harness/axe.mjs';
import { inBothBrowsers } from './harness/both.mjs';
import { watchTasks } from './harness/inside.mjs';
import { keyedProduct, kmsClientDated, productKey, secrets } from './harness/pastes.mjs';
import { chooseMade, noteDownloads, pasteMade } from './harness/bulk.mjs';
import { until } from './harness/until.mjs';

const report = (number) => `${kmsClientDated.replace('kms07', `kms${number}`)}\n`;
const longest = (desk) => desk.frame.evaluate(() => Math.round(globalThis.longestPause));

inBothBrowsers('50 MB are read in the worker, and the page stays awake', async ({ open, server, t }) => {
  const desk = await open();
  const text = report(1);
  const count = Math.ceil(50e6 / text.length);
  await desk.frame.evaluate(watchTasks);
  const from = Date.now();
  await chooseMade(desk, [['fleet.txt', text, count]]);
  await desk.find('progressbar', 'progress', 20_000);
  await desk.sees(new RegExp(`${count.toLocaleString('en')} products in ${count.toLocaleString('en')} outputs`), 80_000);
  const pause = await longest(desk);
  t.diagnostic(`50 MB: ${Date.now() - from} ms, longest pause of the page ${pause} ms`);
  assert.ok(pause < 1000, `a pause of ${pause} ms`);
  assert.ok(server.requests.some((path) => path.endsWith('/worker.js')), 'the worker was fetched');
  await desk.sees('is not kept');

  // The numbers.
  await desk.sees(`Licensed ${count.toLocaleString('en')}`);
  await desk.sees('slmgr.vbs /dlv');
  // A card with its own lines.
  const elements = await desk.frame.evaluate(() => document.querySelectorAll('*').length);
  assert.ok(elements < 4000, `${elements} elements`);
  const lines = text.split('\n').length - 1;
  await desk.frame.evaluate(() => document.querySelectorAll('.found .card .fold')[50].focus());
  await desk.press('Enter');
  await desk.sees('175 days');
  await desk.sees('The lines it was read from');
  await desk.sees(new RegExp(`${50 * lines + 3} Name: Windows`));
  assert.deepEqual((await axe(desk.page)).violations, []);
  await desk.frame.evaluate(() => document.querySelectorAll('.found .card .fold')[50].click());
  await until(async () => !(await desk.text()).includes('The lines it was read from'), 'a folded card');
});

inBothBrowsers('cancel works at once and brings back what was there', async ({ open }) => {
  const desk = await open();
  await desk.paste(kmsClientDated);
  await desk.sees('175 days');
  const text = report(1);
  await chooseMade(desk, [['fleet.txt', text, Math.ceil(60e6 / text.length)]]);
  await desk.find('progressbar', 'progress', 20_000);
  assert.deepEqual((await axe(desk.page)).violations, []);
  const from = Date.now();
  await desk.click('Cancel');
  await desk.sees('175 days');
  assert.ok(Date.now() - from < 3000, `${Date.now() - from} ms`);
  await until(async () => !(await desk.frame.$('[role="progressbar"]')), 'no progress');
});

inBothBrowsers('all products are saved as JSON Lines and as CSV', async ({ open }) => {
  const desk = await open('index.html', { before: (page) => page.evaluateOnNewDocument(noteDownloads) });
  const odd = keyedProduct(7).replace('Office 16, Example7R_Retail edition', '=cmd|Office, "x" edition');
  await chooseMade(desk, [['PC-A.txt', report(1), 500], ['PC-B.txt', odd + keyedProduct(8), 3000, 'utf-16']]);
  await desk.sees('6,500 products', 60_000);
  const save = async (button) => {
    const before = await desk.frame.evaluate(() => globalThis.downloads.length);
    await desk.click(button);
    await until(() => desk.frame.evaluate((before) => globalThis.downloads.length > before, before), button, 60_000);
    return desk.frame.evaluate(() => globalThis.downloads.at(-1));
  };
  const json = await save('Save all as JSON Lines');
  assert.equal(json.name, 'activation-desk.jsonl');
  const rows = json.text.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.equal(rows.length, 6500);
  assert.deepEqual([rows[0].file, rows[0].part, rows[0].producer, rows[0].kmsClient.hostFromDns], ['PC-A.txt', 1, 'slmgr-dlv', 'kms1.branch.example.com:1688']);
  assert.deepEqual([rows[499].part, rows[499].lines], [500, [499 * 27 + 3, 499 * 27 + 26]]);
  assert.equal(rows[500].file, 'PC-B.txt');

  const csv = await save('Save all as CSV');
  assert.equal(csv.name, 'activation-desk.csv');
  assert.ok(csv.text.startsWith('\ufefffile,part,producer,name,'));
  const lines = csv.text.trimEnd().split('\r\n');
  assert.equal(lines.length, 6501);
  assert.match(lines[501], /^PC-B\.txt,1,slmgr-dl[iv],"'=cmd\|Office, ""x"" edition",/);

  await desk.click('Redact');
  const hidden = (await save('Save all as JSON Lines')).text + (await save('Save all as CSV')).text;
  for (const secret of [...Object.values(secrets), 'kms1.branch', 'PC-A', '3V66T']) assert.ok(!hidden.includes(secret), secret);
  assert.ok(hidden.includes('[host]') && hidden.includes('file 1'));
});

inBothBrowsers('a large paste is read in the background, masked, and comes back after a reload', async ({ open }) => {
  const desk = await open();
  const text = report(1);
  const count = Math.ceil(2e6 / text.length);
  await pasteMade(desk, [`key: ${productKey}\n\n`, 1], [text, count]);
  await desk.sees(`${count.toLocaleString('en')} products`, 30_000);
  await until(async () => (await desk.storage()).includes('kms1.branch.example.com'), 'the text in storage');
  assert.ok(!(await desk.storage()).includes(productKey), 'the key is in the storage');
  assert.ok(!(await desk.markup()).includes(productKey), 'the key is on the page');
  await desk.page.reload();
  await desk.sees(`${count.toLocaleString('en')} products`, 30_000);
  await desk.click('Clear');
  await until(async () => !(await desk.storage()).includes('kms1.branch'), 'an empty storage');
  await desk.sees('How to get such a text');
});

inBothBrowsers('a large file in an old code page is read again in another one', async ({ open }) => {
  const desk = await open();
  await chooseMade(desk, [['alt.txt', `# l\x84uft\n${report(1)}`, 1000, 'latin1'], ['x.png', '\x89PNG\r\n\x1a\n\0', 1, 'latin1']]);
  await desk.sees('1,000 products', 30_000);
  await desk.sees('Code page');
  await desk.sees('x.png is a picture.');
  await (await desk.frame.$('select')).select('windows-1252');
  await until(async () => (await (await desk.frame.$('select'))?.evaluate((select) => select.value)) === 'windows-1252' &&
    (await desk.text()).includes('1,000 products'), 'the other code page', 30_000);
});

for (const [face, options, frameOf] of [
  ['activation-desk.html', { fromFile: true }],
  ['examples/element.html', {}],
  ['examples/iframe.html', { ready: false }, 'embed.html'],
]) {
  inBothBrowsers(`${face} reads a large input in a worker`, async ({ open, t }) => {
    const outside = await open(face, { ...options, before: (page) => page.evaluateOnNewDocument(countWorkers) });
    const frame = frameOf && (await until(() => outside.page.frames().find((frame) => frame.url().endsWith(frameOf)), 'the frame'));
    const desk = frame ? outside.in(frame) : outside;
    await desk.ready();
    const text = report(1);
    const count = Math.ceil(5e6 / text.length);
    await desk.frame.evaluate(watchTasks);
    await chooseMade(desk, [['fleet.txt', text, count]]);
    await desk.sees(`${count.toLocaleString('en')} products`, 60_000);
    t.diagnostic(`longest pause of the page ${await longest(desk)} ms`);
    assert.equal(await desk.frame.evaluate(() => globalThis.workers.join()), 'ready', 'a worker said that it is ready');
  });
}

inBothBrowsers('without workers a large input is read beside the page', async ({ open, t }) => {
  const desk = await open('index.html', { before: (page) => page.evaluateOnNewDocument(() => delete globalThis.Worker) });
  const text = report(1);
  const count = Math.ceil(20e6 / text.length);
  await desk.frame.evaluate(watchTasks);
  await chooseMade(desk, [['fleet.txt', text, count]]);
  await desk.find('progressbar', 'progress', 20_000);
  await desk.sees(`${count.toLocaleString('en')} products`, 60_000);
  const pause = await longest(desk);
  t.diagnostic(`20 MB beside the page: longest pause ${pause} ms`);
  assert.ok(pause < 1000, `a pause of ${pause} ms`);
});

// Runs ahead of the page.
function countWorkers() {
  globalThis.workers = [];
  const { Worker } = globalThis;
  globalThis.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => data.ready && globalThis.workers.push('ready'));
    }
  };
}
