// What a paste says besides products: the machine, the event log, what other tools found.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { axe } from './harness/axe.mjs';
import { inBothBrowsers } from './harness/both.mjs';
import { screenshots } from './harness/settings.mjs';
import { until } from './harness/until.mjs';

const request = (at, name, id) =>
  `An activation request has been processed.\nInfo:\n0x0,5,${name},11111111-2222-3333-4444-${String(555555500000 + id)},2026/9/1 10:${String(at).padStart(2, '0')},1,1,259200,d450596f-894d-49e0-966a-fd39ed4c4c64\n`;

inBothBrowsers('records of the event log are told, with the meaning of their codes', async ({ open }) => {
  const desk = await open();
  await desk.paste('The client has sent an activation request to the key management service machine.\nInfo:\n0x8007232B, 0x00000000, kms01.example.com:1688, 0a1b2c3d-1111-4222-8333-444455556666, 2026/05/04 08:15, 0, 5, 0, 73111121-5638-40f6-bc11-f1d7b0d64300, 25\n');
  await desk.sees('This text holds no product, but 1 record of the event log.');
  await desk.sees('12288 The client could not ask a KMS host.');
  await desk.sees('Windows 10/11 Enterprise');
  await (await desk.control('0x8007232B')).focus();
  const lit = () => desk.frame.evaluate(() => [...document.querySelectorAll('.line-pointed')].map((line) => line.innerText).join('\n'));
  await until(async () => (await lit()).includes('kms01.example.com:1688'), 'the line of the record');
  await desk.press('Enter');
  await desk.sees('Likely cause');
  await desk.click('Redact');
  await desk.sees('[machine ID]');
  const markup = await desk.markup();
  for (const secret of ['kms01', '0a1b2c3d']) assert.ok(!markup.includes(secret), secret);
});

inBothBrowsers('a host\'s log is summed up, and its records come by 25', async ({ open }) => {
  const desk = await open();
  const names = Array.from({ length: 60 }, (_, at) => `PC${String(at).padStart(2, '0')}`);
  await desk.paste(names.map((name, at) => request(at, name, at === 7 ? 8 : at)).join('\n'));
  await desk.sees('60 records of the event log');
  await desk.sees('PC07 and PC08: copies of one image');
  await desk.sees('Office 2016 Professional Plus');
  const rows = () => desk.frame.evaluate(() => document.querySelectorAll('.around li').length);
  assert.equal(await rows(), 25);
  await desk.click('Show more (35 left)');
  await until(async () => (await rows()) === 50, '50 rows');
  await desk.click('Show more (10 left)');
  await until(async () => (await rows()) === 60, 'all rows');
  await desk.click('Redact');
  await until(async () => !/PC\d\d/.test(await desk.markup()), 'a page without names');
});

inBothBrowsers('findings of other tools and settings of the machine', async ({ open }) => {
  const desk = await open();
  await desk.sample('DNS, clock, port, /ato');
  for (const said of ['DNS names a KMS host: kms01.corp.example:1688.', 'The clock follows no other clock.', 'kms01.corp.example:1688 can\'t be reached', '3 findings of other tools']) await desk.sees(said);
  await desk.click('Redact');
  await until(async () => !(await desk.markup()).includes('kms01'), 'a page without the host');
  await desk.click('Redact');
  await desk.sample('Activation fails (/ato)');
  await desk.sees('This machine');
  await desk.click('Redact');
  await until(async () => !/kms01/.test(await desk.markup()), 'settings without names');
});

for (const look of ['light', 'dark']) {
  for (const width of [1200, 320]) {
    inBothBrowsers(`axe finds nothing beside products: ${look}, ${width} pixels`, async ({ open, browser }) => {
      const desk = await open('index.html', { width });
      mkdirSync(screenshots, { recursive: true });
      const picture = async (name, fullPage = true) => {
        if (browser !== 'chromium') return;
        await desk.page.screenshot({ path: join(screenshots, `around-${name}-${look}-${width}.png`), fullPage });
      };
      await desk.click('Try a sample');
      assert.deepEqual((await axe(desk.page)).violations, [], 'the menu');
      await picture('menu', false);
      await desk.press('Escape');
      for (const [name, sample] of [['session', 'DNS, clock, port, /ato'], ['client', 'Event log of a KMS client'], ['host', 'Event log of a KMS host'], ['machine', 'Activation fails (/ato)']]) {
        await desk.sample(sample);
        if (name === 'host') await desk.page.evaluate(unfold, '0xC004F042');
        assert.deepEqual((await axe(desk.page)).violations, [], sample);
        await picture(name);
      }
      const wide = await desk.frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `the page is ${wide} pixels too wide`);
    }, { look });
  }
}

// Runs in the page. Links of that name lead to Look up.
function unfold(name) {
  [...document.querySelectorAll('button.fold')].find((one) => one.innerText.trim() === name).click();
}
