//! Licences as a machine may hold them, thrown by dice: each die stands for one choice, and 0 for the plainest one, so
//! that proptest shrinks a failing machine to a plain one.
//!
//! Source: the output grammar gathered for this project, sections 2 to 6 and 11.

use activation_desk::{channel::Channel, state::LicenseStatus};
use uuid::Uuid;

use super::dice::{Dice, Moment};

/// Which scripts stand on the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Generation {
    /// Vista, 7, 2008, 2008 R2.
    Seven,
    /// 8 and 2012.
    Eight,
    /// 8.1, 2012 R2 and all later ones.
    Ten,
}

/// A machine with its licences.
#[derive(Clone, Debug)]
pub struct Machine {
    /// Which scripts it has.
    pub generation: Generation,
    /// Version of the licensing service.
    pub version: String,
    /// How it writes dates: index in `dice::STYLES`.
    pub style: usize,
    /// Its licences.
    pub licences: Vec<Licence>,
    /// Dice for the writers' own choices (wrapping, frames).
    pub taste: [u32; 4],
}

/// One licence.
#[derive(Clone, Debug)]
pub struct Licence {
    pub channel: Channel,
    pub office: bool,
    pub name: String,
    pub description: String,
    pub family: String,
    pub info: Option<String>,
    pub id: Uuid,
    pub key: Option<Key>,
    /// Processor, machine, use license, product key, validation.
    pub urls: [Option<String>; 5],
    pub status: LicenseStatus,
    pub minutes: u32,
    /// WMI's reason, 0 for none.
    pub reason: u32,
    pub evaluation_end: Option<Moment>,
    /// Windows, app, SKU.
    pub rearms: [u32; 3],
    pub trusted: Option<Moment>,
    pub activation_type: usize,
    pub recent: Recent,
    pub client: Client,
    pub iaid: Option<String>,
    pub avma_host: Option<String>,
    pub host: Option<Host>,
    /// When it runs out, as /xpr says.
    pub runs_out: Moment,
}

/// What comes with a product key.
#[derive(Clone, Debug)]
pub struct Key {
    pub extended_pid: String,
    pub product_id: String,
    pub channel: String,
    pub installation_id: String,
    pub ending: String,
}

/// How a KMS client was last activated.
#[derive(Clone, Debug)]
pub enum Recent {
    Kms,
    Ad {
        name: String,
        dn: String,
        pid: String,
        id: Uuid,
    },
    Token {
        ilid: Uuid,
        ilvid: u32,
        grant: u32,
        thumbprint: String,
    },
}

/// The client's side of KMS.
#[derive(Clone, Debug)]
pub struct Client {
    pub cmid: Uuid,
    pub lookup_domain: Option<String>,
    pub registered: Option<(String, u32)>,
    pub discovered: Option<(String, u32)>,
    pub address: Option<String>,
    pub host_pid: Option<String>,
    pub intervals: (u32, u32),
    pub caching: bool,
}

/// The host's side of KMS.
#[derive(Clone, Debug)]
pub struct Host {
    pub count: u32,
    pub port: u32,
    pub dns: bool,
    pub low: bool,
    pub requests: Option<[u32; 8]>,
}

