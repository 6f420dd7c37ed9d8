//! Pastes whose first columns were cut off: labels that lost the same number of columns show it, and then only the label that
//! lost so many says what a value is. Shape and place say nothing there, since a whole label may be the end of a longer one.

use super::{Last, LastKind, Line, Reader, classify, split};
use crate::{
    reading::{
        Words,
        label::{self, Dialect, Field},
        prompt::Frame,
        xpr,
    },
    text::{self, Lines},
};

/// No paste lost more columns: the longest label is shorter.
const MOST: usize = 100;

/// A line that may have lost its beginning.
struct Torn<'l> {
    /// Blanks in front.
    blanks: usize,
    /// What is left of the label.
    tail: &'l str,
    value: &'l str,
    /// The separator of CIM's listings stands behind it.
    is_property: bool,
}

impl<'l> Torn<'l> {
    fn of(raw: &str, bare: &'l str) -> Option<Self> {
        let (tail, value) = split(bare)?;
        let behind = bare.get(tail.len()..)?;
        let separator = behind.trim_start();
        // "https://" is cut in two by its colon, too.
        let is_apart = separator.starts_with('=') || {
            let after = separator.get(1..).unwrap_or_default();
            after.is_empty() || after.starts_with(text::is_blank)
        };
        (is_apart && !tail.is_empty()).then_some(Torn {
            blanks: raw.len() - raw.trim_start_matches([' ', '\t']).len(),
            tail,
            value,
            is_property: separator.len() < behind.len() || separator.starts_with('='),
        })
    }

    /// The labels that it may be the end of, with the columns that each lost.
    fn labels(&self) -> impl Iterator<Item = (&'static str, Field, Dialect, usize)> {
        let (left, tail) = (self.blanks + self.tail.len(), self.tail.to_owned());
        label::printed(self.is_property).filter_map(move |(label, field, dialect, indent)| {
            let lost = (indent + label.len()).checked_sub(left)?;
            (lost < MOST && label.ends_with(&*tail)).then_some((label, field, dialect, lost))
        })
    }
}

/// How many columns a paste lost at the left, if most of its labels lost as many and none shows that it lost none; `MOST`
/// where it lost some, but how many can't be told.
pub(super) fn survey(paste: &str) -> Option<usize> {
    const ENOUGH: usize = 3;
    let mut votes = [0; MOST];
    let mut lines = 0;
    for (_, raw) in text::lines(paste) {
        let Some(torn) = Torn::of(raw, text::bare(raw)) else {
            continue;
        };
        lines += 1;
        let mut told = [false; MOST];
        for (_, _, _, lost) in torn.labels() {
            if let Some(told) = told.get_mut(lost) {
                *told = true;
            }
        }
        // A whole label at its place, and no end of another.
        let others = told.iter().skip(1).any(|told| *told);
        if told.first() == Some(&true) && !others && torn.tail.len() > 4 {
            return None;
        }
        for (votes, told) in votes.iter_mut().zip(told) {
            *votes += usize::from(told);
        }
    }
    let most = votes.iter().skip(1).copied().max()?;
    if most < ENOUGH || most * 5 < lines * 3 {
        return None;
    }
    // Where two numbers are told as often, no label lost any that can be believed.
    let mut found = (1..MOST).filter(|lost| votes.get(*lost) == Some(&most));
    let lost = found.next()?;
    Some(found.next().map_or(lost, |_| MOST))
}

impl<'t> Reader<'t> {
    /// Reads a line of a paste that lost `lost` columns at the left.
    pub(super) fn torn(
        &mut self,
        number: u32,
        raw: &'t str,
        bare: Words<'t>,
        rest: Option<&Lines<'t>>,
        lost: usize,
    ) {
        let kind = self.torn_kind(number, raw, &bare, rest, lost);
        self.last = Last {
            line: number,
            raw,
            text: bare,
            kind,
            cell: None,
        };
    }

