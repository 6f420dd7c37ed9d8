// Pictures of files and large inputs, for looking at. Not assertions.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { chooseMade } from './harness/bulk.mjs';
import { inBothBrowsers } from './harness/both.mjs';
import { dropFiles } from './harness/files.mjs';
import { keyedProduct, kmsClientDated, retailNotification, unusedProduct } from './harness/pastes.mjs';
import { screenshots } from './harness/settings.mjs';

for (const [name, look, width] of [['light', 'light', 1200], ['dark', 'dark', 1200], ['narrow', 'light', 320], ['narrow-dark', 'dark', 320], ['forced', 'forced', 1200]]) {
  inBothBrowsers(`pictures of files: ${name}`, async ({ open }) => {
    mkdirSync(screenshots, { recursive: true });
    const desk = await open('index.html', { width });
    const picture = (place, fullPage = false) => desk.page.screenshot({ path: join(screenshots, `files-${place}-${name}.png`), fullPage });
    await desk.frame.evaluate(() => {
      const event = new DragEvent('dragover', { dataTransfer: new DataTransfer(), bubbles: true, cancelable: true });
      event.dataTransfer.setData('text/plain', 'x');
      document.querySelector('main').dispatchEvent(event);
    });
    await desk.sees('Drop files or text here');
    await picture('drop');
    const old = Buffer.from(`${retailNotification}# l\x84uft\n`, 'latin1');
    await dropFiles(desk, [['PC-0017.txt', Buffer.from(kmsClientDated)], ['old console.txt', old], ['screen.png', Buffer.from('89504e470d0a1a0a00', 'hex')]]);
    await desk.sees('Code page');
    await picture('several');
    const text = kmsClientDated + retailNotification + keyedProduct(1) + unusedProduct(2) + 'Error: 0xC004F074 The Software Licensing Service reported an error.\n\n';
    await chooseMade(desk, [['fleet-a.txt', text, 200000]]);
    await desk.find('progressbar', 'progress', 20_000);
    await desk.sees(/\d\d %/);
    await picture('reading');
    await desk.click('Cancel');
    await chooseMade(desk, [['fleet-a.txt', text, 3000], ['fleet-b.txt', kmsClientDated, 2000], ['scan.png', '\x89PNG\r\n\x1a\n\0', 1, 'latin1']]);
    await desk.sees('In numbers', 30_000);
    await picture('report');
    await desk.frame.evaluate(() => document.querySelectorAll('.found .card .fold')[1].click());
    await desk.sees('The lines it was read from');
    await picture('report-open', true);
  }, { look, only: 'chromium' });
}
