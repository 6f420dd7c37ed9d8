//! Everything the page knows, and every way it changes. Pure: no web types, no clock.

use std::rc::Rc;

use activation_desk::card::CardOptions;
use activation_desk::phrase::Redact;
use activation_desk::wording::files::Trouble;
use time::PrimitiveDateTime;

use crate::bulk::{Outcome, Report, Source};
use crate::look::Look;
use crate::options::{Options, Theme};
use crate::paste::Paste;
use crate::place::{Place, Shown};

/// So many keyed products are opened at once; of more only the first.
const OPEN_AT_ONCE: usize = 2;
/// What stands in the text in place of a group of a product key.
const MASKED_GROUP: &str = "XXXXX";
/// So many cleared or replaced pastes can be brought back.
const UNDO_DEPTH: usize = 16;
/// So many places can be gone back through.
const TRAIL: usize = 64;

/// What the page shows.
#[derive(Clone, PartialEq)]
pub struct State {
    /// What is shown.
    pub place: Place,
    /// How often the place was gone to, rather than come to by typing.
    pub arrivals: u32,
    /// The place that one has just gone back from.
    pub came_from: Option<Place>,
    /// The places that one came through.
    trail: Vec<Place>,
    /// What stands in the box of Look up, and the answers.
    pub look: Rc<Look>,
    /// The paste and its reading.
    pub paste: Rc<Paste>,
    /// Whether the text came out of the text area, which then holds it already.
    pub from_box: bool,
    /// Whether a full product key was masked in the text or on its way into it.
    pub key_masked: bool,
    /// Whether the text area shows a large or hidden text all the same.
    pub editing: bool,
    /// The files that the text came from.
    pub opened: Option<Rc<Opened>>,
    /// What could not be opened, by name.
    pub troubles: Rc<[(String, Trouble)]>,
    /// The large input that stands in the place of a paste.
    pub bulk: Option<Bulk>,
    /// Whether something is dragged over the page.
    pub dragging: bool,
    /// How many large inputs there were.
    bulks: u32,
    /// Cleared and replaced pastes, the newest last.
    pub past: Vec<Rc<Paste>>,
    /// The products whose cards are open, in no order: a set of the standard library is 3 KB of WebAssembly.
    pub open: Rc<Vec<usize>>,
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
    /// The user follows a link, or the host asks for a place.
    Went(Place),
    /// The user goes through the browser's history.
    Travelled(Place),
    /// The box of Look up holds this now.
    Asked(String),
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
    /// These files could be read, as this text, or none of them, and these not.
    Opened(Option<(String, Rc<Opened>)>, Rc<[(String, Trouble)]>),
    /// A large input takes the place of the paste.
    BulkOpened(Rc<Opened>, Rc<[(String, Trouble)]>),
    /// The remembered text is a large one.
    BulkRestored(Rc<Opened>),
    /// So many bytes of the large input with that number are read.
    BulkProgress(u32, f64),
    /// It is read.
    BulkRead(u32, Rc<Report>),
    /// It broke off.
    BulkFailed(u32),
    /// It is no longer wanted.
    BulkCancelled,
    /// Something is dragged over the page, or no longer.
    Dragging(bool),
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

/// Files that were opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub sources: Rc<[Source]>,
    /// What became of each; empty while that is not known.
    pub outcomes: Vec<Outcome>,
}

impl Opened {
    /// All bytes.
    pub fn size(&self) -> f64 {
        self.sources.iter().map(Source::size).sum()
    }
}

/// A large input.
#[derive(Clone, PartialEq)]
pub struct Bulk {
    /// Its number: news of an older one is no news.
    pub id: u32,
    pub stage: Stage,
    /// Whether a paste had to make room for it.
    replaced: bool,
}

/// How far a large input is read.
#[derive(Clone, PartialEq)]
pub enum Stage {
    /// So many bytes.
    Reading(f64),
    /// To its end.
    Read(Rc<Report>),
    /// It broke off.
    Failed,
}

/// What was remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// The text.
    pub text: Option<String>,
    /// What stands in the box of Look up.
    pub query: Option<String>,
    /// Whether to remember.
    pub remember: Option<bool>,
    /// Colours.
    pub theme: Option<Theme>,
}

impl State {
    /// The first state of a mount.
    pub fn new(options: Options) -> Self {
        let mut state = State {
            place: Place::Read,
            arrivals: 0,
            came_from: None,
            trail: Vec::new(),
            look: Rc::new(Look::new("")),
            paste: Rc::default(),
            from_box: true,
            key_masked: false,
            editing: false,
            opened: None,
            troubles: Rc::default(),
            bulk: None,
            bulks: 0,
            dragging: false,
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
        };
        state.show(options.place);
        state
    }

