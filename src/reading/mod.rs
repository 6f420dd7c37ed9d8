//! What a paste says: the products, the errors, and what was not understood.
//!
//! Reading never fails. A value that can't be trusted is `None`, and a [`Remark`] says why.

mod anchor;
mod block;
mod event;
mod evidence;
mod finish;
mod flat;
mod html;
mod join;
mod label;
mod prompt;
mod reader;
mod sentence;
mod service;
mod store;
mod value;
mod xpr;

use std::borrow::Cow;

use uuid::Uuid;

use crate::{channel::Channel, state::LicenseStatus};
use reader::{code_in, split};

pub use reader::{Cut, boundary};

pub use event::{ClientRequest, Event, EventFields, HostAnswer, RequestProcessed};
pub use evidence::{Clock, DnsSrv, Evidence, EvidenceKind, PortTest, RegistryValue};

/// Text borrowed from the paste, owned only where lines were joined or separators removed.
pub type Words<'t> = Cow<'t, str>;

/// Everything that a paste says.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "app", derive(yoke::Yokeable))]
pub struct Reading<'t> {
    /// The outputs in the paste, in order.
    pub parts: Vec<Part>,
    /// Two-letter language of the labels; `None` where nothing tells.
    pub language: Option<&'static str>,
    /// Whether lines were recognised by the shape of their values, since their labels are in a language that we do not know.
    pub unknown_labels: bool,
    /// One entry a product block, in the order of the text.
    pub products: Vec<Product<'t>>,
    /// Errors that are not a product's own reason.
    pub errors: Vec<PrintedError<'t>>,
    /// What the paste says of the machine rather than of a product.
    pub service: Option<Service<'t>>,
    /// What a tool pointed out beside its answer, and what it managed.
    pub notices: Vec<Notice>,
    /// Records of the event log.
    pub events: Vec<Event<'t>>,
    /// What other tools found.
    pub evidence: Vec<Evidence<'t>>,
    /// What was not understood or can't be trusted.
    pub remarks: Vec<Remark<'t>>,
    /// What each non-blank line is; empty unless asked for.
    pub spans: Vec<Span>,
}

impl Reading<'_> {
    /// What printed the paste: its first output that tells of licences, else its first one.
    pub fn producer(&self) -> Producer {
        let producers = || self.parts.iter().map(|part| part.producer);
        producers()
            .find(|producer| producer.is_licensing())
            .or_else(|| producers().next())
            .unwrap_or_default()
    }
}

/// One output in the paste.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What printed it.
    pub producer: Producer,
    /// First line, 1-based.
    pub first_line: u32,
    /// Last line, 1-based.
    pub last_line: u32,
}

/// What printed an output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Producer {
    /// `slmgr.vbs /dlv`
    SlmgrDlv,
    /// `slmgr.vbs /dli`
    SlmgrDli,
    /// `slmgr.vbs /xpr`
    SlmgrXpr,
    /// `slmgr.vbs /dti`
    SlmgrDti,
    /// `slmgr.vbs /ato`
    SlmgrAto,
    /// Another verb of slmgr.vbs.
    SlmgrOther,
    /// `ospp.vbs /dstatus`
    OsppDstatus,
    /// `ospp.vbs /dinstid`
    OsppDinstid,
    /// `ospp.vbs /act`
    OsppAct,
    /// Another verb of ospp.vbs.
    OsppOther,
    /// A listing of the CIM classes.
    Cim,
    /// The OSLicense PowerShell module.
    Oslicense,
    /// vnextdiag.ps1
    Vnextdiag,
    /// Records of the event log.
    EventLog,
    /// A question to DNS.
    DnsSrv,
    /// A port test.
    PortTest,
    /// A question to the clock.
    Clock,
    /// A listing of the registry.
    Registry,
    /// Not recognised.
    #[default]
    Unknown,
}

