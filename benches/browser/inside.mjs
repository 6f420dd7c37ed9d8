// Functions that run inside a page. Each stands alone: only its own text goes over.

/// Makes the contestants ready in a bare page: `globalThis.contestants`, `globalThis.text`.
export async function prepare({ glue, wasm, rival }) {
  const built = await import(glue);
  await built.default({ module_or_path: wasm });
  globalThis.text = await (await fetch('/bench/input.txt')).text();
  const read = (0, eval)(`(${rival})`)();
  globalThis.contestants = {
    script: (text) => read(text).length,
    // The one place that knows what the page exports: without `summary` its row is left out.
    summary: typeof built.summary === 'function' ? (text) => (built.summary(text) ? 1 : 0) : null,
    objects: (text) => built.read(text).products.length,
  };
}

/// The milliseconds that a code and words take in the knowledge base, each the slowest of some queries after a warm-up.
export async function timeLookUp({ glue, wasm }) {
  const built = await import(glue);
  await built.default({ module_or_path: wasm });
  const slowest = (run, queries) => {
    queries.forEach(run);
    return Math.max(
      ...queries.map((query) => {
        const start = performance.now();
        for (let again = 0; again < 20; again += 1) run(query);
        return (performance.now() - start) / 20;
      }),
    );
  };
  return {
    code: slowest(built.entry, ['0xC004F074', '0x8007232B', 'event-12288', 'f3d89bbf-c0ec-47ce-a8fa-e5a5f97e447f']),
    words: slowest((query) => built.search(query), ['kms count too low', 'red titel bar', 'telephone', 'windows server 2025 datacenter key']),
  };
}

/// Lets a contestant read the text in so many pieces, cut where a product begins; gives the milliseconds, or null where it is missing.
export function time(name, pieces) {
  const run = globalThis.contestants[name];
  if (!run) return null;
  const { text } = globalThis;
  let spent = 0;
  for (let from = 0, piece = 1; from < text.length; piece += 1) {
    const about = Math.ceil((text.length * piece) / pieces);
    const found = about < text.length ? text.indexOf('\n\nName: ', about) : -1;
    const to = found < 0 ? text.length : found + 2;
    // Flat before the clock starts: a slice is a view that each reader would have to unfold first.
    const part = pieces === 1 ? text : text.slice(from, to);
    const start = performance.now();
    run(part);
    spent += performance.now() - start;
    from = to;
  }
  return spent;
}

/// From the document's start to the first painted frame in which it is usable: a paste box, or all of a page without one.
export function watchOpening() {
  const isUsable = () => (location.pathname.startsWith('/bench/') ? document.readyState === 'complete' : document.querySelector('textarea'));
  const painted = new MessageChannel();
  painted.port1.onmessage = () => {
    globalThis.usableAfter = performance.now();
  };
  const look = () => (isUsable() ? painted.port2.postMessage(0) : requestAnimationFrame(look));
  requestAnimationFrame(look);
}

/// Waits for the user's paste: `globalThis.pasted` becomes the milliseconds from its event to the end of the frame that shows its
/// result. What stood in the box before is selected, so that the paste takes its place.
export function awaitPaste(shown) {
  const box = document.querySelector('textarea');
  box.focus();
  box.select();
  const frame = () =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
      });
    });
  globalThis.pasted = new Promise((done, failed) => {
    const pasted = async () => {
      const start = performance.now();
      for (let frames = 0; frames < 600; frames += 1) {
        await frame();
        if (document.querySelector('#desk').textContent.includes(shown)) return done(performance.now() - start);
      }
      return failed(new Error(`the page never showed ${shown}`));
    };
    document.addEventListener('paste', pasted, { capture: true, once: true });
  });
}
