//! Identifiers: told apart by shape, checked, and taken into their parts.
//!
//! Each module has a cheap yes or no first and a careful explanation on no: which group, which position, what was due and
//! what was found. What a well-formed identifier *means* (which product, which language) is looked up in [`kb`](crate::kb);
//! there are no tables here, and nothing here can produce a Confirmation ID or a product key.
//!
//! ```
//! use activation_desk::id::guid;
//! let id = guid::parse("{59A52881-A989-479D-AF46-F275C6370663}").unwrap();
//! assert_eq!(id.to_string(), "59a52881-a989-479d-af46-f275c6370663");
//! let why = guid::parse("59a52881-a989-479d-af46-f275c637066").unwrap_err();
//! assert_eq!(why.to_string(), "Group 5 has 11 of 12 digits: 1 is missing.");
//! ```

pub mod activation_id;
pub mod confirmation_id;
pub mod error_code;
pub mod extended_pid;
pub mod guid;
pub mod installation_id;
pub mod key_ending;
pub mod liberty;
pub mod printed_date;
pub mod product_id;
pub mod product_key;

mod installation_break;
mod installation_length;
mod product_key_shape;
pub(crate) mod shape;
mod written;
