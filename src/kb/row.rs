//! One row of any table, for those who look through all of them: search, lists, entries.

use super::activation_id::{self, KnownActivationId};
use super::application_id::{self, KnownApplicationId};
use super::article::{self, Article};
use super::build::{self, Build};
use super::client_key::{self, ClientKey};
use super::extended_pid::{self, Part, Piece};
use super::grace::{self, Grace};
use super::lcid::{self, Lcid};
use super::reason::{self, Reason};
use super::threshold::{self, Threshold};
use super::{Address, Certainty, Sources};

/// A row of one of the tables.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Row {
    /// An article.
    Article(Article),
    /// A reason or error code.
    Code(Reason),
    /// A figure.
    Figure(&'static Threshold),
    /// A grace period.
    Grace(&'static Grace),
    /// A published client key.
    ClientKey(ClientKey),
    /// An Application ID.
    ApplicationId(&'static KnownApplicationId),
    /// An Activation ID.
    ActivationId(&'static KnownActivationId),
    /// A build of Windows.
    Build(&'static Build),
    /// A value of a field in Extended PIDs.
    PidPiece(Part, &'static Piece),
    /// A language code.
    Lcid(&'static Lcid),
}

/// Every row of every table, what explains most first.
pub fn rows() -> impl Iterator<Item = Row> {
    let pieces = Part::ALL
        .into_iter()
        .zip(extended_pid::all())
        .flat_map(|(part, pieces)| pieces.iter().map(move |piece| Row::PidPiece(part, piece)));
    article::all()
        .map(Row::Article)
        .chain(reason::all().map(Row::Code))
        .chain(threshold::ALL.iter().map(Row::Figure))
        .chain(grace::all().iter().map(Row::Grace))
        .chain(client_key::all().map(Row::ClientKey))
        .chain(application_id::all().iter().map(Row::ApplicationId))
        .chain(activation_id::all().iter().map(Row::ActivationId))
        .chain(build::all().iter().map(Row::Build))
        .chain(pieces)
        .chain(lcid::all().iter().map(Row::Lcid))
}

impl Row {
    /// The row at an address, the first where several client keys share it; `None` where nobody knows that code or ID.
    pub fn find(address: Address) -> Option<Row> {
        match address {
            Address::Code(code) => reason::find(code).map(Row::Code),
            Address::ActivationId(id) => activation_id::find(id).map(Row::ActivationId),
            Address::ApplicationId(id) => application_id::find(id).map(Row::ApplicationId),
            Address::Article(key) => article::find(key).map(Row::Article),
            Address::ClientKey(ending) => client_key::by_ending(ending).next().map(Row::ClientKey),
            Address::Build(build) => build::find(build).map(Row::Build),
            Address::Lcid(lcid) => lcid::find(lcid).map(Row::Lcid),
            Address::Figure(name) => threshold::find(name).map(Row::Figure),
            Address::Grace(generation, kind) => grace::find(generation, kind).map(Row::Grace),
            Address::PidPiece(part, digits) => {
                extended_pid::find(part, digits).map(|piece| Row::PidPiece(part, piece))
            }
        }
    }

    /// Where it is found.
    pub fn address(&self) -> Address {
        match self {
            Row::Article(row) => Address::Article(row.key),
            Row::Code(row) => Address::Code(row.code),
            Row::Figure(row) => Address::Figure(row.name),
            Row::Grace(row) => Address::Grace(row.generation, row.kind),
            Row::ClientKey(row) => Address::ClientKey(row.ending()),
            Row::ApplicationId(row) => Address::ApplicationId(row.id),
            Row::ActivationId(row) => Address::ActivationId(row.id),
            Row::Build(row) => Address::Build(row.build),
            Row::PidPiece(part, row) => Address::PidPiece(*part, row.value),
            Row::Lcid(row) => Address::Lcid(row.lcid),
        }
    }

    /// What it is, in the published shape: "code", "activation-id", an article's own kind ("event"), ...
    pub fn kind(&self) -> &'static str {
        match self {
            Row::Article(row) => row.kind().name(),
            Row::Code(_) => "code",
            Row::Figure(_) => "figure",
            Row::Grace(_) => "grace",
            Row::ClientKey(_) => "client-key",
            Row::ApplicationId(_) => "application-id",
            Row::ActivationId(_) => "activation-id",
            Row::Build(_) => "build",
            Row::PidPiece(..) => "pid-piece",
            Row::Lcid(_) => "lcid",
        }
    }

    /// How sure it is.
    pub fn certainty(&self) -> Certainty {
        self.provenance().0
    }

    /// Where it comes from.
    pub fn sources(&self) -> Sources {
        self.provenance().1
    }

    fn provenance(&self) -> (Certainty, Sources) {
        match self {
            Row::Article(row) => (row.certainty, row.sources()),
            Row::Code(row) => (row.certainty, row.sources()),
            Row::Figure(row) => (row.certainty, row.sources()),
            Row::Grace(row) => (row.certainty, row.sources()),
            Row::ClientKey(row) => (row.certainty, row.sources()),
            Row::ApplicationId(row) => (row.certainty, row.sources()),
            Row::ActivationId(row) => (row.certainty, row.sources()),
            Row::Build(row) => (row.certainty, row.sources()),
            Row::PidPiece(_, row) => (row.certainty, row.sources()),
            Row::Lcid(row) => (row.certainty, row.sources()),
        }
    }
}
