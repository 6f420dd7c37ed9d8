//! The findings in words, a file for each family.

pub mod client;
pub mod host;
pub mod machine;
pub mod state;
