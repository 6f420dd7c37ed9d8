//! The rows of the benchmark: what is measured against what, and the budget of it.

/// What a contestant took.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    /// Of the best run, or the median; `None` where it could not run.
    pub seconds: Option<f64>,
    /// The most memory that its process held, in bytes; `None` where the system does not tell.
    pub peak: Option<u64>,
    /// What else is to say.
    pub note: String,
}

impl Measured {
    /// A contestant that is not here.
    pub fn missing(note: &str) -> Self {
        Measured {
            note: note.to_owned(),
            ..Measured::default()
        }
    }
}

/// How a row is judged.
#[derive(Clone, Copy)]
enum Judge {
    /// The measure of others, or told for comparison only.
    Nothing,
    /// At most so many times as slow as another row.
    SlowerThan(&'static str, f64),
    /// At least so many times as fast as another row.
    FasterThan(&'static str, f64),
    /// At most so many milliseconds.
    Milliseconds(f64),
    /// The ratio to another row is told, without a budget.
    Beside(&'static str),
    /// At most so many times the size of the input in memory.
    Memory(f64),
}

/// A row: the name that the contestants' programs print, its name in the table, whether it reads the input, its judge.
const ROWS: [(&str, &str, bool, Judge); 18] = [
    (
        "native walk",
        "native: lines split at the colon, no more",
        true,
        Judge::Nothing,
    ),
    (
        "native read",
        "native: read, borrowed",
        true,
        Judge::SlowerThan("native walk", 3.0),
    ),
    (
        "native spans",
        "native: read with spans",
        true,
        Judge::Beside("native walk"),
    ),
    (
        "native json",
        "native: read and write the JSON",
        true,
        Judge::Beside("native walk"),
    ),
    (
        "native mask",
        "native: mask product keys",
        true,
        Judge::Beside("native walk"),
    ),
    (
        "native pieces",
        "native: read in pieces (memory)",
        true,
        Judge::Memory(2.0),
    ),
    (
        "script python",
        "Python 3, regular expression",
        true,
        Judge::Beside("native read"),
    ),
    (
        "script node",
        "Node, regular expression",
        true,
        Judge::Beside("native read"),
    ),
    (
        "browser script",
        "Chromium: JavaScript, regular expression",
        true,
        Judge::Nothing,
    ),
    (
        "browser summary",
        "Chromium: WebAssembly, summary out",
        true,
        Judge::FasterThan("browser script", 3.0),
    ),
    (
        "browser objects",
        "Chromium: WebAssembly, whole objects out",
        true,
        Judge::FasterThan("browser script", 1.0),
    ),
    (
        "open empty",
        "Chromium: open an empty page",
        false,
        Judge::Nothing,
    ),
    (
        "open page",
        "Chromium: open this page, usable",
        false,
        Judge::SlowerThan("open empty", 2.5),
    ),
    (
        "paste cold",
        "Chromium: first /dlv, event to painted frame",
        false,
        Judge::Milliseconds(50.0),
    ),
    (
        "paste warm",
        "Chromium: next /dlv, event to painted frame",
        false,
        Judge::Milliseconds(16.0),
    ),
    (
        "paste list",
        "Chromium: /dlv all with 300 products",
        false,
        Judge::Milliseconds(50.0),
    ),
    (
        "look up code",
        "Chromium: entry of a code or ID",
        false,
        Judge::Milliseconds(1.0),
    ),
    (
        "look up words",
        "Chromium: full-text answer",
        false,
        Judge::Milliseconds(16.0),
    ),
];

/// All that was measured.
pub struct Table {
    bytes: f64,
    measured: Vec<(String, Measured)>,
}

impl Table {
    /// An empty one, for an input of that size.
    pub fn new(megabytes: usize) -> Self {
        Table {
            bytes: megabytes as f64 * 1e6,
            measured: Vec::new(),
        }
    }

    /// Adds what the contestant of that name took.
    pub fn add(&mut self, name: &str, measured: Measured) {
        self.measured.push((name.to_owned(), measured));
    }

    fn find(&self, name: &str) -> Option<&Measured> {
        let found = self.measured.iter().find(|(known, _)| known == name);
        found.map(|(_, measured)| measured)
    }

    /// The table as it is printed; rows that did not run are left out.
    pub fn text(&self) -> String {
        let mut text = format!(
            "{:<46}{:>10}{:>9}{:>15}  {:<24}{:>9}  verdict\n",
            "contestant", "time", "MB/s", "ratio", "budget", "memory"
        );
        for (name, shown, reads, judge) in ROWS {
            let Some(measured) = self.find(name) else {
                continue;
            };
            let (ratio, budget, verdict) = self.judged(measured, judge);
            let time = measured.seconds.map_or("-".to_owned(), |seconds| {
                if seconds < 1.0 {
                    format!("{:.1} ms", seconds * 1e3)
                } else {
                    format!("{seconds:.2} s")
                }
            });
            let speed = measured
                .seconds
                .filter(|_| reads)
                .map_or("-".to_owned(), |seconds| {
                    format!("{:.0}", self.bytes / seconds / 1e6)
                });
            let memory = match measured.peak {
                Some(bytes) => format!("{:.0} MB", bytes as f64 / 1e6),
                None if reads && measured.seconds.is_some() => "not told".to_owned(),
                None => "-".to_owned(),
            };
            let note = if measured.note.is_empty() {
                String::new()
            } else {
                format!(" ({})", measured.note)
            };
            let line = format!(
                "{shown:<46}{time:>10}{speed:>9}{ratio:>15}  {budget:<24}{memory:>9}  {verdict}{note}"
            );
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text.push_str(&format!(
            "\nThe input is {:.0} MB; memory is the peak of a process that does nothing else, the input in it.\n",
            self.bytes / 1e6
        ));
        text
    }

    /// The ratio, the budget and the verdict of a row.
    fn judged(&self, measured: &Measured, judge: Judge) -> (String, String, &'static str) {
        let other = |name: &str| self.find(name).and_then(|other| other.seconds);
        let both = |name: &str| Some((measured.seconds?, other(name)?));
        let verdict = |holds: Option<bool>| match holds {
            Some(true) => "ok",
            Some(false) => "missed",
            None => "not measured",
        };
        match judge {
            Judge::Nothing => ("1".to_owned(), "-".to_owned(), ""),
            Judge::Beside(name) => {
                let ratio = both(name).map(|(own, other)| own / other);
                (slower(ratio), "-".to_owned(), "")
            }
            Judge::SlowerThan(name, most) => {
                let ratio = both(name).map(|(own, other)| own / other);
                let budget = format!("{most} x its time at most");
                (
                    slower(ratio),
                    budget,
                    verdict(ratio.map(|ratio| ratio <= most)),
                )
            }
            Judge::FasterThan(name, least) => {
                let ratio = both(name).map(|(own, other)| other / own);
                let shown = ratio.map_or("-".to_owned(), |ratio| format!("{ratio:.2} x speed"));
                let budget = format!("{least} x as fast at least");
                (shown, budget, verdict(ratio.map(|ratio| ratio >= least)))
            }
            Judge::Milliseconds(most) => {
                let holds = measured.seconds.map(|seconds| seconds * 1e3 <= most);
                ("-".to_owned(), format!("{most} ms"), verdict(holds))
            }
            Judge::Memory(most) => {
                let ratio = measured.peak.map(|bytes| bytes as f64 / self.bytes);
                let shown = ratio.map_or("-".to_owned(), |ratio| format!("{ratio:.2} x input"));
                let budget = format!("{most} x the input at most");
                (shown, budget, verdict(ratio.map(|ratio| ratio <= most)))
            }
        }
    }
}

fn slower(ratio: Option<f64>) -> String {
    ratio.map_or("-".to_owned(), |ratio| format!("{ratio:.2} x time"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn took(seconds: f64, peak: u64) -> Measured {
        Measured {
            seconds: Some(seconds),
            peak: Some(peak),
            note: String::new(),
        }
    }

    fn row<'t>(text: &'t str, begin: &str) -> &'t str {
        text.lines()
            .find(|line| line.starts_with(begin))
            .expect(begin)
    }

    #[test]
    fn budgets_are_judged() {
        let mut table = Table::new(50);
        table.add("native walk", took(0.05, 52_000_000));
        table.add("native read", took(0.16, 140_000_000));
        table.add("native pieces", took(0.16, 99_000_000));
        table.add("browser script", took(0.6, 1));
        table.add("browser summary", took(0.19, 1));
        table.add("browser objects", took(0.7, 1));
        table.add("paste warm", took(0.0161, 1));
        table.add("script python", Measured::missing("Python 3 is not here"));
        let text = table.text();
        for (begin, end) in [
            ("native: read, borrowed", "missed"),
            ("native: read in pieces", "ok"),
            ("Chromium: WebAssembly, summary", "ok"),
            ("Chromium: WebAssembly, whole", "missed"),
            ("Chromium: next /dlv", "missed"),
            ("Python 3", "(Python 3 is not here)"),
        ] {
            assert!(row(&text, begin).ends_with(end), "{}", row(&text, begin));
        }
        assert!(row(&text, "native: lines").contains("1000"), "{text}");
        assert!(!text.contains("first /dlv"), "{text}");
    }

    #[test]
    fn a_missing_measure_is_no_verdict() {
        let mut table = Table::new(50);
        table.add("native read", took(0.16, 1));
        assert!(row(&table.text(), "native: read, borrowed").ends_with("not measured"));
    }
}
