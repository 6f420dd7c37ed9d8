//! What `Format-Table` prints (names, a row of dashes, rows), and `wmic ... get a,b,c` (names and rows, padded by two blanks).
//!
//! A cell belongs to the name that it stands under: the columns' places are those of the dashes or names. Numbers and True or
//! False are set to the right and may begin left of their dashes; any other text that crosses a border damages its row.

use std::borrow::Cow;

use super::{Block, Object, SpanKind, Words, is_foreign, is_name, object};
use crate::{
    reading::{Producer, label::Field, value},
    text::{self, Lines},
};

/// A name longer than all lines of a table is another text.
const WIDEST: usize = 16_000;

/// One column: its name and where it begins, in characters.
struct Column<'t> {
    name: &'t str,
    start: usize,
    field: Option<Field>,
}

/// Reads the table that begins with this line of names.
pub fn read<'t>(number: u32, raw: &'t str, rest: &Lines<'t>) -> Option<Block<'t>> {
    if raw.len() > WIDEST || raw.contains([':', '=']) {
        return None;
    }
    let mut following = rest.clone();
    let (second, below) = following
        .clone()
        .find(|(line, raw)| *line > number + 1 || !text::bare(raw).is_empty())?;
    let is_dashed = is_dashes(below);
    let columns = if is_dashed {
        dashed(raw, below)
    } else {
        padded(raw)?
    };
    if !columns.iter().any(|column| object::is_known(column.name)) {
        return None;
    }
    let mut block = Block {
        last_line: number,
        ..Block::default()
    };
    block.line(number, SpanKind::Heading, None);
    if is_dashed {
        block.line(second, SpanKind::Heading, None);
        block.last_line = second;
        while following.number() < second && following.next().is_some() {}
    }
    // Rows of Format-Table follow each other, unless the paste has a blank line behind every line.
    let most = if is_dashed { second - number - 1 } else { 2 };
    let (mut blank, mut before, mut is_cut) = (0, Vec::new(), false);
    while let Some((line, raw)) = following.next() {
        let bare = text::bare(raw);
        if bare.is_empty() {
            blank += 1;
            if blank > most {
                break;
            }
            continue;
        }
        let apart = std::mem::take(&mut blank) > 0;
        if !is_dashed && is_names(bare) && block.last_line == number {
            is_cut = true;
        }
        if is_foreign(bare) || (is_names(bare) && !is_cut) || is_dashes(raw) {
            break;
        }
        if is_cut {
            // The console cut each line in two: which half belongs to which can't be told.
            block.last_line = line;
            continue;
        }
        let is_last = following.clone().all(|(_, raw)| text::bare(raw).is_empty());
        let ends_here = following
            .clone()
            .next()
            .is_none_or(|(_, raw)| text::bare(raw).is_empty());
        let Some(cells) = cells(raw, &columns, is_dashed) else {
            if apart {
                break;
            }
            block.last_line = line;
            block.damaged(line, raw);
            continue;
        };
        if !is_dashed && !is_last && goes_on(&cells, &columns) {
            // A short line of another tool stands under the first name alone.
            break;
        }
        block.last_line = line;
        if goes_on(&cells, &columns) && !block.objects.is_empty() && is_dashed {
            let mut unsure = Vec::new();
            if let Some(row) = block.objects.last_mut() {
                // The last line of all may be a row of its own that is cut.
                unsure = go_on(row, &before, &cells, &columns, is_last || apart);
                row.last_line = line;
            }
            for (name, words) in unsure {
                block.cut(line, name, words);
            }
            block.line(line, SpanKind::Field, None);
            before = cells;
            continue;
        }
        let mut row = Object {
            first_line: line,
            last_line: line,
            ..Object::default()
        };
        let length = raw.trim_end().chars().count();
        for (column, cell) in columns.iter().zip(&cells) {
            if is_shortened(cell) {
                block.cut(line, column.name, Cow::Borrowed(cell));
            } else if !(ends_here && column.start >= length) {
                // What lies behind the end of the very last row is empty or was cut off: nobody knows.
                row.push(Cow::Borrowed(column.name), Cow::Borrowed(cell), line);
            }
        }
        block.line(line, SpanKind::Field, None);
        block.objects.push(row);
        before = cells;
    }
    let last_line = block.last_line;
    let block = block.told();
    let is_ours = block.producer != Producer::Unknown;
    (is_ours || is_cut || (is_dashed && last_line > second)).then_some(block)
}

/// Whether a line is the row of dashes below the names.
fn is_dashes(raw: &str) -> bool {
    let bare = raw.trim_matches(|c: char| c == '>' || c == '`' || text::is_blank(c));
    bare.starts_with("--") && bare.bytes().all(|byte| matches!(byte, b'-' | b' '))
}

/// Whether a line holds nothing but names of properties.
fn is_names(bare: &str) -> bool {
    bare.split_whitespace()
        .all(|word| is_name(word) && object::field(word).is_some())
}

