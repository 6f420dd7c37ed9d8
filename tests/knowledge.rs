//! The knowledge base is right about the facts that matter most; `knowledge/tables.rs` looks at the tables as a whole.

#[path = "knowledge/addresses.rs"]
mod addresses;
#[path = "knowledge/tables.rs"]
mod tables;
#[path = "knowledge/whole.rs"]
mod whole;

use activation_desk::channel::Channel;
use activation_desk::kb::grace::{Generation, GraceKind};
use activation_desk::kb::reason::Severity;
use activation_desk::kb::{self, Certainty, threshold};
use activation_desk::phrase::{Kind, Redact};
use activation_desk::product::Family;
use uuid::Uuid;

#[track_caller]
#[test]

fn the_office_kms_hosts_are_hosts() {
    for (id, generation, certainty) in [
        (
            "bfe7a195-4f8f-4f0b-a622-cf13c7d16864",
            "Office 2010",
            Certainty::Official,
        ),
        (
            "2e28138a-847f-42bc-9752-61b03fff33cd",
            "Office 2013",
            Certainty::Seen,
        ),
        (
            "98ebfe73-2084-4c97-932c-c0cd1643bea7",
            "Office 2016",
            Certainty::Official,
        ),
        (
            "70512334-47b4-44db-a233-be5ea33b914c",
            "Office 2019",
            Certainty::Official,
        ),
        (
            "47f3b983-7c53-4d45-abc6-bcd91e2dd90a",
            "Office LTSC 2021",
            Certainty::Official,
        ),
        (
            "f3d89bbf-c0ec-47ce-a8fa-e5a5f97e447f",
            "Office LTSC 2024",
            Certainty::Official,
        ),
    ] {
        let row = kb::activation_id::find(uuid(id)).expect(id);
        assert_eq!(
            (row.channel, row.generation, row.certainty),
            (Channel::KmsHost, generation, certainty),
            "{id}"
        );
        assert_eq!(
            (row.product, row.add_on),
            ("Office KMS host", false),
            "{id}"
        );
    }
}

#[test]

fn the_id_that_a_page_prints_as_the_2024_host_is_a_client() {
    let row = kb::activation_id::find(uuid("8d368fc1-9470-4be2-8d66-90e836cbb051")).unwrap();
    assert_eq!(
        (row.channel, row.generation),
        (Channel::KmsClient, "Office LTSC 2024")
    );
    assert!(
        row.note
            .unwrap()
            .contains("f3d89bbf-c0ec-47ce-a8fa-e5a5f97e447f")
    );
}

#[test]

fn extended_security_updates_are_add_ons_with_a_mak() {
    let add_ons: Vec<_> = kb::activation_id::all()
        .iter()
        .filter(|row| row.add_on)
        .collect();
    assert_eq!(add_ons.len(), 15);
    for row in add_ons {
        assert!(
            row.channel == Channel::Mak && row.edition.contains("-ESU-Year"),
            "{}",
            row.id
        );
    }
}

#[test]

fn one_application_id_is_an_artefact() {
    let right = uuid("0ff1ce15-a989-479d-af46-f275c6370663");
    let artefact = kb::application_id::find(uuid("0ff1ce16-a989-479d-af46-f275c6370663")).unwrap();
    assert_eq!(
        (artefact.stands_for, artefact.certainty),
        (Some(right), Certainty::Doubtful)
    );
    let real = kb::application_id::find(right).unwrap();
    assert_eq!((real.stands_for, real.family), (None, Family::Office));
    assert!(
        kb::activation_id::all()
            .iter()
            .all(|row| row.application_id != artefact.id)
    );
}

/// Notification reasons, status reasons and the errors that administrators meet most.
#[rustfmt::skip]
const CODES: [u32; 37] = [
    0x4004_F00C, 0x4004_F00D, 0x4004_F040, 0x4004_F065, 0x4004_F401, 0x803F_7001, 0x8007_232B,
    0xC004_C003, 0xC004_C008, 0xC004_C020, 0xC004_C060, 0xC004_D307, 0xC004_E015, 0xC004_F009,
    0xC004_F00F, 0xC004_F014, 0xC004_F034, 0xC004_F035, 0xC004_F038, 0xC004_F039, 0xC004_F041,
    0xC004_F042, 0xC004_F050, 0xC004_F056, 0xC004_F057, 0xC004_F063, 0xC004_F064, 0xC004_F065,
    0xC004_F069, 0xC004_F06C, 0xC004_F074, 0xC004_F081, 0xC004_F200, 0xC004_F210, 0xC004_F211,
    0xC004_F212, 0xC004_F213,
];

#[test]

fn the_reasons_that_matter_are_known() {
    for code in CODES {
        assert!(kb::reason::find(code).is_some(), "{code:#X}");
    }
}

#[test]

