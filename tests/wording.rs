//! The words: whole sentences for the cases that matter, and text for every combination.

use std::collections::HashSet;

use activation_desk::{
    card::Tone,
    channel::Channel,
    command::OfficeFolder,
    phrase::Redact,
    product::{Era, Family},
    reading::{Remark, RemarkCode},
    state::LicenseStatus,
    wording::{
        channels, fields, page, remarks,
        states::{About, state},
    },
};

const CHANNELS: [Channel; 9] = [
    Channel::KmsHost,
    Channel::KmsClient,
    Channel::Mak,
    Channel::Retail,
    Channel::Oem,
    Channel::Avma,
    Channel::Subscription,
    Channel::Evaluation,
    Channel::Other,
];

fn about(family: Family, era: Option<Era>, channel: Channel) -> About {
    About {
        family,
        era,
        channel: Some(channel),
        in_use: Some(true),
        ..About::default()
    }
}

#[track_caller]
fn says(
    status: LicenseStatus,
    about: About,
    word: &str,
    tone: Tone,
    [sentence, people, next, ends]: [&str; 4],
) {
    let text = state(status, &about);
    assert_eq!(text.word, word);
    assert_eq!(text.tone, tone);
    assert_eq!(text.sentence.plain(Redact::No), sentence);
    assert_eq!(text.people.plain(Redact::No), people);
    assert_eq!(text.next.plain(Redact::No), next);
    assert_eq!(text.ends.plain(Redact::No), ends);
}

#[test]
fn a_healthy_kms_client() {
    says(
        LicenseStatus::Licensed,
        About {
            minutes: Some(259_000),
            ..about(Family::Windows, Some(Era::EightOrLater), Channel::KmsClient)
        },
        "Licensed",
        Tone::Good,
        [
            "Licensed by volume activation, for 180 days at a time.",
            "Nothing: everything works and nobody is asked for anything.",
            "It renews by itself, every 7 days by default; each success starts the 180 days again. A renewal that fails \
             is tried again and costs nothing until the time is up.",
            "180 days without a renewal. Then comes notification: no grace period is published for Windows 8 and later.",
        ],
    );
}

#[test]
fn a_kms_client_that_no_longer_renews() {
    let late = About {
        minutes: Some(43_199),
        ..about(Family::Windows, Some(Era::Seven), Channel::KmsClient)
    };
    says(
        LicenseStatus::Licensed,
        late,
        "Licensed",
        Tone::Watch,
        [
            "Licensed by volume activation, but not renewed for a long time: less than 30 days are left.",
            "Everything works. Newer versions of Windows announce the coming end from 30 days before it.",
            "It keeps trying to renew by itself. Every success starts the 180 days again; without one the activation lapses.",
            "180 days without a renewal. Then a grace period of 30 days follows, and after it notification.",
        ],
    );
    assert_eq!(
        state(
            LicenseStatus::Licensed,
            &About {
                minutes: Some(43_200),
                ..late
            }
        )
        .tone,
        Tone::Good
    );
}

#[test]
fn a_licensed_office_kms_host() {
    says(
        LicenseStatus::Licensed,
        about(Family::Office, None, Channel::KmsHost),
        "Licensed",
        Tone::Good,
        [
            "Licensed as a KMS host: it may activate others.",
            "Nothing on this machine. The volume editions of this Office generation in the network depend on it.",
            "Nothing by itself: the activation of a host is not renewed. It answers clients as long as the service runs and \
             its port can be reached.",
            "Another key or the removal of this one. What a big change of hardware does to a host is not stated in our sources.",
        ],
    );
}

#[test]
fn a_kms_client_in_notification() {
    says(
        LicenseStatus::Notification,
        About {
            reason: Some(0xC004_F056),
            ..about(Family::Windows, Some(Era::EightOrLater), Channel::KmsClient)
        },
        "Notification",
        Tone::Bad,
        [
            "Windows is not activated and says so (notification).",
            "Notices that ask for activation. Which settings are blocked and which watermark appears is not published for \
             Windows 8 and later.",
            "It keeps trying by itself, every 2 hours by default.",
            "A KMS host or Active Directory that answers. A MAK or another key, activated on line or by telephone, ends it too.",
        ],
    );
}

