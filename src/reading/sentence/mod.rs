//! The sentences and headings that the tools print without a label, in full, and what each says. The tables are facts alone:
//! [`slmgr`] of slmgr.vbs, [`ospp`] of ospp.vbs, [`shell`] of what starts them.
//!
//! A console may cut a sentence anywhere; its beginning is enough, and what is still due is given back so that the next line
//! can be recognised as the rest of it.

mod ospp;
mod shell;
mod slmgr;

use super::{NoticeKind, Producer, label::Field};

/// What a sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The product has no key.
    NotInUse,
    /// A block begins.
    Heading(Block),
    /// The host publishes itself in DNS, or not.
    DnsPublishing(bool),
    /// The client remembers its host, or not.
    HostCaching(bool),
    /// The host's priority is low, or not.
    LowPriority(bool),
    /// A setting of the machine has this value now.
    Set(Field),
    /// A warning about a setting of the machine names its value.
    InEffect(Field),
    /// A setting of the machine is gone.
    Cleared(Field),
    /// A hint or warning inside a report.
    Hint,
    /// The same, of what somebody may have to act on.
    Notice(NoticeKind),
    /// The first line of a command's output.
    First(Producer),
    /// A command's word that it did what it was told.
    Done(Producer),
    /// A command's word that it could not do it, without a code.
    Failed(Producer),
    /// The same of a shell, which may have run anything.
    Refused,
}

/// A block of lines inside a product or beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Block {
    /// The product itself.
    #[default]
    Product,
    /// "Key Management Service is enabled on this machine"
    KmsHost,
    /// "Key Management Service cumulative requests received from clients"
    Requests,
    /// "Key Management Service client information"
    KmsClient,
    /// "AD Activation client information"
    Ad,
    /// "Automatic VM Activation client information"
    Avma,
    /// "Token-based Activation information"
    Token,
    /// The list of `/ao-list`.
    ActivationObjects,
}

/// A sentence found at the beginning of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'l> {
    /// What it says.
    pub said: Said,
    /// How it begins in full.
    pub begin: &'static str,
    /// What the line lacks of it.
    pub due: Due,
    /// What the tool filled in; "" while it is not whole.
    pub value: &'l str,
}

/// What a line lacks of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Nothing: it is whole.
    Nothing,
    /// These words.
    Words(&'static str),
    /// Anything that ends with these words.
    Until(&'static str),
    /// Whatever a full line goes on with.
    Anything,
}

/// How much of a sentence is fixed.
#[derive(Clone, Copy, Debug)]
enum Form {
    /// All of it.
    Whole(&'static str),
    /// Its beginning; the script fills in the rest, which may hold anything and may be cut anywhere.
    Open(&'static str),
    /// Its beginning and its end.
    Around(&'static str, &'static str),
}

use Form::{Around, Open, Whole};

impl Form {
    const fn begin(self) -> &'static str {
        let (Whole(begin) | Open(begin) | Around(begin, _)) = self;
        begin
    }
}

type Sentence = (Form, Said);

fn all() -> impl Iterator<Item = &'static Sentence> {
    // "Installed product key detected - ..." before "Installed product key ...".
    ospp::SENTENCES
        .iter()
        .chain(&slmgr::SENTENCES)
        .chain(&shell::SENTENCES)
}

const COUNT: usize = ospp::SENTENCES.len() + slmgr::SENTENCES.len() + shell::SENTENCES.len();

/// The sentence in that place of [`all`].
const fn sentence(place: usize) -> Option<&'static Sentence> {
    const OSPP: &[Sentence] = &ospp::SENTENCES;
    const SLMGR: &[Sentence] = &slmgr::SENTENCES;
    const SHELL: &[Sentence] = &shell::SENTENCES;
    Some(if place < OSPP.len() {
        &OSPP[place]
    } else if place < OSPP.len() + SLMGR.len() {
        &SLMGR[place - OSPP.len()]
    } else if place < COUNT {
        &SHELL[place - OSPP.len() - SLMGR.len()]
    } else {
        return None;
    })
}

