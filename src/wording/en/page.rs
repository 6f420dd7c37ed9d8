//! The words of the page around the cards.

use crate::command::Command;

/// The name of the page.
pub const TITLE: &str = "Activation Desk";
/// What it is, in one line.
pub const WHAT: &str =
    "Paste what slmgr /dlv printed and read what it means, what comes next, and what to type.";
/// What leaves the browser.
pub const PRIVATE: &str =
    "Nothing leaves your browser: the text is read on this machine, without network.";
/// What it can't do.
pub const LIMITS: &str =
    "It activates nothing by itself, makes no keys and no Confirmation IDs, and asks no server.";

/// The paste box.
pub mod paste {
    /// Label.
    pub const LABEL: &str = "Output of slmgr or ospp.vbs";
    /// Hint below the label.
    pub const HINT: &str = "Paste or type; the result appears at once. Half an output helps too, and several in one paste are read one by one.";
    /// Inside the empty box.
    pub const PLACEHOLDER: &str = "Name: Windows(R), Professional edition\nDescription: Windows(R) Operating System, VOLUME_KMSCLIENT channel\nLicense Status: …";
    /// Heading of the list of lines below the cards.
    pub const LINES: &str = "The pasted text, line by line";
    /// Heading of the list of remarks.
    pub const REMARKS: &str = "Lines that were not understood, and values that are not trusted";
    /// Where there are no remarks.
    pub const NO_REMARKS: &str = "Every line was understood.";
}

/// The menu of samples.
pub mod samples {
    /// Label of the menu.
    pub const LABEL: &str = "Try a sample";
    /// First, empty choice.
    pub const NONE: &str = "Choose a sample";
    /// Group: what slmgr.vbs prints.
    pub const SLMGR: &str = "slmgr.vbs";
    /// Group: what the tools of Office print.
    pub const OFFICE: &str = "Office's tools";
    /// Group: what PowerShell lists.
    pub const POWERSHELL: &str = "PowerShell";
    /// Group: logs, DNS, clocks.
    pub const AROUND: &str = "Around it";
    /// Office KMS host.
    pub const OFFICE_KMS_HOST: &str = "Office KMS host";
    /// Windows KMS client.
    pub const KMS_CLIENT: &str = "Windows KMS client";
    /// MAK.
    pub const MAK: &str = "MAK";
    /// Retail in notification.
    pub const RETAIL_NOTIFICATION: &str = "Retail in notification";
    /// Evaluation.
    pub const EVALUATION: &str = "Evaluation";
    /// Several products.
    pub const SEVERAL: &str = "Several products";
    /// slmgr /xpr.
    pub const XPR: &str = "Expiry only (/xpr)";
    /// slmgr /ato with an error.
    pub const ATO_ERROR: &str = "Activation fails (/ato)";
    /// slmgr /dlv of another language.
    pub const TRANSLATED: &str = "In Spanish";
    /// ospp.vbs /dstatus.
    pub const OSPP_DSTATUS: &str = "Office KMS client (/dstatus)";
    /// ospp.vbs /act with an error.
    pub const OSPP_ACT: &str = "Activation fails (/act)";
    /// vnextdiag.ps1.
    pub const VNEXTDIAG: &str = "Microsoft 365 Apps (vnextdiag)";
    /// CIM as a list.
    pub const CIM_LIST: &str = "CIM as a list";
    /// CIM as JSON.
    pub const CIM_JSON: &str = "CIM as JSON";
    /// The OSLicense module.
    pub const OSLICENSE: &str = "OSLicense module";
    /// Event log of a client.
    pub const CLIENT_LOG: &str = "Event log of a KMS client";
    /// Event log of a host.
    pub const HOST_LOG: &str = "Event log of a KMS host";
    /// DNS, clock, port, /ato.
    pub const SESSION: &str = "DNS, clock, port, /ato";
}

/// Buttons and switches.
pub mod buttons {
    /// Copy one thing.
    pub const COPY: &str = "Copy";
    /// After it worked.
    pub const COPIED: &str = "Copied";
    /// The card as plain text.
    pub const COPY_TEXT: &str = "Copy as text";
    /// The reading as JSON.
    pub const COPY_JSON: &str = "Copy as JSON";
    /// Print.
    pub const PRINT: &str = "Print";
    /// Empty the box.
    pub const CLEAR: &str = "Clear";
    /// Bring the last text back.
    pub const UNDO: &str = "Undo";
    /// Hide names, addresses and IDs.
    pub const REDACT: &str = "Redact";
    /// What the switch does.
    pub const REDACT_HINT: &str = "Hides host names, addresses, machine and product IDs in everything that is shown, copied or printed.";
    /// Label of the theme choice.
    pub const THEME: &str = "Theme";
    /// As the system.
    pub const THEME_AUTO: &str = "Auto";
    /// Light.
    pub const THEME_LIGHT: &str = "Light";
    /// Dark.
    pub const THEME_DARK: &str = "Dark";
}

