// axe-core: no violation of WCAG 2.2 A and AA, in each theme, wide and narrow. Its best practices are reported.

import assert from 'node:assert/strict';

import { axe } from './harness/axe.mjs';
import { inBothBrowsers } from './harness/both.mjs';
import { kmsClient } from './harness/pastes.mjs';

const places = [
  ['empty', async () => {}],
  ['a client whose date is asked for', (desk) => desk.paste(kmsClient)],
  ['an Office host', (desk) => desk.sample('Office KMS host')],
  ['notification', (desk) => desk.sample('Retail in notification')],
  ['several products', (desk) => desk.sample('Several products')],
  ['an error', (desk) => desk.paste('Error: 0xC004F074 The Software Licensing Service reported that no host could be contacted.\nError: product key not found.')],
  ['no output', (desk) => desk.paste('nothing of the kind')],
];

for (const look of ['light', 'dark', 'forced']) {
  for (const width of [1200, 320]) {
    inBothBrowsers(`axe finds nothing: ${look}, ${width} pixels`, async ({ open, t }) => {
      const desk = await open('index.html', { width });
      for (const [place, fill] of places) {
        await fill(desk);
        if (place === 'no output') await desk.sees('Nothing here looks like');
        else if (place === 'an error') await desk.sees('Likely cause');
        else if (place !== 'empty') await desk.sees('What to type next');
        if (place === 'an Office host') await desk.click('Installation ID'); // with a meaning open
        const { violations, advice } = await axe(desk.page);
        assert.deepEqual(violations, [], place);
        for (const one of advice) t.diagnostic(`best practice, ${place}: ${one}`);
        if (place !== 'empty') await desk.click('Clear');
      }
    }, { look });
  }
}

for (const face of ['activation-desk.html', 'examples/element.html']) {
  inBothBrowsers(`axe finds nothing in ${face}`, async ({ open }) => {
    const desk = await open(face);
    await desk.sample('Windows KMS client');
    assert.deepEqual((await axe(desk.page)).violations, []);
  });
}

inBothBrowsers('axe finds what is wrong', async ({ open }) => {
  const desk = await open();
  await desk.page.evaluate(() => document.querySelector('main').append(document.createElement('button')));
  assert.match((await axe(desk.page)).violations.join('\n'), /^button-name/);
});
