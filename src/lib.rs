//! Activation Desk reads pasted Windows and Office licensing output and explains it, offline.
//!
//! The flow, in the order of the modules:
//!
//! 1. [`text`]: pasted text made regular; full product keys masked; lines with their numbers.
//! 2. [`reading`]: lines to a [`Reading`]: parts, products, errors, remarks.
//! 3. [`id`]: identifiers checked and taken apart. [`kb`]: facts with their sources. [`identify`]: what any text could be.
//! 4. [`card`]: what is told of each product, as phrases tagged by meaning ([`phrase`]).
//!    [`finding`]: what is the case and what to do, the worst first. [`timeline`]: what happens when.
//! 5. [`summary`] and `export`: counts, and every product as JSON Lines or CSV, of texts too large to look at whole.
//!    [`decode`]: the bytes of a file as text.
//! 6. `published`: the JSON shape (feature `serde`); `js`: the JavaScript border (feature `js`).
//!
//! Nothing here reads a clock, a file or the network: the caller hands in text and time.

pub mod card;
pub mod channel;
pub mod command;
mod countdown;
pub mod decode;
mod entity;
pub mod entry;
pub mod event_log;
#[cfg(feature = "serde")]
pub mod export;
pub mod finding;
pub mod id;
pub mod identify;
#[cfg(feature = "js")]
pub mod js;
pub mod kb;
mod order;
pub mod phrase;
pub mod product;
#[cfg(feature = "serde")]
pub mod published;
pub mod reading;
pub mod search;
pub mod sensitive;
pub mod state;
pub mod summary;
pub mod suspicion;
#[cfg(any(feature = "js", all(test, feature = "serde")))]
mod tape;
pub mod text;
pub mod timeline;
pub mod wording;

pub use reading::{ReadOptions, Reading, read, read_with};
