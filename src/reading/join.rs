//! Whether a line is the rest of the one before, cut by a console.
//!
//! A console cuts at its width, without a mark. What is due is known best from the field: a URL has no blanks, an
//! Installation ID is digits up to 54 or 63, a state is one of seven phrases. Only free text needs the width.

use std::cmp::Ordering;

use uuid::Uuid;

use super::{label, label::Field, sentence, value};
use crate::{
    id::{
        extended_pid,
        installation_id::{self, Inspection},
    },
    text,
};

/// The shortest line that a console is thought to have cut, in characters.
pub(super) const NARROWEST: usize = 30;

/// Widths that consoles have.
pub(super) const CONSOLES: [usize; 6] = [80, 100, 120, 132, 140, 160];

/// How wide the console was that a paste comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Width {
    /// Characters of the widest line.
    widest: usize,
    /// How many lines are that wide; one may be chance.
    times: usize,
}

impl Width {
    /// Measures a paste.
    pub fn of(text: &str) -> Self {
        const SHORT: usize = 8;
        let mut width = Width {
            widest: 0,
            times: 0,
        };
        let mut rest = text;
        loop {
            // A character takes a byte at least: lines that end before the widest would are shorter, several at a look.
            let near = rest.as_bytes().get(..width.widest).unwrap_or_default();
            if near.len() >= SHORT
                && let Some(at) = memchr::memrchr2(b'\n', b'\r', near)
            {
                rest = rest.get(at + 1..).unwrap_or_default();
                continue;
            }
            let mut lines = text::lines(rest);
            let Some((_, line)) = lines.next() else {
                break;
            };
            rest = lines.rest();
            let characters = measure(line);
            match characters.cmp(&width.widest) {
                Ordering::Greater => {
                    width = Width {
                        widest: characters,
                        times: 1,
                    }
                }
                Ordering::Equal => width.times += 1,
                Ordering::Less => {}
            }
        }
        width
    }

    /// The column at which a whole paste may have been cut off: where so many lines end, none further right.
    pub fn edge(self, lines: usize) -> Option<usize> {
        (self.times >= lines).then_some(self.widest)
    }

    /// Whether a line of that many characters may have been cut: it fills its console, or is the widest of all and long.
    pub fn may_cut(self, characters: usize) -> bool {
        self.is_filled_by(characters) || (characters >= 79 && characters == self.widest)
    }

    /// Whether a line of that many characters fills its console; a blank at the seam may be lost.
    pub fn is_filled_by(self, characters: usize) -> bool {
        let near = |console: usize| characters == console || characters + 1 == console;
        let cut = near(self.widest) && self.times >= 2;
        characters >= NARROWEST && (cut || CONSOLES.into_iter().any(near))
    }
}

/// Characters of a line as the tool printed it: some consoles pad lines with blanks, of which one at most was a word's end.
pub fn measure(line: &str) -> usize {
    let printed = line.trim_end();
    let characters = if printed.is_ascii() {
        printed.len()
    } else {
        // Marks that take no room were put in on the way.
        let room = |c: &char| !text::is_blank(*c) || c.is_whitespace();
        printed.chars().filter(room).count()
    };
    characters + usize::from(printed.len() < line.len())
}

/// What stood at the seam between two raw lines: a blank that went to the end of one line or to the beginning of the next,
/// where copying may have lost it, or nothing.
pub fn gap(raw: &str, next: &str, width: Width) -> &'static str {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let moved = indent(next) == 1 && indent(raw) != 1;
    let begins_word = next.starts_with(char::is_alphanumeric) || next.starts_with("- ");
    let lost = measure(raw) + 1 == width.widest && begins_word;
    if moved || lost || raw.ends_with([' ', '\t']) {
        " "
    } else {
        ""
    }
}

/// The lines at a seam, as they stand in the paste.
#[derive(Clone, Copy)]
pub struct Seam<'t> {
    /// The line before.
    pub before: &'t str,
    /// The line that may go on.
    pub next: &'t str,
    /// How wide the paste is.
    pub width: Width,
}

