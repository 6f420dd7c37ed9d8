//! English.

pub mod around;
pub mod card;
pub mod channels;
pub mod controls;
pub mod dates;
pub mod fields;
pub mod files;
pub mod findings;
pub mod ids;
pub mod look_up;
pub mod look_up_page;
pub mod page;
pub mod remarks;
pub mod states;
pub mod steps;
pub mod timeline;
