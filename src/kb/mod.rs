//! The knowledge base: facts with their sources, as static tables.
//!
//! The tables are generated from `data/` (`cargo xtask tables`) and checked in; nothing is parsed at start. Each lookup is
//! a file of its own and answers `None` for what it does not know.
//!
//! ```
//! use activation_desk::kb;
//! let reason = kb::reason::find(0xC004_F038).expect("a known code");
//! assert_eq!(reason.symbol, Some("SL_E_VL_NOT_ENOUGH_COUNT"));
//! assert!(reason.sources().iter().count() > 0);
//! assert!(kb::reason::find(0xC004_0000).is_none());
//! ```

pub mod activation_id;
mod address;
pub mod application_id;
pub mod article;
pub mod build;
mod certainty;
pub mod client_key;
pub mod extended_pid;
mod generated;
pub mod grace;
pub mod lcid;
pub mod machine;
mod marked;
mod packed;
pub mod reason;
mod row;
mod source;
pub mod threshold;

pub use address::Address;
pub use certainty::Certainty;
pub use marked::marked;
pub use packed::Lines;
pub use row::{Row, rows};
pub use source::Sources;

/// The day on which the youngest fact was looked up, `YYYY-MM-DD`.
pub const DATE: &str = generated::DATE;
