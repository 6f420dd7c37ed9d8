//! The page: a guest of the library. `boot.js` (or the custom element, or the sandboxed frame) calls [`mount`].

mod mount;

pub use mount::{Mounted, mount};

fn main() {}
