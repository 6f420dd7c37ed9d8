//! Labels with a slip or two: what character recognition or typing made of them ("Llcense Status", "lnstallation ID").

use super::{CIM, Field, LABELS, OSPP};

/// The field whose label is nearest, if one alone is near enough: one slip in a short label, two in a longer one.
pub fn field(label: &str) -> Option<Field> {
    const MOST: usize = 80;
    // Tails of labels whose first columns were cut off, each of more than one.
    const TAILS: [&str; 3] = ["extended PID", "activation ID", "EXPIRATION"];
    if TAILS.iter().any(|tail| tail.ends_with(label)) {
        return None;
    }
    if label.len() < 4 || label.len() > MOST || !label.starts_with(|c: char| !c.is_whitespace()) {
        return None;
    }
    let typed = folded(label);
    // ospp.vbs shouts; settings print "Product ID", too.
    let shouts = is_shouted(label);
    let mut best: Option<(usize, Field)> = None;
    let mut is_alone = true;
    for (known, field) in LABELS.iter().chain(&OSPP) {
        let allowed = match known.len() {
            0..=4 => 0,
            5..=9 => 1,
            _ => 2,
        };
        if known.len().abs_diff(label.len()) > allowed + 2 || is_shouted(known) != shouts {
            continue;
        }
        let Some(slips) = distance(&typed, &folded(known), allowed) else {
            continue;
        };
        match best {
            Some((fewest, other)) if slips == fewest => is_alone &= other == *field,
            Some((fewest, _)) if slips > fewest => {}
            _ => (best, is_alone) = (Some((slips, *field)), true),
        }
    }
    best.filter(|_| is_alone).map(|(_, field)| field)
}

/// The field of the property of a CIM class whose name is one slip away, if it is one alone.
pub fn property(name: &str) -> Option<Field> {
    if !(5..=60).contains(&name.len()) || name.contains(' ') {
        return None;
    }
    let typed = folded(name);
    let mut found: Option<(usize, Field)> = None;
    let mut is_alone = true;
    for (known, field) in &CIM {
        // Every tool has a version.
        if known.len().abs_diff(name.len()) > 3 || *field == Field::Version {
            continue;
        }
        // Short names are words that other tools have, too.
        let most = usize::from(known.len() > 5);
        let Some(slips) = distance(&typed, &folded(known), most) else {
            continue;
        };
        match found {
            Some((fewest, other)) if slips == fewest => is_alone &= other == *field,
            Some((fewest, _)) if slips > fewest => {}
            _ => (found, is_alone) = (Some((slips, *field)), true),
        }
    }
    found.filter(|_| is_alone).map(|(_, field)| field)
}

fn is_shouted(label: &str) -> bool {
    let letters = || label.bytes().filter(u8::is_ascii_alphabetic);
    letters().filter(u8::is_ascii_uppercase).count() * 4 > letters().count() * 3
}

/// The letters by what they look like: l, I, 1 and | are one, so are O and 0, rn and m.
fn folded(label: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(label.len());
    for c in label.chars() {
        let c = match c.to_ascii_lowercase() {
            'l' | '1' | '|' | '!' | 'i' => 'i',
            '0' => 'o',
            '5' => 's',
            '8' => 'b',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        match (out.last().copied(), c) {
            (Some(' '), ' ') => {}
            (Some('r'), 'n') => {
                out.pop();
                out.push('m');
            }
            (Some('v'), 'v') => {
                out.pop();
                out.push('w');
            }
            _ => out.push(c),
        }
    }
    out
}

/// How many letters have to be changed, put in or left out; `None` above `most`.
fn distance(a: &[char], b: &[char], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        let mut least = row[0];
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (diagonal + usize::from(x != y))
                .min(above + 1)
                .min(row[j] + 1);
            diagonal = above;
            least = least.min(row[j + 1]);
        }
        if least > most {
            return None;
        }
    }
    row.last().copied().filter(|slips| *slips <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_forgiven() {
        for (label, expected) in [
            ("Llcense Status", Field::LicenseStatus),
            ("lnstallation 1D", Field::InstallationId),
            ("Partial Product Kcy", Field::PartialProductKey),
            ("Descripti0n", Field::Description),
            ("Narne", Field::Name),
            ("Remaining SKU reann count", Field::SkuRearmCount),
            ("Trusted tirne", Field::TrustedTime),
            ("LICENSE STATU5", Field::LicenseStatus),
            ("Client Machine lD (CMlD)", Field::ClientMachineId),
            ("ActivationID", Field::ActivationId),
        ] {
            assert_eq!(field(label), Some(expected), "{label}");
        }
    }

    #[test]
    fn properties_have_slips_too() {
        for (name, expected) in [
            ("Narne", Some(Field::Name)),
            ("UscLicenseURL", Some(Field::UseLicenseUrl)),
            ("LicenseStatusReas0n", Some(Field::NotificationReason)),
            ("ProductKeylD2", Some(Field::ProductId)),
            (
                "KeyManagementServiceProdductKeyID",
                Some(Field::HostExtendedPid),
            ),
            ("RemaininggAppReArmCount", Some(Field::AppRearmCount)),
            // As near to one as to another.
            ("KeyManagementServiceOOGraceRequests", None),
            ("Names", None),
            ("Vorsion", None),
            ("InstallDate", None),
            ("License Status", None),
            ("RemainingReArmCount", None),
        ] {
            assert_eq!(property(name), expected, "{name}");
        }
    }

    #[test]
    fn other_labels_are_none() {
        for label in [
            "",
            "Nam",
            "Names",
            "Namen",
            "Lizenzstatus",
            "Remaining count",
            "Server",
            "Image Version",
            "Product",
            "Installation",
            "Aktivierungs-ID",
        ] {
            assert_eq!(field(label), None, "{label}");
        }
    }
}
