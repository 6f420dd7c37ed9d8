// The page as its user handles it: by role, name and visible text.

import assert from 'node:assert/strict';

import { allMarkup, allStorage, pasteInto, shownText } from './inside.mjs';
import { until } from './until.mjs';

export class Desk {
  /// `seen`: what watch() collects of the page; `frame`: the frame that holds the desk.
  constructor(page, browser, seen, frame = page.mainFrame()) {
    Object.assign(this, { page, browser, seen, frame });
  }

  /// The same page, the desk in a frame of it.
  in(frame) {
    return new Desk(this.page, this.browser, this.seen, frame);
  }

  /// Waits until the page can take a paste.
  async ready() {
    await this.box();
  }

  /// The paste box.
  box() {
    return this.find('textbox', 'paste box');
  }

  /// The first element of a role, by its accessible name where one is given.
  find(role, what = role, name = '', limit) {
    return until(() => this.frame.$(`aria/${name}[role="${role}"]`), what, limit);
  }

  /// The button of that name.
  button(name, limit) {
    return this.find('button', `button "${name}"`, name, limit);
  }

  /// Clicks the button of that name.
  async click(name) {
    await (await this.button(name)).click();
  }

  /// Pastes text as the clipboard would: the event first, the insertion where the page leaves it to the browser.
  async paste(text) {
    const box = await this.box();
    await box.focus();
    await box.evaluate(pasteInto, { 'text/plain': text });
  }

  /// Pastes a clipboard that holds several kinds of data: `{ 'text/html': ..., 'text/plain': ... }`.
  async pasteKinds(kinds) {
    const box = await this.box();
    await box.focus();
    await box.evaluate(pasteInto, kinds);
  }

  /// Types text on the keyboard into the paste box.
  async type(text) {
    const box = await this.box();
    await box.focus();
    await this.page.keyboard.type(text);
  }

  /// Presses keys together: "Control+v", "Shift+Tab", "Enter".
  async press(keys) {
    const parts = keys.split('+');
    const last = parts.pop();
    for (const key of parts) await this.page.keyboard.down(key);
    await this.page.keyboard.press(last);
    for (const key of parts.reverse()) await this.page.keyboard.up(key);
  }

  /// All text that is shown, shadow trees included, white space made single.
  async text() {
    return (await this.frame.evaluate(shownText)).replace(/\s+/g, ' ');
  }

  /// Every element, attribute and form value of the document, shadow trees included, as one text.
  markup() {
    return this.frame.evaluate(allMarkup);
  }

  /// Everything that the page stored, as one text.
  storage() {
    return this.frame.evaluate(allStorage);
  }

  /// Waits until the page shows a text (a string, or a regular expression).
  async sees(wanted, limit) {
    try {
      await until(async () => holds(await this.text(), wanted), `to see ${wanted}`, limit);
    } catch (error) {
      throw new Error(`${error.message}; the page shows: ${(await this.text()).slice(0, 3000)}`, { cause: error });
    }
  }

  /// Asserts that the page does not show a text now.
  async seesNot(unwanted) {
    const text = await this.text();
    assert.ok(!holds(text, unwanted), `the page must not show ${unwanted}: ${text.slice(0, 3000)}`);
  }

  /// Role, name and text of the element that has the focus, through shadow trees.
  focused() {
    return this.frame.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!element || element === document.body) return null;
      const style = getComputedStyle(element);
      return {
        tag: element.localName,
        role: element.getAttribute('role'),
        label: element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 80),
        expanded: element.getAttribute('aria-expanded'),
        outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
        shadow: style.boxShadow !== 'none',
      };
    });
  }
}

function holds(text, wanted) {
  return wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted);
}
