//! What `ConvertTo-Json` prints, whole or in part: a tolerant scanner, since half an output must still say what stands there.
//!
//! A console cuts inside of strings, mail quotes each line, people shorten. So nothing is required but `"name": value`; nested
//! members (CimClass, Properties) are passed over, wrappers (`{ "value": [...] }`) are looked into. No recursion.

use std::borrow::Cow;

use super::{Block, Object, SpanKind, Words, body, gap, is_foreign, is_name, object, prefix};
use crate::{
    id::shape,
    reading::{RemarkCode, join, label, value},
    text::{self, Lines},
};

/// No value is longer, in bytes; what goes on and on is another text.
const LONGEST: usize = 4_000;

/// No wrappers are nested deeper.
const DEEPEST: usize = 32;

/// Reads the JSON that begins with this line, or in the middle of which the paste begins.
pub fn read<'t>(number: u32, raw: &'t str, rest: &Lines<'t>) -> Option<Block<'t>> {
    let bare = text::bare(raw);
    let opens = bare.starts_with('{')
        || bare
            .strip_prefix('[')
            .is_some_and(|rest| is_opening(rest.trim_start()));
    let skipped = if opens || is_member(bare) {
        0
    } else {
        // The paste may begin inside of a line that holds whole objects.
        middle(bare)?
    };
    let prefix = prefix(raw);
    let first = body(raw, prefix);
    let from = first.find(bare).unwrap_or(0) + skipped;
    let mut scan = Scan {
        rest: rest.clone(),
        prefix,
        number,
        raw,
        line: first.get(from..).unwrap_or_default(),
        widest: 0,
        spacing: 1,
        frames: Vec::new(),
        nested: 0,
        block: Block {
            last_line: number,
            ..Block::default()
        },
    };
    if skipped > 0 {
        let lost = bare
            .get(..skipped)
            .unwrap_or_default()
            .trim_end_matches(',');
        scan.block.remarks.push(super::Remark {
            code: RemarkCode::NotUnderstood,
            line: number,
            text: Cow::Borrowed(lost),
            key: None,
        });
    }
    scan.walk();
    let Scan {
        mut block, frames, ..
    } = scan;
    let last_line = block.last_line;
    for frame in frames {
        keep(&mut block, frame.object, last_line);
    }
    let block = block.told();
    // One line of another tool's is read as any other line.
    (block.producer != super::Producer::Unknown || block.last_line > number).then_some(block)
}

/// Whether what stands behind a bracket may belong to an array of objects.
fn is_opening(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['{', '[', ']', '"'])
}

/// Whether a line begins with `"name":`.
fn is_member(line: &str) -> bool {
    line.strip_prefix('"')
        .and_then(|rest| rest.split_once('"'))
        .is_some_and(|(name, rest)| is_name(name) && rest.trim_start().starts_with(':'))
}

/// Whether a line is the beginning of a member, its end cut off; no value goes on like that.
fn is_half_member(line: &str) -> bool {
    let bracket = line.trim_end_matches(',');
    matches!(bracket, "{" | "}" | "]")
        || line
            .strip_prefix('"')
            .is_some_and(|rest| is_name(rest.strip_suffix('"').unwrap_or(rest)))
}

/// Where in a line without a beginning, or with another text in front, the first member stands that is known.
fn middle(bare: &str) -> Option<usize> {
    if let Some(at) = memchr::memmem::find(bare.as_bytes(), b"{\"")
        && is_member(bare.get(at + 1..)?)
    {
        return Some(at);
    }
    for (at, _) in bare.match_indices(",\"").take(4) {
        let member = bare.get(at + 1..)?;
        let name = member.get(1..)?.split('"').next()?;
        if is_member(member) && object::field(name).is_some() {
            return Some(at + 1);
        }
    }
    None
}

fn keep<'t>(block: &mut Block<'t>, mut object: Object<'t>, last_line: u32) {
    if !object.properties.is_empty() {
        object.last_line = last_line;
        block.objects.push(object);
    }
}