/// The columns of `Format-Table`: each name is underlined.
fn dashed<'t>(names: &'t str, dashes: &str) -> Vec<Column<'t>> {
    let mut columns = Vec::new();
    let (mut start, mut before) = (0, ' ');
    for (at, c) in dashes.chars().chain(" ".chars()).enumerate() {
        if c == '-' && before != '-' {
            start = at;
        } else if c != '-' && before == '-' {
            let name = slice(names, start, at).trim();
            columns.push(Column {
                name,
                start,
                field: object::field(name),
            });
        }
        before = c;
    }
    columns
}

/// The columns of `wmic`: at least two names that are known, two blanks or more between.
fn padded(names: &str) -> Option<Vec<Column<'_>>> {
    let mut rest = names.trim_end_matches(text::is_blank);
    let mut at = 0;
    let mut columns = Vec::new();
    loop {
        let front = super::prefix(rest);
        let between = front.chars().count();
        if !columns.is_empty() && between < 2 {
            return (rest.is_empty() && columns.len() >= 2).then_some(columns);
        }
        rest = rest.get(front.len()..)?;
        let (name, behind) = rest.split_at(rest.find(text::is_blank).unwrap_or(rest.len()));
        at += between;
        columns.push(Column {
            name,
            start: at,
            field: Some(object::field(name).filter(|_| is_name(name))?),
        });
        at += name.chars().count();
        rest = behind;
    }
}

/// The characters `from..to` of a line.
fn slice(line: &str, from: usize, to: usize) -> &str {
    let byte = |place: usize| {
        line.char_indices()
            .nth(place)
            .map_or(line.len(), |(at, _)| at)
    };
    line.get(byte(from)..byte(to.max(from))).unwrap_or_default()
}

