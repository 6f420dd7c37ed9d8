//! Several machines share one CMID.

use super::super::{Finding, Paste, Severity};
use crate::{
    command::Command, event_log::summary, reading::EventFields, wording::findings::host as say,
};

/// So many names and lines are told.
const MOST: usize = 10;

/// CMIDs under several names in the host's log.
pub(in super::super) fn find(paste: &Paste<'_>) -> Option<Finding> {
    let sum = summary(&paste.reading.events);
    let clones: Vec<_> = sum
        .clones
        .iter()
        .filter_map(|place| sum.clients.get(*place))
        .collect();
    let first = clones.first()?;
    let lines: Vec<u32> = paste
        .reading
        .events
        .iter()
        .filter(|event| match &event.fields {
            EventFields::RequestProcessed(read) => read.client_machine_id == Some(first.id),
            _ => false,
        })
        .map(|event| event.line)
        .take(MOST)
        .collect();
    let names: Vec<&str> = first.names.iter().copied().take(MOST).collect();
    let mut finding = paste.finding(
        "host-clones",
        Severity::ActSoon,
        say::clones(&names, first.names.len(), clones.len()),
        &lines,
    );
    if sum.without_id > 0 {
        finding = finding.background(say::SOME_UNREADABLE);
    }
    let finding = finding
        .background(say::WHY_CLONES)
        .step(
            paste
                .step(Command::Rearm, say::REARM_CLONES, &[])
                .on(say::ON_EACH_CLONE)
                .note(say::REARM_CLONES_NOTE),
        )
        .step(
            paste
                .step(Command::Ato(None), say::ASK_AGAIN, &[])
                .on(say::ON_EACH_CLONE),
        )
        .article("topic-clone-cmid")
        .see("registry-skiprearm")
        .see("term-cmid");
    Some(finding)
}
