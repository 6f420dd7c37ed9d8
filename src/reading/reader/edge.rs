//! Pastes whose columns were cut off at the right: what ends at the edge may be half of a value.

use super::{Reader, RemarkCode, Words};
use crate::{
    id::installation_id::{self, Inspection},
    reading::{
        join,
        label::{Dialect, Field},
        value,
    },
};

impl<'t> Reader<'t> {
    /// Whether a value is not to be trusted since its line ends where the paste was cut off; notes what shows such an edge.
    #[inline]
    pub(super) fn is_cut_off(&mut self, field: Field, value: &str, raw: &str) -> bool {
        if let Some(edge) = self.cut_at {
            return join::measure(raw) >= edge && !is_whole(field, value);
        }
        if value.is_ascii() && ends_in_half_a_word(field, value) {
            return true;
        }
        let is_half = match field {
            Field::Name => !value.is_empty() && !value.ends_with("edition"),
            Field::Description => !value.is_empty() && !value.ends_with("channel"),
            _ => false,
        };
        if is_half && self.edge.is_none() && !self.is_wrapped {
            let edge = self.width().edge();
            self.edge = edge.filter(|edge| join::measure(raw) == *edge);
        }
        false
    }

    /// Takes in a field without its value, and says so.
    pub(super) fn cut_off(
        &mut self,
        (field, dialect): (Field, Dialect),
        value: Words<'t>,
        number: u32,
    ) {
        self.field((field, dialect), Words::default(), number, false);
        self.not_whole(field);
        self.remark(RemarkCode::Malformed, number, value, field.key());
    }
}

/// "..., Professional edi": the last word of every name and description is known, so that a part of it is told at once.
fn ends_in_half_a_word(field: Field, value: &str) -> bool {
    let word = match field {
        Field::Name => "edition",
        Field::Description => "channel",
        _ => return false,
    };
    value.rsplit_once(' ').is_some_and(|(_, last)| {
        last.len() < word.len() && !last.is_empty() && word.starts_with(last)
    })
}

/// Whether a value shows by itself that nothing of it is missing.
fn is_whole(field: Field, value: &str) -> bool {
    match field {
        Field::Name => value.ends_with("edition"),
        Field::Description => value.ends_with("channel"),
        Field::ActivationId
        | Field::ApplicationId
        | Field::ClientMachineId
        | Field::ObjectActivationId => value.len() >= 36,
        Field::InstallationId => {
            matches!(installation_id::inspect(value), Inspection::Groups(groups) if groups.all_hold())
        }
        Field::PartialProductKey => value.len() == 5,
        Field::ActivationInterval | Field::RenewalInterval => value.ends_with("minutes"),
        Field::VolumeExpiration
        | Field::TimebasedExpiration
        | Field::AvmaExpiration
        | Field::TimeRemaining => value::minutes_and_days(value)
            .is_some_and(|(_, days)| days.is_some() && value.ends_with("))")),
        _ => value.is_empty(),
    }
}
