//! Cards of every fixture: explained, dated only where a date is known, and silent about machines when redacted.

mod support;

use std::{fs, path::Path};

use activation_desk::{
    ReadOptions, Reading,
    card::{Card, CardOptions, Tone, When, card, explain, overview, plain},
    phrase::Redact,
    read_with, text,
};

const SPANS: ReadOptions = ReadOptions { spans: true };

fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/{name}.txt"));
    String::from_utf8(fs::read(path).expect("a fixture")).expect("UTF-8")
}

fn names() -> impl Iterator<Item = String> {
    support::fixtures().into_iter().map(|(name, _)| name)
}

fn cards(reading: &Reading<'_>, options: &CardOptions) -> Vec<Card> {
    (0..reading.products.len())
        .map(|product| card(reading, product, options).expect("a product"))
        .collect()
}

fn only(name: &str, options: &CardOptions) -> Card {
    let paste = fixture(name);
    card(&read_with(&paste, SPANS), 0, options).expect("a product")
}

#[test]
fn every_row_is_explained_and_stands_where_it_says() {
    for name in names() {
        let paste = fixture(&name);
        let reading = read_with(&paste, SPANS);
        let lines: Vec<&str> = text::lines(&paste).map(|(_, line)| line).collect();
        for card in cards(&reading, &CardOptions::default()) {
            let sections = || card.sections.iter().chain(&card.reason);
            for row in card
                .identity
                .iter()
                .chain(sections().flat_map(|section| &section.rows))
            {
                assert!(
                    !row.label.is_empty() && !row.meaning.is_empty(),
                    "{name}: {}",
                    row.key
                );
                assert!(!row.value.is_empty(), "{name}: {}", row.key);
                let Some((first, last)) = row.lines else {
                    continue;
                };
                assert!(
                    first >= card.lines.0 && last <= card.lines.1,
                    "{name}: {}",
                    row.key
                );
                assert!(
                    lines
                        .get(first as usize - 1)
                        .is_some_and(|line| !line.trim().is_empty()),
                    "{name}: {}",
                    row.key
                );
            }
            for bar in sections().flat_map(|section| &section.chart) {
                assert!(
                    !bar.label.is_empty() && !bar.meaning.is_empty() && bar.line.is_some(),
                    "{name}: {}",
                    bar.key
                );
            }
        }
    }
}

#[test]
fn a_redacted_card_names_no_machine() {
    for name in names() {
        let paste = fixture(&name);
        let reading = read_with(&paste, SPANS);
        for (product, card) in reading
            .products
            .iter()
            .zip(cards(&reading, &CardOptions::default()))
        {
            let shown = plain(&card, Redact::Yes);
            let client = product.kms_client.as_ref();
            let ad = product.ad_activation.as_ref();
            let hidden = [
                product.installation_id.as_deref().map(str::to_owned),
                product.extended_pid.as_deref().map(str::to_owned),
                product.partial_product_key.as_deref().map(str::to_owned),
                client
                    .and_then(|client| client.client_machine_id)
                    .map(|id| id.to_string()),
                client.and_then(|client| {
                    client
                        .host_from_dns
                        .as_deref()?
                        .split(':')
                        .next()
                        .map(str::to_owned)
                }),
                client.and_then(|client| {
                    client
                        .registered_host
                        .as_deref()?
                        .split(':')
                        .next()
                        .map(str::to_owned)
                }),
                client.and_then(|client| client.host_ip_address.as_deref().map(str::to_owned)),
                client.and_then(|client| client.host_extended_pid.as_deref().map(str::to_owned)),
                ad.and_then(|ad| ad.object_dn.as_deref().map(str::to_owned)),
            ];
            for value in hidden.into_iter().flatten() {
                assert!(
                    plain(&card, Redact::No).contains(&value) || !card.sections.is_empty(),
                    "{name}: {value} is shown"
                );
                assert!(!shown.contains(&value), "{name}: {value} in\n{shown}");
            }
        }
    }
}

#[test]
fn dates_come_from_the_paste_only_where_they_are_certain() {
    // 1/31/2026: there is no month 31.
    let card = only("windows-10-kms-client", &CardOptions::default());
    let time = card.time.expect("a countdown");
    assert_eq!(time.left.plain(Redact::No), "173 days, 14 hours");
    let When::At {
        ends, on_the_way, ..
    } = time.when
    else {
        panic!("{:?}", time.when)
    };
    assert_eq!(ends.plain(Redact::No), "24 July 2026, 00:10");
    let on_the_way: Vec<_> = on_the_way
        .iter()
        .map(|(label, date)| format!("{label}: {}", date.plain(Redact::No)))
        .collect();
    assert_eq!(
        on_the_way,
        [
            "Last renewed, about: 25 January 2026",
            "Recent Windows begins to remind: 24 June 2026"
        ]
    );

    // /dli prints no time at all.
    let card = only("windows-7-kms-client-dli", &CardOptions::default());
    let time = card.time.expect("a countdown");
    assert!(
        matches!(time.when, When::Ask { ref choices, .. } if choices.is_empty()),
        "{:?}",
        time.when
    );
}

