//! Lines whose label is not the script's English: translated ones, those with a slip, and those that only shape and place tell.

use std::borrow::Cow;

use super::{LastKind, Reader, classify::split_label, lend, parts::is_office};
use crate::{
    reading::{
        Product, RemarkCode, SpanKind, Words,
        anchor::{self, Anchor, Place},
        label::{self, Dialect, Field, near, translated},
        store, value, xpr,
    },
    state::LicenseStatus,
    text::{self, Lines},
};

/// Whether a line is of JSON or of CSV.
fn is_of_data(bare: &str) -> bool {
    bare.starts_with(['"', '{', '[']) || bare.contains("\":") || bare.contains("\",\"")
}

/// More minutes than any grace period lasts: the count of a licence (thresholds of `data/grace-periods.toml`: 30 days and less;
/// evaluations of 180 days are licensed).
const BEYOND_GRACE: u32 = 90 * 1440;

impl<'t> Reader<'t> {
    /// Takes a line in by what its value is; `None` where that tells nothing.
    pub(super) fn foreign(
        &mut self,
        number: u32,
        bare: &Words<'t>,
        rest: Option<&Lines<'t>>,
    ) -> Option<LastKind> {
        if let Some(found) = self
            .is_below_xpr_name()
            .then(|| translated::sentence(bare))
            .flatten()
        {
            let (language, status, kind, at) = found;
            self.out.language.get_or_insert(language);
            let expiry = xpr::Expiry {
                status,
                kind,
                permanent: (status == LicenseStatus::Licensed).then_some(kind.is_none()),
                at,
                sentence: bare,
            };
            self.expiry(expiry, bare, number);
            return Some(LastKind::Nothing);
        }
        if is_of_data(bare) {
            // What reads rows and objects has left it: its names belong to nothing any more.
            return None;
        }
        let (label, value) = split_label(bare).or_else(|| cells(bare))?;
        self.is_odd = true;
        if value.starts_with('"') {
            // A member of a JSON object whose name is lost.
            return None;
        }
        if label.is_empty() && anchor::begins_product(value).is_none() {
            return None;
        }
        // No other tool prints words as long as the names of the classes' properties.
        let is_named = || label.len() > 12 && near::property(label).is_some();
        let is_listed = || self.is_in_listing() || is_named();
        if is_apart(bare, label) && is_listed() {
            // Properties stand in the order of the alphabet: neither shape nor place tells anything.
            // The first piece of a name that goes on below is no name yet.
            let begins = |field: &Field| {
                *field == Field::Name
                    && value.ends_with(',')
                    && xpr::is_name(&format!("{value} x edition"))
            };
            let field =
                near::property(label).filter(|field| fits(*field, value) || begins(field))?;
            let remarks = self.out.remarks.len();
            self.field((field, Dialect::Cim), lend(bare, value), number, false);
            return Some(LastKind::Field(field, Dialect::Cim, remarks));
        }
        let named = self.named(label, value).or_else(|| {
            let (label, value) = cells(bare)?;
            label::field(label, false).map(|(field, _)| (field, value))
        });
        let (field, value) = match named {
            Some(named) => named,
            None => match self.by_shape(label, value, number, rest)? {
                Anchor::Field(field, value) => (field, value),
                Anchor::Unsure(field) => {
                    self.remark(RemarkCode::Unsure, number, lend(bare, value), field.key());
                    self.span(number, SpanKind::Remark, None);
                    return Some(LastKind::Nothing);
                }
            },
        };
        let value = lend(bare, value);
        let remarks = self.out.remarks.len();
        let dialect = if self.producer().is_some_and(is_office) {
            Dialect::Ospp
        } else {
            Dialect::Foreign
        };
        self.field((field, dialect), value, number, false);
        if field == Field::StateInWords
            && let Some(open) = self.open.as_mut()
        {
            open.state_line = number;
        }
        Some(LastKind::Field(field, dialect, remarks))
    }

