//! Values that a listing wraps: `Format-List` sets what goes on in to the column of the values. Windows PowerShell wraps at
//! words in some languages and anywhere in others; either way a word that is too long is cut where the room ends.

use std::borrow::Cow;

use super::{LONGEST, LastKind, Reader, classify::split_label, edge::is_whole};
use crate::{
    id::{
        extended_pid, guid,
        printed_date::{self, PrintedDate},
        shape,
    },
    reading::{
        RemarkCode, SpanKind, Words, join,
        label::{Dialect, Field},
        value,
    },
    text::{self, Lines},
};

/// So many blank lines may stand between two objects.
const MOST_BLANK: usize = 4;

/// The cell of a listing on the line before: columns and lengths in characters, those that take no room left out.
#[derive(Clone, Copy)]
pub(super) struct Cell {
    /// Where the label begins, behind quote marks and the like.
    label: usize,
    /// Where values begin.
    value: usize,
    /// Characters of the value on this line, and the blanks behind it.
    length: usize,
    blanks: usize,
    /// Something of the value is not to be trusted, so that the rest of it is not, either.
    is_lost: bool,
    /// It is such a rest itself.
    is_rest: bool,
}

/// What the lines of a listing have in common.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// Its last line.
    until: u32,
    /// Characters of the longest piece of a value.
    widest: usize,
    /// The fewest blanks behind a line.
    blanks: usize,
    /// An address or a number fills the room and goes on, so that the room is known.
    is_sure: bool,
}

impl Cell {
    /// The cell of a value that a console cut besides: where its words go on is not known.
    pub(super) fn cut(self, kind: LastKind) -> Self {
        let is_words = matches!(kind, LastKind::Field(field, ..) if field.may_hold_blanks());
        Cell {
            is_lost: self.is_lost || is_words,
            ..self
        }
    }

    pub(super) fn is_lost(self) -> bool {
        self.is_lost
    }
}

/// The cell of the line, if it is a property of a listing: "Name   : value".
pub(super) fn cell(kind: LastKind, raw: &str) -> Option<Cell> {
    if !kind.is_listed() {
        return None;
    }
    let line = laid_out(raw);
    let (start, end) = ends(&line);
    let colon = memchr::memmem::find(line.get(start..end)?.as_bytes(), b" : ")? + start;
    let count = |part: &str| part.chars().count();
    let piece = line.get(colon + 3..end)?;
    Some(Cell {
        label: count(line.get(..start)?),
        value: count(line.get(..colon + 3)?),
        length: count(piece.trim()),
        blanks: blanks_behind(&line, end),
        is_lost: false,
        is_rest: false,
    })
}

/// The line as it looks: without what takes no room, plain blanks; tabs stay where they stand for several blanks.
fn laid_out(raw: &str) -> Cow<'_, str> {
    let plain = raw
        .bytes()
        .all(|byte| matches!(byte, b' '..=b'~') && byte != b'&');
    if plain {
        return Cow::Borrowed(raw);
    }
    // Where every blank became a tab, each stands for one.
    const ALL: &str = "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t";
    let each = raw.contains("\t:\t") || raw.starts_with(ALL);
    let raw = raw
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
        .replace(" :\t", " : ");
    let shown = raw.chars().filter_map(|c| match c {
        '\t' if !each => Some(c),
        c if c.is_whitespace() => Some(' '),
        '\u{fffd}' => None,
        c if text::is_blank(c) => None,
        c => Some(shape::narrow(c)),
    });
    Cow::Owned(shown.collect())
}

/// Where the text of a line begins and ends without what stands around it, in bytes.
fn ends(line: &str) -> (usize, usize) {
    let bare = text::bare(line);
    let bare = text::without_quotes(bare);
    let start = (bare.as_ptr() as usize)
        .checked_sub(line.as_ptr() as usize)
        .filter(|start| start + bare.len() <= line.len())
        .unwrap_or(0);
    // The blanks behind a quote mark are the listing's own.
    let blanks = bare.len() - bare.trim_start_matches(' ').len();
    (start + blanks, start + bare.len())
}

