//! A record of the event log.

use uuid::Uuid;

use super::{Facts, Told};
use crate::{
    card::Tone,
    id::error_code,
    kb::{
        activation_id,
        reason::{Severity, severity},
    },
    phrase::{Kind, Phrase},
    reading::{Event, EventFields},
    state::LicenseStatus,
    wording::{
        around::{self as say, facts},
        card::span_of,
        files,
    },
};

/// The status flag of 12289 for a count that is too low.
const COUNT_TOO_LOW: u32 = 0x0400_0000;

/// What a record tells.
pub fn event(event: &Event<'_>) -> Told {
    let mut tone = Tone::Neutral;
    let mut sentence = say::event(event.id);
    let mut told = Facts::default();
    told.put(facts::LOGGED, Kind::Date, event.logged.as_deref());
    told.put(facts::COMPUTER, Kind::Host, event.computer.as_deref());
    let hresult = match &event.fields {
        EventFields::ClientRequest(read) => {
            if fails(read.hresult) {
                (tone, sentence) = (Tone::Bad, say::NOT_ASKED);
            }
            told.put(facts::HOST, Kind::Host, read.host.as_deref());
            told.product(read.activation_id);
            told.state(read.license_status, read.minutes_remaining);
            let needed = read.required_client_count;
            told.put(facts::NEEDED, Kind::Quantity, needed);
            told.client(read.client_machine_id, read.virtual_machine);
            told.put(facts::SENT, Kind::Date, read.client_time.as_deref());
            told.flags(read.status_flags);
            read.hresult
        }
        EventFields::HostAnswer(read) => {
            let flags = read.status_flags.unwrap_or(0);
            (tone, sentence) = match read.activated {
                _ if fails(read.hresult) => (Tone::Bad, sentence),
                Some(true) => (Tone::Good, say::answered(true)),
                _ if flags & COUNT_TOO_LOW != 0 => (Tone::Watch, say::COUNT_TOO_LOW),
                Some(false) => (Tone::Watch, say::answered(false)),
                None => (tone, sentence),
            };
            told.put(facts::ACTIVATED, Kind::Value, read.activated.map(say::yes));
            told.put(facts::COUNTED, Kind::Quantity, read.current_count);
            for (name, minutes) in [
                (facts::RETRY, read.activation_interval_minutes),
                (facts::RENEWAL, read.renewal_interval_minutes),
            ] {
                told.say(name, minutes.map(span_of).unwrap_or_default());
            }
            told.put(facts::SENT, Kind::Date, read.client_time.as_deref());
            told.flags(read.status_flags);
            read.hresult
        }
        EventFields::RequestProcessed(read) => {
            if fails(read.hresult) {
                (tone, sentence) = (Tone::Bad, say::REFUSED);
            }
            told.put(facts::CLIENT, Kind::Host, read.client_name.as_deref());
            told.product(read.activation_id);
            told.state(read.license_status, read.minutes_remaining);
            let needed = read.required_client_count;
            told.put(facts::NEEDED, Kind::Quantity, needed);
            told.client(read.client_machine_id, read.virtual_machine);
            told.put(facts::SENT, Kind::Date, read.client_time.as_deref());
            read.hresult
        }
        EventFields::DnsPublishing { hresult, domain } => {
            tone = if event.id == 12294 {
                Tone::Good
            } else {
                Tone::Bad
            };
            told.put(facts::DOMAIN, Kind::Host, domain.as_deref());
            *hresult
        }
        EventFields::Failure {
            hresult,
            details,
            application_id,
            activation_id,
        } => {
            if fails(*hresult) && !matches!(event.id, 8200 | 8208 | 12321) {
                tone = Tone::Bad;
            }
            told.product(*activation_id);
            told.put(facts::APPLICATION, Kind::Guid, *application_id);
            // What else it says may hold anything.
            told.put(facts::DETAILS, Kind::Unread, details.as_deref());
            *hresult
        }
    };
    if hresult == Some(0) {
        told.say(say::RESULT, say::SUCCESS.into());
    }
    Told {
        tone,
        id: Some(event.id),
        sentence: sentence.into(),
        facts: told.0,
        code: hresult.filter(|code| *code != 0),
        line: event.line,
    }
}