#[test]
fn office_in_notification_tells_that_sources_disagree() {
    says(
        LicenseStatus::Notification,
        About {
            reason: Some(0xC004_F009),
            ..about(Family::Office, None, Channel::Mak)
        },
        "Notification",
        Tone::Bad,
        [
            "This Office product is not activated and says so (notification): a grace period has run out.",
            "Dialogs at the start of each application and a red title bar. Sources disagree whether functions are lost: the \
             vendor's pages name only the notices, a university's page says that new documents and editing are blocked.",
            "Nothing by itself: it stays like this, without a countdown, until somebody acts.",
            "Activation of the MAK, on line or by telephone.",
        ],
    );
}

#[test]
fn a_row_without_a_key_is_a_plain_fact() {
    says(
        LicenseStatus::Unlicensed,
        About {
            in_use: Some(false),
            ..about(Family::Windows, Some(Era::EightOrLater), Channel::Retail)
        },
        "Not in use",
        Tone::Neutral,
        [
            "No product key is installed for this product, so it is not in use.",
            "Nothing. The licensing service knows many products; most rows of a full list look like this.",
            "Nothing.",
            "A product key for exactly this product, then its activation.",
        ],
    );
}

#[test]
fn office_grace_is_silent_for_25_of_30_days() {
    let fresh = About {
        minutes: Some(43_194),
        office_folder: Some(OfficeFolder::Office16),
        ..about(Family::Office, None, Channel::KmsClient)
    };
    says(
        LicenseStatus::OobGrace,
        fresh,
        "Out-of-box grace",
        Tone::Watch,
        [
            "This Office product is not activated yet; the initial grace period after installation runs.",
            "All functions work and nobody is asked: the first 25 of the 30 days are silent, then each application asks for \
             activation when it starts.",
            "It keeps trying by itself, every 2 hours by default. After 30 days in all comes notification, with a red title bar.",
            "A KMS host or Active Directory that answers. A MAK or another key, activated on line or by telephone, ends it too.",
        ],
    );
    let late = state(
        LicenseStatus::OobGrace,
        &About {
            minutes: Some(7_195),
            ..fresh
        },
    );
    assert_eq!(
        late.people.plain(Redact::No),
        "All functions work, but each application asks for activation when it starts: the silent 25 of the 30 days are over."
    );
}

/// What follows the 180 days, or the grace after them, by era: only what is published.
#[test]
fn grace_after_180_days_by_era() {
    let next = |family, era, channel| {
        state(LicenseStatus::OotGrace, &about(family, era, channel))
            .next
            .plain(Redact::No)
    };
    let client = Channel::KmsClient;
    for (family, era, channel, part) in [
        (
            Family::Windows,
            Some(Era::Vista),
            client,
            "On Vista this period has 30 days for volume licences",
        ),
        (
            Family::Windows,
            Some(Era::Vista),
            Channel::Oem,
            "On Vista this period has 3 days for retail and OEM",
        ),
        (
            Family::Windows,
            Some(Era::Seven),
            client,
            "After 30 days of grace comes notification.",
        ),
        (
            Family::WindowsServer,
            Some(Era::EightOrLater),
            client,
            "No grace period is published for Windows 8 and later",
        ),
        (
            Family::Windows,
            None,
            client,
            "30 days are published for Vista and 7, none for Windows 8 and later.",
        ),
        (
            Family::Office,
            None,
            client,
            "After 30 days of grace comes notification, with a red title bar.",
        ),
    ] {
        let text = next(family, era, channel);
        assert!(
            text.contains(part),
            "{family:?} {era:?} {channel:?}: {text}"
        );
    }
}

