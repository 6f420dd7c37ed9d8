//! What is the case with the machine or the paste as a whole.

use super::OfPaste;

/// Every finding of this family.
pub(super) const ALL: &[OfPaste] = &[];
