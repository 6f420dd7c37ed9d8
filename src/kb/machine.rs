//! State machines: in which states a product is, how long it stays there by itself, and what leads out of it.
//!
//! ```
//! use activation_desk::kb::machine::{Machine, State, find};
//! let lease = find(Machine::Seven, State::Licensed).expect("a state of Windows 7");
//! assert_eq!(lease.minutes(), Some(259_200));
//! assert_eq!(lease.after_its_time(), Some(State::OutOfTolerance));
//! let newer = find(Machine::EightOrLater, State::Licensed).expect("a state of Windows 8");
//! assert_eq!(newer.after_its_time(), Some(State::Notification));
//! ```

use super::generated::state_machines::STAYS;
use super::grace::{self, Generation, GraceKind};
use super::threshold::{Threshold, Unit};
use super::{Certainty, Sources};

/// A product's stay in one state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stay {
    /// Whose.
    pub machine: Machine,
    /// Where.
    pub state: State,
    /// How long, if nobody does anything.
    pub length: Length,
    /// What leads out of it, each cause once.
    pub leads: &'static [Lead],
    /// What people notice on the way, the earliest first.
    pub marks: &'static [Mark],
    /// What else has to be said, in plain sentences.
    pub note: Option<&'static str>,
    /// How sure all this is.
    pub certainty: Certainty,
    pub(super) sources: Sources,
}

/// The products that differ in their states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Machine {
    /// Windows Vista without a service pack.
    VistaRtm,
    /// Windows Vista from service pack 1 on.
    VistaSp1,
    /// Windows Server 2008.
    Server2008,
    /// Windows 7, Windows Server 2008 R2.
    Seven,
    /// Windows 8 and later, Windows Server 2012 and later.
    EightOrLater,
    /// Volume editions of Office 2010.
    Office2010,
    /// Volume editions of Office 2013 and later, to LTSC 2024.
    Office2013OrLater,
    /// Evaluation editions.
    Evaluation,
    /// The licence of a KMS host itself.
    KmsHost,
}

/// The states. Unlike `LicenseStatus` they tell a licence with a countdown from one without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Not activated yet, after the installation.
    InitialGrace,
    /// Activated for a time.
    Licensed,
    /// Activated without an end.
    LicensedForGood,
    /// The activation lapsed, or the hardware changed too much.
    OutOfTolerance,
    /// The check for genuine Windows failed.
    NonGenuineGrace,
    /// Not activated, and it says so.
    Notification,
    /// Vista without a service pack: logon for an hour at a time.
    ReducedFunctionality,
    /// No licence.
    Unlicensed,
}

/// How long a stay is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    /// A figure of volume activation.
    Figure(&'static Threshold),
    /// A grace period, whose length may not be published.
    Grace(Generation, GraceKind),
    /// It ends by what somebody does, not by time.
    Open,
    /// It ends by time; nobody published when.
    Unknown,
}

/// A way out of a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lead {
    /// What causes it.
    pub by: Cause,
    /// Where it leads.
    pub to: State,
}

/// What leads from one state to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// The length is over.
    Time,
    /// An activation.
    Activation,
    /// A renewal of the activation.
    Renewal,
    /// The hardware changed too much.
    Hardware,
    /// A rearm, while rearms remain.
    Rearm,
}

/// Something that people notice on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Days before the end.
    pub days: u32,
    /// What it is.
    pub what: Notice,
}

/// What people notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Notice {
    /// A toast and a line in the settings.
    Toast,
    /// A dialog at the start of each Office application.
    Dialogs,
    /// A reminder every four hours.
    EveryFourHours,
    /// A reminder every hour.
    EveryHour,
}

impl Stay {
    /// Its length in minutes; `None` where it has none, or none is published.
    pub fn minutes(&self) -> Option<u32> {
        match self.length {
            Length::Figure(figure) => in_minutes(figure),
            Length::Grace(generation, kind) => {
                grace::find(generation, kind)?.days?.checked_mul(DAY)
            }
            Length::Open | Length::Unknown => None,
        }
    }

    /// The state that follows when its time is over; `None` where none is published, or time does not end it.
    pub fn after_its_time(&self) -> Option<State> {
        self.leads
            .iter()
            .find(|lead| lead.by == Cause::Time)
            .map(|lead| lead.to)
    }

    /// Where this comes from.
    pub const fn sources(&self) -> Sources {
        self.sources
    }

    /// Where its length comes from, if that is a row of its own.
    pub fn length_sources(&self) -> Option<Sources> {
        match self.length {
            Length::Figure(figure) => Some(figure.sources()),
            Length::Grace(generation, kind) => {
                grace::find(generation, kind).map(|grace| grace.sources())
            }
            Length::Open | Length::Unknown => None,
        }
    }
}

const DAY: u32 = 24 * 60;

/// A figure that is a time, in minutes.
pub fn in_minutes(figure: &Threshold) -> Option<u32> {
    match figure.unit {
        Unit::Minutes => Some(figure.value),
        Unit::Days => figure.value.checked_mul(DAY),
        _ => None,
    }
}

impl State {
    /// Its name in the published shape.
    pub const fn name(self) -> &'static str {
        match self {
            State::InitialGrace => "initial-grace",
            State::Licensed => "licensed",
            State::LicensedForGood => "licensed-for-good",
            State::OutOfTolerance => "out-of-tolerance",
            State::NonGenuineGrace => "non-genuine-grace",
            State::Notification => "notification",
            State::ReducedFunctionality => "reduced-functionality",
            State::Unlicensed => "unlicensed",
        }
    }
}

/// What is known of a machine's stay in a state. `None` where no source tells of it.
pub fn find(machine: Machine, state: State) -> Option<&'static Stay> {
    let place = STAYS
        .binary_search_by_key(&(machine, state), |row| (row.machine, row.state))
        .ok()?;
    STAYS.get(place)
}

/// All stays, sorted.
pub fn all() -> &'static [Stay] {
    STAYS
}
