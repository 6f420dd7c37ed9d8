// The page as its user handles it: by role, name and visible text.

import assert from 'node:assert/strict';

import { allMarkup, allStorage, controlNamed, focusedElement, pasteInto, shownText } from './inside.mjs';
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

  /// The first element of a role.
  find(role, what = role, limit) {
    // Firefox finds nothing by role inside a shadow tree; there the markup has to do.
    const shadowed = role === 'textbox' ? '>>> textarea' : `>>> [role="${role}"]`;
    return until(async () => (await this.frame.$(`aria/[role="${role}"]`)) ?? this.frame.$(shadowed), what, limit);
  }

  /// What the paste box holds.
  async value() {
    return (await this.box()).evaluate((box) => box.value);
  }

  /// The control whose name is the given text, or matches the given pattern: a button, a radio button, a check box, a link.
  control(name) {
    const [source, exact] = name instanceof RegExp ? [name.source, false] : [name, true];
    return until(
      async () => (await this.frame.evaluateHandle(controlNamed, source, exact)).asElement(),
      `a control named ${name}`,
    );
  }

  /// Clicks the control of that name.
  async click(name) {
    await (await this.control(name)).click();
  }

  /// The names in the menu of samples, which is opened for it.
  async samples() {
    await this.click('Try a sample');
    const names = await this.frame.evaluate(() => [...document.querySelectorAll('details[open] ul button')].map((one) => one.innerText));
    await this.press('Escape');
    return names;
  }

  /// Takes a sample and waits for what it says.
  async sample(name) {
    const before = await this.markup();
    await this.click('Try a sample');
    await this.click(name);
    await until(async () => (await this.markup()) !== before, `the sample ${name}`);
    await this.sees('The pasted text, line by line');
  }

  /// Clicks a copy button and returns the text that went to the clipboard (see noteCopies).
  async copied(name) {
    const before = await this.frame.evaluate(() => globalThis.copied.length);
    await this.click(name);
    await until(() => this.frame.evaluate((before) => globalThis.copied.length > before, before), `the copy of ${name}`);
    return this.frame.evaluate(() => globalThis.copied.at(-1));
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
      throw new Error(`${error.message}; the page shows: ${(await this.text()).slice(-700)}`, { cause: error });
    }
  }

  /// Waits until the page has stopped drawing: the same markup for a quarter of a second.
  async still() {
    let before;
    let since = 0;
    await until(async () => {
      const now = await this.markup();
      if (now !== before) [before, since] = [now, Date.now()];
      return Date.now() - since >= 250;
    }, 'the page to stand still');
  }

  /// Asserts that the page does not show a text now.
  async seesNot(unwanted) {
    const text = await this.text();
    assert.ok(!holds(text, unwanted), `the page must not show ${unwanted}: ${text.slice(-700)}`);
  }

  /// The element that has the focus, through shadow trees; null where nothing has it.
  /// `place` is the same for the same element, `visible` says whether the focus is drawn.
  focused() {
    return this.frame.evaluate(focusedElement);
  }
}

function holds(text, wanted) {
  return wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted);
}
