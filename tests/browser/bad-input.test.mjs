// Input that is no licensing output, or more than one bargained for.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { inBothBrowsers } from './harness/both.mjs';
import { fixtures } from './harness/settings.mjs';
import { noteCopies, watchTasks } from './harness/inside.mjs';
import { keyedProduct, kmsClientDated, noise, productKey, unusedProduct } from './harness/pastes.mjs';
import { until } from './harness/until.mjs';

const nothing = 'Nothing here looks like licensing output';

inBothBrowsers('an empty box shows how to get a text', async ({ open }) => {
  const desk = await open();
  await desk.sees('How to get such a text');
  await desk.sees('slmgr.vbs /dlv');
  await desk.type('   \n  ');
  await desk.sees('How to get such a text');
  await desk.seesNot(nothing);
});

inBothBrowsers('a sentence is no output, and what to run is said', async ({ open }) => {
  const desk = await open();
  await desk.type('Please activate my computer, it says that Windows is not genuine.');
  await desk.sees(nothing);
  await desk.sees(/slmgr\.vbs \/dlv/);
});

inBothBrowsers('an HTML paste is shown as text', async ({ open }) => {
  const desk = await open();
  const html = '<b id="bold">Name: x</b><img src="nowhere.png" onerror="globalThis.harmed = 1"><script>globalThis.harmed = 2</script>';
  await desk.pasteKinds({ 'text/html': html, 'text/plain': `${html}\nName: <i id="italic">Windows</i> & more` });
  await desk.sees('<i id="italic">Windows</i> & more');
  const made = await desk.frame.evaluate(() =>
    [globalThis.harmed ?? null, document.querySelectorAll('#bold, #italic, img[src="nowhere.png"]').length]);
  assert.deepEqual(made, [null, 0]);
});

inBothBrowsers('binary bytes are taken calmly', async ({ open }) => {
  const desk = await open();
  const bytes = Array.from({ length: 6000 }, (_, index) => String.fromCharCode((index * 7919) % 256)).join('');
  await desk.paste(`MZ\u0090\0\u0003${bytes}\uFFFD\uD800 lonely`);
  await desk.sees(/Nothing here looks like|binary/);
  await desk.click('Clear');
  await desk.paste(kmsClientDated);
  await desk.sees('kms07.branch.example.com');
});

for (const [way, give] of [
  ['pasted', (desk, text) => desk.paste(text)],
  ['typed', (desk, text) => desk.type(text)],
]) {
  inBothBrowsers(`a full product key, ${way}, is nowhere`, async ({ open }) => {
    const desk = await open('index.html', { before: (page) => page.evaluateOnNewDocument(noteCopies, true) });
    const short = 'Name: Windows(R), Professional edition\nDescription: Windows(R) Operating System, RETAIL channel\nLicense Status: Licensed\n';
    await give(desk, `${short}my key is ${productKey} and (${productKey.toLowerCase()})\nPartial Product Key: ${productKey}\n`);
    await desk.sees('held a full product key');
    const held = [
      ['page', await desk.markup()],
      ['box', await desk.value()],
      ['text', await desk.copied('Copy as text')],
      ['JSON', await desk.copied('Copy as JSON')],
    ];
    await until(async () => (await desk.storage()).includes('Professional edition'), 'the paste in storage');
    held.push(['storage', await desk.storage()]);
    const middle = productKey.split('-').slice(0, 4);
    for (const [where, text] of held) {
      assert.ok(!text.toUpperCase().includes(productKey), `the key is in the ${where}`);
      for (const group of middle) assert.ok(!text.toUpperCase().includes(group), `a group of the key is in the ${where}`);
    }
    await desk.click('Clear');
    await desk.click('Undo');
    await desk.sees('Professional edition');
    assert.ok(!(await desk.markup()).toUpperCase().includes(middle[0]), 'the key comes back with undo');
  });
}

inBothBrowsers('10 MB of noise leave the page alive', async ({ open, t }) => {
  const desk = await open();
  await desk.frame.evaluate(watchTasks);
  const from = Date.now();
  await desk.paste(noise(10_000_000));
  await desk.sees(/lot of text/, 60_000);
  t.diagnostic(`10 MB: ${Date.now() - from} ms from the paste to the verdict, longest pause of the page ${Math.round(
    await desk.frame.evaluate(() => globalThis.longestPause))} ms (reported, not asserted)`);
  assert.ok((await desk.frame.evaluate(() => document.querySelectorAll('*').length)) < 3000);
  await desk.click('Clear');
  await desk.sees('How to get such a text');
});

