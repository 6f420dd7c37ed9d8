//! Activation ID, Application ID, Installation ID, key ending, Extended PID: checked, named, taken apart.

use super::{
    Group, Section, Tone,
    rows::{Filling, Places, derived},
};
use crate::{
    id::{
        extended_pid,
        installation_id::{self, Check, Inspection},
    },
    kb,
    phrase::{Kind, Phrase},
    product::Identity,
    reading::Product,
    wording::{card as say, dates},
};

/// The identifiers of a product.
pub(super) fn identifiers(
    places: &Places<'_>,
    product: &Product<'_>,
    identity: &Identity,
) -> Option<Section> {
    let mut filling = Filling::new("identifiers", say::sections::IDENTIFIERS);
    if let Some(row) = filling.value(places, "activationId", Kind::Guid, product.activation_id) {
        match identity.known {
            Some(known) => {
                let official = known.certainty == kb::Certainty::Official;
                row.note(
                    if official { Tone::Good } else { Tone::Neutral },
                    say::known_activation_id(known),
                )
                .source(known.sources());
                if let Some(note) = known.note {
                    row.note(Tone::Neutral, kb::marked(note));
                }
            }
            None => {
                row.note(Tone::Neutral, say::unknown_activation_id(kb::DATE));
            }
        }
    }
    if let Some(row) = filling.value(places, "applicationId", Kind::Guid, product.application_id) {
        match product.application_id.and_then(kb::application_id::find) {
            Some(known) => {
                row.note(Tone::Neutral, known.product)
                    .source(known.sources());
                if let Some(note) = known.note {
                    row.note(Tone::Neutral, kb::marked(note));
                }
            }
            None => {
                row.note(Tone::Neutral, say::UNKNOWN_APPLICATION_ID);
            }
        }
    }
    installation(places, product, &mut filling);
    filling.value(
        places,
        "productKeyChannel",
        Kind::Value,
        product.product_key_channel.as_deref(),
    );
    filling.value(
        places,
        "partialProductKey",
        Kind::KeyEnding,
        product.partial_product_key.as_deref(),
    );
    filling.value(
        places,
        "productId",
        Kind::Pid,
        product.product_id.as_deref(),
    );
    filling.done()
}

fn installation(places: &Places<'_>, product: &Product<'_>, filling: &mut Filling) {
    let Some(digits) = product.installation_id.as_deref() else {
        return;
    };
    let value = Phrase::new().value(Kind::InstallationId, digits.to_owned());
    let row = filling.row(places.row("installationId", value));
    match installation_id::inspect(digits) {
        Inspection::Groups(groups) => {
            row.groups = groups
                .groups()
                .iter()
                .map(|group| Group {
                    digits: group.digits.clone(),
                    holds: Some(group.check == Check::Holds),
                })
                .collect();
            let failing: Vec<usize> = groups.failing().map(|group| group.index).collect();
            if failing.is_empty() {
                row.note(Tone::Good, say::groups_hold(digits.len(), groups.size()));
            } else {
                row.note(Tone::Bad, say::groups_fail(&failing));
            }
        }
        // All else is told in a sentence of its own: count, likely cause, where to look.
        other => {
            row.note(Tone::Bad, other.to_string());
        }
    }
}

/// The product's own Extended PID, part by part.
pub(super) fn extended_pid(places: &Places<'_>, product: &Product<'_>) -> Option<Section> {
    let mut filling = Filling::new("extended-pid", say::sections::EXTENDED_PID);
    filling.value(
        places,
        "extendedPid",
        Kind::Pid,
        product.extended_pid.as_deref(),
    )?;
    parts(&mut filling, product.extended_pid.as_deref()?);
    filling.note(Tone::Neutral, say::PID_PARTS);
    filling.done()
}

/// The Extended PID of the KMS host, in a client's output.
pub(super) fn host_extended_pid(places: &Places<'_>, product: &Product<'_>) -> Option<Section> {
    let printed = product.kms_client.as_ref()?.host_extended_pid.as_deref()?;
    let mut filling = Filling::new("host-extended-pid", say::sections::HOST_EXTENDED_PID);
    filling.value(
        places,
        "kmsClient.hostExtendedPid",
        Kind::Pid,
        Some(printed),
    )?;
    parts(&mut filling, printed);
    filling.note(Tone::Neutral, say::HOST_PID);
    filling.done()
}

fn parts(filling: &mut Filling, printed: &str) {
    let Ok(pid) = extended_pid::parse(printed) else {
        return;
    };
    for (key, value, known) in [
        (
            "extendedPid.platform",
            pid.platform,
            pid.platform.and_then(kb::extended_pid::platform),
        ),
        (
            "extendedPid.group",
            pid.group,
            pid.group.and_then(kb::extended_pid::group),
        ),
    ] {
        if let Some(value) = value {
            piece(filling, key, value, known);
        }
    }
    if let Some(serial) = pid.serial() {
        filling.row(derived(
            "extendedPid.serial",
            Phrase::new().value(Kind::Pid, serial),
        ));
    }
    if let Some(code) = pid.channel_code {
        piece(
            filling,
            "extendedPid.channelCode",
            code,
            kb::extended_pid::channel_code(code),
        );
    }
    if let Some(lcid) = pid.lcid {
        let value = Phrase::new().value(Kind::Value, lcid.to_string());
        let value = match kb::lcid::find(lcid) {
            Some(known) => value.text(format!(": {} ({})", known.name, known.tag)),
            None => say::unknown_part(&lcid.to_string()),
        };
        filling.row(derived("extendedPid.language", value));
    }
    if let Some(build) = pid.build {
        let known = kb::build::find(build);
        let names: Vec<&str> = known
            .into_iter()
            .flat_map(|known| [known.client, known.server])
            .flatten()
            .collect();
        let value = Phrase::new().value(Kind::Value, build.to_string());
        let value = if names.is_empty() {
            say::unknown_part(&build.to_string())
        } else {
            value.text(format!(": {}", names.join(", ")))
        };
        let row = filling.row(derived("extendedPid.build", value));
        if let Some(known) = known {
            row.source(known.sources());
        }
        if build == 9200 {
            row.note(Tone::Neutral, say::BUILD_9200);
        }
    }
    if let Some(date) = pid.key_date {
        filling.row(derived(
            "extendedPid.keyDate",
            Phrase::new().value(Kind::Date, dates::day(date)),
        ));
    }
    for odd in &pid.odd {
        filling.note(Tone::Watch, odd.to_string());
    }
}

fn piece(
    filling: &mut Filling,
    key: &'static str,
    value: &str,
    known: Option<&'static kb::extended_pid::Piece>,
) {
    let Some(known) = known else {
        filling.row(derived(key, say::unknown_part(value)));
        return;
    };
    let phrase = Phrase::new()
        .value(Kind::Value, value.to_owned())
        .text(": ")
        .text(known.meaning);
    let row = filling.row(derived(
        key,
        phrase.text(say::certainty_in_short(known.certainty)),
    ));
    row.source(known.sources());
    if let Some(note) = known.note {
        row.note(Tone::Neutral, kb::marked(note));
    }
}
