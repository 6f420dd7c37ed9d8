//! Sentences of the knowledge base: whole command lines stand apart, with a copy button.

use activation_desk::card::Shell;
use activation_desk::phrase::{Kind, Phrase, Piece, Redact};
use yew::prelude::*;

use crate::parts::command::command;
use crate::parts::phrase::phrase;

/// What stands behind a command and is told by its badges.
const TOLD: [&str; 3] = [" (elevated)", " (both elevated)", " (PowerShell)"];

/// Draws a sentence; what stands between and behind its command lines goes on below them.
pub fn sentence(said: &Phrase, redact: Redact) -> Html {
    let pieces = said.pieces();
    let behind = |at: usize, words: &str| {
        let piece = pieces.get(at);
        piece.is_some_and(|piece| piece.text.starts_with(words))
    };
    let mut drawn = Vec::new();
    let mut words = Phrase::new();
    for (at, piece) in pieces.iter().enumerate() {
        if is_line(piece, &words) {
            drawn.push(paragraph(&mut words, redact));
            let line = Phrase::new().value(Kind::Command, piece.text.clone());
            let both = behind(at + 1, " (both elevated") || behind(at + 3, " (both elevated");
            let elevated = both || behind(at + 1, " (elevated");
            drawn.push(command(&line, shell(&piece.text), elevated, None, redact));
            continue;
        }
        // What only ended the sentence ends it no more.
        let text = if words.is_empty() && !drawn.is_empty() {
            let told = TOLD.iter().find_map(|told| piece.text.strip_prefix(told));
            let rest = told.unwrap_or(&piece.text);
            rest.trim_start_matches(['.', ',', ';', ':', ' '])
                .to_owned()
                .into()
        } else {
            piece.text.clone()
        };
        words = std::mem::take(&mut words).value(piece.kind, text);
    }
    drawn.push(paragraph(&mut words, redact));
    drawn.into_iter().collect()
}

fn paragraph(words: &mut Phrase, redact: Redact) -> Html {
    if words.is_empty() {
        return Html::default();
    }
    html! { <p>{ phrase(&std::mem::take(words), redact) }</p> }
}

/// Whether a command stands apart: a long one, or one that the words before it announce. Others are words among words.
fn is_line(piece: &Piece, before: &Phrase) -> bool {
    let announced = || {
        let last = before.pieces().last();
        last.is_none_or(|last| last.text.trim_end().ends_with([':', ',']))
    };
    piece.kind == Kind::Command
        && piece.text.contains(' ')
        && !piece.text.starts_with('<')
        && (piece.text.len() >= 40 || announced())
}

/// Cmdlets are named Verb-Noun; expressions begin with a mark.
fn shell(line: &str) -> Shell {
    let name = line.split(' ').next().unwrap_or_default();
    let is_cmdlet = name.contains('-')
        && name.starts_with(|first: char| first.is_ascii_uppercase())
        && !name.contains(['.', '\\']);
    if is_cmdlet || line.starts_with(['(', '$', '&', '[']) {
        Shell::PowerShell
    } else {
        Shell::Cmd
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shell_is_told_by_the_line() {
        for line in [
            "Get-CimInstance X",
            "(Get-CimInstance X).Y",
            "$p = 1",
            "& \"x\" y",
        ] {
            assert_eq!(shell(line), Shell::PowerShell, "{line}");
        }
        for line in [
            "cscript //nologo x",
            "net stop sppsvc",
            "DISM /Online",
            "w32tm /resync",
            "powershell -c x",
            "\"%ProgramFiles%\\x\" y",
        ] {
            assert_eq!(shell(line), Shell::Cmd, "{line}");
        }
    }
}