/// For each first letter of a line, whatever its case, the first sentence that begins so; most lines begin like none.
const FIRST: [u8; 256] = {
    let mut table = [u8::MAX; 256];
    let mut place = COUNT;
    while place > 0 {
        place -= 1;
        let letter = first_of(place);
        table[letter.to_ascii_lowercase() as usize] = place as u8;
        table[letter.to_ascii_uppercase() as usize] = place as u8;
    }
    table
};

/// For each sentence, the next one with the same first letter.
const NEXT: [u8; COUNT] = {
    let mut table = [u8::MAX; COUNT];
    let mut place = 0;
    while place < COUNT {
        let mut next = place + 1;
        while next < COUNT && !first_of(next).eq_ignore_ascii_case(&first_of(place)) {
            next += 1;
        }
        table[place] = if next < COUNT { next as u8 } else { u8::MAX };
        place += 1;
    }
    table
};

/// The first letter of a sentence.
const fn first_of(place: usize) -> u8 {
    match sentence(place) {
        Some((form, _)) => form.begin().as_bytes()[0],
        None => 0,
    }
}

/// The shortest beginning of a cut sentence that is taken as that sentence, in bytes.
const SHORTEST_CUT: usize = 24;

/// The sentence that a line is, or the beginning of.
pub fn find(line: &str) -> Option<Found<'_>> {
    let first = *line.as_bytes().first()?;
    let mut next = *FIRST.get(usize::from(first))?;
    std::iter::from_fn(|| {
        let place = usize::from(next);
        next = *NEXT.get(place)?;
        sentence(place)
    })
    .find_map(|(form, said)| {
        let (due, value) = lacking(line, *form)?;
        Some(Found {
            said: *said,
            begin: form.begin(),
            due,
            value,
        })
    })
}

/// Whether a line is how a sentence goes on that was cut before `due`; gives what is then left of it. `whole` is all of it so
/// far, this line included, `full` whether the line before fills its console.
pub fn goes_on(line: &str, whole: &str, due: Due, full: bool) -> Option<Due> {
    match due {
        Due::Nothing => None,
        Due::Words(rest) => {
            let rest = rest.trim_start();
            // One letter is too little to go by, unless nothing else is due.
            let rest = (!rest.is_empty() && (line.len() >= 2 || line == rest))
                .then(|| after_beginning(line, rest))
                .flatten()?;
            Some(if rest.is_empty() {
                Due::Nothing
            } else {
                Due::Words(rest)
            })
        }
        Due::Until(end) if ends_with(whole, end) => Some(Due::Nothing),
        Due::Until(_) | Due::Anything => full.then_some(due),
    }
}

/// Whether some sentence begins with this text and goes on.
pub fn begins(line: &str) -> bool {
    all().any(|(form, _)| super::label::is_beginning(line, form.begin()))
}

/// The sentences and headings that stand inside a report, and whether they end as they are.
pub fn inside_reports() -> impl Iterator<Item = (&'static str, bool)> {
    all().filter_map(|(form, said)| match (form, said) {
        (
            Whole(sentence),
            Said::NotInUse
            | Said::Heading(_)
            | Said::DnsPublishing(_)
            | Said::HostCaching(_)
            | Said::Notice(NoticeKind::HardwareReady | NoticeKind::HardwareNotReady)
            | Said::Hint,
        ) => Some((*sentence, true)),
        (Open(begin), Said::Heading(_)) => Some((*begin, false)),
        _ => None,
    })
}

/// What `line` lacks of the sentence, and what is filled in; `None` for another sentence.
fn lacking(line: &str, form: Form) -> Option<(Due, &str)> {
    match form {
        Whole(sentence) => match after_beginning(line, sentence)? {
            "" => Some((Due::Nothing, "")),
            rest if rest.len() <= 1 || line.len() >= SHORTEST_CUT => Some((Due::Words(rest), "")),
            _ => None,
        },
        Open(begin) => Some((Due::Anything, after(line, begin)?)),
        Around(begin, end) => {
            let value = after(line, begin)?;
            Some(match value.len().checked_sub(end.len()) {
                Some(at) if ends_with(value, end) => (Due::Nothing, value.get(..at)?),
                _ if begin.len() >= 8 => (Due::Until(end), ""),
                _ => return None,
            })
        }
    }
}

