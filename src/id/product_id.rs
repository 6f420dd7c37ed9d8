//! Short Product IDs, 20 letters and digits: what Windows shows under "About", and Office of old in its own window.
//!
//! ```
//! use activation_desk::id::product_id::{Form, parse};
//! let id = parse("00331-10000-00001-AA171").unwrap();
//! assert_eq!(id.form, Form::Modern { group: "03311".into(), serial: "000000001".into(), tail: Some("171".into()) });
//! ```

use super::{
    liberty::{Liberty, digit_like, once, usual},
    shape::{is_blank, is_dash},
};

/// A short Product ID.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductId {
    /// As it is printed: "00331-10000-00001-AA171".
    pub text: String,
    /// Its parts.
    pub form: Form,
    /// What was forgiven.
    pub liberties: Vec<Liberty>,
}

/// The forms. Rules proven on the pairs of long and short IDs that were published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// `0GGGG-GSSSS-SSSSS-AAnnn`: Windows 8 and Office 2013 and later.
    Modern {
        /// Group of the key, as in the Extended PID.
        group: String,
        /// Serial number of the key, nine digits, as in the Extended PID.
        serial: String,
        /// Three digits that differ between installations of one key; `None` where OEM stands there (preinstalled).
        tail: Option<String>,
    },
    /// `AAAAA-BBB-CCCCCCC-DDDDD`: Windows XP, Office 2003 to 2010.
    Classic {
        /// Product code.
        product: String,
        /// Serial number of the key, nine digits.
        serial: String,
        /// Whether the sum of the seven digits can be divided by 7, as it should.
        sum_holds: bool,
    },
    /// `AAAAA-OEM-EEEEEEE-DDDDD`: preinstalled products of the same generations, Windows 7 included.
    ClassicOem {
        /// Product code.
        product: String,
        /// Serial number of the key, nine digits.
        serial: String,
        /// Whether the sum of the seven digits can be divided by 7, as it should.
        sum_holds: bool,
    },
}

/// Takes a short Product ID apart; `None` for any other text. Dashes of any kind, blanks around them, lower case and letters that
/// look like digits are forgiven and told.
pub fn parse(text: &str) -> Option<ProductId> {
    if text.len() > 120 {
        return None;
    }
    let mut liberties = Vec::new();
    let around = |c: char| is_blank(c) || "\"'.,;()<>[]".contains(c);
    let core = text.trim_end_matches(around);
    let mut parts: Vec<Vec<(usize, char)>> = vec![Vec::new()];
    for (position, c) in (1..).zip(core.chars()).skip_while(|&(_, c)| around(c)) {
        if is_dash(c) {
            if c != '-' {
                once(&mut liberties, Liberty::Dashes);
            }
            parts.push(Vec::new());
        } else if !is_blank(c) {
            let c = usual(c, &mut liberties);
            parts.last_mut()?.push((position, c));
        }
    }
    let [first, second, third, last] = <[_; 4]>::try_from(parts).ok()?;
    let first = digits(&first, 5, &mut liberties)?;
    let is_oem = is_word(&second, "OEM", &mut liberties);
    let (text, form) = match (second.len(), third.len()) {
        (5, 5) => {
            let second = digits(&second, 5, &mut liberties)?;
            let third = digits(&third, 5, &mut liberties)?;
            let (letters, tail) = last.split_at_checked(2)?;
            if !is_word(letters, "AA", &mut liberties) {
                return None;
            }
            let tail = if is_word(tail, "OEM", &mut liberties) {
                None
            } else {
                Some(digits(tail, 3, &mut liberties)?)
            };
            // 15 digits: a zero, five of the group, nine of the serial number.
            let group = first.strip_prefix('0')?;
            (
                format!(
                    "{first}-{second}-{third}-AA{}",
                    tail.as_deref().unwrap_or("OEM")
                ),
                Form::Modern {
                    group: format!("{group}{}", &second[..1]),
                    serial: format!("{}{third}", &second[1..]),
                    tail,
                },
            )
        }
        (3, 7) => {
            let third = digits(&third, 7, &mut liberties)?;
            let last = digits(&last, 5, &mut liberties)?;
            let sum: u32 = third.bytes().map(|byte| u32::from(byte - b'0')).sum();
            let sum_holds = sum.is_multiple_of(7);
            if is_oem {
                (
                    format!("{first}-OEM-{third}-{last}"),
                    Form::ClassicOem {
                        product: first,
                        serial: format!("{}{last}", &third[2..6]),
                        sum_holds,
                    },
                )
            } else {
                let second = digits(&second, 3, &mut liberties)?;
                (
                    format!("{first}-{second}-{third}-{last}"),
                    Form::Classic {
                        product: first,
                        serial: format!("{second}{}", &third[..6]),
                        sum_holds,
                    },
                )
            }
        }
        _ => return None,
    };
    Some(ProductId {
        text,
        form,
        liberties,
    })
}

