//! Over the real data: each query has to put the right entry first.

use super::*;
use crate::kb::Row;

#[test]
fn too_long_or_empty() {
    for query in [
        "",
        "   ",
        "?!",
        "\u{1f600}\u{1f600}",
        &"kms ".repeat(1000),
        &"x".repeat(1_000_000),
    ] {
        assert_eq!(search(query, 5), Answer::default());
    }
}

#[test]
fn a_limit_keeps_the_total() {
    let all = search("windows", usize::MAX);
    let few = search("windows", 3);
    assert_eq!((few.total, few.hits.len()), (all.total, 3));
    assert_eq!(few.hits, all.hits[..3]);
    assert_eq!(all.total, all.hits.len());
}

#[test]
fn every_code_is_found_by_itself_and_by_its_name() {
    for reason in kb::reason::all() {
        let code = crate::id::error_code::format(reason.code);
        for query in [
            code.clone(),
            code[2..].to_lowercase(),
            reason.code.cast_signed().to_string(),
        ] {
            // "1073737728" and the like begin with no sign and are decimal too.
            let found = search(&query, 1);
            assert_eq!(
                found.hits.first().map(|hit| hit.address),
                Some(Address::Code(reason.code)),
                "{query}"
            );
        }
        if let Some(symbol) = reason.symbol {
            let hits = search(symbol, 10).hits;
            assert!(
                hits.iter()
                    .any(|hit| hit.address == Address::Code(reason.code)),
                "{symbol}"
            );
        }
    }
}

#[test]
fn every_article_is_found_by_its_title_and_its_other_names() {
    for article in kb::article::all() {
        for name in article.also.iter().chain([article.title, article.key]) {
            let hits = search(name, 12).hits;
            assert!(
                hits.iter()
                    .any(|hit| hit.address == Address::Article(article.key)),
                "{name}"
            );
        }
    }
}

#[test]
fn marks_are_in_the_line() {
    for query in [
        "kms host",
        "telephone",
        "licence",
        "count 25",
        "schl\u{fc}ssel",
    ] {
        for hit in search(query, 50).hits {
            for mark in &hit.marks {
                assert!(hit.line.get(mark.clone()).is_some(), "{hit:?}");
            }
            assert!(
                !hit.line.is_empty() || !matches!(Row::find(hit.address), Some(Row::Article(_))),
                "{hit:?}"
            );
        }
    }
}
