//! Every product of a large input as a line of JSON or of CSV.
//!
//! A line holds the published shape of the product and where it stands. The shape is walked once, so that a field that is
//! added to it is in the JSON by itself; CSV has the columns of [`COLUMNS`]. With [`Redact::Yes`] sensitive values are
//! replaced by what they are.

mod walk;

use crate::{phrase::Redact, published, reading as core, sensitive};
use walk::{Sink, Value, walk};

/// Where a product stands.
#[derive(Clone, Copy, Debug)]
pub struct Source<'s> {
    /// The file's name; empty for pasted text.
    pub file: &'s str,
    /// Its number, from 1; in place of the name where that is hidden, since files are named after machines.
    pub number: u32,
    /// Index of the output in its file, from 1.
    pub part: u64,
    /// What printed it.
    pub producer: core::Producer,
    /// How many lines of the file stand before the piece that was read.
    pub lines: u32,
}

/// The columns of CSV: the keys of the published shape, a dot between those of inner objects. The digits of an Installation ID
/// stand in groups, since a spreadsheet would make a number of them and lose most.
pub const COLUMNS: [&str; 62] = [
    "file",
    "part",
    "producer",
    "name",
    "description",
    "additionalInformation",
    "activationId",
    "applicationId",
    "extendedPid",
    "productId",
    "productKeyChannel",
    "licenseFamily",
    "installationId",
    "partialProductKey",
    "processorCertificateUrl",
    "machineCertificateUrl",
    "useLicenseUrl",
    "productKeyCertificateUrl",
    "validationUrl",
    "trustedTime",
    "evaluationEndDate",
    "channel",
    "licenseStatus",
    "licenseStatusText",
    "reasonCode",
    "inUse",
    "minutesRemaining",
    "daysPrinted",
    "remainingWindowsRearmCount",
    "remainingSkuRearmCount",
    "remainingAppRearmCount",
    "expires.kind",
    "expires.permanent",
    "expires.at",
    "configuredActivationType",
    "kmsHost.currentCount",
    "kmsHost.port",
    "kmsHost.dnsPublishing",
    "kmsHost.priority",
    "kmsHost.requests.total",
    "kmsHost.requests.failed",
    "kmsHost.requests.unlicensed",
    "kmsHost.requests.licensed",
    "kmsHost.requests.initialGrace",
    "kmsHost.requests.expiredOrOutOfTolerance",
    "kmsHost.requests.nonGenuineGrace",
    "kmsHost.requests.notification",
    "kmsClient.clientMachineId",
    "kmsClient.hostFromDns",
    "kmsClient.registeredHost",
    "kmsClient.lookupDomain",
    "kmsClient.hostIpAddress",
    "kmsClient.hostExtendedPid",
    "kmsClient.activationIntervalMinutes",
    "kmsClient.renewalIntervalMinutes",
    "kmsClient.hostCaching",
    "adActivation.objectName",
    "adActivation.objectDn",
    "adActivation.extendedPid",
    "adActivation.activationId",
    "firstLine",
    "lastLine",
];

/// How the products are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON Lines: a JSON object a line.
    JsonLines,
    /// CSV with a heading line: RFC 4180, with the mark by which Excel knows UTF-8.
    Csv,
}

impl Format {
    /// What stands before the first product.
    pub fn head(self) -> String {
        match self {
            Format::JsonLines => String::new(),
            Format::Csv => format!("\u{feff}{}\r\n", COLUMNS.join(",")),
        }
    }

