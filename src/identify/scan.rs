//! A text as one identifier, and identifiers inside other text.

use std::ops::Range;

use super::{
    Asked, Candidate, Certainty, What, code, guid, number, pid,
    small::{self, Keyword},
};
use crate::id::{
    activation_id::TroubleKind,
    error_code, key_ending,
    liberty::Liberty,
    product_id,
    shape::{is_blank, is_dash, narrow},
};

/// What the text could be as a whole.
pub(super) fn whole(asked: &Asked<'_>) -> Vec<Candidate> {
    let text = asked.text;
    let mut found = Vec::new();
    if let Some(key) = only_key(asked) {
        return vec![key];
    }
    found.extend(extended(text, asked));
    if found.is_empty() {
        found.extend(product(text));
    }
    if found.is_empty() {
        found.extend(guid_alone(text, asked));
    }
    // Digits without hyphens may as well be a part of a longer number.
    let is_settled = found.first().is_some_and(|first| {
        first.certainty == Certainty::Exact
            || matches!(&first.what, What::Guid(finding) if finding.id.is_ok() && finding.liberties.is_empty())
    });
    if !is_settled {
        found.extend(number::candidates(text));
    }
    if !found.is_empty() {
        return found;
    }
    if let Some(code) = one_code(text, true) {
        let is_small = code.value.starts_with("0x0000");
        if is_small {
            found.extend(small::lcid(text, None));
        }
        found.push(code);
        return found;
    }
    let bare = text.trim_matches(|c: char| is_blank(c) || "\"'.,;()[]<>`#".contains(c));
    found.extend(small::version(bare));
    found.extend(small::channel(bare));
    found.extend(small::state(text));
    found.extend(small::number(bare, None));
    if found.is_empty() || bare.starts_with('0') {
        found.extend(small::lcid(bare, None));
    }
    found.extend(small::ending(text, None));
    found
}

/// Identifiers in the order in which they stand in the text, each value once.
pub(super) fn parts(asked: &Asked<'_>) -> Vec<Candidate> {
    let mut scan = Scan {
        asked,
        taken: Vec::new(),
        found: Vec::new(),
    };
    scan.keys();
    scan.joined_ids();
    scan.long_numbers();
    scan.words();
    scan.found
        .sort_by_key(|(start, candidate)| (*start, candidate.certainty));
    let mut candidates: Vec<Candidate> = Vec::new();
    for (_, candidate) in scan.found {
        let is_known = candidates
            .iter()
            .any(|known| known.kind() == candidate.kind() && known.value == candidate.value);
        if !is_known {
            candidates.push(candidate);
        }
    }
    candidates
}

fn extended(text: &str, asked: &Asked<'_>) -> Option<Candidate> {
    if text.len() > 200 {
        return None;
    }
    let dashes = text.chars().filter(|&c| is_dash(c)).count();
    let dot = text.contains('.');
    // Words around it are for `parts`; masks are letters, too.
    if text
        .chars()
        .any(|c| c.is_alphabetic() && !matches!(c, 'x' | 'X'))
    {
        return None;
    }
    if !(4..=8).contains(&dashes) || !(dot || dashes >= 6) {
        return None;
    }
    let finding = pid::look(text, asked.now);
    if finding.trouble.is_some() {
        return None;
    }
    let certainty = if finding.odd.is_empty() {
        Certainty::Exact
    } else {
        Certainty::Likely
    };
    let mut liberties = Vec::new();
    if text.chars().any(|c| is_dash(c) && c != '-') {
        liberties.push(Liberty::Dashes);
    }
    if text.contains(['\n', '\r']) {
        liberties.push(Liberty::Wrapped);
    }
    Some(Candidate {
        certainty,
        value: finding.text.clone(),
        found: text.to_owned(),
        liberties,
        what: What::ExtendedPid(Box::new(finding)),
    })
}

