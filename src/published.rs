//! The published shape: what `read` gives to programs, as plain data for serde. Keys are camelCase; an absent value is
//! `null`, never left out; an empty list is `[]`; `spans` alone is left out unless asked for.
//!
//! These are mirrors of [`crate::reading`], so that the core may change and the shape only on purpose.

mod evidence;
pub mod finding;
pub mod ids;
pub mod look_up;

use std::marker::PhantomData;

use serde::{Serialize, Serializer};

use crate::reading as core;

pub use evidence::{Event, EventFields, Evidence};

/// The version of the shape.
pub const SCHEMA: u32 = 1;

/// `0xC004F034`: how a code is published.
fn code(code: u32) -> String {
    crate::id::error_code::format(code)
}

/// The two priorities of a KMS host.
fn priority(low: bool) -> &'static str {
    if low { "low" } else { "normal" }
}

/// Everything that a paste says.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // the names are the documentation: see design of the published shape in ARCHITECTURE.md
pub struct Reading<'r> {
    pub schema: u32,
    pub producer: &'static str,
    pub parts: Each<'r, core::Part, Part>,
    pub language: Option<&'static str>,
    pub products: Each<'r, core::Product<'r>, Product<'r>>,
    pub errors: Each<'r, core::PrintedError<'r>, PrintedError<'r>>,
    pub service: Option<Service<'r>>,
    pub events: Each<'r, core::Event<'r>, Event<'r>>,
    pub evidence: Each<'r, core::Evidence<'r>, Evidence<'r>>,
    pub remarks: Each<'r, core::Remark<'r>, Remark<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spans: Option<Each<'r, core::Span, Span>>,
}

/// A list in the published shape, made one by one while it is written: it may be as long as the paste.
#[derive(Clone, Copy, Debug)]
pub struct Each<'r, C, P>(&'r [C], PhantomData<P>);

impl<'r, C, P> Each<'r, C, P> {
    fn of(read: &'r [C]) -> Self {
        Each(read, PhantomData)
    }
}

impl<'r, C, P: From<&'r C> + Serialize> Serialize for Each<'r, C, P> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(P::from))
    }
}

/// One output in the paste.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct Part {
    pub producer: &'static str,
    pub first_line: u32,
    pub last_line: u32,
}

/// An error that a command printed.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct PrintedError<'r> {
    pub code: String,
    pub text: Option<&'r str>,
    pub line: u32,
}

/// What the paste says of the machine.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct Service<'r> {
    pub version: Option<&'r str>,
    pub client_machine_id: Option<String>,
    pub host: Option<&'r str>,
    pub port: Option<u32>,
    pub listening_port: Option<u32>,
    pub host_caching: Option<bool>,
    pub lookup_domain: Option<&'r str>,
    pub dns_publishing: Option<bool>,
    pub priority: Option<&'static str>,
    pub remaining_windows_rearm_count: Option<u32>,
    pub current_count: Option<u32>,
    pub requests: Option<Requests>,
}

/// Something that was not understood or can't be trusted.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Remark<'r> {
    pub code: &'static str,
    pub line: u32,
    pub text: &'r str,
}

/// What a line is.
#[derive(Clone, Copy, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Span {
    pub line: u32,
    pub kind: &'static str,
    pub part: Option<u32>,
    pub product: Option<u32>,
    pub key: Option<&'static str>,
}

/// One product block.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct Product<'r> {
    pub name: Option<&'r str>,
    pub description: Option<&'r str>,
    pub additional_information: Option<&'r str>,
    pub activation_id: Option<String>,
    pub application_id: Option<String>,
    pub extended_pid: Option<&'r str>,
    pub product_id: Option<&'r str>,
    pub product_key_channel: Option<&'r str>,
    pub license_family: Option<&'r str>,
    pub installation_id: Option<&'r str>,
    pub partial_product_key: Option<&'r str>,
    pub processor_certificate_url: Option<&'r str>,
    pub machine_certificate_url: Option<&'r str>,
    pub use_license_url: Option<&'r str>,
    pub product_key_certificate_url: Option<&'r str>,
    pub validation_url: Option<&'r str>,
    pub trusted_time: Option<&'r str>,
    pub evaluation_end_date: Option<&'r str>,
    pub channel: Option<&'static str>,
    pub license_status: Option<&'static str>,
    pub license_status_text: Option<&'r str>,
    pub reason_code: Option<String>,
    pub in_use: Option<bool>,
    pub minutes_remaining: Option<u32>,
    pub days_printed: Option<u32>,
    pub remaining_windows_rearm_count: Option<u32>,
    pub remaining_sku_rearm_count: Option<u32>,
    pub remaining_app_rearm_count: Option<u32>,
    pub expires: Expires<'r>,
    pub configured_activation_type: Option<&'r str>,
    pub kms_host: Option<KmsHost>,
    pub kms_client: Option<KmsClient<'r>>,
    pub ad_activation: Option<AdActivation<'r>>,
    pub lines: [u32; 2],
}

