//! The comma-separated fields of 12288, 12289 and 12290, told apart by their shapes, whatever the language around them.
//!
//! The client's time may hold commas of its own; fields are therefore counted from both ends.

use std::borrow::Cow;

use uuid::Uuid;

use super::super::look::{digits, is_time};
use crate::{
    id::{error_code, guid},
    reading::{ClientRequest, EventFields, HostAnswer, RemarkCode, RequestProcessed, Words, value},
    state::LicenseStatus,
};

/// More commas than this belong to another text.
const MOST: usize = 20;

/// The fields of one record.
pub struct Told<'t> {
    /// The fields.
    pub fields: EventFields<'t>,
    /// What can't be trusted: why, what, which field.
    pub remarks: Vec<(RemarkCode, Words<'t>, &'static str)>,
    /// How many fields were read.
    pub good: usize,
    /// Every field has its place.
    pub is_whole: bool,
}

/// Where fields begin in a line: at a code with a comma behind it.
pub fn begin(text: &str) -> Option<usize> {
    memchr::memchr2_iter(b'x', b'X', text.as_bytes()).find_map(|at| {
        let start = at.checked_sub(1)?;
        let before = text.get(..start)?;
        // Behind a comma stands the second field: the first was cut off.
        let free = !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '=' | '('))
            && !before.trim_end().ends_with(',');
        let after = text.get(at + 1..)?;
        let end = after
            .bytes()
            .take(9)
            .take_while(u8::is_ascii_hexdigit)
            .count();
        let comma = after.get(end..)?.trim_start_matches(' ').starts_with(',');
        (free && text.as_bytes().get(start) == Some(&b'0') && (1..=8).contains(&end) && comma)
            .then_some(start)
    })
}

/// Which record has fields of these shapes: 12288, 12289 or 12290.
pub fn id_of(text: &str) -> Option<u32> {
    let pieces: Vec<&str> = text.split(',').take(MOST).map(str::trim).collect();
    let [_, second, third, fourth, _, ..] = pieces.as_slice() else {
        return None;
    };
    if is_hex(second) || second.is_empty() {
        if matches!(*third, "0" | "1") && digits(fourth).is_some() {
            return Some(12289);
        }
        return is_guid(fourth).then_some(12288);
    }
    if digits(second).is_some() && is_guid(fourth) {
        return Some(12290);
    }
    (second.contains(':') && is_guid(third)).then_some(12288)
}

/// Reads the fields of the record `id`. `text` begins at the code.
pub fn read<'t>(id: u32, text: &Words<'t>) -> Told<'t> {
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    let mut start = 0;
    for piece in text.split(',').take(MOST) {
        let lead = piece.len() - piece.trim_start().len();
        let bare = piece.trim();
        pieces.push((start + lead, start + lead + bare.len()));
        start += piece.len() + 1;
    }
    let part = |(from, to): (usize, usize)| text.get(from..to).unwrap_or_default();
    let (whole, time) = match id {
        12288 => (10, 4),
        12289 => (8, 7),
        _ => (9, 4),
    };
    if id == 12288 {
        // Older systems print one code only.
        let second = pieces.get(1).map_or("", |piece| part(*piece));
        if !is_hex(second) && second.contains(':') {
            pieces.insert(1, (0, 0));
        }
        // The count may be missing with its comma.
        if pieces.len() + 1 == whole && pieces.last().is_some_and(|last| is_guid(part(*last))) {
            pieces.push((0, 0));
        }
    }
    while pieces.len() > whole && pieces.last().is_some_and(|last| part(*last).is_empty()) {
        pieces.pop();
    }
    if let Some(more) = pieces.len().checked_sub(whole).filter(|more| *more > 0) {
        let long = (pieces[time].0, pieces[time + more].1);
        if is_time(part(long)) {
            pieces[time] = long;
            pieces.drain(time + 1..=time + more);
        } else {
            pieces.truncate(whole);
        }
    }
    let is_whole = pieces.len() == whole;
    let mut taking = Taking {
        text,
        pieces: &pieces,
        // What a cut text ends with may be half of something.
        untrusted: if is_whole {
            usize::MAX
        } else {
            pieces.len().saturating_sub(1)
        },
        remarks: Vec::new(),
        good: 0,
    };
    let fields = match id {
        12288 => EventFields::ClientRequest(taking.request()),
        12289 => EventFields::HostAnswer(taking.answer()),
        _ => EventFields::RequestProcessed(taking.processed()),
    };
    Told {
        fields,
        good: taking.good,
        remarks: taking.remarks,
        is_whole,
    }
}

struct Taking<'a, 't> {
    text: &'a Words<'t>,
    pieces: &'a [(usize, usize)],
    untrusted: usize,
    remarks: Vec<(RemarkCode, Words<'t>, &'static str)>,
    good: usize,
}