impl Seam<'_> {
    fn gap(self) -> &'static str {
        gap(self.before, self.next, self.width)
    }

    /// Whether one word follows on the widest line of all.
    fn is_of_widest(self, next: &str) -> bool {
        !next.contains(' ') && measure(self.before) == self.width.widest
    }

    fn is_full(self) -> bool {
        self.width.is_filled_by(measure(self.before))
    }

    fn may_cut(self) -> bool {
        self.width.may_cut(measure(self.before))
    }

    /// Whether a console may have cut a line of a listing, which goes on with no property.
    pub fn may_be_listed(self) -> bool {
        let characters = measure(self.before);
        let is_long = characters >= NARROWEST && characters == self.width.widest;
        (is_long || self.is_full())
            && !is_property(self.next)
            && !is_labelled(self.next)
            && !may_begin(self.next.trim())
    }
}

/// What to put between a field's value so far and `next`, if `next` is the rest of it.
pub fn field(field: Field, before: &str, next: &str, seam: Seam<'_>) -> Option<&'static str> {
    use Field as F;
    match field {
        F::ProcessorCertificateUrl
        | F::MachineCertificateUrl
        | F::UseLicenseUrl
        | F::ProductKeyCertificateUrl
        | F::ValidationUrl => {
            let one_word = !next.contains(char::is_whitespace) && !is_property(next);
            // A link of the vendor's that lost its last digit.
            let known = || {
                [
                    "88338", "88339", "88340", "88341", "88342", "88343", "88344", "88345",
                    "187557",
                ]
                .iter()
                .any(|link| [before, next].concat().ends_with(&format!("LinkID={link}")))
            };
            let begins = before.is_empty() && next.starts_with("http");
            (one_word
                && (begins
                    || (before.starts_with("http")
                        && (seam.may_cut() || known() || is_tail_of_address(before, next)))))
            .then_some("")
        }
        F::InstallationId => {
            let digits = |text: &str| {
                text.bytes()
                    .all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-'))
            };
            let count = digit_count(before);
            // 54 digits may be whole or six sevenths of 63: the check digits tell.
            let open =
                count < 63 && (count != 54 || !holds(before) && holds(&[before, next].concat()));
            (digits(before) && digits(next) && open && digit_count(next) > 0).then_some("")
        }
        // "Installation ID for: <name>: <digits>": longer than any console is wide.
        F::InstallationIdFor => {
            let number = before.rsplit_once(':').map_or("", |(_, tail)| tail.trim());
            if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
                let ends = next
                    .bytes()
                    .last()
                    .is_some_and(|byte| byte.is_ascii_digit());
                return (ends && seam.is_full()).then(|| match seam.gap() {
                    "" if before.ends_with(':') => " ",
                    gap => gap,
                });
            }
            self::field(F::InstallationId, number, next, seam)
        }
        F::ActivationId | F::ApplicationId | F::ClientMachineId | F::ObjectActivationId => {
            (before.len() + next.len() == 36 && Uuid::try_parse(&[before, next].concat()).is_ok())
                .then_some("")
        }
        F::ExtendedPid | F::HostExtendedPid | F::ObjectExtendedPid => {
            let of_pid = |text: &str| {
                text.bytes()
                    .all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'))
            };
            let whole =
                || extended_pid::parse(&[before, next].concat()).is_ok_and(|pid| pid.is_whole());
            (of_pid(before) && of_pid(next) && whole()).then_some("")
        }
        F::VolumeExpiration | F::TimebasedExpiration | F::AvmaExpiration | F::TimeRemaining => {
            let whole = |gap: &str| {
                value::minutes_and_days(&[before, gap, next].concat())
                    .is_some_and(|(_, days)| days.is_some())
            };
            let short = value::minutes_and_days(before).is_none_or(|(_, days)| days.is_none())
                || !before.ends_with("))");
            ["", " "].into_iter().find(|gap| short && whole(gap))
        }
        F::LicenseStatus if before.is_empty() => value::license_status(next).map(|_| ""),
        F::Name if before.is_empty() => next.ends_with("edition").then_some(""),
        F::LicenseStatus => ["", " "].into_iter().find(|gap| {
            let whole = [before, gap, next].concat();
            value::LONG_STATUS
                .get(..whole.len())
                .is_some_and(|begin| begin.eq_ignore_ascii_case(&whole))
        }),
        F::Description if !before.ends_with(" channel") => [seam.gap(), "", " "]
            .into_iter()
            .find(|gap| [before, gap, next].concat().ends_with(" channel"))
            .or_else(|| (seam.is_full() && !is_labelled(next)).then(|| seam.gap())),
        // The names of add-ons list editions over several lines, up to the word "edition".
        F::Name
            if before.contains("add-on")
                && !before.ends_with("edition")
                && !is_labelled(next)
                && label::field(next, true).is_none() =>
        {
            Some(seam.gap())
        }
        F::Name if before.ends_with("edition") => None,
        F::Name if !is_labelled(next) && next.len() < 80 => [seam.gap(), "", " "]
            .into_iter()
            .find(|gap| [before, gap, next].concat().ends_with(" edition"))
            .or_else(|| seam.is_full().then(|| seam.gap())),
        F::ErrorDescription => {
            // A sentence that ends is whole; a label with a slip is one still.
            let is_label = || {
                next.split_once(": ").is_some_and(|(name, _)| {
                    label::near::field(name).is_some() || label::is_tail(name)
                }) || may_begin(next)
            };
            let open = next.starts_with(|c: char| c.is_lowercase())
                || (seam.is_full() && !before.ends_with('.'));
            (open && !is_label()).then(|| seam.gap())
        }
        F::ObjectDn
            if before.starts_with("CN=")
                && !is_property(next)
                && (next.contains('=') || seam.is_of_widest(next)) =>
        {
            Some(seam.gap())
        }
        F::Name
        | F::AdditionalInformation
        | F::ObjectName
        | F::ObjectDn
        | F::RegisteredHost
        | F::HostFromDns
        | F::LookupDomain
        | F::HostIpAddress
        | F::DnsAutoDiscovery => {
            (seam.is_full() && !is_labelled(next) && !may_begin(next)).then(|| seam.gap())
        }
        F::ServiceVersion => {
            let of_version = next
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.');
            (of_version && seam.is_full()).then_some("")
        }
        // Half of a number is a wrong number: what follows a full line belongs to it.
        _ => {
            let number = value::count(before).is_some() || before.is_empty();
            (number && value::count(next).is_some() && next.len() <= 6 && seam.is_full())
                .then_some("")
        }
    }
}