inBothBrowsers('900 KB of noise stand in a virtual list', async ({ open, t }) => {
  const desk = await open();
  const text = noise(900_000);
  const lines = text.split('\n');
  await desk.frame.evaluate(watchTasks);
  const from = Date.now();
  await desk.paste(text);
  await desk.sees(/lot of text|Nothing here looks like/, 60_000);
  t.diagnostic(`900 KB: ${Date.now() - from} ms from the paste to the verdict, longest pause of the page ${Math.round(
    await desk.frame.evaluate(() => globalThis.longestPause))} ms (reported, not asserted)`);

  const elements = await desk.frame.evaluate(() => document.querySelectorAll('*').length);
  assert.ok(elements < 3000, `${elements} elements for ${lines.length} lines`);
  await desk.sees(lines[0]);

  // The list's other end.
  const list = await desk.frame.$('.virtual');
  await list.evaluate((list) => {
    list.scrollIntoView();
    list.scrollTop = list.scrollHeight;
  });
  await desk.sees(lines.at(-1));
  assert.ok((await desk.frame.evaluate(() => document.querySelectorAll('*').length)) < 3000);

  await desk.click('Clear');
  await desk.sees('How to get such a text');
  await desk.type('Name: Windows(R), Professional edition\nDescription: Windows(R) Operating System, RETAIL channel');
  await desk.sees('Professional');
});

inBothBrowsers('the message about a product key goes with its text', async ({ open }) => {
  const desk = await open();
  await desk.type(`Name: Windows(R)\n${productKey}`);
  await desk.sees('held a full product key');
  await desk.type(' and more');
  await until(async () => (await desk.value()).endsWith('and more'), 'the edited text');
  await desk.sees('held a full product key');
  await (await desk.box()).evaluate((box) => box.select());
  await desk.paste(kmsClientDated);
  await desk.sees('175 days');
  await desk.seesNot('held a full product key');
});

inBothBrowsers('errors of a paste are explained, answers of the tool listed', async ({ open }) => {
  const desk = await open();
  await desk.paste(readFileSync(join(fixtures, 'error-after-version.txt'), 'utf8'));
  await desk.sees('0xC004F074');
  await desk.seesNot(nothing);
  const code = await desk.control('0xC004F074');
  assert.equal(await code.evaluate((code) => code.getAttribute('aria-expanded')), 'false');
  await code.click();
  await desk.sees(/Likely cause: /);
  await desk.click('Clear');
  await desk.paste('Error: product key not found.');
  await desk.sees('The tool answered: Error: product key not found.');
  await desk.seesNot(nothing);
});

inBothBrowsers('of 300 keyed products one is open, and the page stays short', async ({ open }) => {
  const desk = await open();
  const text = Array.from({ length: 300 }, (_, number) => keyedProduct(number + 1)).join('');
  await desk.paste(text);
  await desk.sees('300 products');
  const opened = () => desk.frame.$$eval('.card-open', (cards) => cards.length);
  assert.equal(await opened(), 1);
  const height = await desk.frame.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height < 6000, `${height} pixels`);
  // A folded one is opened by the keyboard, and stays open while the text is edited.
  await desk.frame.evaluate(() => document.querySelectorAll('.card-head .fold')[5].focus());
  await desk.press('Enter');
  await until(async () => (await opened()) === 2, 'a second open card');
  await desk.click('Show 260 more products');
  await desk.sees(/Example60R/);
  await desk.click('Edit as text');
  await desk.press('End');
  await desk.type('\nName: Windows(R), Enterprise edition');
  await desk.sees('301 products');
  assert.equal(await opened(), 2);
});

inBothBrowsers('of 300 products the keyed one is open and the rest folded', async ({ open, t }) => {
  const desk = await open();
  const text = Array.from({ length: 299 }, (_, number) => unusedProduct(number + 1)).join('') + kmsClientDated;
  await desk.frame.evaluate(watchTasks);
  await desk.paste(text);
  await desk.sees('175 days');
  await desk.sees('kms07.branch.example.com');
  t.diagnostic(`300 products: longest pause of the page ${Math.round(await desk.frame.evaluate(() => globalThis.longestPause))} ms`);
  const elements = await desk.frame.evaluate(() => document.querySelectorAll('*').length);
  assert.ok(elements < 3000, `${elements} elements`);
  await desk.click('299 more products, not in use');
  await desk.sees(/Example299R/);
});
