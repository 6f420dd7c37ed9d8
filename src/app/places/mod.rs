//! The places of the page, and the header above them.

pub mod header;
pub mod look_up;
pub mod read;
