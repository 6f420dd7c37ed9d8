//! Stop-gap until the library has one view over all rows.

use activation_desk::kb::{self, Address, Certainty, Row, Sources, marked};
use activation_desk::phrase::{Kind, Phrase};
use activation_desk::wording::look_up as say;

/// One view over any row.
pub struct Entry {
    pub meaning: Phrase,
    pub when: Phrase,
    pub why: Vec<Phrase>,
    pub what_to_do: Vec<Phrase>,
    pub facts: Vec<(&'static str, Phrase)>,
    pub doubt: Phrase,
    pub certainty: Certainty,
    pub sources: Sources,
    pub related: Vec<Address>,
}

fn value(text: impl Into<String>) -> Phrase {
    Phrase::new().value(Kind::Value, text.into())
}

pub fn entry(row: &Row) -> Entry {
    let mut entry = Entry {
        meaning: Phrase::new(),
        when: Phrase::new(),
        why: Vec::new(),
        what_to_do: Vec::new(),
        facts: Vec::new(),
        doubt: Phrase::new(),
        certainty: row.certainty(),
        sources: row.sources(),
        related: Vec::new(),
    };
    let list = |lines: kb::Lines| lines.iter().map(marked).collect::<Vec<_>>();
    match row {
        Row::Article(row) => {
            entry.meaning = marked(row.meaning);
            entry.when = marked(row.when);
            entry.why = list(row.why);
            entry.what_to_do = list(row.what_to_do);
            entry.facts = row
                .facts()
                .map(|(label, text)| (label, marked(text)))
                .collect();
            entry.doubt = row.doubt.map(marked).unwrap_or_default();
            entry.related = row
                .related
                .iter()
                .filter_map(Address::of_reference)
                .collect();
        }
        Row::Code(row) => {
            entry.meaning = marked(row.meaning);
            entry.when = marked(row.when);
            entry.why = list(row.why);
            entry.what_to_do = list(row.what_to_do);
            entry.doubt = row.doubt.map(marked).unwrap_or_default();
            entry
                .facts
                .push((say::labels::SEVERITY, say::severity_of(row.code).into()));
            entry.facts.extend(
                row.symbol
                    .map(|symbol| (say::labels::SYMBOL, value(symbol))),
            );
            entry.facts.push((
                say::labels::DECIMAL,
                value(row.code.cast_signed().to_string()),
            ));
        }
        Row::Figure(row) => {
            entry.meaning = row.meaning.into();
            entry
                .facts
                .push((say::labels::VALUE, say::figure(row).into()));
            entry.doubt = row.note.map(marked).unwrap_or_default();
        }
        Row::Grace(row) => entry.meaning = say::grace_meaning(row),
        Row::ClientKey(row) => {
            entry.meaning = say::client_key(row);
            entry.facts.push((
                say::labels::KEY,
                Phrase::new().value(Kind::Command, row.key),
            ));
        }
        Row::ApplicationId(row) => {
            entry.meaning = say::application_id(row, 0);
            entry.facts.push((
                say::labels::APPLICATION_ID,
                Phrase::new().value(Kind::Guid, row.id.to_string()),
            ));
        }
        Row::ActivationId(row) => {
            entry.meaning = say::activation_id(row);
            entry.facts.push((
                say::labels::ACTIVATION_ID,
                Phrase::new().value(Kind::Guid, row.id.to_string()),
            ));
            entry.facts.push((
                say::labels::CHANNEL,
                say::channel_of(row).to_string().into(),
            ));
            entry.facts.push((
                say::labels::APPLICATION_ID,
                Phrase::new().value(Kind::Guid, row.application_id.to_string()),
            ));
            entry.doubt = row.note.map(marked).unwrap_or_default();
        }
        Row::Build(row) => entry.meaning = say::build(row),
        Row::PidPiece(_, row) => entry.meaning = say::pid_piece(row.meaning),
        Row::Lcid(row) => entry.meaning = say::lcid(row),
    }
    entry
}
