//! What a large input says in numbers: counts by state, product, producer, channel and code, and the first products.
//!
//! A [`Summary`] grows by one [`Reading`] after the other, so that an input can be read in pieces
//! ([`crate::reading::boundary`] says where it may be cut), and two of them add up.

use crate::{
    card,
    id::error_code,
    reading::{Cut, ReadOptions, Reading, boundary, read_with},
    text,
};

/// So many products are listed by themselves.
pub const FIRST: usize = 100;
/// A piece of a long text has at least so many bytes, and goes on to where it may be cut.
pub const PIECE: usize = 256 * 1024;
/// From here on a listing is also cut between its objects.
pub const LONG_PIECE: usize = 4 * 1024 * 1024;

/// So many different names are counted apart.
const NAMES: usize = 4000;

/// How often each of several things was met, by its name; "" stands for what has none. In the order of the names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    known: Vec<(Box<str>, u64)>,
    /// How often something else was met, once there were too many names to tell apart.
    others: u64,
}

impl Tally {
    /// Counts `name` `count` times more.
    pub fn add(&mut self, name: &str, count: u64) {
        match self
            .known
            .binary_search_by(|(known, _)| (**known).cmp(name))
        {
            Ok(at) => self.known[at].1 += count,
            Err(_) if self.known.len() >= NAMES => self.others += count,
            Err(at) => self.known.insert(at, (name.into(), count)),
        }
    }

    /// The counted names, the most frequent first.
    pub fn ranked(&self) -> Vec<(&str, u64)> {
        let mut ranked: Vec<(&str, u64)> = Vec::with_capacity(self.known.len());
        for (name, count) in &self.known {
            let at = ranked.partition_point(|(_, more)| more >= count);
            ranked.insert(at, (name, *count));
        }
        ranked
    }

    /// How often something was met whose name is not counted apart, after 4000 different ones.
    pub fn others(&self) -> u64 {
        self.others
    }

    fn merge(&mut self, other: &Tally) {
        self.others += other.others;
        for (name, count) in &other.known {
            self.add(name, *count);
        }
    }
}

/// Where a piece of an input stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Index of the file.
    pub file: u32,
    /// First byte of the piece in its file.
    pub start: u64,
    /// The byte behind the piece.
    pub end: u64,
    /// How many lines of the file stand before the piece.
    pub lines: u32,
    /// Whether the piece goes on with a listing that the piece before began.
    pub goes_on: bool,
}

/// One of the first products.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The product at a glance; its index is the one in its piece, its lines are those of the file.
    pub glance: card::Summary,
    /// The name as printed.
    pub name: Option<Box<str>>,
    /// The piece that it stands in.
    pub place: Place,
}

/// What an input says, in numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// Products.
    pub products: u64,
    /// Products with a key.
    pub keyed: u64,
    /// Outputs.
    pub parts: u64,
    /// Errors that are no product's own reason.
    pub errors: u64,
    /// Records of event logs.
    pub events: u64,
    /// Remarks.
    pub remarks: u64,
    /// Lines.
    pub lines: u64,
    /// Products by license state (name in the published shape).
    pub states: Tally,
    /// Products by their name as printed.
    pub names: Tally,
    /// Outputs by what printed them (name in the published shape).
    pub producers: Tally,
    /// Products by channel (name in the published shape).
    pub channels: Tally,
    /// Errors and reasons by code, "0xC004F074".
    pub codes: Tally,
    /// The first products with a key.
    keyed_first: Vec<Listed>,
    /// The first products without one.
    others_first: Vec<Listed>,
}

impl Summary {
    /// Adds what a piece says; `lines`: how many it has.
    pub fn add(&mut self, reading: &Reading<'_>, place: Place, lines: u32) {
        self.lines += u64::from(lines);
        self.errors += reading.errors.len() as u64;
        self.events += reading.events.len() as u64;
        self.remarks += reading.remarks.len() as u64;
        for (index, part) in reading.parts.iter().enumerate() {
            if !(index == 0 && place.goes_on) {
                self.parts += 1;
                self.producers.add(part.producer.name(), 1);
            }
        }
        for error in &reading.errors {
            self.codes.add(&error_code::format(error.code), 1);
        }
        for (index, product) in reading.products.iter().enumerate() {
            self.products += 1;
            let state = product.license_status.map_or("", |status| status.name());
            self.states.add(state, 1);
            self.names
                .add(product.name.as_deref().unwrap_or_default(), 1);
            let channel = product.channel.map_or("", |channel| channel.name());
            self.channels.add(channel, 1);
            if let Some(code) = product.reason_code {
                self.codes.add(&error_code::format(code), 1);
            }
            let keyed = card::is_keyed(product);
            self.keyed += u64::from(keyed);
            let first = if keyed {
                &mut self.keyed_first
            } else {
                &mut self.others_first
            };
            if first.len() < FIRST
                && let Some(mut glance) = card::glance(reading, index)
            {
                glance.lines.0 += place.lines;
                glance.lines.1 += place.lines;
                first.push(Listed {
                    glance,
                    name: product.name.as_deref().map(Into::into),
                    place,
                });
            }
        }
    }

