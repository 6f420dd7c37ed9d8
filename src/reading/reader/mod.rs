//! The reader: walks the lines once, keeps the open product and part, and accounts for every non-blank line.
//!
//! [`classify`] says what a line is by itself, `seam` whether it is the rest of the line before, `say` what it adds to the
//! open product, `parts` where products and outputs begin and end.

mod bare;
mod block;
mod classify;
mod cut;
mod edge;
mod error;
mod expiry;
mod foreign;
mod frame;
mod left;
mod listing;
mod parts;
mod prefix;
mod say;
mod seam;

use std::borrow::Cow;

pub(super) use classify::split_label as split;
use classify::{Line, classify};
pub(super) use error::code_in;

pub use cut::{Cut, boundary};

use super::{
    Part, ReadOptions, Reading, Remark, RemarkCode, Span, SpanKind, Words, flat, html, join,
    label::{self, Dialect, Field, Order, translated},
    prompt::{self, Frame},
    sentence::{Block, Due, Said},
    xpr,
};
use crate::{
    order,
    text::{self, Lines},
};

/// Reads `text`; see [`super::read_with`].
pub fn read(text: &str, options: ReadOptions) -> Reading<'_> {
    let reader = walk(Reader::new(text, options));
    if text.len() > LARGEST_CUT {
        return reader.finish();
    }
    // Only cut values or labels show that columns were cut off; then all is read again with that in mind.
    let edge = reader.list_edge.or(reader.edge.map(|(edge, _)| edge));
    let is_odd = reader.is_odd || reader.is_wrapped || !reader.out.remarks.is_empty();
    let left = is_odd.then(|| left::survey(text)).flatten();
    if edge.is_none() && left.is_none() {
        return reader.finish();
    }
    let mut again = Reader::new(text, options);
    (again.cut_at, again.left) = (edge, left);
    walk(again).finish()
}

/// No value is longer; what goes on and on is another text, and copying it line by line would take for ever.
const LONGEST: usize = 2_000;

/// Larger texts are files, whose columns nobody cuts off.
const LARGEST_CUT: usize = 64 * 1024;

fn walk(mut reader: Reader<'_>) -> Reader<'_> {
    let text = reader.text;
    let mut lines = text::lines(text);
    while let Some((number, raw)) = lines.next() {
        if let Some(last) = reader.line(number, raw, &lines) {
            while lines.number() < last && lines.next().is_some() {}
        }
    }
    reader
}

/// Whether a line with a blank before its colon stands above a property of a listing.
fn is_listing(line: &str, rest: &Lines<'_>) -> bool {
    let is_apart = |line: &str| {
        let (name, _) = classify::split_label(line)?;
        line.get(name.len()..)?
            .starts_with(' ')
            .then(|| name.to_owned())
    };
    is_apart(line).is_some()
        && rest.clone().next().is_some_and(|(_, next)| {
            let name = is_apart(text::bare(next));
            name.and_then(|name| label::field(&name, true))
                .is_some_and(|(field, dialect)| {
                    dialect == Dialect::Cim && !matches!(field, Field::Name | Field::Description)
                })
        })
}

/// A part of a line, borrowed from the paste where the line is.
fn lend<'t>(line: &Words<'t>, part: &str) -> Words<'t> {
    let Cow::Borrowed(whole) = *line else {
        return Cow::Owned(part.to_owned());
    };
    let start = (part.as_ptr() as usize).wrapping_sub(whole.as_ptr() as usize);
    match whole.get(start..start.saturating_add(part.len())) {
        Some(lent) if lent.len() == part.len() => Cow::Borrowed(lent),
        _ => Cow::Owned(part.to_owned()),
    }
}