fn product(text: &str) -> Option<Candidate> {
    let id = product_id::parse(text)?;
    Some(Candidate {
        certainty: if id.liberties.is_empty() {
            Certainty::Exact
        } else {
            Certainty::Likely
        },
        value: id.text.clone(),
        found: text.to_owned(),
        liberties: id.liberties.clone(),
        what: What::ProductId(Box::new(id)),
    })
}

/// The whole text as a GUID, or nearly one.
fn guid_alone(text: &str, asked: &Asked<'_>) -> Option<Candidate> {
    let finding = guid::look(text, asked.context);
    let certainty = match &finding.id {
        Ok(_) => certainty_of(&finding, text)?,
        Err(why) => {
            let hyphens = text.chars().filter(|&c| is_dash(c)).count();
            let is_near = match &why.kind {
                TroubleKind::Groups(groups) => {
                    (26..=38).contains(&why.digits.len())
                        && (4..=6).contains(&groups.len())
                        && is_hexadecimal(&why.digits)
                }
                TroubleKind::Digits(count) => {
                    (30..=34).contains(count) && is_hexadecimal(&why.digits)
                }
                // One stray letter, or a mask, in what has the hyphens of a GUID.
                TroubleKind::Stray { .. } | TroubleKind::Masked => {
                    hyphens == 4
                        && (34..=40).contains(&text.chars().count())
                        && !text.contains(char::is_whitespace)
                }
                _ => false,
            };
            is_near.then_some(Certainty::Possible)?
        }
    };
    let certainty = match (&finding.id, finding.nearest.is_empty()) {
        (Err(_), false) => Certainty::Likely,
        _ => certainty,
    };
    Some(guid_candidate(certainty, text, finding))
}

fn guid_candidate(certainty: Certainty, text: &str, finding: guid::Finding) -> Candidate {
    let value = match &finding.id {
        Ok(id) => id.to_string(),
        // Under a mask no digits can be read.
        Err(why) if why.digits.is_empty() => text.to_owned(),
        Err(why) => why.digits.clone(),
    };
    Candidate {
        certainty,
        value,
        found: text.to_owned(),
        liberties: finding.liberties.clone(),
        what: What::Guid(Box::new(finding)),
    }
}

/// How sure it is that 32 digits are a GUID; `None` where nothing speaks for it.
fn certainty_of(finding: &guid::Finding, text: &str) -> Option<Certainty> {
    let changed = finding.liberties.iter().any(|liberty| {
        matches!(
            liberty,
            Liberty::LookAlike { .. } | Liberty::HyphensMoved(_)
        )
    });
    let bare = finding.liberties.contains(&Liberty::NoHyphens)
        || finding.liberties.contains(&Liberty::Separators);
    let is_decimal = text
        .chars()
        .map(narrow)
        .filter(|c| c.is_alphanumeric())
        .all(|c| c.is_ascii_digit());
    Some(match (finding.known, changed, bare) {
        (Some(_), false, _) => Certainty::Exact,
        (Some(_), true, _) | (None, false, false) => Certainty::Likely,
        (None, true, false) => Certainty::Likely,
        // A row of 32 digits is a hash as often as an ID; of decimal digits alone it is neither.
        (None, _, true) if is_decimal => return None,
        (None, _, true) => Certainty::Possible,
    })
}

/// Digits that look like those of a GUID: numerals and letters both.
fn is_hexadecimal(digits: &str) -> bool {
    let numerals = digits.bytes().filter(u8::is_ascii_digit).count();
    numerals >= 6 && numerals < digits.len()
}

