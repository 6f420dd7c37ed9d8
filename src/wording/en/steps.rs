//! What each next command is for, and what to look for in its answer.

/// Read everything again.
pub const READ_AGAIN: &str = "Look again whether it worked";
/// Nothing to do; how to see that it stays so.
pub const STAYS_RENEWED: &str = "Nothing to do. To see later whether it renews";
/// Beside it.
pub const STAYS_RENEWED_NOTE: &str =
    "After each renewal the minutes start near 259,200 (180 days) again.";
/// Nothing to do; how to prove it.
pub const STAYS_PERMANENT: &str = "Nothing to do. To prove that no date runs";
/// Beside it.
pub const STAYS_PERMANENT_NOTE: &str = "It says that the machine is permanently activated.";
/// Nothing to do for this product; how to see its state again.
pub const SEE_STATE: &str = "Nothing to do. To see the state again";
/// A state that the paste does not show.
pub const SHOW_STATE: &str =
    "This text does not show the license state; show everything about the product";
/// An Activation ID that the paste does not show.
pub const FIND_ID: &str = "Find the Activation ID first: this product's commands need it";
/// Beside it.
pub const FIND_ID_NOTE: &str =
    "Without the Activation ID the other commands would act on Windows itself.";
/// Volume client.
pub const ASK_HOST: &str = "Try to activate now";
/// Beside it.
pub const ASK_HOST_NOTE: &str = "The error code in the answer tells more than the state. 0xC004F074: no host was reached. 0xC004F038: a host \
     answered, but its count is too low.";
/// Volume client with a lapse in sight.
pub const RENEW_NOW: &str = "Try to renew now";
/// SRV records.
pub const FIND_HOST: &str = "See which KMS hosts DNS names";
/// Beside it.
pub const FIND_HOST_NOTE: &str =
    "No record found here proves little: run it on this machine, whose own DNS suffixes count.";
/// Port test.
pub const REACH_HOST: &str = "See whether the KMS host can be reached";
/// Beside it, newer Windows.
pub const REACH_HOST_NOTE: &str = "TcpTestSucceeded should be True.";
/// Beside it, Windows 7 and older.
pub const REACH_HOST_OLD_NOTE: &str =
    "No answer at all means that the port was reached; an error means that it was not.";
/// Beside it, where the host is not known.
pub const REACH_HOST_UNKNOWN_NOTE: &str = "Put in the host that DNS names, or the one that was set; this text does not show it. A port other than 1688 \
     shows in the same place.";
/// Client log.
pub const READ_LOG: &str = "Read what the client asked and what it was answered";
/// Beside it.
pub const READ_LOG_NOTE: &str =
    "In event 12288 stand the result code and the host that was really asked.";
/// A registered host.
pub const UNPIN: &str = "Only if the registered host is the wrong one: forget it and ask DNS again";
/// On line.
pub const ACTIVATE_ONLINE: &str = "Activate on line, if this machine reaches the internet";
/// The Installation ID.
pub const SHOW_IID: &str = "Else by telephone: show the Installation ID";
/// Deposit the Confirmation ID.
pub const DEPOSIT_CID: &str = "By telephone: put in the Confirmation ID that you were given";
/// Beside it for Office.
pub const DEPOSIT_CID_OFFICE_NOTE: &str = "It is tried on every Office product that has a key; failures for the others are normal. Restart open Office \
     programs afterwards.";
/// The telephone number.
pub const SHOW_NUMBER: &str =
    "Else by telephone: this window shows the number and leads through it";
/// Key.
pub const INSTALL_KEY: &str = "Only if this product is to be used here: install its product key";
/// Beside it.
pub const INSTALL_KEY_NOTE: &str =
    "The key stays in the history of the prompt. A KMS host key belongs on KMS hosts only.";
/// Activation after a key.
pub const ACTIVATE_AFTER_KEY: &str = "Then activate it on line";
/// Non-genuine.
pub const REPLACE_KEY: &str = "Install a key of known origin, if the present one is in doubt";
/// Office.
pub const ACTIVATE_OFFICE: &str = "Activate Office now";
/// Beside it.
pub const ACTIVATE_OFFICE_NOTE: &str =
    "Restart open Office programs afterwards; they show the new state only then.";
/// Read the count again.
pub const READ_COUNT: &str = "Read the current count again, after clients have asked";
/// Beside it, for Windows.
pub const READ_COUNT_NOTE: &str = "5 computers have to be counted before a Windows Server is activated, 25 before a Windows client is.";
/// Beside it, for Office.
pub const READ_COUNT_OFFICE_NOTE: &str =
    "5 Office installations have to be counted before the first one is activated.";
/// Host log.
pub const READ_HOST_LOG: &str = "See who asked this host lately";
/// Firewall.
pub const CHECK_FIREWALL: &str = "See whether the firewall of this host lets clients in";
/// Beside it.
pub const CHECK_FIREWALL_NOTE: &str = "The rule exists on a host, but it is not switched on by itself. It is about the default port, 1688.";
/// SRV record of a host.
pub const CHECK_PUBLISHED: &str = "See whether DNS names this host";
/// Beside it, publishing off.
pub const CHECK_PUBLISHED_OFF_NOTE: &str = "DNS publishing is disabled on this host: the record has to be made by hand, or clients have to be told the host.";
/// Run it there.
pub const ON_CLIENT: &str = "a client of this host";
/// Evaluation.
pub const LIST_EDITIONS: &str = "See which editions this evaluation can become";
/// Evaluation of a server.
pub const SET_EDITION: &str = "Change to a full edition, with a key of that edition";
/// Beside it.
pub const SET_EDITION_NOTE: &str =
    "Take a backup first, and read the vendor's page on the change of your edition.";
/// Virtual machine.
pub const ASK_HYPERV: &str = "Ask the Hyper-V host again";
/// AVMA log.
pub const READ_AVMA_LOG: &str = "Read what the virtual machine asked its Hyper-V host";
/// Subscription.
pub const SUBSCRIPTION_NOTE: &str = "If this is Microsoft 365 Apps: newer versions do not show up here at all, and no KMS host activates them.";
/// Interactive loop.
pub const OSPP_NOTE: &str =
    "For the prompt, not for a batch file (there each % of a loop variable is doubled).";
/// Active Directory.
pub const LIST_OBJECTS: &str = "See which activation objects Active Directory holds";
/// Beside it.
pub const LIST_OBJECTS_NOTE: &str = "This machine is activated by Active Directory: it has to reach a domain controller, and an object for its product has to be there.";
/// Evaluation, over or not activated.
pub const REARM: &str =
    "Or start the evaluation again, while the rearm count is above 0; then restart";
/// Beside it.
pub const REARM_NOTE: &str = "Each rearm lowers the rearm count by one.";
/// Subscription that is not licensed.
pub const LIST_KEYS: &str = "See which keys Office holds, and in which state each is";
/// A KMS host on this very machine.
pub const FIND_LISTENER: &str = "See what answers on the KMS port of this machine";
/// Beside it.
pub const FIND_LISTENER_NOTE: &str = "OwningProcess is the number of the process; on a real KMS host it is the licensing service, sppsvc.";
