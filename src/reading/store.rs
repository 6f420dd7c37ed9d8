//! Puts a value into its field of a product, or says why it can't be trusted.

use std::borrow::Cow;

use uuid::Uuid;

use super::{
    ExpiryKind, KmsHost, Product, RemarkCode, Words,
    label::{Field, translated},
    value, xpr,
};
use crate::{
    id::{
        error_code, extended_pid, guid,
        installation_id::{self, Inspection},
    },
    kb,
};

/// Why a value was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A person masked it.
    Masked,
    /// It has not the shape of its field.
    Malformed,
    /// The field is there already, with another value.
    Repeated,
}

impl Trouble {
    /// The remark that tells of it.
    pub const fn code(self) -> RemarkCode {
        match self {
            Trouble::Masked => RemarkCode::Masked,
            Trouble::Malformed => RemarkCode::Malformed,
            Trouble::Repeated => RemarkCode::Repeated,
        }
    }
}

/// Stores `words` as `field`. Absent values ("", "Not Available") leave the field empty and are no trouble.
pub fn store<'t>(product: &mut Product<'t>, field: Field, words: Words<'t>) -> Result<(), Trouble> {
    use Field as F;
    match field {
        F::Name => phrase(&mut product.name, words, "edition"),
        F::ProductId => sensitive(&mut product.product_id, words),
        F::LicenseFamily => text(&mut product.license_family, words),
        F::Description => phrase(&mut product.description, words, "channel"),
        F::AdditionalInformation => text(&mut product.additional_information, words),
        F::ActivationId => {
            id(&mut product.activation_id, &words)?;
            // The tail of another label ("Application ID"), left when columns were cut off.
            match product.activation_id.and_then(kb::application_id::find) {
                Some(_) => {
                    product.activation_id = None;
                    Err(Trouble::Malformed)
                }
                None => Ok(()),
            }
        }
        F::ApplicationId => id(&mut product.application_id, &words),
        F::ExtendedPid => pid(&mut product.extended_pid, words),
        F::ProductKeyChannel => text(&mut product.product_key_channel, words),
        F::InstallationIdFor => {
            // "Installation ID for: <name>: <digits>": the name may hold colons, the digits none.
            let (name, number) = words.rsplit_once(": ").ok_or(Trouble::Malformed)?;
            product.name = (!name.is_empty()).then(|| Cow::Owned(name.to_owned()));
            digits(&mut product.installation_id, Cow::Owned(number.to_owned()))
        }
        F::InstallationId => digits(&mut product.installation_id, words),
        F::ProcessorCertificateUrl => address(&mut product.processor_certificate_url, words),
        F::MachineCertificateUrl => address(&mut product.machine_certificate_url, words),
        F::UseLicenseUrl => address(&mut product.use_license_url, words),
        F::ProductKeyCertificateUrl => address(&mut product.product_key_certificate_url, words),
        F::ValidationUrl => address(&mut product.validation_url, words),
        F::PartialProductKey => key_ending(product, words),
        F::LicenseStatus => status(product, words),
        F::StateInWords => {
            product.license_status =
                value::license_status(&words).or_else(|| translated::state(&words));
            product.license_status_text = (!words.is_empty()).then_some(words);
            Ok(())
        }
        F::MinutesLeft => minutes(product, &words, value::minutes_in_any_words),
        F::VolumeInWords => {
            product.expires.kind = Some(ExpiryKind::Volume);
            minutes(product, &words, value::minutes_in_any_words)
        }
        F::VolumeExpiration => expiry(product, ExpiryKind::Volume, &words),
        F::TimebasedExpiration => expiry(product, ExpiryKind::Timebased, &words),
        F::AvmaExpiration => expiry(product, ExpiryKind::Avma, &words),
        F::TimeRemaining => expiry(product, ExpiryKind::Grace, &words),
        F::RemainingGrace => minutes(product, &words, value::days_and_minutes),
        F::GraceMinutes => minutes(product, &words, |words| Some((value::count(words)?, None))),
        F::Expiration => date(&mut product.expires.at, words),
        F::ActivationTypeEnabled => {
            const TYPES: [&str; 4] = ["All", "AD", "KMS", "Token"];
            let named = |words: &str| {
                TYPES
                    .get(words.parse::<usize>().ok()?)
                    .map(|word| Cow::Borrowed(*word))
            };
            checked(&mut product.configured_activation_type, &words, named)
        }
        F::NotificationReason | F::ErrorCode => {
            product.reason_code = None;
            // WMI holds 0 where there is nothing to report.
            if matches!(&*words, "0" | "0x0" | "0x00000000") {
                return Ok(());
            }
            let words = words.split([' ', '(']).next().unwrap_or_default();
            checked(&mut product.reason_code, words, reason)
        }
        F::ErrorDescription => text(&mut product.reason_text, words),
        F::EvaluationEndDate => date(&mut product.evaluation_end_date, words),
        F::WindowsRearmCount => checked(
            &mut product.remaining_windows_rearm_count,
            &words,
            value::count,
        ),
        F::AppRearmCount => checked(&mut product.remaining_app_rearm_count, &words, value::count),
        F::SkuRearmCount => checked(&mut product.remaining_sku_rearm_count, &words, value::count),
        F::TrustedTime => date(&mut product.trusted_time, words),
        F::ConfiguredActivationType => text(&mut product.configured_activation_type, words),
        F::ClientMachineId
        | F::LookupDomain
        | F::RegisteredHost
        | F::HostFromDns
        | F::HostIpAddress
        | F::HostExtendedPid
        | F::ActivationInterval
        | F::RenewalInterval
        | F::ActivationIntervalMinutes
        | F::RenewalIntervalMinutes
        | F::DnsAutoDiscovery
        | F::HostCaching
        | F::RegisteredPort
        | F::DiscoveredPort => kms_client(product, field, words),
        F::CurrentCount | F::ListeningPort | F::KmsPriority => {
            kms_host(product.kms_host.get_or_insert_default(), field, &words)
        }
        F::RequestsTotal
        | F::RequestsFailed
        | F::RequestsUnlicensed
        | F::RequestsLicensed
        | F::RequestsInitialGrace
        | F::RequestsExpired
        | F::RequestsNonGenuine
        | F::RequestsNotification => {
            requests(product.kms_host.get_or_insert_default(), field, &words)
        }
        // A label that was cut to its end takes what stands behind any of them.
        F::ObjectDn if guid::parse(&words).is_ok() => Err(Trouble::Malformed),
        F::ObjectName | F::ObjectDn | F::ObjectExtendedPid | F::ObjectActivationId => {
            let ad = product.ad_activation.get_or_insert_default();
            match field {
                F::ObjectName => text(&mut ad.object_name, words),
                F::ObjectDn => text(&mut ad.object_dn, words),
                F::ObjectExtendedPid => pid(&mut ad.extended_pid, words),
                _ => id(&mut ad.activation_id, &words),
            }
        }
        F::ExpirationInfo => {
            if let Some(expiry) = xpr::find(&words) {
                product.expires.kind = expiry.kind;
                product.expires.permanent = expiry.permanent;
                product.expires.at = expiry.at.map(|date| Cow::Owned(date.to_owned()));
            }
            Ok(())
        }
        // Accounted for; the published shape has no place for them.
        F::TokenLicenseId | F::TokenVersionId | F::TokenGrantNumber | F::TokenThumbprint => {
            product.by_token = true;
            Ok(())
        }
        F::ServiceVersion
        | F::GuestIaid
        | F::AvmaHostName
        | F::AvmaTime
        | F::AvmaHostPid
        | F::IsKmsHost
        | F::Version
        | F::DnsPublishing
        | F::LowPriority
        | F::ServiceHostCaching
        | F::ServiceOnly
        | F::Other => Ok(()),
    }
}