fn severity_follows_from_the_code() {
    assert_eq!(
        kb::reason::find(0x4004_F00C).unwrap().severity(),
        Severity::Information
    );
    assert_eq!(
        kb::reason::find(0xC004_F200).unwrap().severity(),
        Severity::Failure
    );
    assert_eq!(kb::reason::severity(0x803F_7001), Severity::Failure);
    assert_eq!(kb::reason::severity(0), Severity::Information);
}

#[test]

fn a_code_that_only_a_header_names_says_so() {
    for row in kb::reason::all().filter(|row| row.certainty == Certainty::Header) {
        let honest = row.meaning.starts_with("By its name: ") || row.doubt.is_some();
        assert!(
            honest && row.symbol.is_some(),
            "{:#X}: {}",
            row.code,
            row.meaning
        );
    }
}

#[test]

fn commands_run_as_they_stand() {
    let mut commands = 0;
    for row in kb::reason::all() {
        for sentence in row.why.iter().chain(row.what_to_do.iter()) {
            for piece in kb::marked(sentence)
                .pieces()
                .iter()
                .filter(|piece| piece.kind == Kind::Command)
            {
                commands += 1;
                let (command, lower) = (&piece.text, piece.text.to_ascii_lowercase());
                if lower.contains("slmgr") {
                    assert!(
                        command.starts_with(r"cscript //nologo %windir%\System32\slmgr.vbs /"),
                        "{command}"
                    );
                }
                if lower.contains("ospp.vbs") {
                    assert!(
                        command.starts_with(
                            "cscript //nologo \"%ProgramFiles%\\Microsoft Office\\Office16\\"
                        ),
                        "{command}"
                    );
                }
            }
        }
    }
    assert!(commands > 60, "{commands}");
}

#[test]

fn marked_sentences_lose_only_their_backticks() {
    let phrase = kb::marked("Elevated: `net start sppsvc`, then wait.");
    assert_eq!(
        phrase.plain(Redact::No),
        "Elevated: net start sppsvc, then wait."
    );
    assert_eq!(phrase.pieces()[1].kind, Kind::Command);
    assert_eq!(kb::marked("`a`").pieces().len(), 1);
    assert_eq!(kb::marked("").pieces().len(), 0);
}

#[test]

fn figures_are_those_that_are_published() {
    #[rustfmt::skip]
    let figures = [
        threshold::WINDOWS_CLIENTS, threshold::WINDOWS_SERVERS, threshold::OFFICE_CLIENTS,
        threshold::CLIENT_CACHE_END, threshold::SERVER_CACHE_END, threshold::OFFICE_CACHE_END,
        threshold::COUNT_AGEING, threshold::KMS_VALIDITY, threshold::ACTIVATION_INTERVAL,
        threshold::RENEWAL_INTERVAL, threshold::INTERVAL_LOWEST, threshold::INTERVAL_HIGHEST,
        threshold::KMS_PORT,
    ];
    let values = figures.map(|figure| figure.value);
    assert_eq!(
        values,
        [
            25,
            5,
            5,
            50,
            10,
            10,
            30,
            180 * 24 * 60,
            120,
            10_080,
            15,
            43_200,
            1688
        ]
    );
}

#[test]

fn newer_windows_has_no_grace_period_that_is_published() {
    let days = |generation, kind| kb::grace::find(generation, kind).unwrap().days;
    assert_eq!(days(Generation::Vista, GraceKind::Initial), Some(30));
    assert_eq!(days(Generation::Seven, GraceKind::OutOfTolerance), Some(30));
    assert_eq!(days(Generation::Office, GraceKind::Initial), Some(30));
    assert_eq!(days(Generation::EightOrLater, GraceKind::Initial), None);
    assert_eq!(
        days(Generation::EightOrLater, GraceKind::OutOfTolerance),
        None
    );
}

#[test]

fn parts_of_a_real_extended_pid() {
    // 05426-00206-234-001162-03-1033-9200.0000-0992013: Microsoft's sample of an Office KMS host.
    assert_eq!(
        kb::extended_pid::platform("05426").unwrap().meaning,
        "Windows 8, Windows Server 2012"
    );
    assert!(
        kb::extended_pid::group("00206")
            .unwrap()
            .meaning
            .starts_with("KMS host keys")
    );
    assert_eq!(
        kb::extended_pid::channel_code("03").unwrap().meaning,
        "Volume"
    );
    assert_eq!(kb::lcid::find(1033).unwrap().tag, "en-US");
    assert_eq!(
        kb::build::find(9200).unwrap().server,
        Some("Windows Server 2012")
    );
}

#[test]

fn the_date_is_a_day() {
    let parts: Vec<u32> = kb::DATE
        .split('-')
        .map(|part| part.parse().unwrap())
        .collect();
    assert_eq!(kb::DATE.len(), 10);
    assert!(
        parts[0] >= 2026 && (1..=12).contains(&parts[1]) && (1..=31).contains(&parts[2]),
        "{}",
        kb::DATE
    );
}

fn uuid(text: &str) -> Uuid {
    text.parse().unwrap()
}
