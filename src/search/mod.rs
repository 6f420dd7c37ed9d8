//! Full-text search over the knowledge base: every text of every table, read from end to end for each query. There is no
//! index: reading all of it takes a millisecond or two, and an index would have to be carried and built.
//!
//! All words of a query have to be in an entry, each as a word, as the beginning of one, or in another form of it
//! ("cloned", "clones"). Words that have few neighbours weigh more, and names weigh more than sentences. Only where that
//! finds nothing, slips of the pen are forgiven, and then words that nobody knows are left out.
//!
//! ```
//! use activation_desk::{kb::Address, search::search};
//! let answer = search("the count is too low", 5);
//! assert_eq!(answer.hits[0].address, Address::Article("topic-count-too-low"));
//! assert!(search("xyzzy", 5).hits.is_empty());
//! ```

mod fields;
mod fold;
mod query;
mod tokens;
mod word;

use std::ops::Range;

use crate::kb::{self, Address, Row};
pub use fields::Field;
use fields::visit;
use query::{MOST_WORDS, Query};
use tokens::{Scan, Seen};

/// Queries with more bytes than this are not looked at: whoever pastes a whole output means another box.
pub const LONGEST: usize = 300;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The best hits, best first.
    pub hits: Vec<Hit>,
    /// How many entries were found in all.
    pub total: usize,
    /// Words of the query that are nowhere and were left out, as typed.
    pub left_out: Vec<String>,
    /// Whether no entry has all words, so that one word is missing in each of these.
    pub partly: bool,
}

/// An entry that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Which one.
    pub address: Address,
    /// How well it fits, against the other hits of this answer.
    pub score: u32,
    /// In which of its fields most of the words are.
    pub field: Field,
    /// The text of that field. Where only the name fits, what the entry says first.
    pub line: String,
    /// Where the words of the query are in `line`, in bytes, in order.
    pub marks: Vec<Range<usize>>,
}

/// The entries that have all words of `query`, at most `limit` of them.
pub fn search(query: &str, limit: usize) -> Answer {
    if query.len() > LONGEST {
        return Answer::default();
    }
    let Some(mut query) = Query::new(query) else {
        return Answer::default();
    };
    let found = look_through(&query);
    let mut forgiven = 0;
    if !found.any_has(query.len(), forgiven) {
        forgiven = query.forgiven(&found.counts(0));
    }
    let counts = found.counts(forgiven);
    let mut left_out = query.take_rest();
    let mut needed = query.len();
    if let Some(unknown) = query.unknown(&counts) {
        needed -= unknown.len();
        left_out.extend(unknown);
    }
    let partly = !found.any_has(needed, forgiven) && needed >= 3;
    if partly {
        needed -= 1;
    }
    let mut rows = found.scores(needed, query.required(), forgiven);
    let total = rows.len();
    // The best first; of equals the one that stands first, which explains more.
    crate::order::by(&mut rows, |(score, _)| u32::MAX - score);
    let hits = rows
        .into_iter()
        .take(limit)
        .filter_map(|(score, address)| Some(hit(&query, forgiven, score, Row::find(address)?)))
        .collect();
    Answer {
        hits,
        total,
        left_out,
        partly: partly && total > 0,
    }
}

/// What one pass over all rows found.
struct Found {
    /// Every row that has a word, in the order of the tables.
    rows: Vec<(Seen, Address)>,
    /// How many rows there are.
    all: u32,
}

fn look_through(query: &Query) -> Found {
    let mut scan = Scan::new(query);
    let (mut rows, mut all) = (Vec::<(Seen, Address)>::new(), 0);
    for row in kb::rows() {
        all += 1;
        scan.begin_row();
        visit(&row, &mut |field, text| scan.read(field, text));
        let seen = scan.row();
        if seen.mask(u8::MAX) == 0 {
            continue;
        }
        // Keys that are published for two products have one address.
        let address = row.address();
        match rows.last_mut() {
            Some((twin, before)) if *before == address => twin.join(seen),
            _ => rows.push((seen, address)),
        }
    }
    Found { rows, all }
}

impl Found {
    fn any_has(&self, words: usize, forgiven: u8) -> bool {
        let mut rows = self.rows.iter();
        rows.any(|(seen, _)| seen.words(forgiven) >= words)
    }

    /// For each word in how many rows it is.
    fn counts(&self, forgiven: u8) -> [u32; MOST_WORDS] {
        let mut counts = [0; MOST_WORDS];
        for (seen, _) in &self.rows {
            let mask = seen.mask(forgiven);
            for (at, count) in counts.iter_mut().enumerate() {
                *count += u32::from(mask >> at & 1);
            }
        }
        counts
    }

    /// The rows with so many words, the required ones among them, and their scores. A word in a few entries says more about
    /// what is meant than one in all of them.
    fn scores(&self, needed: usize, required: u8, forgiven: u8) -> Vec<(u32, Address)> {
        let rarity = self
            .counts(forgiven)
            .map(|count| 4 + (self.all / count.max(1)).max(1).ilog2());
        let enough = |seen: &Seen| {
            let mask = seen.mask(forgiven);
            mask.count_ones() as usize >= needed && mask & required == required
        };
        self.rows
            .iter()
            .filter(|(seen, _)| enough(seen))
            .map(|(seen, address)| (seen.score(forgiven, &rarity), *address))
            .collect()
    }
}

/// The field that shows best why the row was found.
fn hit(query: &Query, forgiven: u8, score: u32, row: Row) -> Hit {
    let mut scan = Scan::new(query);
    let mut best = (0, Field::Meaning, String::new());
    let mut first = None;
    visit(&row, &mut |field, text| {
        if field == Field::Meaning && first.is_none() {
            first = Some(text.to_owned());
        }
        if !field.is_shown() {
            return;
        }
        scan.begin_row();
        scan.read(field, text);
        let fit = scan.row().words(forgiven);
        if fit > best.0 {
            best = (fit, field, text.to_owned());
        }
    });
    let (fit, field, line) = best;
    let (field, line) = if fit == 0 {
        (Field::Name, first.unwrap_or_default())
    } else {
        (field, line)
    };
    Hit {
        address: row.address(),
        score,
        field,
        marks: scan.marks(&line, forgiven),
        line,
    }
}

#[cfg(test)]
mod tests;
