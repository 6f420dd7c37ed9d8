//! The published shape of the event log's records and of what other tools found.

use serde::Serialize;

use super::code;
use crate::reading as core;

/// One record of the event log.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct Event<'r> {
    pub id: u32,
    pub line: u32,
    pub logged: Option<&'r str>,
    pub computer: Option<&'r str>,
    pub fields: EventFields<'r>,
}

/// The fields of a record, by its number.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged, rename_all_fields = "camelCase")]
#[allow(missing_docs)]
pub enum EventFields<'r> {
    ClientRequest {
        hresult: Option<String>,
        status_flags: Option<String>,
        host: Option<&'r str>,
        client_machine_id: Option<String>,
        client_time: Option<&'r str>,
        virtual_machine: Option<bool>,
        license_status: Option<&'static str>,
        minutes_remaining: Option<u32>,
        activation_id: Option<String>,
        required_client_count: Option<u32>,
    },
    HostAnswer {
        hresult: Option<String>,
        status_flags: Option<String>,
        activated: Option<bool>,
        current_count: Option<u32>,
        activation_interval_minutes: Option<u32>,
        renewal_interval_minutes: Option<u32>,
        client_time: Option<&'r str>,
    },
    RequestProcessed {
        hresult: Option<String>,
        required_client_count: Option<u32>,
        client_name: Option<&'r str>,
        client_machine_id: Option<String>,
        client_time: Option<&'r str>,
        virtual_machine: Option<bool>,
        license_status: Option<&'static str>,
        minutes_remaining: Option<u32>,
        activation_id: Option<String>,
    },
    DnsPublishing {
        hresult: Option<String>,
        dns_domain: Option<&'r str>,
    },
    Failure {
        hresult: Option<String>,
        details: Option<&'r str>,
        application_id: Option<String>,
        activation_id: Option<String>,
    },
}

/// One piece of evidence.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged, rename_all_fields = "camelCase")]
#[allow(missing_docs)]
pub enum Evidence<'r> {
    DnsSrv {
        kind: &'static str,
        line: u32,
        name: Option<&'r str>,
        server: Option<&'r str>,
        target: Option<&'r str>,
        port: Option<u32>,
        priority: Option<u32>,
        weight: Option<u32>,
        failure: Option<&'r str>,
    },
    PortTest {
        kind: &'static str,
        line: u32,
        host: Option<&'r str>,
        address: Option<&'r str>,
        port: Option<u32>,
        succeeded: Option<bool>,
    },
    Clock {
        kind: &'static str,
        line: u32,
        source: Option<&'r str>,
        stratum: Option<u32>,
        last_sync: Option<&'r str>,
        phase_offset: Option<&'r str>,
        synchronized: Option<bool>,
    },
    Registry {
        kind: &'static str,
        line: u32,
        key: Option<&'r str>,
        name: Option<&'r str>,
        value_type: Option<&'r str>,
        value: Option<&'r str>,
    },
}

impl<'r> From<&'r core::Event<'_>> for Event<'r> {
    fn from(event: &'r core::Event<'_>) -> Self {
        Event {
            id: event.id,
            line: event.line,
            logged: event.logged.as_deref(),
            computer: event.computer.as_deref(),
            fields: EventFields::from(&event.fields),
        }
    }
}

impl<'r> From<&'r core::EventFields<'_>> for EventFields<'r> {
    fn from(fields: &'r core::EventFields<'_>) -> Self {
        let id = |id: Option<uuid::Uuid>| id.map(|id| id.to_string());
        match fields {
            core::EventFields::ClientRequest(sent) => EventFields::ClientRequest {
                hresult: sent.hresult.map(code),
                status_flags: sent.status_flags.map(code),
                host: sent.host.as_deref(),
                client_machine_id: id(sent.client_machine_id),
                client_time: sent.client_time.as_deref(),
                virtual_machine: sent.virtual_machine,
                license_status: sent.license_status.map(|status| status.name()),
                minutes_remaining: sent.minutes_remaining,
                activation_id: id(sent.activation_id),
                required_client_count: sent.required_client_count,
            },
            core::EventFields::HostAnswer(answer) => EventFields::HostAnswer {
                hresult: answer.hresult.map(code),
                status_flags: answer.status_flags.map(code),
                activated: answer.activated,
                current_count: answer.current_count,
                activation_interval_minutes: answer.activation_interval_minutes,
                renewal_interval_minutes: answer.renewal_interval_minutes,
                client_time: answer.client_time.as_deref(),
            },
            core::EventFields::RequestProcessed(request) => EventFields::RequestProcessed {
                hresult: request.hresult.map(code),
                required_client_count: request.required_client_count,
                client_name: request.client_name.as_deref(),
                client_machine_id: id(request.client_machine_id),
                client_time: request.client_time.as_deref(),
                virtual_machine: request.virtual_machine,
                license_status: request.license_status.map(|status| status.name()),
                minutes_remaining: request.minutes_remaining,
                activation_id: id(request.activation_id),
            },
            core::EventFields::DnsPublishing { hresult, domain } => EventFields::DnsPublishing {
                hresult: hresult.map(code),
                dns_domain: domain.as_deref(),
            },
            core::EventFields::Failure {
                hresult,
                details,
                application_id,
                activation_id,
            } => EventFields::Failure {
                hresult: hresult.map(code),
                details: details.as_deref(),
                application_id: id(*application_id),
                activation_id: id(*activation_id),
            },
        }
    }
}

impl<'r> From<&'r core::Evidence<'_>> for Evidence<'r> {
    fn from(evidence: &'r core::Evidence<'_>) -> Self {
        let (kind, line) = (evidence.kind.name(), evidence.line);
        match &evidence.kind {
            core::EvidenceKind::DnsSrv(srv) => Evidence::DnsSrv {
                kind,
                line,
                name: srv.name.as_deref(),
                server: srv.server.as_deref(),
                target: srv.target.as_deref(),
                port: srv.port,
                priority: srv.priority,
                weight: srv.weight,
                failure: srv.failure.as_deref(),
            },
            core::EvidenceKind::PortTest(test) => Evidence::PortTest {
                kind,
                line,
                host: test.host.as_deref(),
                address: test.address.as_deref(),
                port: test.port,
                succeeded: test.succeeded,
            },
            core::EvidenceKind::Clock(clock) => Evidence::Clock {
                kind,
                line,
                source: clock.source.as_deref(),
                stratum: clock.stratum,
                last_sync: clock.last_sync.as_deref(),
                phase_offset: clock.phase_offset.as_deref(),
                synchronized: clock.synchronized,
            },
            core::EvidenceKind::Registry(value) => Evidence::Registry {
                kind,
                line,
                key: value.key.as_deref(),
                name: value.name.as_deref(),
                value_type: value.value_type.as_deref(),
                value: value.value.as_deref(),
            },
        }
    }
}
