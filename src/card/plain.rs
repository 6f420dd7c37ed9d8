//! A card as plain text, for the clipboard and tickets.

use super::{Card, Note, Row, Section, TimeCard, When};
use crate::{
    phrase::{Phrase, Redact},
    wording::page::card as words,
};

/// The card as lines of plain text, sensitive values replaced where `redact` says so.
pub fn plain(card: &Card, redact: Redact) -> String {
    let mut out = Lines {
        text: String::new(),
        redact,
    };
    out.line(&card.title);
    if !card.subtitle.is_empty() {
        out.line(&card.subtitle);
    }
    if let Some(state) = &card.state {
        out.gap();
        out.line(&state.sentence);
        for (label, phrase) in [
            (words::PEOPLE, &state.people),
            (words::NEXT, &state.next),
            (words::ENDS, &state.ends),
        ] {
            out.labelled(label, phrase);
        }
    }
    if let Some(time) = &card.time {
        out.gap();
        out.time(time);
    }
    out.gap();
    out.rows(&card.identity);
    for section in card.reason.iter().chain(&card.sections) {
        out.section(section);
    }
    if !card.steps.is_empty() {
        out.gap();
        out.text(words::STEPS);
        for step in &card.steps {
            out.labelled("-", &step.why);
            out.indented(&step.tagged);
            if let Some(note) = &step.note {
                out.indented(note);
            }
        }
    }
    out.text
}

struct Lines {
    text: String,
    redact: Redact,
}

impl Lines {
    fn text(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn gap(&mut self) {
        self.text.push('\n');
    }

    fn line(&mut self, phrase: &Phrase) {
        let text = phrase.plain(self.redact);
        self.text(&text);
    }

    fn indented(&mut self, phrase: &Phrase) {
        let text = phrase.plain(self.redact);
        self.text(&format!("    {text}"));
    }

    fn labelled(&mut self, label: &str, phrase: &Phrase) {
        let text = phrase.plain(self.redact);
        let colon = if label == "-" { "" } else { ":" };
        self.text(&format!("{label}{colon} {text}"));
    }

    fn time(&mut self, time: &TimeCard) {
        let left = time.left.plain(self.redact);
        let what = time.what.plain(self.redact);
        self.text(&format!("{left} {what}"));
        match &time.when {
            When::At {
                from,
                ends,
                on_the_way,
            } => {
                self.labelled("Ends", ends);
                for (label, moment) in on_the_way {
                    self.labelled(label, moment);
                }
                self.line(from);
            }
            When::Ask { why, .. } => self.line(why),
        }
        self.notes(&time.notes);
    }

    fn notes(&mut self, notes: &[Note]) {
        for note in notes {
            self.indented(&note.text);
        }
    }

    fn rows(&mut self, rows: &[Row]) {
        for row in rows {
            if row.groups.is_empty() || self.redact == Redact::Yes {
                self.labelled(&row.label, &row.value);
            } else {
                let groups: Vec<&str> = row
                    .groups
                    .iter()
                    .map(|group| group.digits.as_str())
                    .collect();
                let text = format!("{}: {}", row.label, groups.join("-"));
                self.text(&text);
            }
            self.notes(&row.notes);
        }
    }

    fn section(&mut self, section: &Section) {
        self.gap();
        self.text(&section.title);
        self.rows(&section.rows);
        for bar in &section.chart {
            let text = format!("{}: {}", bar.label, bar.value);
            self.text(&text);
        }
        self.notes(&section.notes);
    }
}
