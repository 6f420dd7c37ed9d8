// Large inputs are made inside of the page: they would not fit through the debugger.

/// Opens files made of a text over and over: `[[name, text, times, encoding]]`, encoding "utf-8", "utf-16" or "latin1".
export function chooseMade(desk, files) {
  return desk.frame.evaluate(`(${choose})(${JSON.stringify(files)})`);
}

/// Pastes texts, each so many times: `[text, times]`.
export function pasteMade(desk, ...parts) {
  return desk.frame.evaluate(`(${paste})(${JSON.stringify(parts)})`);
}

/// Notes every download as `{ name, text }` in `globalThis.downloads`, in place of saving it. Runs ahead of the page.
export function noteDownloads() {
  globalThis.downloads = [];
  const click = HTMLAnchorElement.prototype.click;
  const blobs = new Map();
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const address = make.call(URL, blob);
    blobs.set(address, blob);
    return address;
  };
  HTMLAnchorElement.prototype.click = function () {
    if (!this.download) return click.call(this);
    const name = this.download;
    // Not Blob.text(): that would take the mark of UTF-8 away.
    blobs.get(this.href).arrayBuffer().then((bytes) =>
      globalThis.downloads.push({ name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }));
  };
}

function choose(files) {
  const search = (root) => {
    const found = root.querySelector('input[type=file]');
    if (found) return found;
    for (const element of root.querySelectorAll('*')) {
      const inside = element.shadowRoot && search(element.shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  const input = search(document);
  const bytesOf = (text, encoding) => {
    if (encoding === 'latin1') return Uint8Array.from(text, (c) => c.charCodeAt(0));
    if (encoding === 'utf-16') return new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer);
    return new TextEncoder().encode(text);
  };
  const transfer = new DataTransfer();
  for (const [name, text, times, encoding] of files) {
    transfer.items.add(new File(Array(times).fill(bytesOf(text, encoding)), name));
  }
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}

function paste(parts) {
  const event = new ClipboardEvent('paste', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true, composed: true });
  event.clipboardData.setData('text/plain', parts.map(([text, times]) => text.repeat(times)).join(''));
  document.querySelector('textarea').dispatchEvent(event);
}
