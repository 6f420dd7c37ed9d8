// Files: opened by the button, dropped, in every encoding; what is no text is told in a sentence.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { inBothBrowsers } from './harness/both.mjs';
import { chooseFiles, dropFiles, dropText } from './harness/files.mjs';
import { kmsClientDated, productKey, retailNotification } from './harness/pastes.mjs';
import { until } from './harness/until.mjs';

const utf16 = (text) => Buffer.from(text, 'utf16le');

inBothBrowsers('a file is opened by the button: UTF-16 without a mark', async ({ open }) => {
  const desk = await open();
  await chooseFiles(desk, [['pc1.txt', utf16(kmsClientDated)]]);
  await desk.sees('kms07.branch.example.com');
  await desk.sees('175 days');
  await desk.sees('pc1.txt');
  assert.equal((await desk.value()).replaceAll('\r', ''), kmsClientDated);
});

inBothBrowsers('every Unicode encoding is read', async ({ open }) => {
  const desk = await open();
  const text = kmsClientDated.replace('\n\n', '\n\n# Zürich, 東京\n');
  const big = utf16(text).swap16();
  for (const [name, bytes] of [
    ['bom8.txt', Buffer.from(`\ufeff${text}`)],
    ['le.txt', utf16(`\ufeff${text}`)],
    ['be.txt', Buffer.concat([Buffer.from([0xfe, 0xff]), big])],
    ['be-bare.txt', big],
    ['plain.txt', Buffer.from(text)],
  ]) {
    await chooseFiles(desk, [[name, bytes]]);
    await desk.sees(name);
    await until(async () => (await desk.value()) === text, `the text of ${name}`);
    await desk.click('Clear');
    await until(async () => (await desk.value()) === '', 'an empty box');
  }
});

inBothBrowsers('two dropped files stand below their names, and are read one by one', async ({ open }) => {
  const desk = await open();
  await dropFiles(desk, [['PC-A.txt', Buffer.from(retailNotification)], ['PC-B.log', utf16(kmsClientDated)]]);
  await desk.sees('2 products');
  const value = await desk.value();
  assert.match(value, /^==> PC-A\.txt <==\nName: /);
  assert.match(value, /\n==> PC-B\.log <==\nSoftware licensing/);
  await desk.sees('PC-A.txt');
  await desk.seesNot('not understood, and');
  await desk.click('Redact');
  await until(async () => !/PC-[AB]/.test(await desk.text()), 'hidden names of files');
});

inBothBrowsers('dropped text is read, and the place to drop is shown meanwhile', async ({ open }) => {
  const desk = await open();
  await dropText(desk, kmsClientDated, async () => desk.sees('Drop files or text here'));
  await desk.sees('kms07.branch.example.com');
  await until(async () => !(await desk.text()).includes('Drop files or text here'), 'the place to drop gone');
});

inBothBrowsers('an old code page is guessed, and another one can be chosen', async ({ open }) => {
  const desk = await open();
  const bytes = Buffer.from('Name: Windows(R), Professional edition\r\nBeschreibung: l\x84uft \x81ber\r\n', 'latin1');
  await chooseFiles(desk, [['alt.txt', bytes]]);
  await desk.sees('Code page');
  await until(async () => /läuft über/.test(await desk.value()), 'the text in a code page of consoles');
  const select = await desk.frame.$('select');
  await select.select('ibm866');
  await until(async () => /lДuft/.test(await desk.value()), 'the text in another code page');
  await (await desk.frame.$('select')).select('shift_jis');
  await until(async () => !/lДuft|läuft/.test(await desk.value()), 'the text by the browser');
});

inBothBrowsers('what can not be read is told in a sentence each, and the paste stays', async ({ open }) => {
  const desk = await open();
  await desk.paste(kmsClientDated);
  await desk.sees('175 days');
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const exe = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1'), Buffer.alloc(200, 0x90)]);
  await dropFiles(desk, [['shot.png', png], ['tool.exe', exe], ['empty.txt', Buffer.alloc(0)], ['log.evtx', Buffer.from('ElfFile\0\0\0\0\0\0\0\0\0')]]);
  await desk.sees('shot.png is a picture.');
  await desk.sees('tool.exe is a program');
  await desk.sees('empty.txt is empty.');
  await desk.sees('log.evtx is an event log in its own form');
  await desk.sees('175 days');
  await dropFiles(desk, [['reports', Buffer.alloc(0)]], { folders: ['reports'] });
  await desk.sees('reports is a folder.');
});

inBothBrowsers('a file that goes away is told', async ({ open }) => {
  const desk = await open();
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const path = join(folder, 'gone.txt');
  writeFileSync(path, kmsClientDated);
  try {
    await desk.frame.evaluate(() => {
      // Chosen, and gone before it is read.
      const { slice } = Blob.prototype;
      Blob.prototype.slice = function (...range) {
        const part = slice.apply(this, range);
        part.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
        return part;
      };
    });
    await (await desk.frame.$('input[type=file]')).uploadFile(path);
    await desk.sees("gone.txt can't be read");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

inBothBrowsers('a full product key in a file is masked', async ({ open }) => {
  const desk = await open();
  await chooseFiles(desk, [['key.txt', utf16(`${retailNotification}key: ${productKey}\n`)]]);
  await desk.sees('held a full product key');
  assert.ok(!(await desk.markup()).includes(productKey));
});