    /// Adds another summary, whose input stands behind this one's.
    pub fn merge(&mut self, other: &Summary) {
        self.products += other.products;
        self.keyed += other.keyed;
        self.parts += other.parts;
        self.errors += other.errors;
        self.events += other.events;
        self.remarks += other.remarks;
        self.lines += other.lines;
        self.states.merge(&other.states);
        self.names.merge(&other.names);
        self.producers.merge(&other.producers);
        self.channels.merge(&other.channels);
        self.codes.merge(&other.codes);
        for (mine, theirs) in [
            (&mut self.keyed_first, &other.keyed_first),
            (&mut self.others_first, &other.others_first),
        ] {
            mine.extend(theirs.iter().cloned());
            mine.truncate(FIRST);
        }
    }

    /// How many products are held one by one; grows where a piece has some of the first.
    pub fn held(&self) -> usize {
        self.keyed_first.len() + self.others_first.len()
    }

    /// The first products, those with a key before the others.
    pub fn first(&self) -> impl Iterator<Item = &Listed> {
        self.keyed_first
            .iter()
            .chain(&self.others_first)
            .take(FIRST)
    }
}

/// Finds where a piece of a text ends, while the text still comes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cutter {
    /// Up to here there is no such place.
    looked: usize,
    is_long: bool,
}

impl Cutter {
    /// Where the piece at the beginning of `text` ends, and whether the next one goes on with the same listing. `None` where
    /// more of the text is needed; the same text with more behind it is the next to ask about. What remains of a file at its
    /// end is its last piece.
    pub fn end(&mut self, text: &str) -> Option<(usize, bool)> {
        let short = text
            .get(..text.floor_char_boundary(LONG_PIECE))
            .unwrap_or(text);
        if self.looked < short.len() && !self.is_long {
            let found = boundary(short, self.looked.max(PIECE), Cut::BeforeOutput);
            if let Some((end, _)) = found {
                return Some((end, false));
            }
            self.looked = last_line(short);
        }
        if text.len() < LONG_PIECE {
            return None;
        }
        if !self.is_long {
            (self.is_long, self.looked) = (true, PIECE);
        }
        let found = boundary(text, self.looked, Cut::BeforeObject);
        self.looked = last_line(text);
        found.map(|(end, cut)| (end, cut == Cut::BeforeObject))
    }
}

/// Where the last line begins, which may not be whole yet.
fn last_line(text: &str) -> usize {
    text.rfind(['\n', '\r']).unwrap_or(0)
}

/// Sums a text up, piece by piece. Full product keys are the caller's to mask.
pub fn summary(text: &str) -> Summary {
    let mut sum = Summary::default();
    let mut place = Place::default();
    let mut rest = text;
    while !rest.is_empty() {
        let (end, goes_on) = Cutter::default().end(rest).unwrap_or((rest.len(), false));
        let (piece, tail) = rest.split_at(end);
        place.end = place.start + piece.len() as u64;
        let lines = text::lines(piece).count() as u32;
        sum.add(&read_with(piece, ReadOptions::default()), place, lines);
        place = Place {
            start: place.end,
            lines: place.lines + lines,
            goes_on,
            ..place
        };
        rest = tail;
    }
    sum
}

/// The published shape of a summary.
#[cfg(feature = "serde")]
#[derive(Clone, Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // the names are those of `Summary`
pub struct Published<'s> {
    pub schema: u32,
    pub products: u64,
    pub keyed: u64,
    pub parts: u64,
    pub errors: u64,
    pub events: u64,
    pub remarks: u64,
    pub lines: u64,
    pub by_state: Vec<Count<'s>>,
    pub by_name: Vec<Count<'s>>,
    pub by_producer: Vec<Count<'s>>,
    pub by_channel: Vec<Count<'s>>,
    pub by_code: Vec<Count<'s>>,
    pub first: Vec<First<'s>>,
}

/// How often something was met; `value` is `null` for what has none.
#[cfg(feature = "serde")]
#[derive(Clone, Debug, serde::Serialize)]
#[allow(missing_docs)]
pub struct Count<'s> {
    pub value: Option<&'s str>,
    pub count: u64,
}

