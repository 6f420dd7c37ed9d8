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

/// The first control that is shown and whose accessible name is `source`, or matches it as a regular expression.
export function controlNamed(source, exact) {
  const pattern = exact ? null : new RegExp(source);
  const nameOf = (element) =>
    (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent).replace(/\s+/g, ' ').trim();
  const search = (root) => {
    for (const element of root.querySelectorAll('button, a[href], input, summary, [role]')) {
      const name = nameOf(element);
      const shown = element.checkVisibility() && !element.disabled;
      if (shown && (pattern ? pattern.test(name) : name === source)) return element;
    }
    for (const element of root.querySelectorAll('*')) {
      const found = element.shadowRoot && search(element.shadowRoot);
      if (found) return found;
    }
    return null;
  };
  return search(document);
}

/// The element that has the focus.
export function focusedElement() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  globalThis.focusPlaces ??= new WeakMap();
  if (!focusPlaces.has(element)) focusPlaces.set(element, (globalThis.focusCount = (globalThis.focusCount ?? 0) + 1));
  // A control that is drawn by its label shows its focus there.
  const drawn = [element, ...(element.labels?.[0]?.querySelectorAll('*') ?? []), ...(element.labels ?? [])];
  const styles = drawn.map((one) => getComputedStyle(one));
  const name = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent;
  return {
    place: focusPlaces.get(element),
    tag: element.localName,
    type: element.getAttribute('type'),
    name: name.replace(/\s+/g, ' ').trim().slice(0, 90),
    expanded: element.getAttribute('aria-expanded'),
    visible: styles.some((style) =>
      (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none'),
  };
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

/// Keeps the longest time in which the page could do nothing else, in milliseconds, in `globalThis.longestPause`.
export function watchTasks() {
  globalThis.longestPause = 0;
  let last = performance.now();
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    globalThis.longestPause = Math.max(globalThis.longestPause, now - last);
    last = now;
    setTimeout(() => channel.port2.postMessage(0), 4);
  };
  channel.port2.postMessage(0);
}
