//! What the producers print is read back: exactly where it is whole, never wrongly where it is damaged.
//!
//! Products are thrown by dice (`product`), printed by writers (`slmgr`, `ospp`, `cim`) that know what has to be read
//! from each line, damaged (`damage`), and read. `PROPTEST_CASES` raises the number of cases.

#[path = "roundtrip/broken.rs"]
mod broken;
#[path = "roundtrip/cim.rs"]
mod cim;
#[path = "roundtrip/damage.rs"]
mod damage;
#[path = "roundtrip/dice.rs"]
mod dice;
#[path = "roundtrip/fields.rs"]
mod fields;
#[path = "roundtrip/labels.rs"]
mod labels;
#[path = "roundtrip/ospp.rs"]
mod ospp;
#[path = "roundtrip/page.rs"]
mod page;
#[path = "roundtrip/product.rs"]
mod product;
#[path = "roundtrip/slmgr.rs"]
mod slmgr;
mod support;
#[path = "roundtrip/together.rs"]
mod together;

use activation_desk::{ReadOptions, read_with};
use dice::Dice;
use page::Page;
use product::{Generation, Machine, Only};
use proptest::{
    prelude::*,
    test_runner::{RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner},
};
use support::accounted_for;

/// A producer: its name, the machines that have it, what it prints.
struct Producer {
    name: &'static str,
    generation: Generation,
    only: Only,
    write: fn(&Machine) -> Page,
}

const fn producer(
    name: &'static str,
    generation: Generation,
    only: Only,
    write: fn(&Machine) -> Page,
) -> Producer {
    Producer {
        name,
        generation,
        only,
        write,
    }
}

/// All producers that the reader reads.
static PRODUCERS: [Producer; 14] = [
    producer("dlv-7", Generation::Seven, Only::Anything, slmgr::dlv),
    producer("dlv-8", Generation::Eight, Only::Anything, slmgr::dlv),
    producer("dlv-10", Generation::Ten, Only::Anything, slmgr::dlv),
    producer("dli-7", Generation::Seven, Only::Anything, slmgr::dli),
    producer("dli-8", Generation::Eight, Only::Anything, slmgr::dli),
    producer("dli-10", Generation::Ten, Only::Anything, slmgr::dli),
    producer("xpr-7", Generation::Seven, Only::Anything, slmgr::xpr),
    producer("xpr-10", Generation::Ten, Only::Anything, slmgr::xpr),
    producer("ospp-2013", Generation::Seven, Only::Office, ospp::of_2013),
    producer("ospp-2016", Generation::Ten, Only::Office, ospp::of_2016),
    producer(
        "format-list",
        Generation::Ten,
        Only::Anything,
        cim::format_list,
    ),
    producer("wmic", Generation::Ten, Only::Anything, cim::wmic),
    producer("json", Generation::Ten, Only::Anything, cim::json),
    producer("csv", Generation::Ten, Only::Anything, cim::csv),
];

fn machine(producer: &'static Producer) -> impl Strategy<Value = Machine> {
    let dice = prop::collection::vec(prop::collection::vec(any::<u32>(), 130), 1..4);
    (dice, 0..dice::STYLES, any::<[u32; 4]>()).prop_map(move |(rows, style, taste)| {
        let versions = match producer.generation {
            Generation::Seven => ["6.1.7601.17514", "6.0.6002.18005"],
            Generation::Eight => ["6.2.9200.16384", "6.2.9200.22099"],
            Generation::Ten => ["10.0.19041.1000", "6.3.9600.17809"],
        };
        let licences = rows
            .iter()
            .enumerate()
            .map(|(number, row)| {
                product::licence(
                    &mut Dice::new(row),
                    producer.generation,
                    producer.only,
                    number as u128,
                )
            })
            .collect();
        Machine {
            generation: producer.generation,
            version: versions[taste[3] as usize % 2].to_owned(),
            style,
            licences,
            taste,
        }
    })
}

fn page_of(producer: &'static Producer) -> impl Strategy<Value = Page> {
    machine(producer).prop_map(move |machine| (producer.write)(&machine))
}

/// Runs a property that often, or as often as `PROPTEST_CASES` says.
#[track_caller]
fn check<S: Strategy>(
    cases: u32,
    strategy: S,
    test: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let usual = ProptestConfig::default();
    let raised = std::env::var_os("PROPTEST_CASES").is_some();
    let config = ProptestConfig {
        cases: if raised { usual.cases } else { cases },
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..usual
    };
    // The same cases at every run, so that a change is to blame for what fails; other ones where more are asked for.
    let mut runner = if raised {
        TestRunner::new(config)
    } else {
        let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        TestRunner::new_with_rng(config, rng)
    };
    match runner.run(&strategy, test) {
        // The input itself is long; its text, which the reason tells, says more.
        Err(TestError::Fail(why, _)) => panic!("{why}"),
        Err(error) => panic!("{error}"),
        Ok(()) => {}
    }
}

fn fail(why: String, text: &str) -> TestCaseError {
    TestCaseError::fail(format!("{why}\n{}", Page::quoted(text)))
}

fn exactly(page: &Page) -> Result<(), TestCaseError> {
    let text = page.text();
    let reading = read_with(&text, ReadOptions { spans: true });
    accounted_for(&text, &reading).map_err(|why| fail(why, &text))?;
    if reading.products.len() != page.products.len() {
        let why = format!(
            "{} products, due {}",
            reading.products.len(),
            page.products.len()
        );
        return Err(fail(why, &text));
    }
    for (found, due) in reading.products.iter().zip(&page.products) {
        let mut due = due.clone();
        if found.channel.is_none() && found.description.is_none() {
            // /xpr prints no channel; only some names give it away.
            due.channel = None;
        }
        let differences = fields::differences(found, &due);
        if !differences.is_empty() {
            return Err(fail(format!("{:?}:\n{differences}", due.name), &text));
        }
    }
    if !reading.remarks.is_empty() {
        return Err(fail(format!("remarks: {:?}", reading.remarks), &text));
    }
    Ok(())
}

macro_rules! for_each_producer {
    ($module:ident, $body:expr) => {
        mod $module {
            use super::*;

            fn run(name: &str) {
                let producer = PRODUCERS
                    .iter()
                    .find(|producer| producer.name == name)
                    .expect("a producer");
                let body: fn(&'static Producer) = $body;
                body(producer);
            }

            #[test]
            fn dlv_7() {
                run("dlv-7")
            }
            #[test]
            fn dlv_8() {
                run("dlv-8")
            }
            #[test]
            fn dlv_10() {
                run("dlv-10")
            }
            #[test]
            fn dli_7() {
                run("dli-7")
            }
            #[test]
            fn dli_8() {
                run("dli-8")
            }
            #[test]
            fn dli_10() {
                run("dli-10")
            }
            #[test]
            fn xpr_7() {
                run("xpr-7")
            }
            #[test]
            fn xpr_10() {
                run("xpr-10")
            }
            #[test]
            fn ospp_2013() {
                run("ospp-2013")
            }
            #[test]
            fn ospp_2016() {
                run("ospp-2016")
            }
            #[test]
            fn format_list() {
                run("format-list")
            }
            #[test]
            fn wmic() {
                run("wmic")
            }
            #[test]
            fn json() {
                run("json")
            }
            #[test]
            fn csv() {
                run("csv")
            }
        }
    };
}

for_each_producer!(whole, |producer| check(200, page_of(producer), |page| {
    exactly(&page)
}));
