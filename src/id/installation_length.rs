//! Installation IDs of a wrong length: how far off, the likely cause, and where to look first.

use std::fmt;

use super::{
    installation_id::{Check, check},
    shape::plural,
};

/// A number that is neither 54 nor 63 digits long. `Display` gives sentences for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongLength {
    count: usize,
    cause: Cause,
    first_suspect: Option<Suspect>,
}

/// The likely cause of a wrong length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// 36 digits, the number that a vendor's page gives by mistake.
    Documented36,
    /// 48 or 42 digits, as a Confirmation ID has.
    ConfirmationId,
    /// The number was copied twice in a row.
    Twice {
        /// The digits of one copy: 54 or 63.
        full: usize,
    },
    /// Whole groups are not there.
    GroupsMissing {
        /// How many.
        groups: usize,
        /// The digits due: 54 or 63.
        full: usize,
    },
    /// Digits are not there.
    DigitsMissing {
        /// How many.
        digits: usize,
        /// The digits due: 54 or 63.
        full: usize,
    },
    /// There are digits too many.
    DigitsTooMany {
        /// How many.
        digits: usize,
        /// The digits due: 54 or 63.
        full: usize,
    },
}

/// The first group, counted from the left, that breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suspect {
    /// 1 to 9.
    pub group: usize,
    /// The digits that a group was taken to have: 6 or 7.
    pub size: usize,
}

impl WrongLength {
    /// Takes ASCII digits, neither 54 nor 63 of them.
    pub(super) fn explain(digits: &[u8]) -> Self {
        let count = digits.len();
        let size = size_of_group(digits);
        let full = 9 * size;
        let holding = leading(digits, size);
        let half = count / 2;
        let cause = if matches!(count, 108 | 126) && digits[..half] == digits[half..] {
            Cause::Twice { full: half }
        } else if count == 36 {
            Cause::Documented36
        } else if count == 48 || (count == 42 && leading(digits, 7) < 6) {
            // 42 digits that hold as six groups of seven are two thirds of an Installation ID.
            Cause::ConfirmationId
        } else if count > full {
            Cause::DigitsTooMany {
                digits: count - full,
                full,
            }
        } else if count.is_multiple_of(size) && holding == count / size {
            Cause::GroupsMissing {
                groups: 9 - holding,
                full,
            }
        } else {
            Cause::DigitsMissing {
                digits: full - count,
                full,
            }
        };
        let counted = matches!(
            cause,
            Cause::DigitsMissing { .. } | Cause::DigitsTooMany { .. }
        );
        let first_suspect = (counted && holding < 9).then_some(Suspect {
            group: holding + 1,
            size,
        });
        WrongLength {
            count,
            cause,
            first_suspect,
        }
    }

    /// How many digits there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The likely cause.
    pub fn cause(&self) -> Cause {
        self.cause
    }

    /// Where to look first: the group whose check digit is the first that fails, or the one that is cut short. `None` where
    /// the groups give no hint. A wrong group passes by chance in one case of ten, so the slip may be one group earlier.
    pub fn first_suspect(&self) -> Option<Suspect> {
        self.first_suspect
    }
}

impl fmt::Display for WrongLength {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} digit{}. {}",
            self.count,
            plural(self.count),
            self.cause
        )?;
        match self.first_suspect {
            Some(Suspect { group, size }) => {
                write!(
                    f,
                    " Cut into groups of {size} from the left, group {group} is the first that breaks: look there first."
                )
            }
            None => Ok(()),
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Cause::Documented36 => {
                f.write_str("A vendor's page speaks of 36 digits; that is a mistake. An Installation ID has 54 or 63, so copy all of it.")
            }
            Cause::ConfirmationId => {
                f.write_str("This is the length of a Confirmation ID (the answer). An Installation ID has 54 or 63 digits.")
            }
            Cause::Twice { full } => write!(f, "The same {full} digits stand here twice; take one half."),
            Cause::GroupsMissing { groups, full } => {
                write!(f, "{groups} whole group{} of {} digits {} missing at the end.", plural(groups), full / 9, is_are(groups))
            }
            Cause::DigitsMissing { digits, full } => {
                write!(f, "{digits} digit{} {} missing to make {full}.", plural(digits), is_are(digits))
            }
            Cause::DigitsTooMany { digits, full } => {
                write!(f, "{digits} digit{} too many: {full} are due.", plural(digits))
            }
        }
    }
}

