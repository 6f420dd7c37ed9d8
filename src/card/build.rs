//! A card from a reading.

use super::{
    Card, CardOptions, Note, Overview, Row, Section, StateCard, Step, Summary, Tone, identifiers,
    kms,
    rows::{Filling, Places, add_sources, derived},
    time_left,
};
use crate::{
    channel::Channel,
    command,
    id::error_code,
    kb::{self, article},
    phrase::{Kind, Phrase},
    product::{self, Family, Identity},
    reading::{ExpiryKind, Product, Reading, Remark, RemarkCode},
    sensitive,
    state::LicenseStatus,
    suspicion,
    wording::{
        around, card as say, channels,
        states::{self, About, StateText},
    },
};

/// Builds the card of product number `product`; `None` past the end. Lines are told where the reading holds spans.
pub fn card(reading: &Reading<'_>, product: usize, options: &CardOptions) -> Option<Card> {
    let read = reading.products.get(product)?;
    let places = Places::new(reading, product);
    let identity = identify(read);
    let about = about(read, &identity);
    Some(Card {
        product,
        title: title(read, &identity),
        subtitle: read
            .name
            .as_deref()
            .map(|name| Phrase::new().value(Kind::Value, name.to_owned()))
            .unwrap_or_default(),
        identity: identity_rows(&places, read, &identity),
        state: read.license_status.map(|status| {
            let text = state(status, read, &about);
            StateCard {
                tone: text.tone,
                word: text.word,
                article: article::of(article::Kind::State, status.name()).map(|known| known.key),
                sentence: text.sentence,
                people: text.people,
                next: text.next,
                ends: text.ends,
                line: places.line("licenseStatus"),
            }
        }),
        time: time_left::time(&places, read, &identity, options),
        reason: reason(&places, read, &about),
        sections: [
            kms::host(&places, read, &identity),
            kms::client(&places, read),
            kms::ad(&places, read),
            identifiers::identifiers(&places, read, &identity),
            identifiers::extended_pid(&places, read),
            identifiers::host_extended_pid(&places, read),
            rearms(&places, read),
            urls(&places, read),
        ]
        .into_iter()
        .flatten()
        .collect(),
        steps: steps(read, &about),
        lines: read.lines,
    })
}

/// The state in words; what the block of a host or odd figures add to it comes first.
fn state(status: LicenseStatus, product: &Product<'_>, about: &About) -> StateText {
    let mut text = states::state(status, about);
    let over =
        product.minutes_remaining == Some(0) && product.expires.kind == Some(ExpiryKind::Grace);
    if over {
        text.tone = Tone::Bad;
        text.sentence = text.sentence.text(" ").strong(say::GRACE_OVER);
    }
    if status != LicenseStatus::Licensed {
        return text;
    }
    let count = product
        .kms_host
        .as_ref()
        .filter(|_| about.hosts())
        .and_then(|host| host.current_count);
    if let Some(said) =
        count.and_then(|count| say::count_too_low(count, about.family == Family::Office))
    {
        text.tone = Tone::Watch;
        text.sentence = text.sentence.text(" ").then(said);
    }
    if let Some(suspicion) = about.suspicion {
        text.tone = Tone::Watch;
        text.sentence = text.sentence.text(" ").then(say::suspicion(suspicion));
    }
    text
}

fn steps(product: &Product<'_>, about: &About) -> Vec<Step> {
    let mut steps = command::steps(product, about);
    for step in &mut steps {
        step.tagged = sensitive::command(&step.command, product);
    }
    steps
}

/// Product number `product` at a glance; `None` past the end.
pub fn glance(reading: &Reading<'_>, product: usize) -> Option<Summary> {
    let read = reading.products.get(product)?;
    let identity = identify(read);
    let state = read
        .license_status
        .map(|status| state(status, read, &about(read, &identity)));
    Some(Summary {
        product,
        title: title(read, &identity),
        word: state.as_ref().map_or(say::NO_STATE, |state| state.word),
        tone: state.as_ref().map_or(Tone::Neutral, |state| state.tone),
        keyed: is_keyed(read),
        lines: read.lines,
    })
}

/// Sums the paste up.
pub fn overview(reading: &Reading<'_>) -> Overview {
    // What needs somebody first, by six drawers: within each the order of the text stays.
    let mut drawers: [Vec<Summary>; 6] = Default::default();
    for summary in (0..reading.products.len()).filter_map(|product| glance(reading, product)) {
        let calm = match summary.tone {
            Tone::Bad => 0,
            Tone::Watch => 1,
            Tone::Good | Tone::Neutral => 2,
        };
        drawers[calm + if summary.keyed { 0 } else { 3 }].push(summary);
    }
    let products: Vec<Summary> = drawers.into_iter().flatten().collect();
    let keyed = products.iter().filter(|summary| summary.keyed).count();
    let worrying = products
        .iter()
        .filter(|summary| summary.keyed && matches!(summary.tone, Tone::Bad | Tone::Watch))
        .count();
    let errors = reading.errors.len();
    let found = around::found(
        products.len(),
        reading.events.len(),
        reading.evidence.len(),
        super::around::has_settings(reading),
        errors,
    );
    let sentence = if products.is_empty() && !found.is_empty() {
        found.into()
    } else {
        say::overview(products.len(), keyed, worrying, errors).text(found)
    };
    Overview {
        sentence: if is_translated(reading) {
            sentence
                .text(if products.is_empty() { "" } else { " " })
                .text(say::TRANSLATED)
                .value(Kind::Command, say::ENGLISH_COPY)
        } else {
            sentence
        },
        products,
    }
}

