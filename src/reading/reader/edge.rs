//! Pastes whose columns were cut off at the right: what ends at the edge may be half of a value.

use super::{Reader, RemarkCode, Words};
use crate::{
    id::installation_id::{self, Inspection},
    reading::{
        join,
        label::{self, Dialect, Field},
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
        if ends_in_half_a_word(field, value) && value.is_ascii() {
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

    /// Notes that a label may be the end of a longer one: several of them show that columns were cut off at the left.
    pub(super) fn note_tail(&mut self, tail: &str) {
        if tail.len() < 4 || !tail.is_ascii() || self.left.is_some() {
            return;
        }
        for lost in label::lost_before(tail) {
            if let Some(votes) = self.tails.get_mut(lost) {
                *votes = votes.saturating_add(1);
            }
        }
    }

    /// How many columns were cut off at the left, as the labels that lost their beginning show.
    pub(super) fn lost_at_left(&self) -> Option<usize> {
        const ENOUGH: u8 = 3;
        let most = self.tails.iter().max().filter(|votes| **votes >= ENOUGH)?;
        self.tails.iter().position(|votes| votes == most)
    }

    /// The field of a label that lost so many columns; details are set in by four.
    pub(super) fn field_at_left(
        &self,
        raw: &str,
        line: &str,
        lost: usize,
    ) -> Option<(Field, usize)> {
        const INDENT: usize = 4;
        let (tail, value) = super::classify::split_label(line)?;
        let from = line.len() - value.len();
        // A blank at the seam went with the indentation.
        let seam = usize::from(raw.starts_with(' '));
        let found = [
            lost,
            lost.saturating_sub(INDENT),
            lost + seam,
            (lost + seam).saturating_sub(INDENT),
        ]
        .into_iter()
        .find_map(|lost| label::with_tail(tail, lost));
        Some((found?, from))
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
    !value.ends_with(word)
        && value.rsplit_once(' ').is_some_and(|(_, last)| {
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
