// The browser's half of `cargo xtask bench`: prints rows of name, milliseconds, bytes, peak memory in bytes and a note, separated by
// tabs; "-" where there is none. The environment tells where the page, the packages and the browser are, as for the browser tests.
//
//     node main.mjs INPUT

import { readFileSync, readdirSync, statSync } from 'node:fs';

import { keyedProduct, kmsClient, unusedProduct } from '../../tests/browser/harness/pastes.mjs';
import { dist, loadPackage, needDist, program } from '../../tests/browser/harness/settings.mjs';
import { until } from '../../tests/browser/harness/until.mjs';
import { reader } from '../rivals/read.mjs';
import { awaitPaste, prepare, time, timeLookUp, watchOpening } from './inside.mjs';
import { serve } from './server.mjs';

const input = process.argv[2];
const say = (...cells) => console.log(cells.map((cell) => cell ?? '-').join('\t'));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function launch() {
  const { launch: run } = await loadPackage('puppeteer-core');
  return run({
    executablePath: program('chromium'),
    headless: true,
    browser: 'chrome',
    protocolTimeout: 600_000,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      // A frame is drawn when it is ready, not at the next sixtieth of a second.
      '--disable-frame-rate-limit',
      '--disable-gpu-vsync',
    ],
  });
}

/// The most memory that a renderer of this browser held, in bytes; null where the system does not tell.
function peakOfRenderers(browser) {
  const main = browser.process()?.pid;
  const peaks = [];
  try {
    const status = (id) => readFileSync(`/proc/${id}/status`, 'utf8');
    const parent = (id) => Number(/^PPid:\s*(\d+)/m.exec(status(id))?.[1]);
    for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer')) continue;
        let ancestor = Number(id);
        while (ancestor > 1 && ancestor !== main) ancestor = parent(ancestor);
        if (ancestor === main) peaks.push(Number(/^VmHWM:\s*(\d+)/m.exec(status(id))?.[1]) * 1024);
      } catch {
        // It has ended meanwhile.
      }
    }
  } catch {
    return null;
  }
  return peaks.length ? Math.max(...peaks) : null;
}

async function bare(browser, server) {
  const page = await browser.newPage();
  await page.goto(`${server.url}bench/bare.html`);
  await page.evaluate(prepare, { glue: server.glue, wasm: server.wasm, rival: reader.toString() });
  return page;
}

/// Text in, result out: ours and the script in one page, in turn; the best of some runs. Memory in a browser for each alone.
async function race(server) {
  const names = ['script', 'summary', 'objects'];
  const bytes = statSync(input).size;
  let pieces = 1;
  let best = {};
  for (;;) {
    const browser = await launch();
    try {
      const page = await bare(browser, server);
      best = {};
      for (let run = 0; run < 3; run += 1) {
        for (const name of names) {
          const spent = await page.evaluate(time, name, pieces);
          best[name] = spent === null ? null : Math.min(spent, best[name] ?? Infinity);
        }
      }
      break;
    } catch (error) {
      if (pieces > 1) throw error;
      console.error(`    the whole text at once: ${error.message.split('\n')[0]}; now in 5 pieces`);
      pieces = 5;
    } finally {
      await browser.close();
    }
  }
  for (const name of names) {
    let peak = null;
    if (best[name] !== null) {
      const browser = await launch();
      const page = await bare(browser, server);
      await page.evaluate(time, name, pieces);
      peak = peakOfRenderers(browser);
      await browser.close();
    }
    say(`browser ${name}`, best[name], bytes, peak, pieces > 1 ? `in ${pieces} pieces` : null);
  }
}

/// The page as its user meets it: opening, one report cold and warm, a long list.
async function page(server) {
  const browser = await launch();
  const opened = { empty: [], page: [] };
  const pasted = { cold: [], warm: [], list: [] };
  const list = [1, 2, 3].map(keyedProduct).join('') + Array.from({ length: 297 }, (_, number) => unusedProduct(number + 4)).join('');
  const open = async (path) => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.evaluateOnNewDocument(watchOpening);
    await page.goto(server.url + path);
    const after = await until(() => page.evaluate(() => globalThis.usableAfter), `${path} to open`);
    return { context, page, after };
  };
  for (let run = 0; run < 9; run += 1) {
    const empty = await open('bench/bare.html');
    opened.empty.push(empty.after);
    await empty.context.close();
    const { context, page, after } = await open('index.html');
    opened.page.push(after);
    const paste = await paster(context, page);
    pasted.cold.push(await paste(kmsClient, 'KMS client'));
    for (let again = 0; again < 5; again += 1) {
      // Another machine each time, told by its key's ending, which the page shows.
      const ending = `2YT4${again}`;
      pasted.warm.push(await paste(kmsClient.replace('2YT43', ending), ending));
    }
    pasted.list.push(await paste(list, 'Example1R'));
    await context.close();
  }
  await browser.close();
  say('open empty', median(opened.empty));
  say('open page', median(opened.page));
  say('paste cold', median(pasted.cold));
  say('paste warm', median(pasted.warm));
  say('paste list', median(pasted.list));
}

/// Pastes as a user does: the text in the real clipboard, then Ctrl+V.
async function paster(context, page) {
  const other = await context.newPage();
  await other.setContent('<textarea></textarea>');
  const keys = async (page, key) => {
    await page.keyboard.down('Control');
    await page.keyboard.press(key);
    await page.keyboard.up('Control');
  };
  return async (text, shown) => {
    await other.bringToFront();
    await other.$eval('textarea', (area, text) => {
      area.value = text;
      area.select();
    }, text);
    await keys(other, 'c');
    await page.bringToFront();
    await page.evaluate(awaitPaste, shown);
    await keys(page, 'v');
    return page.evaluate(() => globalThis.pasted);
  };
}

/// The knowledge base in a bare page.
async function lookUp(server) {
  const browser = await launch();
  const page = await browser.newPage();
  await page.goto(`${server.url}bench/bare.html`);
  const { code, words } = await page.evaluate(timeLookUp, { glue: server.glue, wasm: server.wasm });
  await browser.close();
  say('look up code', code);
  say('look up words', words);
}

needDist();
const server = await serve(dist, input);
try {
  await page(server);
  await lookUp(server);
  await race(server);
} finally {
  await server.stop();
}
