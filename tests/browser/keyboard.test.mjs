// The page by keyboard alone: everything is reached, the focus is seen, meanings open, lines light up.

import assert from 'node:assert/strict';

import { inBothBrowsers } from './harness/both.mjs';
import { kmsClient, kmsClientDated, noise } from './harness/pastes.mjs';
import { until } from './harness/until.mjs';

/// Presses Tab until the focus leaves the page or comes back to the first stop; returns each stop.
/// A page that has just been loaded may take the key and move the focus only with its next frame.
async function stops(desk) {
  const seen = [];
  for (let presses = 0; presses < 400; presses += 1) {
    const before = seen.at(-1)?.place;
    await desk.press('Tab');
    const moved = async () => {
      const stop = await desk.focused();
      return stop && stop.place !== before && stop;
    };
    const stop = await until(moved, 'the next stop', 500).catch(() => null);
    if (!stop || seen.some((one) => one.place === stop.place)) return seen;
    seen.push(stop);
  }
  throw new Error('Tab finds no end');
}

inBothBrowsers('Tab reaches every control, and each shows its focus', async ({ open }) => {
  const desk = await open();
  await desk.paste(kmsClientDated);
  await desk.sees('What to type next');
  // From the top of the document: a reload brings the paste back, and nothing has the focus.
  await until(async () => (await desk.storage()).includes('kms07'), 'the paste in storage');
  await desk.page.reload();
  await desk.sees('What to type next');
  await desk.still();
  const found = await stops(desk);
  assert.deepEqual(found.filter((stop) => !stop.visible).map((stop) => stop.name), [], 'stops without a visible focus');
  const names = found.map((stop) => stop.name);
  for (const wanted of ['Clear', 'Copy as text', 'Copy as JSON', 'Activation ID', 'Installation ID', /^Copy.*slmgr/]) {
    assert.ok(names.some((name) => (wanted instanceof RegExp ? wanted.test(name) : name === wanted)), `${wanted} in ${names.join(' | ')}`);
  }
  // Of radio buttons Tab takes one for all; what stands in a folded part is reached once it is open.
  const controls = await desk.frame.evaluate(() =>
    [...document.querySelectorAll('button, a[href], input:not([type=radio]), summary, textarea')].filter(
      (element) => element.checkVisibility() && !element.disabled && element.tabIndex >= 0).length);
  const reached = found.filter((stop) => ['button', 'a', 'input', 'summary', 'textarea'].includes(stop.tag) && stop.type !== 'radio');
  assert.equal(reached.length, controls, `reached: ${names.join(' | ')}`);
});

inBothBrowsers('the focus is never lost', async ({ open }) => {
  const desk = await open();
  await desk.paste(kmsClient);
  await desk.sees('What to type next');
  const press = async (name) => {
    await (await desk.control(name)).focus();
    await desk.press('Enter');
  };
  for (const name of ['Clear', 'Undo', /4 March 2026/]) {
    await press(name);
    // The page draws once more; the focus may be on its way until then.
    await until(() => desk.focused(), `a focus after ${name}`, 3000);
  }
  await press('Clear');
  await until(async () => (await desk.focused())?.tag === 'textarea', 'the box after clearing');
  await desk.paste(noise(50_000));
  await desk.sees('Edit as text');
  await press('Edit as text');
  await until(async () => (await desk.focused())?.tag === 'textarea', 'the box for editing', 3000);
});

inBothBrowsers('the menu of samples by keyboard', async ({ open }) => {
  const desk = await open();
  const menu = await desk.control('Try a sample');
  await menu.focus();
  await desk.press('Enter');
  await desk.press('Tab');
  assert.equal((await desk.focused()).name, 'Office KMS host');
  await desk.press('Escape');
  assert.equal((await desk.focused()).name, 'Try a sample');
  await desk.press(' ');
  await desk.press('Tab');
  await desk.press('Tab');
  await desk.press('Enter');
  await desk.sees('What to type next');
  await desk.sees('KMS client');
});

inBothBrowsers('the first Tab offers the way past the header', async ({ open }) => {
  const desk = await open();
  await desk.press('Tab');
  assert.equal((await desk.focused()).name, 'Skip to the content');
  await desk.press('Enter');
  await until(async () => (await desk.focused())?.tag === 'main', 'the content');
});

for (const [key, called] of [['Enter', 'Enter'], [' ', 'Space']]) {
  inBothBrowsers(`${called} on a field's name opens and closes its meaning`, async ({ open }) => {
    const desk = await open();
    await desk.paste(kmsClientDated);
    const label = await desk.control('Extended PID');
    await label.focus();
    const before = await desk.text();
    assert.equal((await desk.focused()).expanded, 'false');
    await desk.press(key);
    await until(async () => (await desk.focused()).expanded === 'true', 'an open meaning');
    const meaning = await label.evaluate((label) => label.getRootNode().getElementById(label.getAttribute('aria-controls')).innerText);
    assert.ok(meaning.length > 20, meaning);
    assert.ok(!before.includes(meaning), 'it was closed before');
    await desk.press(key);
    await until(async () => (await desk.focused()).expanded === 'false', 'a closed meaning');
  });
}

inBothBrowsers('a field lights up its line in the pasted text, by focus and by mouse', async ({ open }) => {
  const desk = await open();
  await desk.paste(kmsClientDated);
  const lit = () => desk.frame.evaluate(() => [...document.querySelectorAll('.line-pointed')].map((line) => line.innerText).join('\n'));
  assert.equal(await lit(), '');
  await (await desk.control('Activation ID')).focus();
  await until(async () => (await lit()).includes('73111121-5638-40f6-bc11-f1d7b0d64300'), 'the line of the Activation ID');
  assert.equal(await desk.frame.evaluate(() => document.querySelectorAll('.line[aria-current="true"]').length), 1);
  await (await desk.control('Extended PID')).hover();
  await until(async () => (await lit()).includes('03612-03308-000-000123'), 'the line of the Extended PID');
});
