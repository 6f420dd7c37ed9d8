//! Long numbers: Installation IDs and Confirmation IDs, told apart by their length and their check digits.

use super::{Candidate, Certainty, What};
use crate::id::{
    confirmation_id::{self, LENGTH, OLD_LENGTH},
    installation_id::{self, Cause, Inspection},
};

/// Numbers with fewer digits are no part of an ID worth telling.
pub(super) const FEWEST: usize = 30;
/// Two IDs in a row at most.
const MOST: usize = 130;

/// What a long number could be; nothing where the text is no such number.
pub(super) fn candidates(text: &str) -> Vec<Candidate> {
    let installation = installation_id::inspect_typed(text);
    let count = installation.digits.len();
    if !(FEWEST..=MOST).contains(&count) {
        return Vec::new();
    }
    let confirmation = confirmation_id::inspect(text);
    let (first, second) = certainties(&installation, count);
    let candidate = |certainty, what| Candidate {
        certainty,
        value: installation.digits.clone(),
        found: text.to_owned(),
        liberties: installation.liberties.clone(),
        what,
    };
    let is_changed = installation
        .liberties
        .iter()
        .any(|liberty| matches!(liberty, crate::id::liberty::Liberty::LookAlike { .. }));
    let lower = |certainty| match certainty {
        Certainty::Exact if is_changed => Certainty::Likely,
        other => other,
    };
    let mut candidates = Vec::new();
    if let Some(certainty) = first {
        let what = What::InstallationId(Box::new(installation.clone()));
        candidates.push(candidate(lower(certainty), what));
    }
    if let Some(certainty) = second {
        candidates.push(candidate(
            lower(certainty),
            What::ConfirmationId(Box::new(confirmation)),
        ));
    }
    candidates.sort_by_key(|candidate| candidate.certainty);
    candidates
}

/// How sure it is an Installation ID, and a Confirmation ID.
fn certainties(
    installation: &installation_id::Inspected,
    count: usize,
) -> (Option<Certainty>, Option<Certainty>) {
    use Certainty::{Exact, Likely, Possible};
    match &installation.inspection {
        Inspection::Groups(groups) if groups.all_hold() => (Some(Exact), None),
        Inspection::Groups(_) => (Some(Likely), None),
        Inspection::Placeholder(_) if matches!(count, LENGTH | OLD_LENGTH) => (None, Some(Likely)),
        Inspection::Placeholder(_) => (Some(Likely), None),
        Inspection::WrongLength(why) => match why.cause() {
            Cause::Twice { .. } => (Some(Likely), None),
            Cause::Documented36 => (Some(Likely), None),
            // Seven of an Installation ID's sixes hold in half of a million numbers by chance: the length decides.
            Cause::ConfirmationId => (None, Some(if count == LENGTH { Exact } else { Likely })),
            _ if installation.location.is_some() => (Some(Likely), None),
            Cause::GroupsMissing { .. } => (Some(Likely), None),
            _ if matches!(count, 84 | 96) => (None, Some(Possible)),
            _ if count.abs_diff(LENGTH) <= 3 => (Some(Possible), Some(Possible)),
            _ if count <= 70 => (Some(Possible), None),
            _ => (None, None),
        },
        _ => (None, None),
    }
}