impl<'t> Taking<'_, 't> {
    fn request(&mut self) -> ClientRequest<'t> {
        ClientRequest {
            hresult: self.value(0, "events.hresult", code),
            status_flags: self.value(1, "events.statusFlags", code),
            host: self.words(2, "events.host", is_host),
            client_machine_id: self.id(3, "events.clientMachineId"),
            client_time: self.words(4, "events.clientTime", is_time),
            virtual_machine: self.value(5, "events.virtualMachine", flag),
            license_status: self.value(6, "events.licenseStatus", state),
            minutes_remaining: self.value(7, "events.minutesRemaining", digits),
            activation_id: self.id(8, "events.activationId"),
            required_client_count: self.value(9, "events.requiredClientCount", digits),
        }
    }

    fn answer(&mut self) -> HostAnswer<'t> {
        HostAnswer {
            hresult: self.value(0, "events.hresult", code),
            status_flags: self.value(1, "events.statusFlags", code),
            activated: self.value(2, "events.activated", flag),
            // The fourth is not used.
            current_count: self.value(4, "events.currentCount", digits),
            activation_interval_minutes: self.value(5, "events.activationIntervalMinutes", digits),
            renewal_interval_minutes: self.value(6, "events.renewalIntervalMinutes", digits),
            client_time: self.words(7, "events.clientTime", is_time),
        }
    }

    fn processed(&mut self) -> RequestProcessed<'t> {
        RequestProcessed {
            hresult: self.value(0, "events.hresult", code),
            required_client_count: self.value(1, "events.requiredClientCount", digits),
            client_name: self.words(2, "events.clientName", is_name),
            client_machine_id: self.id(3, "events.clientMachineId"),
            client_time: self.words(4, "events.clientTime", is_time),
            virtual_machine: self.value(5, "events.virtualMachine", flag),
            license_status: self.value(6, "events.licenseStatus", state),
            minutes_remaining: self.value(7, "events.minutesRemaining", digits),
            activation_id: self.id(8, "events.activationId"),
        }
    }

    fn value<T>(&mut self, at: usize, key: &'static str, read: fn(&str) -> Option<T>) -> Option<T> {
        let &(from, to) = self.pieces.get(at)?;
        let piece = self.text.get(from..to).filter(|piece| !piece.is_empty())?;
        let read = read(piece).filter(|_| at != self.untrusted);
        if read.is_some() {
            self.good += 1;
        } else {
            let masked = at != self.untrusted && is_mask(piece);
            let why = if masked {
                RemarkCode::Masked
            } else {
                RemarkCode::Malformed
            };
            self.remarks.push((why, slice(self.text, from, to), key));
        }
        read
    }

    fn words(&mut self, at: usize, key: &'static str, fits: fn(&str) -> bool) -> Option<Words<'t>> {
        let &(from, to) = self.pieces.get(at)?;
        let fits = if fits(self.text.get(from..to)?) {
            self.value(at, key, |_| Some(()))
        } else {
            self.value(at, key, |_| None)
        };
        fits.map(|()| slice(self.text, from, to))
    }

    /// A GUID has all its digits or is none: it can be trusted even at the end of a cut text.
    fn id(&mut self, at: usize, key: &'static str) -> Option<Uuid> {
        if at == self.untrusted
            && self.pieces.get(at).is_some_and(|&(from, to)| {
                self.text
                    .get(from..to)
                    .is_some_and(|piece| whole_id(piece).is_some())
            })
        {
            self.untrusted = usize::MAX;
        }
        self.value(at, key, whole_id)
    }
}

/// A piece of a text, borrowed where the text is.
pub fn slice<'t>(text: &Words<'t>, from: usize, to: usize) -> Words<'t> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.get(from..to).unwrap_or_default()),
        Cow::Owned(text) => Cow::Owned(text.get(from..to).unwrap_or_default().to_owned()),
    }
}

/// A code; 0 may be printed as it is.
pub fn code(text: &str) -> Option<u32> {
    if text == "0" {
        Some(0)
    } else {
        error_code::parse(text).filter(|_| !text.contains(' '))
    }
}

fn is_hex(text: &str) -> bool {
    text.get(..2)
        .is_some_and(|head| head.eq_ignore_ascii_case("0x"))
}

fn whole_id(text: &str) -> Option<Uuid> {
    (text.len() >= 36).then(|| guid::parse(text).ok()).flatten()
}

/// A GUID, or what people write over one.
fn is_guid(text: &str) -> bool {
    whole_id(text).is_some()
        || !text.is_empty() && is_mask(text)
        || text.split('-').count() == 5 && !text.contains(' ')
}

/// Whether a person wrote over the value.
pub fn is_mask(text: &str) -> bool {
    value::is_masked(text) || value::names_a_mask(text) || value::is_partly_masked(text)
}

fn is_host(text: &str) -> bool {
    text.rsplit_once(':').is_some_and(|(name, port)| {
        is_name(name)
            && !name.contains(' ')
            && digits(port).is_some_and(|port| (1..=65_535).contains(&port))
    })
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && !is_mask(text) && text.chars().all(|c| !c.is_control())
}

