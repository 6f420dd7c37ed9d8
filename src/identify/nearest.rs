//! Known values that differ in one or two characters from what was given.

/// A known value near the one given.
#[derive(Clone, Debug, PartialEq)]
pub struct Near<T> {
    /// The known one.
    pub known: T,
    /// Where they differ, in the order of the known value.
    pub differences: Vec<Difference>,
}

/// One character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The 0-based place in the known value; where something is too much, the place before which it stands.
    pub at: usize,
    /// What was given; `None` where a character is missing.
    pub found: Option<char>,
    /// What the known value has; `None` where there is a character too many.
    pub expected: Option<char>,
}

/// The most characters that may differ.
const MOST: usize = 2;
/// The most values that are suggested.
const MOST_SUGGESTED: usize = 3;
/// Values are no longer than this.
const LONGEST: usize = 40;

/// The values of a list that are nearest to `given`, all at the same distance. Both are ASCII.
pub(super) fn nearest<T: Copy>(
    given: &str,
    most: usize,
    list: impl Iterator<Item = (T, String)>,
) -> Vec<Near<T>> {
    let mut best: Vec<Near<T>> = Vec::new();
    if given.len() > LONGEST {
        return best;
    }
    let mut limit = most.min(MOST);
    for (known, value) in list {
        let Some(differences) = differences(given.as_bytes(), value.as_bytes(), limit) else {
            continue;
        };
        if differences.is_empty() {
            continue;
        }
        if differences.len() < limit
            || best
                .first()
                .is_none_or(|near| near.differences.len() > differences.len())
        {
            limit = differences.len();
            best.clear();
        }
        best.push(Near { known, differences });
    }
    // What could be any of many is none of them.
    if best.len() > MOST_SUGGESTED {
        best.clear();
    }
    best
}

/// Where two values differ, if in no more than `limit` characters.
fn differences(given: &[u8], known: &[u8], limit: usize) -> Option<Vec<Difference>> {
    if given.len().abs_diff(known.len()) > limit || known.len() > LONGEST {
        return None;
    }
    if !may_be_near(given, known, limit) {
        return None;
    }
    let width = known.len() + 1;
    let mut table = vec![u8::MAX; (given.len() + 1) * width];
    for row in 0..=given.len() {
        for column in 0..=known.len() {
            let cost = if row == 0 {
                column
            } else if column == 0 {
                row
            } else {
                let change = usize::from(given[row - 1] != known[column - 1]);
                let diagonal = usize::from(table[(row - 1) * width + column - 1]) + change;
                let missing = usize::from(table[row * width + column - 1]) + 1;
                let extra = usize::from(table[(row - 1) * width + column]) + 1;
                diagonal.min(missing).min(extra)
            };
            table[row * width + column] = cost as u8;
        }
    }
    let cost = |row: usize, column: usize| usize::from(table[row * width + column]);
    if cost(given.len(), known.len()) > limit {
        return None;
    }
    let (mut row, mut column) = (given.len(), known.len());
    let mut found = Vec::new();
    while row > 0 || column > 0 {
        let here = cost(row, column);
        let (given_at, known_at) = (row.checked_sub(1), column.checked_sub(1));
        match (given_at, known_at) {
            (Some(g), Some(k)) if given[g] == known[k] && here == cost(g, k) => {
                (row, column) = (g, k);
            }
            (Some(g), Some(k)) if here == cost(g, k) + 1 => {
                found.push(Difference {
                    at: k,
                    found: Some(char::from(given[g])),
                    expected: Some(char::from(known[k])),
                });
                (row, column) = (g, k);
            }
            (_, Some(k)) if here == cost(row, k) + 1 => {
                found.push(Difference {
                    at: k,
                    found: None,
                    expected: Some(char::from(known[k])),
                });
                column = k;
            }
            (Some(g), _) => {
                found.push(Difference {
                    at: column,
                    found: Some(char::from(given[g])),
                    expected: None,
                });
                row = g;
            }
            _ => return None,
        }
    }
    found.reverse();
    Some(found)
}

/// Cut into one piece more than there are differences, a value has one piece without any: it stands in the other value, not
/// far from its place. Nearly all values of a list are left out by this.
fn may_be_near(given: &[u8], known: &[u8], limit: usize) -> bool {
    let size = known.len().div_ceil(limit + 1).max(1);
    known.chunks(size).enumerate().any(|(index, piece)| {
        let from = index * size;
        (from.saturating_sub(limit)..=from + limit)
            .any(|at| given.get(at..at + piece.len()) == Some(piece))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn differ(given: &str, known: &str, expected: &[(usize, Option<char>, Option<char>)]) {
        let found = differences(given.as_bytes(), known.as_bytes(), MOST).expect("near");
        let found: Vec<_> = found.iter().map(|d| (d.at, d.found, d.expected)).collect();
        assert_eq!(found, expected, "{given} {known}");
    }

    #[test]
    fn places() {
        differ("abcd", "abcd", &[]);
        differ("abXd", "abcd", &[(2, Some('X'), Some('c'))]);
        differ("abd", "abcd", &[(2, None, Some('c'))]);
        differ("abcXd", "abcd", &[(3, Some('X'), None)]);
        differ(
            "bcdX",
            "abcd",
            &[(0, None, Some('a')), (4, Some('X'), None)],
        );
        assert_eq!(differences(b"wxyz", b"abcd", MOST), None);
    }

    #[test]
    fn the_nearest_alone() {
        // Whatever two places of a long value differ, it is found.
        let long = "0123456789abcdef0123456789abcdef";
        for (first, second) in (0..32).flat_map(|first| (0..32).map(move |second| (first, second)))
        {
            let mut given: Vec<char> = long.chars().collect();
            given[first] = 'x';
            given[second] = 'y';
            let changed: String = given.iter().collect();
            assert!(differences(changed.as_bytes(), long.as_bytes(), MOST).is_some());
            given.remove(second);
            let shorter: String = given.iter().collect();
            assert!(differences(shorter.as_bytes(), long.as_bytes(), MOST).is_some());
        }
        let list = ["aaaaaa", "aaaabb", "cccccc"];
        let near = |given: &str| {
            nearest(
                given,
                2,
                list.iter().map(|value| (*value, (*value).to_owned())),
            )
            .iter()
            .map(|near| near.known)
            .collect::<Vec<_>>()
        };
        assert_eq!(near("aaaaab"), ["aaaaaa", "aaaabb"]);
        assert_eq!(near("aaaaac"), ["aaaaaa"]);
        assert_eq!(near("cccc"), ["cccccc"]);
        assert_eq!(near("zzzzzz"), [""; 0]);
        assert_eq!(near("aaaaaa"), ["aaaabb"]);
    }
}