/// Whether `words` say something else of `field` than the product has: tells a contradiction from a doubled line. The
/// wording of a state and the rounding of days are no contradiction.
pub fn contradicts<'t>(product: &Product<'t>, field: Field, words: Words<'t>) -> bool {
    let mut twin = product.clone();
    let _ = store(&mut twin, field, words);
    twin.license_status_text
        .clone_from(&product.license_status_text);
    twin.days_printed = product.days_printed;
    twin != *product
}

/// An HRESULT: eight digits in hexadecimal, else the line was cut.
fn reason(words: &str) -> Option<u32> {
    let hex = words.trim_end_matches('.').strip_prefix("0x");
    if hex.is_some_and(|digits| digits.len() != 8) {
        None
    } else {
        error_code::parse(words)
    }
}

/// The version of the licensing service: digits and dots.
pub(super) fn version<'t>(slot: &mut Option<Words<'t>>, words: Words<'t>) -> Result<(), Trouble> {
    let dotted = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    *slot = None;
    if value::is_absent(&words) {
        return Ok(());
    }
    if !words.bytes().all(dotted) {
        return Err(Trouble::Malformed);
    }
    *slot = Some(words);
    Ok(())
}

fn text<'t>(slot: &mut Option<Words<'t>>, words: Words<'t>) -> Result<(), Trouble> {
    *slot = None;
    if value::is_masked(&words) || value::is_partly_masked(&words) {
        return Err(Trouble::Masked);
    }
    if value::holds_other_fields(&words) {
        return Err(Trouble::Malformed);
    }
    if !value::is_absent(&words) {
        *slot = Some(words);
    }
    Ok(())
}