fn blanks_behind(line: &str, end: usize) -> usize {
    let behind = line.get(end..).unwrap_or_default();
    behind.len() - behind.trim_start_matches(' ').len()
}

/// The byte at which a column begins.
fn byte_of(line: &str, column: usize) -> Option<usize> {
    if line.is_ascii() {
        return (column <= line.len()).then_some(column);
    }
    line.char_indices()
        .map(|(at, _)| at)
        .chain([line.len()])
        .nth(column)
}

/// What of a line goes on below a cell, and the blanks behind it: the text from the column of the values on, or, where a slip
/// in the label moved that, a little before it.
fn piece(line: &str, cell: Cell) -> Option<(&str, usize)> {
    let (start, end) = ends(line);
    if start >= end {
        return None;
    }
    let label = byte_of(line, cell.label)?;
    let value = byte_of(line, cell.value)?;
    let indent = line.get(label..)?;
    let indent = label + indent.len() - indent.trim_start_matches(' ').len();
    let near = value.saturating_sub(2).max(label + 8);
    if indent < near || indent >= end || line.get(indent..)?.contains(" : ") {
        return None;
    }
    let from = indent.min(value);
    Some((line.get(from..end)?, blanks_behind(line, end)))
}

impl<'t> Reader<'t> {
    /// Whether a line goes on below the value of a listing; if so, it is taken in.
    pub(super) fn list_goes_on(
        &mut self,
        number: u32,
        raw: &'t str,
        rest: Option<&Lines<'t>>,
    ) -> bool {
        let line = laid_out(raw);
        if !self.cell_goes_on(number, &line, rest) {
            return false;
        }
        self.last.raw = raw;
        true
    }

    /// The same for a line as it looks, which may be a row of a web page.
    pub(super) fn cell_goes_on(
        &mut self,
        number: u32,
        line: &str,
        rest: Option<&Lines<'t>>,
    ) -> bool {
        let LastKind::Field(field, dialect, remarks) = self.last.kind else {
            return false;
        };
        let follows = self.last.line + 1 == number || (rest.is_none() && self.last.line == number);
        let Some(cell) = self.last.cell.filter(|_| follows) else {
            return false;
        };
        let tabbed = self.tabbed_goes_on(cell, line);
        let found = match tabbed {
            Some(tail) => Some((tail, 0)),
            None => piece(line, cell),
        };
        let Some((tail, blanks)) = found else {
            return false;
        };
        let bare = tail.trim();
        if bare.is_empty() || self.last.text.len() + bare.len() > LONGEST {
            return false;
        }
        let next = Cell {
            length: tail.trim_end().chars().count(),
            blanks,
            is_rest: true,
            ..cell
        };
        let raw = self.last.raw;
        let is_cut = self
            .cut_at
            .is_some_and(|edge| join::measure(raw) >= edge && rest.is_some());
        let gap = self.list_gap(field, cell, tail, tabbed.is_some());
        let text = text::plain(Cow::Owned(bare.to_owned())).into_owned();
        let whole = value::joined(&self.last.text, gap.unwrap_or(" "), &text);
        let Some((_, words)) = split_label(&whole) else {
            return false;
        };
        let words = words.to_owned();
        self.out.remarks.truncate(remarks);
        // The value was not cut off, but others may be: the listing's own room ends somewhere else.
        self.edge = self.edge.filter(|(_, line)| *line != self.last.line);
        let is_broken = !goes_on_below(rest, cell) && is_broken(field, &words);
        if is_broken && self.list_edge.is_none() && !self.is_wrapped {
            let edge = self.width().edge(1);
            self.list_edge = edge.filter(|edge| join::measure(raw) == *edge);
        }
        let is_cut = is_cut
            || (self.cut_at.is_some_and(|edge| join::measure(line) >= edge)
                && !is_whole(field, &words));
        // What stands below a mask is the rest of what it hides.
        let is_masked = split_label(&self.last.text)
            .is_some_and(|(_, before)| value::is_masked(before) || value::names_a_mask(before));
        let is_half =
            is_masked || (!goes_on_below(rest, cell) && Self::is_half(field, dialect, &words));
        let is_lost = cell.is_lost
            || is_cut
            || is_half
            || gap.is_none()
            || (is_broken && is_lost_when_broken(field));
        if is_lost {
            self.lose((field, dialect), words.into(), number);
        } else {
            self.field((field, dialect), words.into(), number, true);
        }
        (self.last.line, self.last.text) = (number, whole);
        self.last.cell = Some(Cell { is_lost, ..next });
        true
    }

