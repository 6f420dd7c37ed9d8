//! Every product of every fixture as a line of JSON is the published shape, and where it stands.

use activation_desk::{
    export::{Format, Source},
    phrase::Redact,
    published, read,
    reading::Producer,
};

#[test]
fn a_line_of_json_is_the_published_shape_and_where_it_stands() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    let mut products = 0;
    for entry in std::fs::read_dir(folder)
        .expect("tests/fixtures is in the tree")
        .flatten()
    {
        let raw = std::fs::read(entry.path()).expect("a readable fixture");
        let raw = String::from_utf8_lossy(&raw);
        let name = "PC \"1\" \u{1f}\\Köln\n.txt";
        for product in &read(&raw).products {
            let source = Source {
                file: name,
                number: 3,
                part: 2,
                producer: Producer::SlmgrDlv,
                lines: 100,
            };
            let mut line = String::new();
            Format::JsonLines.write(product, source, Redact::No, &mut line);
            assert_eq!(line.find('\n'), Some(line.len() - 1), "one line");
            let found: serde_json::Value = serde_json::from_str(&line).expect("JSON");
            let mut due = serde_json::to_value(published::Product::from(product)).expect("JSON");
            due["file"] = name.into();
            due["part"] = 2.into();
            due["producer"] = "slmgr-dlv".into();
            due["lines"] = serde_json::json!([product.lines.0 + 100, product.lines.1 + 100]);
            assert_eq!(found, due);
            products += 1;
        }
    }
    assert!(products > 50, "{products} products");
}