    /// Whether the open product, or the line before, is of a listing of CIM objects.
    fn is_in_listing(&self) -> bool {
        self.last.kind.is_listed()
            || self
                .open
                .as_ref()
                .is_some_and(|open| open.dialect == Some(Dialect::Cim))
    }

    /// A translated label, or one with a slip whose value fits.
    fn named<'l>(&mut self, label: &str, value: &'l str) -> Option<(Field, &'l str)> {
        if let Some((field, language)) = translated::field(label) {
            self.out.language.get_or_insert(language);
            let again = |field: Field| {
                self.open
                    .as_ref()
                    .is_some_and(|open| open.seen & field.bit() != 0)
            };
            let field = match field {
                Field::WindowsRearmCount if again(field) => Field::SkuRearmCount,
                field => field,
            };
            return Some(match field {
                Field::ActivationInterval | Field::RenewalInterval => {
                    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
                    let plain = if field == Field::ActivationInterval {
                        Field::ActivationIntervalMinutes
                    } else {
                        Field::RenewalIntervalMinutes
                    };
                    (plain, &value[..digits])
                }
                Field::NotificationReason => (
                    field,
                    value.split(['(', '（']).next().unwrap_or_default().trim(),
                ),
                field => (field, value),
            });
        }
        let field = near::field(label)?;
        fits(field, value).then_some((field, value))
    }

    fn by_shape<'l>(
        &mut self,
        label: &str,
        value: &'l str,
        number: u32,
        rest: Option<&Lines<'t>>,
    ) -> Option<Anchor<'l>> {
        if self.open.as_ref().is_some_and(|open| open.is_english)
            && anchor::begins_product(value).is_none()
        {
            return None;
        }
        // ospp.vbs speaks English everywhere: what is left of its labels says nothing by its place, nor do tails of others.
        if self.producer().is_some_and(is_office)
            || (label::is_tail(label) && anchor::begins_product(value).is_none())
        {
            return None;
        }
        if is_version(value) && rest.is_some_and(leads_to_product) {
            return Some(Anchor::Field(Field::ServiceVersion, value));
        }
        let product = self.open.as_ref().and(self.out.products.last());
        let place = Place {
            product,
            seen: self.open.as_ref().map_or(0, |open| open.seen),
            next_is_number: rest.is_some_and(|rest| next_value(rest, is_number)),
            next_is_interval: rest
                .is_some_and(|rest| next_value(rest, |value| anchor::interval(value).is_some())),
            below_key: self.last.line + 1 == number
                && matches!(
                    self.last.kind,
                    LastKind::Field(Field::PartialProductKey, ..)
                ),
            numbers: match rest {
                Some(rest) if is_number(value) => numbers(value, rest),
                _ => (0, None),
            },
            below_rearm: self.last.line + 1 == number
                && matches!(
                    self.last.kind,
                    LastKind::Field(
                        Field::WindowsRearmCount | Field::AppRearmCount | Field::SkuRearmCount,
                        ..
                    )
                ),
            addresses: if value.starts_with("http") {
                1 + rest.map_or(0, addresses)
            } else {
                0
            },
        };
        let found = anchor::find(label, value, place)?;
        self.out.unknown_labels = true;
        Some(found)
    }

    /// What the other lines of a product in another language say of its state.
    pub(super) fn decide_state(&mut self, seen: u128, state_line: u32) {
        let Some(product) = self.out.products.last_mut() else {
            return;
        };
        if product.license_status.is_some() {
            return;
        }
        let has = |field: Field| seen & field.bit() != 0;
        // The script prints a reason in notification only, and the block of a KMS client in the licensed state only.
        product.license_status = if has(Field::NotificationReason) {
            Some(LicenseStatus::Notification)
        } else if has(Field::ClientMachineId)
            || has(Field::HostExtendedPid)
            || product
                .minutes_remaining
                .is_some_and(|minutes| minutes > BEYOND_GRACE)
        {
            Some(LicenseStatus::Licensed)
        } else {
            None
        };
        if product.license_status.is_none()
            && let Some(words) = product.license_status_text.clone()
        {
            self.remark(RemarkCode::Unsure, state_line, words, Some("licenseStatus"));
        }
    }
}

