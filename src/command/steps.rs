//! The next commands for one product in its state: the few that matter, in order.

use uuid::Uuid;

use super::{Command, Host, split_host};
use crate::{
    card::Step,
    channel::Channel,
    phrase::{Kind, Phrase},
    product::{Era, Family},
    reading::Product,
    state::LicenseStatus,
    suspicion::Suspicion,
    wording::{states::About, steps as say},
};

/// Minutes of 30 days: a volume client with less left has missed many renewals.
const LATE: u32 = 43_200;

/// The next commands for `product`. Empty where nothing has to be done. Claims only what the paste shows: where it does
/// not name a host, the command that would show it comes first and the host stays a placeholder.
pub fn steps(product: &Product<'_>, about: &About) -> Vec<Step> {
    let target = target(product, about);
    let Some(status) = product.license_status else {
        return vec![unread(target)];
    };
    if status == LicenseStatus::Unlicensed && about.in_use == Some(false) {
        return not_in_use(target, about);
    }
    let licensed = status == LicenseStatus::Licensed;
    if licensed && let Some(suspicion) = about.suspicion {
        return look_into(suspicion, product);
    }
    match (target, about.channel) {
        (Target::Lost, _) => vec![step(Command::DlvAll, say::FIND_ID).note(say::FIND_ID_NOTE)],
        (Target::Office, _) => office(product, about, status),
        (Target::Slmgr(id), _) if about.hosts() => {
            if licensed {
                host(product, about, id)
            } else {
                by_key(id)
            }
        }
        (Target::Slmgr(id), Some(Channel::KmsClient)) => client(product, about, id, licensed),
        (Target::Slmgr(id), Some(Channel::Evaluation)) => evaluation(product, about, id, licensed),
        (Target::Slmgr(id), Some(Channel::Avma)) if licensed => {
            vec![step(Command::Dlv(id), say::SEE_STATE)]
        }
        (Target::Slmgr(id), Some(Channel::Avma)) => vec![
            step(Command::Ato(id), say::ASK_HYPERV),
            step(Command::ReadEvent12309, say::READ_AVMA_LOG),
            step(Command::Dlv(id), say::READ_AGAIN),
        ],
        (Target::Slmgr(None), Some(Channel::Mak | Channel::Retail | Channel::Oem))
            if licensed && about.minutes.is_none_or(|minutes| minutes == 0) =>
        {
            vec![step(Command::Xpr, say::STAYS_PERMANENT).note(say::STAYS_PERMANENT_NOTE)]
        }
        (Target::Slmgr(id), _) if licensed => vec![step(Command::Dlv(id), say::SEE_STATE)],
        (Target::Slmgr(None), Some(Channel::Retail | Channel::Oem)) => singly(about, status),
        (Target::Slmgr(id), _) => {
            let mut steps = by_key(id);
            if is_non_genuine(about, status) {
                steps.insert(
                    0,
                    step(Command::Ipk, say::REPLACE_KEY).note(say::INSTALL_KEY_NOTE),
                );
            }
            steps
        }
    }
}

/// Validation found the copy not genuine: the same key will be refused again.
fn is_non_genuine(about: &About, status: LicenseStatus) -> bool {
    status == LicenseStatus::NonGenuineGrace || about.reason == Some(0xC004_F200)
}

/// What the commands of a product act on.
#[derive(Clone, Copy)]
enum Target {
    /// slmgr.vbs, with the Activation ID or (Windows itself) without.
    Slmgr(Option<Uuid>),
    /// OSPP.VBS.
    Office,
    /// slmgr.vbs needs the Activation ID, and the paste does not show it.
    Lost,
}

fn target(product: &Product<'_>, about: &About) -> Target {
    let by_id = match about.family {
        Family::Windows | Family::WindowsServer => return Target::Slmgr(None),
        Family::Office if !about.hosts() => return Target::Office,
        Family::Office | Family::WindowsAddOn | Family::Unknown => product.activation_id,
    };
    by_id.map_or(Target::Lost, |id| Target::Slmgr(Some(id)))
}

fn unread(target: Target) -> Step {
    match target {
        Target::Slmgr(id) => step(Command::Dlv(id), say::SHOW_STATE),
        Target::Office => step(Command::OsppDstatus(None), say::SHOW_STATE).note(say::OSPP_NOTE),
        Target::Lost => step(Command::DlvAll, say::SHOW_STATE),
    }
}

/// Without a key most products are of no concern; hosts and add-ons are what somebody may want to set up.
fn not_in_use(target: Target, about: &About) -> Vec<Step> {
    match target {
        Target::Slmgr(id) if about.hosts() || about.family == Family::WindowsAddOn => vec![
            step(Command::Ipk, say::INSTALL_KEY).note(say::INSTALL_KEY_NOTE),
            step(Command::Ato(id), say::ACTIVATE_AFTER_KEY),
            step(Command::Dlv(id), say::READ_AGAIN),
        ],
        _ => Vec::new(),
    }
}

