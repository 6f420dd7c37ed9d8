//! Any text identified: tables of what people have in hand, properties, and what must never happen.

#[path = "identify/codes.rs"]
mod codes;
#[path = "identify/guids.rs"]
mod guids;
#[path = "identify/numbers.rs"]
mod numbers;
#[path = "identify/pids.rs"]
mod pids;
#[path = "identify/published.rs"]
mod published;
#[path = "identify/short.rs"]
mod short;
#[path = "identify/texts.rs"]
mod texts;
#[path = "identify/unknown.rs"]
mod unknown;

use activation_desk::{
    identify::{Candidate, identify},
    phrase::Redact,
    wording::ids as say,
};

/// "exact activation-id VALUE @ ADDRESS" of each candidate.
fn told(text: &str) -> Vec<String> {
    identify(text, None).candidates.iter().map(line).collect()
}

fn line(candidate: &Candidate) -> String {
    let (certainty, kind, value) = (
        candidate.certainty.name(),
        candidate.kind().name(),
        &candidate.value,
    );
    match candidate.address() {
        Some(address) => format!("{certainty} {kind} {value} @ {}", address.to_fragment()),
        None => format!("{certainty} {kind} {value}"),
    }
}

/// The codes of what was forgiven and of what is said, of the best candidate.
fn codes_of(text: &str) -> Vec<&'static str> {
    let found = identify(text, None);
    let best = found
        .candidates
        .first()
        .unwrap_or_else(|| panic!("nothing in {text}"));
    let forgiven = best
        .liberties
        .iter()
        .map(|liberty| say::liberty(liberty).code);
    forgiven
        .chain(say::notes(best).into_iter().map(|note| note.code))
        .collect()
}

/// The sentences of what was forgiven and of what is said, of the best candidate.
fn sentences(text: &str) -> Vec<String> {
    let found = identify(text, None);
    let best = found
        .candidates
        .first()
        .unwrap_or_else(|| panic!("nothing in {text}"));
    let forgiven = best.liberties.iter().map(say::liberty);
    forgiven
        .chain(say::notes(best))
        .map(|note| note.text.plain(Redact::No))
        .collect()
}

#[track_caller]
fn is(text: &str, lines: &[&str]) {
    assert_eq!(told(text), lines, "{text}");
}