/// Channel, whether of Office, name, description, family, channel of the key.
type Kind = (
    Channel,
    bool,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const ESU: &str = "Windows(R), Client-ESU-Year1 add-on for Education,EducationN,Enterprise,EnterpriseN,IoTEnterprise,Professional,ProfessionalEducation,ProfessionalEducationN,ProfessionalN,ProfessionalWorkstation,ProfessionalWorkstationN edition";

#[rustfmt::skip]
const KINDS: [Kind; 28] = [
    (Channel::Retail, false, "Windows(R), Professional edition", "Windows(R) Operating System, RETAIL channel", "Professional", "Retail"),
    (Channel::KmsClient, false, "Windows(R), Enterprise edition", "Windows(R) Operating System, VOLUME_KMSCLIENT channel", "Enterprise", "Volume:GVLK"),
    (Channel::KmsClient, true, "Office 16, Office16ProPlusVL_KMS_Client edition", "Office 16, VOLUME_KMSCLIENT channel", "Office16ProPlusVL_KMS_Client", "Volume:GVLK"),
    (Channel::KmsHost, false, "Windows(R), ServerStandard edition", "Windows(R) Operating System, VOLUME_KMS_WS16 channel", "ServerStandard", "Volume:CSVLK"),
    (Channel::Mak, false, ESU, "Windows(R) Operating System, VOLUME_MAK channel", "Client-ESU-Year1", "Volume:MAK"),
    (Channel::Mak, true, "Office 16, Office16StandardVL_MAK edition", "Office 16, VOLUME_MAK channel", "Office16StandardVL_MAK", "Volume:MAK"),
    (Channel::KmsHost, true, "Office 16, OfficeKMSHostVL_KMS_Host edition", "Office 16, VOLUME_KMS channel", "OfficeKMSHostVL_KMS_Host", "Volume:CSVLK"),
    (Channel::Evaluation, false, "Windows(R), ServerStandardEval edition", "Windows(R) Operating System, TIMEBASED_EVAL channel", "ServerStandardEval", "Retail:TB:Eval"),
    (Channel::Oem, false, "Windows(R), Core edition", "Windows(R) Operating System, OEM_DM channel", "Core", "OEM:DM"),
    (Channel::Avma, false, "Windows(R), ServerDatacenter edition", "Windows(R) Operating System, VIRTUAL_MACHINE_ACTIVATION channel", "ServerDatacenter", "VT:IA"),
    (Channel::Subscription, true, "Office 16, Office16O365ProPlusR_Subscription1 edition", "Office 16, TIMEBASED_SUB channel", "Office16O365ProPlusR_Subscription1", "Retail:TB:Sub"),
    (Channel::Retail, true, "Office 16, Office16HomeBusinessR_Retail edition", "Office 16, RETAIL channel", "Office16HomeBusinessR_Retail", "Retail"),
    (Channel::Retail, true, "Office 16, Office16ProPlusR_Grace edition", "Office 16, RETAIL(Grace) channel", "Office16ProPlusR_Grace", "Retail"),
    (Channel::Mak, true, "Office 21, Office21VisioPro2021VL_MAK_AE edition", "Office 21, RETAIL(MAK) channel", "Office21VisioPro2021VL_MAK_AE", "Retail:MAK"),
    (Channel::KmsClient, true, "Office 24, Office24ProPlus2024VL_KMS_Client_AE edition", "Office 24, VOLUME_KMSCLIENT channel", "Office24ProPlus2024VL_KMS_Client_AE", "Volume:GVLK"),
    (Channel::KmsClient, true, "Office 15, OfficeProPlusVL_KMS_Client edition", "Office 15, VOLUME_KMSCLIENT channel", "OfficeProPlusVL_KMS_Client", "Volume:GVLK"),
    (Channel::KmsClient, false, "Windows(R) 7, Enterprise edition", "Windows Operating System - Windows(R) 7, VOLUME_KMSCLIENT channel", "Enterprise", "Volume:GVLK"),
    (Channel::Mak, false, "Windows(R), Professional edition", "Windows(R) Operating System, VOLUME_MAK channel", "Professional", "Volume:MAK"),
    (Channel::Mak, false, "Windows(R) 7, Client-ESU-Year2 add-on for Enterprise,EnterpriseE,EnterpriseN,Professional,ProfessionalE,ProfessionalN,Ultimate,UltimateE,UltimateN edition", "Windows Operating System - Windows(R) 7, VOLUME_MAK channel", "Client-ESU-Year2", "Volume:MAK"),
    (Channel::Oem, false, "Windows(R), CoreSingleLanguage edition", "Windows(R) Operating System, OEM_COA_NSLP channel", "CoreSingleLanguage", "OEM:NONSLP"),
    (Channel::Oem, false, "Windows(TM) Vista, Business edition", "Windows Operating System - Vista, OEM_SLP channel", "Business", "OEM:SLP"),
    (Channel::KmsHost, false, "Windows Server(R), ServerStandard edition", "Windows Operating System - Windows Server(R), VOLUME_KMS_R2_C channel", "ServerStandard", "Volume:CSVLK"),
    (Channel::KmsHost, true, "Office 24, Office24KMSHostVL_KMS_Host_AE edition", "Office 24, VOLUME_KMS channel", "Office24KMSHostVL_KMS_Host_AE", "Volume:CSVLK"),
    (Channel::Evaluation, false, "Windows(R), EnterpriseEval edition", "Windows(R) Operating System, TIMEBASED_EVAL channel", "EnterpriseEval", "Retail:TB:Eval"),
    (Channel::Subscription, true, "Office 15, OfficeProPlusSubR_Subscription edition", "Office 15, TIMEBASED_SUB channel", "OfficeProPlusSubR_Subscription", "Retail:TB:Sub"),
    (Channel::KmsClient, false, "Windows(R), ServerDatacenter edition", "Windows(R) Operating System, VOLUME_KMSCLIENT channel", "ServerDatacenter", "Volume:GVLK"),
    (Channel::KmsClient, false, "Windows(R), IoTEnterpriseS edition", "Windows(R) Operating System, VOLUME_KMSCLIENT channel", "IoTEnterpriseS", "Volume:GVLK"),
    (Channel::Mak, true, "Office 19, Office19ProPlus2019VL_MAK_AE edition", "Office 19, RETAIL(MAK) channel", "Office19ProPlus2019VL_MAK_AE", "Volume:MAK"),
];

const HOSTS: [&str; 8] = [
    "kms01.example.com",
    "KMS01",
    "192.0.2.10",
    "[2001:db8::10]",
    "kms-01.corp.example.net",
    "localhost",
    "win-8f3k2l1m0n9.ad.example.org",
    "kms_backup.example.com",
];

/// What a machine's licences are limited to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    Anything,
    Office,
}

