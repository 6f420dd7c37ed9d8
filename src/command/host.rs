//! Host names that may stand in a command line.

use std::{fmt, net::Ipv6Addr};

use super::KMS_HOST;

/// A host that is safe in a command line of both shells: a name or IPv4 address of `A-Z a-z 0-9 . - _` that starts with a
/// letter or digit, or an IPv6 address. Anything else becomes [`Host::UNKNOWN`], which prints as `<kms-host>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Host<'a>(Kind<'a>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind<'a> {
    Unknown,
    Name(&'a str),
    Ipv6(Ipv6Addr),
}

impl<'a> Host<'a> {
    /// A host that is not known.
    pub const UNKNOWN: Host<'static> = Host(Kind::Unknown);

    /// Reads a host without a port; IPv6 with or without brackets.
    pub fn new(text: &'a str) -> Host<'a> {
        let text = text.trim();
        let inner = text
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
            .unwrap_or(text);
        if let Ok(address) = inner.parse::<Ipv6Addr>() {
            return Host(Kind::Ipv6(address));
        }
        let safe = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
        let starts = text
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_alphanumeric());
        if starts && text.len() <= 253 && text.bytes().all(safe) {
            Host(Kind::Name(text))
        } else {
            Host(Kind::Unknown)
        }
    }

    /// Whether there is a host to show.
    pub fn is_known(self) -> bool {
        self.0 != Kind::Unknown
    }

    /// The name; `None` for an IPv6 address or an unknown host.
    pub fn name(self) -> Option<&'a str> {
        match self.0 {
            Kind::Name(name) => Some(name),
            _ => None,
        }
    }

    /// The host without brackets, for tools that take the port apart.
    pub(super) fn bare(self) -> String {
        match self.0 {
            Kind::Ipv6(address) => address.to_string(),
            _ => self.to_string(),
        }
    }
}

impl fmt::Display for Host<'_> {
    /// An IPv6 address in brackets, so that a port can follow.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Unknown => f.write_str(KMS_HOST),
            Kind::Name(name) => f.write_str(name),
            Kind::Ipv6(address) => write!(f, "[{address}]"),
        }
    }
}

/// Splits a printed "host:port" at the last colon; the port is `None` where none is printed or it is none.
///
/// ```
/// use activation_desk::command::split_host;
/// assert_eq!(split_host("kms01.example.com:1688"), ("kms01.example.com", Some(1688)));
/// assert_eq!(split_host("[2001:db8::1]:1688"), ("[2001:db8::1]", Some(1688)));
/// assert_eq!(split_host("2001:db8::1"), ("2001:db8::1", None));
/// ```
pub fn split_host(printed: &str) -> (&str, Option<u16>) {
    let printed = printed.trim();
    // A bare IPv6 address has colons of its own. The tool always prints a port, but people cut text.
    if printed.parse::<Ipv6Addr>().is_ok() {
        return (printed, None);
    }
    match printed.rsplit_once(':') {
        Some((host, port)) => match port.trim().parse::<u16>() {
            Ok(0) => (host, Some(1688)),
            Ok(port) => (host, Some(port)),
            Err(_) => (printed, None),
        },
        None => (printed, None),
    }
}