/// An object or an array that is open.
struct Frame<'t> {
    is_object: bool,
    /// The brace that opens it is there.
    has_brace: bool,
    object: Object<'t>,
    /// It has a member that CIM classes have: what is nested in it is no wrapper.
    is_known: bool,
    /// A name whose value is due.
    key: Option<Words<'t>>,
}

struct Scan<'t> {
    rest: Lines<'t>,
    prefix: &'t str,
    number: u32,
    raw: &'t str,
    /// What is left of the current line.
    line: &'t str,
    /// Characters of the widest line so far.
    widest: usize,
    /// How many lines further on this line stood than the one before.
    spacing: u32,
    frames: Vec<Frame<'t>>,
    /// How deep in a member that is passed over.
    nested: u32,
    block: Block<'t>,
}

impl<'t> Scan<'t> {
    fn walk(&mut self) {
        while let Some(c) = self.next() {
            match c {
                '{' | '[' => {
                    self.skip(1);
                    self.open(c == '{');
                }
                '}' | ']' => {
                    self.skip(1);
                    self.close(c == '}');
                }
                ',' => {
                    self.skip(1);
                    if let (0, Some(frame)) = (self.nested, self.frames.last_mut()) {
                        frame.key = None;
                    }
                }
                ':' => self.skip(1),
                '"' => {
                    if self.frames.is_empty() && self.nested == 0 {
                        if !is_member(self.line) {
                            return;
                        }
                        self.open(true);
                        if let Some(frame) = self.frames.last_mut() {
                            frame.has_brace = false;
                        }
                    }
                    self.skip(1);
                    // A quote that was written twice in front of a name.
                    if self.line.starts_with('"') && is_member(self.line) {
                        self.skip(1);
                    }
                    let at = self.number;
                    let (text, is_whole) = self.string();
                    self.text(text, is_whole, at);
                }
                _ if self.nested > 0 => {
                    let end = self.line.find([',', '}', ']', '{', '[', '"']);
                    self.skip(end.unwrap_or(self.line.len()));
                }
                _ if self.frames.is_empty() => return,
                _ => self.word(),
            }
        }
    }

    fn skip(&mut self, bytes: usize) {
        self.line = self.line.get(bytes..).unwrap_or_default();
    }

    /// The next character that is no blank, on the next line that belongs here if need be.
    fn next(&mut self) -> Option<char> {
        loop {
            self.line = self.line.trim_start_matches(text::is_blank);
            // Ticks close a quotation, a bar a table.
            if let Some(c) = self.line.chars().next().filter(|c| !matches!(c, '`' | '|')) {
                self.block.last_line = self.number;
                return Some(c);
            }
            let (number, raw) = self.following()?;
            let bare = text::bare(raw);
            let is_closed = self.frames.is_empty() && self.nested == 0;
            let due = self
                .frames
                .last()
                .is_some_and(|frame| frame.key.is_some() || !frame.is_object);
            let belongs = match bare.chars().next()? {
                '{' | '}' | ']' | ',' => true,
                '[' => !is_closed && is_opening(bare.get(1..)?.trim_start()) || is_elision(bare),
                '"' => is_member(bare) || !is_closed,
                ':' => !is_closed,
                '-' | '0'..='9' | 't' | 'f' | 'n' => {
                    !is_closed && (due || self.nested > 0) && !is_foreign(bare)
                }
                _ => !is_closed && is_elision(bare),
            };
            if !belongs {
                return None;
            }
            self.take(number, raw);
            if is_closed {
                // Another document, which need not be as wide.
                self.widest = 0;
            }
            if is_elision(bare) {
                self.block.remarks.push(super::Remark {
                    code: RemarkCode::NotUnderstood,
                    line: number,
                    text: Cow::Borrowed(bare),
                    key: None,
                });
                self.block.line(number, SpanKind::Remark, None);
                self.block.last_line = number;
                self.line = "";
            }
        }
    }

    /// The next line that is not blank.
    fn following(&self) -> Option<(u32, &'t str)> {
        self.rest
            .clone()
            .take(4)
            .find(|(_, raw)| !text::bare(raw).is_empty())
    }

