//! Pieces that any place of the page may use.

pub mod announcer;
pub mod button;
pub mod chart;
pub mod command;
pub mod copy_button;
pub mod groups;
pub mod label;
pub mod link;
pub mod mark;
pub mod notes;
pub mod phrase;
pub mod progress;
pub mod row;
pub mod section;
pub mod sources;
pub mod time_bar;
pub mod virtual_list;
