// Starts the browsers. One process for each browser and look is kept for the tests of a file and closed after them.

import { after } from 'node:test';

import { loadPackage, program } from './settings.mjs';

const kept = new Map();

/// What a page can be seen in. `forced` is the forced-colours mode (high contrast); `scripts: false` switches JavaScript off.
export const looks = {
  light: { scheme: 'light', forced: false },
  dark: { scheme: 'dark', forced: false },
  forced: { scheme: 'light', forced: true },
  noScript: { scheme: 'light', forced: false, scripts: false },
};

/// A running browser ("chromium" or "firefox") in a look.
export function launch(browser, look = 'light') {
  // Chromium changes its look page by page; Firefox takes it from preferences at the start.
  const key = browser === 'firefox' ? `${browser} ${look}` : browser;
  if (!kept.has(key)) kept.set(key, start(browser, looks[look]));
  return kept.get(key);
}

/// Sets the look of a page.
export async function wear(page, browser, look) {
  if (browser !== 'chromium') return;
  const { scheme, forced, scripts = true } = looks[look];
  if (!scripts) await page.setJavaScriptEnabled(false);
  // By the raw protocol: puppeteer's emulateMediaFeatures does not know forced-colors.
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'forced-colors', value: forced ? 'active' : 'none' },
    ],
  });
}

after(async () => {
  for (const running of kept.values()) await running.then((browser) => browser.close(), () => {});
  kept.clear();
});

async function start(browser, look) {
  const { launch: run } = await loadPackage('puppeteer-core');
  const shared = { executablePath: program(browser), headless: true };
  if (browser === 'chromium') return run({ ...shared, browser: 'chrome', args: chromiumFlags });
  return run({ ...shared, browser: 'firefox', extraPrefsFirefox: firefoxPreferences(look) });
}

const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing but this machine has a name: what the page might ask of others fails, and a failed request fails the test.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

function firefoxPreferences({ scheme, forced, scripts = true }) {
  const dark = scheme === 'dark';
  return {
    'ui.systemUsesDarkTheme': dark ? 1 : 0,
    'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
    'browser.display.document_color_use': forced ? 2 : 1,
    // Without a desktop Firefox draws a selection in white on light blue, which no high-contrast palette does.
    ...(forced && { 'ui.highlight': '#000080', 'ui.highlighttext': '#ffffff', 'ui.selecteditem': '#000080', 'ui.selecteditemtext': '#ffffff' }),
    'javascript.enabled': scripts,
    // Tab reaches links and buttons everywhere, as on Windows.
    'accessibility.tabfocus': 7,
  };
}
