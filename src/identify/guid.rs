//! GUIDs: Activation IDs, Application IDs, and the rest.

use uuid::Uuid;

use super::{
    Context,
    nearest::{Near, nearest},
};
use crate::{
    channel::Channel,
    id::{
        activation_id::{self, Trouble},
        liberty::Liberty,
    },
    kb::{
        activation_id::{KnownActivationId, all, find},
        application_id::{self, KnownApplicationId},
    },
    product::Family,
};

/// What is known of a GUID.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The ID, or why it can't be read.
    pub id: Result<Uuid, Trouble>,
    /// What was forgiven.
    pub liberties: Vec<Liberty>,
    /// The catalogue's entry.
    pub known: Option<Known>,
    /// Known IDs that differ in one or two characters.
    pub nearest: Vec<Near<Known>>,
    /// What follows.
    pub advice: Vec<Advice>,
}

/// An entry of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Known {
    /// An Activation ID.
    Activation(&'static KnownActivationId),
    /// An Application ID.
    Application(&'static KnownApplicationId),
}

/// What follows from an ID for the one who asks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Advice {
    /// An Application ID names a family; commands want the Activation ID of one product.
    ApplicationIsNoActivationId,
    /// An artefact; the right Application ID.
    StandsFor(Uuid),
    /// The ID of a client, where hosts of this generation have another one.
    HostHasAnother(&'static KnownActivationId),
    /// The ID of a client, and the text asks about a host.
    ClientNotHost,
    /// An Office client: ospp.vbs knows it, slmgr.vbs does not. Whether the text names slmgr.
    OfficeBelongsToOspp {
        /// Whether the text names slmgr.
        asked_of_slmgr: bool,
    },
    /// An Office KMS host: slmgr.vbs knows it, with the ID behind each command.
    OfficeHostBelongsToSlmgr,
    /// An add-on: the commands of slmgr need this ID, else they speak of the base licence.
    AddOnNeedsItsId,
    /// A random GUID that no catalogue has: it may name a machine (CMID).
    MayBeMachineId,
    /// The text says that it is a CMID, but it is a product's ID.
    NotAMachineId,
    /// Zeros only.
    Nil,
}

impl Known {
    /// Looks an ID up.
    pub fn find(id: Uuid) -> Option<Known> {
        find(id)
            .map(Known::Activation)
            .or_else(|| application_id::find(id).map(Known::Application))
    }

    /// The ID itself.
    pub const fn id(self) -> Uuid {
        match self {
            Known::Activation(known) => known.id,
            Known::Application(known) => known.id,
        }
    }
}

/// Looks at a text that should be one GUID.
pub fn look(text: &str, context: Context) -> Finding {
    let read = activation_id::read(text);
    let (id, liberties) = match read {
        Ok(read) => (Ok(read.id), read.liberties),
        Err(why) => {
            let liberties = why.liberties.clone();
            (Err(why), liberties)
        }
    };
    let known = id.as_ref().ok().copied().and_then(Known::find);
    let digits = match &id {
        Ok(id) => id.simple().to_string(),
        Err(why) => why.digits.clone(),
    };
    let nearest = match known {
        Some(_) => Vec::new(),
        None => near(&digits),
    };
    let mut advice = match &id {
        Ok(id) => advise(*id, known, context),
        Err(_) => Vec::new(),
    };
    // What is nearly a product's ID is hardly a machine's.
    if !nearest.is_empty() {
        advice.retain(|advice| *advice != Advice::MayBeMachineId);
    }
    Finding {
        id,
        liberties,
        known,
        nearest,
        advice,
    }
}

/// Known IDs near 30 to 34 digits.
fn near(digits: &str) -> Vec<Near<Known>> {
    if !(30..=34).contains(&digits.len()) {
        return Vec::new();
    }
    let known = all()
        .iter()
        .map(Known::Activation)
        .chain(application_id::all().iter().map(Known::Application));
    nearest(
        digits,
        2,
        known.map(|known| (known, known.id().simple().to_string())),
    )
}

fn advise(id: Uuid, known: Option<Known>, context: Context) -> Vec<Advice> {
    let mut advice = Vec::new();
    match known {
        None if id.is_nil() => advice.push(Advice::Nil),
        // Machine IDs are made at random; the catalogue's own IDs are, too.
        None if id.get_version_num() == 4 => advice.push(Advice::MayBeMachineId),
        None => {}
        Some(Known::Application(known)) => {
            advice.push(Advice::ApplicationIsNoActivationId);
            advice.extend(known.stands_for.map(Advice::StandsFor));
        }
        Some(Known::Activation(known)) => {
            let is_office = application_id::find(known.application_id)
                .is_some_and(|application| application.family == Family::Office);
            let is_client = known.channel != Channel::KmsHost;
            if is_client && is_office {
                match host_of(known) {
                    Some(host) => advice.push(Advice::HostHasAnother(host)),
                    None if context.host => advice.push(Advice::ClientNotHost),
                    None => {}
                }
                advice.push(Advice::OfficeBelongsToOspp {
                    asked_of_slmgr: context.slmgr,
                });
            } else if is_client && context.host {
                advice.push(Advice::ClientNotHost);
            }
            if !is_client && is_office {
                advice.push(Advice::OfficeHostBelongsToSlmgr);
            }
            if known.add_on {
                advice.push(Advice::AddOnNeedsItsId);
            }
        }
    }
    if known.is_some() && context.machine {
        advice.push(Advice::NotAMachineId);
    }
    advice
}

/// The one KMS host of a KMS client's generation of Office.
fn host_of(client: &KnownActivationId) -> Option<&'static KnownActivationId> {
    if client.channel != Channel::KmsClient {
        return None;
    }
    let mut hosts = all()
        .iter()
        .filter(|known| known.channel == Channel::KmsHost && known.generation == client.generation);
    let host = hosts.next()?;
    hosts.next().is_none().then_some(host)
}