    /// Puts the line of a product behind `out`.
    pub fn write(
        self,
        product: &core::Product<'_>,
        source: Source<'_>,
        redact: Redact,
        out: &mut String,
    ) {
        let mut product = published::Product::from(product);
        for line in &mut product.lines {
            *line += source.lines;
        }
        let lines = product.lines;
        match self {
            Format::JsonLines => {
                let mut json = Json {
                    out,
                    first: true,
                    redact,
                };
                json.out.push('{');
                head(source, redact, &mut json);
                // Nothing in the shape can fail to be walked; a test walks it.
                let _ = walk(&product, &mut json);
                json.out.push_str("}\n");
            }
            Format::Csv => {
                let mut cells = Cells {
                    cells: vec![String::new(); COLUMNS.len()],
                    redact,
                };
                head(source, redact, &mut cells);
                let _ = walk(&product, &mut cells);
                cells.scalar("firstLine", Value::Number(lines[0].into()));
                cells.scalar("lastLine", Value::Number(lines[1].into()));
                for (index, cell) in cells.cells.iter().enumerate() {
                    if index > 0 {
                        out.push(',');
                    }
                    csv_cell(cell, out);
                }
                out.push_str("\r\n");
            }
        }
    }
}

fn head(source: Source<'_>, redact: Redact, sink: &mut impl Sink) {
    let hidden = (redact == Redact::Yes).then(|| format!("file {}", source.number));
    match hidden.as_deref().unwrap_or(source.file) {
        "" => sink.scalar("file", Value::Null),
        name => sink.scalar("file", Value::Text(name)),
    }
    sink.scalar("part", Value::Number(source.part));
    sink.scalar("producer", Value::Text(source.producer.name()));
}

/// The text to write for that field.
fn shown<'v>(path: &str, text: &'v str, redact: Redact) -> &'v str {
    let hidden = (redact == Redact::Yes)
        .then(|| sensitive::kind_of(path))
        .flatten()
        .and_then(|kind| kind.placeholder());
    hidden.unwrap_or(text)
}

/// Writes JSON.
struct Json<'o> {
    out: &'o mut String,
    /// Whether nothing stands in the open object.
    first: bool,
    redact: Redact,
}

impl Json<'_> {
    fn key(&mut self, path: &str) {
        if !std::mem::take(&mut self.first) {
            self.out.push(',');
        }
        json_text(path.rsplit('.').next().unwrap_or(path), self.out);
        self.out.push(':');
    }
}

impl Sink for Json<'_> {
    fn open(&mut self, path: &str) {
        self.key(path);
        self.out.push('{');
        self.first = true;
    }

    fn close(&mut self) {
        self.out.push('}');
        self.first = false;
    }

    fn scalar(&mut self, path: &str, value: Value<'_>) {
        self.key(path);
        match value {
            Value::Null => self.out.push_str("null"),
            Value::Yes(yes) => self.out.push_str(if yes { "true" } else { "false" }),
            Value::Number(number) => self.out.push_str(&number.to_string()),
            Value::Text(text) => json_text(shown(path, text, self.redact), self.out),
            Value::Numbers(numbers) => {
                for (index, number) in numbers.iter().enumerate() {
                    self.out.push(if index == 0 { '[' } else { ',' });
                    self.out.push_str(&number.to_string());
                }
                self.out.push(']');
            }
        }
    }
}

fn json_text(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\0'..' ' => out.push_str(&format!("\\u{:04x}", character as u32)),
            _ => out.push(character),
        }
    }
    out.push('"');
}

/// The cells of a line of CSV.
struct Cells {
    cells: Vec<String>,
    redact: Redact,
}

impl Sink for Cells {
    fn open(&mut self, _: &str) {}

    fn close(&mut self) {}

    fn scalar(&mut self, path: &str, value: Value<'_>) {
        let Some(at) = COLUMNS.iter().position(|column| *column == path) else {
            return;
        };
        self.cells[at] = match value {
            Value::Null | Value::Numbers(_) => return,
            Value::Yes(yes) => yes.to_string(),
            Value::Number(number) => number.to_string(),
            Value::Text(text) => {
                let shown = shown(path, text, self.redact);
                if path == "installationId" && shown == text {
                    grouped(text)
                } else {
                    shown.to_owned()
                }
            }
        };
    }
}