const fn is_are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

/// How many whole groups from the left hold, nine at most.
fn leading(digits: &[u8], size: usize) -> usize {
    digits
        .chunks_exact(size)
        .take(9)
        .take_while(|group| check(group) == Check::Holds)
        .count()
}

/// Six or seven: what the check digits say clearly, else the nearer of the two full lengths.
fn size_of_group(digits: &[u8]) -> usize {
    let (six, seven) = (leading(digits, 6), leading(digits, 7));
    // One group holds by chance in ten, two in a hundred.
    if six.abs_diff(seven) >= 2 {
        return if six > seven { 6 } else { 7 };
    }
    if digits.len().abs_diff(54) <= digits.len().abs_diff(63) {
        6
    } else {
        7
    }
}

#[cfg(test)]
mod tests {
    use super::super::installation_id::inspect;

    const OFFICE: &str = "020650770493837252929082195773527024195725809211989214";
    const WINDOWS: &str = "489126343257012289105546522085205332958764158851011127139061121";

    #[track_caller]
    fn says(text: &str, sentence: &str) {
        assert_eq!(inspect(text).to_string(), sentence);
    }

    fn without(text: &str, at: usize) -> String {
        let mut text = text.to_owned();
        text.remove(at);
        text
    }

    #[test]
    fn causes() {
        says(
            &OFFICE[..36],
            "36 digits. A vendor's page speaks of 36 digits; that is a mistake. An Installation ID has 54 or 63, so copy all of it.",
        );
        says(
            &OFFICE[..48],
            "48 digits. This is the length of a Confirmation ID (the answer). An Installation ID has 54 or 63 digits.",
        );
        says(
            &OFFICE[..42],
            "42 digits. This is the length of a Confirmation ID (the answer). An Installation ID has 54 or 63 digits.",
        );
        says(
            &WINDOWS[..56],
            "56 digits. 1 whole group of 7 digits is missing at the end.",
        );
        says(
            &WINDOWS[..42],
            "42 digits. 3 whole groups of 7 digits are missing at the end.",
        );
        says(
            &OFFICE[..30],
            "30 digits. 4 whole groups of 6 digits are missing at the end.",
        );
        says(
            &OFFICE.repeat(2),
            "108 digits. The same 54 digits stand here twice; take one half.",
        );
        says(
            &format!("{WINDOWS}5"),
            "64 digits. 1 digit too many: 63 are due.",
        );
    }

    #[test]
    fn the_first_group_that_breaks() {
        let lost = without(WINDOWS, 9);
        says(
            &lost,
            "62 digits. 1 digit is missing to make 63. \
             Cut into groups of 7 from the left, group 2 is the first that breaks: look there first.",
        );
        says(
            &OFFICE[..53],
            "53 digits. 1 digit is missing to make 54. \
             Cut into groups of 6 from the left, group 9 is the first that breaks: look there first.",
        );
        says(
            "5",
            "1 digit. 53 digits are missing to make 54. \
             Cut into groups of 6 from the left, group 1 is the first that breaks: look there first.",
        );
    }

    /// One digit dropped anywhere is suspected in its own group, or later where the shifted digits hold by chance.
    #[test]
    fn a_lost_digit_is_never_suspected_too_early() {
        for (number, size) in [(OFFICE, 6), (WINDOWS, 7)] {
            let (mut near, mut all) = (0, 0);
            for at in 0..number.len() {
                let text = without(number, at);
                let super::super::installation_id::Inspection::WrongLength(why) = inspect(&text)
                else {
                    panic!("{text}")
                };
                let suspect = why.first_suspect().unwrap_or_else(|| panic!("{text}"));
                assert_eq!(suspect.size, size, "{text}");
                assert!(suspect.group > at / size, "{text}");
                near += usize::from(suspect.group == at / size + 1);
                all += 1;
            }
            assert!(near * 10 >= all * 8, "{near} of {all}");
        }
    }
}