    /// The state after `action`.
    #[must_use]
    pub fn apply(mut self, action: Action) -> Self {
        match action {
            Action::Went(place) => self.go(place, false),
            Action::Travelled(place) => self.go(place, true),
            Action::Asked(text) => self.ask(&text),
            Action::Typed(text) => self.typed(&text),
            Action::KeyMasked => self.key_masked = true,
            Action::Replaced(text) => self.replace(Rc::new(Paste::new(&text))),
            Action::Cleared => self.replace(Rc::default()),
            Action::Undone => {
                if let Some(paste) = self.past.pop() {
                    self.take(paste);
                }
            }
            Action::Opened(opened, troubles) => {
                if let Some((text, opened)) = opened {
                    self.replace(Rc::new(Paste::new(&text)));
                    self.opened = Some(opened);
                }
                self.troubles = troubles;
            }
            Action::BulkOpened(opened, troubles) => {
                self.open_bulk(opened);
                self.troubles = troubles;
            }
            Action::BulkRestored(opened) if self.is_empty() => self.open_bulk(opened),
            Action::BulkRestored(_) => {}
            Action::BulkProgress(id, done) => self.advance(id, Stage::Reading(done)),
            Action::BulkRead(id, report) => self.advance(id, Stage::Read(report)),
            Action::BulkFailed(id) => self.advance(id, Stage::Failed),
            Action::BulkCancelled => {
                let replaced = self.bulk.as_ref().is_some_and(|bulk| bulk.replaced);
                let before = if replaced { self.past.pop() } else { None };
                self.take(before.unwrap_or_default());
            }
            Action::Dragging(dragging) => self.dragging = dragging,
            Action::Edited => self.editing = true,
            Action::Toggled(product) => {
                self.chosen = true;
                let open = Rc::make_mut(&mut self.open);
                match open.iter().position(|known| *known == product) {
                    Some(at) => {
                        open.remove(at);
                    }
                    None => open.push(product),
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

    /// Goes to another place; `back`: as far as the trail says so, back to where one came from.
    fn go(&mut self, place: Place, back: bool) {
        if place == self.place {
            return;
        }
        let left = self.show(place);
        self.arrivals += 1;
        self.came_from = None;
        if back && self.trail.last() == Some(&self.place) {
            self.trail.pop();
            self.came_from = Some(left);
            return;
        }
        if self.trail.len() == TRAIL {
            self.trail.remove(0);
        }
        self.trail.push(left);
    }

    /// Shows a place and gives back what was shown. What is unknown is searched for.
    fn show(&mut self, place: Place) -> Place {
        if let (Place::LookUp(value), Some(Shown::Unknown)) = (&place, place.shown()) {
            self.look = Rc::new(Look::new(value));
        }
        std::mem::replace(&mut self.place, place)
    }

    /// Answers what is typed; the answers take the place of an entry.
    fn ask(&mut self, text: &str) {
        self.look = Rc::new(Look::new(text));
        let left = self.show(Place::look_up(""));
        if left != self.place {
            self.trail.push(left);
        }
    }

    /// Whether the text stands in the text area, or else a short description of it.
    pub fn shows_text(&self) -> bool {
        self.editing
            || !(self.paste.is_large() || (self.redact == Redact::Yes && !self.paste.is_blank()))
    }

    /// Whether there is neither a paste nor a large input.
    pub fn is_empty(&self) -> bool {
        self.paste.is_blank() && self.bulk.is_none()
    }

    /// The text to remember: the paste, or a large one that is not too large for it.
    pub fn kept_text(&self) -> Option<Rc<str>> {
        match &self.bulk {
            Some(Bulk {
                stage: Stage::Read(report),
                ..
            }) => report.text.clone(),
            Some(_) => None,
            None => (!self.paste.is_blank()).then(|| self.paste.shared_text()),
        }
    }

    fn open_bulk(&mut self, opened: Rc<Opened>) {
        let replaced = !self.paste.is_blank();
        self.replace(Rc::default());
        self.opened = Some(opened);
        self.bulks += 1;
        self.bulk = Some(Bulk {
            id: self.bulks,
            stage: Stage::Reading(0.0),
            replaced,
        });
    }

    fn advance(&mut self, id: u32, stage: Stage) {
        let Some(bulk) = self.bulk.as_mut().filter(|bulk| bulk.id == id) else {
            return;
        };
        if let (Stage::Read(report), Some(opened)) = (&stage, &mut self.opened) {
            let read = opened.sources.iter().zip(&report.outcomes);
            let unread =
                read.filter_map(|(source, outcome)| Some((source.name.clone(), outcome.trouble?)));
            self.troubles = self.troubles.iter().cloned().chain(unread).collect();
            Rc::make_mut(opened).outcomes.clone_from(&report.outcomes);
        }
        bulk.stage = stage;
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
        self.troubles = Rc::default();
        if self.paste.is_blank() {
            self.opened = None;
            self.told = CardOptions::default();
            self.chosen = false;
        }
        if !self.chosen && self.paste.overview().products.len() != before {
            self.open_first();
        }
    }

    fn replace(&mut self, paste: Rc<Paste>) {
        self.go(Place::Read, false);
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
        self.opened = None;
        self.troubles = Rc::default();
        self.bulk = None;
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
        if let (Some(text), true) = (memory.text, self.is_empty()) {
            self.take(Rc::new(Paste::new(&text)));
        }
        if let (Some(query), true) = (memory.query, self.look.is_empty()) {
            self.look = Rc::new(Look::new(&query));
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

    fn look_up(value: &str) -> Place {
        Place::look_up(value)
    }

    #[test]
    fn the_way_back_is_known_and_the_way_forward_is_not_taken_for_it() {
        let event = look_up("event-12288");
        let state = after([
            Action::Went(look_up("")),
            Action::Went(event.clone()),
            Action::Travelled(look_up("")),
        ]);
        assert_eq!(
            (&state.place, &state.came_from),
            (&look_up(""), &Some(event.clone()))
        );
        let state = state.apply(Action::Went(Place::Read));
        assert_eq!((&state.came_from, state.arrivals), (&None, 4));
        // A link to where one came from is no way back.
        let state = state.apply(Action::Went(look_up("")));
        assert_eq!(state.came_from, None);
        assert_eq!(
            state.clone().apply(Action::Went(look_up(""))).arrivals,
            state.arrivals
        );
    }

    #[test]
    fn typing_leaves_an_entry_without_an_arrival() {
        let state = after([
            Action::Went(look_up("event-12288")),
            Action::Asked("kms".into()),
        ]);
        assert_eq!((&state.place, state.arrivals), (&look_up(""), 1));
        let state = state.apply(Action::Travelled(look_up("event-12288")));
        assert_eq!(state.look.text, "kms");
    }

    #[test]
    fn an_unknown_address_is_searched_for() {
        let state = after([
            Action::Asked("kms".into()),
            Action::Went(look_up("red title bar")),
        ]);
        assert_eq!(state.look.text, "red title bar");
        assert!(state.look.first().is_some());
        let options = Options {
            place: look_up("telephone"),
            ..Options::default()
        };
        assert_eq!(State::new(options).look.text, "telephone");
    }

    #[test]
    fn a_text_that_comes_from_outside_is_read_and_the_question_stays() {
        let state = after([Action::Asked("kms".into()), replaced("text")]);
        assert_eq!((&state.place, &*state.look.text), (&Place::Read, "kms"));
        let memory = Memory {
            query: Some("old".into()),
            ..Memory::default()
        };
        let restored = |state: State| {
            state
                .apply(Action::Restored(memory.clone()))
                .look
                .text
                .clone()
        };
        assert_eq!(restored(state), "kms");
        assert_eq!(restored(after([])), "old");
    }

    #[test]
    fn an_empty_paste_is_not_worth_an_undo() {
        assert!(after([Action::Cleared, replaced("one")]).past.is_empty());
    }

    fn large() -> Action {
        let opened = Opened {
            sources: Rc::new([]),
            outcomes: Vec::new(),
        };
        Action::BulkOpened(Rc::new(opened), Rc::default())
    }

    #[test]
    fn a_large_input_makes_room_and_gives_it_back() {
        let state = after([replaced("one"), large()]);
        assert!(state.paste.is_blank() && !state.is_empty() && state.kept_text().is_none());
        let cancelled = state.clone().apply(Action::BulkCancelled);
        assert_eq!(cancelled.paste.text(), "one");
        assert!(cancelled.bulk.is_none());
        // What was cleared before is not what it took the place of.
        let state = after([
            replaced("one"),
            Action::Cleared,
            large(),
            Action::BulkCancelled,
        ]);
        assert!(state.is_empty() && state.past.len() == 1);
    }

    #[test]
    fn news_of_an_older_input_is_no_news() {
        let state = after([large(), large()]);
        let id = state.bulk.as_ref().expect("a large input").id;
        let state = state
            .apply(Action::BulkFailed(id - 1))
            .apply(Action::BulkProgress(id, 7.0));
        assert!(matches!(
            state.bulk,
            Some(Bulk {
                stage: Stage::Reading(7.0),
                ..
            })
        ));
        assert!(state.apply(replaced("text")).bulk.is_none());
    }

    #[test]
    fn what_can_not_be_opened_leaves_the_paste_alone() {
        let troubles = || Rc::from([("a.png".to_owned(), Trouble::Empty)]);
        let state = after([replaced("one"), Action::Opened(None, troubles())]);
        assert_eq!((state.paste.text(), state.troubles.len()), ("one", 1));
        assert!(state.apply(Action::Cleared).troubles.is_empty());
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
