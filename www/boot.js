// Starts the page, and says in plain words why it does not start.
//
// Two ways lead here. The hosted page loads this file as a classic script (a module would not even
// start under `file:`), and the names of the built files stand in the script's own tag. In the single
// file `single-boot.js` stands before this text in the same module and has defined `packed`.
{
  const desk = document.querySelector('#desk');

  const SENTENCES = {
    'from-file': 'This page was opened from a folder, where browsers refuse to load its parts. Open the single offline file instead: ',
    'no-wasm': 'WebAssembly is missing or switched off in this browser (it is switched off by some hardening policies), and the page cannot work without it. Allow WebAssembly for this address, or open the page in another browser.',
    'blocked': 'A content security policy blocks WebAssembly here. Whoever runs this server has to allow script-src \'wasm-unsafe-eval\' for this page.',
    'no-unpacking': 'This browser is too old for the single offline file: it cannot unpack compressed data (DecompressionStream). Chrome, Edge 80, Firefox 113 or later can.',
    'too-old': 'This browser is too old for this page: it does not understand its WebAssembly. A current Chrome, Edge, Firefox or Safari does.',
    'not-loaded': 'A part of the page could not be loaded. Reload the page; if that does not help, the folder on the server is incomplete. Missing: ',
    'broken': 'The page could not start. Reload it; if that does not help, report this: ',
  };

  class Failure extends Error {
    constructor(code, detail = '', link = '') {
      super(SENTENCES[code] + detail);
      this.code = code;
      this.link = link;
    }
  }

  async function start(way) {
    try {
      if (typeof WebAssembly !== 'object') throw new Failure('no-wasm');
      const { glue, wasm } = await way.load(Failure);
      await glue.default({ module_or_path: wasm });
      glue.mount(desk, { face: way.face, storage: way.storage, worker: () => way.worker() });
    } catch (error) {
      show(error instanceof Failure ? error : diagnose(error));
    }
  }

  // The hosted page: two files beside this one, whose names are hashed by the build.
  function hosted({ js, wasm }) {
    // The glue's name stands inside of the worker's script: with it behind, no old copy is taken for the new one.
    const script = `${js.slice(0, js.lastIndexOf('/') + 1)}worker.js?${js.slice(js.lastIndexOf('/') + 1)}`;
    const trusted = policy([js, script]);
    return {
      face: 'page',
      storage: 'indexeddb',
      worker: () => new Worker(trusted.createScriptURL(script), { type: 'module' }),
      async load() {
        if (location.protocol === 'file:') throw new Failure('from-file', '', 'activation-desk.html');
        const [glue, response] = await Promise.all([
          import(trusted.createScriptURL(js)).catch(() => { throw new Failure('not-loaded', js); }),
          fetch(wasm).catch(() => { throw new Failure('not-loaded', wasm); }),
        ]);
        if (!response.ok) throw new Failure('not-loaded', wasm);
        return { glue, wasm: response };
      },
    };
  }

  // The page's one Trusted Types policy: scripts by known names from this folder (or made by this page), and no HTML at all.
  function policy(names) {
    const rules = {
      createScriptURL(name) {
        if (!names.includes(name)) throw new TypeError(`not a script of this page: ${name}`);
        return new URL(name, document.baseURI).href;
      },
      createHTML() {
        throw new TypeError('this page makes no HTML from text');
      },
    };
    return globalThis.trustedTypes ? trustedTypes.createPolicy('activation-desk', rules) : rules;
  }

  function diagnose(error) {
    const text = String(error?.message ?? error);
    if (/content security policy|\bCSP\b|unsafe-eval/i.test(text)) return new Failure('blocked');
    if (error instanceof WebAssembly.CompileError) return new Failure('too-old');
    return new Failure('broken', text);
  }

  function show(failure) {
    const line = desk.querySelector('#start-state') ?? desk.appendChild(document.createElement('p'));
    line.textContent = failure.message;
    if (failure.link) line.append(Object.assign(document.createElement('a'), { href: failure.link, textContent: failure.link }));
    line.dataset.failure = failure.code;
    line.setAttribute('role', 'alert');
  }

  start(typeof packed === 'function' ? packed(policy) : hosted(document.currentScript.dataset));
}
