// The single file's way of loading: the glue stands before this text in the same module (the packer adds
// `const glue = ...` and the line that ends it), the WebAssembly in an inert tag as gzip in base64, and nothing is fetched.
const packed = (policy) => ({
  ...document.querySelector('#packed').dataset, // face and storage
  async load(Failure) {
    if (typeof DecompressionStream !== 'function') throw new Failure('no-unpacking');
    const bytes = Uint8Array.from(atob(document.querySelector('#packed').textContent.trim()), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return { glue, wasm: await new Response(stream).arrayBuffer() };
  },
  // A worker of the glue's own text: nothing else could be loaded here. No module: Chromium starts none under an opaque origin.
  worker() {
    const [module] = document.querySelector('script[type="module"]').textContent.split('//# end of the glue');
    const text = module.replace(/^export (\{.*\};)?/gm, '').replaceAll('import.meta.url', '""');
    const start = 'onmessage = async ({ data }) => { await glue.default({ module_or_path: data }); glue.work(); };';
    const address = URL.createObjectURL(new Blob([text, start], { type: 'text/javascript' }));
    this.trusted ??= policy(this.made);
    this.made.push(address);
    return new Worker(this.trusted.createScriptURL(address));
  },
  made: [],
});
