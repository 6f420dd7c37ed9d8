// Light, dark and forced colours, chosen by the system or by the user; narrow screens; print.

import assert from 'node:assert/strict';

import { inBothBrowsers } from './harness/both.mjs';
import { kmsClient, kmsClientDated } from './harness/pastes.mjs';
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