fn after_beginning(line: &str, sentence: &'static str) -> Option<&'static str> {
    let rest = |line: &str| {
        let (begin, rest) = sentence.split_at_checked(line.len())?;
        begin.eq_ignore_ascii_case(line).then_some(rest)
    };
    // Some headings have a colon.
    rest(line).or_else(|| rest(line.strip_suffix(':')?))
}

fn after<'l>(line: &'l str, begin: &str) -> Option<&'l str> {
    let (head, rest) = line.split_at_checked(begin.len())?;
    head.eq_ignore_ascii_case(begin).then_some(rest)
}

fn ends_with(text: &str, end: &str) -> bool {
    text.len()
        .checked_sub(end.len())
        .and_then(|at| text.get(at..))
        .is_some_and(|tail| tail.eq_ignore_ascii_case(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_cut_and_foreign_sentences() {
        let said = |line| find(line).map(|found| (found.said, found.due));
        assert_eq!(
            said("This license is not in use."),
            Some((Said::NotInUse, Due::Nothing))
        );
        let rest = " to update values.";
        assert_eq!(
            said(
                "Please use slmgr.vbs /ato to activate and update KMS client information in order"
            ),
            Some((Said::Hint, Due::Words(rest)))
        );
        let on = |line| goes_on(line, line, Due::Words(rest), false);
        assert_eq!(on("to update values."), Some(Due::Nothing));
        assert_eq!(on("Name"), None);
        assert_eq!(
            said("Most recent activation information:").map(|(_, due)| due),
            Some(Due::Nothing)
        );
        assert_eq!(find("Key Management Service"), None);
        assert_eq!(find(""), None);
        assert_eq!(find("é"), None);
    }

    #[test]
    fn what_is_filled_in_is_given_once_it_is_whole() {
        let line =
            "Key Management Service machine name set to kms01.example.com:1688 successfully.";
        let found = find(line).map(|found| (found.said, found.due, found.value));
        let set = Said::Set(Field::RegisteredHost);
        assert_eq!(found, Some((set, Due::Nothing, "kms01.example.com:1688")));
        for (end, _) in line.char_indices().skip(44) {
            let cut = find(&line[..end]).map(|found| (found.said, found.value));
            assert_eq!(cut, Some((set, "")), "{}", &line[..end]);
        }
        let until = Due::Until(" successfully.");
        assert_eq!(goes_on("fully.", line, until, false), Some(Due::Nothing));
        assert_eq!(
            goes_on("example.com", "x set to kms", until, true),
            Some(until)
        );
        assert_eq!(goes_on("Name", "x set to kms", until, false), None);
    }

    #[test]
    fn every_sentence_is_found_and_no_earlier_one_hides_it() {
        for (form, said) in all() {
            let (line, value) = match form {
                Whole(sentence) => ((*sentence).to_owned(), ""),
                Open(begin) => (format!("{begin}kms01"), "kms01"),
                Around(begin, end) => (format!("{begin}kms01{end}"), "kms01"),
            };
            let found = find(&line).expect(&line);
            assert_eq!((found.said, found.value), (*said, value), "{line}");
        }
    }

    #[test]
    fn every_sentence_may_be_cut() {
        for (form, said) in all() {
            let Whole(sentence) = form else { continue };
            for (at, _) in sentence.char_indices().skip(SHORTEST_CUT) {
                let (line, next) = (sentence[..at].trim_end(), sentence[at..].trim_start());
                if line.len() < SHORTEST_CUT {
                    continue;
                }
                let Some(found) = find(line).filter(|found| found.said == *said) else {
                    // Two sentences may begin alike: what tells them apart comes later.
                    assert!(
                        all()
                            .filter(|(form, _)| form.begin().starts_with(line))
                            .count()
                            > 1
                    );
                    continue;
                };
                if next.len() > 1 && found.due != Due::Nothing {
                    let rest = goes_on(next, next, found.due, false);
                    let twins = all()
                        .filter(|(form, _)| form.begin().starts_with(line))
                        .count();
                    assert!(rest == Some(Due::Nothing) || twins > 1, "{line} | {next}");
                }
            }
        }
    }
}
