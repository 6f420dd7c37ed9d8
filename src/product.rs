//! What a product is, judged from its printed name, description and Activation ID: family, generation, edition.

use std::borrow::Cow;

use crate::{
    channel::Channel,
    command::OfficeFolder,
    id::extended_pid,
    kb::{
        activation_id::{self, KnownActivationId},
        application_id, build,
    },
    reading::Product,
};

/// The family a product belongs to; it decides which tool and which rules apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// Windows client.
    Windows,
    /// Windows Server.
    WindowsServer,
    /// An add-on to Windows, such as Extended Security Updates.
    WindowsAddOn,
    /// Office, Project or Visio.
    Office,
    /// Not known.
    Unknown,
}

impl Family {
    /// Whether Windows' rules apply.
    pub const fn is_windows(self) -> bool {
        matches!(
            self,
            Family::Windows | Family::WindowsServer | Family::WindowsAddOn
        )
    }
}

/// The era of rules a product lives under, as far as the output shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Era {
    /// Vista, Server 2008.
    Vista,
    /// Windows 7, Server 2008 R2.
    Seven,
    /// Windows 8 and later, Server 2012 and later.
    EightOrLater,
}

/// What a product is, as far as the paste shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Identity {
    /// The family.
    pub family: Family,
    /// The era of Windows rules.
    pub era: Option<Era>,
    /// The generation in words: "Windows 11 24H2 (LTSC 2024)", "Office 2016".
    pub generation: Option<Cow<'static, str>>,
    /// The edition in words: "Professional", "Professional Plus".
    pub edition: Option<Cow<'static, str>>,
    /// The folder of OSPP.VBS for this Office.
    pub office_folder: Option<OfficeFolder>,
    /// The catalogue's entry of the Activation ID.
    pub known: Option<&'static KnownActivationId>,
}

/// Judges what a product is. `service_version`: "Software licensing service version", which tells the build that runs now;
/// the Extended PID tells the build on which the key was installed.
pub fn identify(product: &Product<'_>, service_version: Option<&str>) -> Identity {
    let known = product.activation_id.and_then(activation_id::find);
    let name = product.name.as_deref().unwrap_or_default();
    let description = product.description.as_deref().unwrap_or_default();
    let family = family(product, known, name, description);
    let running = running_build(product, service_version);
    let build = running.map(|(build, _)| build);
    let generation = generation(family, known, name, description, running)
        .map(|generation| without_servicing(generation, name));
    Identity {
        family,
        era: era(product, name, description, build),
        office_folder: (family == Family::Office)
            .then(|| office_folder(generation.as_deref()))
            .flatten(),
        edition: edition(family, known, name),
        generation,
        known,
    }
}

fn family(
    product: &Product<'_>,
    known: Option<&KnownActivationId>,
    name: &str,
    description: &str,
) -> Family {
    if known.is_some_and(|known| known.add_on) || name.contains("add-on") || name.contains("-ESU-")
    {
        return Family::WindowsAddOn;
    }
    let by_application = product
        .application_id
        .or(known.map(|known| known.application_id))
        .and_then(application_id::find);
    let words = [name, description, known.map_or("", |known| known.product)];
    let says = |word: &str| words.iter().any(|text| text.contains(word));
    match by_application.map(|known| known.family) {
        Some(Family::Office) => Family::Office,
        None if says("Office") || says("Visio") || says("Project") => Family::Office,
        Some(_) if says("Server") => Family::WindowsServer,
        None if says("Windows") && says("Server") => Family::WindowsServer,
        Some(family) => family,
        None if says("Windows") => Family::Windows,
        // Windows 8.1 and later print both counts for Windows itself, and another one for other applications.
        None if product.remaining_windows_rearm_count.is_some()
            && product.remaining_sku_rearm_count.is_some() =>
        {
            Family::Windows
        }
        None => Family::Unknown,
    }
}

