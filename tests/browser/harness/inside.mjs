// Functions that run inside the page. Each stands alone: only its own text goes over.

/// Hands a paste event with data of several kinds to an element; inserts the plain text where nobody took the event.
export function pasteInto(element, kinds) {
  // The data goes in after construction: Firefox drops what a DataTransfer given to the constructor holds.
  const event = new ClipboardEvent('paste', {
    clipboardData: new DataTransfer(),
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  for (const [kind, data] of Object.entries(kinds)) event.clipboardData.setData(kind, data);
  if (element.dispatchEvent(event)) document.execCommand('insertText', false, kinds['text/plain'] ?? '');
}

/// The text that is shown.
export function shownText() {
  const texts = [document.body?.innerText ?? ''];
  const visit = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (!element.shadowRoot) continue;
      for (const child of element.shadowRoot.children) if (child.innerText) texts.push(child.innerText);
      visit(element.shadowRoot);
    }
  };
  visit(document);
  return texts.join('\n');
}

/// Markup, attributes and form values of the whole document.
export function allMarkup() {
  const parts = [document.documentElement.outerHTML, document.title, location.href];
  const visit = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (typeof element.value === 'string') parts.push(element.value);
      if (element.shadowRoot) {
        parts.push(element.shadowRoot.innerHTML);
        visit(element.shadowRoot);
      }
    }
  };
  visit(document);
  return parts.join('\n');
}

/// Everything in localStorage, sessionStorage and IndexedDB.
export async function allStorage() {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const found = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const rows = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([done(rows.getAllKeys()), done(rows.getAll())]);
      found.push(JSON.stringify({ name, store, keys, values }));
    }
    database.close();
  }
  return found.join('\n');
}

/// Notes every text that goes to the clipboard in `globalThis.copied`, in place of the clipboard.
/// Runs ahead of the page. `modern: false` takes navigator.clipboard away, as on a plain http: address.
export function noteCopies(modern) {
  globalThis.copied = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: modern ? { writeText: async (text) => void globalThis.copied.push(text) } : undefined,
  });
  if (modern) return;
  // The last listener of the copy event sees what the page put there, or else what it selected.
  addEventListener('copy', (event) => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const selected = typeof element?.selectionStart === 'number'
      ? element.value.slice(element.selectionStart, element.selectionEnd)
      : String(getSelection());
    globalThis.copied.push(event.clipboardData.getData('text/plain') || selected);
  });
}