fn fails(hresult: Option<u32>) -> bool {
    hresult.is_some_and(|code| severity(code) == Severity::Failure)
}

impl Facts {
    fn product(&mut self, id: Option<Uuid>) {
        let Some(id) = id else { return };
        let words = match product(id) {
            Some(name) => Phrase::new().value(Kind::Value, name),
            None => Phrase::new().value(Kind::Guid, id.to_string()),
        };
        self.say(facts::PRODUCT, words);
    }

    fn state(&mut self, status: Option<LicenseStatus>, minutes: Option<u32>) {
        let word = status.map(|status| files::state(status.name()));
        self.put(facts::STATE, Kind::Value, word);
        // Nought stands for no countdown, too.
        let minutes = minutes.filter(|minutes| *minutes > 0);
        self.say(facts::TIME, minutes.map(span_of).unwrap_or_default());
    }

    fn client(&mut self, id: Option<Uuid>, is_virtual: Option<bool>) {
        self.put(facts::CMID, Kind::Machine, id);
        self.put(facts::VIRTUAL, Kind::Value, is_virtual.map(say::yes));
    }

    fn flags(&mut self, flags: Option<u32>) {
        let flags = flags.filter(|flags| *flags != 0);
        self.put(facts::FLAGS, Kind::Code, flags.map(error_code::format));
    }
}

/// The name of a known product.
pub(super) fn product(id: Uuid) -> Option<String> {
    let known = activation_id::find(id)?;
    let edition = if known.product.contains(known.edition) {
        ""
    } else {
        known.edition
    };
    Some([known.product, " ", edition].concat().trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{phrase::Redact, read};

    #[track_caller]
    fn told(text: &str) -> Told {
        event(&read(text).events[0])
    }

    fn all(told: &Told, redact: Redact) -> String {
        told.facts
            .iter()
            .map(|(name, value)| format!("{name}={};", value.plain(redact)))
            .collect()
    }

    const ASKED: &str = "The client has sent an activation request to the key management service machine.\nInfo:\n0x8007232B, 0x00000000, kms01.example.com:1688, 0a1b2c3d-1111-4222-8333-444455556666, 2026/05/04 08:15, 0, 5, 0, 73111121-5638-40f6-bc11-f1d7b0d64300, 25";

    #[test]
    fn a_failed_request_is_told_with_its_code() {
        let told = told(ASKED);
        assert_eq!((told.tone, told.code), (Tone::Bad, Some(0x8007_232B)));
        assert_eq!(told.sentence.plain(Redact::No), say::NOT_ASKED);
        assert_eq!(
            all(&told, Redact::No),
            "Host asked=kms01.example.com:1688;Product=Windows 10/11 Enterprise;State=Notification;Clients needed=25;CMID=0a1b2c3d-1111-4222-8333-444455556666;Virtual machine=No;Sent at=2026/05/04 08:15;"
        );
        let hidden = all(&told, Redact::Yes);
        assert!(!hidden.contains("kms01") && !hidden.contains("0a1b2c3d"));
    }

    #[test]
    fn an_answer_tells_what_came_of_it() {
        for (fields, tone, sentence) in [
            (
                "0x00000000, 0x00000000, 1, 0, 26, 120, 10080, 2026/05/04 08:15",
                Tone::Good,
                say::answered(true),
            ),
            (
                "0x00000000, 0x04000008, 0, 0, 4, 120, 10080, 2026/05/04 08:15",
                Tone::Watch,
                say::COUNT_TOO_LOW,
            ),
            (
                "0x00000000, 0x00000008, 0, 0, 4, 120, 10080, 2026/05/04 08:15",
                Tone::Watch,
                say::answered(false),
            ),
            (
                "0xC004F06C, 0x00000000, 0, 0, 0, 0, 0, 2026/05/04 08:15",
                Tone::Bad,
                say::event(12289),
            ),
        ] {
            let told = told(&format!(
                "The client has processed an activation response from the key management service machine.\nInfo:\n{fields}"
            ));
            assert_eq!(told.tone, tone, "{fields}");
            assert_eq!(told.sentence.plain(Redact::No), sentence);
        }
    }
}
