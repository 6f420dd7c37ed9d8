//! What is the case with a KMS client.

mod activation_type;
mod caching_off;
mod fixed_domain;
mod information_code;
mod intervals;
mod key_for_telephone;
mod key_not_for_kms;
mod lease;
mod lease_lapsed;
mod no_host;
mod notification;
mod odd_activation;
mod pinned_host;
mod published_key;

use super::{Case, Finding, OfProduct};

/// Every finding of this family. What keeps it from being activated comes first, then the lease, then settings.
pub(super) const ALL: &[OfProduct] = &[
    lease_lapsed::find,
    notification::find,
    no_host::find,
    key_not_for_kms::find,
    odd_activation::find,
    lease::ends,
    lease::overdue,
    published_key::find,
    key_for_telephone::find,
    activation_type::find,
    pinned_host::find,
    fixed_domain::find,
    caching_off::find,
    intervals::find,
    information_code::find,
];

/// Adds what the published client keys say of the key that is installed, where it is one of them.
fn with_published_key(finding: Finding, case: &Case<'_>) -> Finding {
    match published_key::installed(case) {
        Some(known) => finding
            .background(crate::wording::findings::client::published_key(&known))
            .source(known.sources()),
        None => finding,
    }
}