fn holds(installation_id: &str) -> bool {
    matches!(installation_id::inspect(installation_id), Inspection::Groups(groups) if groups.all_hold())
}

/// Whether a line may be the beginning of a label or sentence that goes on in the next line.
pub fn may_begin(line: &str) -> bool {
    line.len() >= 8 && (label::begins(line) || sentence::begins(line))
}

/// Whether a word is the rest of an address, however wide the lines around it are: it has the signs of one in it.
fn is_tail_of_address(before: &str, next: &str) -> bool {
    let open = before.ends_with(|c: char| c.is_ascii_alphanumeric() || "/?=&".contains(c));
    let signs = next.contains(['/', '?', '=']) || next.contains(".asmx");
    open && signs && !next.contains("://") && next.is_ascii()
}

/// Whether a line is a property with its value ("ValidationURL=https://..."): the parts of an address or a DN have short names.
fn is_property(line: &str) -> bool {
    line.split_once('=').is_some_and(|(name, value)| {
        let is_name = name.starts_with(|c: char| c.is_ascii_uppercase())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        value.contains("://") || (is_name && name.len() > 8)
    })
}

/// Whether a line has a label of its own, in whatever language.
fn is_labelled(line: &str) -> bool {
    line.contains(": ") || line.ends_with(':') || line.contains('：')
}