/// Whether unread lines hold what only licensing output holds: an Installation ID, a channel, the word for a key's group.
fn is_translated(reading: &Reading<'_>) -> bool {
    let anchors = |text: &str| {
        let digits = text.rsplit([':', '：', ' ']).next().unwrap_or_default();
        let number =
            matches!(digits.len(), 54 | 63) && digits.bytes().all(|byte| byte.is_ascii_digit());
        number
            || ["VOLUME_", "OEM_", "RETAIL ", "TIMEBASED_"]
                .iter()
                .any(|token| text.contains(token))
    };
    let unread = |remark: &&Remark<'_>| remark.code == RemarkCode::NotUnderstood;
    reading.language.is_none_or(|language| language != "en")
        && (reading.unknown_labels || reading.language.is_some())
        || reading.language.is_none()
            && reading
                .remarks
                .iter()
                .filter(unread)
                .any(|remark| anchors(&remark.text))
}

/// Whether a product has a key: one is printed, or nothing says that there is none.
pub fn is_keyed(product: &Product<'_>) -> bool {
    match product.in_use {
        Some(in_use) => in_use,
        None => {
            product.extended_pid.is_some()
                || product.installation_id.is_some()
                || product.license_status.is_some()
        }
    }
}

pub(crate) fn identify(product: &Product<'_>) -> Identity {
    product::identify(product, product.service_version.as_deref())
}

pub(crate) fn about(product: &Product<'_>, identity: &Identity) -> About {
    About {
        family: identity.family,
        era: identity.era,
        channel: product.channel,
        office_folder: identity.office_folder,
        minutes: product.minutes_remaining,
        is_kms_host: product.kms_host.is_some(),
        reason: product.reason_code,
        in_use: product.in_use,
        by_directory: product.ad_activation.is_some()
            || product.configured_activation_type.as_deref() == Some("AD"),
        suspicion: suspicion::of(product),
    }
}

/// "Office 2016 KMS host", "Windows 11 24H2 Professional".
fn title(product: &Product<'_>, identity: &Identity) -> Phrase {
    let edition = identity
        .edition
        .as_deref()
        .filter(|edition| !edition.contains('_'));
    let host = product.channel == Some(Channel::KmsHost) && identity.family.is_windows();
    let words = match (identity.certain_generation(), edition, identity.known) {
        (Some(generation), _, Some(known)) if known.product == say::OFFICE_KMS_HOST => {
            format!("{generation} KMS host")
        }
        (_, Some(edition), Some(known)) if known.add_on => format!("{} ({edition})", known.product),
        (Some(generation), Some(edition), _) if host => format!("{generation} {edition}, KMS host"),
        (Some(generation), Some(edition), _) => format!("{generation} {edition}"),
        (None, Some(edition), _) if identity.family == Family::WindowsServer => {
            format!("Windows Server {edition}")
        }
        (None, Some(edition), _) if identity.family.is_windows() => format!("Windows {edition}"),
        (Some(generation), None, _) => generation.to_owned(),
        _ => match product.name.as_deref() {
            Some(name) => name.to_owned(),
            None => say::UNNAMED.to_owned(),
        },
    };
    Phrase::new().strong(words)
}

fn identity_rows(places: &Places<'_>, product: &Product<'_>, identity: &Identity) -> Vec<Row> {
    let mut filling = Filling::new("identity", "");
    if let Some(channel) = product.channel {
        let words = channels::channel(channel);
        let value = match article::of(article::Kind::Channel, channel.name()) {
            Some(known) => Phrase::new().value(Kind::Entry(known.key), words),
            None => Phrase::new().strong(words),
        };
        let row = filling.row(places.row("channel", value));
        row.note(Tone::Neutral, channels::channel_meaning(channel));
        row.lines = places.lines("description");
    }
    filling.value(
        places,
        "generation",
        Kind::Value,
        identity.generation.as_deref(),
    );
    filling.value(places, "edition", Kind::Value, identity.edition.as_deref());
    filling.value(
        places,
        "description",
        Kind::Value,
        product.description.as_deref(),
    );
    filling.value(
        places,
        "additionalInformation",
        Kind::Value,
        product.additional_information.as_deref(),
    );
    filling.value(
        places,
        "licenseStatus",
        Kind::Value,
        product.license_status_text.as_deref(),
    );
    filling.value(
        places,
        "configuredActivationType",
        Kind::Value,
        product.configured_activation_type.as_deref(),
    );
    filling
        .done()
        .map(|section| section.rows)
        .unwrap_or_default()
}