pub fn licence(dice: &mut Dice<'_>, generation: Generation, only: Only, number: u128) -> Licence {
    let mut kinds = KINDS.iter().filter(|kind| {
        let fits = generation != Generation::Seven || kind.0 != Channel::Avma;
        fits && (only == Only::Anything || kind.1)
    });
    let count = kinds.clone().count();
    let kind = kinds.nth(dice.roll(count)).expect("a kind");
    let &(channel, office, name, description, family, key_channel) = kind;
    let id = Uuid::from_u128(0x81671aaf_79d1_4eb1_b004_8cbbe173afea ^ dice.wide() ^ number);
    let in_use = only == Only::Office || dice.roll(6) != 5;
    let key = key(dice, key_channel);
    let seven = generation == Generation::Seven;
    let urls = urls(dice, seven);
    let status = match dice.roll(12) {
        n @ 1..7 => LicenseStatus::ALL[n],
        _ => LicenseStatus::Licensed,
    };
    let status = if in_use {
        status
    } else {
        LicenseStatus::Unlicensed
    };
    let reason = reason(dice, status);
    let minutes = minutes(dice, status, channel);
    let evaluation_end = dice.moment();
    let ends = dice.roll(3) == 1 || channel == Channel::Evaluation;
    let rearms = [dice.count(1001), dice.count(1001), dice.count(1001)];
    let (trusted, tells_time) = (dice.moment(), dice.roll(8) != 7);
    let info = (dice.roll(16) == 15).then(|| "Issued for the lab in building 7".to_owned());
    Licence {
        channel,
        office,
        name: name.to_owned(),
        description: description.to_owned(),
        family: family.to_owned(),
        info,
        id,
        key: in_use.then_some(key),
        urls: if channel == Channel::KmsClient || channel == Channel::Avma {
            Default::default()
        } else {
            urls
        },
        status,
        minutes,
        reason,
        evaluation_end: (ends && status != LicenseStatus::Unlicensed).then_some(evaluation_end),
        rearms,
        trusted: tells_time.then_some(trusted),
        activation_type: dice.roll(4),
        recent: recent(dice, generation),
        client: client(dice, seven),
        iaid: (dice.roll(3) != 2)
            .then(|| format!("{:032x}", 0x5f0f9a3b7c1d4e6f8a9b0c1d2e3f4051 ^ dice.wide())),
        avma_host: (dice.roll(3) != 2).then(|| "hyperv01.example.com".to_owned()),
        host: (channel == Channel::KmsHost).then(|| host(dice)),
        runs_out: dice.moment(),
    }
}

fn minutes(dice: &mut Dice<'_>, status: LicenseStatus, channel: Channel) -> u32 {
    let some = dice.count(259_200);
    match status {
        LicenseStatus::Unlicensed | LicenseStatus::Notification => 0,
        LicenseStatus::Licensed => match channel {
            Channel::Mak | Channel::Retail | Channel::Oem | Channel::KmsHost => 0,
            _ => some.max(1),
        },
        _ => some,
    }
}

fn reason(dice: &mut Dice<'_>, status: LicenseStatus) -> u32 {
    let from = |choices: &[u32], roll: u32| choices[roll as usize % choices.len()];
    let roll = dice.roll(1 << 16) as u32;
    match status {
        LicenseStatus::Unlicensed => from(&[0xC004F014, 0xC004F034], roll),
        LicenseStatus::Licensed => from(&[0, 0x4004F040, 0x4004F401], roll),
        LicenseStatus::OobGrace | LicenseStatus::OotGrace => from(&[0x4004F00C, 0], roll),
        LicenseStatus::Notification => from(
            &[
                0xC004F009, 0xC004F200, 0xC004F056, 0xC004F00F, 0xC004F034, 0xC004E028, 0x8007000D,
            ],
            roll,
        ),
        _ => 0x4004F00D,
    }
}

fn key(dice: &mut Dice<'_>, channel: &str) -> Key {
    const LETTERS: &[u8] = b"BCDFGHJKMPQRTVWXY2346789";
    let (pid, product_id) = (dice.pid(), dice.wide());
    let groups = if dice.roll(3) == 1 { 6 } else { 7 };
    let seed = dice.roll(1 << 30);
    let mut ending = String::new();
    for place in [3, 11, 17, 20, 9] {
        ending.push(char::from(
            LETTERS[(place + dice.roll(LETTERS.len())) % LETTERS.len()],
        ));
    }
    Key {
        extended_pid: pid,
        product_id: format!(
            "{:05}-{:05}-{:05}-AA{:03}",
            330 + product_id % 1000,
            80000 + product_id / 1000 % 9999,
            product_id / 7 % 10000,
            product_id / 3 % 1000
        ),
        channel: channel.to_owned(),
        installation_id: installation_id(seed as u64, groups),
        ending,
    }
}