    /// What the rows of a line of HTML have in common.
    pub(super) fn measure_rows(&mut self, rows: &[String]) {
        if rows.len() < 2 {
            return;
        }
        let first = rows
            .iter()
            .find_map(|row| cell(LastKind::Field(Field::Other, Dialect::Cim, 0), row));
        let Some(cell) = first else { return };
        let mut room = Room {
            until: self.last.line + 1,
            widest: 0,
            blanks: usize::MAX,
            is_sure: false,
        };
        let (mut below, mut blank) = (false, 0);
        for row in rows.iter().rev() {
            room.add(row, cell, &mut below, &mut blank);
        }
        self.room = Some(room);
    }

    /// Takes back a value whose rest can't be joined to it.
    pub(super) fn lose(
        &mut self,
        (field, dialect): (Field, Dialect),
        words: Words<'t>,
        number: u32,
    ) {
        self.field((field, dialect), Cow::Borrowed(""), number, true);
        self.not_whole(field);
        self.remark(RemarkCode::Malformed, number, words, field.key());
        self.span(number, SpanKind::Field, field.key());
    }

    /// The value of a listing that lost its line ends: pieces with as many blanks between them as there were in front.
    pub(super) fn flat_value(field: Field, piece: &str, value: &str) -> Option<String> {
        const RUN: &str = "          ";
        let column = piece.find(" : ")? + 3;
        let mut whole = String::new();
        let mut rest = value;
        while let Some(at) = rest.find(RUN) {
            let (head, behind) = rest.split_at(at);
            rest = behind.trim_start_matches(' ');
            let run = behind.len() - rest.len();
            whole.push_str(head);
            let end = column + head.chars().count();
            if !field.may_hold_blanks() {
                continue;
            }
            if run > column + 1 {
                whole.push(' ');
            } else if !join::CONSOLES.contains(&end) && !join::CONSOLES.contains(&(end + 1)) {
                return Some(String::new());
            }
        }
        whole.push_str(rest);
        Some(whole)
    }

    /// A key ending that is not whole says nothing of its being there.
    pub(super) fn not_whole(&mut self, field: Field) {
        if let (Field::PartialProductKey, Some(open), Some(product)) =
            (field, self.open.as_mut(), self.out.products.last_mut())
        {
            open.keyless = None;
            product.in_use = None;
        }
    }

