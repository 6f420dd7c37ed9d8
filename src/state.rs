//! License states: what a product is allowed to do now. Facts only; what follows from a state is told in `wording::states`.
//!
//! There is deliberately no order between states: "worse" depends on the channel and on who asks.

/// The seven license states of the licensing service (WMI `LicenseStatus`, 0 to 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LicenseStatus {
    /// 0: no licence.
    Unlicensed,
    /// 1: licensed.
    Licensed,
    /// 2: out-of-box grace, printed "Initial grace period".
    OobGrace,
    /// 3: out-of-tolerance grace, printed "Additional grace period (...)".
    OotGrace,
    /// 4: non-genuine grace.
    NonGenuineGrace,
    /// 5: notification.
    Notification,
    /// 6: extended grace.
    ExtendedGrace,
}

impl LicenseStatus {
    /// All states in the order of their numbers.
    pub const ALL: [LicenseStatus; 7] = [
        LicenseStatus::Unlicensed,
        LicenseStatus::Licensed,
        LicenseStatus::OobGrace,
        LicenseStatus::OotGrace,
        LicenseStatus::NonGenuineGrace,
        LicenseStatus::Notification,
        LicenseStatus::ExtendedGrace,
    ];

    /// The state with WMI's number `n`, or `None` above 6.
    pub fn from_number(n: u32) -> Option<Self> {
        Self::ALL.get(n as usize).copied()
    }

    /// WMI's number, 0 to 6.
    pub const fn number(self) -> u32 {
        self as u32
    }

    /// Its name in the published shape.
    pub const fn name(self) -> &'static str {
        match self {
            LicenseStatus::Unlicensed => "unlicensed",
            LicenseStatus::Licensed => "licensed",
            LicenseStatus::OobGrace => "oob-grace",
            LicenseStatus::OotGrace => "oot-grace",
            LicenseStatus::NonGenuineGrace => "non-genuine-grace",
            LicenseStatus::Notification => "notification",
            LicenseStatus::ExtendedGrace => "extended-grace",
        }
    }
}
