//! What is the case with a KMS host.

mod count_too_low;

use super::OfProduct;

/// Every finding of this family.
pub(super) const ALL: &[OfProduct] = &[count_too_low::find];
