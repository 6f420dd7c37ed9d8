// Where JavaScript or WebAssembly is off, the page says so and what to do.

import { inBothBrowsers } from './harness/both.mjs';

const withoutWasm = { before: (page) => page.evaluateOnNewDocument(() => delete globalThis.WebAssembly), ready: false };

for (const [face, path, options] of [
  ['the static page', 'index.html', {}],
  ['the single file', 'activation-desk.html', { fromFile: true }],
  ['the custom element', 'examples/element.html', {}],
]) {
  inBothBrowsers(`${face} without WebAssembly says so`, async ({ open }) => {
    const desk = await open(path, { ...withoutWasm, ...options });
    await desk.sees(/WebAssembly/);
    await desk.find('alert');
  });
}

for (const path of ['index.html', 'activation-desk.html']) {
  inBothBrowsers(
    `${path} without JavaScript says so`,
    async ({ open }) => {
      const desk = await open(path, { ready: false });
      await desk.sees(/JavaScript is switched off/);
      await desk.seesNot(/is being loaded/);
      // Chromium gives the preloading of a script up that it may not run.
      const own = desk.seen.problems.filter((problem) => !/^failed request: \S+\.js /.test(problem));
      desk.seen.problems.splice(0, Infinity, ...own);
    },
    { look: 'noScript' },
  );
}
