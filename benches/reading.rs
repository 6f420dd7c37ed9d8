//! Reading speed on 50 MB made of the fixtures, beside a bare line walk in the same run.
//!
//! `cargo bench`. The budget: a third of the speed of only splitting lines at the colon. Reported, never asserted.

use std::{fs, path::Path};

use activation_desk::{ReadOptions, read, read_with, text};
use divan::{Bencher, black_box, counter::BytesCount};

const SIZE: usize = 50_000_000;

fn main() {
    divan::main();
}

/// All fixtures over and over, up to [`SIZE`] bytes.
fn paste() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut fixtures: Vec<_> = fs::read_dir(folder)
        .expect("tests/fixtures is in the tree")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    fixtures.sort();
    let all: String = fixtures
        .iter()
        .map(|path| fs::read_to_string(path).expect("UTF-8") + "\n")
        .collect();
    let mut paste = all.repeat(SIZE / all.len() + 1);
    paste.truncate(paste.floor_char_boundary(SIZE));
    paste
}

fn on_paste<T>(bencher: Bencher<'_, '_>, work: impl Fn(&str) -> T + Sync) {
    let paste = paste();
    bencher
        .counter(BytesCount::of_str(&paste))
        .bench(|| work(black_box(&paste)));
}

#[divan::bench(sample_count = 5)]
fn a_bare_line_walk(bencher: Bencher<'_, '_>) {
    on_paste(bencher, |paste| {
        paste
            .lines()
            .filter_map(|line| black_box(line.split_once(':')))
            .count()
    });
}

#[divan::bench(sample_count = 5)]
fn b_read(bencher: Bencher<'_, '_>) {
    on_paste(bencher, |paste| read(paste).products.len());
}

#[divan::bench(sample_count = 5)]
fn c_read_with_spans(bencher: Bencher<'_, '_>) {
    on_paste(bencher, |paste| {
        read_with(paste, ReadOptions { spans: true }).products.len()
    });
}

#[divan::bench(sample_count = 5)]
fn d_mask_product_keys(bencher: Bencher<'_, '_>) {
    on_paste(bencher, |paste| text::mask_product_keys(paste).1.len());
}
