//! Every sentence of the page, one place per language. English is the only one so far.
//!
//! The core says *what* is the case; this module says it in words. Nothing here looks at a paste: it is handed facts
//! (states, channels, keys, remarks) and gives back phrases tagged by meaning.

mod en;

pub use en::{
    around, card, channels, controls, dates, fields, files, findings, ids, look_up, look_up_page,
    page, remarks, states, steps, timeline,
};