/// Activated once, by the key itself: KMS host, MAK, add-on, unknown channel.
fn by_key(id: Option<Uuid>) -> Vec<Step> {
    vec![
        step(Command::Ato(id), say::ACTIVATE_ONLINE),
        step(Command::Dti(id), say::SHOW_IID),
        step(Command::Atp(id), say::DEPOSIT_CID),
        step(Command::Dlv(id), say::READ_AGAIN),
    ]
}

/// Retail and OEM Windows.
fn singly(about: &About, status: LicenseStatus) -> Vec<Step> {
    let mut steps = Vec::new();
    if is_non_genuine(about, status) {
        steps.push(step(Command::Ipk, say::REPLACE_KEY).note(say::INSTALL_KEY_NOTE));
    }
    steps.push(step(Command::Ato(None), say::ACTIVATE_ONLINE));
    steps.push(step(Command::Slui4, say::SHOW_NUMBER));
    steps.push(step(Command::Dlv(None), say::READ_AGAIN));
    steps
}

fn host(product: &Product<'_>, about: &About, id: Option<Uuid>) -> Vec<Step> {
    let block = product.kms_host.as_deref().copied().unwrap_or_default();
    let mut steps = vec![
        step(Command::Dlv(id), say::READ_COUNT).note(match about.family {
            Family::Office => say::READ_COUNT_OFFICE_NOTE,
            _ => say::READ_COUNT_NOTE,
        }),
        step(Command::ReadEvent12290, say::READ_HOST_LOG),
    ];
    // The firewall cmdlets came with Windows 8; a host on another port has a rule of its own.
    if !matches!(about.era, Some(Era::Vista | Era::Seven))
        && block.port.is_none_or(|port| port == 1688)
    {
        steps.push(step(Command::FirewallRule, say::CHECK_FIREWALL).note(say::CHECK_FIREWALL_NOTE));
    }
    let published = step(Command::NslookupSrv(None), say::CHECK_PUBLISHED).on(say::ON_CLIENT);
    steps.push(if block.dns_publishing == Some(false) {
        published.note(say::CHECK_PUBLISHED_OFF_NOTE)
    } else {
        published
    });
    steps
}

fn client(product: &Product<'_>, about: &About, id: Option<Uuid>, licensed: bool) -> Vec<Step> {
    let late = about
        .minutes
        .is_some_and(|minutes| minutes > 0 && minutes < LATE);
    if licensed && !late {
        return vec![step(Command::Dlv(id), say::STAYS_RENEWED).note(say::STAYS_RENEWED_NOTE)];
    }
    let why = if licensed {
        say::RENEW_NOW
    } else {
        say::ASK_HOST
    };
    if about.by_directory {
        return vec![
            step(Command::Ato(id), why),
            step(Command::AoList, say::LIST_OBJECTS).note(say::LIST_OBJECTS_NOTE),
            step(Command::ReadEvent12288, say::READ_LOG),
        ];
    }
    let mut steps = vec![step(Command::Ato(id), why).note(say::ASK_HOST_NOTE)];
    look_for_host(&mut steps, product, about, Some(Command::Ckms));
    steps
}

/// What looks for the KMS host of a client, without the step that forgets it.
pub(crate) fn host_steps(product: &Product<'_>, about: &About) -> Vec<Step> {
    let mut steps = Vec::new();
    look_for_host(&mut steps, product, about, None);
    steps
}

/// Which host, is it there, what did it say. A machine with a registered host does not ask DNS.
fn look_for_host(
    steps: &mut Vec<Step>,
    product: &Product<'_>,
    about: &About,
    unpin: Option<Command<'_>>,
) {
    let block = product.kms_client.as_ref();
    let registered = block.and_then(|block| block.registered_host.as_deref());
    let from_dns = block.and_then(|block| block.host_from_dns.as_deref());
    if registered.is_none() {
        let domain = block
            .and_then(|block| block.lookup_domain.as_deref())
            .map(Host::new);
        steps.push(step(Command::NslookupSrv(domain), say::FIND_HOST).note(say::FIND_HOST_NOTE));
    }
    let (host, port) = registered.or(from_dns).map_or(("", None), split_host);
    let host = Host::new(host);
    let old = matches!(about.era, Some(Era::Vista | Era::Seven));
    let note = match (host.is_known(), old) {
        (false, _) => say::REACH_HOST_UNKNOWN_NOTE,
        (true, false) => say::REACH_HOST_NOTE,
        (true, true) => say::REACH_HOST_OLD_NOTE,
    };
    let test = Command::TestPort {
        host,
        port: port.unwrap_or(1688),
        old,
    };
    steps.push(step(test, say::REACH_HOST).note(note));
    steps.push(step(Command::ReadEvent12288, say::READ_LOG).note(say::READ_LOG_NOTE));
    if let Some(unpin) = unpin.filter(|_| registered.is_some()) {
        steps.push(step(unpin, say::UNPIN));
    }
}

