// Light, dark and forced colours, chosen by the system or by the user; narrow screens; print.

import assert from 'node:assert/strict';

import { inBothBrowsers } from './harness/both.mjs';
import { kmsClient, kmsClientDated, retailNotification } from './harness/pastes.mjs';
import { until } from './harness/until.mjs';

/// Brightness of the page's ground, 0 to 255.
const ground = (desk) => desk.frame.evaluate(() => {
  for (let element = document.querySelector('h1'); element; element = element.parentElement) {
    const [red, green, blue, alpha = 1] = getComputedStyle(element).backgroundColor.match(/[\d.]+/g).map(Number);
    if (alpha > 0) return (red + green + blue) / 3;
  }
  return 255;
});

for (const [look, isDark] of [['light', false], ['dark', true]]) {
  inBothBrowsers(`follows a ${look} system, and the user's word comes first`, async ({ open }) => {
    const desk = await open();
    assert.equal((await ground(desk)) < 100, isDark);
    const [other, name] = isDark ? [false, 'Light'] : [true, 'Dark'];
    await desk.click(name);
    await until(async () => (await ground(desk)) < 100 === other, `the ${name} theme`);
    await until(async () => (await desk.storage()).includes(name.toLowerCase()), 'the theme in storage');
    await desk.page.reload();
    await desk.ready();
    await until(async () => (await ground(desk)) < 100 === other, `the ${name} theme after a reload`);
    await desk.click('Auto');
    await until(async () => (await ground(desk)) < 100 === isDark, 'the theme of the system');
  }, { look });
}

for (const [state, fill] of [
  ['empty', async () => {}],
  ['a client whose date is asked for', (desk) => desk.paste(kmsClient)],
  ['an Office host', (desk) => desk.sample('Office KMS host')],
  ['several products', (desk) => desk.sample('Several products')],
]) {
  inBothBrowsers(`at 320 pixels nothing scrolls sideways: ${state}`, async ({ open }) => {
    const desk = await open('index.html', { width: 320 });
    await fill(desk);
    if (state !== 'empty') await desk.sees('What to type next');
    const wide = await desk.frame.evaluate(() => {
      const limit = document.documentElement.clientWidth;
      return {
        document: document.documentElement.scrollWidth - limit,
        // What is cut off inside a part that does not scroll by itself is lost.
        lost: [...document.querySelectorAll('body *')]
          .filter((element) => {
            const box = element.getBoundingClientRect();
            if (box.width <= 1 || box.right <= limit + 1) return false;
            for (let up = element.parentElement; up; up = up.parentElement) {
              // It scrolls by itself, or it is for screen readers only.
              if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX) || up.getBoundingClientRect().width <= 1) return false;
            }
            return true;
          })
          .map((element) => `${element.localName}.${element.getAttribute('class')}`),
      };
    });
    assert.deepEqual(wide, { document: 0, lost: [] });
  });
}

// Firefox can't be told to show a page as it prints.
inBothBrowsers('print shows the card and nothing else', async ({ open }) => {
  const desk = await open();
  await desk.paste(kmsClientDated);
  await desk.sees('What to type next');
  await desk.page.emulateMediaType('print');
  await desk.sees('Licensed');
  await desk.sees('kms07.branch.example.com');
  for (const part of ['Try a sample', 'Copy as text', 'Theme', 'How to get such a text']) await desk.seesNot(part);
  assert.equal(await (await desk.page.$('textarea')).isVisible(), false);
  assert.ok((await desk.page.pdf()).length > 5000);
}, { only: 'chromium' });

inBothBrowsers('the print button prints', async ({ open }) => {
  const desk = await open('index.html', {
    before: (page) => page.evaluateOnNewDocument(() => {
      globalThis.printed = 0;
      globalThis.print = () => (globalThis.printed += 1);
    }),
  });
  await desk.paste(kmsClientDated);
  await desk.click('Print');
  await until(() => desk.page.evaluate(() => globalThis.printed === 1), 'one print');
});

inBothBrowsers('the print button of one card prints that card, and says what is redacted', async ({ open }) => {
  const desk = await open('index.html', { before: (page) => page.evaluateOnNewDocument(() => (globalThis.print = () => {})) });
  await desk.paste(`${kmsClientDated}\n${retailNotification}`);
  await desk.sees('2 products');
  await desk.click('Redact');
  await desk.sees('[host]');
  const shown = () => desk.frame.$$eval('.card', (cards) =>
    cards.filter((card) => card.checkVisibility()).map((card) => card.querySelector('.state-word').innerText));
  assert.equal((await shown()).length, 2);
  await desk.frame.evaluate(() => {
    const card = [...document.querySelectorAll('.card')].find((card) => card.innerText.includes('Notification'));
    [...card.querySelectorAll('button')].find((button) => button.innerText === 'Print').click();
  });
  await desk.page.emulateMediaType('print');
  assert.deepEqual(await shown(), ['Notification']);
  await desk.sees('Redacted: host names');
  // Once it is over, the whole page prints again.
  await desk.page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal((await shown()).length, 2);
}, { only: 'chromium' });

for (const width of [1280, 768, 320]) {
  inBothBrowsers(`the menu of samples fits at ${width} pixels and closes by itself`, async ({ open }) => {
    const desk = await open('index.html', { width });
    for (const fill of [async () => {}, () => desk.paste(kmsClientDated)]) {
      await fill();
      await desk.click('Try a sample');
      const list = await desk.frame.$eval('.menu-list', (list) => {
        const { left, right } = list.getBoundingClientRect();
        const page = document.documentElement;
        return { fits: left >= 0 && right <= page.clientWidth, sideways: page.scrollWidth - page.clientWidth };
      });
      assert.deepEqual(list, { fits: true, sideways: 0 });
      const open = () => desk.frame.$eval('.menu', (menu) => menu.open);
      await (await desk.frame.$('h1')).click();
      assert.equal(await open(), false, 'after a click outside');
      await desk.click('Try a sample');
      assert.equal(await open(), true);
      await (await desk.box()).focus();
      assert.equal(await open(), false, 'after the focus left it');
    }
  });
}

inBothBrowsers('state and time left are in the first view together', async ({ open }) => {
  const desk = await open('index.html', { width: 1280 });
  await desk.paste(kmsClientDated);
  await desk.sees('175 days');
  const bottoms = await desk.frame.evaluate(() =>
    ['.state-sentence', '.time .dates'].map((part) => document.querySelector(part).getBoundingClientRect().bottom));
  assert.ok(Math.max(...bottoms) <= 900, bottoms.join(', '));
});
