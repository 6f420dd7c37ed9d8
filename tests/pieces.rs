//! A long text that is read in pieces gives what it gives as a whole.

mod support;

use activation_desk::{
    read,
    reading::{Cut, Product, boundary},
    text,
};

/// Every fixture as the page reads it, with its product keys masked.
fn fixtures() -> Vec<(String, String)> {
    let masked = |raw: String| text::mask_product_keys(&raw).0.into_owned();
    support::fixtures()
        .into_iter()
        .map(|(name, raw)| (name, masked(raw)))
        .collect()
}

/// Cuts a text wherever that is allowed and at least `size` bytes apart.
fn pieces(text: &str, size: usize, cut: Cut) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((at, _)) = boundary(rest, size, cut) {
        let (piece, tail) = rest.split_at(at);
        pieces.push(piece);
        rest = tail;
    }
    pieces.push(rest);
    assert_eq!(pieces.concat(), text);
    pieces
}

/// The products of the pieces, with the line numbers of the whole.
fn read_pieces<'t>(pieces: &[&'t str]) -> Vec<Product<'t>> {
    let mut lines = 0;
    let mut products = Vec::new();
    for piece in pieces {
        for mut product in read(piece).products {
            product.lines.0 += lines;
            product.lines.1 += lines;
            products.push(product);
        }
        lines += text::lines(piece).count() as u32;
    }
    products
}

#[track_caller]
fn same(what: &str, text: &str) -> usize {
    let whole = read(text).products;
    let mut most = 0;
    for cut in [Cut::BeforeOutput, Cut::BeforeObject] {
        for size in [1, 500, 3000] {
            let pieces = pieces(text, size, cut);
            most = most.max(pieces.len());
            let read = read_pieces(&pieces);
            for (read, whole) in read.iter().zip(&whole) {
                assert_eq!(read, whole, "{what}, {size} bytes, {cut:?}");
            }
            assert_eq!(read.len(), whole.len(), "{what}, {size} bytes, {cut:?}");
        }
    }
    most
}

#[test]
fn the_pieces_of_every_fixture_read_as_the_whole_does() {
    let mut cut = 0;
    for (name, text) in fixtures() {
        let text = text.trim_end().to_owned() + "\n\n";
        cut += usize::from(same(&name, &text.repeat(3)) > 1);
        same(&name, &text.repeat(2).replace('\n', "\r\n"));
    }
    assert!(cut >= 20, "only {cut} fixtures could be cut at all");
}

#[test]
fn one_fixture_behind_another_reads_as_the_whole_does() {
    // The width of a console is measured over a whole text, so that only those of one width are put together.
    let plain: Vec<_> = fixtures()
        .into_iter()
        .filter(|(name, _)| {
            ![
                "columns",
                "wrapped",
                "three-products",
                "office-2016",
                "list",
            ]
            .iter()
            .any(|word| name.contains(word))
        })
        .collect();
    for (first, above) in &plain {
        for (second, below) in &plain {
            same(&format!("{first}, {second}"), &format!("{above}\n{below}"));
        }
    }
}

#[test]
fn files_that_were_put_together_do_not_run_into_each_other() {
    let text = "==> a.txt <==\nName: Windows(R), Professional edition\n\n==> b.txt <==\nLicense Status: Licensed\n";
    let products = read(text).products;
    assert_eq!(products.len(), 2);
    assert_eq!(products[0].license_status, None);
    assert_eq!(pieces(text, 1, Cut::BeforeOutput).len(), 2);
}
