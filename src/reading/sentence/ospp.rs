//! The sentences of ospp.vbs (output grammar, section 11).

use super::{
    Block,
    Form::{Around, Open, Whole},
    Said, Sentence,
};
use crate::reading::Producer;

const OTHER: Producer = Producer::OsppOther;
const ACT: Producer = Producer::OsppAct;
const FIRST: Said = Said::First(OTHER);
const DONE: Said = Said::Done(OTHER);
const FAILED: Said = Said::Failed(OTHER);

pub(super) const SENTENCES: [Sentence; 25] = [
    (
        Open("Most recent successful activation client information: "),
        Said::Heading(Block::Ad),
    ),
    (
        Around(
            "Installed product key detected - attempting to ",
            "activate the following product:",
        ),
        Said::First(ACT),
    ),
    (Whole("<Product activation successful>"), Said::Done(ACT)),
    (Whole("<Offline product activation successful>"), DONE),
    (Open("To view the activation event history run: "), DONE),
    (
        Open("NOTICE: A KB article has been detected for activation failure: "),
        DONE,
    ),
    (Open("FOR MORE INFORMATION PLEASE VISIT: "), DONE),
    (Open("Run the following: cscript ospp.vbs "), DONE),
    (Around("[File not found: ", "]"), DONE),
    (
        Whole("<No installed product keys detected>"),
        Said::Failed(Producer::OsppDstatus),
    ),
    (Whole("<Product key installation successful>"), DONE),
    (Open("Uninstalling product key for: "), FIRST),
    (Whole("<Product key uninstall successful>"), DONE),
    (Whole("<Product key not found>"), FAILED),
    (Open("Installing Office license: "), FIRST),
    (Whole("Office license installed successfully."), DONE),
    (Whole("Successfully applied setting."), DONE),
    (
        Whole("No Office KMS licenses were found on the system."),
        FAILED,
    ),
    (
        Open("Searching for KMS activation events on machine: "),
        FIRST,
    ),
    (
        Open("Searching for Internet activation failure events on machine: "),
        FIRST,
    ),
    (
        Open("SEARCHING FOR OFFICE PRODUCT KEYS ON MACHINE: "),
        FIRST,
    ),
    (Open("No KMS activation events found on machine: "), DONE),
    (Open("No failure events found on machine: "), DONE),
    (Whole("<No licenses found>"), DONE),
    (
        Whole("An error code must start with '0x'. Example: 0xC004F009"),
        FAILED,
    ),
];