fn digit_count(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn joins(of: Field, before: &str, next: &str, expected: Option<&str>) {
        let seam = Seam {
            before,
            next,
            width: Width {
                widest: 300,
                times: 1,
            },
        };
        assert_eq!(
            field(of, before, next, seam),
            expected,
            "{of:?} {before} | {next}"
        );
    }

    #[test]
    fn a_field_knows_what_is_due() {
        joins(
            Field::InstallationId,
            &"0".repeat(40),
            &"1".repeat(14),
            Some(""),
        );
        joins(Field::InstallationId, &"0".repeat(63), "1", None);
        let whole = "489126343257012289105546522085205332958764158851011127139061121";
        joins(Field::InstallationId, &whole[..54], &whole[54..], Some(""));
        joins(
            Field::InstallationId,
            "020650770493837252929082195773527024195725809211989214",
            "123456789",
            None,
        );
        joins(
            Field::Description,
            "Windows(R) Operating System, VOLUME_KMSCLIENT chan",
            "nel",
            Some(""),
        );
        joins(
            Field::Description,
            "Windows(R) Operating System, VOLUME_KMSCLIENT",
            "channel",
            Some(" "),
        );
        joins(
            Field::Description,
            "Office 16, RETAIL channel",
            "channel",
            None,
        );
        joins(
            Field::LicenseStatus,
            "Additional grace period (KMS license expired or hardware out of",
            "tolerance)",
            Some(" "),
        );
        joins(Field::LicenseStatus, "Licensed", "Licensed", None);
        joins(
            Field::VolumeExpiration,
            "243720 minute(s) (169 da",
            "y(s))",
            Some(""),
        );
        joins(
            Field::ActivationId,
            "98EBFE73-2084-4C97-",
            "932C-C0CD1643BEA7",
            Some(""),
        );
        joins(Field::Name, "Windows(R)", "anything", None);
        joins(
            Field::Name,
            "",
            "Windows(R), Professional edition",
            Some(""),
        );
        joins(Field::Name, "", "anything", None);
        joins(
            Field::Description,
            "",
            "Office 16, VOLUME_KMS channel",
            Some(""),
        );
        joins(Field::LicenseStatus, "", "Licensed", Some(""));
        joins(Field::LicenseStatus, "", "see below", None);
        joins(
            Field::ExtendedPid,
            "05426-00206-234-001162-03-",
            "1033-9200.0000-0992013",
            Some(""),
        );
        joins(Field::ExtendedPid, "", "1688", None);
    }

    #[test]
    fn an_address_goes_on_where_its_line_is_full() {
        let url = "https://activation.sls.microsoft.com/SLActivateProduct/SLActiva";
        let raw = format!("Use License URL: {url}");
        let on = |next, raw: &str| {
            let width = Width {
                widest: 300,
                times: 1,
            };
            let seam = Seam {
                before: raw,
                next,
                width,
            };
            field(Field::UseLicenseUrl, url, next, seam)
        };
        let tail = "teProduct.asmx?configextension=o16";
        assert_eq!(on(tail, &raw), Some(""));
        assert_eq!(on("and more words", &raw), None);
        assert_eq!(on("tail", url), None);
    }

    #[test]
    fn a_blank_at_the_seam_is_put_back() {
        for (before, next, widest, expected) in [
            ("the product key", "does not match", 16, " "),
            ("the product key ", "does not match", 16, " "),
            ("the product key", " does not match", 15, " "),
            ("the product k", "ey", 13, ""),
            ("   the product k", "   ey", 16, ""),
        ] {
            assert_eq!(
                gap(before, next, Width { widest, times: 1 }),
                expected,
                "{before}|{next}"
            );
        }
    }

    #[test]
    fn widths_of_consoles() {
        for (characters, widest, times, full) in [
            (80, 80, 1, true),
            (79, 80, 1, true),
            (50, 50, 1, false),
            (50, 50, 2, true),
            (49, 50, 2, true),
            (90, 300, 9, false),
            (20, 20, 9, false),
        ] {
            let width = Width { widest, times };
            assert_eq!(
                width.is_filled_by(characters),
                full,
                "{characters} in {width:?}"
            );
        }
        assert_eq!(
            Width::of("a\r\nbcd\nefg"),
            Width {
                widest: 3,
                times: 2
            }
        );
    }
}
