//! Output in a language that nobody has shown us: what a value is by its shape and its place, whatever its label says.
//!
//! The script prints its lines in a fixed order (output grammar, section 2), and GUIDs, product IDs, digits, addresses, codes and
//! channels are the same in every language. A value whose shape and place leave two fields possible is no value: `Unsure`.

use super::{
    Product,
    label::{Field, translated},
    value,
};
use crate::{
    channel::Channel,
    id::{extended_pid, guid, printed_date},
    kb,
    product::Family,
};

/// What a line with an unknown label is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor<'l> {
    /// The field, and the part of the line that is its value.
    Field(Field, &'l str),
    /// Its shape is that of two fields.
    Unsure(Field),
}

/// What stands before the line: the open product and its fields, as bits by rank.
#[derive(Clone, Copy)]
pub struct Place<'p, 't> {
    /// The open product.
    pub product: Option<&'p Product<'t>>,
    /// Its fields.
    pub seen: u128,
    /// Whether the next line holds a plain number.
    pub next_is_number: bool,
    /// Whether the next line holds an interval.
    pub next_is_interval: bool,
    /// Whether the line right above is a rearm count.
    pub below_rearm: bool,
    /// Whether the line right above is the key ending.
    pub below_key: bool,
    /// The plain numbers of the block that begins with this line: how many, and the second one.
    pub numbers: (usize, Option<u32>),
    /// How many lines with an address stand here one below the other, this one included.
    pub addresses: usize,
}

impl Place<'_, '_> {
    fn has(self, field: Field) -> bool {
        self.seen & field.bit() != 0
    }

    fn lacks(self, field: Field) -> bool {
        !self.has(field)
    }

    /// Whether the head of the product (up to its key ending) is over.
    fn is_behind_state(self) -> bool {
        self.has(Field::LicenseStatus) || self.has(Field::StateInWords)
    }

    fn channel(self) -> Option<Channel> {
        let product = self.product?;
        let described = product.description.as_deref();
        described
            .and_then(value::channel_of_description)
            .or_else(|| value::channel_of_key(product.product_key_channel.as_deref()?))
    }

    fn is_office(self) -> bool {
        let id = self.product.and_then(|product| product.application_id);
        id.and_then(kb::application_id::find)
            .is_some_and(|known| known.family == Family::Office)
    }

    /// Whether rearm counts or what follows them were read: then dates are the trusted time, and counts those of a host.
    fn is_behind_rearms(self) -> bool {
        self.has(Field::WindowsRearmCount)
            || self.has(Field::AppRearmCount)
            || self.has(Field::SkuRearmCount)
    }
}

/// Whether a value can begin a product by itself: a name or a description.
pub fn begins_product(value: &str) -> Option<Field> {
    if (value.ends_with(" edition") || value.contains(" add-on for ")) && is_family(value) {
        return Some(Field::Name);
    }
    (value.contains(", ") && value::channel_of_description(value).is_some())
        .then_some(Field::Description)
}

