// The single file's way of loading: the glue stands before this text in the same module (the packer adds
// `const glue = ...`), the WebAssembly in an inert tag as gzip in base64, and nothing is fetched.
const packed = {
  ...document.querySelector('#packed').dataset, // face and storage
  async load(Failure) {
    if (typeof DecompressionStream !== 'function') throw new Failure('no-unpacking');
    const bytes = Uint8Array.from(atob(document.querySelector('#packed').textContent.trim()), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return { glue, wasm: await new Response(stream).arrayBuffer() };
  },
};
