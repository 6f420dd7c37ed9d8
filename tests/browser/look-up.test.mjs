// Look up: its addresses, the box, the entries, the lists, and the ways to it from Read.

import assert from 'node:assert/strict';

import { axe } from './harness/axe.mjs';
import { inBothBrowsers } from './harness/both.mjs';
import { noteCopies, pasteInto } from './harness/inside.mjs';
import { kmsClientDated, secrets } from './harness/pastes.mjs';
import { until } from './harness/until.mjs';

const front = 'index.html#/look-up';
const lookUp = async (open, path = front, options = {}) => {
  const desk = await open(path, { ready: false, ...options });
  await box(desk);
  return desk;
};
const box = (desk) => desk.find('searchbox', 'the box of Look up');
const hash = (desk) => desk.frame.evaluate(() => location.hash);
const title = (desk) => desk.frame.evaluate(() => document.title);
const current = (desk) => desk.frame.$$eval('nav [aria-current]', (links) => links.map((link) => link.innerText));
const announced = (desk) => desk.frame.$$eval('[role="status"]', (all) => all.map((one) => one.textContent).join(' '));
const arrives = (desk, fragment) => until(async () => (await hash(desk)) === fragment, `the address ${fragment}`);
const focusIs = (desk, tag, name) =>
  until(async () => {
    const { tag: found, name: named } = (await desk.focused()) ?? {};
    return found === tag && (name instanceof RegExp ? name.test(named) : named === name);
  }, `the focus on ${tag} ${name}`);

const back = (desk) => desk.frame.evaluate(() => history.back());

async function ask(desk, text) {
  const field = await box(desk);
  await field.click({ count: 3 });
  await desk.page.keyboard.type(text);
}

inBothBrowsers('an address leads to its entry, with title, kind, parts and source', async ({ open }) => {
  const desk = await lookUp(open, 'index.html#/look-up/0xc004f038');
  for (const part of ['0xC004F038', 'Code', 'too few different computers', 'Seen when', 'Why', 'What to do', 'Related', 'How sure this is', 'Looked up on']) {
    await desk.sees(part);
  }
  assert.match(await title(desk), /^0xC004F038.*Activation Desk$/);
  assert.deepEqual(await current(desk), ['Look up']);
  await desk.click(/^Event 12289/);
  await desk.sees('the client read the answer');
  assert.equal(await hash(desk), '#/look-up/event-12289');
});

inBothBrowsers('places have addresses, back and forward work, and the paste stays', async ({ open }) => {
  const desk = await open();
  assert.deepEqual(await current(desk), ['Read']);
  await desk.paste(kmsClientDated);
  await desk.sees('What to type next');
  await desk.click('Look up');
  await arrives(desk, '#/look-up');
  await focusIs(desk, 'h2', 'Any ID, code, key ending or word');
  assert.match(await title(desk), /^Look up/);
  await desk.seesNot('What to type next');
  await desk.click(/^Events/);
  await arrives(desk, '#/look-up/all-events');
  await focusIs(desk, 'h2', /^Events/);
  await desk.click(/^Event 12288/);
  await focusIs(desk, 'h2', /^Event 12288/);
  const entry = await hash(desk);

  await back(desk);
  // Back to the link by which one left.
  await focusIs(desk, 'a', /^Event 12288/);
  await back(desk);
  await focusIs(desk, 'a', /^Events/);
  await back(desk);
  await desk.sees('What to type next');
  await until(async () => (await title(desk)) === 'Activation Desk', 'the title of Read');
  assert.deepEqual(await current(desk), ['Read']);
  assert.equal(await desk.value(), kmsClientDated);
  await desk.frame.evaluate(() => history.go(3));
  await arrives(desk, entry);
  await desk.sees('Event 12288');
  await desk.click('Read');
  await desk.sees('kms07.branch.example.com');
  await focusIs(desk, 'h2', 'Read');
  assert.doesNotMatch(await desk.frame.evaluate(() => location.href), /kms07|Name:/);
});

