//! What is the case with a KMS client.

use super::OfProduct;

/// Every finding of this family.
pub(super) const ALL: &[OfProduct] = &[];
