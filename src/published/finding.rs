//! The published shape of findings.

use serde::Serialize;
use time::{Date, PrimitiveDateTime, Time};

use crate::{
    card::{self, Shell},
    finding as core,
    phrase::{Phrase, Redact},
    reading::Reading,
};

/// One thing that is the case, as text.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // the names are the documentation, as in `published`
pub struct Finding {
    pub code: &'static str,
    /// "blocks", "act-soon", "note" or "healthy".
    pub severity: &'static str,
    /// Index in `products`; `null` where it is about the machine or the paste.
    pub product: Option<usize>,
    pub sentence: String,
    /// The lines that show it, 1-based.
    pub lines: Vec<u32>,
    /// "shown", "likely" or "unseen".
    pub certainty: &'static str,
    pub background: Vec<String>,
    pub steps: Vec<Step>,
    pub sources: Vec<&'static str>,
    /// Addresses in the knowledge base.
    pub related: Vec<&'static str>,
}

/// One thing to do.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct Step {
    pub why: String,
    /// The lines as they are typed; each runs as it stands.
    pub command: String,
    /// "cmd" or "powershell".
    pub shell: &'static str,
    pub elevated: bool,
    /// The machine, where it is another one than printed the output.
    pub on: Option<&'static str>,
    pub note: Option<String>,
}

fn plain(phrase: &Phrase) -> String {
    phrase.plain(Redact::No)
}

/// All that a reading shows, the worst first; it needs its spans for the lines. `now` as in [`core::findings`].
pub fn findings(reading: &Reading<'_>, now: Option<PrimitiveDateTime>) -> Vec<Finding> {
    let found = core::findings(reading, now);
    found.iter().map(Finding::from).collect()
}

/// Reads "2026-11-24T08:30", or a day alone, which begins at midnight. `None` for anything else.
pub fn moment(text: &str) -> Option<PrimitiveDateTime> {
    let (day, hour) = match text.split_once('T') {
        Some((day, hour)) => (day, Some(hour)),
        None => (text, None),
    };
    let day: Date = super::ids::day(day)?;
    let Some(hour) = hour else {
        return Some(PrimitiveDateTime::new(day, Time::MIDNIGHT));
    };
    let two = |text: &str| (text.len() == 2).then(|| text.parse::<u8>().ok()).flatten();
    let (hours, minutes) = hour.get(..5)?.split_once(':')?;
    let time = Time::from_hms(two(hours)?, two(minutes)?, 0).ok()?;
    Some(PrimitiveDateTime::new(day, time))
}

impl From<&core::Finding> for Finding {
    fn from(finding: &core::Finding) -> Self {
        Finding {
            code: finding.code,
            severity: finding.severity.name(),
            product: finding.product,
            sentence: plain(&finding.sentence),
            lines: finding.lines.clone(),
            certainty: finding.certainty.name(),
            background: finding.background.iter().map(plain).collect(),
            steps: finding.steps.iter().map(Step::from).collect(),
            sources: finding.sources.clone(),
            related: finding.related.clone(),
        }
    }
}

impl From<&card::Step> for Step {
    fn from(step: &card::Step) -> Self {
        Step {
            why: plain(&step.why),
            command: step.command.clone(),
            shell: match step.shell {
                Shell::Cmd => "cmd",
                Shell::PowerShell => "powershell",
            },
            elevated: step.elevated,
            on: step.on,
            note: step.note.as_ref().map(plain),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments() {
        for (text, expected) in [
            ("2026-11-24T08:30", Some("2026-11-24 8:30:00.0")),
            ("2026-11-24T08:30:15", Some("2026-11-24 8:30:00.0")),
            ("2026-11-24", Some("2026-11-24 0:00:00.0")),
            ("2026-11-24T8:30", None),
            ("2026-11-24T25:00", None),
            ("2026-13-24", None),
            ("", None),
            ("T", None),
            ("today", None),
        ] {
            assert_eq!(
                moment(text).map(|moment| moment.to_string()).as_deref(),
                expected,
                "{text}"
            );
        }
    }
}
