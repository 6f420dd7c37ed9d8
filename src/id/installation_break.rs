//! Where an Installation ID lost or gained digits: the groups before and behind the place still hold.

use super::installation_id::{Check, check};

const GROUPS: usize = 9;
/// The most digits that one of two groups may have lost or gained.
const MOST: isize = 3;

/// Where digits were lost or came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// The digits that a whole group has: 6 or 7.
    pub size: usize,
    /// What happened, group by group; every other group holds.
    pub odd: Vec<OddGroup>,
    /// Whether the text simply ends too early: the whole groups before the first odd one hold, nothing follows it.
    pub cut_short: bool,
}

/// A group that has not as many digits as it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OddGroup {
    /// 1 to 9: the first group that it can be.
    pub first: usize,
    /// The last group that it can be: a wrong group holds by chance in one case of ten.
    pub last: usize,
    /// Digits too many; negative where digits are missing.
    pub change: isize,
}

/// Finds the place. `None` where the check digits do not single one out, and where all nine groups have their size.
pub fn locate(digits: &str) -> Option<Break> {
    let digits = digits.as_bytes();
    if digits.len() > 80 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let found: Vec<Break> = [7, 6]
        .into_iter()
        .filter_map(|size| one(digits, size))
        .collect();
    if let Some(only) = alone(found) {
        return Some(only);
    }
    if let Some(short) = alone(
        [7, 6]
            .into_iter()
            .filter_map(|size| cut_short(digits, size))
            .collect(),
    ) {
        return Some(short);
    }
    alone(
        [7, 6]
            .into_iter()
            .filter_map(|size| two(digits, size))
            .collect(),
    )
}

fn alone(mut found: Vec<Break>) -> Option<Break> {
    if found.len() == 1 { found.pop() } else { None }
}

/// Whether a group of that size stands at a place and holds.
fn holds(digits: &[u8], at: isize, size: usize) -> bool {
    usize::try_from(at)
        .ok()
        .and_then(|at| digits.get(at..at + size))
        .is_some_and(|group| check(group) == Check::Holds)
}

/// One group is odd: as many as there are before and behind hold.
fn one(digits: &[u8], size: usize) -> Option<Break> {
    let change = digits.len() as isize - (GROUPS * size) as isize;
    if change == 0 || change.unsigned_abs() > size {
        return None;
    }
    let fits = |odd: usize| {
        (0..GROUPS).filter(|&group| group != odd).all(|group| {
            let shift = if group > odd { change } else { 0 };
            holds(digits, (group * size) as isize + shift, size)
        })
    };
    let first = (0..GROUPS).find(|&odd| fits(odd))?;
    let last = (first..GROUPS).take_while(|&odd| fits(odd)).last()?;
    Some(Break {
        size,
        odd: vec![OddGroup {
            first: first + 1,
            last: last + 1,
            change,
        }],
        cut_short: first + 1 == GROUPS && change < 0,
    })
}

/// Whole groups from the left, then nothing or a piece of one.
fn cut_short(digits: &[u8], size: usize) -> Option<Break> {
    let (whole, rest) = (digits.len() / size, digits.len() % size);
    // Three groups hold by chance in one number of a thousand.
    if !(3..GROUPS).contains(&whole) {
        return None;
    }
    if !(0..whole).all(|group| holds(digits, (group * size) as isize, size)) {
        return None;
    }
    Some(Break {
        size,
        odd: vec![OddGroup {
            first: whole + 1,
            last: whole + 1,
            change: rest as isize - ((GROUPS - whole) * size) as isize,
        }],
        cut_short: true,
    })
}

