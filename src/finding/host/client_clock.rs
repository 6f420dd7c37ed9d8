//! The host's log shows a client whose clock is too far off.

use time::Duration;

use super::super::{Certainty, Finding, Paste, Severity};
use crate::{
    command::Command,
    id::printed_date::{self, PrintedDate},
    kb::threshold::{CLOCK_DIFFERENCE, ZONES_APART},
    reading::{Event, EventFields, RequestProcessed},
    wording::findings::host as say,
};

/// The clocks of client and host are too far apart.
pub(in super::super) const CLOCKS_APART: u32 = 0xC004_F06C;
/// So many lines are told.
const MOST: usize = 10;

/// Requests refused for the time, by their code; or by the two times of a record that tells another failure.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let requests = || {
        paste
            .reading
            .events
            .iter()
            .filter_map(|event| match &event.fields {
                EventFields::RequestProcessed(read) => Some((event, read)),
                _ => None,
            })
    };
    let by_code: Vec<_> = requests()
        .filter(|(_, read)| read.hresult == Some(CLOCKS_APART))
        .collect();
    let refused = !by_code.is_empty();
    let (found, certainty) = if refused {
        (by_code, Certainty::Shown)
    } else {
        let by_time: Vec<_> = requests()
            .filter(|(_, read)| read.hresult != Some(0))
            .filter_map(|(event, read)| Some((event, read, apart(event, read)?)))
            .collect();
        let sure = by_time
            .iter()
            .all(|(.., certainty)| *certainty == Certainty::Shown);
        let found = by_time.iter().map(|(event, read, _)| (*event, *read));
        let certainty = if sure {
            Certainty::Shown
        } else {
            Certainty::Likely
        };
        (found.collect(), certainty)
    };
    let (_, first) = found.first()?;
    let lines: Vec<u32> = found
        .iter()
        .map(|(event, _)| event.line)
        .take(MOST)
        .collect();
    let finding = paste
        .finding(
            "host-client-clock",
            Severity::Note,
            say::client_clock(first.client_name.as_deref(), found.len(), refused),
            &lines,
        )
        .certainty(certainty)
        .background(say::CLOCKS_IN_UTC)
        .step(
            paste
                .step(Command::ClockStatus, say::SEE_CLOCK, &[])
                .on(say::ON_THAT_CLIENT),
        )
        .step(
            paste
                .step(Command::ClockResync, say::SET_CLOCK, &[])
                .on(say::ON_THAT_CLIENT),
        )
        .source(CLOCK_DIFFERENCE.sources())
        .see("0xC004F06C")
        .article("topic-time-skew");
    Some(finding)
}

/// Whether the time of the record and the client's own are too far apart. The first is the host's, in the zone of whoever
/// read the log unless it ends with the Z of UTC; the second is the client's. What zones can explain proves nothing.
fn apart(event: &Event<'_>, read: &RequestProcessed<'_>) -> Option<Certainty> {
    let logged = event.logged.as_deref()?;
    let (PrintedDate::Certain(at), PrintedDate::Certain(sent)) = (
        printed_date::read(logged),
        printed_date::read(read.client_time.as_deref()?),
    ) else {
        return None;
    };
    let most = |minutes: u32| Duration::minutes(i64::from(minutes));
    let difference = (at - sent).abs();
    if difference > most(CLOCK_DIFFERENCE.value + ZONES_APART.value) {
        Some(Certainty::Shown)
    } else if logged.ends_with('Z') && difference > most(CLOCK_DIFFERENCE.value) {
        Some(Certainty::Likely)
    } else {
        None
    }
}