/// What `value` behind the unknown `label` is.
pub fn find<'l>(label: &str, value: &'l str, place: Place<'_, '_>) -> Option<Anchor<'l>> {
    use Field as F;
    if let Some(field) = begins_product(value) {
        return Some(Anchor::Field(field, value));
    }
    // Nothing else is told from other tools' lines where no product is open, but what no other tool prints.
    let alone = place.product.is_none();
    if let Some(found) = number(label, value, place) {
        return (!alone || value.len() >= 54).then_some(found);
    }
    if let Some(found) = identifier(label, value, place) {
        return (!alone || matches!(found, Anchor::Field(F::ApplicationId | F::ExtendedPid, _)))
            .then_some(found);
    }
    if alone {
        return None;
    }
    if value.starts_with("http") {
        return address(value, place).map(|field| Anchor::Field(field, value));
    }
    if let Some(code) = reason(value)
        && place.lacks(F::NotificationReason)
    {
        return Some(Anchor::Field(F::NotificationReason, code));
    }
    if value::minutes_in_any_words(value).is_some() && place.lacks(F::MinutesLeft) {
        return Some(Anchor::Field(F::MinutesLeft, value));
    }
    if let Some(minutes) = interval(value)
        && (place.has(F::ClientMachineId) || place.has(F::HostExtendedPid))
    {
        // The two stand one below the other; one alone may be either.
        if place.has(F::ActivationIntervalMinutes) {
            let field = F::RenewalIntervalMinutes;
            return place.lacks(field).then_some(Anchor::Field(field, minutes));
        }
        return Some(if place.next_is_interval {
            Anchor::Field(F::ActivationIntervalMinutes, minutes)
        } else {
            Anchor::Unsure(F::ActivationIntervalMinutes)
        });
    }
    if is_key_channel(value) && place.lacks(F::ProductKeyChannel) && !place.is_behind_state() {
        return Some(Anchor::Field(F::ProductKeyChannel, value));
    }
    if is_key_ending(value) && place.lacks(F::PartialProductKey) && !place.is_behind_state() {
        return Some(Anchor::Field(F::PartialProductKey, value));
    }
    let of_avma = place.channel() == Some(Channel::Avma) && !place.below_rearm;
    if is_date(value) && place.is_behind_state() && !(of_avma && place.is_behind_rearms()) {
        // Only what runs out by itself has an end; it stands above the rearm counts.
        let ends = matches!(
            place.channel(),
            None | Some(Channel::Evaluation | Channel::Subscription | Channel::Other)
        );
        let field = match (place.is_behind_rearms(), ends) {
            (true, _) => F::TrustedTime,
            (false, true) if place.channel().is_some() => F::EvaluationEndDate,
            (false, _) => return Some(Anchor::Unsure(F::TrustedTime)),
        };
        return place.lacks(field).then_some(Anchor::Field(field, value));
    }
    words(value, place)
}

/// Plain digits: an Installation ID, or the next count that is due.
fn number<'l>(label: &str, value: &'l str, place: Place<'_, '_>) -> Option<Anchor<'l>> {
    use Field as F;
    if value.is_empty() || !value.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let found = |field| Anchor::Field(field, value);
    if value.len() >= 40 {
        return place
            .lacks(F::InstallationId)
            .then(|| found(F::InstallationId));
    }
    if value.len() > 10 || !place.is_behind_state() {
        return None;
    }
    // The block of a host: its count, its port, then eight totals. Only the whole block tells which is which, or its port.
    const BLOCK: [Field; 10] = [
        F::CurrentCount,
        F::ListeningPort,
        F::RequestsTotal,
        F::RequestsFailed,
        F::RequestsUnlicensed,
        F::RequestsLicensed,
        F::RequestsInitialGrace,
        F::RequestsExpired,
        F::RequestsNonGenuine,
        F::RequestsNotification,
    ];
    if place.has(F::CurrentCount) {
        return BLOCK
            .into_iter()
            .find(|field| place.lacks(*field))
            .map(found);
    }
    let hosts = place.channel() == Some(Channel::KmsHost);
    if hosts && !place.below_rearm && matches!(place.numbers, (10, _) | (2, Some(1688))) {
        return Some(found(F::CurrentCount));
    }
    if place.lacks(F::TrustedTime)
        && let Some(anchor) = rearm(label, value, place)
    {
        return Some(anchor);
    }
    hosts.then_some(Anchor::Unsure(F::CurrentCount))
}

/// The next rearm count: Windows' or the application's first, then the SKU's. Scripts that print the key's channel print the
/// application's for Office, older ones Windows' for everything (output grammar, rows 19a to 20). "SKU" and "Windows" are the
/// same in every language that was seen.
fn rearm<'l>(label: &str, value: &'l str, place: Place<'_, '_>) -> Option<Anchor<'l>> {
    use Field as F;
    let found = |field| place.lacks(field).then_some(Anchor::Field(field, value));
    if label.contains("SKU") {
        return found(F::SkuRearmCount);
    }
    if label.contains("Windows") && !place.below_rearm {
        return found(F::WindowsRearmCount);
    }
    // /dli prints none.
    let is_detailed = [
        F::ActivationId,
        F::ApplicationId,
        F::ExtendedPid,
        F::InstallationId,
    ]
    .into_iter()
    .any(|field| place.has(field));
    if !is_detailed {
        return None;
    }
    if place.below_rearm {
        return found(F::SkuRearmCount);
    }
    if place.is_behind_rearms() {
        return None;
    }
    // Newer scripts print two counts; one alone may be either.
    let newer = place.has(F::ProductKeyChannel);
    if newer && !place.next_is_number {
        return Some(Anchor::Unsure(F::WindowsRearmCount));
    }
    found(if place.is_office() && (newer || place.next_is_number) {
        F::AppRearmCount
    } else {
        F::WindowsRearmCount
    })
}

