//! How fast the knowledge base answers: a full-text query, an entry with all that belongs to it, a code. `cargo bench --bench
//! look_up` prints the best and the middle time of each in microseconds. Reported, never asserted.

use std::{hint::black_box, time::Instant};

use activation_desk::{
    entry::Entry,
    kb::{Address, reason, rows},
    search::search,
};

/// As people type: one word and several, what is everywhere and what is nowhere, with slips (which need a second pass).
const QUERIES: [&str; 12] = [
    "kms",
    "telephone",
    "kms count too low",
    "red title bar",
    "how to get english output",
    "windows server 2025 datacenter key",
    "0xC004F074",
    "f3d89bbf-c0ec-47ce-a8fa-e5a5f97e447f",
    "telehpone activaton",
    "xyzzy",
    "kms count xyzzy",
    "one two three four five six seven eight nine",
];

fn main() {
    let texts: usize = rows().count();
    println!("{texts} rows; best and middle of 200 runs, microseconds");
    for query in QUERIES {
        report(&format!("search \"{query}\""), || {
            search(black_box(query), 20).total
        });
    }
    for fragment in [
        "0xC004F074",
        "event-12288",
        "f3d89bbf-c0ec-47ce-a8fa-e5a5f97e447f",
        "key-MY832",
    ] {
        let address = Address::parse(fragment);
        report(&format!("entry {fragment}"), || {
            address
                .and_then(Entry::at)
                .map_or(0, |entry| entry.related.len())
        });
    }
    report("code 0xC004F074", || {
        usize::from(reason::find(black_box(0xC004_F074)).is_some())
    });
}

fn report(name: &str, mut run: impl FnMut() -> usize) {
    let mut times: Vec<f64> = (0..200)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{:>10.1} {:>10.1}  {name}", times[0], times[100]);
}
