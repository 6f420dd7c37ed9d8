// The clock of the paste: counted from the printed moment, asked for where that has two readings, never today.

import assert from 'node:assert/strict';

import { inBothBrowsers } from './harness/both.mjs';
import { kmsClient, kmsClientDated } from './harness/pastes.mjs';

// 252,000 minutes are 175 days.
const fromMarch = /26 August 2026/;
const fromApril = /25 September 2026/;

inBothBrowsers('a date with one reading gives the dates at once', async ({ open }) => {
  const desk = await open();
  await desk.paste(kmsClientDated);
  await desk.sees(/15 September 2026/);
});

inBothBrowsers('a date with two readings is asked for, and the answer gives the dates', async ({ open }) => {
  const desk = await open();
  await desk.paste(kmsClient);
  await desk.sees('When was this printed?');
  await desk.seesNot(fromMarch);
  await desk.seesNot(fromApril);
  await desk.click(/4 March 2026/);
  await desk.sees(fromMarch);
  await desk.seesNot(fromApril);
  // The other reading stays at hand.
  const pressed = async (name) => (await desk.control(name)).evaluate((button) => button.getAttribute('aria-pressed'));
  assert.deepEqual([await pressed(/^4 March 2026/), await pressed(/^3 April 2026/)], ['true', 'false']);
  await desk.click(/^3 April 2026/);
  await desk.sees(fromApril);
  assert.deepEqual([await pressed(/^4 March 2026/), await pressed(/^3 April 2026/)], ['false', 'true']);
});

inBothBrowsers('counting from an empty date says what is missing', async ({ open }) => {
  const desk = await open();
  await desk.paste(kmsClient);
  await desk.click('Count from here');
  await desk.sees('Give a date first');
  assert.deepEqual(
    await desk.frame.evaluate(() => {
      const input = document.activeElement;
      return [input.type, document.getElementById(input.getAttribute('aria-describedby'))?.innerText];
    }),
    ['datetime-local', 'Give a date first.'],
  );
});

inBothBrowsers('a paste without a date never takes today', async ({ open }) => {
  const desk = await open();
  await desk.paste(kmsClient.replace(/Trusted time.*\n/, ''));
  await desk.sees('When was this printed?');
  const text = await desk.text();
  const year = new Date().getFullYear();
  for (const shown of [year, year + 1]) assert.ok(!text.includes(` ${shown}`), text);
});
