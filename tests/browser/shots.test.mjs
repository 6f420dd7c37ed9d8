// Pictures of the Read place in target/screenshots/, made from the built page.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { inBothBrowsers } from './harness/both.mjs';
import { fixtures, screenshots } from './harness/settings.mjs';

const places = [
  ['empty', null],
  ['office-kms-host', 'Office KMS host'],
  ['kms-client', 'Windows KMS client'],
  ['retail-notification', 'Retail in notification'],
  ['several', 'Several products'],
];

for (const [name, look, width] of [['light', 'light', 1200], ['dark', 'dark', 1200], ['narrow', 'light', 320], ['forced', 'forced', 1200]]) {
  inBothBrowsers(`pictures: ${name}`, async ({ open }) => {
    mkdirSync(screenshots, { recursive: true });
    const desk = await open('index.html', { width });
    const picture = (place) => desk.page.screenshot({ path: join(screenshots, `read-${place}-${name}.png`), fullPage: true });
    for (const [place, sample] of places) {
      if (sample) await desk.sample(sample);
      await picture(place);
    }
    await desk.click('Clear');
    await desk.paste(readFileSync(join(fixtures, 'windows-11-notification-session.txt'), 'utf8'));
    await desk.sees('Notification');
    await picture('kms-client-notification');
  }, { look, only: 'chromium' });
}

inBothBrowsers('pictures: print', async ({ open }) => {
  mkdirSync(screenshots, { recursive: true });
  const desk = await open('index.html', { width: 794 }); // as wide as A4 at 96 dots an inch
  await desk.sample('Office KMS host');
  await desk.page.emulateMediaType('print');
  await desk.page.screenshot({ path: join(screenshots, 'read-office-kms-host-print.png'), fullPage: true });
  await desk.page.pdf({ path: join(screenshots, 'read-office-kms-host-print.pdf'), format: 'a4' });
}, { only: 'chromium' });
