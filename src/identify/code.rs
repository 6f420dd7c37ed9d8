//! Error and reason codes: looked up, with their relatives.

use super::nearest::{Near, nearest};
use crate::{
    id::error_code::{self, Severity, Spelling},
    kb::reason::{self, Reason},
};

/// What is known of a code.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The code.
    pub code: u32,
    /// How it was spelled.
    pub spelling: Spelled,
    /// The knowledge base's entry of this very code.
    pub known: Option<Reason>,
    /// The HRESULT of a Windows error number, where the code is such a small number: what Windows prints for it elsewhere.
    pub wrapped: Option<Wrapped>,
    /// The number of the Windows error that the code wraps.
    pub win32: Option<u16>,
    /// The same code as information or as failure, where the knowledge base has it.
    pub twin: Option<Reason>,
    /// Known codes that differ in one digit, where this one has not eight or is not known.
    pub nearest: Vec<Near<Reason>>,
}

/// How it was spelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelled {
    /// As a code.
    Code(Spelling),
    /// As the small number of a Windows error.
    WindowsError,
    /// Hexadecimal, with so many digits instead of eight: one may be missing or too many.
    Digits(usize),
}

/// A Windows error as an HRESULT.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wrapped {
    /// The HRESULT.
    pub code: u32,
    /// Its entry.
    pub known: Option<Reason>,
}

impl Finding {
    /// Looks a code up.
    pub fn of(code: u32, spelling: Spelling) -> Finding {
        let known = known(code);
        let win32 = error_code::win32_of(code);
        let wrapped = match u16::try_from(code) {
            Ok(number) if number > 0 => Some(Wrapped::of(number)),
            _ => None,
        };
        let near = known.is_none() && error_code::severity(code) != Severity::Success;
        Finding {
            code,
            spelling: Spelled::Code(spelling),
            known,
            wrapped,
            win32,
            twin: error_code::twin(code).and_then(self::known),
            // Codes stand in rows: a neighbour of an unknown code says nothing, unless a letter was exchanged for its double.
            nearest: if near { doubles(code) } else { Vec::new() },
        }
    }

    /// The HRESULT of a Windows error number.
    pub fn of_windows_error(number: u16) -> Finding {
        let wrapped = Wrapped::of(number);
        Finding {
            code: u32::from(number),
            spelling: Spelled::WindowsError,
            known: None,
            wrapped: Some(wrapped),
            win32: Some(number),
            twin: None,
            nearest: Vec::new(),
        }
    }

    /// Seven or nine hexadecimal digits behind 0x.
    pub fn of_odd_length(digits: &str) -> Option<Finding> {
        let count = digits.len();
        let is_hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let is_failure = digits.starts_with(['8', 'C', 'c', '4']);
        if !is_hexadecimal || !matches!(count, 7 | 9) || !is_failure {
            return None;
        }
        let digits = digits.to_ascii_uppercase();
        let nearest = nearest(&digits, 1, all());
        Some(Finding {
            code: u32::from_str_radix(&digits, 16).unwrap_or_default(),
            spelling: Spelled::Digits(count),
            known: None,
            wrapped: None,
            win32: None,
            twin: None,
            nearest,
        })
    }

    /// The entry that tells most: of the code itself or, for a small number, of its HRESULT.
    pub fn told(&self) -> Option<Reason> {
        self.known
            .or_else(|| self.wrapped.and_then(|wrapped| wrapped.known))
    }
}

impl Wrapped {
    fn of(number: u16) -> Wrapped {
        let code = error_code::of_win32(number);
        Wrapped {
            code,
            known: known(code),
        }
    }
}

fn known(code: u32) -> Option<Reason> {
    reason::find(code)
}

/// All known codes with their digits.
fn all() -> impl Iterator<Item = (Reason, String)> {
    reason::all().map(|reason| (reason, format!("{:08X}", reason.code)))
}

/// Known codes that are the same but for one digit that was taken for its double: 8 and B, 0 and D, 6 and 5.
fn doubles(code: u32) -> Vec<Near<Reason>> {
    const PAIRS: [(char, char); 3] = [('8', 'B'), ('0', 'D'), ('5', '6')];
    let is_pair = |pair: (char, char)| PAIRS.contains(&pair) || PAIRS.contains(&(pair.1, pair.0));
    let digits = format!("{code:08X}");
    let is_double = |known: &str| {
        let mut differing = digits.chars().zip(known.chars()).filter(|(a, b)| a != b);
        differing.next().is_some_and(is_pair) && differing.next().is_none()
    };
    nearest(&digits, 1, all().filter(|(_, known)| is_double(known)))
}