/// Two groups are odd, and the other seven hold.
fn two(digits: &[u8], size: usize) -> Option<Break> {
    let change = digits.len() as isize - (GROUPS * size) as isize;
    if change.abs() > 2 * MOST {
        return None;
    }
    let mut found: Option<(OddGroup, OddGroup)> = None;
    for (first, second) in
        (0..GROUPS).flat_map(|first| (first + 1..GROUPS).map(move |second| (first, second)))
    {
        for own in -MOST..=MOST {
            let other = change - own;
            if own == 0 || other == 0 || other.abs() > MOST {
                continue;
            }
            let fits = (0..GROUPS)
                .filter(|&group| group != first && group != second)
                .all(|group| {
                    let shift =
                        isize::from(group > first) * own + isize::from(group > second) * other;
                    holds(digits, (group * size) as isize + shift, size)
                });
            if !fits {
                continue;
            }
            match &mut found {
                None => {
                    let odd = |group, change| OddGroup {
                        first: group + 1,
                        last: group + 1,
                        change,
                    };
                    found = Some((odd(first, own), odd(second, other)));
                }
                // The neighbours of the first answer widen it; another answer makes it none.
                Some((one, two)) if one.change == own && two.change == other => {
                    (one.first, one.last) = (one.first.min(first + 1), one.last.max(first + 1));
                    (two.first, two.last) = (two.first.min(second + 1), two.last.max(second + 1));
                }
                Some(_) => return None,
            }
        }
    }
    let (one, two) = found?;
    if one.last - one.first > 2 || two.last - two.first > 2 || one.last >= two.first {
        return None;
    }
    Some(Break {
        size,
        odd: vec![one, two],
        cut_short: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFICE: &str = "020650770493837252929082195773527024195725809211989214";
    const WINDOWS: &str = "489126343257012289105546522085205332958764158851011127139061121";

    fn without(text: &str, at: usize) -> String {
        let mut text = text.to_owned();
        text.remove(at);
        text
    }

    #[test]
    fn one_lost_digit_is_found_in_its_group() {
        for (number, size) in [(OFFICE, 6), (WINDOWS, 7)] {
            let mut exact = 0;
            for at in 0..number.len() {
                let text = without(number, at);
                let found = locate(&text).unwrap_or_else(|| panic!("{text}"));
                assert_eq!((found.size, found.odd.len()), (size, 1), "{text}");
                let odd = &found.odd[0];
                let group = at / size + 1;
                assert_eq!(odd.change, -1);
                assert!((odd.first..=odd.last).contains(&group), "{text}: {odd:?}");
                exact += usize::from(odd.first == odd.last);
            }
            assert!(
                exact * 10 >= number.len() * 6,
                "{exact} of {}",
                number.len()
            );
        }
    }

    #[test]
    fn a_lost_digit_here_and_one_too_many_there() {
        let mut text = without(WINDOWS, 15);
        text.insert(44, '8');
        let found = locate(&text).unwrap();
        assert_eq!(
            found
                .odd
                .iter()
                .map(|odd| (odd.first..=odd.last).contains(&[3, 7][usize::from(odd.change > 0)]))
                .collect::<Vec<_>>(),
            [true, true],
            "{found:?}"
        );
    }

    #[test]
    fn a_text_that_ends_too_early() {
        for (number, size) in [(OFFICE, 6), (WINDOWS, 7)] {
            for end in 4 * size..number.len() - size {
                let Some(found) = locate(&number[..end]) else {
                    panic!("{end}")
                };
                assert!(found.cut_short && found.size == size, "{end}: {found:?}");
                assert_eq!(found.odd[0].change, end as isize - number.len() as isize);
            }
        }
        assert_eq!(locate(OFFICE), None);
        assert_eq!(locate(WINDOWS), None);
    }

    #[test]
    fn a_group_left_out() {
        let text = format!("{}{}", &WINDOWS[..21], &WINDOWS[28..]);
        let found = locate(&text).unwrap();
        assert_eq!(found.odd[0].change, -7);
        assert!((found.odd[0].first..=found.odd[0].last).contains(&4));
    }

    #[test]
    fn nothing_is_claimed_of_other_numbers() {
        for text in [
            "",
            "5",
            "314159265358979323846264338327950288419716939937510582097494",
            "x",
        ] {
            assert_eq!(locate(text), None, "{text}");
        }
        assert_eq!(locate(&"9".repeat(1000)), None);
    }
}
