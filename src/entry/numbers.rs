//! Figures, grace periods, builds, language codes, parts of the Extended PID.

use super::Entry;
use crate::kb::build::Build;
use crate::kb::extended_pid::{Part, Piece};
use crate::kb::grace::Grace;
use crate::kb::lcid::Lcid;
use crate::kb::marked;
use crate::kb::threshold::{Threshold, Unit};
use crate::phrase::Kind;
use crate::wording::look_up::{self as say, labels};

impl Entry {
    pub(super) fn tell_figure(&mut self, figure: &Threshold) {
        self.meaning = marked(figure.meaning);
        self.value(labels::VALUE, Kind::Quantity, say::figure(figure));
        if figure.unit == Unit::Minutes {
            self.value(labels::MINUTES, Kind::Value, figure.value.to_string());
        }
        self.note(figure.note);
    }

    pub(super) fn tell_grace(&mut self, grace: &Grace) {
        self.meaning = say::grace_meaning(grace);
        self.note(grace.note);
    }

    pub(super) fn tell_build(&mut self, build: &Build) {
        self.meaning = say::build(build);
        self.value(
            labels::CLIENT,
            Kind::Value,
            build.client.unwrap_or_default(),
        );
        self.value(
            labels::SERVER,
            Kind::Value,
            build.server.unwrap_or_default(),
        );
        self.note(build.note);
    }

    pub(super) fn tell_lcid(&mut self, lcid: &Lcid) {
        self.meaning = say::lcid(lcid);
        self.value(labels::TAG, Kind::Value, lcid.tag);
        let hexadecimal = format!("0x{:04X}", lcid.lcid);
        self.value(labels::HEXADECIMAL, Kind::Value, hexadecimal);
    }

    pub(super) fn tell_pid_piece(&mut self, part: Part, piece: &Piece) {
        self.meaning = say::pid_piece(piece.meaning);
        self.value(say::pid_field(part), Kind::Value, piece.value);
        self.note(piece.note);
    }
}