inBothBrowsers('answers come as one types, are counted aloud, and Enter opens the first', async ({ open }) => {
  const desk = await lookUp(open);
  await ask(desk, 'kms count too low');
  await desk.sees('KMS count too low');
  const first = await desk.frame.$eval('.hit a', (link) => link.innerText);
  assert.equal(first, 'KMS count too low');
  await until(async () => /\d+ entr(y|ies)/.test(await announced(desk)), 'the count, aloud');
  assert.equal(await hash(desk), '#/look-up', 'what is typed stays out of the address');

  await desk.press('Enter');
  await desk.sees('Seen when');
  await focusIs(desk, 'h2', 'KMS count too low');
  await back(desk);
  await focusIs(desk, 'a', 'KMS count too low');
  assert.equal(await (await box(desk)).evaluate((field) => field.value), 'kms count too low');

  // Typing on an entry's page leaves it for the answers, and the focus stays in the box.
  await desk.press('Enter');
  await desk.sees('Seen when');
  await ask(desk, 'telephone');
  await desk.sees('Entries');
  await focusIs(desk, 'input', /Any ID/);
  await arrives(desk, '#/look-up');

  await ask(desk, 'xyzzy');
  await desk.sees('Nothing here has these words');
  await until(async () => /Nothing here/.test(await announced(desk)), 'that there is nothing, aloud');
  await desk.click('Clear');
  await desk.sees('Or browse');
  await focusIs(desk, 'input', /Any ID/);
});

for (const [text, ...parts] of [
  ['-1073418187', '0xC004F035', 'an error or reason code'],
  ['{F3D89BBF-C0EC-47CE-A8FA-E5A5F97E447F}', 'Office LTSC 2024 KMS host', 'What to do'],
  ['26100', 'Build 26100', 'Windows Server 2025'],
  ['MY832', 'Windows Server 2025 Standard', 'TVRH6-WHNXV-R9WG3-9XRFY-MY832'],
  [secrets.installationId, 'Installation ID'],
  [secrets.pid, 'Extended PID', 'Language', 'English (United States)'],
  ['error 0xC004F074 in event 12288', '0xC004F074', 'Event 12288'],
]) {
  inBothBrowsers(`knows ${text.slice(0, 40)}`, async ({ open }) => {
    const desk = await lookUp(open);
    await ask(desk, text);
    for (const part of parts) await desk.sees(part);
  });
}

inBothBrowsers('the question survives a reload as far as the paste does', async ({ open }) => {
  const desk = await lookUp(open);
  await ask(desk, 'red title bar');
  await desk.sees('Office with a red title bar');
  await until(async () => (await desk.storage()).includes('red title bar'), 'the question in storage');
  await desk.page.reload();
  await desk.sees('Office with a red title bar');
  await desk.click('Read');
  await desk.click('Remember the text on this computer');
  await until(async () => !(await desk.storage()).includes('red title bar'), 'no question in storage');
  await desk.page.reload();
  await desk.ready();
  await desk.click('Look up');
  await desk.sees('Or browse');
});

inBothBrowsers('a full product key is masked on sight, typed or pasted', async ({ open }) => {
  const key = ['ABCDE', 'FGHJK', 'LMNPQ', 'RSTVW', 'XY234'].join('-');
  const desk = await lookUp(open);
  const masked = async () => {
    await desk.sees('That was a full product key');
    const everything = [await desk.markup(), await desk.storage(), await (await box(desk)).evaluate((field) => field.value)].join();
    assert.ok(!everything.includes('FGHJK') && everything.includes('XY234'), 'only the ending is left');
  };
  await ask(desk, `key ${key}`);
  await masked();
  await desk.click('Clear');
  await (await box(desk)).evaluate(pasteInto, { 'text/plain': `${key}\r\n` });
  await masked();
});

inBothBrowsers('what is too long is said so, calmly', async ({ open }) => {
  const desk = await lookUp(open);
  await (await box(desk)).evaluate(pasteInto, { 'text/plain': 'A novel. '.repeat(120_000) });
  await desk.sees('too long');
  assert.equal(await (await box(desk)).evaluate((field) => field.value), '');
  await ask(desk, '0xC004F074');
  await desk.sees('SL_E_VL_BINDING_SERVICE_UNAVAILABLE');
  for (const odd of ['', '   ', '🙂🙂🙂', '<b>&amp;</b>', '"\'`', '0x']) {
    await ask(desk, `${odd} `);
    await desk.still();
  }
});

inBothBrowsers('several pasted lines become one', async ({ open }) => {
  const desk = await lookUp(open);
  await (await box(desk)).evaluate(pasteInto, { 'text/plain': 'f3d89bbf-c0ec-47ce-\r\na8fa-e5a5f97e447f' });
  await desk.sees('Office LTSC 2024 KMS host');
});