impl Producer {
    /// Its name in the published shape.
    pub const fn name(self) -> &'static str {
        match self {
            Producer::SlmgrDlv => "slmgr-dlv",
            Producer::SlmgrDli => "slmgr-dli",
            Producer::SlmgrXpr => "slmgr-xpr",
            Producer::SlmgrDti => "slmgr-dti",
            Producer::SlmgrAto => "slmgr-ato",
            Producer::SlmgrOther => "slmgr-other",
            Producer::OsppDstatus => "ospp-dstatus",
            Producer::OsppDinstid => "ospp-dinstid",
            Producer::OsppAct => "ospp-act",
            Producer::OsppOther => "ospp-other",
            Producer::Cim => "cim",
            Producer::Oslicense => "oslicense",
            Producer::Vnextdiag => "vnextdiag",
            Producer::EventLog => "event-log",
            Producer::DnsSrv => "dns-srv",
            Producer::PortTest => "port-test",
            Producer::Clock => "clock",
            Producer::Registry => "registry",
            Producer::Unknown => "unknown",
        }
    }

    /// Whether it tells of licences, rather than of what stands around them (logs, DNS, clocks).
    pub const fn is_licensing(self) -> bool {
        !matches!(
            self,
            Producer::EventLog
                | Producer::DnsSrv
                | Producer::PortTest
                | Producer::Clock
                | Producer::Registry
                | Producer::Unknown
        )
    }
}

/// One product block.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Product<'t> {
    /// "Name:", as printed.
    pub name: Option<Words<'t>>,
    /// "Software licensing service version:" of the output that it stands in, as printed.
    pub service_version: Option<Words<'t>>,
    /// "Description:", as printed.
    pub description: Option<Words<'t>>,
    /// "Additional Information:", as printed.
    pub additional_information: Option<Words<'t>>,
    /// "Activation ID:".
    pub activation_id: Option<Uuid>,
    /// "Application ID:".
    pub application_id: Option<Uuid>,
    /// "Extended PID:", as printed.
    pub extended_pid: Option<Words<'t>>,
    /// The short Product ID, as printed.
    pub product_id: Option<Words<'t>>,
    /// "Product Key Channel:", as printed ("Volume:GVLK").
    pub product_key_channel: Option<Words<'t>>,
    /// WMI `LicenseFamily`, as printed.
    pub license_family: Option<Words<'t>>,
    /// "Installation ID:", digits only, any count of them.
    pub installation_id: Option<Words<'t>>,
    /// "Partial Product Key:", five characters.
    pub partial_product_key: Option<Words<'t>>,
    /// "Processor Certificate URL:" (Windows 7 and older).
    pub processor_certificate_url: Option<Words<'t>>,
    /// "Machine Certificate URL:" (Windows 7 and older).
    pub machine_certificate_url: Option<Words<'t>>,
    /// "Use License URL:".
    pub use_license_url: Option<Words<'t>>,
    /// "Product Key Certificate URL:" (Windows 7 and older).
    pub product_key_certificate_url: Option<Words<'t>>,
    /// "Validation URL:".
    pub validation_url: Option<Words<'t>>,
    /// "Trusted time:", as printed; the order of day and month is not decided here.
    pub trusted_time: Option<Words<'t>>,
    /// "Evaluation End Date:", as printed; `None` for years up to 1601.
    pub evaluation_end_date: Option<Words<'t>>,
    /// The channel, from the description or else the key channel.
    pub channel: Option<Channel>,
    /// The license state.
    pub license_status: Option<LicenseStatus>,
    /// The license state as printed.
    pub license_status_text: Option<Words<'t>>,
    /// The notification reason, an HRESULT.
    pub reason_code: Option<u32>,
    /// The tool's own words for the reason, where it prints them.
    pub reason_text: Option<Words<'t>>,
    /// `Some(false)` for "This license is not in use."; `Some(true)` where a key ending is printed.
    pub in_use: Option<bool>,
    /// Minutes left, as printed.
    pub minutes_remaining: Option<u32>,
    /// Days left, as printed; rounded down by older scripts and up by newer ones.
    pub days_printed: Option<u32>,
    /// "Remaining Windows rearm count:".
    pub remaining_windows_rearm_count: Option<u32>,
    /// "Remaining SKU rearm count:".
    pub remaining_sku_rearm_count: Option<u32>,
    /// "Remaining App rearm count:".
    pub remaining_app_rearm_count: Option<u32>,
    /// What runs out.
    pub expires: Expires<'t>,
    /// "Configured Activation Type:", as printed.
    pub configured_activation_type: Option<Words<'t>>,
    /// The KMS host block.
    pub kms_host: Option<Box<KmsHost>>,
    /// The KMS client block.
    pub kms_client: Option<Box<KmsClient<'t>>>,
    /// The block of Active Directory-based activation.
    pub ad_activation: Option<Box<AdActivation<'t>>>,
    /// Whether a block of token-based activation is printed; the published shape has no place for it.
    pub by_token: bool,
    /// First and last line, 1-based.
    pub lines: (u32, u32),
}

