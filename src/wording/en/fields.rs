//! Every field in words: its label, and what it is, what it is good for, what people get wrong.

/// The key of each field that is shown, as in the published shape.
pub const KEYS: &[&str] = &{
    let mut keys = [""; FIELDS.len()];
    let mut at = 0;
    while at < FIELDS.len() {
        keys[at] = FIELDS[at].0;
        at += 1;
    }
    keys
};

/// The field's name as it is shown; empty for a key that is not in [`KEYS`].
pub fn label(key: &str) -> &'static str {
    field(key).map_or("", |field| field.1)
}

/// What the field is, in one to three sentences; empty for a key that is not in [`KEYS`].
pub fn meaning(key: &str) -> &'static str {
    field(key).map_or("", |field| field.2)
}

type Field = (&'static str, &'static str, &'static str);

fn field(key: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.0 == key)
}

/// Key, label, meaning; in the order of the published shape.
const FIELDS: &[Field] = &[
    (
        "generation",
        "Generation",
        "Judged from the Activation ID, the name and the build: the licensing service's version tells the build that runs, else the Extended PID tells the one on which the key was installed.",
    ),
    (
        "edition",
        "Edition",
        "The edition that the licence is for, as the output names it or, for Office, as the catalogue of Activation IDs does.",
    ),
    (
        "name",
        "Name",
        "The product and its edition, as the licensing service calls it. One machine has many products: Windows, Office, add-ons.",
    ),
    (
        "description",
        "Description",
        "The product family and, as its last part, the channel. The channel decides how the product is activated.",
    ),
    (
        "activationId",
        "Activation ID",
        "Names the product and its channel, not the machine: it is the same everywhere. Commands for an Office KMS host or an add-on need it; for Windows itself leave it out. WMI calls it ID, Office's tool SKU ID.",
    ),
    (
        "applicationId",
        "Application ID",
        "Tells whose product it is: one number for all of Windows, another for Office. It is not the Activation ID, and commands rarely ask for it.",
    ),
    (
        "extendedPid",
        "Extended PID",
        "A long product ID that is made when the key is installed; it tells the key's group and serial, the language, the build and the day. The machine and its key can be traced with it, so hide it before you publish it.",
    ),
    (
        "productId",
        "Product ID",
        "The short product ID, also shown in the system settings. It belongs to the key; it is not the key and does not activate anything.",
    ),
    (
        "productKeyChannel",
        "Product key channel",
        "The channel of the installed key, such as Volume:GVLK, Volume:MAK or Retail. Older versions do not print it.",
    ),
    (
        "licenseFamily",
        "License family",
        "The edition in the licensing service's own short words. It helps to tell editions apart whose names look alike.",
    ),
    (
        "installationId",
        "Installation ID",
        "The number for activation by telephone: read it out, get a Confirmation ID back. It belongs to this product on this machine, and a new key or other hardware changes it. It has 54 digits (9 groups of 6) or 63 (9 groups of 7); the last digit of each group checks the others. That check misses a 0 read as 7, a 1 read as 8 and a 2 read as 9 (or the reverse), about one in eighteen single slips, and whole groups that changed places.",
    ),
    (
        "partialProductKey",
        "Partial product key",
        "The last five characters of the installed key. They tell which key is installed; the key can't be made from them. No partial key means no key.",
    ),
    (
        "useLicenseUrl",
        "Use License URL",
        "The vendor's address for activation on line. It is printed even where it is never used, and a proxy or firewall has to let it through only for activation on line.",
    ),
    (
        "validationUrl",
        "Validation URL",
        "The vendor's address for the check whether Windows is genuine. It plays no part in KMS activation.",
    ),
    (
        "processorCertificateUrl",
        "Processor Certificate URL",
        "A vendor's address that Windows 7 and older print. It says nothing on the state of the machine.",
    ),
    (
        "machineCertificateUrl",
        "Machine Certificate URL",
        "A vendor's address that Windows 7 and older print. It says nothing on the state of the machine.",
    ),
    (
        "productKeyCertificateUrl",
        "Product Key Certificate URL",
        "A vendor's address that Windows 7 and older print. It says nothing on the state of the machine.",
    ),
    (
        "additionalInformation",
        "Additional information",
        "Free text that comes with the license; mostly for token-based activation. Usually it is not printed at all.",
    ),
    (
        "trustedTime",
        "Trusted time",
        "The licensing service's own clock at the moment of the output, in local time. It tells when the text was printed; day and month stand in the order of that machine's region.",
    ),
    (
        "evaluationEndDate",
        "Evaluation end date",
        "When an evaluation ends at the latest, in local time. A year of 1601 or before stands for no date.",
    ),
    (
        "channel",
        "Channel",
        "How the license was sold and how it is activated: KMS host, KMS client, MAK, retail, OEM, evaluation and others. It is taken from the description.",
    ),
    (
        "licenseStatus",
        "License status",
        "The state of this product now, one of seven. It is about this product only: Windows can be licensed while Office is not.",
    ),
    (
        "reasonCode",
        "Reason code",
        "Why the product is in its state. Codes that start with 0xC or 0x8 are failures; those that start with 0x4 only inform, so a licensed Office with 0x4004F040 is healthy.",
    ),
    (
        "inUse",
        "In use",
        "Whether a product key is installed for the product. \"Not in use\" is normal for most products of a full list.",
    ),
    (
        "minutesRemaining",
        "Minutes remaining",
        "The time until the activation or grace period ends. Go by the minutes: the printed days are rounded down by older scripts and up by newer ones. A KMS activation has 259,200 minutes (180 days) when it is fresh.",
    ),
    (
        "remainingWindowsRearmCount",
        "Remaining Windows rearm count",
        "How often the timers of Windows can still be set back (slmgr /rearm). Older versions print Windows' own count at Office products too. A rearm activates nothing; it is made for preparing images.",
    ),
    (
        "remainingSkuRearmCount",
        "Remaining SKU rearm count",
        "How often the timer of this one product can still be set back (/rearm-sku).",
    ),
    (
        "remainingAppRearmCount",
        "Remaining App rearm count",
        "How often the timers of this application, such as Office, can still be set back (/rearm-app).",
    ),
    (
        "configuredActivationType",
        "Configured activation type",
        "Which ways of volume activation are allowed: All, AD, KMS or Token. It is a setting, not what happened: the block below it tells how the machine was activated last.",
    ),
    (
        "kmsHost.currentCount",
        "Current count",
        "How many different clients this host has counted in the last 30 days. 25 are needed for Windows clients, 5 for Windows Server, 5 for Office. It does not grow for ever: it ends at 50, or at 10 where only servers or Office ask. 0 after a month of silence is normal.",
    ),
    (
        "kmsHost.port",
        "Listening port",
        "The TCP port at which this host waits for clients; 1688 unless it was changed. The firewall has to let it in.",
    ),
    (
        "kmsHost.dnsPublishing",
        "DNS publishing",
        "Whether the host itself writes its SRV record (_vlmcs._tcp) into DNS. Enabled does not prove that the record is there: the DNS server may have refused it.",
    ),
    (
        "kmsHost.priority",
        "KMS priority",
        "How the service ranks among the programs of this host. Low may starve it on a busy machine. It is not the priority in the SRV record.",
    ),
    (
        "kmsHost.requests.total",
        "Total requests received",
        "All requests since this host was installed. A lifetime total: it counts requests, not machines, and only a reinstallation resets it.",
    ),
    (
        "kmsHost.requests.failed",
        "Failed requests",
        "Requests that this host could not serve, mostly because its key does not cover the product that asked. A lifetime total: old failures stay in it.",
    ),
    (
        "kmsHost.requests.unlicensed",
        "Requests from unlicensed clients",
        "Requests of clients that were unlicensed when they asked. A lifetime total; information, not a fault of the host.",
    ),
    (
        "kmsHost.requests.licensed",
        "Requests from licensed clients",
        "Renewals: requests of clients that were already licensed. On a healthy host this is the largest number.",
    ),
    (
        "kmsHost.requests.initialGrace",
        "Requests in initial grace",
        "First requests of clients in their initial grace period. A lifetime total; information, not a fault.",
    ),
    (
        "kmsHost.requests.expiredOrOutOfTolerance",
        "Requests after expiry or hardware change",
        "Requests of clients whose activation had lapsed or whose hardware had changed too much. A lifetime total; information, not a fault of the host.",
    ),
    (
        "kmsHost.requests.nonGenuineGrace",
        "Requests in non-genuine grace",
        "Requests of clients in the non-genuine grace period. A lifetime total; the clients need a look, not the host.",
    ),
    (
        "kmsHost.requests.notification",
        "Requests in notification",
        "Requests of clients in notification mode. A lifetime total; on newer Windows a client's first request often comes in this state.",
    ),
    (
        "kmsClient.clientMachineId",
        "Client machine ID (CMID)",
        "The number by which a KMS host tells clients apart. Clones that were not generalised (sysprep) share one, and the host then counts them as one.",
    ),
    (
        "kmsClient.hostFromDns",
        "KMS host from DNS",
        "The host and port that the client found by the SRV record. It may be a remembered answer: with host caching on, DNS is not asked again while the host answers.",
    ),
    (
        "kmsClient.registeredHost",
        "Registered KMS host",
        "The host and port that somebody set by hand, by policy or by script. It switches off the search in DNS until it is cleared (/ckms).",
    ),
    (
        "kmsClient.lookupDomain",
        "SRV lookup domain",
        "The one DNS domain in which the client looks for a KMS host (/skms-domain). A registered host overrides it.",
    ),
    (
        "kmsClient.hostIpAddress",
        "KMS host IP address",
        "The address of the host at the last activation. It is what was used then, not what DNS says now.",
    ),
    (
        "kmsClient.hostExtendedPid",
        "KMS host Extended PID",
        "The Extended PID of the host that answered last: its key, language, build and date, not those of this client.",
    ),
    (
        "kmsClient.activationIntervalMinutes",
        "Activation interval",
        "How often the client tries while it is not activated; 120 minutes by default. The host hands the value out, so change it there.",
    ),
    (
        "kmsClient.renewalIntervalMinutes",
        "Renewal interval",
        "How often the client renews once it is activated; 10,080 minutes (7 days) by default. It is not the time that the activation lasts, which is always 180 days.",
    ),
    (
        "kmsClient.hostCaching",
        "KMS host caching",
        "Whether the client remembers the host that worked and asks it first. Switch it off where priority and weight in DNS are meant to decide.",
    ),
    (
        "adActivation.objectName",
        "Activation object name",
        "The name of the activation object in Active Directory that activated this machine.",
    ),
    (
        "adActivation.objectDn",
        "Activation object DN",
        "Where that object lies in the directory. It names your forest, so hide it before you publish it.",
    ),
    (
        "adActivation.extendedPid",
        "Activation object Extended PID",
        "The Extended PID of the key behind the activation object, not of this machine.",
    ),
    (
        "adActivation.activationId",
        "Activation object Activation ID",
        "The Activation ID of the KMS host licence behind the activation object.",
    ),
    (
        "service.version",
        "Licensing service version",
        "The version of the licensing service, and with it the version of Windows. On Windows 11 it can lag behind the build that the Extended PID shows.",
    ),
    (
        "extendedPid.platform",
        "Platform code",
        "The generation of the key configuration, such as Windows 8 or Windows 10 and later. One code covers many versions.",
    ),
    (
        "extendedPid.group",
        "Key group",
        "The group that the key belongs to: an edition with its channel. KMS host keys of many generations shared one group.",
    ),
    (
        "extendedPid.serial",
        "Key serial",
        "The serial number of the key inside its group. All zeros or a final 1 are normal for keys that are the same for everyone.",
    ),
    (
        "extendedPid.channelCode",
        "Channel code",
        "Two digits for the channel: 00 retail or evaluation, 02 OEM, 03 volume. Other codes are unknown; the key channel above is more precise.",
    ),
    (
        "extendedPid.language",
        "Language",
        "The system language when the ID was made, as a Windows language number; 1033 is English (United States).",
    ),
    (
        "extendedPid.build",
        "Build",
        "The Windows build that was reported when the ID was made. It may be older than the system of today, and 9200 is also what some tools are told on newer systems.",
    ),
    (
        "extendedPid.keyDate",
        "Key date",
        "The day on which the ID was made, usually when the key was installed. It is not the day on which Windows was installed.",
    ),
];