#[test]
fn the_moment_of_printing_decides_every_date() {
    let given = |day: u8| {
        let date = time::Date::from_calendar_date(2026, time::Month::March, day).expect("a day");
        let printed_at = Some(date.with_hms(12, 0, 0).expect("noon"));
        let card = only("windows-7-kms-client-dli", &CardOptions { printed_at });
        let When::At { ends, .. } = card.time.expect("a countdown").when else {
            panic!("asked in spite of a moment")
        };
        ends.plain(Redact::No)
    };
    assert_eq!(given(1), "17 August 2026, 18:00");
    assert_eq!(given(2), "18 August 2026, 18:00");
}

#[test]
fn an_ambiguous_date_offers_both_readings() {
    let paste = "Name: Windows(R), Enterprise edition\nDescription: Windows(R) Operating System, VOLUME_KMSCLIENT channel\n\
        License Status: Licensed\nVolume activation expiration: 1440 minute(s) (1 day(s))\nTrusted time: 3/4/2026 9:58:33 AM\n";
    let card = card(&read_with(paste, SPANS), 0, &CardOptions::default()).expect("a product");
    let When::Ask { choices, .. } = card.time.expect("a countdown").when else {
        panic!("a silent guess")
    };
    let choices: Vec<_> = choices
        .iter()
        .map(|(iso, phrase)| (iso.as_str(), phrase.plain(Redact::No)))
        .collect();
    assert_eq!(
        choices,
        [
            ("2026-03-04T09:58", "4 March 2026, 09:58".into()),
            ("2026-04-03T09:58", "3 April 2026, 09:58".into())
        ]
    );
}

#[test]
fn counts_are_held_against_the_right_thresholds() {
    let notes = |name: &str| {
        let card = only(name, &CardOptions::default());
        let section = card
            .sections
            .iter()
            .find(|section| section.id == "kms-host")
            .expect("a host block")
            .clone();
        let row = section
            .rows
            .iter()
            .find(|row| row.key == "kmsHost.currentCount")
            .expect("a count")
            .clone();
        row.notes
            .iter()
            .map(|note| (note.tone, note.text.plain(Redact::No)))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        notes("server-2022-kms-host"),
        [
            (
                Tone::Watch,
                "Not enough for Windows clients: 25 are needed, 17 counted, so 8 more must ask."
                    .into()
            ),
            (
                Tone::Good,
                "Enough for Windows Servers: 5 are needed, 17 are counted.".into()
            ),
        ]
    );
    assert_eq!(
        notes("office-2016-kms-host"),
        [(
            Tone::Watch,
            "Not enough for Office clients: 5 are needed, 0 counted, so 5 more must ask.".into()
        )]
    );
}

#[test]
fn a_failing_group_is_named() {
    let paste = fixture("lost-digits");
    let reading = read_with(&paste, SPANS);
    let cards = cards(&reading, &CardOptions::default());
    let row = |card: &Card| {
        let rows = card.sections.iter().flat_map(|section| &section.rows);
        rows.clone()
            .find(|row| row.key == "installationId")
            .expect("an Installation ID")
            .clone()
    };
    let short = row(&cards[0]);
    assert!(short.groups.is_empty());
    let said = short.notes[0].text.plain(Redact::No);
    assert!(
        said.starts_with("60 digits. 3 digits are missing to make 63."),
        "{said}"
    );
    let slipped = row(&cards[1]);
    let failing: Vec<usize> = (0..9)
        .filter(|group| slipped.groups[*group].holds == Some(false))
        .collect();
    assert_eq!(failing, [4]);
    assert!(
        slipped.notes[0]
            .text
            .plain(Redact::No)
            .starts_with("Group 5: its check digit"),
        "{:?}",
        slipped.notes
    );
}

fn first_card(paste: &str) -> Card {
    card(&read_with(paste, SPANS), 0, &CardOptions::default()).expect("a product")
}

fn commands(card: &Card) -> Vec<&str> {
    card.steps
        .iter()
        .map(|step| step.command.as_str())
        .collect()
}

#[test]
fn an_odd_activation_is_told_at_once() {
    let card = first_card(
        "Name: Windows(R), Enterprise edition\nDescription: Windows(R) Operating System, VOLUME_KMSCLIENT channel\n\
         License Status: Licensed\nVolume activation expiration: 259200 minute(s) (180 day(s))\n\
         Key Management Service client information\n    Registered KMS machine name: 127.0.0.2:1688\n",
    );
    let state = card.state.as_ref().expect("a state");
    assert_eq!(state.tone, Tone::Watch);
    let said = state.sentence.plain(Redact::No);
    assert!(
        said.contains("The KMS host is this machine itself."),
        "{said}"
    );
    assert!(
        commands(&card)[0].starts_with("Get-NetTCPConnection -LocalPort 1688"),
        "{:?}",
        commands(&card)
    );
}