fn grouped(digits: &str) -> String {
    let size = if digits.len() == 54 { 6 } else { 7 };
    let mut out = String::with_capacity(digits.len() + 8);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && index % size == 0 {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

/// A cell that no spreadsheet takes for a formula, and that no separator ends, whichever is used.
fn csv_cell(text: &str, out: &mut String) {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    if text.contains([',', ';', '"', '\r', '\n', '\t']) {
        out.push('"');
        out.push_str(guard);
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(guard);
        out.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    const SOURCE: Source<'_> = Source {
        file: "PC \"1\", Köln.txt",
        number: 3,
        part: 2,
        producer: core::Producer::SlmgrDlv,
        lines: 100,
    };

    fn written(format: Format, paste: &str, redact: Redact) -> String {
        let reading = read(paste);
        let mut out = String::new();
        for product in &reading.products {
            format.write(product, SOURCE, redact, &mut out);
        }
        out
    }

    #[test]
    fn every_field_of_every_fixture_has_a_column() {
        struct Paths(Vec<String>);
        impl Sink for Paths {
            fn open(&mut self, _: &str) {}
            fn close(&mut self) {}
            fn scalar(&mut self, path: &str, value: Value<'_>) {
                // An object that is missing has no inner fields to tell.
                if value != Value::Null && !matches!(value, Value::Numbers(_)) {
                    self.0.push(path.to_owned());
                }
            }
        }
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
        let mut told = 0;
        for entry in std::fs::read_dir(folder).expect("fixtures").flatten() {
            let raw = std::fs::read(entry.path()).expect("a fixture");
            let raw = String::from_utf8_lossy(&raw);
            for product in &read(&raw).products {
                let mut paths = Paths(Vec::new());
                walk(&published::Product::from(product), &mut paths)
                    .expect("a shape that can be walked");
                for path in &paths.0 {
                    assert!(COLUMNS.contains(&&**path), "no column for {path}");
                }
                told += paths.0.len();
            }
        }
        assert!(told > 500, "{told} values");
    }

    #[test]
    fn hidden_values_are_hidden_in_both() {
        let paste = include_str!("../tests/fixtures/windows-10-kms-client.txt");
        let reading = read(paste);
        let client = reading.products[0].kms_client.as_ref().expect("a client");
        let secrets = [
            client.host_from_dns.as_deref().expect("a host"),
            reading.products[0]
                .installation_id
                .as_deref()
                .expect("an ID"),
            SOURCE.file,
        ];
        for format in [Format::JsonLines, Format::Csv] {
            let open = written(format, paste, Redact::No);
            assert!(open.contains(secrets[0]));
            let hidden = written(format, paste, Redact::Yes);
            for secret in secrets {
                assert!(!hidden.contains(secret), "{hidden}");
            }
            assert!(
                hidden.contains("[host]") && hidden.contains("file 3"),
                "{hidden}"
            );
        }
    }

    #[test]
    fn no_cell_starts_a_formula() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("=A1,\"x\"", "\"'=A1,\"\"x\"\"\""),
            ("Windows(R), Pro", "\"Windows(R), Pro\""),
            ("a;=1", "\"a;=1\""),
            ("Läuft", "Läuft"),
            ("", ""),
        ] {
            let mut out = String::new();
            csv_cell(text, &mut out);
            assert_eq!(out, cell, "{text:?}");
        }
    }

    #[test]
    fn every_line_of_csv_has_all_columns() {
        let head = Format::Csv.head();
        assert!(
            head.starts_with("\u{feff}file,part,producer,name,") && head.ends_with("lastLine\r\n")
        );
        let line = written(
            Format::Csv,
            "Name: Windows(R), Professional edition\nInstallation ID: 253037440405119108201413961093786848722385303726677949056629205",
            Redact::No,
        );
        assert!(
            line.starts_with(
                "\"PC \"\"1\"\", Köln.txt\",2,slmgr-dlv,\"Windows(R), Professional edition\","
            ),
            "{line}"
        );
        assert!(
            line.contains(
                ",2530374 4040511 9108201 4139610 9378684 8722385 3037266 7794905 6629205,"
            ),
            "{line}"
        );
        assert!(line.ends_with(",101,102\r\n"), "{line}");
        // Commas inside of quotes are no separators.
        let outside: usize = line
            .split('"')
            .step_by(2)
            .map(|text| text.matches(',').count())
            .sum();
        assert_eq!(outside, COLUMNS.len() - 1);
    }
}
