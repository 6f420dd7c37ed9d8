// Getting text out: the card, the JSON, the commands; with the clipboard of the browser and without it.

import assert from 'node:assert/strict';

import { inBothBrowsers } from './harness/both.mjs';
import { noteCopies } from './harness/inside.mjs';
import { kmsClientDated } from './harness/pastes.mjs';

for (const [way, modern] of [['by navigator.clipboard', true], ['by the old command', false]]) {
  inBothBrowsers(`copies ${way}`, async ({ open }) => {
    const desk = await open('index.html', { before: (page) => page.evaluateOnNewDocument(noteCopies, modern) });
    await desk.paste(kmsClientDated);
    await desk.sees('What to type next');

    const text = await desk.copied('Copy as text');
    for (const part of ['Licensed', 'KMS client', '175 days', 'kms07.branch.example.com', 'slmgr.vbs']) {
      assert.ok(text.includes(part), `${part} in: ${text}`);
    }
    assert.doesNotMatch(text, /<[a-z]/i);

    const product = JSON.parse(await desk.copied('Copy as JSON'));
    assert.equal(product.licenseStatus, 'licensed');
    assert.equal(product.minutesRemaining, 252000);
    assert.equal(product.kmsClient.hostFromDns, 'kms07.branch.example.com:1688');
    assert.equal(product.kmsHost, null);

    // A command's button copies the command as it stands beside it.
    const command = await desk.copied(/^Copy\b.*slmgr\.vbs/);
    assert.match(command, /^cscript \/\/nologo %windir%\\System32\\slmgr\.vbs \/\w+/);
    await desk.sees(command);
  });
}

inBothBrowsers('a copy that the browser refuses is said', async ({ open }) => {
  const refuse = () => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('refused')) } });
    const command = document.execCommand.bind(document);
    document.execCommand = (name, ...rest) => name !== 'copy' && command(name, ...rest);
  };
  const desk = await open('index.html', { before: (page) => page.evaluateOnNewDocument(refuse) });
  await desk.paste(kmsClientDated);
  await desk.click('Copy as text');
  await desk.sees(/did not allow copying/);
});