/// Words that end with a word of the script's own: a beginning of that word shows that the end is lost.
fn phrase<'t>(slot: &mut Option<Words<'t>>, words: Words<'t>, end: &str) -> Result<(), Trouble> {
    text(slot, words)?;
    if let Some(words) = slot
        && let Some(length) = noted(words, end)
    {
        // Somebody's words behind it.
        *slot = Some(Cow::Owned(words[..length].to_owned()));
        return Err(Trouble::Malformed);
    }
    if let Some(words) = slot
        && let Some(head) = words.strip_suffix(end)
    {
        // A console took the blank before it.
        if head.ends_with(|c: char| c.is_alphanumeric() || c == ')') {
            *slot = Some(Cow::Owned([head, " ", end].concat()));
        }
        return Ok(());
    }
    let half = |words: &Words<'_>| {
        let (_, last) = words.rsplit_once(' ')?;
        Some(!last.is_empty() && last.len() < end.len() && end.starts_with(last))
    };
    if slot.as_ref().and_then(half) == Some(true) {
        *slot = None;
        return Err(Trouble::Malformed);
    }
    Ok(())
}

/// How long the words are without a note behind the word that ends them: "RETAIL channel  // really?".
fn noted(words: &str, end: &str) -> Option<usize> {
    let length = words.find(end)? + end.len();
    let head = words.get(..length - end.len())?;
    let behind = words.get(length..)?.strip_prefix([' ', '\t'])?;
    let is_word = head.ends_with(' ') && !behind.trim().is_empty();
    is_word.then_some(length)
}

/// A host or an address, which holds no blanks; a note in brackets or behind a sign of its own may stand behind it.
fn host<'t>(slot: &mut Option<Words<'t>>, words: Words<'t>) -> Result<(), Trouble> {
    sensitive(slot, words)?;
    let Some((head, behind)) = slot
        .as_deref()
        .and_then(|words| words.split_once(char::is_whitespace))
    else {
        return Ok(());
    };
    let is_note = behind
        .trim_start()
        .starts_with(['(', '[', '<', '#', '/', '-', ';', '!']);
    let head = is_note.then(|| Cow::Owned(head.to_owned()));
    *slot = head;
    Err(Trouble::Malformed)
}

/// A web address: blanks in it show that something was lost or put in.
fn address<'t>(slot: &mut Option<Words<'t>>, words: Words<'t>) -> Result<(), Trouble> {
    text(slot, words)?;
    match slot {
        Some(address) if address.contains(' ') => {
            *slot = None;
            Err(Trouble::Malformed)
        }
        _ => Ok(()),
    }
}

/// A host, an address or a PID: masked in part is as good as masked.
pub(super) fn sensitive<'t>(slot: &mut Option<Words<'t>>, words: Words<'t>) -> Result<(), Trouble> {
    *slot = None;
    if value::is_partly_masked(&words) || value::names_a_mask(&words) {
        return Err(Trouble::Masked);
    }
    text(slot, words)
}

/// The form that the tools print: eight groups of digits, the build with its ".0000".
fn is_printed_pid(words: &str) -> bool {
    const GROUPS: [usize; 6] = [5, 5, 3, 6, 2, 4];
    let mut rest = words.as_bytes();
    for length in GROUPS {
        let Some((group, after)) = rest.split_at_checked(length) else {
            return false;
        };
        if !group.iter().all(u8::is_ascii_digit) || after.first() != Some(&b'-') {
            return false;
        }
        rest = &after[1..];
    }
    // At least four fit; parse judges the rest.
    true
}