fn flag(text: &str) -> Option<bool> {
    match text {
        "0" => Some(false),
        "1" => Some(true),
        _ => None,
    }
}

fn state(text: &str) -> Option<LicenseStatus> {
    digits(text).and_then(LicenseStatus::from_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    const REQUEST: &str = "0xC004F06C, 0x00000000, kms01.example.com:1688, 36f27b39-2fd5-440b-be67-a09996d27a38, 2010/09/29 17:52, 0, 2, 41760, 68531fb9-5511-4989-97be-d11a0f55633f, 5";
    const ANSWER: &str = "0x0, 0x4000008, 0, 0, 4, 120, 10080, 1/14/2006 2:30";
    const PROCESSED: &str = "0xC004F06C,5,CLIENT01,36f27b39-2fd5-440b-be67-a09996d27a38,2010/9/29 21:46,0,2,41520,68531fb9-5511-4989-97be-d11a0f55633f";

    fn request(text: &str) -> (ClientRequest<'_>, usize) {
        let told = read(12288, &Cow::Borrowed(text));
        match told.fields {
            EventFields::ClientRequest(request) => (request, told.remarks.len()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn shapes_tell_the_number() {
        for (text, id) in [
            (REQUEST, Some(12288)),
            (ANSWER, Some(12289)),
            (PROCESSED, Some(12290)),
            (
                "0x0, kms01.example.com:1688, 36f27b39-2fd5-440b-be67-a09996d27a38, 2010/09/29 17:52, 0",
                Some(12288),
            ),
            ("0x1, 0x2, 0x3, 0x4, 0x5", None),
            ("0x0, 1", None),
        ] {
            assert_eq!(id_of(text), id, "{text}");
        }
        assert_eq!(begin("Info: 0x0, 0x8, x"), Some(6));
        assert_eq!(begin("hr=0x0, 0x8"), None);
        assert_eq!(begin("04F06C, 0x0, x"), None);
        assert_eq!(begin("0x123456789, 1"), None);
        assert_eq!(begin("0x, 1"), None);
        assert_eq!(begin("x"), None);
    }

    #[test]
    fn every_field_has_its_place() {
        let (read, remarks) = request(REQUEST);
        assert_eq!(
            (read.hresult, read.status_flags),
            (Some(0xC004_F06C), Some(0))
        );
        assert_eq!(read.host.as_deref(), Some("kms01.example.com:1688"));
        assert_eq!(read.client_time.as_deref(), Some("2010/09/29 17:52"));
        assert_eq!(read.license_status, Some(LicenseStatus::OobGrace));
        assert_eq!(
            (read.minutes_remaining, read.required_client_count),
            (Some(41760), Some(5))
        );
        assert_eq!(remarks, 0);
    }

    #[test]
    fn commas_in_the_time_move_nothing() {
        let text = REQUEST.replace("2010/09/29 17:52", "Wednesday, September 29, 2010 17:52");
        let (read, remarks) = request(&text);
        assert_eq!(
            read.client_time.as_deref(),
            Some("Wednesday, September 29, 2010 17:52")
        );
        assert_eq!(
            (read.minutes_remaining, read.required_client_count, remarks),
            (Some(41760), Some(5), 0)
        );
    }

    #[test]
    fn an_absent_count_is_absent() {
        for cut in [", 5", " 5"] {
            let text = REQUEST.strip_suffix(cut).expect(cut);
            let (read, remarks) = request(text);
            assert_eq!(
                (
                    read.required_client_count,
                    read.activation_id.is_some(),
                    remarks
                ),
                (None, true, 0),
                "{text}"
            );
        }
    }

    #[test]
    fn masked_and_wrong_values_are_none_with_a_remark() {
        let text = REQUEST
            .replace(
                "36f27b39-2fd5-440b-be67-a09996d27a38",
                "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
            )
            .replace(", 2, ", ", 9, ")
            .replace("kms01.example.com:1688", "<KMS Host FQDN>:1688");
        let told = read(12288, &Cow::Owned(text));
        let why: Vec<_> = told
            .remarks
            .iter()
            .map(|(why, _, key)| (*why, *key))
            .collect();
        assert_eq!(
            why,
            [
                (RemarkCode::Masked, "events.host"),
                (RemarkCode::Masked, "events.clientMachineId"),
                (RemarkCode::Malformed, "events.licenseStatus"),
            ]
        );
    }

    #[test]
    fn a_cut_text_never_gives_half_a_value() {
        let whole = request(REQUEST).0;
        for (end, _) in REQUEST.char_indices() {
            let (cut, _) = request(&REQUEST[..end]);
            assert!(cut.host.is_none() || cut.host == whole.host, "{end}");
            assert!(
                cut.minutes_remaining.is_none() || cut.minutes_remaining == whole.minutes_remaining,
                "{end}"
            );
            assert!(
                cut.client_time.is_none() || cut.client_time == whole.client_time,
                "{end}"
            );
            assert!(
                cut.activation_id.is_none() || cut.activation_id == whole.activation_id,
                "{end}"
            );
        }
    }
}
