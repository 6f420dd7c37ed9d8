//! What other tools print beside licensing output, kept as typed evidence: DNS answers, port tests, clocks, registry values.

use super::Words;

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence<'t> {
    /// Its first line, 1-based.
    pub line: u32,
    /// What it says.
    pub kind: EvidenceKind<'t>,
}

/// What a piece of evidence says.
#[derive(Clone, Debug, PartialEq)]
pub enum EvidenceKind<'t> {
    /// An answer of DNS about `_vlmcs._tcp` (`nslookup -type=srv`, `Resolve-DnsName -Type SRV`): one for each record; one without
    /// a target where DNS knows none.
    DnsSrv(DnsSrv<'t>),
    /// `Test-NetConnection -Port`.
    PortTest(PortTest<'t>),
    /// `w32tm /query /status`.
    Clock(Clock<'t>),
    /// A value of a licensing key that `reg query` (or `Get-ItemProperty`) printed.
    Registry(RegistryValue<'t>),
}

impl EvidenceKind<'_> {
    /// Its name in the published shape.
    pub const fn name(&self) -> &'static str {
        match self {
            EvidenceKind::DnsSrv(_) => "dns-srv",
            EvidenceKind::PortTest(_) => "port-test",
            EvidenceKind::Clock(_) => "clock",
            EvidenceKind::Registry(_) => "registry",
        }
    }
}

/// A record that DNS holds for `_vlmcs._tcp`, or that it holds none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DnsSrv<'t> {
    /// The name that was asked for, as printed.
    pub name: Option<Words<'t>>,
    /// The DNS server that answered, as printed.
    pub server: Option<Words<'t>>,
    /// The host, as printed; `None` where DNS knows none.
    pub target: Option<Words<'t>>,
    /// Its port.
    pub port: Option<u32>,
    /// Priority of the record.
    pub priority: Option<u32>,
    /// Weight of the record.
    pub weight: Option<u32>,
    /// What the tool said in place of an answer, as printed ("Non-existent domain").
    pub failure: Option<Words<'t>>,
}

/// Whether a port of a host answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PortTest<'t> {
    /// The host, as printed.
    pub host: Option<Words<'t>>,
    /// Its address, as printed.
    pub address: Option<Words<'t>>,
    /// The port.
    pub port: Option<u32>,
    /// Whether the connection came about.
    pub succeeded: Option<bool>,
}

/// The state of a machine's clock.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clock<'t> {
    /// Where the time comes from, as printed.
    pub source: Option<Words<'t>>,
    /// The stratum; 0 is "unspecified".
    pub stratum: Option<u32>,
    /// When it was last set, as printed.
    pub last_sync: Option<Words<'t>>,
    /// How far the clock is off ("Phase Offset", seconds), as printed.
    pub phase_offset: Option<Words<'t>>,
    /// Whether the clock follows a source at all; `None` where the output does not tell.
    pub synchronized: Option<bool>,
}

/// A value of the registry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RegistryValue<'t> {
    /// The key, as printed.
    pub key: Option<Words<'t>>,
    /// The value's name, as printed.
    pub name: Option<Words<'t>>,
    /// Its type ("REG_SZ").
    pub value_type: Option<Words<'t>>,
    /// What it holds, as printed.
    pub value: Option<Words<'t>>,
}
