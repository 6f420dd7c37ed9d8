//! The sentences of slmgr.vbs, every generation (output grammar, sections 2 to 5, 9 and 10).

use super::{
    Block,
    Form::{Around, Open, Whole},
    Said, Sentence,
};
use crate::reading::{NoticeKind, Producer, label::Field};

const OTHER: Producer = Producer::SlmgrOther;
const ATO: Producer = Producer::SlmgrAto;
const FIRST: Said = Said::First(OTHER);
const DONE: Said = Said::Done(OTHER);
const FAILED: Said = Said::Failed(OTHER);
const KMS_HOST: Said = Said::Heading(Block::KmsHost);

pub(super) const SENTENCES: [Sentence; 71] = [
    // In reports
    (Whole("This license is not in use."), Said::NotInUse),
    (
        Whole("Key Management Service is enabled on this machine"),
        KMS_HOST,
    ),
    (
        Whole("Key Management Service is enabled on this computer"),
        KMS_HOST,
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
        Whole(
            "Warning: This operation may affect more than one target license.  Please verify the results.",
        ),
        Said::Hint,
    ),
    (Around("Processing the license for ", ")."), Said::Hint),
    // Server 2025, from the update of August 2026 on
    (
        Whole("This device is eligible to serve as a KMS host with hardware-based security."),
        Said::Notice(NoticeKind::HardwareReady),
    ),
    (
        Whole(
            "This device doesn't meet the requirements for using a KMS host with hardware-based security.",
        ),
        Said::Notice(NoticeKind::HardwareNotReady),
    ),
    (
        Whole(
            "Product activation telephone numbers can be obtained by searching the phone.inf file for the appropriate phone number for your location/country. You can open the phone.inf file from a Command Prompt or the Start Menu by running: notepad %systemroot%\\system32\\sppui\\phone.inf",
        ),
        Said::Hint,
    ),
    // Activation
    (Around("Activating ", ") ..."), Said::First(ATO)),
    (Whole("Product activated successfully."), Said::Done(ATO)),
    (
        Around("Confirmation ID for product ", " deposited successfully."),
        FIRST,
    ),
    (
        Whole("Error: Product activation failed."),
        Said::Failed(ATO),
    ),
    (
        Whole(
            "Error: The machine is running within the non-genuine grace period. Run 'slui.exe' to go online and make the machine genuine.",
        ),
        Said::Failed(ATO),
    ),
    (
        Whole(
            "Error: Windows is running within the non-genuine notification period. Run 'slui.exe' to go online and validate Windows.",
        ),
        Said::Failed(ATO),
    ),
    (
        Whole(
            "This system is configured for Token-based activation only. Use slmgr.vbs /fta to initiate Token-based activation, or slmgr.vbs /act-type to change the activation type setting.",
        ),
        Said::Failed(ATO),
    ),
    // Keys and license files
    (Around("Installed product key ", " successfully."), FIRST),
    (Whole("Uninstalled product key successfully."), FIRST),
    (
        Whole("Product key from registry cleared successfully."),
        FIRST,
    ),
    (Open("Re-installing license files "), FIRST),
    (Around("License file ", " installed successfully."), DONE),
    (Whole("License files re-installed successfully."), DONE),
    (Whole("Command completed successfully."), FIRST),
    (
        Whole("Please restart the system for the changes to take effect."),
        Said::Notice(NoticeKind::RestartMachine),
    ),
    // Settings of KMS clients
    (
        Around(
            "Key Management Service machine name set to ",
            " successfully.",
        ),
        Said::Set(Field::RegisteredHost),
    ),
    (
        Whole("Key Management Service machine name cleared successfully."),
        Said::Cleared(Field::RegisteredHost),
    ),
    (
        Around(
            "Key Management Service lookup domain set to ",
            " successfully.",
        ),
        Said::Set(Field::LookupDomain),
    ),
    (
        Whole("Key Management Service lookup domain cleared successfully."),
        Said::Cleared(Field::LookupDomain),
    ),
    (
        Around(
            "Warning: /skms setting overrides the /skms-domain setting. ",
            " will be used for activation.",
        ),
        Said::InEffect(Field::RegisteredHost),
    ),
    (
        Around(
            "Warning: /skms setting is in effect. ",
            " will be used for activation.",
        ),
        Said::InEffect(Field::RegisteredHost),
    ),
    (
        Around(
            "Warning: /skms-domain setting is in effect. ",
            " will be used for DNS SRV record lookup.",
        ),
        Said::InEffect(Field::LookupDomain),
    ),
    (Whole("Volume activation type set successfully."), FIRST),
    (
        Whole("The machine will activate via Token-based Activation only"),
        FIRST,
    ),
    (
        Whole("The machine will activate via KMS and Token-based Activation"),
        FIRST,
    ),
    // Settings of KMS hosts
    (
        Around("KMS port set to ", " successfully."),
        Said::Set(Field::ListeningPort),
    ),
    (
        Around(
            "Volume activation interval set to ",
            " minutes successfully.",
        ),
        FIRST,
    ),
    (
        Around("Volume renewal interval set to ", " minutes successfully."),
        FIRST,
    ),
    (
        Whole("KMS priority set to Normal"),
        Said::LowPriority(false),
    ),
    (Whole("KMS priority set to Low"), Said::LowPriority(true)),
    (
        Whole("Warning: a KMS reboot is needed for this setting to take effect."),
        Said::Notice(NoticeKind::RestartService),
    ),
    (
        Whole("Warning: KMS port can only be set on a KMS machine that is also activated."),
        FAILED,
    ),
    (
        Whole(
            "Warning: Volume activation interval can only be set on a KMS machine that is also activated.",
        ),
        FAILED,
    ),
    (
        Whole(
            "Warning: Volume renewal interval can only be set on a KMS machine that is also activated.",
        ),
        FAILED,
    ),
    (
        Whole("Warning: DNS Publishing can only be set on a KMS machine that is also activated."),
        FAILED,
    ),
    (
        Whole("Warning: Priority can only be set on a KMS machine that is also activated."),
        FAILED,
    ),
    // Tokens and Active Directory
    (Open("Removing Token-based Activation License "), FIRST),
    (Around("Removed license with SLID=", "."), DONE),
    (Whole("No licenses found."), DONE),
    (
        Whole("Activation Objects"),
        Said::Heading(Block::ActivationObjects),
    ),
    (Whole("No objects found"), DONE),
    (Whole("Operation completed successfully."), DONE),
    (
        Whole(
            "Active Directory-Based Activation is not supported in the current Active Directory schema.",
        ),
        FAILED,
    ),
    // Refusals
    (Whole("Error: product key not found."), FAILED),
    (Whole("Error: product not found."), FAILED),
    (Whole("Error: The data is invalid"), FAILED),
    (Around("Error: Activation ID (", ") not found."), FAILED),
    (Open("Error: option "), FAILED),
    (Open("Unrecognized option: "), FAILED),
    (Whole("Invalid combination of command parameters."), FAILED),
    (
        Whole("The remote machine does not support this version of SLMgr.vbs"),
        FAILED,
    ),
    (
        Whole("This command of SLMgr.vbs is not supported for remote execution"),
        FAILED,
    ),
];