/// What runs out.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Expires<'r> {
    pub kind: Option<&'static str>,
    pub permanent: Option<bool>,
    pub at: Option<&'r str>,
}

/// The KMS host block.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct KmsHost {
    pub current_count: Option<u32>,
    pub port: Option<u32>,
    pub dns_publishing: Option<bool>,
    pub priority: Option<&'static str>,
    pub requests: Option<Requests>,
}

/// Lifetime totals of requests.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
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

/// The KMS client block.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct KmsClient<'r> {
    pub client_machine_id: Option<String>,
    pub host_from_dns: Option<&'r str>,
    pub registered_host: Option<&'r str>,
    pub lookup_domain: Option<&'r str>,
    pub host_ip_address: Option<&'r str>,
    pub host_extended_pid: Option<&'r str>,
    pub activation_interval_minutes: Option<u32>,
    pub renewal_interval_minutes: Option<u32>,
    pub host_caching: Option<bool>,
}

/// The block of Active Directory-based activation.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub struct AdActivation<'r> {
    pub object_name: Option<&'r str>,
    pub object_dn: Option<&'r str>,
    pub extended_pid: Option<&'r str>,
    pub activation_id: Option<String>,
}

/// The published shape of a reading; `spans` asks for the spans, which the reading must then hold.
pub fn publish<'r>(reading: &'r core::Reading<'r>, spans: bool) -> Reading<'r> {
    Reading {
        schema: SCHEMA,
        producer: reading.producer().name(),
        parts: Each::of(&reading.parts),
        language: reading.language,
        products: Each::of(&reading.products),
        errors: Each::of(&reading.errors),
        service: reading.service.as_ref().map(Service::from),
        events: Each::of(&reading.events),
        evidence: Each::of(&reading.evidence),
        remarks: Each::of(&reading.remarks),
        spans: spans.then(|| Each::of(&reading.spans)),
    }
}

impl From<&core::Part> for Part {
    fn from(part: &core::Part) -> Self {
        Part {
            producer: part.producer.name(),
            first_line: part.first_line,
            last_line: part.last_line,
        }
    }
}

impl<'r> From<&'r core::PrintedError<'_>> for PrintedError<'r> {
    fn from(error: &'r core::PrintedError<'_>) -> Self {
        PrintedError {
            code: code(error.code),
            text: error.text.as_deref(),
            line: error.line,
        }
    }
}

impl<'r> From<&'r core::Service<'_>> for Service<'r> {
    fn from(service: &'r core::Service<'_>) -> Self {
        Service {
            version: service.version.as_deref(),
            client_machine_id: service.client_machine_id.map(|id| id.to_string()),
            host: service.host.as_deref(),
            port: service.port,
            listening_port: service.listening_port,
            host_caching: service.host_caching,
            lookup_domain: service.lookup_domain.as_deref(),
            dns_publishing: service.dns_publishing,
            priority: service.low_priority.map(priority),
            remaining_windows_rearm_count: service.remaining_windows_rearm_count,
            current_count: service.kms_host.and_then(|host| host.current_count),
            requests: service
                .kms_host
                .and_then(|host| host.requests)
                .as_ref()
                .map(Requests::from),
        }
    }
}

impl<'r> From<&'r core::Remark<'_>> for Remark<'r> {
    fn from(remark: &'r core::Remark<'_>) -> Self {
        Remark {
            code: remark.code.name(),
            line: remark.line,
            text: &remark.text,
        }
    }
}

impl From<&core::Span> for Span {
    fn from(span: &core::Span) -> Self {
        Span {
            line: span.line,
            kind: span.kind.name(),
            part: span.part,
            product: span.product,
            key: span.key,
        }
    }
}