/// Nine groups, each closed by its check digit: the sum of the others, every second one counted twice, modulo 7.
fn installation_id(seed: u64, digits: usize) -> String {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut id = String::new();
    for _ in 0..9 {
        let mut sum = 0;
        for place in 0..digits - 1 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let digit = (state >> 33) as u8 % 10;
            sum += u32::from(digit) * if place % 2 == 1 { 2 } else { 1 };
            id.push(char::from(b'0' + digit));
        }
        id.push(char::from(b'0' + (sum % 7) as u8));
    }
    id
}

fn urls(dice: &mut Dice<'_>, seven: bool) -> [Option<String>; 5] {
    let link = |id: u32| Some(format!("http://go.microsoft.com/fwlink/?LinkID={id}"));
    if seven {
        return [link(88338), link(88339), link(88341), link(88340), None];
    }
    let endings = ["Retail", "o14", "o16", "DLC"];
    let server = "https://activation-v2.sls.microsoft.com/SLActivateProduct/SLActivateProduct.asmx";
    let ending = endings[dice.roll(endings.len())];
    let validation = if dice.roll(4) == 3 {
        "https://go.microsoft.com/fwlink/p/?LinkID=187557"
    } else {
        "https://validation-v2.sls.microsoft.com/SLWGA/slwga.asmx"
    };
    [
        None,
        None,
        Some(format!("{server}?configextension={ending}")),
        None,
        Some(validation.to_owned()),
    ]
}

fn recent(dice: &mut Dice<'_>, generation: Generation) -> Recent {
    let (which, id, ilid) = (dice.roll(8), dice.wide(), dice.wide());
    let (pid, small) = (dice.pid(), dice.count(40));
    match which {
        6 if generation != Generation::Seven => {
            let name = ["Windows hosts", "Activation-Object 2, R&D site"][small as usize % 2];
            let in_dn = name.replace(',', "\\,");
            Recent::Ad {
                name: name.to_owned(),
                dn: format!(
                    "CN={in_dn},CN=Activation Objects,CN=Microsoft SPP,CN=Services,CN=Configuration,DC=example,DC=com"
                ),
                pid,
                id: Uuid::from_u128(0x78956395_5ea9_4f8b_93f1_9f8aa5a8a1b1 ^ id),
            }
        }
        7 => Recent::Token {
            ilid: Uuid::from_u128(0x11111111_2222_4333_8444_555555555555 ^ ilid),
            ilvid: small,
            grant: small / 2,
            thumbprint: format!("{:040X}", 0x8a1b2c3d4e5f60718293a4b5c6d7e8f9 ^ id),
        },
        _ => Recent::Kms,
    }
}

fn client(dice: &mut Dice<'_>, seven: bool) -> Client {
    let cmid = Uuid::from_u128(0x5d2f84a6_1b3c_4d7e_9f80_a1b2c3d4e5f6 ^ dice.wide());
    let domain = (dice.roll(6) == 5 && !seven).then(|| "example.com".to_owned());
    let ports = [1688, 0, 1689, 443];
    let registered = (
        HOSTS[dice.roll(HOSTS.len())].to_owned(),
        ports[dice.roll(4)],
    );
    let discovered = (HOSTS[dice.roll(2)].to_owned(), [1688, 1700][dice.roll(2)]);
    let addresses = [
        "192.0.2.10",
        "2001:db8::10",
        "198.51.100.7",
        "fe80::215:5dff:fe01:2%12",
    ];
    let address = addresses[dice.roll(addresses.len())].to_owned();
    let (has, pid) = (dice.roll(32), dice.pid());
    Client {
        cmid,
        lookup_domain: domain,
        registered: (has & 3 == 1).then_some(registered),
        discovered: (has & 4 == 0).then_some(discovered),
        address: (has & 8 == 0 && !seven).then_some(address),
        host_pid: (has & 16 == 0).then_some(pid),
        intervals: (
            [120, 15, 43_200][dice.roll(3)],
            [10_080, 60, 43_200][dice.roll(3)],
        ),
        caching: dice.roll(2) == 0,
    }
}

fn host(dice: &mut Dice<'_>) -> Host {
    let count = dice.count(50);
    let flags = dice.roll(16);
    let requests = [(); 8].map(|()| dice.count(100_000));
    Host {
        count,
        port: if flags & 1 == 0 { 1688 } else { 1689 },
        dns: flags & 2 == 0,
        low: flags & 4 != 0,
        requests: (flags & 8 == 0).then_some(requests),
    }
}
