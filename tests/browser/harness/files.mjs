// Files for the page: chosen by its control, or dropped on it. Contents are bytes: `[[name, buffer]]`.

/// Puts files into the page's file control.
export function chooseFiles(desk, files) {
  return desk.frame.evaluate(`(${choose})(${JSON.stringify(packed(files))})`);
}

/// Drops files on the page; `folders` names those that are folders.
export function dropFiles(desk, files, { folders = [] } = {}) {
  return desk.frame.evaluate(`(${drop})(${JSON.stringify(packed(files))}, ${JSON.stringify(folders)})`);
}

/// Drags text over the page, runs `meanwhile`, and drops it.
export async function dropText(desk, text, meanwhile) {
  await desk.frame.evaluate(`(${dragText})(${JSON.stringify(text)})`);
  await meanwhile();
  await desk.frame.evaluate(() => globalThis.dropNow());
}

const packed = (files) => files.map(([name, bytes]) => [name, bytes.toString('base64')]);

// The functions below run in the page; each stands alone.

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
  const transfer = new DataTransfer();
  for (const [name, bytes] of files) transfer.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}

function drop(files, folders) {
  const event = new DragEvent('drop', { dataTransfer: new DataTransfer(), bubbles: true, cancelable: true, composed: true });
  for (const [name, bytes] of files) {
    event.dataTransfer.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name));
  }
  if (folders.length) {
    DataTransferItem.prototype.webkitGetAsEntry = () => ({ isDirectory: true, name: folders[0] });
  }
  document.querySelector('main, activation-desk').dispatchEvent(event);
}

function dragText(text) {
  const send = (type) => {
    const event = new DragEvent(type, { dataTransfer: new DataTransfer(), bubbles: true, cancelable: true, composed: true });
    event.dataTransfer.setData('text/plain', text);
    document.querySelector('main').dispatchEvent(event);
  };
  const dragging = setInterval(() => send('dragover'), 50);
  send('dragenter');
  globalThis.dropNow = () => {
    clearInterval(dragging);
    send('drop');
  };
}