fn pid<'t>(slot: &mut Option<Words<'t>>, words: Words<'t>) -> Result<(), Trouble> {
    if words.is_empty() {
        *slot = None;
        return Ok(());
    }
    if is_printed_pid(&words)
        && words.len() <= 60
        && words
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.'))
        && words.bytes().filter(|b| *b == b'-').count() == 7
    {
        *slot = Some(words);
        return Ok(());
    }
    let words = match words.contains(' ') {
        true => Cow::Owned(words.replace(' ', "")),
        false => words,
    };
    sensitive(slot, words)?;
    match slot.as_deref().map(extended_pid::parse) {
        Some(Err(_)) => {
            *slot = None;
            Err(Trouble::Malformed)
        }
        _ => Ok(()),
    }
}

pub(super) fn id(slot: &mut Option<Uuid>, words: &str) -> Result<(), Trouble> {
    *slot = None;
    if value::is_absent(words) {
        return Ok(());
    }
    // The form that the tools print costs one look; all others take the careful way.
    *slot = match Uuid::try_parse(words) {
        Ok(id) => Some(id),
        Err(_) => match guid::parse(words) {
            Ok(id) => Some(id),
            Err(error) if error.is_masked() => return Err(Trouble::Masked),
            Err(_) => return Err(Trouble::Malformed),
        },
    };
    Ok(())
}

fn digits<'t>(slot: &mut Option<Words<'t>>, words: Words<'t>) -> Result<(), Trouble> {
    *slot = None;
    if value::is_absent(&words) {
        return Ok(());
    }
    if matches!(words.len(), 54 | 63) && words.bytes().all(|byte| byte.is_ascii_digit()) {
        *slot = Some(words);
        return Ok(());
    }
    match installation_id::inspect(&words) {
        Inspection::Masked => return Err(Trouble::Masked),
        Inspection::Empty | Inspection::NotDigits { .. } => return Err(Trouble::Malformed),
        _ => {}
    }
    let bare = match words {
        Cow::Borrowed(text) => installation_id::digits(text),
        Cow::Owned(text) => Cow::Owned(installation_id::digits(&text).into_owned()),
    };
    // Digits that are too few or too many are kept: their check digits tell which group lost some.
    let is_whole = matches!(bare.len(), 54 | 63);
    *slot = Some(bare);
    if is_whole {
        Ok(())
    } else {
        Err(Trouble::Malformed)
    }
}

fn key_ending<'t>(product: &mut Product<'t>, words: Words<'t>) -> Result<(), Trouble> {
    product.partial_product_key = None;
    product.in_use = (!words.is_empty()).then_some(true);
    if value::is_masked(&words) {
        return Err(Trouble::Masked);
    }
    if value::is_absent(&words) {
        return Ok(());
    }
    if words.contains(['*', '#', '•', '█']) {
        return Err(Trouble::Masked);
    }
    if words.len() != 5 || !words.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err(Trouble::Malformed);
    }
    product.partial_product_key = Some(words);
    Ok(())
}

fn status<'t>(product: &mut Product<'t>, words: Words<'t>) -> Result<(), Trouble> {
    product.license_status = value::license_status(&words);
    let known = product.license_status.is_some()
        || words.is_empty()
        || words.eq_ignore_ascii_case("unknown");
    let masked = value::is_masked(&words);
    product.license_status_text = (!words.is_empty()).then_some(words);
    match (known, masked) {
        (_, true) => Err(Trouble::Masked),
        (false, _) => Err(Trouble::Malformed),
        _ => Ok(()),
    }
}

fn expiry(product: &mut Product<'_>, kind: ExpiryKind, words: &str) -> Result<(), Trouble> {
    product.expires.kind = Some(kind);
    minutes(product, words, value::minutes_and_days)
}