    fn take(&mut self, number: u32, raw: &'t str) {
        self.widest = self.widest.max(self.raw.trim_end().chars().count());
        while self.rest.number() < number && self.rest.next().is_some() {}
        self.spacing = number - self.number;
        self.number = number;
        self.raw = raw;
        self.line = body(raw, self.prefix);
    }

    fn open(&mut self, is_object: bool) {
        if self.nested > 0 || self.frames.len() >= DEEPEST {
            self.nested += 1;
            return;
        }
        if let Some(frame) = self.frames.last_mut()
            && let Some(key) = frame.key.take()
            && (frame.is_known || object::field(&key).is_some() || object::is_expected(&key))
        {
            frame.is_known = true;
            self.nested = 1;
            return;
        }
        self.frames.push(Frame {
            is_object,
            has_brace: true,
            object: Object {
                first_line: self.number,
                ..Object::default()
            },
            is_known: false,
            key: None,
        });
    }

    fn close(&mut self, is_object: bool) {
        if self.nested > 0 {
            self.nested -= 1;
            return;
        }
        // A bracket that closes nothing is half of one that stands before the paste.
        if !self
            .frames
            .iter()
            .rev()
            .take(2)
            .any(|frame| frame.is_object == is_object)
        {
            return;
        }
        while let Some(frame) = self.frames.pop() {
            let found = frame.is_object == is_object;
            keep(&mut self.block, frame.object, self.number);
            if found {
                break;
            }
        }
    }

    /// A string, in its place: a name, or a value that stands on the line `at`.
    fn text(&mut self, text: Words<'t>, is_whole: bool, at: u32) {
        if self.nested > 0 {
            return;
        }
        let Some(frame) = self.frames.last_mut().filter(|frame| frame.is_object) else {
            return;
        };
        let key = frame.key.take();
        if is_whole && self.next() == Some(':') {
            self.skip(1);
            if let Some(key) = key {
                // The value before it is lost.
                self.block.cut(at, &key, Cow::Borrowed(""));
            }
            let text = text::plain(text);
            self.begin_lost(&text);
            if let Some(frame) = self.frames.last_mut() {
                frame.is_known |= object::field(&text).is_some();
                frame.key = Some(text);
            }
        } else if let Some(key) = key {
            // A name in the place of a value: its colon was cut off, and so was the value before it.
            let is_name = object::field(&text).is_some();
            self.value(key, text, is_whole && !is_name, at);
        } else if !text.is_empty() {
            // A name without its colon, or with its quote or its colon misread.
            self.block.remarks.push(super::Remark {
                code: RemarkCode::Malformed,
                line: at,
                text,
                key: None,
            });
        }
    }

    /// Closes an object without braces where the next one begins: its members stood in the order of the alphabet until here.
    fn begin_lost(&mut self, name: &str) {
        const ENOUGH: usize = 5;
        let Some(frame) = self.frames.last().filter(|frame| !frame.has_brace) else {
            return;
        };
        let names = || frame.object.properties.iter().map(|(name, _, _)| &**name);
        let is_sorted = names()
            .zip(names().skip(1))
            .all(|(one, next)| label::is_before(one, next));
        // What PowerShell adds stands behind all of them.
        let is_of_class = object::field(name).and_then(label::Field::key).is_some();
        let begins = is_of_class
            && names().count() >= ENOUGH
            && is_sorted
            && names()
                .next_back()
                .is_some_and(|last| !label::is_before(last, name));
        if begins && let Some(frame) = self.frames.pop() {
            keep(&mut self.block, frame.object, self.number);
            self.open(true);
            if let Some(frame) = self.frames.last_mut() {
                frame.has_brace = false;
            }
        }
    }

    fn value(&mut self, key: Words<'t>, text: Words<'t>, is_whole: bool, at: u32) {
        if is_whole {
            for line in at + 1..=self.number {
                self.block.line(line, SpanKind::Field, None);
            }
            if let Some(frame) = self.frames.last_mut() {
                frame.object.push(key, text, at);
            }
        } else {
            self.block.cut(at, &key, text);
        }
    }

