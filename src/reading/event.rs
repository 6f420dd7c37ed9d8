//! Records of the event log that tell of activation, with their fields named.
//!
//! Source of the fields and their order: the tables of the Volume Activation guides (technet.microsoft.com/library/ff793440,
//! "KMS events logged in the Windows event log") and the troubleshooting pages on events 8198 and 8208.

use uuid::Uuid;

use super::Words;
use crate::state::LicenseStatus;

/// One record of the event log.
#[derive(Clone, Debug, PartialEq)]
pub struct Event<'t> {
    /// Its number: 12288, 12289, 12290, ...
    pub id: u32,
    /// The line with its fields, 1-based.
    pub line: u32,
    /// When it was logged, as printed.
    pub logged: Option<Words<'t>>,
    /// The machine that logged it, as printed.
    pub computer: Option<Words<'t>>,
    /// Its fields.
    pub fields: EventFields<'t>,
}

/// The fields of a record; each number has its own.
#[derive(Clone, Debug, PartialEq)]
pub enum EventFields<'t> {
    /// 12288, on the client: it sent a request, or could not.
    ClientRequest(ClientRequest<'t>),
    /// 12289, on the client: it checked the host's answer.
    HostAnswer(HostAnswer<'t>),
    /// 12290, on the host: it worked on a client's request.
    RequestProcessed(RequestProcessed<'t>),
    /// 12293 and 12294, on the host: its record in DNS could not be published, or was.
    DnsPublishing {
        /// The return code; `None` for success (12294).
        hresult: Option<u32>,
        /// The DNS domain.
        domain: Option<Words<'t>>,
    },
    /// 8198, 8200, 8208 and others that hold a code.
    Failure {
        /// The return code.
        hresult: Option<u32>,
        /// What else the record says, as printed ("RuleId=...;Action=AutoActivate;...").
        details: Option<Words<'t>>,
        /// The Application ID or template that it is about.
        application_id: Option<Uuid>,
        /// The Activation ID ("SkuId=") that it is about.
        activation_id: Option<Uuid>,
    },
}

/// 12288: the request of a client.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClientRequest<'t> {
    /// The return code; 0 is success.
    pub hresult: Option<u32>,
    /// Flag bits.
    pub status_flags: Option<u32>,
    /// The host that was asked, "name:port", as printed.
    pub host: Option<Words<'t>>,
    /// The client's CMID.
    pub client_machine_id: Option<Uuid>,
    /// When the client sent it, as printed.
    pub client_time: Option<Words<'t>>,
    /// Whether the client says that it is a virtual machine (unused by the client's own event).
    pub virtual_machine: Option<bool>,
    /// The client's license state.
    pub license_status: Option<LicenseStatus>,
    /// Minutes until that state ends.
    pub minutes_remaining: Option<u32>,
    /// What is to be activated.
    pub activation_id: Option<Uuid>,
    /// How many clients the host must count for this product (N-Policy).
    pub required_client_count: Option<u32>,
}

/// 12289: the answer of a host, checked by the client.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HostAnswer<'t> {
    /// The return code; 0 is success.
    pub hresult: Option<u32>,
    /// Flag bits; 0x04000000 means that the count is too low.
    pub status_flags: Option<u32>,
    /// Whether the client is activated now (fBound).
    pub activated: Option<bool>,
    /// The host's current count.
    pub current_count: Option<u32>,
    /// Minutes between requests while not activated.
    pub activation_interval_minutes: Option<u32>,
    /// Minutes between requests while activated.
    pub renewal_interval_minutes: Option<u32>,
    /// The client's time, as printed.
    pub client_time: Option<Words<'t>>,
}

/// 12290: a request that the host worked on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RequestProcessed<'t> {
    /// The return code; 0 is success.
    pub hresult: Option<u32>,
    /// How many clients must be counted for the client's product (N-Policy): 5 or 25.
    pub required_client_count: Option<u32>,
    /// The client's name, as printed.
    pub client_name: Option<Words<'t>>,
    /// The client's CMID.
    pub client_machine_id: Option<Uuid>,
    /// When the client sent it, as printed.
    pub client_time: Option<Words<'t>>,
    /// Whether the client runs in a virtual machine.
    pub virtual_machine: Option<bool>,
    /// The client's license state.
    pub license_status: Option<LicenseStatus>,
    /// Minutes until that state ends.
    pub minutes_remaining: Option<u32>,
    /// Which product asked.
    pub activation_id: Option<Uuid>,
}
