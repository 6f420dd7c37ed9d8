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
    pub known: Option<&'static Reason>,
    /// The HRESULT of a Windows error number, where the code is such a small number: what Windows prints for it elsewhere.
    pub wrapped: Option<Wrapped>,
    /// The number of the Windows error that the code wraps.
    pub win32: Option<u16>,
    /// The same code as information or as failure, where the knowledge base has it.
    pub twin: Option<&'static Reason>,
    /// Known codes that differ in one digit, where this one has not eight or is not known.
    pub nearest: Vec<Near<&'static Reason>>,
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
    pub known: Option<&'static Reason>,
}

impl Finding {
    /// Looks a code up.
    pub fn of(code: u32, spelling: Spelling) -> Finding {
        let known = reason::find(code);
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
            twin: error_code::twin(code).and_then(reason::find),
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
        let all = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let is_failure = digits.starts_with(['8', 'C', 'c', '4']);
        if !all || !matches!(count, 7 | 9) || !is_failure {
            return None;
        }
        let digits = digits.to_ascii_uppercase();
        let nearest = nearest(
            &digits,
            1,
            reason::all()
                .iter()
                .map(|reason| (reason, format!("{:08X}", reason.code))),
        );
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
    pub fn told(&self) -> Option<&'static Reason> {
        self.known
            .or_else(|| self.wrapped.and_then(|wrapped| wrapped.known))
    }
}

impl Wrapped {
    fn of(number: u16) -> Wrapped {
        let code = error_code::of_win32(number);
        Wrapped {
            code,
            known: reason::find(code),
        }
    }
}

/// Known codes that are the same but for one digit that was taken for its double: 8 and B, 0 and D, 6 and 5.
fn doubles(code: u32) -> Vec<Near<&'static Reason>> {
    const PAIRS: [(char, char); 3] = [('8', 'B'), ('0', 'D'), ('5', '6')];
    let is_pair = |found: char, expected: char| {
        PAIRS
            .iter()
            .any(|&(a, b)| (found, expected) == (a, b) || (found, expected) == (b, a))
    };
    let digits = format!("{code:08X}");
    nearest(
        &digits,
        1,
        reason::all()
            .iter()
            .map(|reason| (reason, format!("{:08X}", reason.code)))
            .filter(|(_, known)| {
                let mut differing = digits.chars().zip(known.chars()).filter(|(a, b)| a != b);
                differing
                    .next()
                    .is_some_and(|(found, expected)| is_pair(found, expected))
                    && differing.next().is_none()
            }),
    )
}