    /// A number, true, false or null; anything else in the place of a value can't be trusted.
    fn word(&mut self) {
        let at = self.number;
        let is_end = |c: char| matches!(c, ',' | '}' | ']') || c.is_whitespace() || c.is_control();
        let end = self.line.find(is_end).unwrap_or(self.line.len());
        // A tag may close the line.
        let end = self.line[..end]
            .find('<')
            .filter(|tag| *tag > 0)
            .unwrap_or(end);
        let (word, rest) = self.line.split_at(end);
        let mut word = Cow::Borrowed(word);
        if !word.is_ascii() {
            // Marks that take no room end no number, and wide digits are digits.
            let seen = word.chars().filter(|c| !text::is_blank(*c));
            word = Cow::Owned(seen.map(shape::narrow).collect());
        }
        self.line = rest;
        let mut ends = !rest.is_empty();
        // A console may cut a number, too.
        if !ends && let Some((number, raw)) = self.following() {
            let next = body(raw, self.prefix);
            let more = next.find(is_end).and_then(|end| next.split_at_checked(end));
            match more {
                Some((tail, _)) if !tail.is_empty() && is_literal(&[&word, tail].concat()) => {
                    word = value::joined(&word, "", tail);
                    self.take(number, raw);
                    self.skip(tail.len());
                    self.block.last_line = number;
                    ends = true;
                }
                _ => {
                    // A number that lacks its comma may lack digits.
                    let next = text::bare(raw);
                    let is_cut = next.starts_with(['"', ']'])
                        && word.ends_with(|c: char| c.is_ascii_digit());
                    ends = !is_foreign(next) && !is_cut;
                }
            }
        }
        let key = self.frames.last_mut().and_then(|frame| frame.key.take());
        let Some(key) = key else {
            if !is_literal(&word) {
                // Someone's note behind a member.
                self.line = "";
            }
            return;
        };
        if is_literal(&word) {
            let null = word.eq_ignore_ascii_case("null");
            let text = if null { Cow::Borrowed("") } else { word };
            self.value(key, text, ends, at);
            return;
        }
        if value::is_masked(&word) {
            // Without quotes it may hide that there is no key.
            let is_sure = object::field(&key) != Some(label::Field::PartialProductKey);
            self.value(key, word, is_sure, at);
            return;
        }
        let text = value::joined(&word, "", self.line.trim_end());
        self.line = "";
        self.value(key, text, false, at);
    }

    /// The rest of a string whose quote is read, without escapes; whether it has an end.
    fn string(&mut self) -> (Words<'t>, bool) {
        let mut head: Option<String> = None;
        loop {
            // The seam may stand behind a backslash.
            let escaped = head
                .as_ref()
                .is_some_and(|head| (head.len() - head.trim_end_matches('\\').len()) % 2 == 1);
            let end = string_end(self.line, usize::from(escaped));
            let (part, rest) = self.line.split_at(end.unwrap_or(self.line.len()));
            let length = head.as_ref().map_or(0, String::len) + part.len();
            if end.is_some() {
                self.line = rest.get(1..).unwrap_or_default();
                return match head {
                    None => (unescaped(part), true),
                    Some(head) => (
                        Cow::Owned(unescaped(&[&head, part].concat()).into_owned()),
                        true,
                    ),
                };
            }
            let next = self.following().filter(|(number, raw)| {
                let bare = text::bare(raw);
                // A console puts no blank line into a string, unless the paste has one behind each line.
                let is_apart = number - self.number > self.spacing;
                let is_long = self.raw.trim_end().chars().count() >= join::NARROWEST;
                let is_other = is_member(bare) || is_half_member(bare) || is_foreign(bare);
                length < LONGEST && is_long && !is_other && !is_apart
            });
            let Some((number, raw)) = next else {
                self.line = "";
                let part = match head {
                    None => unescaped(part),
                    Some(head) => Cow::Owned([&head, part].concat()),
                };
                return (part, false);
            };
            let before = self.raw;
            let mut so_far = head.unwrap_or_default();
            so_far.push_str(part);
            self.take(number, raw);
            if !so_far.ends_with(' ') {
                so_far.push_str(gap(before, self.line, self.widest, &self.rest));
            }
            self.block.last_line = number;
            head = Some(so_far);
        }
    }
}

