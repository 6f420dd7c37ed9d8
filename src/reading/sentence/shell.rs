//! What the script host and the shells say when a tool does not even start (seen in support threads of every Windows).

use super::{
    Form::{Around, Open, Whole},
    Said, Sentence,
};
use crate::reading::Producer;

const FAILED: Said = Said::Failed(Producer::SlmgrOther);

pub(super) const SENTENCES: [Sentence; 9] = [
    (
        Open("Windows Script Host access is disabled on this machine. Contact your "),
        FAILED,
    ),
    (Open("Can not find script file "), FAILED),
    (Open("Cannot find script file "), FAILED),
    (Open("Can't find script engine "), FAILED),
    (
        Open("There is no script engine for file extension "),
        FAILED,
    ),
    (Whole("operable program or batch file."), Said::Hint),
    (
        Around(
            "'",
            "' is not recognized as an internal or external command,",
        ),
        Said::Refused,
    ),
    (Whole("Access is denied."), Said::Refused),
    (Open("No Instance(s) Available."), Said::Refused),
];
