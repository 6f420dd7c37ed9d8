//! The sentences and headings that slmgr.vbs prints without a value, in full, and what each says.
//!
//! A console may cut a sentence anywhere; its beginning is enough, and what is left is given back so that the next line
//! can be recognised as the rest of it.

use super::Producer;

/// What a sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The product has no key.
    NotInUse,
    /// A block begins.
    Heading(Block),
    /// The host publishes itself in DNS, or not.
    DnsPublishing(bool),
    /// The client remembers its host, or not.
    HostCaching(bool),
    /// A hint or warning inside a report.
    Hint,
    /// A command's word that it did what it was told, or that it could not.
    Done(Producer),
    /// A command's word that it could not do it, without a code.
    Failed(Producer),
}

/// A block of lines inside a product or beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Block {
    /// The product itself.
    #[default]
    Product,
    /// "Key Management Service is enabled on this machine"
    KmsHost,
    /// "Key Management Service cumulative requests received from clients"
    Requests,
    /// "Key Management Service client information"
    KmsClient,
    /// "AD Activation client information"
    Ad,
    /// "Automatic VM Activation client information"
    Avma,
    /// "Token-based Activation information"
    Token,
    /// The list of `/ao-list`.
    ActivationObjects,
}

/// A sentence found at the beginning of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it says.
    pub said: Said,
    /// What the line lacks of it; empty when it is whole.
    pub rest: &'static str,
}

const OFFICE: Said = Said::Done(Producer::OsppOther);
const OFFICE_ACTIVATED: Said = Said::Done(Producer::OsppAct);
const OTHER: Said = Said::Done(Producer::SlmgrOther);
const ACTIVATED: Said = Said::Done(Producer::SlmgrAto);

