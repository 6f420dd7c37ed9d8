//! Over the real data; `tests/search.rs` has the words that people type.
//!
//! A search takes ten milliseconds without optimisation, so some look at every few entries only.

use uuid::Uuid;

use super::*;
use crate::id::error_code;

fn is_among(query: &str, limit: usize, address: Address) -> bool {
    let hits = search(query, limit).hits;
    hits.iter().any(|hit| hit.address == address)
}

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
    for reason in kb::reason::all().step_by(5) {
        let code = error_code::format(reason.code);
        let mut spellings = vec![code.clone(), format!("error {}", code.to_lowercase())];
        // Small ones are no codes without 0x.
        if reason.code >= 0x8000_0000 {
            spellings.extend([code[2..].to_lowercase(), reason.code.to_string()]);
            spellings.push(reason.code.cast_signed().to_string());
        }
        for query in spellings {
            let first = search(&query, 1).hits.first().map(|hit| hit.address);
            assert_eq!(first, Some(Address::Code(reason.code)), "{query}");
        }
        if let Some(symbol) = reason.symbol {
            let found = is_among(symbol, 10, Address::Code(reason.code));
            assert!(found, "{symbol}");
        }
    }
}

#[test]
fn every_article_is_found_by_its_title_and_its_other_names() {
    let names = kb::article::all().flat_map(|article| {
        let names = article.also.iter().chain([article.title, article.key]);
        names.map(move |name| (article, name))
    });
    for (article, name) in names.step_by(7) {
        {
            let found = is_among(name, 12, Address::Article(article.key));
            assert!(found, "{}: {name}", article.key);
        }
    }
}

#[test]
fn every_id_is_found() {
    for id in kb::activation_id::all().iter().step_by(9) {
        let text = id.id.to_string();
        let queries = [
            format!("{{{}}}", text.to_uppercase()),
            text[..23].to_owned(),
        ];
        for query in queries {
            assert!(is_among(&query, 5, Address::ActivationId(id.id)), "{query}");
        }
    }
    for key in kb::client_key::all().step_by(9) {
        let ending = key.ending();
        assert!(is_among(ending, 1, Address::ClientKey(ending)), "{ending}");
    }
}

/// Codes and IDs that nobody knows are not found by halves.
#[test]
fn what_nobody_knows_is_not_found() {
    let mut state = 1u64;
    let mut next = || {
        // Numbers without a pattern, the same in each run (SplitMix64).
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    for _ in 0..40 {
        let code = next() as u32 | 0x8000_0000;
        let id = Uuid::from_u64_pair(next(), next());
        for query in [
            error_code::format(code),
            code.to_string(),
            id.to_string(),
            id.simple().to_string(),
        ] {
            assert_eq!(search(&query, 5), Answer::default(), "{query}");
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