/// One code and nothing else. `alone`: whether it is the whole text, where unmarked numbers are taken for codes as well.
fn one_code(text: &str, alone: bool) -> Option<Candidate> {
    if let Some(code) = slui(text) {
        return Some(code);
    }
    let Some(read) = error_code::read(text) else {
        let word = text.trim_matches(|c: char| !c.is_alphanumeric());
        let digits = word
            .strip_prefix("0x")
            .or_else(|| word.strip_prefix("0X"))?;
        let finding = code::Finding::of_odd_length(digits)?;
        return Some(code_candidate(
            Certainty::Possible,
            text,
            Vec::new(),
            finding,
        ));
    };
    let finding = code::Finding::of(read.code, read.spelling);
    let is_known = finding.told().is_some() || finding.twin.is_some();
    let is_marked = matches!(read.spelling, error_code::Spelling::Hexadecimal);
    // -1 to -268435456 are numbers like others.
    if !is_known
        && read.spelling == error_code::Spelling::NegativeDecimal
        && read.code >= 0xF000_0000
    {
        return None;
    }
    if !alone && !is_known {
        // Inside a text only what is surely a code.
        let is_sure = is_marked && read.digits == 8 && read.code >= 0x4000_0000;
        if !is_sure {
            return None;
        }
    }
    let changed = read
        .liberties
        .iter()
        .any(|liberty| matches!(liberty, Liberty::LookAlike { .. }));
    if read.digits == 7
        && is_marked
        && let Some(odd) = odd_length(text)
    {
        return Some(code_candidate(
            Certainty::Possible,
            text,
            read.liberties,
            odd,
        ));
    }
    // A small number in hexadecimal may be anything.
    let is_sure = is_marked && read.code >= 0x4000_0000;
    let certainty = match (is_known, is_sure, changed) {
        (true, _, false) => Certainty::Exact,
        (true, _, true) | (false, true, _) => Certainty::Likely,
        (false, false, _) => Certainty::Possible,
    };
    Some(code_candidate(certainty, text, read.liberties, finding))
}

/// Seven digits behind 0x that begin as the codes of failures do.
fn odd_length(text: &str) -> Option<code::Finding> {
    let word = text.trim_matches(|c: char| !c.is_alphanumeric());
    code::Finding::of_odd_length(word.get(2..)?)
}

fn code_candidate(
    certainty: Certainty,
    text: &str,
    liberties: Vec<Liberty>,
    finding: code::Finding,
) -> Candidate {
    let value = match finding.spelling {
        code::Spelled::Digits(_) => text.trim().to_owned(),
        _ => error_code::format(finding.code),
    };
    Candidate {
        certainty,
        value,
        found: text.to_owned(),
        liberties,
        what: What::Code(Box::new(finding)),
    }
}

/// `slui.exe 0x2a 0xC004F074`: the last code is the one that is meant.
fn slui(text: &str) -> Option<Candidate> {
    let lower = text.to_ascii_lowercase();
    let at = lower.find("slui")?;
    let rest = lower.get(at..)?.find("0x2a")? + at + 4;
    let word = text.get(rest..)?.split_whitespace().next()?;
    let read = error_code::read(word)?;
    let finding = code::Finding::of(read.code, read.spelling);
    let certainty = if finding.told().is_some() {
        Certainty::Exact
    } else {
        Certainty::Likely
    };
    Some(code_candidate(certainty, text, read.liberties, finding))
}

/// A text that is one masked key and nothing else.
fn only_key(asked: &Asked<'_>) -> Option<Candidate> {
    let (range, ending) = masked_keys(asked).into_iter().next()?;
    let outside = asked.text[..range.start]
        .chars()
        .chain(asked.text[range.end..].chars());
    let is_alone = outside.clone().all(|c| !c.is_alphanumeric());
    is_alone.then(|| key(&asked.text[range], ending, asked.has_key))
}

fn key(found: &str, ending: String, entered_whole: bool) -> Candidate {
    Candidate {
        certainty: Certainty::Exact,
        value: format!("XXXXX-XXXXX-XXXXX-XXXXX-{ending}"),
        found: found.to_owned(),
        liberties: Vec::new(),
        what: What::ProductKey {
            ending,
            entered_whole,
        },
    }
}

