// Nothing is fetched after the page has loaded its own files, and the page works without its server.

import assert from 'node:assert/strict';

import { inBothBrowsers } from './harness/both.mjs';
import { dist } from './harness/settings.mjs';
import { kmsClient, kmsClientDated } from './harness/pastes.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

inBothBrowsers('the page fetches its own files and nothing more', async ({ open, server }) => {
  const desk = await open();
  assert.ok(server.requests.some((path) => path.endsWith('.wasm')), 'the page is the built one');
  assert.ok(desk.seen.requests.every((address) => address.startsWith(server.url)), desk.seen.requests.join('\n'));
  const loaded = [server.requests.length, desk.seen.requests.length];
  await desk.paste(kmsClient);
  await desk.sees('kms07.branch.example.com');
  await desk.click('Clear');
  await desk.paste(kmsClientDated);
  await desk.sees('kms07.branch.example.com');
  assert.deepEqual([server.requests.length, desk.seen.requests.length], loaded, server.requests.join('\n'));
});

inBothBrowsers('the page works when its server is gone', async ({ open, server }) => {
  const desk = await open();
  // Chromium asks for the icon when it has time, headless Firefox never.
  const iconAsked = () => server.requests.some((path) => path.includes('/icon-'));
  for (let wait = 0; wait < 40 && !iconAsked(); wait += 1) await new Promise((done) => setTimeout(done, 50));
  await desk.still();
  await server.stop();
  await desk.paste(kmsClientDated);
  await desk.sees('kms07.branch.example.com');
});

for (const file of ['index.html', 'activation-desk.html', 'embed.html']) {
  inBothBrowsers(`the policy of ${file} is closed and holds`, async ({ open }) => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(join(dist, file), 'utf8'))[1];
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /require-trusted-types-for 'script'/);
    assert.deepEqual(policy.match(/'unsafe-[a-z-]+'/g), null, policy);
    assert.doesNotMatch(policy, /https?:|\*/, policy);

    // Asking for something from elsewhere is stopped by the policy, and the watch sees it.
    const desk = await open(file);
    const stopped = await desk.page.evaluate(() => {
      const seen = new Promise((resolve) =>
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective)));
      fetch('http://127.0.0.1:9/').catch(() => {});
      return seen;
    });
    assert.equal(stopped, 'connect-src');
    assert.ok(desk.seen.problems.some((problem) => problem.includes('CSP violation: connect-src')), desk.seen.problems.join('\n'));
    desk.seen.problems.length = 0;
  });
}
