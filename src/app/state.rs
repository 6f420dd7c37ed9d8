//! Everything the page knows, and every way it changes. Pure: no web types, no clock.

use std::collections::BTreeSet;
use std::rc::Rc;

use activation_desk::card::CardOptions;
use activation_desk::phrase::Redact;
use time::PrimitiveDateTime;

use crate::options::{Options, Theme};
use crate::paste::Paste;

/// So many keyed products are opened at once; of more only the first.
const OPEN_AT_ONCE: usize = 2;
/// What stands in the text in place of a group of a product key.
const MASKED_GROUP: &str = "XXXXX";
/// So many cleared or replaced pastes can be brought back.
const UNDO_DEPTH: usize = 16;

/// What the page shows.
#[derive(Clone, PartialEq)]
pub struct State {
    /// The paste and its reading.
    pub paste: Rc<Paste>,
    /// Whether the text came out of the text area, which then holds it already.
    pub from_box: bool,
    /// Whether a full product key was masked in the text or on its way into it.
    pub key_masked: bool,
    /// Whether the text area shows a large or hidden text all the same.
    pub editing: bool,
    /// Cleared and replaced pastes, the newest last.
    pub past: Vec<Rc<Paste>>,
    /// The products whose cards are open.
    pub open: Rc<BTreeSet<usize>>,
    /// Whether the user chose which ones; then typing leaves them alone.
    pub chosen: bool,
    /// Whether the products without a key are listed.
    pub rest_open: bool,
    /// What the user said besides the paste.
    pub told: CardOptions,
    /// First and last line of the field that is pointed at.
    pub pointed: Option<(u32, u32)>,
    /// Whether names and numbers are hidden.
    pub redact: Redact,
    /// Colours.
    pub theme: Theme,
    /// Whether the paste is remembered.
    pub remember: bool,
    /// Whether the storage has answered; nothing is stored before.
    pub restored: bool,
    /// Whether the storage refused.
    pub not_remembered: bool,
    /// What just happened, for the live region; counted, so that the same news twice is news.
    pub said: (u32, &'static str),
}

/// What can happen.
pub enum Action {
    /// The text area holds this now.
    Typed(String),
    /// A full product key was masked before the text area got the text.
    KeyMasked,
    /// This text takes the place of the paste; the old one can be brought back.
    Replaced(String),
    /// The paste goes away; it can be brought back.
    Cleared,
    /// The last cleared or replaced paste comes back.
    Undone,
    /// A large or hidden text is to be edited in the text area.
    Edited,
    /// A card is opened or folded.
    Toggled(usize),
    /// The products without a key are listed or folded.
    RestToggled,
    /// The user said when the output was printed, or took it back.
    PrintedAt(Option<PrimitiveDateTime>),
    /// A field is pointed at.
    Pointed(Option<(u32, u32)>),
    /// Names and numbers are hidden or shown.
    Redacted(Redact),
    /// Other colours.
    Themed(Theme),
    /// The user (dis)agreed to remembering.
    Remembered(bool),
    /// The storage answered.
    Restored(Memory),
    /// The storage refused.
    NotRemembered,
    /// Something worth an announcement.
    Said(&'static str),
}

/// What was remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// The text.
    pub text: Option<String>,
    /// Whether to remember.
    pub remember: Option<bool>,
    /// Colours.
    pub theme: Option<Theme>,
}

impl State {
    /// The first state of a mount.
    pub fn new(options: Options) -> Self {
        State {
            paste: Rc::default(),
            from_box: true,
            key_masked: false,
            editing: false,
            past: Vec::new(),
            open: Rc::default(),
            chosen: false,
            rest_open: false,
            told: CardOptions::default(),
            pointed: None,
            redact: Redact::No,
            theme: options.theme,
            remember: options.storage.remembers_at_first(),
            restored: false,
            not_remembered: false,
            said: (0, ""),
        }
    }

