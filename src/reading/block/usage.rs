//! The help of slmgr.vbs, and of ospp.vbs: a title, then verbs, each with a line that tells what it does. None of it says
//! anything about a machine, so that it is only accounted for.

use super::Block;
use crate::{
    reading::{
        Producer,
        label::{self, Dialect},
        prompt::{self, Frame},
    },
    text::Lines,
};

/// How many lines may follow a verb: a console cuts the longest description into three.
const DESCRIPTION: u32 = 4;

/// The block of help that begins with `first`.
pub(super) fn read<'t>(first: (u32, &'t str), rest: &Lines<'t>) -> Option<Block<'t>> {
    if !is_head(first.1) && !is_verb(first.1) && !is_title(first.1) {
        return None;
    }
    let office = first.1.to_ascii_lowercase().contains("ospp");
    let (mut last, mut verbs, mut due, mut told) = (first.0, 0, 0, 0);
    for (number, line) in super::lines(first, rest) {
        if line.is_empty() {
            // Behind a blank line goes on what has not been told yet.
            due = if told == 0 { due } else { 0 };
            continue;
        }
        if is_head(line) {
            (due, told) = (DESCRIPTION, 0);
        } else if is_verb(line) {
            verbs += 1;
            (due, told) = (DESCRIPTION, 0);
        } else if is_title(line) {
            (due, told) = (0, 0);
        } else if due > 0 && !is_foreign(line) {
            (due, told) = (due - 1, told + 1);
        } else {
            break;
        }
        last = number;
    }
    // A verb or a title alone is a line of prose.
    (is_head(first.1) || (verbs >= 1 && last > first.0)).then(|| Block {
        producer: if office {
            Producer::OsppOther
        } else {
            Producer::SlmgrOther
        },
        last_line: last,
        ..Block::default()
    })
}

fn begins(line: &str, word: &str) -> bool {
    line.get(..word.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(word))
}

fn is_head(line: &str) -> bool {
    [
        "Windows Software Licensing Management Tool",
        "Usage: slmgr",
        "Usage: cscript slmgr",
        "Usage: ospp",
        "Usage: cscript ospp",
    ]
    .iter()
    .any(|head| begins(line, head))
}

/// "Global Options:", "Volume Licensing: Key Management Service (KMS) Options:"
fn is_title(line: &str) -> bool {
    line.ends_with("Options:")
}

/// "/ipk <Product Key>": a verb of slmgr.vbs, alone or before what it needs.
fn is_verb(line: &str) -> bool {
    let Some(word) = line.strip_prefix('/') else {
        return false;
    };
    let (verb, needs) = word.split_once(' ').unwrap_or((word, ""));
    let needs = needs.trim_start();
    prompt::is_verb(&verb.to_ascii_lowercase())
        && (needs.is_empty() || needs.starts_with(['<', '[']))
}

fn is_foreign(line: &str) -> bool {
    let labelled = crate::reading::split(line).is_some_and(|(name, value)| {
        !value.is_empty()
            && label::field(name, false).is_some_and(|(_, dialect)| dialect != Dialect::Cim)
    });
    // Rows and objects of data tell nothing of a verb.
    let is_header = !line.contains(' ') && line.matches([',', ';', '\t']).count() >= 2;
    let is_data = is_header || line.starts_with(['"', '{', '[', '#']);
    is_data || labelled || prompt::find(line).is_some_and(|frame| frame != Frame::Decoration)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{bare, lines};

    #[track_caller]
    fn ends(paste: &str, last: Option<u32>) {
        let mut lines = lines(paste);
        let (number, raw) = lines.next().expect("a line");
        let block = read((number, bare(raw)), &lines);
        assert_eq!(block.map(|block| block.last_line), last, "{paste}");
    }

    #[test]
    fn help_ends_where_something_else_begins() {
        let help = "Windows Software Licensing Management Tool\nUsage: slmgr.vbs [<Option>]\n  User: an account\n\nGlobal Options:\n/ipk <Product Key>\n    Install product key\n/cpky\n    Clear it\n\n/dti [Activation ID]\n    Display it\n";
        ends(help, Some(12));
        ends(&format!("{help}\nC:\\>slmgr /dli\n"), Some(12));
        ends(
            &format!("{help}Name: Windows(R), Professional edition\n"),
            Some(12),
        );
        ends(&format!("{help}\nWhat now?\n"), Some(12));
        ends(
            "/skms <Name[:Port] | : port> [Activation ID]\n    Set the name\nof the host\n",
            Some(3),
        );
        ends("/ato and /dlv were run\n", None);
        ends("/ato\n", None);
        ends("Global Options:\nThe following\n", None);
        ends(
            "Advanced Options:\n/cpky\n    Clear it\n\n---------------------------\nOK\n",
            Some(3),
        );
    }
}