/// An activation that looks odd: what answers, and where the host came from.
pub(crate) fn look_into(suspicion: Suspicion, product: &Product<'_>) -> Vec<Step> {
    let block = product.kms_client.as_ref();
    let registered = block.is_some_and(|block| block.registered_host.is_some());
    let mut steps = match suspicion {
        Suspicion::LoopbackHost => {
            let host = block.and_then(|block| {
                block
                    .registered_host
                    .as_deref()
                    .or(block.host_from_dns.as_deref())
            });
            let port = host.and_then(|host| split_host(host).1).unwrap_or(1688);
            vec![step(Command::Listener(port), say::FIND_LISTENER).note(say::FIND_LISTENER_NOTE)]
        }
        Suspicion::PublicHost => {
            vec![step(Command::NslookupSrv(None), say::FIND_HOST).note(say::FIND_HOST_NOTE)]
        }
        Suspicion::TooManyMinutes => Vec::new(),
    };
    steps.push(step(Command::ReadEvent12288, say::READ_LOG).note(say::READ_LOG_NOTE));
    if registered {
        steps.push(step(Command::Ckms, say::UNPIN));
    }
    steps
}

fn evaluation(product: &Product<'_>, about: &About, id: Option<Uuid>, licensed: bool) -> Vec<Step> {
    let mut steps = vec![step(Command::DismTargetEditions, say::LIST_EDITIONS)];
    if about.family == Family::WindowsServer {
        steps.push(step(Command::DismSetEdition, say::SET_EDITION).note(say::SET_EDITION_NOTE));
    }
    if !licensed {
        if product.remaining_windows_rearm_count != Some(0) {
            steps.insert(0, step(Command::Rearm, say::REARM).note(say::REARM_NOTE));
        }
        steps.insert(0, step(Command::Ato(id), say::ACTIVATE_ONLINE));
    }
    steps.push(step(Command::Dlv(id), say::READ_AGAIN));
    steps
}

fn office(product: &Product<'_>, about: &About, status: LicenseStatus) -> Vec<Step> {
    let folder = about.office_folder;
    let status_again = |why| step(Command::OsppDstatus(folder), why).note(say::OSPP_NOTE);
    let licensed = status == LicenseStatus::Licensed;
    let late = about
        .minutes
        .is_some_and(|minutes| minutes > 0 && minutes < LATE);
    let activate =
        step(Command::OsppAct(folder), say::ACTIVATE_OFFICE).note(say::ACTIVATE_OFFICE_NOTE);
    match about.channel {
        Some(Channel::Subscription) => {
            let why = if licensed {
                say::SEE_STATE
            } else {
                say::LIST_KEYS
            };
            vec![step(Command::OsppDstatus(folder), why).note(say::SUBSCRIPTION_NOTE)]
        }
        Some(Channel::KmsClient) if licensed && !late => {
            vec![
                step(Command::OsppDstatus(folder), say::STAYS_RENEWED)
                    .note(say::STAYS_RENEWED_NOTE),
            ]
        }
        _ if licensed && !late => vec![status_again(say::SEE_STATE)],
        Some(Channel::KmsClient) => {
            let mut steps = vec![activate];
            look_for_host(
                &mut steps,
                product,
                about,
                Some(Command::OsppRemhst(folder)),
            );
            steps
        }
        Some(Channel::Mak) => vec![
            activate,
            step(Command::OsppDinstid(folder), say::SHOW_IID),
            step(Command::OsppActcid(folder), say::DEPOSIT_CID).note(say::DEPOSIT_CID_OFFICE_NOTE),
            status_again(say::READ_AGAIN),
        ],
        _ => vec![activate, status_again(say::READ_AGAIN)],
    }
}

fn step(command: Command<'_>, why: &'static str) -> Step {
    let shell = command.shell();
    Step {
        why: Phrase::from(why),
        tagged: Phrase::new().value(Kind::Command, command.line(shell)),
        command: command.line(shell),
        shell,
        elevated: command.elevated(),
        on: None,
        note: None,
    }
}

impl Step {
    /// The step that types `command`.
    pub(crate) fn of(command: Command<'_>, why: &'static str) -> Step {
        step(command, why)
    }

    /// The same with what to look for, or a warning.
    pub(crate) fn note(self, note: &'static str) -> Step {
        Step {
            note: Some(note.into()),
            ..self
        }
    }

    /// The same on another machine than the one that printed the output.
    pub(crate) fn on(self, machine: &'static str) -> Step {
        Step {
            on: Some(machine),
            ..self
        }
    }
}
