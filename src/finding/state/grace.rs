//! Grace: it works, and the time runs.

use super::super::{Case, Finding, Severity};
use crate::{
    kb::grace::{self, Generation, GraceKind},
    product::Family,
    reading::ExpiryKind,
    state::LicenseStatus,
    wording::findings::state as say,
};

/// The first grace period, after the installation or a rearm.
pub(in super::super) fn initial(case: &Case<'_>) -> Option<Finding> {
    of(case, LicenseStatus::OobGrace)
}

/// After a lapsed activation or a change of hardware.
pub(in super::super) fn out_of_tolerance(case: &Case<'_>) -> Option<Finding> {
    of(case, LicenseStatus::OotGrace)
}

/// Extended grace, of which little is published.
pub(in super::super) fn extended(case: &Case<'_>) -> Option<Finding> {
    of(case, LicenseStatus::ExtendedGrace)
}

fn of(case: &Case<'_>, status: LicenseStatus) -> Option<Finding> {
    if case.product.license_status != Some(status) || case.is_host() || super::is_non_genuine(case)
    {
        return None;
    }
    // WMI holds 0 where nothing counts down; only a countdown of grace can be over.
    let left = case
        .left()
        .filter(|minutes| *minutes > 0 || counts_down(case));
    let severity = match left {
        Some(0) => Severity::Blocks,
        _ => Severity::ActSoon,
    };
    let (code, article, kind) = match status {
        LicenseStatus::OobGrace => (
            "state-initial-grace",
            "state-oob-grace",
            Some(GraceKind::Initial),
        ),
        LicenseStatus::OotGrace => (
            "state-out-of-tolerance",
            "state-oot-grace",
            Some(GraceKind::OutOfTolerance),
        ),
        _ => ("state-extended-grace", "state-extended-grace", None),
    };
    let sentence = say::grace(status, &case.about, left, case.ends());
    let mut finding = case.of_state(code, severity, sentence).article(article);
    if let Some(known) = generation(case).and_then(|generation| grace::find(generation, kind?)) {
        finding = finding.source(known.sources());
    }
    Some(finding)
}

fn counts_down(case: &Case<'_>) -> bool {
    case.product.expires.kind == Some(ExpiryKind::Grace) || case.product.minutes_remaining > Some(0)
}

fn generation(case: &Case<'_>) -> Option<Generation> {
    match case.identity.family {
        Family::Office => Some(Generation::Office),
        Family::Windows | Family::WindowsServer => case.identity.era.map(Generation::from),
        Family::WindowsAddOn | Family::Unknown => None,
    }
}
