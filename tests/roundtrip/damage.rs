//! What happens to output between the screen and the paste: each kind by itself, with the lines that every damaged line
//! comes from, so that a remark can be held against the value that it is about.

use proptest::{prelude::*, sample::Index};

use super::page::{Line, Page};

/// A line of a damaged page.
#[derive(Clone, Debug)]
pub struct Torn {
    pub text: String,
    /// The printed lines that it holds something of.
    pub origins: Vec<usize>,
    words: (usize, usize),
    /// The product that it tells of.
    block: usize,
    /// Printed behind it instead of a line feed.
    end: &'static str,
}

/// One kind of damage.
#[derive(Clone, Debug)]
pub enum Damage {
    /// A console cuts at its width; a blank at the end of a piece is lost, or not.
    Wrap { width: usize, loses_blank: bool },
    /// Line ends become blanks.
    Flat,
    /// Something in front of and behind each line.
    Around(&'static str, &'static str),
    /// Fences around the whole.
    Fence(&'static str),
    /// Tags instead of line ends.
    OneLineOfHtml,
    /// `&nbsp;` for the blanks in front and `&amp;` for ampersands.
    Entities,
    /// Letters of labels misread: which line, which letter, how.
    Ocr(Vec<(Index, Index, u8)>),
    /// Every label and sentence in a language that nobody knows: which words, where to begin in them.
    Labels(usize, usize),
    /// A value hidden: which line, how.
    Mask(Index, u8),
    /// Columns lost at the right.
    CutRight(usize),
    /// Columns lost at the left.
    CutLeft(usize),
    /// Lines of one product, or all, there twice: first and last.
    Twice(Index, Index),
    /// Line ends of several kinds.
    Ends(Vec<u8>),
    /// Tabs in place of blanks: in front, behind the colon, or everywhere.
    Tabs(u8),
    /// Marks without width: which line, where, which.
    Marks(Vec<(Index, Index, u8)>),
    /// UTF-16 read as bytes.
    Nul { mark: bool },
    /// Full-width colons, digits, or both.
    Wide(u8),
}

/// Words of several scripts, none of them a label of any language: numerals, weekdays, plants.
const WORDS: [&[&str]; 7] = [
    &[
        "δέντρο",
        "θάλασσα",
        "ουρανός",
        "βιβλίο",
        "δρόμος",
        "πέτρα",
        "φύλλο",
        "ποτάμι",
        "νησί",
        "άνεμος",
        "χιόνι",
    ],
    &[
        "شجرة",
        "بحر",
        "سماء",
        "كتاب",
        "طريق",
        "حجر",
        "ورقة",
        "نهر",
        "جزيرة",
        "ريح",
        "ثلج",
    ],
    &[
        "木の葉",
        "海辺",
        "青空",
        "本棚",
        "小道",
        "石垣",
        "川岸",
        "島影",
        "風車",
        "雪山",
        "森林",
    ],
    &[
        "Baumkrone",
        "Küste",
        "Himmel",
        "Bücherei",
        "Straße",
        "Kiesel",
        "Blattwerk",
        "Flussufer",
        "Insel",
        "Wind",
        "Schnee",
    ],
    &[
        "дерево",
        "море",
        "небо",
        "книга",
        "дорога",
        "камень",
        "лист",
        "река",
        "остров",
        "ветер",
        "снег",
    ],
    &[
        "पेड़",
        "सागर",
        "आकाश",
        "किताब",
        "रास्ता",
        "पत्थर",
        "पत्ता",
        "नदी",
        "द्वीप",
        "हवा",
        "बर्फ",
    ],
    &[
        "plok", "zibbet", "marfu", "quendo", "trilvan", "sorpel", "vadrik", "lumta", "ombrel",
        "krafe", "dunsil",
    ],
];

pub const KINDS: [&str; 16] = [
    "wrap",
    "flat",
    "around",
    "fence",
    "one-line-html",
    "entities",
    "ocr",
    "mask",
    "cut-right",
    "cut-left",
    "twice",
    "ends",
    "tabs",
    "marks",
    "nul",
    "wide",
];

/// A damage of the kind with that name.
pub fn of_kind(kind: &str) -> BoxedStrategy<Damage> {
    let index = any::<Index>;
    match kind {
        "wrap" => (40..=200usize, any::<bool>())
            .prop_map(|(width, loses_blank)| Damage::Wrap { width, loses_blank })
            .boxed(),
        "flat" => Just(Damage::Flat).boxed(),
        "around" => prop::sample::select(vec![
            ("> ", ""),
            ("> > ", ""),
            (">> ", ""),
            ("- ", ""),
            ("* ", ""),
            ("1. ", ""),
            ("| ", " |"),
            ("    ", ""),
            ("", "<br>"),
            ("", "<br />"),
            ("<p>", "</p>"),
            ("<li>", "</li>"),
            ("`", "`"),
            ("", "  "),
            ("\u{a0}", ""),
            ("\"", "\""),
        ])
        .prop_map(|(before, behind)| Damage::Around(before, behind))
        .boxed(),
        "fence" => prop::sample::select(vec!["```", "```console", "~~~", "```powershell"])
            .prop_map(Damage::Fence)
            .boxed(),
        "one-line-html" => Just(Damage::OneLineOfHtml).boxed(),
        "entities" => Just(Damage::Entities).boxed(),
        "ocr" => prop::collection::vec((index(), index(), any::<u8>()), 1..=2)
            .prop_map(Damage::Ocr)
            .boxed(),
        "labels" => (0..WORDS.len(), 0..1000usize)
            .prop_map(|(script, salt)| Damage::Labels(script, salt))
            .boxed(),
        "mask" => (index(), any::<u8>())
            .prop_map(|(line, how)| Damage::Mask(line, how))
            .boxed(),
        "cut-right" => (20..120usize).prop_map(Damage::CutRight).boxed(),
        "cut-left" => (1..30usize).prop_map(Damage::CutLeft).boxed(),
        "twice" => (index(), index())
            .prop_map(|(from, to)| Damage::Twice(from, to))
            .boxed(),
        "ends" => prop::collection::vec(any::<u8>(), 8)
            .prop_map(Damage::Ends)
            .boxed(),
        "tabs" => (0..3u8).prop_map(Damage::Tabs).boxed(),
        "marks" => prop::collection::vec((index(), index(), any::<u8>()), 1..12)
            .prop_map(Damage::Marks)
            .boxed(),
        "nul" => any::<bool>().prop_map(|mark| Damage::Nul { mark }).boxed(),
        "wide" => (0..3u8).prop_map(Damage::Wide).boxed(),
        other => panic!("no damage {other}"),
    }
}

/// The page as it was printed.
pub fn whole(page: &Page) -> Vec<Torn> {
    let torn = |(number, line): (usize, &Line)| Torn {
        text: line.text.clone(),
        origins: vec![number],
        words: line.words,
        block: line.block,
        end: "\n",
    };
    page.lines.iter().enumerate().map(torn).collect()
}

/// The text of a damaged page.
pub fn text(lines: &[Torn]) -> String {
    lines
        .iter()
        .flat_map(|line| [line.text.as_str(), line.end])
        .collect()
}

impl Damage {
    /// Words are damaged before lines, and lines before the whole.
    pub fn order(&self) -> u8 {
        match self {
            Damage::Ocr(_) | Damage::Labels(..) | Damage::Mask(..) => 0,
            Damage::Wide(_) | Damage::Tabs(_) | Damage::Marks(_) => 1,
            Damage::Twice(..) => 2,
            Damage::Wrap { .. } | Damage::CutRight(_) | Damage::CutLeft(_) => 3,
            Damage::Around(..) | Damage::Entities => 4,
            Damage::Fence(_) => 5,
            Damage::Flat | Damage::OneLineOfHtml | Damage::Ends(_) => 6,
            Damage::Nul { .. } => 7,
        }
    }

