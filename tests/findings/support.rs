//! Shared: reads a paste and looks at one finding.

use activation_desk::{
    ReadOptions,
    finding::{self, Finding},
    phrase::Redact,
    read_with,
};
use time::{Date, Month, PrimitiveDateTime, Time};

/// Noon of a day.
pub fn noon(year: i32, month: u8, day: u8) -> PrimitiveDateTime {
    let month = Month::try_from(month).expect("a month");
    let date = Date::from_calendar_date(year, month, day).expect("a day");
    PrimitiveDateTime::new(date, Time::from_hms(12, 0, 0).expect("noon"))
}

/// All findings of a paste.
pub fn all(paste: &str, now: Option<PrimitiveDateTime>) -> Vec<Finding> {
    let reading = read_with(paste, ReadOptions { spans: true });
    finding::findings(&reading, now)
}

/// Their codes, in the order of the list.
pub fn codes(paste: &str) -> Vec<&'static str> {
    all(paste, None)
        .iter()
        .map(|finding| finding.code)
        .collect()
}

/// The finding of that code: severity, certainty, lines and sentence in one line.
#[track_caller]
pub fn told(paste: &str, code: &str) -> String {
    let all = all(paste, None);
    let Some(finding) = all.iter().find(|finding| finding.code == code) else {
        let codes: Vec<_> = all.iter().map(|finding| finding.code).collect();
        panic!("no {code} in {codes:?} of\n{paste}");
    };
    format!(
        "{} {} {:?}: {}",
        finding.severity.name(),
        finding.certainty.name(),
        finding.lines,
        finding.sentence.plain(Redact::No)
    )
}

/// Whether a paste has the finding.
pub fn has(paste: &str, code: &str) -> bool {
    codes(paste).contains(&code)
}

/// The commands of the finding, one a line.
pub fn commands(paste: &str, code: &str) -> String {
    all(paste, None)
        .iter()
        .filter(|finding| finding.code == code)
        .flat_map(|finding| &finding.steps)
        .map(|step| step.command.clone())
        .collect::<Vec<_>>()
        .join("\n")
}
