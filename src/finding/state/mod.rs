//! What the license state means, whatever activates the product.

mod healthy;

use super::OfProduct;

/// Every finding of this family.
pub(super) const ALL: &[OfProduct] = &[healthy::find];