struct Reader<'t> {
    text: &'t str,
    spans: bool,
    out: Reading<'t>,
    /// The product that fields go to, if one is open (always the last one).
    open: Option<Open>,
    block: Block,
    part: Option<OpenPart>,
    last: Last<'t>,
    /// How wide the paste is; measured when first needed.
    width: Option<join::Width>,
    /// The version of the licensing service that the next products run on.
    version: Option<Words<'t>>,
    /// Where the columns of the paste were cut off, and the line that shows it.
    edge: Option<(usize, u32)>,
    /// The same by a listing, whose pieces lack something between them.
    list_edge: Option<usize>,
    /// How wide the values of the listing are.
    room: Option<listing::Room>,
    /// Whether a console cut lines: then nothing was cut off.
    is_wrapped: bool,
    /// A line was told by something else than its label.
    is_odd: bool,
    /// An odd number of fences so far: what follows is a block of code.
    is_fenced: bool,
    /// Signs are escaped as in Markdown.
    is_escaped: bool,
    /// The columns that were cut off at the left, once they are known, and the label before.
    left: Option<usize>,
    torn_label: &'static str,
    /// The column where the paste was cut off at the right, once it is known: values that end there are not kept.
    cut_at: Option<usize>,
    /// All lines are read.
    is_at_end: bool,
    /// What lines above had in front.
    prefix: Option<prefix::Prefix>,
    /// Which label is likely next.
    order: Order,
    /// The language of the script host's banner.
    banner: Option<&'static str>,
    /// The last line of an object that is read line by line.
    listed: u32,
}

/// The open product: which fields it has, as bits by rank, and where the last one stood.
#[derive(Default)]
struct Open {
    seen: u128,
    /// Whether its labels are in capitals, as ospp.vbs prints them and slmgr.vbs does not.
    is_loud: Option<bool>,
    /// Its first field.
    first: Option<Field>,
    last_rank: u8,
    dialect: Option<Dialect>,
    is_kms_host: Option<bool>,
    /// The line of a key ending without a value.
    keyless: Option<u32>,
    /// The line of its last field.
    last_line: u32,
    /// Some of its lines follow each other without a blank line between.
    is_dense: bool,
    /// One of its labels is the script's English.
    is_english: bool,
    /// The line of its state, where that is in words that we may not know.
    state_line: u32,
}

impl Open {
    /// Notes that the product has the field now.
    fn note(&mut self, field: Field) {
        self.seen |= field.bit();
        self.first.get_or_insert(field);
        self.last_rank = self.last_rank.max(field.rank());
    }
}

struct OpenPart {
    part: Part,
    seen: u128,
    /// Something of the output itself was read, not only its prompt or banner.
    has_content: bool,
    /// A prompt tells what printed it.
    is_told: bool,
    /// How the first line of its last command begins.
    first: &'static str,
}

/// The line before, for joining what a console cut.
struct Last<'t> {
    line: u32,
    raw: &'t str,
    text: Words<'t>,
    kind: LastKind,
    /// Its cell, if it is a line of a listing: values go on below their beginning.
    cell: Option<listing::Cell>,
}

/// What the line before was.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum LastKind {
    Nothing,
    /// A field, in whose words, and how many remarks there were before it.
    Field(Field, Dialect, usize),
    /// A sentence, what it lacks, and the line that it began on.
    Sentence(Said, Due, u32),
    Error,
    /// An error without a code, and the line that it began on.
    Failed(u32),
    /// A line of ospp.vbs that may have more than one.
    Note,
    Prompt,
    /// Not understood; how many remarks there were before it.
    Unread(usize),
    /// A sentence of /xpr; how many remarks there were before it.
    Expiry(usize),
}