/// Behind a generation that may be a later one.
const OR_LATER: &str = " or later";
/// Behind a generation that only the key's installation tells.
const WHEN_KEYED: &str = " when the key was installed";

impl Identity {
    /// The generation as far as it is beyond doubt: "Windows 11" of "Windows 11 24H2 or later".
    pub fn certain_generation(&self) -> Option<&str> {
        let generation = self.generation.as_deref()?;
        if generation.ends_with(WHEN_KEYED) {
            return Some("Windows 10 or 11");
        }
        match generation.strip_suffix(OR_LATER) {
            // "Windows 11" is certain, the version behind it is not.
            Some(version) => Some(
                version
                    .match_indices(' ')
                    .nth(1)
                    .map_or(version, |(at, _)| &version[..at]),
            ),
            None => Some(generation),
        }
    }
}

/// Versions that share one licensing service: it reports the first build of the row for all of them.
const SHARED_SERVICES: [(u32, u32); 4] = [
    (18362, 18363),
    (19041, 19045),
    (22621, 22631),
    (26100, 26200),
];

/// How much a build says of the Windows that runs now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tells {
    /// It is the build that runs.
    Exactly,
    /// A later version may run, which the service's version would not tell.
    OrLater,
    /// It is the build on which the key was installed; Windows 10 and 11 are upgraded under the same key.
    WhenKeyed,
}

/// The build that runs, from the service's version, else the one on which the key was installed.
fn running_build(product: &Product<'_>, service_version: Option<&str>) -> Option<(u32, Tells)> {
    let service =
        service_version.and_then(|version| version.split('.').nth(2)?.parse::<u32>().ok());
    let pid = product
        .extended_pid
        .as_deref()
        .and_then(|pid| extended_pid::parse(pid).ok()?.build);
    let Some(service) = service else {
        return pid.map(|build| {
            let upgradable = (10_240..).contains(&build);
            (
                build,
                if upgradable {
                    Tells::WhenKeyed
                } else {
                    Tells::Exactly
                },
            )
        });
    };
    let shared = SHARED_SERVICES.iter().find(|(first, _)| *first == service);
    Some(match (shared, pid) {
        (Some((first, last)), Some(pid)) if (*first..=*last).contains(&pid) => (
            pid,
            if pid < *last {
                Tells::OrLater
            } else {
                Tells::Exactly
            },
        ),
        (Some(_), _) => (service, Tells::OrLater),
        (None, _) => (service, Tells::Exactly),
    })
}

fn era(product: &Product<'_>, name: &str, description: &str, build: Option<u32>) -> Option<Era> {
    let says = |word: &str| name.contains(word) || description.contains(word);
    let server_2008 = says("Server(R) 2008") && !says("2008 R2");
    if says("Vista") || server_2008 || matches!(build, Some(6000..=6003)) {
        return Some(Era::Vista);
    }
    if says("Windows(R) 7") || says("2008 R2") || matches!(build, Some(7000..=7601)) {
        return Some(Era::Seven);
    }
    let newer_fields = product.product_key_channel.is_some()
        || product.configured_activation_type.is_some()
        || product.validation_url.is_some()
        || product.remaining_sku_rearm_count.is_some()
        || product.remaining_app_rearm_count.is_some();
    (newer_fields || build.is_some_and(|build| build >= 9200)).then_some(Era::EightOrLater)
}