/// Twenty masks and five characters of a key: their places and the ending.
fn masked_keys(asked: &Asked<'_>) -> Vec<(Range<usize>, String)> {
    let text = asked.text;
    let symbols: Vec<(usize, char)> = text
        .char_indices()
        .map(|(at, c)| (at, narrow(c)))
        .filter(|(_, c)| c.is_alphanumeric() || is_cover(*c))
        .collect();
    let mut found = Vec::new();
    let mut covered = 0;
    let mut start = 0;
    for (index, &(at, c)) in symbols.iter().enumerate() {
        if is_cover(c) {
            if covered == 0 {
                start = at;
            }
            covered += 1;
            continue;
        }
        let ending: String = symbols[index..].iter().take(5).map(|(_, c)| c).collect();
        // A key that was masked just now may have an ending with slips.
        let read = key_ending::read(&ending)
            .map(|read| read.ending)
            .or_else(|| {
                let is_word =
                    ending.len() == 5 && ending.chars().all(|c| c.is_ascii_alphanumeric());
                (asked.has_key && is_word).then(|| ending.to_ascii_uppercase())
            });
        if covered >= 20
            && let Some(ending) = read
            && let Some(&(last, _)) = symbols.get(index + 4)
        {
            let end = last + text[last..].chars().next().map_or(1, char::len_utf8);
            found.push((start..end, ending));
        }
        covered = 0;
    }
    found
}

/// What people and this tool write over a key.
const fn is_cover(c: char) -> bool {
    matches!(
        c,
        'X' | 'x' | '*' | '#' | '\u{2022}' | '\u{25cf}' | '\u{2588}'
    )
}

struct Scan<'a, 't> {
    asked: &'a Asked<'t>,
    /// What is told already.
    taken: Vec<Range<usize>>,
    /// Where each begins.
    found: Vec<(usize, Candidate)>,
}

impl Scan<'_, '_> {
    fn is_free(&self, range: &Range<usize>) -> bool {
        self.taken
            .iter()
            .all(|taken| taken.end <= range.start || range.end <= taken.start)
    }

    fn take(&mut self, range: Range<usize>, candidates: impl IntoIterator<Item = Candidate>) {
        let before = self.found.len();
        self.found.extend(
            candidates
                .into_iter()
                .map(|candidate| (range.start, candidate)),
        );
        if self.found.len() > before {
            self.taken.push(range);
        }
    }

    fn keys(&mut self) {
        for (range, ending) in masked_keys(self.asked) {
            let found = key(&self.asked.text[range.clone()], ending, self.asked.has_key);
            self.take(range, [found]);
        }
    }

    /// Identifiers with hyphens: Extended PIDs, short Product IDs, GUIDs. A word that breaks off at a line end goes on in the next.
    fn joined_ids(&mut self) {
        let text = self.asked.text;
        let words = words(text, is_apart);
        for (index, word) in words.iter().enumerate() {
            let next = words.get(index + 1);
            let broken = next.filter(|next| {
                let gap = &text[word.end..next.start];
                gap.contains(['\n', '\r']) && gap.chars().all(|c| is_blank(c) || c == '>')
            });
            let longer = broken.map(|next| word.start..next.end);
            for range in [Some(word.clone()), longer].into_iter().flatten() {
                if !self.is_free(&range) || range.len() < 20 || range.len() > 160 {
                    continue;
                }
                let part = &text[range.clone()];
                let found = extended(part, self.asked)
                    .filter(|candidate| {
                        candidate.certainty == Certainty::Exact || part.contains('.')
                    })
                    .or_else(|| product(part))
                    .or_else(|| self.guid(part));
                if let Some(found) = found {
                    self.take(range, [found]);
                }
            }
        }
    }