/// What runs out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expires<'t> {
    /// The kind of countdown.
    pub kind: Option<ExpiryKind>,
    /// Licensed without a countdown; `None` where the paste can't tell.
    pub permanent: Option<bool>,
    /// A date as printed.
    pub at: Option<Words<'t>>,
}

/// The kind of a countdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExpiryKind {
    /// "Volume activation expiration".
    Volume,
    /// "Timebased activation expiration".
    Timebased,
    /// "Automatic VM activation expiration".
    Avma,
    /// "Time remaining" of a grace period.
    Grace,
}

impl ExpiryKind {
    /// Its name in the published shape.
    pub const fn name(self) -> &'static str {
        match self {
            ExpiryKind::Volume => "volume",
            ExpiryKind::Timebased => "timebased",
            ExpiryKind::Avma => "avma",
            ExpiryKind::Grace => "grace",
        }
    }
}

/// The KMS host block of a product.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct KmsHost {
    /// "Current count:", clients counted now.
    pub current_count: Option<u32>,
    /// "Listening on Port:".
    pub port: Option<u32>,
    /// "DNS publishing enabled".
    pub dns_publishing: Option<bool>,
    /// "KMS priority: Low" is `Some(true)`.
    pub low_priority: Option<bool>,
    /// The cumulative counters; lifetime totals.
    pub requests: Option<Requests>,
}

/// Lifetime totals of the requests that a KMS host received.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(missing_docs)] // the names are those of the printed rows
pub struct Requests {
    pub total: Option<u32>,
    pub failed: Option<u32>,
    pub unlicensed: Option<u32>,
    pub licensed: Option<u32>,
    pub initial_grace: Option<u32>,
    pub expired_or_out_of_tolerance: Option<u32>,
    pub non_genuine_grace: Option<u32>,
    pub notification: Option<u32>,
}

/// The KMS client block of a product.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KmsClient<'t> {
    /// "Client Machine ID (CMID):".
    pub client_machine_id: Option<Uuid>,
    /// "KMS machine name from DNS:", as printed, "name:port".
    pub host_from_dns: Option<Words<'t>>,
    /// "DNS auto-discovery: KMS name not available" was printed.
    pub host_not_found_in_dns: bool,
    /// "Registered KMS machine name:", as printed, "name:port".
    pub registered_host: Option<Words<'t>>,
    /// "Registered KMS SRV record lookup domain:".
    pub lookup_domain: Option<Words<'t>>,
    /// "KMS machine IP address:", as printed.
    pub host_ip_address: Option<Words<'t>>,
    /// "KMS machine extended PID:", the host's own, as printed.
    pub host_extended_pid: Option<Words<'t>>,
    /// "Activation interval:", minutes.
    pub activation_interval_minutes: Option<u32>,
    /// "Renewal interval:", minutes.
    pub renewal_interval_minutes: Option<u32>,
    /// "KMS host caching is enabled".
    pub host_caching: Option<bool>,
    /// The port of the registered host where a listing prints it apart; it stands behind the host once all is read.
    pub registered_port: Option<u16>,
    /// The port of the host from DNS, likewise.
    pub discovered_port: Option<u16>,
}

/// The block of Active Directory-based activation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AdActivation<'t> {
    /// "Activation Object name:".
    pub object_name: Option<Words<'t>>,
    /// "AO DN:".
    pub object_dn: Option<Words<'t>>,
    /// "AO extended PID:".
    pub extended_pid: Option<Words<'t>>,
    /// "AO activation ID:".
    pub activation_id: Option<Uuid>,
}

