// <activation-desk>: the page as an element of another page, in an open shadow root of its own.
//
//   <script type="module" src="…/element.js"></script>
//   <activation-desk theme="dark"></activation-desk>
//
// `place`: "read" (the default) or "look-up"; `value`: what is looked up there, as "0xC004F038" or "event-12288".
// `theme`: "light", "dark", or "auto" (as the system has it, the default). The host page's policy needs this folder's
// origin in script-src, connect-src and worker-src, and 'wasm-unsafe-eval'; no style-src (the sheets are constructed). Where it
// asks for Trusted Types, it allows the policy `activation-desk`. Without a worker large inputs are read beside the page.
const FILES = { js: '{{js}}', wasm: '{{wasm}}', styles: {{styles}} }; // filled in by `cargo xtask build`

const near = (name) => new URL(name, import.meta.url).href;

// Loaded once for all elements of a document, with the first one that is connected.
let parts;
const loaded = () => (parts ??= load().catch((error) => {
  parts = undefined; // the next element may try again
  throw error;
}));

// Mounted roots whose element has left the document. Yew keeps the listeners of a mounted root for ever, so a
// root is never thrown away: the next element takes it over, with what it shows.
const parked = [];

class ActivationDesk extends HTMLElement {
  static observedAttributes = ['theme', 'place', 'value'];
  #shadow = this.attachShadow({ mode: 'open' });
  #mount = null; // { root, app }

  async connectedCallback() {
    try {
      const { glue, sheets } = await loaded();
      if (!this.isConnected || this.#mount) return;
      this.#shadow.adoptedStyleSheets = sheets;
      this.#mount = parked.pop() ?? mountNew(glue);
      this.#mount.app.setTheme(this.#theme);
      if (this.hasAttribute('place')) this.#go();
      this.#shadow.replaceChildren(this.#mount.root);
    } catch (error) {
      const line = document.createElement('p');
      line.setAttribute('role', 'alert');
      line.textContent = `Activation Desk could not start here: ${error.message}`;
      this.#shadow.replaceChildren(line);
    }
  }

  // Moving an element disconnects and connects it at once; its root is only parked when it stays away.
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected || !this.#mount) return;
      this.#mount.root.remove();
      parked.push(this.#mount);
      this.#mount = null;
    });
  }

  attributeChangedCallback(name) {
    if (name === 'theme') this.#mount?.app.setTheme(this.#theme);
    else this.#go();
  }

  #go() {
    this.#mount?.app.setPlace(this.getAttribute('place') ?? 'read', this.getAttribute('value') ?? '');
  }

  get #theme() {
    return this.getAttribute('theme') ?? 'auto';
  }
}

function mountNew(glue) {
  const root = document.createElement('div');
  return { root, app: glue.mount(root, { face: 'element', storage: 'memory', worker }) };
}

// A worker for large inputs. It throws where this page's policies forbid one.
let trusted;
function worker() {
  let address = near(`worker.js?${FILES.js}`);
  // From another origin only a script of this one may start, which then loads the other.
  if (new URL(address).origin !== location.origin) {
    address = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' }));
  }
  trusted ??= globalThis.trustedTypes?.createPolicy('activation-desk', { createScriptURL: (text) => text }) ?? {
    createScriptURL: (text) => text,
  };
  return new Worker(trusted.createScriptURL(address), { type: 'module' });
}

async function load() {
  if (typeof WebAssembly !== 'object') throw new Error('WebAssembly is missing or switched off in this browser.');
  const [glue, response, sheets] = await Promise.all([
    import(near(FILES.js)),
    get(FILES.wasm),
    Promise.all(FILES.styles.map(async (name) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(await (await get(name)).text());
      return sheet;
    })),
  ]);
  await glue.default({ module_or_path: response });
  return { glue, sheets };
}

async function get(name) {
  const response = await fetch(near(name));
  if (!response.ok) throw new Error(`${name} could not be loaded (${response.status})`);
  return response;
}

if (!customElements.get('activation-desk')) customElements.define('activation-desk', ActivationDesk);