    fn guid(&self, part: &str) -> Option<Candidate> {
        let hyphens = part.chars().filter(|&c| is_dash(c)).count();
        let digits = part.chars().filter(char::is_ascii_digit).count();
        let is_row = hyphens == 0 && part.len() == 32;
        if !(is_row || (3..=6).contains(&hyphens)) || digits < 6 {
            return None;
        }
        let finding = guid::look(part, self.asked.context);
        let certainty = match &finding.id {
            Ok(_) => certainty_of(&finding, part)?,
            Err(why) if !why.odd_groups().is_empty() && (28..=36).contains(&why.digits.len()) => {
                Certainty::Possible
            }
            Err(_) if !finding.nearest.is_empty() => Certainty::Likely,
            Err(_) => return None,
        };
        Some(guid_candidate(certainty, part, finding))
    }

    /// Runs of digits that are long enough for an Installation ID or a Confirmation ID.
    fn long_numbers(&mut self) {
        let text = self.asked.text;
        for run in digit_runs(text) {
            if !self.is_free(&run) {
                continue;
            }
            for range in split_run(text, run) {
                let candidates = number::candidates(&text[range.clone()]);
                // Other numbers are long as well.
                let clear = candidates
                    .into_iter()
                    .filter(|candidate| candidate.certainty != Certainty::Possible);
                self.take(range, clear.collect::<Vec<_>>());
            }
        }
    }

    /// Codes, versions, channels, and numbers behind a word that says what they are.
    fn words(&mut self) {
        let text = self.asked.text;
        let mut keyword: Option<(Keyword, usize)> = None;
        let mut before = String::new();
        for (index, range) in words(text, is_apart).into_iter().enumerate() {
            let trimmed = trim(text, range);
            let word = &text[trimmed.clone()];
            if word.is_empty() || !self.is_free(&trimmed) {
                continue;
            }
            let near = keyword
                .filter(|(_, at)| index - at <= 3)
                .map(|(keyword, _)| keyword);
            let lower = word.to_lowercase();
            let found = self.word(word, near);
            if found.is_empty() {
                // "port 1688/tcp": the first word that says what comes stays.
                let own = match (lower.as_str(), before.as_str()) {
                    ("status", "license" | "licence") => Some(Keyword::State),
                    _ => Keyword::of(&lower),
                };
                if let Some(own) = own {
                    keyword = Some((own, index));
                }
                before = lower;
            } else {
                keyword = None;
                self.take(trimmed, found);
            }
        }
        if let Some(code) = slui(text)
            && !self
                .found
                .iter()
                .any(|(_, candidate)| candidate.value == code.value)
        {
            self.found.push((0, code));
        }
        // The first argument of slui.exe is no code.
        if text.to_ascii_lowercase().contains("slui") {
            self.found
                .retain(|(_, candidate)| candidate.value != "0x0000002A");
        }
    }

    fn word(&self, word: &str, keyword: Option<Keyword>) -> Vec<Candidate> {
        if let Some(code) = one_code(word, keyword == Some(Keyword::Error)) {
            if keyword == Some(Keyword::Lcid)
                && let Some(lcid) = small::lcid(word, keyword)
            {
                return vec![lcid];
            }
            return vec![code];
        }
        if let Some(version) = small::version(word).filter(|version| {
            version.certainty == Certainty::Exact || keyword == Some(Keyword::Build)
        }) {
            return vec![version];
        }
        match keyword {
            Some(Keyword::Ending) => {
                let ending = small::ending(word, keyword);
                // A word behind "key" is an ending only if it has a digit and is in capitals.
                return ending
                    .filter(|ending| {
                        ending.liberties.is_empty()
                            && word.bytes().any(|byte| byte.is_ascii_digit())
                    })
                    .into_iter()
                    .collect();
            }
            Some(keyword) => {
                let number = word.split('/').next().unwrap_or(word);
                let found = small::number(number, Some(keyword));
                if !found.is_empty() {
                    return found;
                }
                if keyword == Keyword::Lcid
                    && let Some(lcid) = small::lcid(word, Some(keyword))
                {
                    return vec![lcid];
                }
            }
            None => {}
        }
        small::channel(word)
            .filter(|channel| channel.certainty == Certainty::Exact)
            .into_iter()
            .collect()
    }
}