fn minutes(
    product: &mut Product<'_>,
    words: &str,
    parse: impl Fn(&str) -> Option<(u32, Option<u32>)>,
) -> Result<(), Trouble> {
    (product.minutes_remaining, product.days_printed) = (None, None);
    if value::is_absent(words) {
        return Ok(());
    }
    match parse(words) {
        Some((minutes, days)) => {
            (product.minutes_remaining, product.days_printed) = (Some(minutes), days);
            Ok(())
        }
        None if value::is_masked(words.split(' ').next().unwrap_or_default()) => {
            Err(Trouble::Masked)
        }
        None => Err(Trouble::Malformed),
    }
}

fn date<'t>(slot: &mut Option<Words<'t>>, words: Words<'t>) -> Result<(), Trouble> {
    if value::is_no_date(&words) {
        *slot = None;
        return Ok(());
    }
    text(slot, words)
}

pub(super) fn checked<T>(
    slot: &mut Option<T>,
    words: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<(), Trouble> {
    *slot = None;
    if value::is_absent(words) {
        return Ok(());
    }
    *slot = parse(words);
    match slot {
        Some(_) => Ok(()),
        None if value::is_masked(words) || value::is_partly_masked(words) => Err(Trouble::Masked),
        None => Err(Trouble::Malformed),
    }
}

fn kms_client<'t>(
    product: &mut Product<'t>,
    field: Field,
    words: Words<'t>,
) -> Result<(), Trouble> {
    use Field as F;
    let client = product.kms_client.get_or_insert_default();
    match field {
        F::ClientMachineId => id(&mut client.client_machine_id, &words),
        F::LookupDomain => host(&mut client.lookup_domain, words),
        F::RegisteredHost => host(&mut client.registered_host, words),
        F::HostFromDns => host(&mut client.host_from_dns, words),
        F::HostIpAddress => host(&mut client.host_ip_address, words),
        F::HostExtendedPid => pid(&mut client.host_extended_pid, words),
        F::ActivationInterval => checked(
            &mut client.activation_interval_minutes,
            &words,
            value::interval,
        ),
        F::ActivationIntervalMinutes => checked(
            &mut client.activation_interval_minutes,
            &words,
            value::count,
        ),
        F::RenewalIntervalMinutes => {
            checked(&mut client.renewal_interval_minutes, &words, value::count)
        }
        F::RenewalInterval => checked(
            &mut client.renewal_interval_minutes,
            &words,
            value::interval,
        ),
        F::HostCaching => checked(&mut client.host_caching, &words, value::switch),
        // A host without the port that it has is not the host that was printed.
        F::RegisteredPort => {
            port(&mut client.registered_port, &words).inspect_err(|_| client.registered_host = None)
        }
        F::DiscoveredPort => {
            port(&mut client.discovered_port, &words).inspect_err(|_| client.host_from_dns = None)
        }
        _ => {
            client.host_not_found_in_dns = true;
            Ok(())
        }
    }
}

/// A port; 0 stands for the default.
fn port(slot: &mut Option<u16>, words: &str) -> Result<(), Trouble> {
    checked(slot, words, |words| words.parse::<u16>().ok())
}

pub(super) fn kms_host(host: &mut KmsHost, field: Field, words: &str) -> Result<(), Trouble> {
    match field {
        Field::CurrentCount => checked(&mut host.current_count, words, value::count),
        Field::ListeningPort => checked(&mut host.port, words, value::count),
        _ => {
            let low = |words: &str| match words.trim_end_matches('.') {
                word if word.eq_ignore_ascii_case("low") => Some(true),
                word if word.eq_ignore_ascii_case("normal") => Some(false),
                _ => None,
            };
            checked(&mut host.low_priority, words, low)
        }
    }
}

pub(super) fn requests(host: &mut KmsHost, field: Field, words: &str) -> Result<(), Trouble> {
    use Field as F;
    let requests = host.requests.get_or_insert_default();
    let slot = match field {
        F::RequestsTotal => &mut requests.total,
        F::RequestsFailed => &mut requests.failed,
        F::RequestsUnlicensed => &mut requests.unlicensed,
        F::RequestsLicensed => &mut requests.licensed,
        F::RequestsInitialGrace => &mut requests.initial_grace,
        F::RequestsExpired => &mut requests.expired_or_out_of_tolerance,
        F::RequestsNonGenuine => &mut requests.non_genuine_grace,
        _ => &mut requests.notification,
    };
    checked(slot, words, value::count)
}