    /// Does it.
    pub fn apply(&self, lines: &mut Vec<Torn>) {
        let each = |lines: &mut Vec<Torn>, change: &dyn Fn(&str) -> String| {
            for line in lines {
                line.text = change(&line.text);
            }
        };
        match self {
            Damage::Wrap { width, loses_blank } => *lines = wrapped(lines, *width, *loses_blank),
            Damage::Flat => one_line(lines, " "),
            Damage::OneLineOfHtml => one_line(lines, "<br>"),
            Damage::Around(before, behind) => {
                each(lines, &|line| format!("{before}{line}{behind}"))
            }
            Damage::Fence(mark) => {
                let fence = |text: &str| Torn {
                    text: text.to_owned(),
                    origins: vec![],
                    words: (0, 0),
                    block: 0,
                    end: "\n",
                };
                lines.insert(0, fence(mark));
                lines.push(fence(&mark[..3]));
            }
            Damage::Entities => each(lines, &|line| {
                let bare = line.trim_start();
                "&nbsp;".repeat(line.len() - bare.len()) + &bare.replace('&', "&amp;")
            }),
            Damage::Ocr(slips) => misread(lines, slips),
            Damage::Labels(script, salt) => translate(lines, WORDS[*script], *salt),
            Damage::Mask(line, how) => mask(lines, line, *how),
            Damage::CutRight(column) => each(lines, &|line| line.chars().take(*column).collect()),
            Damage::CutLeft(column) => each(lines, &|line| line.chars().skip(*column).collect()),
            Damage::Twice(from, to) => twice(lines, from, to),
            Damage::Ends(ends) => {
                let mut before = "";
                for (line, end) in lines.iter_mut().zip(ends.iter().cycle()) {
                    line.end = ["\n", "\r\n", "\r"][*end as usize % 3];
                    // A lone CR and the LF of an empty line would be one line end.
                    if before == "\r" && line.text.is_empty() {
                        line.end = "\r";
                    }
                    before = line.end;
                }
            }
            Damage::Tabs(how) => each(lines, &|line| match how {
                0 => {
                    let bare = line.trim_start_matches(' ');
                    "\t".repeat((line.len() - bare.len()).div_ceil(4)) + bare
                }
                1 => line.replacen(": ", ":\t", 1),
                _ => line.replace(' ', "\t"),
            }),
            Damage::Marks(marks) => {
                const MARKS: [char; 8] = [
                    '\u{200b}', '\u{200e}', '\u{200f}', '\u{feff}', '\u{2060}', '\u{202a}',
                    '\u{202c}', '\u{200d}',
                ];
                for (line, place, mark) in marks {
                    let line = &mut line.get_mut(lines).text;
                    let place = place.index(line.chars().count() + 1);
                    let at = line
                        .char_indices()
                        .nth(place)
                        .map_or(line.len(), |(at, _)| at);
                    line.insert(at, MARKS[*mark as usize % MARKS.len()]);
                }
            }
            Damage::Nul { mark } => {
                each(lines, &|line| {
                    line.chars().flat_map(|c| [c, '\0']).collect()
                });
                if *mark && let Some(first) = lines.first_mut() {
                    first.text.insert_str(0, "\u{fffd}\u{fffd}");
                }
                for line in lines {
                    line.end = "\n\0";
                }
            }
            Damage::Wide(how) => each(lines, &|line| {
                let wide = |c: char| char::from_u32(c as u32 + 0xFEE0).unwrap_or(c);
                line.chars()
                    .map(|c| match c {
                        ':' if *how != 1 => wide(c),
                        '0'..='9' if *how != 0 => wide(c),
                        c => c,
                    })
                    .collect()
            }),
        }
    }
}

fn wrapped(lines: &[Torn], width: usize, loses_blank: bool) -> Vec<Torn> {
    let mut pieces = Vec::new();
    for line in lines {
        let chars: Vec<char> = line.text.chars().collect();
        if chars.len() <= width {
            pieces.push(line.clone());
            continue;
        }
        for piece in chars.chunks(width) {
            let piece: String = piece.iter().collect();
            let text = if loses_blank {
                piece.trim_end().to_owned()
            } else {
                piece
            };
            pieces.push(Torn {
                text,
                words: (0, 0),
                ..line.clone()
            });
        }
    }
    pieces
}

fn one_line(lines: &mut Vec<Torn>, seam: &str) {
    let text = lines
        .iter()
        .map(|line| line.text.as_str())
        .collect::<Vec<_>>()
        .join(seam);
    let origins = lines.iter().flat_map(|line| line.origins.clone()).collect();
    *lines = vec![Torn {
        text,
        origins,
        words: (0, 0),
        block: 0,
        end: "\n",
    }];
}

fn twice(lines: &mut Vec<Torn>, from: &Index, to: &Index) {
    let (from, to) = (from.index(lines.len()), to.index(lines.len()));
    // Half of one product between two halves of another can't be told from them.
    let block = lines[from.min(to)].block;
    let (from, to) = match (from.min(to), from.max(to) + 1) {
        (0, _) => (0, lines.len()),
        (from, to) => (
            from,
            from + lines[from..to]
                .iter()
                .take_while(|line| line.block == block)
                .count(),
        ),
    };
    let again: Vec<Torn> = lines[from..to].to_vec();
    lines.splice(to..to, again);
}

/// Letters that look alike, missing or doubled ones.
fn misread(lines: &mut [Torn], slips: &[(Index, Index, u8)]) {
    const ALIKE: [(&str, &str); 14] = [
        ("l", "I"),
        ("l", "1"),
        ("I", "l"),
        ("i", "l"),
        ("O", "0"),
        ("o", "0"),
        ("rn", "m"),
        ("m", "rn"),
        ("n", "r"),
        ("e", "c"),
        ("a", "o"),
        ("S", "5"),
        ("D", "O"),
        ("c", "e"),
    ];
    for (line, place, how) in slips {
        let mut worded: Vec<&mut Torn> = lines
            .iter_mut()
            .filter(|line| line.words.1 > line.words.0)
            .collect();
        if worded.is_empty() {
            return;
        }
        let number = line.index(worded.len());
        let line = &mut *worded[number];
        let (from, to) = line.words;
        let words = &line.text[from..to];
        if !words.is_ascii() {
            continue;
        }
        let at = place.index(words.len());
        let (before, behind) = words.split_at(at);
        let alike: Vec<_> = ALIKE
            .iter()
            .filter(|(right, _)| behind.starts_with(right))
            .collect();
        let misread = match (how % 4, alike.get(*how as usize / 4 % alike.len().max(1))) {
            (0, _) => format!("{before}{}", &behind[1..]),
            (1, _) => format!("{before}{}{behind}", &behind[..1]),
            (_, Some((right, wrong))) => format!("{before}{wrong}{}", &behind[right.len()..]),
            (_, None) => continue,
        };
        line.words.1 = from + misread.len();
        line.text.replace_range(from..to, &misread);
    }
}

/// Other words for each label, the same ones wherever it stands, and different ones for different labels.
fn translate(lines: &mut [Torn], words: &[&str], salt: usize) {
    let mut known: Vec<String> = Vec::new();
    for line in lines {
        let (from, to) = line.words;
        if to <= from {
            continue;
        }
        let label = line.text[from..to].to_owned();
        let number = known
            .iter()
            .position(|known| *known == label)
            .unwrap_or_else(|| {
                known.push(label);
                known.len() - 1
            });
        // Two digits in base eleven: no two labels within a page are the same.
        let (first, second) = (number % words.len(), number / words.len());
        let pick = |place: usize| words[(place + salt) % words.len()];
        let mut phrase = format!("{} {}", pick(first), pick(second));
        if number % 3 == 0 {
            phrase = format!("{phrase} {}", pick(first + 5));
        }
        line.text.replace_range(from..to, &phrase);
    }
}

/// Hides the value of a line with a label.
fn mask(lines: &mut [Torn], line: &Index, how: u8) {
    let mut valued: Vec<(&mut Torn, usize)> = lines
        .iter_mut()
        .filter_map(|line| {
            let (from, to) = line.words;
            let behind = line.text.get(to..).filter(|_| to > from)?;
            let value = to + behind.len() - behind.trim_start_matches([' ', ':', '=', '"']).len();
            (value < line.text.len()).then_some((line, value))
        })
        .collect();
    if valued.is_empty() {
        return;
    }
    let number = line.index(valued.len());
    let (line, from) = &mut valued[number];
    let value = line.text[*from..].to_owned();
    let hidden = |mark: char, after: usize| -> String {
        let hide = |(place, c): (usize, char)| {
            if c.is_alphanumeric() && place >= after {
                mark
            } else {
                c
            }
        };
        value.chars().enumerate().map(hide).collect()
    };
    let masked = match how % 8 {
        0 => "XXXXX".to_owned(),
        1 => "*****".to_owned(),
        2 => "<redacted>".to_owned(),
        3 => "[REDACTED]".to_owned(),
        4 => hidden('X', 0),
        5 => hidden('#', 0),
        6 => hidden('*', 0),
        _ => hidden('x', 0),
    };
    line.text.replace_range(*from.., &masked);
}
