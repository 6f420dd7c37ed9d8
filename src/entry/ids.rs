//! Activation IDs, Application IDs and published client keys.

use super::Entry;
use crate::card::Shell;
use crate::channel::Channel;
use crate::command::Command;
use crate::kb::activation_id::{self, KnownActivationId};
use crate::kb::application_id::{self, KnownApplicationId};
use crate::kb::client_key::{ClientKey, Kind as KeyKind};
use crate::phrase::Kind;
use crate::product::{Family, office_folder};
use crate::wording::look_up::{self as say, commands, labels};

impl Entry {
    pub(super) fn tell_activation_id(&mut self, id: &KnownActivationId) {
        self.meaning = say::activation_id(id);
        self.value(labels::ACTIVATION_ID, Kind::Guid, id.id.to_string());
        self.value(labels::PRODUCT, Kind::Value, id.product);
        self.value(labels::EDITION, Kind::Value, id.edition);
        self.value(labels::GENERATION, Kind::Value, id.generation);
        self.value(labels::CHANNEL, Kind::Value, say::channel_of(id));
        let application = id.application_id.to_string();
        self.value(labels::APPLICATION_ID, Kind::Guid, application);
        self.note(id.note);
        for (before, command) in commands_of(id) {
            self.step(before, command.line(Shell::Cmd));
        }
    }

    pub(super) fn tell_application_id(&mut self, id: &KnownApplicationId) {
        let products = activation_id::all().iter();
        let products = products.filter(|other| other.application_id == id.id);
        self.meaning = say::application_id(id, products.count());
        self.value(labels::APPLICATION_ID, Kind::Guid, id.id.to_string());
        self.value(labels::FAMILY, Kind::Value, say::family(id.family));
        if let Some(right) = id.stands_for {
            self.value(labels::STANDS_FOR, Kind::Guid, right.to_string());
        }
        self.note(id.note);
    }

    /// Adds a key: the entry of an ending has all that end so.
    pub(super) fn tell_client_key(&mut self, key: &ClientKey) {
        if !self.meaning.is_empty() {
            self.meaning = std::mem::take(&mut self.meaning).text(" ");
        }
        self.meaning = std::mem::take(&mut self.meaning).then(say::client_key(key));
        self.value(labels::PRODUCT, Kind::Value, key.product);
        self.value(labels::KEY, Kind::Value, key.key);
        self.note(key.note);
        for (before, command) in install(key) {
            self.step(before, command.line(Shell::Cmd));
        }
        for source in key.sources().iter() {
            if !self.sources.contains(&source) {
                self.sources.push(source);
            }
        }
        self.certainty = self.certainty.max(key.certainty);
    }
}

/// Whether the tool for it is ospp.vbs: an Office host is a licence of the Windows service.
fn is_office_client(id: &KnownActivationId) -> bool {
    let family = application_id::find(id.application_id).map(|known| known.family);
    family == Some(Family::Office) && id.channel != Channel::KmsHost
}

/// The commands that belong to an ID, and the words before each.
fn commands_of(id: &KnownActivationId) -> Vec<(&'static str, Command<'static>)> {
    if is_office_client(id) {
        let folder = office_folder(Some(id.generation));
        return vec![(commands::OFFICE_STATE, Command::OsppDstatus(folder))];
    }
    let mut lines = vec![(commands::STATE, Command::Dlv(Some(id.id)))];
    if matches!(id.channel, Channel::KmsHost | Channel::Mak) {
        lines.push((commands::BY_TELEPHONE, Command::Dti(Some(id.id))));
    }
    lines
}

/// How a client key gets into a machine.
fn install(key: &ClientKey) -> Vec<(&'static str, Command<'static>)> {
    let install = commands::INSTALL;
    if let Some(folder) = office_of(key) {
        return vec![
            (install, Command::OsppInpkeyPublished(Some(folder), key.key)),
            (commands::ACTIVATE, Command::OsppAct(Some(folder))),
        ];
    }
    let mut lines = vec![(install, Command::IpkPublished(key.key))];
    // A virtual machine activates itself at its next start.
    if key.kind == KeyKind::Gvlk {
        lines.push((commands::ACTIVATE, Command::Ato(None)));
    }
    lines
}

fn office_of(key: &ClientKey) -> Option<crate::command::OfficeFolder> {
    key.generation
        .starts_with("Office")
        .then(|| office_folder(Some(key.generation)))
        .flatten()
}