impl<'r> From<&'r core::Product<'_>> for Product<'r> {
    fn from(product: &'r core::Product<'_>) -> Self {
        Product {
            name: product.name.as_deref(),
            description: product.description.as_deref(),
            additional_information: product.additional_information.as_deref(),
            activation_id: product.activation_id.map(|id| id.to_string()),
            application_id: product.application_id.map(|id| id.to_string()),
            extended_pid: product.extended_pid.as_deref(),
            product_id: product.product_id.as_deref(),
            product_key_channel: product.product_key_channel.as_deref(),
            license_family: product.license_family.as_deref(),
            installation_id: product.installation_id.as_deref(),
            partial_product_key: product.partial_product_key.as_deref(),
            processor_certificate_url: product.processor_certificate_url.as_deref(),
            machine_certificate_url: product.machine_certificate_url.as_deref(),
            use_license_url: product.use_license_url.as_deref(),
            product_key_certificate_url: product.product_key_certificate_url.as_deref(),
            validation_url: product.validation_url.as_deref(),
            trusted_time: product.trusted_time.as_deref(),
            evaluation_end_date: product.evaluation_end_date.as_deref(),
            channel: product.channel.map(|channel| channel.name()),
            license_status: product.license_status.map(|status| status.name()),
            license_status_text: product.license_status_text.as_deref(),
            reason_code: product.reason_code.map(code),
            in_use: product.in_use,
            minutes_remaining: product.minutes_remaining,
            days_printed: product.days_printed,
            remaining_windows_rearm_count: product.remaining_windows_rearm_count,
            remaining_sku_rearm_count: product.remaining_sku_rearm_count,
            remaining_app_rearm_count: product.remaining_app_rearm_count,
            expires: Expires {
                kind: product.expires.kind.map(|kind| kind.name()),
                permanent: product.expires.permanent,
                at: product.expires.at.as_deref(),
            },
            configured_activation_type: product.configured_activation_type.as_deref(),
            kms_host: product.kms_host.as_deref().map(KmsHost::from),
            kms_client: product.kms_client.as_deref().map(KmsClient::from),
            ad_activation: product.ad_activation.as_deref().map(AdActivation::from),
            lines: [product.lines.0, product.lines.1],
        }
    }
}

impl From<&core::KmsHost> for KmsHost {
    fn from(host: &core::KmsHost) -> Self {
        KmsHost {
            current_count: host.current_count,
            port: host.port,
            dns_publishing: host.dns_publishing,
            priority: host.low_priority.map(priority),
            requests: host.requests.as_ref().map(Requests::from),
        }
    }
}

impl From<&core::Requests> for Requests {
    fn from(requests: &core::Requests) -> Self {
        Requests {
            total: requests.total,
            failed: requests.failed,
            unlicensed: requests.unlicensed,
            licensed: requests.licensed,
            initial_grace: requests.initial_grace,
            expired_or_out_of_tolerance: requests.expired_or_out_of_tolerance,
            non_genuine_grace: requests.non_genuine_grace,
            notification: requests.notification,
        }
    }
}

impl<'r> From<&'r core::KmsClient<'_>> for KmsClient<'r> {
    fn from(client: &'r core::KmsClient<'_>) -> Self {
        KmsClient {
            client_machine_id: client.client_machine_id.map(|id| id.to_string()),
            host_from_dns: client.host_from_dns.as_deref(),
            registered_host: client.registered_host.as_deref(),
            lookup_domain: client.lookup_domain.as_deref(),
            host_ip_address: client.host_ip_address.as_deref(),
            host_extended_pid: client.host_extended_pid.as_deref(),
            activation_interval_minutes: client.activation_interval_minutes,
            renewal_interval_minutes: client.renewal_interval_minutes,
            host_caching: client.host_caching,
        }
    }
}

impl<'r> From<&'r core::AdActivation<'_>> for AdActivation<'r> {
    fn from(ad: &'r core::AdActivation<'_>) -> Self {
        AdActivation {
            object_name: ad.object_name.as_deref(),
            object_dn: ad.object_dn.as_deref(),
            extended_pid: ad.extended_pid.as_deref(),
            activation_id: ad.activation_id.map(|id| id.to_string()),
        }
    }
}