    /// The state after `action`.
    #[must_use]
    pub fn apply(mut self, action: Action) -> Self {
        match action {
            Action::Typed(text) => self.typed(&text),
            Action::KeyMasked => self.key_masked = true,
            Action::Replaced(text) => self.replace(Rc::new(Paste::new(&text))),
            Action::Cleared => self.replace(Rc::default()),
            Action::Undone => {
                if let Some(paste) = self.past.pop() {
                    self.take(paste);
                }
            }
            Action::Edited => self.editing = true,
            Action::Toggled(product) => {
                self.chosen = true;
                let open = Rc::make_mut(&mut self.open);
                if !open.remove(&product) {
                    open.insert(product);
                }
            }
            Action::RestToggled => self.rest_open = !self.rest_open,
            Action::PrintedAt(moment) => self.told.printed_at = moment,
            Action::Pointed(lines) => self.pointed = lines,
            Action::Redacted(redact) => {
                self.redact = redact;
                self.editing = false;
            }
            Action::Themed(theme) => self.theme = theme,
            Action::Remembered(remember) => self.remember = remember,
            Action::Restored(memory) => self.restore(memory),
            Action::NotRemembered => self.not_remembered = true,
            Action::Said(words) => self.said = (self.said.0.wrapping_add(1), words),
        }
        self
    }

    /// Whether the text stands in the text area, or else a short description of it.
    pub fn shows_text(&self) -> bool {
        self.editing
            || !(self.paste.is_large() || (self.redact == Redact::Yes && !self.paste.is_blank()))
    }

    fn typed(&mut self, text: &str) {
        let before = self.paste.overview().products.len();
        self.paste = Rc::new(Paste::new(text));
        // A masked key changes the text under the user's hands: the text area has to be written.
        self.from_box = self.paste.text() == text;
        // The message goes with the masked key that it is about.
        self.key_masked =
            (self.key_masked || !self.from_box) && self.paste.text().contains(MASKED_GROUP);
        self.pointed = None;
        if self.paste.is_blank() {
            self.told = CardOptions::default();
            self.chosen = false;
        }
        if !self.chosen && self.paste.overview().products.len() != before {
            self.open_first();
        }
    }

    fn replace(&mut self, paste: Rc<Paste>) {
        if !self.paste.is_blank() {
            if self.past.len() == UNDO_DEPTH {
                self.past.remove(0);
            }
            self.past.push(self.paste.clone());
        }
        self.take(paste);
    }

    fn take(&mut self, paste: Rc<Paste>) {
        self.paste = paste;
        self.from_box = false;
        self.key_masked = self.paste.had_key();
        self.editing = false;
        self.told = CardOptions::default();
        self.pointed = None;
        self.chosen = false;
        self.open_first();
    }

    fn open_first(&mut self) {
        let products = &self.paste.overview().products;
        let keyed = products.iter().filter(|product| product.keyed).count();
        let opened = if keyed > OPEN_AT_ONCE {
            1
        } else {
            keyed.max(1)
        };
        self.open = Rc::new(
            products
                .iter()
                .take(opened)
                .map(|product| product.product)
                .collect(),
        );
        self.rest_open = keyed == 0;
    }