inBothBrowsers('an address without an entry says so and is searched for', async ({ open }) => {
  const desk = await lookUp(open, 'index.html#/look-up/red%20title%20bar');
  await desk.sees('There is no entry \u201cred title bar\u201d');
  await desk.sees('Office with a red title bar');
  await desk.frame.evaluate(() => (location.hash = '#/look-up/0xC0049999'));
  await desk.sees('There is no entry \u201c0xC0049999\u201d');
  // What is no place changes nothing.
  await desk.frame.evaluate(() => (location.hash = '#somewhere'));
  await desk.still();
  await desk.sees('0xC0049999');
});

inBothBrowsers('the lists hold all there is', async ({ open }) => {
  const desk = await lookUp(open);
  for (const [name, least, part] of [
    [/^Error and reason codes/, 500, '0xC004F074'],
    [/^Activation IDs/, 300, 'community list, not confirmed by Microsoft'],
    [/^Published client keys/, 140, 'Windows Server 2025 Datacenter'],
    [/^Events/, 15, 'Event 12290'],
    [/^Commands/, 100, 'slmgr /ato'],
    [/^Terms/, 50, 'Activation ID'],
    [/^Topics/, 40, 'KMS count too low'],
  ]) {
    await desk.click(name);
    await desk.sees(part);
    const rows = await desk.frame.$$eval('.lines a', (links) => links.length);
    assert.ok(rows >= least, `${name}: ${rows}`);
    await back(desk);
    await desk.sees('Or browse');
    await desk.still();
  }
});

inBothBrowsers('Read leads to the entries of what it shows, and to none from what is hidden', async ({ open }) => {
  const desk = await open();
  await desk.paste(`${kmsClientDated}\nError: 0xC004F074 The Software Licensing Service reported that no host could be contacted.`);
  await desk.sees('What to type next');
  const ways = () => desk.frame.$$eval('.read [data-to]', (links) => links.map((link) => link.getAttribute('href')));
  const found = await ways();
  for (const wanted of ['73111121-5638-40f6-bc11-f1d7b0d64300', '55c92734-d682-4d71-983e-d6ec3f16059f', 'state-licensed', 'channel-kms-client', '0xC004F074']) {
    assert.ok(found.includes(`#/look-up/${wanted}`), `${wanted} in ${found.join(' ')}`);
  }
  assert.ok(!found.some((link) => link.includes(secrets.machine)));
  await desk.click('Extended PID');
  await desk.click(/^More: Extended PID/);
  await desk.sees('How sure this is');
  assert.equal(await hash(desk), '#/look-up/term-extended-pid');
  await back(desk);
  await focusIs(desk, 'a', /^More: Extended PID/);
  await desk.click('Redact');
  await desk.sees('[host]');
  assert.deepEqual(await desk.frame.$$eval('.hidden-value [data-to], [data-to] .hidden-value', (all) => all.length), 0);
  await desk.click('Licensed');
  await arrives(desk, '#/look-up/state-licensed');
});

inBothBrowsers('records of the event log lead to their entries', async ({ open }) => {
  const desk = await open();
  await desk.sample('Event log of a KMS client');
  await desk.click('12288');
  await arrives(desk, '#/look-up/event-12288');
  await desk.sees('the client asked a KMS host');
});

inBothBrowsers('commands and the address can be copied', async ({ open }) => {
  const desk = await lookUp(open, 'index.html#/look-up/0xC004F038', { before: (page) => page.evaluateOnNewDocument(noteCopies, true) });
  assert.match(await desk.copied(/^Copy cscript.*\/ato/), /^cscript \/\/nologo .*slmgr\.vbs \/ato$/);
  assert.equal(await desk.copied('Copy link'), await desk.frame.evaluate(() => location.href));
});

inBothBrowsers('the single file has the same addresses, and copies them without its path', async ({ open }) => {
  const desk = await open('activation-desk.html', { fromFile: true, before: (page) => page.evaluateOnNewDocument(noteCopies, true) });
  await desk.frame.evaluate(() => (location.hash = '#/look-up/event-12288'));
  await desk.sees('the client asked a KMS host');
  assert.equal(await desk.copied('Copy link'), '#/look-up/event-12288');
  await desk.page.reload();
  await desk.sees('the client asked a KMS host');
  await back(desk);
  await desk.sees('Output of slmgr or ospp.vbs');
});