impl LastKind {
    /// Whether it is a field of a listing of CIM objects.
    pub(in crate::reading) const fn is_listed(self) -> bool {
        matches!(self, LastKind::Field(_, Dialect::Cim, _))
    }
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, options: ReadOptions) -> Self {
        Reader {
            text,
            spans: options.spans,
            out: Reading::default(),
            open: None,
            block: Block::Product,
            part: None,
            last: Last {
                line: 0,
                raw: "",
                text: Cow::Borrowed(""),
                kind: LastKind::Nothing,
                cell: None,
            },
            width: None,
            version: None,
            edge: None,
            list_edge: None,
            room: None,
            is_wrapped: false,
            is_odd: false,
            is_fenced: false,
            is_escaped: text::is_escaped(text),
            left: None,
            torn_label: "",
            cut_at: None,
            is_at_end: false,
            prefix: None,
            order: Order::default(),
            banner: None,
            listed: 0,
        }
    }

    /// Reads one line; gives the number of the last one where more were taken in at once.
    fn line(&mut self, number: u32, raw: &'t str, rest: &Lines<'t>) -> Option<u32> {
        let whole = raw;
        let raw = self.without_prefix(raw);
        let bare = text::bare(raw);
        let bare = if text::is_plain(bare) {
            Cow::Borrowed(bare)
        } else {
            text::regular(raw)
        };
        let bare = if self.is_escaped {
            text::unescaped(bare)
        } else {
            bare
        };
        if bare.is_empty() || self.is_empty_item(&bare) {
            // A fence or a lone quote mark leaves nothing: it is decoration, not a blank line.
            if !whole.chars().all(text::is_blank) {
                if is_fence(whole) {
                    self.fence();
                }
                self.span(number, SpanKind::Banner, None);
            }
            return None;
        }
        let bare = if bare.starts_with('"') {
            lend(&bare, text::bare(text::without_quotes(&bare)))
        } else {
            bare
        };
        if bare.is_empty() {
            self.span(number, SpanKind::Banner, None);
            return None;
        }
        self.piece(number, raw, bare, Some(rest))
    }

    /// Reads a line, or a piece of one that holds several lines of a report; `rest` is there for whole lines only.
    fn piece(
        &mut self,
        number: u32,
        raw: &'t str,
        bare: Words<'t>,
        rest: Option<&Lines<'t>>,
    ) -> Option<u32> {
        if let Some(lost) = self.left {
            self.torn(number, raw, bare, rest, lost);
            return None;
        }
        // Only below a property of a listing is a line laid out and looked at.
        if rest.is_some() && self.last.cell.is_some() && self.list_goes_on(number, raw, rest) {
            return None;
        }
        let line = if is_fence(raw) {
            self.fence();
            Line::Frame(Frame::Decoration)
        } else if bare.eq_ignore_ascii_case("unlicensed")
            && (self.is_below_xpr_name() || self.is_below_cut_name(number))
        {
            Line::Expiry(xpr::unlicensed(&bare))
        } else {
            classify(&bare, &mut self.order)
        };
        // "Name : x" with one blank is French, or a listing of short properties: the line below tells.
        let line = match line {
            Line::Field(field @ (Field::Name | Field::Description), Dialect::Slmgr, value)
                if rest.is_some_and(|rest| is_listing(&bare, rest)) =>
            {
                Line::Field(field, Dialect::Cim, value)
            }
            line => line,
        };
        if rest.is_some() && line.may_hold_more(&bare) {
            if self.is_marked(number, raw, &bare) {
                return None;
            }
            let pieces = flat::pieces(&bare);
            if flat::stand_beside(&bare, &pieces) {
                // Two outputs side by side: which value is whose shows in no line alone.
                self.close_product();
                self.remark(RemarkCode::Malformed, number, bare.clone(), None);
                self.span(number, SpanKind::Remark, None);
                self.last.kind = LastKind::Nothing;
                self.last.line = number;
                return None;
            }
            if !pieces.is_empty() {
                let around = flat::around(raw, &bare);
                for piece in pieces {
                    let piece = flat::without(piece, around);
                    if !piece.is_empty() {
                        self.piece(number, raw, lend(&bare, piece), None);
                    }
                }
                return None;
            }
        }
        let may_be_marked = matches!(
            line,
            Line::Unread | Line::Frame(Frame::Banner | Frame::Decoration)
        );
        if may_be_marked && rest.is_some() && self.is_marked(number, raw, &bare) {
            return None;
        }
        if let Line::Field(field, Dialect::Cim, value) = line
            && self.starts_product(field, Dialect::Cim, &Cow::Borrowed(value), number)
            && let Some(last) = rest.and_then(|rest| self.list(number, raw, rest))
        {
            return Some(last);
        }
        if matches!(line, Line::Unread)
            && let Some(rest) = rest
            && let Some(output) = self.find_prefix(raw)
        {
            return self.piece(
                number,
                output,
                Cow::Borrowed(text::bare(output)),
                Some(rest),
            );
        }
        let kind = match line {
            // The tail of a cut address ("ID=88339") may look like a property.
            Line::Field(_, Dialect::Cim, _)
                if self.in_slmgr() && self.goes_on(number, raw, &bare) =>
            {
                return None;
            }
            // Other tools list properties of the same names: an SRV record's, a log record's number.
            Line::Field(field @ (Field::Name | Field::ActivationId), Dialect::Cim, value)
                if is_foreign(field, value) =>
            {
                if let Some(last) = rest.and_then(|rest| self.block(number, raw, rest)) {
                    return Some(last);
                }
                self.unread(number, &bare)
            }
            Line::Field(field, ..)
                if rest.is_some() && field.is_words() && self.is_marked(number, raw, &bare) =>
            {
                return None;
            }
            // Lists of tokens have some labels of products.
            Line::Field(Field::TokenLicenseId | Field::TokenVersionId, ..)
                if self.open.is_none() && self.block != Block::Token =>
            {
                if let Some(last) = rest.and_then(|rest| self.block(number, raw, rest)) {
                    return Some(last);
                }
                self.unread(number, &bare)
            }
            Line::Field(field, dialect, value) if rest.is_none() && value.contains("   ") => {
                let remarks = self.out.remarks.len();
                let column = value.as_ptr() as usize - bare.as_ptr() as usize;
                match flat::without_seams(field, value, column) {
                    Some(whole) => self.field((field, dialect), whole.into(), number, false),
                    None => self.cut_off((field, dialect), lend(&bare, value), number),
                }
                LastKind::Field(field, dialect, remarks)
            }
            Line::Field(field, dialect, value) => {
                let remarks = self.out.remarks.len();
                let flat = (dialect == Dialect::Cim && value.contains("          "))
                    .then(|| Self::flat_value(field, &bare, value))
                    .flatten();
                if let Some(whole) = flat {
                    let words = lend(&bare, value);
                    self.field((field, dialect), Cow::Owned(whole.clone()), number, false);
                    if whole.is_empty() {
                        self.lose((field, dialect), words, number);
                    }
                } else if (rest.is_none() && !flat::has_own_blanks(field, value))
                    || self.is_cut_off((field, dialect), value, raw, number)
                {
                    self.cut_off((field, dialect), lend(&bare, value), number);
                } else {
                    self.field((field, dialect), lend(&bare, value), number, false);
                }
                LastKind::Field(field, dialect, remarks)
            }
            Line::Heading(name) => self.heading(lend(&bare, name), number, &bare),
            Line::Expiry(expiry) => {
                let remarks = self.out.remarks.len();
                self.expiry(expiry, &bare, number);
                LastKind::Expiry(remarks)
            }
            // A row of a web page that goes on in the next one.
            Line::Unread if rest.is_none() && self.row_goes_on(number, &bare) => return None,
            Line::Unread if rest.is_some_and(|rest| Self::leads_to_expiry(&bare, rest)) => {
                self.unread(number, &bare)
            }
            Line::Sentence(found) => {
                self.said(found, &bare, number);
                self.set(found, lend(&bare, found.value), number);
                LastKind::Sentence(found.said, found.due, number)
            }
            Line::Frame(frame) => {
                if frame == Frame::Decoration && !bare.is_ascii() || bare.contains("Alle") {
                    self.banner = self.banner.or_else(|| translated::banner(&bare));
                }
                self.frame(frame, number);
                if matches!(frame, Frame::Prompt(_)) {
                    LastKind::Prompt
                } else {
                    LastKind::Nothing
                }
            }
            Line::Error(error)
                if error.is_tail_of_slui(&bare) && self.goes_on(number, raw, &bare) =>
            {
                return None;
            }
            Line::Error(error) => self.error_line(error, number, &bare),
            Line::Unread => {
                // What stands below a prompt is more often an answer than the rest of a long command.
                let below_prompt = self.last.kind == LastKind::Prompt;
                if !below_prompt && self.goes_on(number, raw, &bare) {
                    return None;
                }
                if let Some(kind) = self.note(number, &bare) {
                    self.last = Last {
                        line: number,
                        raw,
                        text: bare,
                        kind,
                        cell: None,
                    };
                    return None;
                }
                let next = rest.and_then(|rest| rest.clone().next());
                if next.is_some_and(|(_, next)| prompt::stands_in_box(&bare, next)) {
                    self.span(number, SpanKind::Banner, None);
                    return None;
                }
                if let Some(last) = rest.and_then(|rest| self.block(number, raw, rest)) {
                    return Some(last);
                }
                if below_prompt && self.goes_on(number, raw, &bare) {
                    return None;
                }
                match self.foreign(number, &bare, rest) {
                    Some(kind) => kind,
                    None => self.unread(number, &bare),
                }
            }
        };
        self.last = Last {
            line: number,
            raw,
            cell: kind.is_listed().then(|| listing::cell(kind, raw)).flatten(),
            text: bare,
            kind,
        };
        None
    }

    /// Whether a line is the number of a list whose item is a blank line.
    fn is_empty_item(&self, bare: &str) -> bool {
        let number = |text: &str| {
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            let is = (1..=3).contains(&digits) && text.get(digits..)?.starts_with(['.', ')']);
            is.then(|| text.len() - digits)
        };
        number(bare) == Some(1) && number(self.last.raw.trim_start()).is_some_and(|rest| rest > 1)
    }

    /// Whether a line is a piece of a web page; if so, its rows are read.
    fn is_marked(&mut self, number: u32, raw: &'t str, bare: &str) -> bool {
        if memchr::memchr2(b'<', b'&', bare.as_bytes()).is_none() {
            return false;
        }
        let rows = html::lines(bare);
        let is_marked = !rows.is_empty();
        self.measure_rows(&rows);
        for row in rows {
            self.row(number, raw, row);
        }
        is_marked
    }

    /// Reads a row of a web page, which may itself hold several lines of a report.
    fn row(&mut self, number: u32, raw: &'t str, row: String) {
        if self.cell_goes_on(number, &row, None) {
            return;
        }
        let bare = text::regular(&row).into_owned();
        let pieces = flat::pieces(&bare);
        if pieces.is_empty() {
            self.piece(number, raw, Cow::Owned(bare), None);
            self.last.cell = listing::cell(self.last.kind, &row);
            return;
        }
        for piece in pieces {
            self.piece(number, raw, Cow::Owned(piece.to_owned()), None);
        }
    }

    /// A fence opens or closes a block of code; what stands in two blocks was not printed together.
    fn fence(&mut self) {
        self.is_fenced = !self.is_fenced;
        if self.is_fenced {
            self.close_product();
        }
    }

    fn unread(&mut self, number: u32, bare: &Words<'t>) -> LastKind {
        if is_heading(bare) {
            self.close_product();
        }
        let remarks = self.out.remarks.len();
        self.remark(RemarkCode::NotUnderstood, number, bare.clone(), None);
        self.span(number, SpanKind::Remark, None);
        // Objects of a listing stand apart by blank lines, not by lines that nobody can read.
        if let Some(open) = self.open.as_mut()
            && open.dialect == Some(Dialect::Cim)
            && open.last_line + 1 == number
        {
            open.last_line = number;
        }
        LastKind::Unread(remarks)
    }

    fn finish(mut self) -> Reading<'t> {
        self.is_at_end = true;
        self.close_product();
        self.close_part();
        self.read_alone();
        self.tell_masked_keys();
        order::by(&mut self.out.remarks, |remark| remark.line);
        if self.out.unknown_labels && self.out.language.is_none() {
            self.out.language = self.banner;
        }
        self.out
    }

    /// A remark for each product key that was masked before the text came here.
    fn tell_masked_keys(&mut self) {
        const MASKED: &str = "XXXXX-XXXXX-XXXXX-XXXXX-";
        let text = self.text;
        // Counting lines is for the few texts that hold a key.
        let (mut counted, mut line) = (0, 1);
        for at in memchr::memmem::find_iter(text.as_bytes(), MASKED) {
            let Some(between) = text.get(counted..at) else {
                continue;
            };
            line += text::count_ends(between) as u32;
            counted = at;
            let key = text.get(at..at + MASKED.len() + 5).unwrap_or(MASKED);
            // A console may have cut its end off.
            let key = key.lines().next().unwrap_or(key);
            self.remark(RemarkCode::ProductKeyMasked, line, Cow::Borrowed(key), None);
        }
    }

    // --- remarks and spans ---

    fn remark(&mut self, code: RemarkCode, line: u32, text: Words<'t>, key: Option<&'static str>) {
        self.out.remarks.push(Remark {
            code,
            line,
            text,
            key,
        });
    }

    fn part_index(&self) -> Option<u32> {
        self.part.is_some().then_some(self.out.parts.len() as u32)
    }

    fn product_index(&self) -> Option<u32> {
        self.open
            .as_ref()
            .and_then(|_| self.product_index_of_last())
    }

    fn product_index_of_last(&self) -> Option<u32> {
        self.out
            .products
            .len()
            .checked_sub(1)
            .map(|index| index as u32)
    }

    fn span(&mut self, line: u32, kind: SpanKind, key: Option<&'static str>) {
        if !self.spans {
            return;
        }
        let product = if matches!(kind, SpanKind::Field | SpanKind::Heading) {
            self.product_index()
        } else {
            None
        };
        let part = self.part_index();
        self.push_span(line, kind, part, product, key);
    }

    fn push_span(
        &mut self,
        line: u32,
        kind: SpanKind,
        part: Option<u32>,
        product: Option<u32>,
        key: Option<&'static str>,
    ) {
        if !self.spans {
            return;
        }
        let span = Span {
            line,
            kind,
            part,
            product,
            key,
        };
        // Seldom a line is told of after the next one, where a sentence goes on.
        let spans = &mut self.out.spans;
        let before = spans.iter().rposition(|before| before.line <= line);
        match before.map(|at| (at, &mut spans[at])) {
            // Several pieces of one line: it is what the first of them that says something is.
            Some((_, same)) if same.line == line => {
                if same.kind != SpanKind::Field && kind == SpanKind::Field {
                    *same = span;
                }
            }
            Some((at, _)) => spans.insert(at + 1, span),
            None => spans.insert(0, span),
        }
    }
}