fn generation(
    family: Family,
    known: Option<&'static KnownActivationId>,
    name: &str,
    description: &str,
    running: Option<(u32, Tells)>,
) -> Option<Cow<'static, str>> {
    if family == Family::Office || family == Family::WindowsAddOn {
        return known
            .filter(|_| !is_microsoft_365(name))
            .map(|known| known.generation)
            .or_else(|| office_generation(name, description))
            .map(Cow::Borrowed);
    }
    // The build names the system exactly; an Activation ID often serves several.
    let of_build = running.and_then(|(number, tells)| {
        let build = build::find(number)?;
        match (family, tells) {
            // Servers have one version a build.
            (Family::WindowsServer, _) => build.server.or(build.client).map(Cow::Borrowed),
            (Family::Windows, Tells::Exactly) => build.client.or(build.server).map(Cow::Borrowed),
            (Family::Windows, Tells::OrLater) => build
                .client
                .map(|client| Cow::Owned(format!("{client}{OR_LATER}"))),
            (Family::Windows, Tells::WhenKeyed) => build
                .client
                .map(|client| Cow::Owned(format!("{client}{WHEN_KEYED}"))),
            _ => None,
        }
    });
    let of_name = || {
        known
            .map(|known| known.generation)
            .or_else(|| windows_generation(name, description))
    };
    of_build.or_else(|| of_name().map(Cow::Borrowed))
}

/// "Windows 11 24H2 (LTSC 2024)" says what the long-term edition of that build is called: true of that edition only.
fn without_servicing(generation: Cow<'static, str>, name: &str) -> Cow<'static, str> {
    if name.contains("EnterpriseS") || name.contains("LTSC") || name.contains("LTSB") {
        return generation;
    }
    match generation.split_once(" (LTS") {
        Some((head, tail)) => match tail.split_once(')') {
            Some((_, rest)) => Cow::Owned(format!("{head}{rest}")),
            None => generation,
        },
        None => generation,
    }
}

fn windows_generation(name: &str, description: &str) -> Option<&'static str> {
    const NAMES: [(&str, &str); 4] = [
        ("Vista", "Windows Vista"),
        ("Windows(R) 7", "Windows 7"),
        ("2008 R2", "Windows Server 2008 R2"),
        ("Windows Server(R) 2008", "Windows Server 2008"),
    ];
    NAMES
        .iter()
        .find(|(word, _)| name.contains(word) || description.contains(word))
        .map(|(_, generation)| *generation)
}

fn office_generation(name: &str, description: &str) -> Option<&'static str> {
    if is_microsoft_365(name) {
        return Some("Microsoft 365 Apps");
    }
    const NUMBERS: [(&str, &str); 8] = [
        ("Office 2010", "Office 2010"),
        ("Office 14", "Office 2010"),
        ("Office 15", "Office 2013"),
        ("Office 2013", "Office 2013"),
        ("Office 19", "Office 2019"),
        ("Office 21", "Office LTSC 2021"),
        ("Office 24", "Office LTSC 2024"),
        ("Office 16", "Office 2016"),
    ];
    NUMBERS
        .iter()
        .find(|(word, _)| name.contains(word) || description.contains(word))
        .map(|(_, generation)| *generation)
}

/// The folder of OSPP.VBS for a generation of Office.
pub(crate) fn office_folder(generation: Option<&str>) -> Option<OfficeFolder> {
    let generation = generation?;
    Some(if generation.contains("2010") {
        OfficeFolder::Office14
    } else if generation.contains("2013") {
        OfficeFolder::Office15
    } else {
        OfficeFolder::Office16
    })
}

/// Subscriptions carry the old name of the service in theirs.
fn is_microsoft_365(name: &str) -> bool {
    name.contains("O365")
}

/// What the licensing service calls an edition, and what everybody else does (names of DISM's editions and of the shops).
const EDITIONS: [(&str, &str); 8] = [
    ("Core", "Home"),
    ("CoreN", "Home N"),
    ("CoreSingleLanguage", "Home Single Language"),
    ("EnterpriseS", "Enterprise LTSC"),
    ("EnterpriseSN", "Enterprise LTSC N"),
    ("HomeBasic", "Home Basic"),
    ("HomePremium", "Home Premium"),
    ("ProfessionalWorkstation", "Pro for Workstations"),
];