#[test]
fn a_host_that_counts_too_few_says_so_at_once() {
    for (name, said) in [
        (
            "server-2022-kms-host",
            "Licensed as a KMS host: it may activate others. But 17 computers are counted: enough for servers (5), not for \
             Windows clients (25).",
        ),
        (
            "office-2016-kms-host",
            "Licensed as a KMS host: it may activate others. But only 0 of the 5 Office clients that it needs are counted: \
             it activates none yet.",
        ),
    ] {
        let state = only(name, &CardOptions::default()).state.expect("a state");
        assert_eq!(
            (state.tone, state.sentence.plain(Redact::No).as_str()),
            (Tone::Watch, said)
        );
    }
}

#[test]
fn a_printed_end_needs_no_counting() {
    let card = only("server-2019-evaluation-xpr", &CardOptions::default());
    let time = card.time.expect("an end");
    assert_eq!(time.left.plain(Redact::No), "24 March 2027, 02:35");
    assert_eq!(
        time.what.plain(Redact::No),
        "is when the time-limited licence ends"
    );
}

#[test]
fn active_directory_gets_its_own_steps() {
    let card = first_card(
        "Name: Windows(R), Enterprise edition\nDescription: Windows(R) Operating System, VOLUME_KMSCLIENT channel\n\
         License Status: Licensed\nVolume activation expiration: 1440 minute(s) (1 day(s))\nConfigured Activation Type: AD\n",
    );
    assert!(
        commands(&card)
            .iter()
            .any(|command| command.ends_with("/ao-list")),
        "{:?}",
        commands(&card)
    );
    assert!(
        !commands(&card)
            .iter()
            .any(|command| command.contains("_vlmcs")),
        "{:?}",
        commands(&card)
    );
}

#[test]
fn translated_output_is_told_from_none() {
    let said = |paste| {
        overview(&read_with(paste, SPANS))
            .sentence
            .plain(Redact::No)
    };
    let german = "Beschreibung: Windows(R) Operating System, VOLUME_KMSCLIENT channel\nLizenzstatus: Lizenziert\n";
    let told = said(german);
    assert!(told.starts_with("One product. "), "{told}");
    assert!(
        told.contains("The labels are in another language.") && told.contains("slmgr-en"),
        "{told}"
    );
    assert_eq!(said("nothing of the kind"), "");
}

#[test]
fn every_code_is_explained_or_called_unknown() {
    let section = explain(0xC004_F074);
    assert!(section.notes.len() >= 2 && !section.sources.is_empty());
    let unknown = explain(0xC0DE_0001);
    let said = unknown.notes[0].text.plain(Redact::No);
    assert!(
        said.starts_with("This code is not in the knowledge base of "),
        "{said}"
    );
}

#[test]
fn facts_name_their_sources() {
    let card = only("windows-11-notification-session", &CardOptions::default());
    assert!(
        !card
            .reason
            .as_ref()
            .expect("a reason code")
            .sources
            .is_empty()
    );
    let rows = card.sections.iter().flat_map(|section| &section.rows);
    for row in rows.filter(|row| {
        matches!(
            row.key,
            "activationId" | "applicationId" | "extendedPid.group"
        )
    }) {
        assert!(!row.sources.is_empty(), "{}", row.key);
    }
}

#[test]
fn keyed_products_come_first_and_the_worst_of_them_above() {
    let paste = fixture("dlv-all");
    let overview = overview(&read_with(&paste, SPANS));
    assert_eq!(
        overview.sentence.plain(Redact::No),
        "5 products, 3 with a product key; 2 need attention."
    );
    let order: Vec<_> = overview
        .products
        .iter()
        .map(|summary| (summary.product, summary.keyed))
        .collect();
    assert_eq!(
        order,
        [(4, true), (3, true), (1, true), (0, false), (2, false)]
    );
}

#[test]
fn titles_say_what_a_product_is() {
    for (name, title) in [
        ("office-2016-kms-host", "Office 2016 KMS host"),
        ("windows-10-kms-client", "Windows 10 22H2 Enterprise"),
        ("windows-7-kms-client-dli", "Windows 7 Enterprise"),
        ("vista-retail-grace-dli", "Windows Vista Ultimate"),
        (
            "server-2022-kms-host",
            "Windows Server 2022 Standard, KMS host",
        ),
        (
            "cim-server-2022-evaluation-expired",
            "Windows Server Standard evaluation",
        ),
        ("cim-oem-wrapped-prompt", "Windows 10 or 11 Professional"),
        (
            "windows-10-esu-add-on",
            "Windows 10 Extended Security Updates (Client-ESU-Year1)",
        ),
        (
            "half-from-the-middle",
            "Product without a name in this text",
        ),
    ] {
        assert_eq!(
            only(name, &CardOptions::default()).title.plain(Redact::No),
            title,
            "{name}"
        );
    }
}
