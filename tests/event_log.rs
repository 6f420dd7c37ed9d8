//! Records of the event log and evidence as people paste them: wrapped, spaced, cut, beside other output.

use activation_desk::{
    ReadOptions, Reading, event_log, read_with,
    reading::{EventFields, Producer},
    text,
};

const REQUEST: &str = "0xC004F06C, 0x00000000, kms01.example.com:1688, 36f27b39-2fd5-440b-be67-a09996d27a38, 2010/09/29 17:52, 0, 2, 41760, 68531fb9-5511-4989-97be-d11a0f55633f, 25";
const ANSWER: &str = "0x0, 0x4000008, 0, 0, 4, 120, 10080, 1/14/2006 2:30";
const PROCESSED: &str = "0x0,25,CLIENT01,36f27b39-2fd5-440b-be67-a09996d27a38,2010/9/29 21:46,0,2,41520,68531fb9-5511-4989-97be-d11a0f55633f";
const SENT: &str =
    "The client has sent an activation request to the key management service machine.";

fn read(paste: &str) -> Reading<'_> {
    let reading = read_with(paste, ReadOptions { spans: true });
    let due = text::lines(paste)
        .filter(|(_, line)| !line.chars().all(text::is_blank))
        .count();
    assert_eq!(reading.spans.len(), due, "{paste}");
    reading
}

fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let characters: Vec<char> = line.chars().collect();
        for row in characters.chunks(width) {
            out.extend(row);
            out.push('\n');
        }
    }
    out
}

#[test]
fn a_console_of_any_width_changes_no_field() {
    for (sentence, fields, id) in [
        (SENT, REQUEST, 12288),
        (
            "The client has processed an activation response from the key management service machine.",
            ANSWER,
            12289,
        ),
        (
            "An activation request has been processed.",
            PROCESSED,
            12290,
        ),
    ] {
        let alone = read(fields).events[0].fields.clone();
        for width in 50..170 {
            let paste = wrapped(&format!("{sentence}\nInfo:\n{fields}\n"), width);
            let reading = read(&paste);
            let [event] = reading.events.as_slice() else {
                panic!("{:?} in {paste}", reading.events)
            };
            assert_eq!((&event.fields, event.id), (&alone, id), "{width}: {paste}");
            assert_eq!(reading.remarks, [], "{width}: {paste}");
        }
    }
}

#[test]
fn heads_without_values_and_with_blank_lines_are_heads() {
    let paste = format!(
        "Log Name: Application  \nSource: Microsoft-Windows-Security-SPP  \nDate:  \n\nEvent ID: 12288  \nTask Category: None  \nLevel: Information  \nKeywords: Classic  \nUser: N/A  \nComputer:  \n\nDescription:  \n{SENT}  \nInfo:  \n{REQUEST}\n\nSome words of a page.\n"
    );
    let reading = read(&paste);
    assert_eq!(reading.events.len(), 1);
    assert_eq!((reading.events[0].id, reading.events[0].line), (12288, 15));
    assert!(reading.events[0].logged.is_none() && reading.events[0].computer.is_none());
    assert_eq!(reading.remarks.len(), 1, "{:?}", reading.remarks);
    assert_eq!((reading.parts.len(), reading.parts[0].last_line), (1, 15));
}

#[test]
fn xml_that_a_console_cut_is_read() {
    let xml = format!(
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Security-SPP'/><EventID Qualifiers='16384'>12288</EventID><TimeCreated SystemTime='2026-05-04T08:15:22.000000000Z'/><Computer>pc01</Computer></System><EventData><Data>{REQUEST}</Data></EventData></Event>"
    );
    let alone = read(REQUEST).events[0].fields.clone();
    for width in 79..160 {
        let paste = wrapped(&xml, width);
        let reading = read(&paste);
        assert_eq!(reading.events.len(), 1, "{width}");
        assert_eq!(reading.events[0].fields, alone, "{width}: {paste}");
    }
    let many = xml.repeat(3);
    assert_eq!(read(&format!("<Events>{many}</Events>")).events.len(), 3);
}

#[test]
fn other_records_of_the_service_are_known() {
    for (message, id, code) in [
        (
            "The Software Protection service is starting.\nParameters:caller=slui.exe",
            900,
            None,
        ),
        (
            "Token-based Activation failed. HR=0xC004F011",
            12321,
            Some(0xC004_F011),
        ),
        (
            "Acquisition of genuine ticket failed (hr=0x80072EE7) for template Id 66c92734-d682-4d71-983e-d6ec3f16059f",
            8208,
            Some(0x8007_2EE7),
        ),
        (
            "License acquisition failure details. \nhr=0x803F7001",
            8200,
            Some(0x803F_7001),
        ),
        ("Offline downlevel migration succeeded.", 16394, None),
    ] {
        let reading = read(message);
        let [event] = reading.events.as_slice() else {
            panic!("{message}")
        };
        let EventFields::Failure { hresult, .. } = event.fields else {
            panic!("{message}")
        };
        assert_eq!((event.id, hresult), (id, code), "{message}");
    }
    let reading = read(
        "Publishing the Key Management Service (KMS) to DNS in the 'example.com' domain failed.\nInfo:\n0x80072338\n",
    );
    assert_eq!(reading.events[0].id, 12293);
    assert!(
        matches!(&reading.events[0].fields, EventFields::DnsPublishing { hresult: Some(0x8007_2338), domain: Some(domain) } if domain == "example.com")
    );
}

#[test]
fn other_texts_are_no_evidence() {
    for paste in [
        "Source: somewhere\nNote: this\n",
        "Please check the _vlmcs._tcp record in DNS.\n",
        "ComputerName : PC01\nUserName : x\n",
        "HKLM\\SOFTWARE is a path\n",
        "0x1, 0x2, 0x3\n",
        "Message : hello\n",
        "a,b,c\n1,2,3\n",
        "Stratum: 3\nServer: x\n",
    ] {
        let reading = read(paste);
        assert!(
            reading.events.is_empty() && reading.evidence.is_empty(),
            "{paste}"
        );
        assert!(
            reading
                .parts
                .iter()
                .all(|part| part.producer == Producer::Unknown
                    || part.producer == Producer::Registry),
            "{paste}: {:?}",
            reading.parts
        );
    }
}

#[test]
fn a_long_log_is_summed_up() {
    let mut paste = String::new();
    for number in 0..20_000 {
        paste += &format!(
            "Information\t5/4/2026 10:00:00 AM\tMicrosoft-Windows-Security-SPP\t12290\tNone\t\"An activation request has been processed.\nInfo:\n0x0,25,PC{number},36f27b39-2fd5-440b-be67-{:012x},2026/5/4 8:00,0,1,259200,73111121-5638-40f6-bc11-f1d7b0d64300\"\n",
            number / 2
        );
    }
    let reading = read(&paste);
    let sum = event_log::summary(&reading.events);
    assert_eq!(
        (sum.requests, sum.clients.len(), sum.clones.len()),
        (20_000, 10_000, 10_000)
    );
    assert_eq!(sum.products.len(), 1);
    assert_eq!(reading.parts.len(), 1);
}
