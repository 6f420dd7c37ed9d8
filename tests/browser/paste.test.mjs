// Getting text in: typing, the clipboard, samples; clearing, undoing and coming back.

import assert from 'node:assert/strict';

import { inBothBrowsers } from './harness/both.mjs';
import { kmsClient, kmsClientDated } from './harness/pastes.mjs';
import { until } from './harness/until.mjs';

inBothBrowsers('the result appears while typing, without a button', async ({ open }) => {
  const desk = await open();
  const lines = kmsClientDated.split('\n').filter((line) => /^(Name|Description|License Status|Volume)/.test(line));
  await desk.type(lines.slice(0, 2).join('\n'));
  await desk.sees('KMS client');
  await desk.type(`\n${lines[2]}`);
  await desk.sees('Licensed');
  await desk.type(`\n${lines[3]}`);
  await desk.sees('175 days');
  assert.equal(await desk.value(), lines.join('\n'), 'typing is left alone');
});

inBothBrowsers('Ctrl+V takes the real clipboard', async ({ open }) => {
  const desk = await open();
  const other = await desk.page.browserContext().newPage();
  await other.setContent('<textarea></textarea>');
  await other.$eval('textarea', (area, text) => {
    area.value = text;
    area.select();
  }, kmsClientDated);
  await other.keyboard.down('Control');
  await other.keyboard.press('c');
  await other.keyboard.up('Control');
  await other.close();
  await desk.page.bringToFront();
  await (await desk.box()).focus();
  await desk.press('Control+v');
  await desk.sees('kms07.branch.example.com');
  await desk.sees('175 days');
});

inBothBrowsers('a paste into the middle of a text joins it there', async ({ open }) => {
  const desk = await open();
  await desk.type('abc\nxyz');
  await desk.press('Home');
  await desk.paste('Name: Windows(R), Enterprise edition\n');
  await until(async () => (await desk.value()) === 'abc\nName: Windows(R), Enterprise edition\nxyz', 'the joined text');
});

inBothBrowsers('every sample of the menu is read', async ({ open }) => {
  const desk = await open();
  const samples = await desk.samples();
  assert.deepEqual(samples, [
    'Office KMS host',
    'Windows KMS client',
    'MAK',
    'Retail in notification',
    'Evaluation',
    'Several products',
    'Expiry only (/xpr)',
    'Activation fails (/ato)',
    'In Spanish',
    'Office KMS client (/dstatus)',
    'Activation fails (/act)',
    'Microsoft 365 Apps (vnextdiag)',
    'CIM as a list',
    'CIM as JSON',
    'OSLicense module',
    'Event log of a KMS client',
    'Event log of a KMS host',
    'DNS, clock, port, /ato',
  ]);
  const seen = new Set();
  for (const sample of samples) {
    await desk.sample(sample);
    seen.add(await desk.value());
    await desk.seesNot('Nothing here looks like licensing output');
    await desk.sees('Every line was understood.');
  }
  assert.equal(seen.size, samples.length, 'each sample is another text');
});

inBothBrowsers('a sample can be taken twice', async ({ open }) => {
  const desk = await open();
  await desk.sample('MAK');
  await desk.click('Clear');
  await until(async () => (await desk.value()) === '', 'an empty box');
  await desk.sample('MAK');
});

inBothBrowsers('undo brings back a cleared paste', async ({ open }) => {
  const desk = await open();
  await desk.paste(kmsClient);
  await desk.sees('kms07.branch.example.com');
  await desk.click('Clear');
  await until(async () => (await desk.value()) === '', 'an empty box');
  await desk.seesNot('kms07');
  await desk.click('Undo');
  await desk.sees('kms07.branch.example.com');
  assert.equal(await desk.value(), kmsClient);
});

inBothBrowsers('a reload keeps the paste, clearing forgets it', async ({ open }) => {
  const desk = await open();
  await desk.paste(kmsClient);
  await until(async () => (await desk.storage()).includes('kms07.branch.example.com'), 'the paste in storage');
  await desk.page.reload();
  await desk.sees('kms07.branch.example.com');
  await desk.click('Clear');
  await until(async () => !(await desk.storage()).includes('kms07'), 'an empty storage');
  await desk.page.reload();
  await desk.ready();
  await desk.seesNot('kms07');
});