/// The headings and labels of a card.
pub mod card {
    /// What the state means for people.
    pub const PEOPLE: &str = "For the people who use it";
    /// What comes next by itself.
    pub const NEXT: &str = "What comes next by itself";
    /// What ends it.
    pub const ENDS: &str = "What ends it";
    /// The time left.
    pub const TIME: &str = "Time left";
    /// Before the addresses that a fact comes from.
    pub const SOURCES: &str = "Where this comes from:";
    /// Opens the sources of a whole section.
    pub const SECTION_SOURCES: &str = "Sources";
    /// The next commands.
    pub const STEPS: &str = "What to type next";
    /// A command for an elevated prompt.
    pub const ELEVATED: &str = "Elevated prompt (Run as administrator)";
    /// Label of the command prompt.
    pub const CMD: &str = "Command Prompt";
    /// Label of PowerShell.
    pub const POWERSHELL: &str = "PowerShell";
    /// Before another machine: "Run on: a client of this host".
    pub const ON: &str = "Run on";
    /// Label of the field for the moment of printing.
    pub const PRINTED_AT: &str = "When was this printed?";
    /// Beside it.
    pub const PRINTED_AT_HINT: &str = "The dates are counted from this moment, in the time of the machine that printed it. The time of this browser is not used.";
}

/// What is said aloud by a screen reader after a change.
pub mod live {
    /// After the box was emptied.
    pub const CLEARED: &str = "Cleared. Undo brings the text back.";
    /// After undo.
    pub const RESTORED: &str = "The text is back.";
    /// After a copy.
    pub const COPIED: &str = "Copied to the clipboard.";
    /// After a copy that the browser refused.
    pub const COPY_FAILED: &str =
        "The browser did not allow copying. Select the text and press Ctrl+C.";
    /// Redacting on.
    pub const REDACTED: &str = "Names, addresses and IDs are hidden.";
    /// Redacting off.
    pub const UNREDACTED: &str = "Names, addresses and IDs are shown.";

    /// After a reading: "2 products read, 1 line not understood."
    pub fn read(products: usize, remarks: usize) -> String {
        let products = match products {
            0 => "No product found".to_owned(),
            1 => "1 product read".to_owned(),
            n => format!("{n} products read"),
        };
        match remarks {
            0 => format!("{products}."),
            1 => format!("{products}, 1 remark."),
            n => format!("{products}, {n} remarks."),
        }
    }
}

/// Where there is nothing to show, or too much.
pub mod trouble {
    /// A text that is no licensing output; the commands of [`super::HOW_TO`] follow.
    pub const NOTHING: &str = "Nothing here looks like licensing output. On the machine in question run one of these and paste what it prints:";
    /// A very large text without any product.
    pub const NOISE: &str = "This is a lot of text, and nothing in it looks like licensing output. Only the first lines are listed as remarks.";
    /// A file that is no text.
    pub const NOT_TEXT: &str =
        "This looks like a binary file, not like text. Save the output as text and paste that.";
    /// A product key was found.
    pub const KEY_MASKED: &str = "The text held a full product key. It is masked here in everything that is shown, copied or exported; the place it came from still has it.";
}

/// What is kept, and where.
pub mod storage {
    /// Nothing kept.
    pub const NONE: &str = "Nothing is kept: closing this page forgets the text.";
    /// In memory.
    pub const MEMORY: &str = "The text is kept only until this page is closed.";
    /// In the browser.
    pub const BROWSER: &str =
        "The text is kept in this browser on this machine, and nowhere else, until you clear it.";
    /// Storage refused.
    pub const REFUSED: &str = "This browser does not let the page keep anything; it works without.";
}

/// How to get a text to paste.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HowTo {
    /// Heading.
    pub title: &'static str,
    /// The commands, most useful first, each with what it shows.
    pub commands: &'static [(&'static str, Command<'static>)],
    /// What to do besides, each one sentence or two.
    pub steps: &'static [&'static str],
}

/// Heading above the list.
pub const HOW_TO_TITLE: &str = "How to get such a text";

/// For Windows, for Office, and how to copy.
pub const HOW_TO: &[HowTo] = &[
    HowTo {
        title: "Windows, KMS hosts and add-ons",
        commands: &[
            ("Everything on this Windows", Command::Dlv(None)),
            (
                "Every product that the machine knows, Office KMS hosts among them",
                Command::DlvAll,
            ),
            ("The short form", Command::Dli),
        ],
        steps: &[
            "Open a Command Prompt (in PowerShell, write $env:windir for %windir%). It need not be elevated, but without elevation the answer may be incomplete.",
            "With \"all\" hundreds of products can be printed. Paste them all: those with a key are shown first.",
        ],
    },
    HowTo {
        title: "Office (volume editions)",
        commands: &[(
            "Every Office product that has a key",
            Command::OsppDstatus(None),
        )],
        steps: &[
            "Open an elevated prompt: right-click, \"Run as administrator\".",
            "The line finds the folder of Office 2010 to LTSC 2024 by itself. It is for the prompt; in a batch file double each % of the loop variables.",
            "Microsoft 365 Apps rarely show up there: they are licensed in another way, and never by KMS.",
        ],
    },
    HowTo {
        title: "How to copy it",
        commands: &[],
        steps: &[
            "From the console: select the text with the mouse, then press Enter or right-click.",
            "Without selecting: put | clip behind the command and run it again; the answer is then on the clipboard.",
            "From a message box (slmgr without cscript): press Ctrl+C in it; that copies all of its text.",
        ],
    },
];
