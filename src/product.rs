//! What a product is, judged from its printed name, description and Activation ID: family, generation, edition.

/// The family a product belongs to; it decides which tool and which rules apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// Windows client.
    Windows,
    /// Windows Server.
    WindowsServer,
    /// An add-on to Windows, such as Extended Security Updates.
    WindowsAddOn,
    /// Office, Project or Visio.
    Office,
    /// Not known.
    Unknown,
}

impl Family {
    /// Whether Windows' rules apply.
    pub const fn is_windows(self) -> bool {
        matches!(self, Family::Windows | Family::WindowsServer | Family::WindowsAddOn)
    }
}

/// The era of rules a product lives under, as far as the output shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Era {
    /// Vista, Server 2008.
    Vista,
    /// Windows 7, Server 2008 R2.
    Seven,
    /// Windows 8 and later, Server 2012 and later.
    EightOrLater,
}