/// Whether a line says that something was left out.
fn is_elision(bare: &str) -> bool {
    bare.starts_with("...")
        || bare.starts_with('…')
        || bare.starts_with("[...")
        || bare.starts_with("//")
        || (bare.starts_with('<') && bare.ends_with('>'))
}

fn is_literal(word: &str) -> bool {
    let number = word.strip_prefix('-').unwrap_or(word);
    ["null", "true", "false"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
        || (number.starts_with(|c: char| c.is_ascii_digit())
            && number.bytes().all(|byte| {
                byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-')
            }))
}

/// Where the quote stands that ends a string, at or behind the byte `from`.
fn string_end(line: &str, from: usize) -> Option<usize> {
    let mut from = from;
    loop {
        let at = from + memchr::memchr2(b'"', b'\\', line.as_bytes().get(from..)?)?;
        if line.as_bytes().get(at) == Some(&b'"') {
            return Some(at);
        }
        from = at + 2;
    }
}

/// The text that a string with escapes stands for.
fn unescaped(text: &str) -> Words<'_> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut units: Vec<u16> = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        if c != '\\' {
            flush(&mut units, &mut out);
            out.push(c);
            rest = after;
            continue;
        }
        let hex = after.strip_prefix('u').and_then(|digits| digits.get(..4));
        if let Some(unit) = hex.and_then(|digits| u16::from_str_radix(digits, 16).ok()) {
            // Pairs of surrogates stand for one character.
            units.push(unit);
            rest = after.get(5..).unwrap_or_default();
            continue;
        }
        flush(&mut units, &mut out);
        let escaped = after.chars().next();
        match escaped {
            Some('n' | 'r' | 't' | 'b' | 'f') => out.push(' '),
            Some(plain) => out.push(plain),
            None => {}
        }
        rest = after
            .get(escaped.map_or(0, char::len_utf8)..)
            .unwrap_or_default();
    }
    flush(&mut units, &mut out);
    Cow::Owned(out)
}

