//! The page: a guest of the library. `boot.js` (or the custom element, or the sandboxed frame) calls [`mount`].
//!
//! The flow: an [`state::Action`] goes through the pure [`state::State::apply`]; `places` draw the state; `effects` make the
//! world outside (storage, clipboard, the host's theme) follow it. Nothing below `places` and `parts` owns a fact or a sentence.

mod bulk;
mod clipboard;
mod desk;
mod dom;
mod drop;
mod effects;
mod json;
mod look;
mod mount;
mod options;
mod parts;
mod paste;
mod place;
mod places;
mod root;
mod state;
mod storage;
mod travel;
mod words;

pub use bulk::worker::work;
pub use mount::{Mounted, mount};

fn main() {}