/// The cells of a row; `None` where text crosses a border.
fn cells<'t>(raw: &'t str, columns: &[Column<'_>], is_dashed: bool) -> Option<Vec<&'t str>> {
    let raw = raw.trim_end_matches(|c: char| c == '`' || text::is_blank(c));
    let places: Vec<(usize, char)> = raw.char_indices().collect();
    let is_blank = |at: usize| places.get(at).is_none_or(|(_, c)| text::is_blank(*c));
    let mut borders = Vec::new();
    for column in columns.iter().skip(1) {
        let mut border = column.start;
        let before = border.checked_sub(1)?;
        if !is_blank(before) {
            // The last word before the border may be a number that is wider than its name.
            while border > 0 && !is_blank(border - 1) {
                border -= 1;
            }
            let end = (border..places.len())
                .find(|at| is_blank(*at))
                .unwrap_or(places.len());
            let word = slice(raw, border, end);
            if !is_dashed || !is_set_right(word) || end <= column.start {
                return None;
            }
        } else if !is_dashed && before > 0 && !is_blank(before - 1) {
            return None;
        }
        if borders.last().is_some_and(|last| *last >= border) {
            return None;
        }
        borders.push(border);
    }
    borders.push(places.len().max(borders.last().copied().unwrap_or(0)));
    let mut from = 0;
    let mut cells = Vec::with_capacity(columns.len());
    for border in borders {
        cells.push(text::bare_value(slice(raw, from, border)));
        from = border;
    }
    if let Some(first) = cells.first_mut() {
        *first = text::bare(first);
    }
    Some(cells)
}

/// Whether `Format-Table` sets a value to the right.
fn is_set_right(word: &str) -> bool {
    let digits = word.strip_prefix('-').unwrap_or(word);
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
        || matches!(word, "True" | "False")
}

/// Whether a cell was shortened to fit its column.
fn is_shortened(cell: &str) -> bool {
    ["...", "…"]
        .iter()
        .any(|dots| cell.ends_with(dots) || cell.starts_with(dots))
}

/// Whether a row goes on with the cells of the one above (`-Wrap`): something that every product has is missing.
fn goes_on(cells: &[&str], columns: &[Column<'_>]) -> bool {
    columns.iter().zip(cells).any(|(column, cell)| {
        let always = matches!(
            column.field,
            Some(
                Field::Name
                    | Field::Description
                    | Field::ActivationId
                    | Field::ApplicationId
                    | Field::LicenseStatus
                    | Field::GraceMinutes
                    | Field::NotificationReason
            )
        );
        always && cell.is_empty()
    })
}

/// Adds the cells of a row to those of the row above; takes out, and gives back, the values of which it is not sure.
fn go_on<'t>(
    row: &mut Object<'t>,
    above: &[&str],
    cells: &[&str],
    columns: &[Column<'t>],
    is_unsure: bool,
) -> Vec<(&'t str, Words<'t>)> {
    let mut unsure = Vec::new();
    for (index, (column, cell)) in columns.iter().zip(cells).enumerate() {
        let place = row
            .properties
            .iter()
            .position(|(name, ..)| name == column.name);
        let (Some(place), false) = (place, cell.is_empty()) else {
            continue;
        };
        let above = above.get(index).copied().unwrap_or_default();
        let length = |text: &str| text.chars().count();
        let width = columns
            .get(index + 1)
            .map_or(usize::MAX, |next| next.start - column.start - 1);
        // Words go to the next line as a whole where they do not fit; what has no blank is cut at the border.
        let word = cell.split(' ').next().unwrap_or_default();
        let gap = if length(above) < width && length(above) + 1 + length(word) > width {
            Some(" ")
        } else if length(above) == width && !above.contains(' ') && !cell.contains(' ') {
            Some("")
        } else {
            None
        };
        let known = row.properties.get_mut(place);
        match (known, gap) {
            (Some((_, words, _)), Some(gap)) if !is_unsure => {
                *words = value::joined(words, gap, cell);
            }
            (Some((_, words, _)), _) => {
                unsure.push((column.name, value::joined(words, " ", cell)));
                row.properties.remove(place);
            }
            _ => {}
        }
    }
    unsure
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::block::tests::objects;

    #[test]
    fn cells_stand_below_their_names() {
        let text = "
Name                   LicenseStatus Key       ID
----                   ------------- ---       --
Windows(R), A edition              1 3V66T     73111121-5638-40f6-bc11-f1d7b0d64300
Windows(R), B edition              5           73111121-5638...
";
        let expected = [
            "Name=Windows(R), A edition; LicenseStatus=1; Key=3V66T; ID=73111121-5638-40f6-bc11-f1d7b0d64300",
            "Name=Windows(R), B edition; LicenseStatus=5; Key=",
        ];
        for text in [
            text.trim_start().to_owned(),
            text.trim_start().replace('\n', "\n\n"),
            text.trim_start()
                .lines()
                .map(|line| format!("> {line}\n"))
                .collect(),
        ] {
            assert_eq!(objects(read, &text), expected, "{text}");
        }
    }

    #[test]
    fn numbers_are_set_to_the_right() {
        let text = "LicenseStatus PSComputerName GracePeriodRemaining ID\n------------- -------------- -------------------- --\n            1 a                            258840 b";
        assert_eq!(
            objects(read, text),
            ["LicenseStatus=1; PSComputerName=a; GracePeriodRemaining=258840; ID=b"]
        );
        // A number may be wider than its name.
        let text = "LicenseStatus     ID\n-------------     --\n            1 123456";
        assert_eq!(objects(read, text), ["LicenseStatus=1; ID=123456"]);
        // Any other text across a border damages the row.
        let text = "LicenseStatus     ID\n-------------     --\n            1 abcdef\n            5      1";
        assert_eq!(objects(read, text), ["LicenseStatus=5; ID=1"]);
    }

    #[test]
    fn wmic_pads_by_two_blanks() {
        let text = "LicenseStatus  Name                    PartialProductKey  \n\n1              Windows(R), A edition   3V66T              \n\n5              Windows(R), B edition                      \n\n";
        let expected = [
            "LicenseStatus=1; Name=Windows(R), A edition; PartialProductKey=3V66T",
            "LicenseStatus=5; Name=Windows(R), B edition",
        ];
        assert_eq!(objects(read, text), expected);
        assert_eq!(objects(read, &text.replace("\n\n", "\n")), expected);
    }

    #[test]
    fn wrapped_cells_are_joined_where_the_seam_is_sure() {
        let text = "Name         LicenseStatus\n----         -------------\nWindows(R),              1\nA edition\nWindows(R),              0\nB edition\n\n.";
        assert_eq!(
            objects(read, text),
            [
                "Name=Windows(R), A edition; LicenseStatus=1",
                "Name=Windows(R), B edition; LicenseStatus=0"
            ]
        );
        let text = "Name         LicenseStatus\n----         -------------\nOffice 16, O             1\nffice16 edit\nion\nWindows(R),              5\nB edition";
        assert_eq!(objects(read, text), ["LicenseStatus=1", "LicenseStatus=5"]);
    }

    #[test]
    fn other_lines_are_no_table() {
        for text in [
            "Name LicenseStatus\nand so on",
            "Name  of a thing\n----",
            "Mode LastWriteTime Length Name\n---- ------------- ------ ----\nd--- 1/1/2026 9:00       folder",
            "----\n----",
            "Name  LicenseStatus\nName  LicenseStatus",
            "Description        LicenseStatus\n  Name             PartialProductKey\nOffice 16, channel 1 \n  Windows(R), A    3V66T\n  Windows(R), B    3V66T",
        ] {
            assert!(objects(read, text).is_empty(), "{text}");
        }
    }

    #[test]
    fn hostile_tables_take_their_time_once() {
        for text in [
            "Name  ID\n".repeat(5_000),
            "Name  ID\n----  --\n".repeat(5_000),
            "ID\n--\n".repeat(5_000),
            ["Name  ID\n----  --\n", &"a     b\n".repeat(5_000)].concat(),
        ] {
            assert!(crate::read(&text).products.is_empty());
        }
    }
}