fn flush(units: &mut Vec<u16>, out: &mut String) {
    for c in char::decode_utf16(units.drain(..)) {
        out.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::{Producer, block::tests::objects};

    /// The objects of a text as "Name=value" joined by "; ", each on its own.
    #[track_caller]
    fn reads(text: &str, expected: &[&str]) {
        assert_eq!(objects(read, text), expected, "{text}");
    }

    #[test]
    fn objects_of_all_forms() {
        for text in [
            r#"{"ID":"a","LicenseStatus":1}"#,
            "[\n    {\n        \"ID\":  \"a\",\n        \"LicenseStatus\":  1\n    }\n]",
            "> [\n>   {\n>     \"ID\": \"a\",\n>     \"LicenseStatus\": 1\n>   }\n> ]",
            "{\n  \"value\": [\n    { \"ID\": \"a\", \"LicenseStatus\": 1 }\n  ]\n}",
            "\"ID\": \"a\",\n\"LicenseStatus\": 1\n}\n]",
            "{\n\n\"ID\": \"a\",\n\n\"LicenseStatus\":\n 1\n}",
            "{\"ID\":\"a\",\"LicenseStatus\":1,\"CimClass\":{\"CimClassName\":{\"Name\":\"}\"}},\"Properties\":[{\"Name\":\"b\"}]}",
            "{<br>\n\"ID\": \"a\",<br>\n\"LicenseStatus\": 1<br>\n}</pre>",
            "Output: {\"ID\":\"a\",\"LicenseStatus\":1}",
            "ell\",\"ID\":\"a\",\"LicenseStatus\":1}]",
        ] {
            reads(text, &["ID=a; LicenseStatus=1"]);
        }
    }

    #[test]
    fn values_of_all_forms() {
        for (value, expected) in [
            ("null", ""),
            ("\"\"", ""),
            ("True", "True"),
            ("-1073418187", "-1073418187"),
            ("\"1688\"", "1688"),
            (r#""\/Date(1565000000000)\/""#, "/Date(1565000000000)/"),
            (r#""/Date(1565000000000)/""#, "/Date(1565000000000)/"),
            (r#""a\u0026b \"c\" \\ \ud83d\ude00""#, "a&b \"c\" \\ 😀"),
            ("\"a } ] , : b\"", "a } ] , : b"),
            ("<redacted>", "<redacted>"),
        ] {
            let text = ["{\"Name\": ", value, ", \"LicenseStatus\": 1}"].concat();
            let due = ["Name=", expected, "; LicenseStatus=1"].concat();
            reads(&text, &[&due]);
        }
    }

    #[test]
    fn a_console_cuts_anywhere() {
        let whole = r#"{"ID":"73111121-5638-40f6-bc11-f1d7b0d64300","LicenseStatus":1,"GracePeriodRemaining":258840,"Name":"Windows(R), \"Enterprise\" edition","KeyManagementServicePort":1688}"#;
        let expected = objects(read, whole);
        // Of two rows alone, one short of a usual console, nobody knows whether a blank was lost.
        for width in (40..whole.len()).filter(|width| ![99, 119, 131, 139, 159].contains(width)) {
            let rows: Vec<&str> = whole
                .as_bytes()
                .chunks(width)
                .map(|row| std::str::from_utf8(row).expect("ASCII"))
                .collect();
            assert_eq!(objects(read, &rows.join("\n")), expected, "{width}");
        }
    }

    #[test]
    fn what_is_cut_is_not_kept() {
        for text in [
            "{\"LicenseStatus\": 1, \"Name\": \"Windows(R), Prof",
            "{\"LicenseStatus\": 1, \"GracePeriodRemaining\": 25",
            "{\"LicenseStatus\": 1, \"Name\": \"Windows(R),\n\"PSComputerName\": null}",
            "{\"LicenseStatus\": 1, \"Name\": Windows(R), Professional edition\"}",
        ] {
            let rest = text::lines(&text[text.find('\n').unwrap_or(text.len())..]);
            let first = text.lines().next().expect("a line");
            let mut rest = rest;
            if text.contains('\n') {
                rest.next();
            }
            let block = read(1, first, &rest).expect(text);
            assert_eq!(block.remarks.len(), 1, "{text}");
            assert_eq!(block.remarks[0].code, RemarkCode::Malformed);
            let status = block.objects[0].get("LicenseStatus");
            assert_eq!(status, Some("1"), "{text}");
            assert_eq!(block.objects[0].get("Name"), None, "{text}");
        }
    }

    #[test]
    fn other_text_ends_it() {
        for below in [
            "PS C:\\> dir",
            "Name: Windows(R), Core edition",
            "So it is.",
        ] {
            let text = ["\"LicenseStatus\": 1,\n", below].concat();
            let mut rest = text::lines(&text);
            let (number, raw) = rest.next().expect("a line");
            assert_eq!(
                read(number, raw, &rest).map(|block| block.last_line),
                Some(1)
            );
        }
        for text in ["{", "[1, 2]", "[x] done", "{ x }", "\"Name\" is due", "}"] {
            let rest = text::lines("");
            assert_eq!(
                read(1, text, &rest).map(|block| block.producer),
                None,
                "{text}"
            );
        }
    }

    #[test]
    fn another_tool_s_objects_are_none() {
        let text = "{\n  \"name\": \"left-pad\",\n  \"version\": \"1.3.0\",\n  \"description\": \"pads\",\n  \"id\": \"0f0f0f0f-0000-4000-8000-000000000000\"\n}";
        let mut rest = text::lines(text);
        let (number, raw) = rest.next().expect("a line");
        let block = read(number, raw, &rest).expect("JSON");
        assert_eq!(block.producer, Producer::Unknown);
        assert_eq!((block.objects.len(), block.last_line), (0, 6));
    }

    #[test]
    fn depth_is_no_matter() {
        for text in [
            "[".repeat(10_000),
            "[\n".repeat(10_000),
            "{\"a\":".repeat(10_000),
            "{\"a\":\n".repeat(5_000),
            "\"a\": [\n".repeat(5_000),
            "\"a\": \"\n".repeat(5_000),
            ["[{\"Name\":\"", &"\\".repeat(9_999)].concat(),
        ] {
            assert!(crate::read(&text).products.is_empty());
        }
    }
}
