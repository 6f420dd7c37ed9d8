//! What SoftwareLicensingService (and `Get-KmsLicenseInfo`) say of the machine rather than of a product.

use super::{
    KmsHost, Service, Words,
    label::Field,
    store::{self, Trouble},
    value,
};

/// The key of a field of the service in the published shape.
pub const fn key(field: Field) -> Option<&'static str> {
    Some(match field {
        Field::ServiceVersion | Field::Version => "service.version",
        Field::ClientMachineId => "service.clientMachineId",
        Field::RegisteredHost => "service.host",
        Field::RegisteredPort => "service.port",
        Field::ListeningPort => "service.listeningPort",
        Field::ServiceHostCaching | Field::HostCaching => "service.hostCaching",
        Field::LookupDomain => "service.lookupDomain",
        Field::DnsPublishing => "service.dnsPublishing",
        Field::LowPriority => "service.priority",
        Field::WindowsRearmCount => "service.remainingWindowsRearmCount",
        Field::CurrentCount => "service.currentCount",
        Field::RequestsTotal => "service.requests.total",
        Field::RequestsFailed => "service.requests.failed",
        Field::RequestsUnlicensed => "service.requests.unlicensed",
        Field::RequestsLicensed => "service.requests.licensed",
        Field::RequestsInitialGrace => "service.requests.initialGrace",
        Field::RequestsExpired => "service.requests.expiredOrOutOfTolerance",
        Field::RequestsNonGenuine => "service.requests.nonGenuineGrace",
        Field::RequestsNotification => "service.requests.notification",
        _ => return None,
    })
}

/// Adds `words` to what is known already: of several machines or outputs in one paste, the first is the one that the reading
/// speaks of.
pub fn add<'t>(service: &mut Service<'t>, field: Field, words: Words<'t>) -> Result<(), Trouble> {
    let mut alone = Service::default();
    store(&mut alone, field, words.clone())?;
    if alone == Service::default() {
        return Ok(());
    }
    let mut other = service.clone();
    store(&mut other, field, words)?;
    // What is the same with and without the first value is a contradiction; a free place is taken.
    let mut free = service.clone();
    clear(&mut free, field);
    if other != *service && free != *service {
        return Err(Trouble::Repeated);
    }
    *service = other;
    Ok(())
}

fn clear(service: &mut Service<'_>, field: Field) {
    let _ = store(service, field, Words::Borrowed(""));
}

/// Stores `words` as `field` of the service; what the shape has no place for is accounted for and not kept.
pub fn store<'t>(service: &mut Service<'t>, field: Field, words: Words<'t>) -> Result<(), Trouble> {
    use Field as F;
    match field {
        F::ServiceVersion | F::Version => store::version(&mut service.version, words),
        F::ClientMachineId => store::id(&mut service.client_machine_id, &words),
        F::RegisteredHost => store::sensitive(&mut service.host, words),
        F::RegisteredPort => port(&mut service.port, &words),
        F::ListeningPort => port(&mut service.listening_port, &words),
        F::ServiceHostCaching | F::HostCaching => {
            store::checked(&mut service.host_caching, &words, value::switch)
        }
        F::LookupDomain => store::sensitive(&mut service.lookup_domain, words),
        F::DnsPublishing => store::checked(&mut service.dns_publishing, &words, value::switch),
        F::LowPriority => store::checked(&mut service.low_priority, &words, value::switch),
        F::WindowsRearmCount => store::checked(
            &mut service.remaining_windows_rearm_count,
            &words,
            value::count,
        ),
        F::CurrentCount
        | F::RequestsTotal
        | F::RequestsFailed
        | F::RequestsUnlicensed
        | F::RequestsLicensed
        | F::RequestsInitialGrace
        | F::RequestsExpired
        | F::RequestsNonGenuine
        | F::RequestsNotification => {
            // Nothing is opened for a value that is absent.
            let open = match field {
                F::CurrentCount => service.kms_host.is_some(),
                _ => service.kms_host.is_some_and(|host| host.requests.is_some()),
            };
            if value::is_absent(&words) && !open {
                return Ok(());
            }
            let host = service.kms_host.get_or_insert_with(KmsHost::default);
            match field {
                F::CurrentCount => store::kms_host(host, field, &words),
                _ => store::requests(host, field, &words),
            }
        }
        _ => Ok(()),
    }
}

/// A port; WMI holds 0 where none is set.
fn port(slot: &mut Option<u32>, words: &str) -> Result<(), Trouble> {
    store::checked(slot, words, |words| {
        words.parse::<u16>().ok().map(u32::from)
    })?;
    *slot = slot.filter(|port| *port != 0);
    Ok(())
}