    /// What lies between the pieces of a value; `None` where that can't be told.
    fn list_gap(
        &mut self,
        field: Field,
        cell: Cell,
        tail: &str,
        tabbed: bool,
    ) -> Option<&'static str> {
        if !field.may_hold_blanks() {
            return Some("");
        }
        let room = self.room(cell);
        if tail.starts_with(' ') || cell.blanks > room.blanks {
            return Some(" ");
        }
        // Tabs swallow a blank in front, so that the length of a piece tells nothing.
        if !tabbed && cell.length < room.widest {
            return Some(" ");
        }
        let end = cell.value - cell.label + cell.length;
        let of_console = join::CONSOLES.contains(&end) || join::CONSOLES.contains(&(end + 1));
        if !tabbed && (room.is_sure || of_console) {
            return Some("");
        }
        // Whether the room ends here is not known; some values show how they end.
        let fits = |gap: &str| {
            let whole = [&*self.last.text, gap, tail.trim()].concat();
            match field {
                Field::Description => whole.ends_with(" channel"),
                Field::Name => whole.ends_with(" edition"),
                _ => false,
            }
        };
        let short = tail.trim().len() < " edition".len();
        match (fits(""), fits(" ")) {
            (true, false) => Some(""),
            (false, true) if short => Some(" "),
            _ => None,
        }
    }

    /// What the lines around the line before have in common.
    fn room(&mut self, cell: Cell) -> Room {
        if let Some(room) = self.room.filter(|room| room.until >= self.last.line) {
            return room;
        }
        let text = self.text;
        let mut room = Room {
            until: self.last.line,
            widest: cell.length,
            blanks: cell.blanks,
            is_sure: false,
        };
        let at = (self.last.raw.as_ptr() as usize).wrapping_sub(text.as_ptr() as usize);
        let (Some(before), Some(behind)) = (text.get(..at), text.get(at..)) else {
            return room;
        };
        let (mut below, mut blank) = (false, 0);
        for line in before.trim_end_matches(['\r', '\n']).rsplit(['\n', '\r']) {
            if !room.add(line, cell, &mut below, &mut blank) {
                break;
            }
        }
        // Backwards, the line below is known; forwards, one has to look ahead.
        let mut lines = text::lines(behind).peekable();
        blank = 0;
        while let Some((number, line)) = lines.next() {
            let mut below = lines
                .peek()
                .is_some_and(|(_, next)| piece(&laid_out(next), cell).is_some());
            if !room.add(line, cell, &mut below, &mut blank) {
                break;
            }
            room.until = self.last.line + number - 1;
        }
        self.room = Some(room);
        room
    }

    /// The text of a line set in by tabs: only what goes on is set in so in a listing.
    fn tabbed_goes_on<'l>(&self, cell: Cell, line: &'l str) -> Option<&'l str> {
        let tail = line.trim_start_matches([' ', '\t']);
        let indent = line.get(..line.len() - tail.len())?;
        let same = !cell.is_rest && self.last.raw.starts_with(['\t', ' ']);
        (indent.contains('\t') && !same && !line.contains(" : ") && !line.contains("\t:\t"))
            .then_some(tail)
    }
}

impl Room {
    /// Takes in a line of the listing; `below`: whether the line below goes on with it, then whether this one is such a line.
    fn add(&mut self, raw: &str, cell: Cell, below: &mut bool, blank: &mut usize) -> bool {
        let line = laid_out(raw);
        if line.trim().is_empty() {
            *blank += 1;
            *below = false;
            return *blank < MOST_BLANK;
        }
        *blank = 0;
        let (words, blanks, is_rest) = match piece(&line, cell) {
            Some((words, blanks)) => (words.trim_end(), blanks, true),
            None => {
                let (start, end) = ends(&line);
                let bare = line.get(start..end).unwrap_or_default();
                let Some((name, words)) = bare.split_once(" :") else {
                    return false;
                };
                if name.trim_end().contains(' ') {
                    return false;
                }
                (words.trim(), blanks_behind(&line, end), false)
            }
        };
        let length = words.chars().count();
        let is_sure = *below && length >= 16 && is_one_word(words);
        if length > self.widest {
            (self.widest, self.is_sure) = (length, is_sure);
        } else if length == self.widest {
            self.is_sure |= is_sure;
        }
        self.blanks = self.blanks.min(blanks);
        *below = is_rest;
        true
    }
}

/// Whether a piece is one of an address or a number, in which no blank can be.
fn is_one_word(piece: &str) -> bool {
    let of_number = |c: char| c.is_ascii_hexdigit() || matches!(c, '-' | '.');
    !piece.contains(' ') && (piece.contains("://") || piece.chars().all(of_number))
}

/// Whether the next line goes on below the cell.
fn goes_on_below(rest: Option<&Lines<'_>>, cell: Cell) -> bool {
    rest.and_then(|rest| rest.clone().next())
        .is_some_and(|(_, next)| piece(&laid_out(next), cell).is_some())
}

/// Whether what is left of a broken value says nothing that is true.
fn is_lost_when_broken(field: Field) -> bool {
    matches!(
        field,
        Field::UseLicenseUrl | Field::ValidationUrl | Field::TrustedTime | Field::EvaluationEndDate
    )
}