/// Whether a part is that word, in either case.
fn is_word(part: &[(usize, char)], word: &str, liberties: &mut Vec<Liberty>) -> bool {
    let is = part.len() == word.len()
        && part
            .iter()
            .zip(word.chars())
            .all(|((_, c), due)| c.eq_ignore_ascii_case(&due));
    if is && part.iter().any(|(_, c)| c.is_ascii_lowercase()) {
        once(liberties, Liberty::Case);
    }
    is
}

/// So many digits and nothing else.
fn digits(part: &[(usize, char)], count: usize, liberties: &mut Vec<Liberty>) -> Option<String> {
    // More than two letters in a part are no slip.
    let letters = part.iter().filter(|(_, c)| !c.is_ascii_digit()).count();
    if part.len() != count || letters > 2 {
        return None;
    }
    let mut taken = String::new();
    for &(position, c) in part {
        if c.is_ascii_digit() {
            taken.push(c);
            continue;
        }
        let digit = digit_like(c)?;
        liberties.push(Liberty::LookAlike {
            position,
            found: c,
            read_as: digit,
        });
        taken.push(digit);
    }
    Some(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_pairs() {
        // The long forms: 82503-00022-242-844735-00-..., 82503-00022-700-370636-02-...
        let classic = parse("82503-242-8447354-11013").unwrap();
        assert_eq!(
            classic.form,
            Form::Classic {
                product: "82503".into(),
                serial: "242844735".into(),
                sum_holds: true
            }
        );
        let oem = parse("82503-OEM-1170032-70636").unwrap();
        assert_eq!(
            oem.form,
            Form::ClassicOem {
                product: "82503".into(),
                serial: "700370636".into(),
                sum_holds: true
            }
        );
        // xxxxx-03312-035-039572-03-...
        let modern = parse("00331-20350-39572-AA571").unwrap();
        assert_eq!(
            modern.form,
            Form::Modern {
                group: "03312".into(),
                serial: "035039572".into(),
                tail: Some("571".into())
            }
        );
        assert!(matches!(
            parse("00330-50000-00000-AAOEM").unwrap().form,
            Form::Modern { tail: None, .. }
        ));
        assert!(matches!(
            parse("00359-OEM-8992687-00118").unwrap().form,
            Form::ClassicOem { serial, sum_holds: true, .. } if serial == "926800118"
        ));
    }

    #[test]
    fn liberties_and_other_texts() {
        let read = parse(" (0033l-10000-00001-aa171) ").unwrap();
        assert_eq!(read.text, "00331-10000-00001-AA171");
        assert_eq!(
            read.liberties,
            [
                Liberty::LookAlike {
                    position: 7,
                    found: 'l',
                    read_as: '1'
                },
                Liberty::Case,
            ]
        );
        for text in [
            "",
            "00331-10000-00001",
            "00331-10000-00001-BB171",
            "98ebfe73-2084-4c97-932c-c0cd1643bea7",
            "10331-1000-00001-AA171",
            "XXXXX-XXXXX-XXXXX-AA171",
            "12345-67890-12345-67890",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
