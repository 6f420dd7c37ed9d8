//! Prints what a paste means and what to do, the worst first; as text also what happens when.
//!
//! `cargo run --release --example explain -- [--text] [--now=YYYY-MM-DDTHH:MM] [FILE]`: a file, or standard input without one; JSON, or
//! plain text for people with `--text`. `now` is the time on the machine's own clock.

use std::{
    env, fs,
    io::{self, Read, Write},
    process::ExitCode,
};

use activation_desk::{
    ReadOptions,
    phrase::Redact,
    published::finding::{self, Finding},
    read_with, text, timeline,
};

fn main() -> ExitCode {
    let (mut plain, mut now, mut files) = (false, None, Vec::new());
    for word in env::args().skip(1) {
        if word == "--text" {
            plain = true;
        } else if let Some(moment) = word.strip_prefix("--now=") {
            now = finding::moment(moment);
            if now.is_none() {
                eprintln!("explain: {moment} is no moment; use --now=YYYY-MM-DDTHH:MM");
                return ExitCode::from(2);
            }
        } else if word.starts_with("--") || !files.is_empty() {
            eprintln!("explain: {word} is not known; use explain [--text] [--now=MOMENT] [FILE]");
            return ExitCode::from(2);
        } else {
            files.push(word);
        }
    }
    let bytes = match files.first() {
        Some(file) => fs::read(file),
        None => {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes).map(|_| bytes)
        }
    };
    let printed = bytes.and_then(|bytes| {
        let raw = String::from_utf8_lossy(&bytes);
        let (text, _) = text::mask_product_keys(&raw);
        let reading = read_with(&text, ReadOptions { spans: true });
        let findings = finding::findings(&reading, now);
        let out = if plain {
            let lives = (0..reading.products.len())
                .filter_map(|product| timeline::timeline(&reading, product, now))
                .map(|life| timeline::plain(&life, Redact::No));
            lives.fold(for_people(&findings), |out, life| {
                format!("{out}\n\n{life}")
            })
        } else {
            serde_json::to_string_pretty(&findings)?
        };
        writeln!(io::stdout().lock(), "{out}")
    });
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let name = files.first().map_or("standard input", String::as_str);
            eprintln!("explain: {name}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn for_people(findings: &[Finding]) -> String {
    let mut out = String::new();
    for finding in findings {
        out += &format!("[{}] {}\n", finding.severity, finding.sentence);
        for sentence in &finding.background {
            out += &format!("    {sentence}\n");
        }
        for step in &finding.steps {
            let place = if step.elevated { " (elevated)" } else { "" };
            out += &format!("  - {}{place}:\n      {}\n", step.why, step.command);
        }
        out.push('\n');
    }
    out.trim_end().to_owned()
}