fn identifier<'l>(label: &str, value: &'l str, place: Place<'_, '_>) -> Option<Anchor<'l>> {
    use Field as F;
    if let Ok(id) = guid::parse(value)
        && value.len() >= 36
    {
        // Words of the trade that no language translates say whose it is.
        let field = if kb::application_id::find(id).is_some() {
            F::ApplicationId
        } else if label.contains("CMID") {
            F::ClientMachineId
        } else if holds_word(label, "AO") {
            F::ObjectActivationId
        } else if !place.is_behind_state() {
            F::ActivationId
        } else if place.has(F::ObjectDn) {
            F::ObjectActivationId
        } else if label.contains("ILID") || place.next_is_number {
            // The block of a token: its version and grant follow, plain numbers.
            F::TokenLicenseId
        } else {
            F::ClientMachineId
        };
        return place.lacks(field).then_some(Anchor::Field(field, value));
    }
    if place.is_behind_state() && place.channel() == Some(Channel::Avma) {
        // What the block of an AVMA guest holds has no place in a product.
        return None;
    }
    if extended_pid::parse(value).is_ok_and(|pid| pid.is_whole()) {
        let field = if label.contains("KMS") {
            F::HostExtendedPid
        } else if holds_word(label, "AO") {
            F::ObjectExtendedPid
        } else if !place.is_behind_state() {
            F::ExtendedPid
        } else if place.has(F::ObjectDn) {
            F::ObjectExtendedPid
        } else {
            F::HostExtendedPid
        };
        return place.lacks(field).then_some(Anchor::Field(field, value));
    }
    if value.starts_with("CN=") && value.contains(",DC=") {
        return Some(Anchor::Field(F::ObjectDn, value));
    }
    if !place.has(F::ClientMachineId) {
        return None;
    }
    if value::is_address(value) {
        return Some(Anchor::Field(F::HostIpAddress, value));
    }
    if is_host_and_port(value) {
        // Both labels name a KMS machine; only the one for DNS says so, in every language that was seen.
        return Some(if label.to_ascii_uppercase().contains("DNS") {
            Anchor::Field(F::HostFromDns, value)
        } else {
            Anchor::Unsure(F::HostFromDns)
        });
    }
    None
}

/// The page that a certificate or licence comes from: by what its address says, else by the order of the lines.
fn address(value: &str, place: Place<'_, '_>) -> Option<Field> {
    use Field as F;
    const KNOWN: [(&str, Field); 11] = [
        ("SLActivateProduct", F::UseLicenseUrl),
        ("slwga", F::ValidationUrl),
        ("LinkID=187557", F::ValidationUrl),
        ("LinkID=88338", F::ProcessorCertificateUrl),
        ("LinkID=88339", F::MachineCertificateUrl),
        ("LinkID=88340", F::ProductKeyCertificateUrl),
        ("LinkID=88341", F::UseLicenseUrl),
        ("LinkID=88342", F::ProcessorCertificateUrl),
        ("LinkID=88343", F::MachineCertificateUrl),
        ("LinkID=88344", F::ProductKeyCertificateUrl),
        ("LinkID=88345", F::UseLicenseUrl),
    ];
    const ORDER: [Field; 5] = [
        F::ProcessorCertificateUrl,
        F::MachineCertificateUrl,
        F::UseLicenseUrl,
        F::ProductKeyCertificateUrl,
        F::ValidationUrl,
    ];
    let lower = value.to_ascii_lowercase();
    KNOWN
        .iter()
        .find(|(part, _)| lower.contains(&part.to_ascii_lowercase()))
        .map(|(_, field)| *field)
        .or_else(|| {
            let last = ORDER.iter().rposition(|field| place.has(*field));
            match (last, place.addresses) {
                // Windows 7 and older print four, later ones those that are set (output grammar, rule U).
                (None, 4 | 5) => Some(F::ProcessorCertificateUrl),
                (None, 2) => Some(F::UseLicenseUrl),
                (Some(2), 1) if place.lacks(F::ProcessorCertificateUrl) => Some(F::ValidationUrl),
                (Some(last), _) => ORDER.get(last + 1).copied(),
                _ => None,
            }
        })
        .filter(|field| place.lacks(*field))
}

