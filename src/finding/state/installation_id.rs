//! Whose key an Installation ID belongs to: it is made of the key and the machine, and a new key makes a new one.

use super::super::{Case, Certainty, Finding, Severity};
use crate::{
    card::Step, command::Command, product::Family, reading::Product,
    wording::findings::state as say,
};

/// The paste shows the same Installation ID beside another key ending, and a newer key since.
pub(in super::super) fn older_key(case: &Case<'_>) -> Option<Finding> {
    let own = case.product.installation_id.as_deref()?;
    let products = &case.paste.reading.products;
    // The key that it was printed with, and the one that this product has at the end.
    let first = products.iter().find(|product| {
        product.partial_product_key.is_some() && product.installation_id.as_deref() == Some(own)
    })?;
    let last = products
        .iter()
        .rev()
        .find(|product| product.partial_product_key.is_some() && is_same(product, first))?;
    let (older, newer) = (
        first.partial_product_key.as_deref()?,
        last.partial_product_key.as_deref()?,
    );
    // A block that names the older key itself misleads nobody.
    let says_so = case.product.partial_product_key.as_deref() == Some(older);
    if older.eq_ignore_ascii_case(newer) || says_so {
        return None;
    }
    let finding = case
        .finding(
            "state-installation-id-older-key",
            Severity::ActSoon,
            say::installation_id_older_key(older, newer),
            &["installationId", "partialProductKey"],
        )
        // Two machines in one text would look the same.
        .certainty(Certainty::Likely)
        .background(say::NEW_KEY_NEW_ID)
        .step(print_again(case));
    Some(finding.article("term-installation-id").see("slmgr-atp"))
}

/// An Installation ID whose key the paste does not show: a word of care before the call.
pub(in super::super) fn without_key(case: &Case<'_>) -> Option<Finding> {
    case.product.installation_id.as_deref()?;
    if case.is_licensed() || case.product.in_use == Some(false) {
        return None;
    }
    let products = &case.paste.reading.products;
    let shown = products.iter().any(|product| {
        product.installation_id == case.product.installation_id
            && product.partial_product_key.is_some()
    });
    if shown {
        return None;
    }
    let finding = case
        .finding(
            "state-installation-id-without-key",
            Severity::Note,
            say::INSTALLATION_ID_WITHOUT_KEY,
            &["installationId"],
        )
        .certainty(Certainty::Unseen)
        .background(say::NEW_KEY_NEW_ID)
        .step(case.look(say::SEE_KEY))
        .step(print_again(case));
    Some(finding.article("term-installation-id"))
}

/// Whether two blocks are of one product. A key of another channel has another Activation ID, so the name decides.
fn is_same(one: &Product<'_>, other: &Product<'_>) -> bool {
    one.name.is_some() && one.name == other.name
}

fn print_again(case: &Case<'_>) -> Step {
    let command = match case.identity.family {
        Family::Office if !case.is_host() => Command::OsppDinstid(case.about.office_folder),
        Family::Windows | Family::WindowsServer => Command::Dti(None),
        _ => Command::Dti(case.product.activation_id),
    };
    case.step(command, say::PRINT_INSTALLATION_ID)
}
