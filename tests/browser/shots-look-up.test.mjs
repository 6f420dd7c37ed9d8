// Pictures of the Look up place in target/screenshots/, made from the built page.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { inBothBrowsers } from './harness/both.mjs';
import { screenshots } from './harness/settings.mjs';

const places = [
  ['front', '#/look-up'],
  ['code', '#/look-up/0xC004F038'],
  ['activation-id', '#/look-up/f3d89bbf-c0ec-47ce-a8fa-e5a5f97e447f'],
  ['event', '#/look-up/event-12288'],
  ['client-key', '#/look-up/key-MY832'],
  ['unknown', '#/look-up/red-title-bar'],
  ['codes', '#/look-up/all-error-codes'],
  ['ids', '#/look-up/all-activation-ids'],
];

const questions = [
  ['words', 'kms count too low'],
  ['typed-code', '-1073418187'],
  ['installation-id', '291417277631760669071439150500806366083776829141727763176066907'],
  ['extended-pid', '03612-03292-000-000000-03-1033-19045.0000-0152026'],
  ['several', 'event 12288 with 0xC004F074 and 0xC004F038'],
  ['nothing', 'xyzzy'],
];

for (const [name, look, width] of [['light', 'light', 1200], ['dark', 'dark', 1200], ['narrow', 'light', 320], ['forced', 'forced', 1200]]) {
  inBothBrowsers(`pictures: look up, ${name}`, async ({ open }) => {
    mkdirSync(screenshots, { recursive: true });
    const desk = await open('index.html#/look-up', { width, ready: false });
    const picture = async (place) => {
      await desk.still();
      await desk.page.screenshot({ path: join(screenshots, `look-up-${place}-${name}.png`), fullPage: !['codes', 'ids'].includes(place) });
    };
    await desk.find('searchbox');
    for (const [place, hash] of places) {
      await desk.frame.evaluate((hash) => (location.hash = hash), hash);
      await picture(place);
    }
    await desk.frame.evaluate(() => (location.hash = '#/look-up'));
    await desk.still();
    for (const [place, question] of questions) {
      const box = await desk.find('searchbox');
      await box.click({ count: 3 });
      await desk.page.keyboard.type(question);
      await picture(place);
    }
  }, { look, only: 'chromium' });
}

inBothBrowsers('pictures: look up, print', async ({ open }) => {
  mkdirSync(screenshots, { recursive: true });
  const desk = await open('index.html#/look-up/0xC004F038', { width: 794, ready: false }); // as wide as A4 at 96 dots an inch
  await desk.sees('Seen when');
  await desk.page.emulateMediaType('print');
  await desk.page.screenshot({ path: join(screenshots, 'look-up-code-print.png'), fullPage: true });
}, { only: 'chromium' });
