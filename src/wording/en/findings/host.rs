//! Findings about KMS hosts.

use crate::{
    kb::threshold::{OFFICE_CLIENTS, WINDOWS_CLIENTS, WINDOWS_SERVERS},
    phrase::{Kind, Phrase},
};

/// A count below the threshold.
pub fn count_too_low(count: u32, office: bool, servers_wait: bool) -> Phrase {
    let phrase = Phrase::new()
        .text("This KMS host has counted ")
        .value(Kind::Quantity, count.to_string());
    if office {
        phrase.text(format!(
            " computers with this Office. It activates none before {}.",
            OFFICE_CLIENTS.value
        ))
    } else if servers_wait {
        phrase.text(format!(
            " computers. It activates servers from {} and Windows clients from {} on, so nobody yet.",
            WINDOWS_SERVERS.value, WINDOWS_CLIENTS.value
        ))
    } else {
        phrase.text(format!(
            " computers: enough for servers ({}), too few for Windows clients ({}).",
            WINDOWS_SERVERS.value, WINDOWS_CLIENTS.value
        ))
    }
}

/// How a host counts.
pub const HOW_COUNTED: &str = "Each different computer counts once, by its CMID, also while it is refused. Clones that share a CMID \
     count as one. Servers and clients add to the same count of Windows.";
/// What lowers the count.
pub const COUNT_AGES: &str = "A computer that has not asked for 30 days drops out of the count.";
/// Beside the command that lists requests.
pub const SEE_WHO_ASKED: &str = "See which computers asked, and whether CMIDs repeat";