fn reason(places: &Places<'_>, product: &Product<'_>, about: &About) -> Option<Section> {
    let mut section = explain_where(product.reason_code?, |advice| concerns(advice, about));
    if let Some(row) = section.rows.first_mut() {
        row.lines = places.lines("reasonCode");
    }
    if let Some(text) = &product.reason_text {
        let said = Phrase::from(say::TOOL_SAYS).value(Kind::Unread, text.clone().into_owned());
        section.notes.push(note(Tone::Neutral, said));
    }
    Some(section)
}

/// Whether a piece of advice is for this product: much of it begins with whom it is for, and slmgr.vbs without an
/// Activation ID acts on Windows, ospp.vbs on Office.
fn concerns(advice: &str, about: &About) -> bool {
    let office = about.family == Family::Office;
    let channel = |wanted: &[Channel]| {
        about
            .channel
            .is_none_or(|channel| wanted.contains(&channel))
    };
    let is_meant = match advice.split_once(':').map(|(whom, _)| whom) {
        Some("Office") => office,
        Some("KMS client") => channel(&[Channel::KmsClient]),
        Some("MAK") => channel(&[Channel::Mak]),
        Some("MAK or retail") => channel(&[Channel::Mak, Channel::Retail, Channel::Oem]),
        Some("Evaluation server") => channel(&[Channel::Evaluation]),
        Some("ESU key") => about.family == Family::WindowsAddOn,
        _ => true,
    };
    let known = about.family != Family::Unknown;
    let other_tool = (office && !about.hosts() && advice.contains("slmgr.vbs"))
        || (known && !office && advice.contains("ospp.vbs"));
    is_meant && !other_tool
}

/// Explains a code, known or not: an HRESULT that slmgr.vbs, ospp.vbs or WMI printed.
pub fn explain(code: u32) -> Section {
    explain_where(code, |_| true)
}

fn explain_where(code: u32, concerns: impl Fn(&str) -> bool) -> Section {
    let failure = kb::reason::severity(code) == kb::reason::Severity::Failure;
    let severity = if failure {
        say::FAILURE
    } else {
        say::INFORMATION
    };
    let value = Phrase::new()
        .value(Kind::Code, error_code::format(code))
        .text(format!(" ({severity})"));
    let mut filling = Filling::new("reason", say::sections::REASON);
    filling.row(derived("reasonCode", value));
    let Some(known) = kb::reason::find(code) else {
        filling.note(Tone::Neutral, say::unknown_reason(kb::DATE));
        return filling.whole();
    };
    let tone = if failure { Tone::Bad } else { Tone::Neutral };
    filling.note(tone, Phrase::new().strong(known.meaning));
    for why in known.why.iter().filter(|why| concerns(why)) {
        filling.note(Tone::Neutral, Phrase::from(say::WHY).then(kb::marked(why)));
    }
    for what in known.what_to_do.iter().filter(|what| concerns(what)) {
        filling.note(
            Tone::Neutral,
            Phrase::from(say::TO_DO).then(kb::marked(what)),
        );
    }
    if let Some(doubt) = known.doubt {
        filling.note(
            Tone::Neutral,
            Phrase::from(say::DOUBT).then(kb::marked(doubt)),
        );
    } else if let Some(sure) = say::certainty(known.certainty) {
        filling.note(Tone::Neutral, sure);
    }
    add_sources(&mut filling.section().sources, known.sources());
    filling.whole()
}

fn rearms(places: &Places<'_>, product: &Product<'_>) -> Option<Section> {
    let mut filling = Filling::new("rearm", say::sections::REARM);
    for (key, count) in [
        (
            "remainingWindowsRearmCount",
            product.remaining_windows_rearm_count,
        ),
        ("remainingSkuRearmCount", product.remaining_sku_rearm_count),
        ("remainingAppRearmCount", product.remaining_app_rearm_count),
    ] {
        filling.value(places, key, Kind::Quantity, count);
    }
    filling.value(
        places,
        "trustedTime",
        Kind::Date,
        product.trusted_time.as_deref(),
    );
    filling.value(
        places,
        "evaluationEndDate",
        Kind::Date,
        product.evaluation_end_date.as_deref(),
    );
    filling.done()
}

fn urls(places: &Places<'_>, product: &Product<'_>) -> Option<Section> {
    let mut filling = Filling::new("urls", say::sections::URLS);
    for (key, url) in [
        ("useLicenseUrl", &product.use_license_url),
        ("validationUrl", &product.validation_url),
        (
            "processorCertificateUrl",
            &product.processor_certificate_url,
        ),
        ("machineCertificateUrl", &product.machine_certificate_url),
        (
            "productKeyCertificateUrl",
            &product.product_key_certificate_url,
        ),
    ] {
        filling.value(places, key, Kind::Url, url.as_deref());
    }
    filling.done()
}

/// A note, for the parts of a card.
pub(super) fn note(tone: Tone, text: impl Into<Phrase>) -> Note {
    Note {
        tone,
        text: text.into(),
    }
}