/// One of the first products; `bytes` are those of the piece to read for all of it, in UTF-8, and `product` its index there.
#[cfg(feature = "serde")]
#[derive(Clone, Debug, serde::Serialize)]
#[allow(missing_docs)]
pub struct First<'s> {
    pub name: Option<&'s str>,
    pub title: String,
    pub state: &'static str,
    pub keyed: bool,
    pub lines: [u32; 2],
    pub bytes: [u64; 2],
    pub product: usize,
}

#[cfg(feature = "serde")]
impl<'s> From<&'s Summary> for Published<'s> {
    fn from(sum: &'s Summary) -> Self {
        let counts = |tally: &'s Tally| {
            let ranked = tally.ranked().into_iter();
            ranked
                .map(|(value, count)| Count {
                    value: (!value.is_empty()).then_some(value),
                    count,
                })
                .collect()
        };
        Published {
            schema: crate::published::SCHEMA,
            products: sum.products,
            keyed: sum.keyed,
            parts: sum.parts,
            errors: sum.errors,
            events: sum.events,
            remarks: sum.remarks,
            lines: sum.lines,
            by_state: counts(&sum.states),
            by_name: counts(&sum.names),
            by_producer: counts(&sum.producers),
            by_channel: counts(&sum.channels),
            by_code: counts(&sum.codes),
            first: sum
                .first()
                .map(|listed| First {
                    name: listed.name.as_deref(),
                    title: listed.glance.title.plain(crate::phrase::Redact::No),
                    state: listed.glance.word,
                    keyed: listed.glance.keyed,
                    lines: [listed.glance.lines.0, listed.glance.lines.1],
                    bytes: [listed.place.start, listed.place.end],
                    product: listed.glance.product,
                })
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    fn report(number: usize) -> String {
        let keyed = if number.is_multiple_of(2) {
            "Partial Product Key: ABCDE\n"
        } else {
            "This license is not in use.\n"
        };
        let state = if number.is_multiple_of(3) {
            "Notification\nNotification Reason: 0xC004F034."
        } else {
            "Licensed"
        };
        format!(
            "Software licensing service version: 10.0.26100.1\n\nName: Windows(R), Professional edition\nDescription: Windows(R) Operating System, RETAIL channel\n{keyed}License Status: {state}\nsomething else\n\n"
        )
    }

    #[test]
    fn counts_are_those_of_the_whole() {
        let text: String = (0..2500).map(report).collect();
        assert!(text.len() > PIECE * 2);
        let sum = summary(&text);
        assert_eq!(
            (sum.products, sum.keyed, sum.parts, sum.remarks),
            (2500, 1250, 2500, 2500)
        );
        assert_eq!(
            sum.states.ranked(),
            [("licensed", 1666), ("notification", 834)]
        );
        assert_eq!(sum.codes.ranked(), [("0xC004F034", 834)]);
        assert_eq!(sum.channels.ranked(), [("retail", 2500)]);
        assert_eq!(
            sum.names.ranked(),
            [("Windows(R), Professional edition", 2500)]
        );
        assert_eq!(sum.producers.ranked(), [("slmgr-dlv", 2500)]);
        assert_eq!(sum.lines, text.lines().count() as u64);
        let first: Vec<_> = sum.first().collect();
        assert_eq!(first.len(), FIRST);
        assert!(first.iter().all(|listed| listed.glance.keyed));
        let line = text.lines().nth(first[99].glance.lines.0 as usize - 1);
        assert_eq!(line, Some("Name: Windows(R), Professional edition"));
    }

    #[test]
    fn names_without_end_are_counted_together() {
        let mut tally = Tally::default();
        for number in 0..NAMES + 10 {
            tally.add(&number.to_string(), 1);
        }
        tally.add("7", 2);
        assert_eq!((tally.ranked().len(), tally.others()), (NAMES, 10));
        assert_eq!(tally.ranked()[0], ("7", 3));
    }

    #[test]
    fn summaries_add_up() {
        let mut sum = Summary::default();
        let mut parts = Summary::default();
        for (file, number) in [1_usize, 2, 3].into_iter().enumerate() {
            let text = report(number);
            let place = Place {
                file: file as u32,
                ..Place::default()
            };
            sum.add(&read(&text), place, 8);
            let mut one = Summary::default();
            one.add(&read(&text), place, 8);
            parts.merge(&one);
        }
        assert_eq!(parts, sum);
        assert_eq!(
            sum.first()
                .map(|listed| listed.place.file)
                .collect::<Vec<_>>(),
            [1, 0, 2]
        );
    }

    #[test]
    fn a_listing_that_was_cut_is_one_output() {
        let object = "Name          : Windows(R), Professional edition\nLicenseStatus : 1\n\n";
        let count = (LONG_PIECE + 2 * PIECE) / object.len();
        let sum = summary(&object.repeat(count));
        assert_eq!(sum.products as usize, count);
        assert_eq!(sum.parts, 1);
    }
}