/// What a paste says of the machine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Service<'t> {
    /// "Software licensing service version:", as printed.
    pub version: Option<Words<'t>>,
    /// The machine's CMID.
    pub client_machine_id: Option<Uuid>,
    /// The KMS host that is set (`KeyManagementServiceMachine`, `/skms`), as printed.
    pub host: Option<Words<'t>>,
    /// The port that is set for it; `None` where the default holds.
    pub port: Option<u32>,
    /// The port that a KMS host listens on.
    pub listening_port: Option<u32>,
    /// Whether the client remembers its KMS host.
    pub host_caching: Option<bool>,
    /// The domain in which the client looks for a KMS host, as printed.
    pub lookup_domain: Option<Words<'t>>,
    /// Whether a KMS host publishes itself in DNS.
    pub dns_publishing: Option<bool>,
    /// Whether a KMS host runs with low priority.
    pub low_priority: Option<bool>,
    /// How often Windows can still be rearmed.
    pub remaining_windows_rearm_count: Option<u32>,
    /// The machine's own counters as a KMS host.
    pub kms_host: Option<KmsHost>,
}

/// An error that a command printed.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedError<'t> {
    /// The code, an HRESULT.
    pub code: u32,
    /// The text beside it.
    pub text: Option<Words<'t>>,
    /// Its line, 1-based.
    pub line: u32,
}

/// Something that a tool pointed out beside its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What.
    pub kind: NoticeKind,
    /// Its line, 1-based.
    pub line: u32,
}

/// What a tool pointed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoticeKind {
    /// The machine can be a KMS host with hardware-based security.
    HardwareReady,
    /// It can't.
    HardwareNotReady,
    /// A setting of the KMS host counts only after its service has been started again.
    RestartService,
    /// A change counts only after the machine has been started again.
    RestartMachine,
    /// A command activated a product.
    Activated,
}

/// Something that was not understood or can't be trusted.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark<'t> {
    /// What is the matter.
    pub code: RemarkCode,
    /// Its line, 1-based.
    pub line: u32,
    /// The part of the line it is about.
    pub text: Words<'t>,
    /// The field it is about (key in the published shape), where there is one.
    pub key: Option<&'static str>,
}

/// What can be the matter with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RemarkCode {
    /// The line is no licensing output that we know.
    NotUnderstood,
    /// The value was masked by a person (X, *, #, ...).
    Masked,
    /// The value has not the shape that its field has.
    Malformed,
    /// The field is there twice with different values; the first is kept.
    Repeated,
    /// A full product key stood here and was masked.
    ProductKeyMasked,
    /// The tool said that it could not do what it was told, without a code.
    ToolError,
    /// The value has the shape of more than one field, or its words are in a language that we do not know.
    Unsure,
}

impl RemarkCode {
    /// Its name in the published shape.
    pub const fn name(self) -> &'static str {
        match self {
            RemarkCode::NotUnderstood => "not-understood",
            RemarkCode::Masked => "masked",
            RemarkCode::Malformed => "malformed",
            RemarkCode::Repeated => "repeated",
            RemarkCode::ProductKeyMasked => "product-key-masked",
            RemarkCode::ToolError => "tool-error",
            RemarkCode::Unsure => "unsure",
        }
    }
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The line, 1-based.
    pub line: u32,
    /// What it is.
    pub kind: SpanKind,
    /// Index in `parts`; `None` between them.
    pub part: Option<u32>,
    /// Index in `products`, where it belongs to one.
    pub product: Option<u32>,
    /// The key in the published shape, where it is a field.
    pub key: Option<&'static str>,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpanKind {
    /// A field with its value.
    Field,
    /// A heading of a block.
    Heading,
    /// A banner or a sentence of the tool.
    Banner,
    /// A prompt with a command.
    Prompt,
    /// Not understood; the remarks tell.
    Remark,
}

impl SpanKind {
    /// Its name in the published shape.
    pub const fn name(self) -> &'static str {
        match self {
            SpanKind::Field => "field",
            SpanKind::Heading => "heading",
            SpanKind::Banner => "banner",
            SpanKind::Prompt => "prompt",
            SpanKind::Remark => "remark",
        }
    }
}

/// What the caller wants besides the products.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Fill [`Reading::spans`].
    pub spans: bool,
}

/// Reads a paste. Never fails, never panics.
pub fn read(text: &str) -> Reading<'_> {
    read_with(text, ReadOptions::default())
}

/// Reads a paste with [`ReadOptions`].
pub fn read_with(text: &str, options: ReadOptions) -> Reading<'_> {
    reader::read(text, options)
}