/// Whether the middle of a value is missing: then the columns of the listing were cut off behind the seam.
fn is_broken(field: Field, value: &str) -> bool {
    if value::is_masked(value) || value::is_partly_masked(value) {
        return false;
    }
    match field {
        Field::ActivationId
        | Field::ApplicationId
        | Field::ClientMachineId
        | Field::ObjectActivationId => guid::parse(value).is_err(),
        Field::ExtendedPid | Field::HostExtendedPid | Field::ObjectExtendedPid => {
            !extended_pid::parse(value).is_ok_and(|pid| pid.is_whole())
        }
        Field::InstallationId => !matches!(value.len(), 54 | 63),
        Field::ProductId => value.rsplit('-').next().is_some_and(|last| last.len() > 5),
        Field::TrustedTime | Field::EvaluationEndDate => {
            printed_date::read(value) == PrintedDate::Unreadable
        }
        Field::UseLicenseUrl | Field::ValidationUrl => {
            const WHOLE: &str = "/slactivateproduct/slactivateproduct.asmx?configextension=";
            const VALIDATION: &str = "/slwga/slwga.asmx";
            let value = value.to_ascii_lowercase();
            let has = |part: &str| value.contains(part);
            let may_be = [".sls.", ".asmx", "/slwga"].into_iter().any(has);
            let is_twice = |part: &str| value.matches(part).nth(1).is_some();
            !has("://")
                || (may_be && !has(WHOLE) && !has(VALIDATION))
                || is_twice(".asmx")
                || is_twice("://")
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    /// What is read as the name, and how many remarks there are.
    fn name(lines: &[&str]) -> (Option<String>, usize) {
        let text = [&["LicenseStatus : 1"], lines].concat().join("\n");
        let reading = crate::read(&text);
        assert_eq!(reading.products.len(), 1, "{text}");
        let name = reading.products[0].name.as_deref().map(str::to_owned);
        (name, reading.remarks.len())
    }

    #[test]
    fn the_room_tells_whether_a_blank_lies_at_the_seam() {
        const WHOLE: &str = "Office 16, Office16HomeBusinessR_Retail edition";
        for lines in [
            // A blank at the end, or in front of the rest.
            &[
                "Name          : Office 16, ",
                "                Office16HomeBusinessR_Retail edition",
            ][..],
            &[
                "Name          : Office 16,",
                "                 Office16HomeBusinessR_Retail edition",
            ],
            // Something else is longer.
            &[
                "Name          : Office 16,",
                "                Office16HomeBusinessR_Retail edition",
                "UseLicenseURL : https://licences.example.com/long/address",
            ],
            // An address fills the room, too.
            &[
                "Name          : Office 16, Office16Ho",
                "                meBusinessR_Retail ed",
                "                ition",
                "ValidationURL : https://validation.sl",
                "                s.microsoft.com/SLWGA",
                "                /slwga.asmx",
            ],
            // The value's own end tells.
            &[
                "Name          : Office 16, Office16HomeBusinessR_Retail edi",
                "                tion",
            ],
            // A slip in the name moves the values by one.
            &[
                "Narne          : Office 16, ",
                "                Office16HomeBusinessR_Retail edition",
            ],
            &[
                "> Name          : Office 16, ",
                "> \u{a0}               Office16HomeBusinessR_Retail edition",
            ],
        ] {
            assert_eq!(name(lines), (Some(WHOLE.to_owned()), 0), "{lines:?}");
        }
    }

    #[test]
    fn what_may_be_one_word_or_two_is_not_kept() {
        let lines = [
            "Name          : Office 16, Office16HomeBusinessR",
            "                Retail edition",
        ];
        assert_eq!(name(&lines), (None, 1));
    }

    #[test]
    fn columns_that_were_cut_off_show_in_an_address() {
        let text = "LicenseStatus : 1\nName          : Office 16, Office16ProPl\n                R_Grace edition\nUseLicenseURL : https://a.sls.example.co\n                tivateProduct.asmx?confi";
        let reading = crate::read(text);
        let product = &reading.products[0];
        assert_eq!((&product.name, &product.use_license_url), (&None, &None));
        let lines: Vec<u32> = reading.remarks.iter().map(|remark| remark.line).collect();
        assert_eq!(lines, [3, 5]);
    }
}
