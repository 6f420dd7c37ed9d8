//! What is raced: a bare walk over the lines, and what the library does with the same text.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use activation_desk::{ReadOptions, published, read, read_with, text};

/// One contestant: its name in the table, and what it does with a text; gives a figure that depends on all of it.
pub struct Contestant {
    pub name: &'static str,
    pub run: fn(&str) -> usize,
}

pub const CONTESTANTS: [Contestant; 6] = [
    Contestant {
        name: "walk",
        run: walk,
    },
    Contestant {
        name: "read",
        run: |paste| read(paste).products.len(),
    },
    Contestant {
        name: "spans",
        run: spans,
    },
    Contestant {
        name: "json",
        run: json,
    },
    Contestant {
        name: "mask",
        run: |paste| text::mask_product_keys(paste).1.len(),
    },
    Contestant {
        name: "pieces",
        run: pieces,
    },
];

/// Lines split at their first colon, and nothing else: what every reader has to do at least.
fn walk(paste: &str) -> usize {
    paste
        .lines()
        .filter_map(|line| black_box(line.split_once(':')))
        .count()
}

fn spans(paste: &str) -> usize {
    read_with(paste, ReadOptions { spans: true }).spans.len()
}

fn json(paste: &str) -> usize {
    let reading = read(paste);
    let mut count = Count(0);
    serde_json::to_writer(&mut count, &published::publish(&reading, false)).map_or(0, |()| count.0)
}

/// Reading in pieces of some megabytes, cut where a product begins, of which one is held at a time.
fn pieces(paste: &str) -> usize {
    const PIECE: usize = 4_000_000;
    let (mut products, mut rest) = (0, paste);
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(cut(rest, PIECE));
        products += read(piece).products.len();
        rest = after;
    }
    products
}

/// Where the first product behind `at` bytes begins. The one place to plug in the library's own cutter.
fn cut(text: &str, at: usize) -> usize {
    let from = text.floor_char_boundary(at);
    text[from..]
        .find("\n\nName: ")
        .map_or(text.len(), |found| from + found + 2)
}

/// Counts the bytes that are written to it.
struct Count(usize);

impl std::io::Write for Count {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += black_box(bytes).len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A contestant's best run.
pub struct Row {
    pub name: &'static str,
    pub seconds: f64,
    pub bytes: usize,
}

/// Lets all of them run in turn, several times, so that a slow moment of the machine meets each alike; the best run counts.
pub fn race(paste: &str) -> Vec<Row> {
    const RUNS: usize = 7;
    let mut best = [Duration::MAX; CONTESTANTS.len()];
    for _ in 0..RUNS {
        for (contestant, best) in CONTESTANTS.iter().zip(&mut best) {
            let start = Instant::now();
            black_box((contestant.run)(black_box(paste)));
            *best = start.elapsed().min(*best);
        }
    }
    let rows = CONTESTANTS.iter().zip(best).map(|(contestant, best)| Row {
        name: contestant.name,
        seconds: best.as_secs_f64(),
        bytes: paste.len(),
    });
    rows.collect()
}