#[test]
fn a_printed_channel_outweighs_the_host_block() {
    let guest = About {
        is_kms_host: true,
        ..about(
            Family::WindowsServer,
            Some(Era::EightOrLater),
            Channel::KmsClient,
        )
    };
    assert!(!guest.hosts());
    assert!(
        About {
            channel: None,
            ..guest
        }
        .hosts()
    );
}

#[test]
fn an_evaluation_does_not_look_finished() {
    let text = state(
        LicenseStatus::Licensed,
        &about(
            Family::WindowsServer,
            Some(Era::EightOrLater),
            Channel::Evaluation,
        ),
    );
    assert_eq!(text.tone, Tone::Watch);
    assert_eq!(
        text.sentence.plain(Redact::No),
        "Licensed as an evaluation of Windows Server, for a limited time."
    );
    let all = format!(
        "{}{}{}",
        text.people.plain(Redact::No),
        text.next.plain(Redact::No),
        text.ends.plain(Redact::No)
    );
    assert!(
        !all.contains("shut"),
        "no source says that it shuts down: {all}"
    );
}

#[test]
fn every_combination_has_whole_sentences() {
    let families = [
        Family::Windows,
        Family::WindowsServer,
        Family::WindowsAddOn,
        Family::Office,
        Family::Unknown,
    ];
    let eras = [
        None,
        Some(Era::Vista),
        Some(Era::Seven),
        Some(Era::EightOrLater),
    ];
    let reasons = [
        None,
        Some(0xC004_F009),
        Some(0xC004_F200),
        Some(0xC004_F00F),
        Some(0xC004_F034),
    ];
    let mut seen = 0;
    for status in LicenseStatus::ALL {
        for family in families {
            for era in eras {
                for channel in CHANNELS.into_iter().map(Some).chain([None]) {
                    for reason in reasons {
                        for (minutes, is_kms_host, in_use) in [
                            (None, false, Some(true)),
                            (Some(1_000), true, None),
                            (Some(0), false, Some(false)),
                        ] {
                            let about = About {
                                family,
                                era,
                                channel,
                                reason,
                                minutes,
                                is_kms_host,
                                in_use,
                                office_folder: None,
                                ..About::default()
                            };
                            let text = state(status, &about);
                            assert!(!text.word.is_empty());
                            for phrase in [&text.sentence, &text.people, &text.next, &text.ends] {
                                let plain = phrase.plain(Redact::No);
                                assert!(plain.ends_with('.'), "{status:?} {about:?}: {plain:?}");
                                assert!(!plain.contains("  "), "{status:?} {about:?}: {plain:?}");
                            }
                            seen += 1;
                        }
                    }
                }
            }
        }
    }
    assert_eq!(seen, 7 * 5 * 4 * 10 * 5 * 3);
}

#[test]
fn the_seven_states_have_seven_words() {
    let words: HashSet<_> = LicenseStatus::ALL
        .into_iter()
        .map(|status| {
            state(
                status,
                &about(Family::Windows, Some(Era::Seven), Channel::Mak),
            )
            .word
        })
        .collect();
    assert_eq!(words.len(), 7, "{words:?}");
}

#[test]
fn every_field_has_its_own_label_and_a_meaning() {
    let keys: HashSet<_> = fields::KEYS.iter().collect();
    let labels: HashSet<_> = fields::KEYS.iter().map(|key| fields::label(key)).collect();
    assert_eq!(keys.len(), fields::KEYS.len(), "a key is there twice");
    assert_eq!(labels.len(), fields::KEYS.len(), "a label is there twice");
    for key in fields::KEYS {
        assert!(!fields::label(key).is_empty(), "{key}");
        assert!(
            fields::label(key).len() <= 42,
            "{key}: label too long for a column"
        );
        let meaning = fields::meaning(key);
        assert!(
            meaning.len() > 30 && meaning.ends_with('.'),
            "{key}: {meaning}"
        );
        let sentences = meaning.matches(". ").count() + 1;
        assert!(sentences <= 4, "{key}: {sentences} sentences");
    }
    assert_eq!(
        (fields::label("noSuchKey"), fields::meaning("noSuchKey")),
        ("", "")
    );
}