/// The edition: the catalogue's word for it, else the printed name without its head and the word "edition".
fn edition(
    family: Family,
    known: Option<&'static KnownActivationId>,
    name: &str,
) -> Option<Cow<'static, str>> {
    if let Some(known) = known.filter(|known| family == Family::Office || known.add_on) {
        // A host key is for a whole generation, not for an edition of it.
        return (known.channel != Channel::KmsHost).then_some(Cow::Borrowed(known.edition));
    }
    let tail = name.split_once(',').map_or(name, |(_, tail)| tail).trim();
    let tail = tail.strip_suffix("edition").unwrap_or(tail).trim();
    let tail = tail.split_once(" add-on").map_or(tail, |(head, _)| head);
    let tail = tail
        .strip_prefix("Server")
        .filter(|rest| !rest.is_empty())
        .map_or(tail, str::trim_start);
    if let Some((_, words)) = EDITIONS.iter().find(|(edition, _)| *edition == tail) {
        return Some(Cow::Borrowed(words));
    }
    match tail.strip_suffix("Eval") {
        Some(edition) => Some(Cow::Owned(format!("{edition} evaluation"))),
        None => (!tail.is_empty()).then(|| Cow::Owned(tail.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    #[track_caller]
    fn identified(
        paste: &str,
        family: Family,
        generation: Option<&str>,
        edition: Option<&str>,
        era: Option<Era>,
    ) {
        let reading = read(paste);
        let version = reading
            .service
            .as_ref()
            .and_then(|service| service.version.as_deref());
        let identity = identify(&reading.products[0], version);
        assert_eq!(identity.family, family, "{paste}");
        assert_eq!(identity.generation.as_deref(), generation, "{paste}");
        assert_eq!(identity.edition.as_deref(), edition, "{paste}");
        assert_eq!(identity.era, era, "{paste}");
    }

    #[test]
    fn products_are_told_by_name_build_and_id() {
        identified(
            "Name: Windows(R) 7, Enterprise edition\nDescription: Windows Operating System - Windows(R) 7, VOLUME_KMSCLIENT channel",
            Family::Windows,
            Some("Windows 7"),
            Some("Enterprise"),
            Some(Era::Seven),
        );
        identified(
            "Name: Windows(TM) Vista, Business edition",
            Family::Windows,
            Some("Windows Vista"),
            Some("Business"),
            Some(Era::Vista),
        );
        identified(
            "Name: Office 24, Office24ProPlus2024VL_KMS_Client_AE edition",
            Family::Office,
            Some("Office LTSC 2024"),
            Some("Office24ProPlus2024VL_KMS_Client_AE"),
            None,
        );
        identified(
            "Software licensing service version: 10.0.20348.1\nName: Windows Server(R), ServerStandard edition",
            Family::WindowsServer,
            Some("Windows Server 2022"),
            Some("Standard"),
            Some(Era::EightOrLater),
        );
        identified(
            "Name: Windows(R), Client-ESU-Year1 add-on for Education,Enterprise edition",
            Family::WindowsAddOn,
            None,
            Some("Client-ESU-Year1"),
            None,
        );
        identified(
            "Name: Windows Server(R) 2008 R2, ServerEnterprise edition",
            Family::WindowsServer,
            Some("Windows Server 2008 R2"),
            Some("Enterprise"),
            Some(Era::Seven),
        );
        identified(
            "Name: Windows(R), EnterpriseS edition\nProduct Key Channel: Volume:GVLK",
            Family::Windows,
            None,
            Some("Enterprise LTSC"),
            Some(Era::EightOrLater),
        );
        identified(
            "Software licensing service version: 6.1.7601.17514\nName: Office 14, OfficeProPlus-KMS_Client edition\nDescription: Office 14, VOLUME_KMSCLIENT channel",
            Family::Office,
            Some("Office 2010"),
            Some("OfficeProPlus-KMS_Client"),
            Some(Era::Seven),
        );
        identified(
            "Name: something else, edition",
            Family::Unknown,
            None,
            None,
            None,
        );
    }
}