/// Between words: blanks, brackets, quotes, and what joins a name to its value.
fn is_apart(c: char) -> bool {
    is_blank(c) && c != '\u{ad}'
        || matches!(
            c,
            '=' | ';'
                | ','
                | '{'
                | '}'
                | '['
                | ']'
                | '<'
                | '>'
                | '"'
                | '\''
                | '`'
                | '|'
                | '\u{201c}'
                | '\u{201d}'
                | '\u{201e}'
                | '\u{ab}'
                | '\u{bb}'
        )
}

/// The words of a text, as ranges of bytes.
fn words(text: &str, apart: fn(char) -> bool) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        if apart(c) {
            words.extend(start.take().map(|start| start..at));
        } else {
            start = start.or(Some(at));
        }
    }
    words.extend(start.map(|start| start..text.len()));
    words
}

/// A word without the marks around it; a minus before a number stays. A label before a colon goes.
fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let word = &text[range.clone()];
    let (label, value) = match word.rsplit_once([':', '(']) {
        Some((label, value)) if error_code::read(value).is_some() => (label.len() + 1, value),
        _ => (0, word),
    };
    let is_mark = |c: char| !c.is_alphanumeric();
    let is_leading_mark = |c: char| is_mark(c) && !is_dash(c);
    let end = value.trim_end_matches(|c| is_mark(c) && c != ')');
    let end = if end.contains('(') {
        end
    } else {
        end.trim_end_matches(is_mark)
    };
    let core = end.trim_start_matches(is_leading_mark);
    let start = range.start + label + (end.len() - core.len());
    start..start + core.len()
}

/// Runs of digits, blanks, dashes and dots with at least [`number::FEWEST`] digits.
fn digit_runs(text: &str) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut run: Option<(Range<usize>, usize)> = None;
    let mut close = |run: &mut Option<(Range<usize>, usize)>| {
        if let Some((range, count)) = run.take()
            && count >= number::FEWEST
        {
            runs.push(range);
        }
    };
    for (at, c) in text.char_indices() {
        if narrow(c).is_ascii_digit() {
            let end = at + c.len_utf8();
            match &mut run {
                Some((range, count)) => (range.end, *count) = (end, *count + 1),
                None => run = Some((at..end, 1)),
            }
        } else if !(is_blank(c)
            || is_dash(c)
            || matches!(c, '.' | '/' | '_' | '\u{b7}' | ',' | '>'))
        {
            close(&mut run);
        }
    }
    close(&mut run);
    runs
}

/// A run of digits as one number, or as one number a line where the lines have whole ones.
fn split_run(text: &str, run: Range<usize>) -> Vec<Range<usize>> {
    let digits = |range: &Range<usize>| {
        text[range.clone()]
            .chars()
            .filter(|c| narrow(*c).is_ascii_digit())
            .count()
    };
    let is_whole = |range: &Range<usize>| matches!(digits(range), 42 | 48 | 54 | 63);
    if is_whole(&run) {
        return vec![run];
    }
    let mut lines = Vec::new();
    let mut start = run.start;
    for line in text[run.clone()].split_inclusive('\n') {
        lines.push(start..start + line.len());
        start += line.len();
    }
    if lines.iter().any(is_whole) {
        lines.retain(is_whole);
        return lines;
    }
    // Blank lines part numbers that are broken over several lines.
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    for line in lines {
        let is_empty = digits(&line) == 0;
        match paragraphs.last_mut() {
            Some(last) if !is_empty && last.end == line.start => last.end = line.end,
            _ if is_empty => {}
            _ => paragraphs.push(line),
        }
    }
    if paragraphs.iter().any(is_whole) {
        paragraphs.retain(is_whole);
        return paragraphs;
    }
    vec![run]
}