/// Whether a line is a heading of Markdown.
fn is_heading(bare: &str) -> bool {
    let title = bare.trim_start_matches('#');
    (1..=6).contains(&(bare.len() - title.len())) && title.starts_with(' ')
}

/// Whether a line opens or closes a block of code: nothing stands behind the fence but the name of a language.
fn is_fence(raw: &str) -> bool {
    // Hardly any line begins with a tick or a blank.
    let begins = |byte: &u8| *byte == b'`' || !byte.is_ascii_graphic();
    raw.as_bytes().first().is_some_and(begins)
        && raw
            .trim_start()
            .strip_prefix("```")
            .is_some_and(|rest| !rest.contains(": ") && !rest.contains('='))
}

/// Whether the value says that the property is another tool's.
fn is_foreign(field: Field, value: &str) -> bool {
    match field {
        Field::Name => value.starts_with('_'),
        _ => {
            value.len() <= 5 && value.bytes().all(|byte| byte.is_ascii_digit()) && !value.is_empty()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masked_keys_are_told_with_their_line() {
        let key = ["XXXXX-XXXXX-XXXXX-XXXXX", "3V66T"].join("-");
        let paste =
            format!("Installed product key {key} successfully.\r\n\r\nName: a\n{key}\r{key}\n");
        let reading = read(&paste, ReadOptions::default());
        let told: Vec<_> = reading
            .remarks
            .iter()
            .filter(|remark| remark.code == RemarkCode::ProductKeyMasked)
            .map(|remark| (remark.line, &*remark.text))
            .collect();
        assert_eq!(told, [(1, &*key), (4, &*key), (5, &*key)]);
    }
}
