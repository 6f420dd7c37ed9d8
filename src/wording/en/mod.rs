//! English.

pub mod channels;
pub mod fields;
pub mod page;
pub mod remarks;
pub mod states;
pub mod steps;