/// How much of a sentence is fixed.
#[derive(Clone, Copy, Debug)]
enum Form {
    /// All of it.
    Whole(&'static str),
    /// Its beginning; the script fills in the rest, which may hold anything and may be cut anywhere.
    Open(&'static str),
}

use Form::{Open, Whole};

const SENTENCES: [(Form, Said); 82] = [
    (Whole("This license is not in use."), Said::NotInUse),
    (
        Whole("Key Management Service is enabled on this machine"),
        Said::Heading(Block::KmsHost),
    ),
    (
        Whole("Key Management Service is enabled on this computer"),
        Said::Heading(Block::KmsHost),
    ),
    (
        Whole("Key Management Service cumulative requests received from clients"),
        Said::Heading(Block::Requests),
    ),
    (
        Whole("Key Management Service client information"),
        Said::Heading(Block::KmsClient),
    ),
    (
        Whole("Most recent activation information"),
        Said::Heading(Block::Product),
    ),
    (
        Whole("AD Activation client information"),
        Said::Heading(Block::Ad),
    ),
    (
        Whole("Automatic VM Activation client information"),
        Said::Heading(Block::Avma),
    ),
    (
        Whole("Token-based Activation information"),
        Said::Heading(Block::Token),
    ),
    (
        Whole("Activation Objects"),
        Said::Heading(Block::ActivationObjects),
    ),
    (Whole("DNS publishing enabled"), Said::DnsPublishing(true)),
    (Whole("DNS publishing disabled"), Said::DnsPublishing(false)),
    (
        Whole("KMS host caching is enabled"),
        Said::HostCaching(true),
    ),
    (
        Whole("KMS host caching is disabled"),
        Said::HostCaching(false),
    ),
    (
        Whole(
            "Please use slmgr.vbs /ato to activate and update KMS client information in order to update values.",
        ),
        Said::Hint,
    ),
    (
        Open("Warning: /skms setting overrides the /skms-domain setting. "),
        Said::Hint,
    ),
    (
        Whole(
            "Warning: This operation may affect more than one target license.  Please verify the results.",
        ),
        Said::Hint,
    ),
    (Open("Processing the license for "), Said::Hint),
    (Whole("Product activated successfully."), ACTIVATED),
    (Open("Activating "), ACTIVATED),
    (Open("Confirmation ID for product "), OTHER),
    (
        Open("Installed product key detected - attempting to "),
        OFFICE_ACTIVATED,
    ),
    (Open("Installed product key "), OTHER),
    (Whole("Uninstalled product key successfully."), OTHER),
    (
        Whole("Product key from registry cleared successfully."),
        OTHER,
    ),
    (Open("Re-installing license files "), OTHER),
    (Open("License file "), OTHER),
    (Whole("License files re-installed successfully."), OTHER),
    (Whole("Command completed successfully."), OTHER),
    (
        Whole("Please restart the system for the changes to take effect."),
        OTHER,
    ),
    (Open("Key Management Service machine name set to "), OTHER),
    (
        Whole("Key Management Service machine name cleared successfully."),
        OTHER,
    ),
    (Open("Warning: /skms-domain setting is in effect. "), OTHER),
    (Open("Key Management Service lookup domain set to "), OTHER),
    (
        Whole("Key Management Service lookup domain cleared successfully."),
        OTHER,
    ),
    (Open("Warning: /skms setting is in effect. "), OTHER),
    (Open("KMS port set to "), OTHER),
    (Open("Volume activation interval set to "), OTHER),
    (Open("Volume renewal interval set to "), OTHER),
    (
        Whole("Warning: a KMS reboot is needed for this setting to take effect."),
        OTHER,
    ),
    (Whole("KMS priority set to Normal"), OTHER),
    (Whole("KMS priority set to Low"), OTHER),
    (
        Whole("Warning: KMS port can only be set on a KMS machine that is also activated."),
        OTHER,
    ),
    (
        Whole(
            "Warning: Volume activation interval can only be set on a KMS machine that is also activated.",
        ),
        OTHER,
    ),
    (
        Whole(
            "Warning: Volume renewal interval can only be set on a KMS machine that is also activated.",
        ),
        OTHER,
    ),
    (
        Whole("Warning: DNS Publishing can only be set on a KMS machine that is also activated."),
        OTHER,
    ),
    (
        Whole("Warning: Priority can only be set on a KMS machine that is also activated."),
        OTHER,
    ),
    (Whole("Volume activation type set successfully."), OTHER),
    (Whole("Operation completed successfully."), OTHER),
    (Whole("No objects found"), OTHER),
    (Whole("No licenses found."), OTHER),
    (Open("Unrecognized option: "), OTHER),
    (Whole("Invalid combination of command parameters."), OTHER),
    (Whole("Windows Software Licensing Management Tool"), OTHER),
    (Open("Usage: slmgr.vbs "), OTHER),
    (
        Whole("Error: product key not found."),
        Said::Failed(Producer::SlmgrOther),
    ),
    (
        Whole("Error: product not found."),
        Said::Failed(Producer::SlmgrOther),
    ),
    (
        Whole("Error: Product activation failed."),
        Said::Failed(Producer::SlmgrAto),
    ),
    (
        Whole("Error: The data is invalid"),
        Said::Failed(Producer::SlmgrOther),
    ),
    (
        Open("Error: Activation ID ("),
        Said::Failed(Producer::SlmgrOther),
    ),
    (Open("Error: option "), Said::Failed(Producer::SlmgrOther)),
    (
        Whole(
            "Error: The machine is running within the non-genuine grace period. Run 'slui.exe' to go online and make the machine genuine.",
        ),
        Said::Failed(Producer::SlmgrAto),
    ),
    (
        Whole(
            "Error: Windows is running within the non-genuine notification period. Run 'slui.exe' to go online and validate Windows.",
        ),
        Said::Failed(Producer::SlmgrAto),
    ),
    (
        Whole("The remote machine does not support this version of SLMgr.vbs"),
        Said::Failed(Producer::SlmgrOther),
    ),
    (
        Whole("This command of SLMgr.vbs is not supported for remote execution"),
        Said::Failed(Producer::SlmgrOther),
    ),
    (
        Whole(
            "Active Directory-Based Activation is not supported in the current Active Directory schema.",
        ),
        Said::Failed(Producer::SlmgrOther),
    ),
    (
        Whole(
            "This system is configured for Token-based activation only. Use slmgr.vbs /fta to initiate Token-based activation, or slmgr.vbs /act-type to change the activation type setting.",
        ),
        Said::Failed(Producer::SlmgrAto),
    ),
    (
        Whole(
            "Windows Script Host access is disabled on this machine. Contact your administrator for details.",
        ),
        Said::Failed(Producer::SlmgrOther),
    ),
    (
        Whole(
            "Windows Script Host access is disabled on this machine. Contact your system administrator for details.",
        ),
        Said::Failed(Producer::SlmgrOther),
    ),
    (
        Whole(
            "Product activation telephone numbers can be obtained by searching the phone.inf file for the appropriate phone number for your location/country. You can open the phone.inf file from a Command Prompt or the Start Menu by running: notepad %systemroot%\\system32\\sppui\\phone.inf",
        ),
        Said::Hint,
    ),
    (Open("Uninstalling product key for: "), OFFICE),
    (Whole("<Product key uninstall successful>"), OFFICE),
    (Whole("<Product key installation successful>"), OFFICE),
    (
        Whole("<Product key not found>"),
        Said::Failed(Producer::OsppOther),
    ),
    (Whole("<Product activation successful>"), OFFICE_ACTIVATED),
    (
        Whole("<Offline product activation successful>"),
        OFFICE_ACTIVATED,
    ),
    (
        Whole("<No installed product keys detected>"),
        Said::Failed(Producer::OsppDstatus),
    ),
    (Whole("Successfully applied setting."), OFFICE),
    (Whole("Office license installed successfully."), OFFICE),
    (Open("Installing Office license: "), OFFICE),
    (
        Whole("No Office KMS licenses were found on the system."),
        Said::Failed(Producer::OsppOther),
    ),
    (
        Open("Most recent successful activation client information: "),
        Said::Heading(Block::Ad),
    ),
];

/// The shortest beginning of a cut sentence that is taken as that sentence, in bytes.
const SHORTEST_CUT: usize = 24;

/// The sentence that a line is, or the beginning of.
pub fn find(line: &str) -> Option<Found> {
    let first = line.as_bytes().first()?;
    SENTENCES.iter().find_map(|(form, said)| {
        let (Whole(fixed) | Open(fixed)) = form;
        // Most lines are told apart by their first letter.
        let alike = fixed
            .as_bytes()
            .first()
            .is_some_and(|letter| letter.eq_ignore_ascii_case(first));
        alike
            .then(|| lacking(line, *form))
            .flatten()
            .map(|rest| Found { said: *said, rest })
    })
}

/// Whether a line is how a sentence that was cut before `rest` goes on; gives what is then left of it.
pub fn goes_on(line: &str, rest: &'static str) -> Option<&'static str> {
    let rest = rest.trim_start();
    // One letter is too little to go by, unless nothing else is due.
    (!rest.is_empty() && (line.len() >= 2 || line == rest))
        .then(|| after_beginning(line, rest))
        .flatten()
}

/// Whether some sentence begins with this text and goes on.
pub fn begins(line: &str) -> bool {
    SENTENCES
        .iter()
        .any(|(Whole(fixed) | Open(fixed), _)| super::label::is_beginning(line, fixed))
}

/// The whole sentences and headings that stand inside a report.
pub fn inside_reports() -> impl Iterator<Item = &'static str> {
    SENTENCES
        .iter()
        .filter_map(|(form, said)| match (form, said) {
            (
                Whole(sentence),
                Said::NotInUse
                | Said::Heading(_)
                | Said::DnsPublishing(_)
                | Said::HostCaching(_)
                | Said::Hint,
            ) => Some(*sentence),
            _ => None,
        })
}

/// What `line` lacks of the sentence: "" for the whole, more for a cut one, `None` for another sentence.
fn lacking(line: &str, form: Form) -> Option<&'static str> {
    match form {
        Whole(sentence) => match after_beginning(line, sentence)? {
            rest if rest.len() <= 1 || line.len() >= SHORTEST_CUT => Some(rest),
            _ => None,
        },
        Open(begin) => starts_with(line, begin).then_some(""),
    }
}

fn after_beginning(line: &str, sentence: &'static str) -> Option<&'static str> {
    let line = line.strip_suffix(':').unwrap_or(line);
    let (begin, rest) = sentence.split_at_checked(line.len())?;
    begin.eq_ignore_ascii_case(line).then_some(rest)
}

fn starts_with(line: &str, begin: &str) -> bool {
    line.get(..begin.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(begin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_cut_and_foreign_sentences() {
        let whole = find("This license is not in use.").map(|found| (found.said, found.rest));
        assert_eq!(whole, Some((Said::NotInUse, "")));
        let cut = find(
            "Please use slmgr.vbs /ato to activate and update KMS client information in order",
        );
        assert_eq!(
            cut,
            Some(Found {
                said: Said::Hint,
                rest: " to update values."
            })
        );
        assert_eq!(goes_on("to update values.", " to update values."), Some(""));
        assert_eq!(goes_on("Name", " to update values."), None);
        assert_eq!(
            find("Activating Windows(R), Professional edition (2de6…) ...").map(|f| f.said),
            Some(ACTIVATED)
        );
        assert_eq!(
            find("Most recent activation information:").map(|f| f.rest),
            Some("")
        );
        assert_eq!(find("Key Management Service"), None);
        assert_eq!(find(""), None);
        assert_eq!(find("é"), None);
    }

    #[test]
    fn every_sentence_is_found_and_no_earlier_one_hides_it() {
        for (form, said) in SENTENCES {
            let line = match form {
                Whole(sentence) => sentence.to_owned(),
                Open(begin) => format!("{begin}kms01.example.com is set"),
            };
            assert_eq!(find(&line), Some(Found { said, rest: "" }), "{line}");
        }
    }
}