/// "0xC004F056." or "0xC004F200 (non-genuine).", with the words in any language.
fn reason(value: &str) -> Option<&str> {
    let code = value.strip_prefix("0x")?;
    let digits = code.bytes().take_while(u8::is_ascii_hexdigit).count();
    let behind = code.get(digits..)?.trim_start();
    (digits == 8 && (behind.is_empty() || behind.starts_with(['.', '(', '。'])))
        .then(|| value.get(..10))
        .flatten()
}

/// "120 minutes" in any language: a number that an interval may have, and a word.
pub fn interval(value: &str) -> Option<&str> {
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = value.split_at_checked(digits)?;
    let unit = unit.trim();
    let word = !unit.is_empty() && unit.chars().all(|c| c.is_alphabetic() || "().".contains(c));
    number
        .parse::<u32>()
        .is_ok_and(|minutes| (1..=43_200).contains(&minutes) && word)
        .then_some(number)
}

/// "Volume:GVLK", "Retail", "OEM:DM", "VT:IA".
fn is_key_channel(value: &str) -> bool {
    let class = value.split(':').next().unwrap_or_default();
    matches!(class, "Volume" | "Retail" | "OEM" | "VT" | "PGS") && !value.contains(' ')
}

fn is_key_ending(value: &str) -> bool {
    value.len() == 5
        && value
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && (value::is_masked(value) || !value.contains(['A', 'E', 'I', 'L', 'O', 'S', 'U', 'Z']))
}

fn is_date(value: &str) -> bool {
    value.bytes().filter(u8::is_ascii_digit).count() >= 6
        && !matches!(
            printed_date::read(value),
            printed_date::PrintedDate::Unreadable
        )
}

/// Whether a label has this word.
fn holds_word(label: &str, word: &str) -> bool {
    label
        .split(|c: char| !c.is_ascii_alphanumeric())
        .any(|part| part == word)
}

fn is_host_and_port(value: &str) -> bool {
    value.rsplit_once(':').is_some_and(|(host, port)| {
        !host.is_empty()
            && host
                .chars()
                .all(|c| c.is_alphanumeric() || ".-_[]:".contains(c))
            && port.parse::<u16>().is_ok()
    })
}

/// Words alone: the state below the key ending, the priority of a host, the activation type behind the trusted time.
fn words<'l>(value: &'l str, place: Place<'_, '_>) -> Option<Anchor<'l>> {
    use Field as F;
    if value.is_empty()
        || value
            .chars()
            .any(|c| c.is_ascii_digit() || "<>{}=".contains(c))
    {
        return None;
    }
    let found = |field| Some(Anchor::Field(field, value));
    if !place.is_behind_state() {
        let known = value::license_status(value).is_some() || translated::state(value).is_some();
        return if known || place.below_key {
            found(F::StateInWords)
        } else {
            None
        };
    }
    if place.has(F::ListeningPort) && place.lacks(F::RequestsTotal) {
        let english = value.eq_ignore_ascii_case("normal") || value.eq_ignore_ascii_case("low");
        return if english && place.lacks(F::KmsPriority) {
            found(F::KmsPriority)
        } else {
            None
        };
    }
    let one_word = !value.contains(' ') && value.chars().count() <= 12;
    let due = place.channel() == Some(Channel::KmsClient)
        && place.lacks(F::ConfiguredActivationType)
        && place.lacks(F::ClientMachineId)
        && place.lacks(F::CurrentCount);
    if due && one_word {
        found(F::ConfiguredActivationType)
    } else {
        None
    }
}

fn is_family(value: &str) -> bool {
    value.contains("Windows") || value.contains("Office")
}