    fn torn_kind(
        &mut self,
        number: u32,
        raw: &'t str,
        bare: &Words<'t>,
        rest: Option<&Lines<'t>>,
        lost: usize,
    ) -> LastKind {
        if let Some((label, field, dialect, value)) = field_at(raw, bare, lost) {
            self.begin_torn(label, field, dialect);
            let words = super::lend(bare, value);
            // The port of a host stands on a line of its own, which may be lost.
            let is_host = matches!(field, Field::RegisteredHost | Field::HostFromDns);
            let is_half = dialect == Dialect::Cim && (is_host || goes_on(raw, value, rest));
            if is_half {
                self.cut_off((field, dialect), words, number);
            } else {
                self.field((field, dialect), words, number, false);
            }
            return LastKind::Field(field, dialect, self.out.remarks.len());
        }
        const NAME: usize = "Name: ".len();
        if bare.ends_with("edition") && split(bare).is_none() {
            // A name without its label: whole where only the label is gone.
            let begins = ["Windows", "Office"]
                .iter()
                .any(|family| bare.starts_with(family));
            let is_whole = lost <= NAME && begins && xpr::is_name(bare);
            self.close_product();
            if is_whole {
                self.field((Field::Name, Dialect::Slmgr), bare.clone(), number, false);
            } else {
                self.cut_off((Field::Name, Dialect::Slmgr), bare.clone(), number);
            }
            return LastKind::Nothing;
        }
        if let Line::Frame(frame @ (Frame::Decoration | Frame::Rule)) =
            classify::classify(bare, &mut self.order)
        {
            self.frame(frame, number);
            return LastKind::Nothing;
        }
        if let (Some(open), true) = (self.open.as_mut(), self.last.line + 1 == number) {
            open.last_line = number;
        }
        self.unread(number, bare);
        LastKind::Nothing
    }

    /// Closes the open product where this field can't be one of it: what names a product may be lost.
    fn begin_torn(&mut self, label: &'static str, field: Field, dialect: Dialect) {
        let Some(open) = &self.open else {
            self.torn_label = label;
            return;
        };
        let back = match dialect {
            // Properties stand in the order of the alphabet.
            Dialect::Cim => !label::is_before(self.torn_label, label),
            Dialect::Ospp => false,
            _ => field.rank() < open.last_rank || open.seen & field.bit() != 0,
        };
        self.torn_label = label;
        if back {
            self.close_product();
        }
    }
}

/// The one field whose label lost so many columns, and its value.
fn field_at<'l>(
    raw: &str,
    bare: &'l str,
    lost: usize,
) -> Option<(&'static str, Field, Dialect, &'l str)> {
    let torn = Torn::of(raw, bare)?;
    let mut found = torn.labels().filter(|(_, _, _, of)| *of == lost);
    let (label, field, dialect, _) = found.next()?;
    // Sentences end in a colon, too.
    (!torn.value.is_empty() && found.all(|(_, other, _, _)| other == field))
        .then_some((label, field, dialect, torn.value))
}

/// Whether the value goes on in the line below, under its beginning.
fn goes_on(raw: &str, value: &str, rest: Option<&Lines<'_>>) -> bool {
    let column = raw
        .trim_end_matches(text::is_blank)
        .len()
        .saturating_sub(value.len());
    let next = rest.and_then(|rest| rest.clone().next());
    next.is_some_and(|(_, next)| {
        let indent = next.len() - next.trim_start_matches(' ').len();
        indent >= 2 && indent + 1 >= column && indent < next.len()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn lost(lines: &[&str], expected: Option<usize>) {
        assert_eq!(survey(&lines.join("\n")), expected, "{lines:?}");
    }

    #[test]
    fn labels_that_lost_the_same_columns_tell() {
        // Details are set in by four blanks.
        lost(
            &[
                "tus: Licensed",
                "indows rearm count: 3",
                "Machine ID (CMID): x",
            ],
            Some(11),
        );
        lost(&["ation ID: a", "nded PID: b", "Use License URL: c"], None);
        lost(&["tatus=1", "tatusReason=0", "RL=", "me=x"], Some(8));
        lost(&["name: a", "count: 3", "status: ok"], None);
        lost(
            &["s://example.com", "s://example.com", "s://example.com"],
            None,
        );
    }

    #[test]
    fn a_whole_label_may_be_the_end_of_another() {
        let text = "ID: 55c92734-d682-4d71-983e-d6ec3f16059f\nChannel: Retail\nus: Licensed\nndows rearm count: 5";
        let reading = crate::read(text);
        let product = &reading.products[0];
        let ids = (product.activation_id, product.application_id.is_some());
        assert_eq!(ids, (None, true));
        assert_eq!(product.license_status_text.as_deref(), Some("Licensed"));
        assert_eq!(product.remaining_windows_rearm_count, Some(5));
    }
}