/// Whether blanks or an equals sign stand behind the label, as in listings.
fn is_apart(line: &str, label: &str) -> bool {
    let behind = line.split_once(label).map_or("", |(_, behind)| behind);
    behind.starts_with([' ', '\t', '='])
}

/// "10.0.19041.1000": four numbers.
fn is_version(value: &str) -> bool {
    value.split('.').count() == 4
        && value
            .split('.')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether the next line that is not blank begins a product.
fn leads_to_product(rest: &Lines<'_>) -> bool {
    let mut next = rest
        .clone()
        .take(3)
        .map(|(_, line)| text::regular(line))
        .filter(|line| !line.is_empty());
    next.next().is_some_and(|line| {
        split_label(&line).is_some_and(|(_, value)| anchor::begins_product(value).is_some())
    })
}

/// Whether the value of the very next line is of this kind.
fn next_value(rest: &Lines<'_>, is: impl Fn(&str) -> bool) -> bool {
    rest.clone().next().is_some_and(|(_, line)| {
        let line = text::regular(line);
        split_label(&line).is_some_and(|(_, value)| is(value))
    })
}

/// The plain numbers of the block that begins here, with the sentences between them, up to a line with another value or two
/// blank lines: how many, and the second one.
fn numbers(value: &str, rest: &Lines<'_>) -> (usize, Option<u32>) {
    /// Lines of the block of a host, blank ones included.
    const MOST: usize = 18;
    let (mut count, mut second, mut blanks) = (1, None, 0);
    let _ = value;
    for (_, line) in rest.clone().take(MOST) {
        let line = text::regular(line);
        blanks = if line.is_empty() { blanks + 1 } else { 0 };
        if blanks > 1 {
            break;
        }
        match split_label(&line) {
            Some((_, value)) if is_number(value) => {
                count += 1;
                if count == 2 {
                    second = value.parse().ok();
                }
            }
            // The priority is a word.
            Some((_, value)) if value.contains(|c: char| c.is_ascii_digit()) => break,
            _ => {}
        }
    }
    (count, second)
}

fn is_number(value: &str) -> bool {
    (1..=10).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_digit())
}

/// How many of the next lines hold an address.
fn addresses(rest: &Lines<'_>) -> usize {
    rest.clone()
        .take(4)
        .take_while(|(_, line)| {
            let line = text::regular(line);
            split_label(&line).is_some_and(|(_, value)| value.starts_with("http"))
        })
        .count()
}

/// Label and value in the cells of a table: "Name | Windows(R), ...", or with a tab between.
fn cells(line: &str) -> Option<(&str, &str)> {
    let (label, value) = line
        .split_once('\t')
        .or_else(|| line.split_once(" | "))
        .or_else(|| line.split_once("  "))?;
    let value = text::bare_value(value.trim_start_matches(['|', ' ', '\t']));
    if value.starts_with([':', '=']) {
        return None;
    }
    Some((label.trim_end_matches([':', ' ', '|']), value))
}

/// Whether a value has the shape that the field asks for: a label with a slip is believed only then.
pub(super) fn fits(field: Field, value: &str) -> bool {
    match field {
        Field::Name => value.is_empty() || value.ends_with("edition") || xpr::is_name(value),
        Field::ServiceVersion => is_version(value),
        Field::Description => value::channel_of_description(value).is_some(),
        Field::ProcessorCertificateUrl
        | Field::MachineCertificateUrl
        | Field::UseLicenseUrl
        | Field::ProductKeyCertificateUrl
        | Field::ValidationUrl => value.starts_with("http"),
        Field::LicenseStatus => value::license_status(value).is_some(),
        _ => {
            let mut trial = Product::default();
            store::store(&mut trial, field, Cow::Borrowed(value)).is_ok()
                && (value.is_empty() || trial != Product::default())
        }
    }
}