    fn restore(&mut self, memory: Memory) {
        self.restored = true;
        self.remember = memory.remember.unwrap_or(self.remember);
        self.theme = memory.theme.unwrap_or(self.theme);
        // Who typed before the storage answered keeps what was typed.
        if let (Some(text), true) = (memory.text, self.paste.is_blank()) {
            self.take(Rc::new(Paste::new(&text)));
        }
    }
}

impl yew::Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).apply(action))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: impl IntoIterator<Item = Action>) -> State {
        actions
            .into_iter()
            .fold(State::new(Options::default()), State::apply)
    }

    fn replaced(text: &str) -> Action {
        Action::Replaced(text.to_owned())
    }

    #[test]
    fn undo_brings_back_what_was_cleared_and_what_was_replaced() {
        let state = after([replaced("one"), replaced("two"), Action::Cleared]);
        assert!(state.paste.is_blank());
        let state = state.apply(Action::Undone);
        assert_eq!(state.paste.text(), "two");
        let state = state.apply(Action::Undone);
        assert_eq!(state.paste.text(), "one");
        assert_eq!(state.apply(Action::Undone).paste.text(), "one");
    }

    #[test]
    fn an_empty_paste_is_not_worth_an_undo() {
        assert!(after([Action::Cleared, replaced("one")]).past.is_empty());
    }

    #[test]
    fn undo_has_an_end() {
        let state = after((0..100).map(|n| replaced(&n.to_string())));
        assert_eq!(state.past.len(), UNDO_DEPTH);
        assert_eq!(state.past[0].text(), "83");
    }

    #[test]
    fn typed_text_stays_in_the_text_area_unless_a_key_was_masked() {
        assert!(after([Action::Typed("Name: A".into())]).from_box);
        let key = ["ABCDE"; 5].join("-");
        let state = after([Action::Typed(format!("key {key}"))]);
        assert!(!state.from_box);
        assert!(!state.paste.text().contains(&key));
        assert!(state.key_masked);
    }

    #[test]
    fn that_a_key_was_masked_is_said_while_it_stands_in_the_text() {
        let key = ["ABCDE"; 5].join("-");
        let state = after([Action::Typed(key)]);
        assert!(state.key_masked);
        let edited = state.paste.text().to_owned() + " and more";
        let state = state.apply(Action::Typed(edited));
        assert!(state.key_masked);
        assert!(
            !state
                .clone()
                .apply(Action::Typed("Name: B".into()))
                .key_masked
        );
        assert!(!state.clone().apply(Action::Typed(" ".into())).key_masked);
        assert!(!state.apply(replaced("other")).key_masked);
        assert!(after([Action::KeyMasked]).key_masked);
    }

    #[test]
    fn a_late_answer_of_the_storage_does_not_overwrite_what_was_typed() {
        let memory = || Memory {
            text: Some("old".into()),
            ..Memory::default()
        };
        assert_eq!(after([Action::Restored(memory())]).paste.text(), "old");
        assert_eq!(
            after([Action::Typed("new".into()), Action::Restored(memory())])
                .paste
                .text(),
            "new"
        );
    }

    #[test]
    fn the_answer_about_the_date_is_forgotten_with_its_paste() {
        let moment = PrimitiveDateTime::MIN;
        let state = after([replaced("one"), Action::PrintedAt(Some(moment))]);
        assert_eq!(state.told.printed_at, Some(moment));
        assert_eq!(state.apply(replaced("two")).told.printed_at, None);
    }

    #[test]
    fn of_many_keyed_products_one_is_open_and_typing_leaves_the_choice_alone() {
        let product = "Name: Windows(R), Professional edition\nPartial Product Key: ABCDE\nLicense Status: Licensed\n\n";
        assert_eq!(after([replaced(&product.repeat(2))]).open.len(), 2);
        let state = after([replaced(&product.repeat(3))]);
        assert_eq!(state.open.len(), 1);
        let last = state.paste.overview().products[2].product;
        let state = state
            .apply(Action::Toggled(last))
            .apply(Action::Typed(product.repeat(4)));
        assert!(state.open.contains(&last));
        assert_eq!(state.apply(replaced(&product.repeat(5))).open.len(), 1);
    }

    #[test]
    fn large_and_hidden_texts_are_described_until_they_are_edited() {
        assert!(after([replaced("one")]).shows_text());
        let large = after([replaced(&"x".repeat(crate::paste::LARGE + 1))]);
        assert!(!large.shows_text());
        assert!(large.apply(Action::Edited).shows_text());
        let hidden = after([replaced("one"), Action::Redacted(Redact::Yes)]);
        assert!(!hidden.shows_text());
        assert!(hidden.apply(Action::Cleared).shows_text());
    }
}