inBothBrowsers('the element keeps the place to itself', async ({ open }) => {
  const desk = await open('examples/element.html');
  const before = await desk.frame.evaluate(() => [location.href, history.length, document.title]);
  await desk.click('Look up');
  await desk.sees('Or browse');
  await desk.click(/^Events/);
  await desk.click(/^Event 12288/);
  await desk.sees('How sure this is');
  const inside = await desk.frame.evaluate(() => {
    const root = document.querySelector('activation-desk').shadowRoot;
    return { links: root.querySelectorAll('a[data-to]').length, current: root.querySelector('nav [aria-current]').textContent, main: root.querySelectorAll('main').length };
  });
  assert.deepEqual(inside, { links: 0, current: 'Look up', main: 0 });
  await desk.seesNot('Copy link');
  assert.deepEqual(await desk.frame.evaluate(() => [location.href, history.length, document.title]), before);
  const set = (place, value) => desk.frame.evaluate((place, value) => {
    const element = document.querySelector('activation-desk');
    element.setAttribute('value', value);
    element.setAttribute('place', place);
  }, place, value);
  await set('look-up', '0xC004F074');
  await desk.sees('SL_E_VL_BINDING_SERVICE_UNAVAILABLE');
  await set('read', '');
  await desk.sees('Output of slmgr or ospp.vbs');
  assert.deepEqual((await axe(desk.page)).violations, []);
});

/// What of Look up is looked at as a whole.
const views = [
  ['the front', front, 'Or browse'],
  ['answers', front, 'Entries', 'kms host dns'],
  ['an identifier', front, 'Installation ID', secrets.installationId],
  ['an Extended PID', front, 'Extended PID', secrets.pid],
  ['a code', 'index.html#/look-up/0xC004F038', 'How sure this is'],
  ['an Activation ID', 'index.html#/look-up/0002290a-2091-4324-9e53-3cfe28884cde', 'community list'],
  ['an unknown address', 'index.html#/look-up/telephone', 'There is no entry'],
  ['all codes', 'index.html#/look-up/all-error-codes', '0xC004F074'],
  ['all Activation IDs', 'index.html#/look-up/all-activation-ids', 'community list'],
];

async function show(open, [, path, sees, question], width) {
  const desk = await lookUp(open, path, { width });
  if (question) await ask(desk, question);
  await desk.sees(sees);
  return desk;
}

for (const look of ['light', 'dark', 'forced']) {
  for (const width of [1200, 320]) {
    inBothBrowsers(`axe finds nothing in Look up: ${look}, ${width} pixels`, async ({ open, t }) => {
      for (const view of views) {
        const desk = await show(open, view, width);
        const { violations, advice } = await axe(desk.page);
        assert.deepEqual(violations, [], view[0]);
        for (const one of advice) t.diagnostic(`best practice, ${view[0]}: ${one}`);
        await desk.page.close();
      }
    }, { look, timeout: 180_000 });
  }
}

inBothBrowsers('at 320 pixels nothing of Look up scrolls sideways', async ({ open }) => {
  for (const view of views) {
    const desk = await show(open, view, 320);
    const wide = await desk.frame.evaluate(() => {
      const limit = document.documentElement.clientWidth;
      const lost = [...document.querySelectorAll('body *')].filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 1 && box.right > limit + 1;
      });
      return { document: document.documentElement.scrollWidth - limit, lost: lost.map((one) => `${one.localName}.${one.className}`) };
    });
    assert.deepEqual(wide, { document: 0, lost: [] }, view[0]);
    await desk.page.close();
  }
});

inBothBrowsers('Tab reaches everything of an entry, and each stop shows its focus', async ({ open }) => {
  for (const path of ['index.html#/look-up/0xC004F038', front]) {
    const desk = await lookUp(open, path);
    await desk.still();
    const seen = [];
    for (let presses = 0; presses < 100; presses += 1) {
      await desk.press('Tab');
      const stop = await desk.focused();
      if (!stop || seen.some((one) => one.place === stop.place)) break;
      seen.push(stop);
    }
    assert.deepEqual(seen.filter((stop) => !stop.visible).map((stop) => stop.name), []);
    const links = await desk.frame.$$eval('main a', (all) => all.filter((one) => one.checkVisibility()).map((one) => one.innerText.replace(/\s+/g, ' ').trim()));
    const names = seen.map((stop) => stop.name);
    assert.deepEqual(links.filter((link) => !names.includes(link.slice(0, 90))), [], names.join(' | '));
    await desk.page.close();
  }
});

inBothBrowsers('print shows the entry and nothing else', async ({ open }) => {
  const desk = await lookUp(open, 'index.html#/look-up/0xC004F038');
  await desk.sees('How sure this is');
  await desk.page.emulateMediaType('print');
  await desk.sees('too few different computers');
  for (const part of ['Any ID, code', 'Copy', 'Redact']) await desk.seesNot(part);
}, { only: 'chromium' });