/// The keys that the published shape shows; a new field needs its words.
#[test]
fn every_published_field_is_there() {
    let published = "generation edition name description activationId applicationId extendedPid productId productKeyChannel licenseFamily \
        installationId partialProductKey useLicenseUrl validationUrl processorCertificateUrl machineCertificateUrl \
        productKeyCertificateUrl additionalInformation trustedTime evaluationEndDate channel licenseStatus reasonCode inUse \
        minutesRemaining remainingWindowsRearmCount remainingSkuRearmCount remainingAppRearmCount configuredActivationType \
        kmsHost.currentCount kmsHost.port kmsHost.dnsPublishing kmsHost.priority kmsHost.requests.total \
        kmsHost.requests.failed kmsHost.requests.unlicensed kmsHost.requests.licensed kmsHost.requests.initialGrace \
        kmsHost.requests.expiredOrOutOfTolerance kmsHost.requests.nonGenuineGrace kmsHost.requests.notification \
        kmsClient.clientMachineId kmsClient.hostFromDns kmsClient.registeredHost kmsClient.lookupDomain \
        kmsClient.hostIpAddress kmsClient.hostExtendedPid kmsClient.activationIntervalMinutes \
        kmsClient.renewalIntervalMinutes kmsClient.hostCaching adActivation.objectName adActivation.objectDn \
        adActivation.extendedPid adActivation.activationId service.version extendedPid.platform extendedPid.group \
        extendedPid.serial extendedPid.channelCode extendedPid.language extendedPid.build extendedPid.keyDate";
    assert_eq!(
        published.split_whitespace().collect::<Vec<_>>(),
        fields::KEYS
    );
}

#[test]
fn channels_are_told_apart() {
    let names: HashSet<_> = CHANNELS.map(channels::channel).into();
    let meanings: HashSet<_> = CHANNELS.map(channels::channel_meaning).into();
    assert_eq!((names.len(), meanings.len()), (9, 9));
    assert_eq!(
        channels::channel(Channel::KmsClient),
        "KMS client (generic volume license key)"
    );
}

#[test]
fn remarks_name_the_line_and_the_field() {
    for (code, key, text, expected) in [
        (
            RemarkCode::NotUnderstood,
            None,
            " hello ",
            "Line 7 is no licensing output that we know; it was left out. Found: hello",
        ),
        (
            RemarkCode::Malformed,
            Some("activationId"),
            "12-34",
            "Line 7, Activation ID: the value has not the shape that this field has, so it was left out. Found: 12-34",
        ),
        (
            RemarkCode::Masked,
            Some("installationId"),
            "XXXX",
            "Line 7, Installation ID: somebody has masked the value, so nothing is concluded from it.",
        ),
        (
            RemarkCode::Repeated,
            Some("licenseStatus"),
            "Licensed",
            "Line 7, License status: the field is there again with another value; the first one is kept. Found: Licensed",
        ),
        (
            RemarkCode::ProductKeyMasked,
            None,
            "anything",
            "Line 7: a full product key stood here. It is masked in everything that this page shows, copies or exports; treat \
             the text that you pasted as a secret.",
        ),
    ] {
        let remark = Remark {
            code,
            line: 7,
            text: text.into(),
            key,
        };
        assert_eq!(remarks::remark(&remark).plain(Redact::No), expected);
    }
}

#[test]
fn a_redacted_remark_hides_the_line() {
    let remark = Remark {
        code: RemarkCode::NotUnderstood,
        line: 3,
        text: "host=dc01.corp.example".into(),
        key: None,
    };
    let plain = remarks::remark(&remark).plain(Redact::Yes);
    assert!(!plain.contains("dc01"), "{plain}");
}

#[test]
fn page_counts_in_words() {
    assert_eq!(page::live::read(0, 0), "No product found.");
    assert_eq!(page::live::read(1, 1), "1 product read, 1 remark.");
    assert_eq!(page::live::read(2, 3), "2 products read, 3 remarks.");
}
