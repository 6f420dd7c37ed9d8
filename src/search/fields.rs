//! The texts of an entry, and what each is worth.

use crate::id::error_code;
use crate::kb::Row;
use crate::phrase::Redact;
use crate::wording::look_up as say;

/// What a text of an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// Its title, code, ID, number or symbol.
    Name,
    /// Another name of it.
    Also,
    /// The part of its address, or of its code, by which people call it.
    Key,
    /// What it means.
    Meaning,
    /// Where it turns up.
    When,
    /// A cause.
    Why,
    /// What to do.
    WhatToDo,
    /// A fact of its table.
    Fact,
    /// A note, or a doubt.
    Note,
    /// What all entries of its kind are called.
    Kind,
}

impl Field {
    /// Its name in the published shape.
    pub const fn name(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::Also => "also",
            Field::Key => "key",
            Field::Meaning => "meaning",
            Field::When => "when",
            Field::Why => "why",
            Field::WhatToDo => "what-to-do",
            Field::Fact => "fact",
            Field::Note => "note",
            Field::Kind => "kind",
        }
    }

    /// What a word in it is worth.
    pub(super) const fn weight(self) -> u16 {
        match self {
            Field::Name => 60,
            Field::Also | Field::Key => 50,
            Field::Meaning => 24,
            Field::Kind => 14,
            Field::Fact => 12,
            Field::When | Field::Why => 10,
            Field::WhatToDo | Field::Note => 8,
        }
    }

    /// Whether it is a name, which can be the whole query.
    pub(super) const fn is_name(self) -> bool {
        matches!(self, Field::Name | Field::Also | Field::Key)
    }

    /// Whether a list of answers shows a line of it; the title is there anyway.
    pub(super) const fn is_shown(self) -> bool {
        !matches!(self, Field::Name | Field::Key | Field::Kind)
    }
}

/// Hands over every text of an entry, and which it is.
pub(super) fn visit(row: &Row, see: &mut dyn FnMut(Field, &str)) {
    see(Field::Kind, say::keywords(row));
    match row {
        Row::Article(article) => {
            see(Field::Name, article.title);
            see(Field::Key, article.key);
            // "topic-red-title-bar" is "red title bar" to everybody.
            let prefix = article.kind().name();
            if let Some(rest) = article.key.strip_prefix(prefix) {
                see(Field::Key, rest);
            }
            article.also.iter().for_each(|text| see(Field::Also, text));
            see(Field::Meaning, article.meaning);
            see(Field::When, article.when);
            article.why.iter().for_each(|text| see(Field::Why, text));
            let steps = article.what_to_do.iter();
            steps.for_each(|text| see(Field::WhatToDo, text));
            for (label, value) in article.facts() {
                see(Field::Fact, label);
                see(Field::Fact, value);
            }
            notes(article.doubt, see);
        }
        Row::Code(reason) => {
            let code = error_code::format(reason.code);
            see(Field::Name, &code);
            // "f074" is what people remember.
            see(Field::Key, code.get(6..).unwrap_or_default());
            reason.symbol.iter().for_each(|text| see(Field::Name, text));
            see(Field::Meaning, reason.meaning);
            see(Field::When, reason.when);
            reason.why.iter().for_each(|text| see(Field::Why, text));
            let steps = reason.what_to_do.iter();
            steps.for_each(|text| see(Field::WhatToDo, text));
            notes(reason.doubt, see);
        }
        Row::Figure(figure) => {
            see(Field::Name, figure.name);
            see(Field::Fact, &say::figure(figure));
            see(Field::Meaning, figure.meaning);
            notes(figure.note, see);
        }
        Row::Grace(grace) => {
            see(Field::Name, say::grace_title(grace.generation, grace.kind));
            see(Field::Meaning, &say::grace_meaning(grace).plain(Redact::No));
            notes(grace.note, see);
        }
        Row::ClientKey(key) => {
            see(Field::Name, key.product);
            see(Field::Name, key.ending());
            notes(key.note, see);
        }
        Row::ApplicationId(id) => {
            see(Field::Name, id.product);
            see(Field::Name, &id.id.to_string());
            notes(id.note, see);
        }
        Row::ActivationId(id) => {
            see(Field::Name, id.product);
            see(Field::Name, id.edition);
            see(Field::Name, id.generation);
            see(Field::Name, &id.id.to_string());
            see(Field::Fact, crate::wording::channels::channel(id.channel));
            notes(id.note, see);
        }
        Row::Build(build) => {
            see(Field::Name, &build.build.to_string());
            for name in [build.client, build.server].into_iter().flatten() {
                see(Field::Name, name);
            }
            notes(build.note, see);
        }
        Row::PidPiece(_, piece) => {
            see(Field::Name, piece.value);
            see(Field::Meaning, piece.meaning);
            notes(piece.note, see);
        }
        Row::Lcid(lcid) => {
            see(Field::Name, &lcid.lcid.to_string());
            see(Field::Name, lcid.tag);
            see(Field::Name, lcid.name);
        }
    }
}

fn notes(note: Option<&'static str>, see: &mut dyn FnMut(Field, &str)) {
    note.iter().for_each(|text| see(Field::Note, text));
}
