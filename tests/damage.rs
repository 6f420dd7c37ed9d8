//! What people, mail programs and character recognition do to a report, and that its values come out all the same.

use activation_desk::{ReadOptions, Reading, read_with, reading::Product};

fn read(paste: &str) -> Reading<'_> {
    read_with(paste, ReadOptions { spans: true })
}

const CLIENT: &str = include_str!("fixtures/windows-10-kms-client.txt");
const HOST: &str = include_str!("fixtures/server-2022-kms-host.txt");
const OFFICE: &str = include_str!("fixtures/ospp-office-ltsc-2021-licensed.txt");
const SEVERAL: &str = include_str!("fixtures/dlv-all.txt");
const XPR: &str = include_str!("fixtures/xpr-several-products.txt");
const LIST: &str = include_str!("fixtures/cim-format-list-all-properties.txt");

#[track_caller]
fn same_products(name: &str, paste: &str, damaged: &str) {
    let bare = |text: &str| -> Vec<String> {
        let reading = read(text);
        reading
            .products
            .iter()
            .map(|product| {
                format!(
                    "{:#?}",
                    Product {
                        lines: (0, 0),
                        ..product.clone()
                    }
                )
            })
            .collect()
    };
    let (whole, read) = (bare(paste), bare(damaged));
    assert_eq!(read.len(), whole.len(), "{name}: {damaged}");
    for (read, whole) in read.iter().zip(&whole) {
        assert_eq!(read, whole, "{name}: {damaged}");
    }
}

#[test]
fn a_report_on_one_line() {
    for (name, paste) in [
        ("client", CLIENT),
        ("host", HOST),
        ("office", OFFICE),
        ("several", SEVERAL),
        ("xpr", XPR),
    ] {
        let line = paste.split_whitespace().collect::<Vec<_>>().join(" ");
        same_products(
            name,
            &paste.replace(
                "REMAINING GRACE: 179 days  (",
                "REMAINING GRACE: 179 days (",
            ),
            &line,
        );
    }
    let line: Vec<&str> = CLIENT.lines().map(str::trim).collect();
    same_products("two blanks", CLIENT, &line.join("  "));
}

#[test]
fn tables_and_web_pages() {
    let rows = |before: &str, between: &str, behind: &str| -> String {
        CLIENT
            .lines()
            .map(|line| match line.trim().split_once(": ") {
                Some((label, value)) => format!("{before}{label}{between}{value}{behind}\n"),
                None => format!("{before}{}{behind}\n", line.trim()),
            })
            .collect()
    };
    same_products("markdown", CLIENT, &rows("| ", " | ", " |"));
    same_products("tabs", CLIENT, &rows("", "\t", ""));
    same_products("html", CLIENT, &rows("<tr><td>", "</td><td>", "</td></tr>"));
    same_products(
        "html on one line",
        CLIENT,
        &rows("<tr><td>", "</td><td>", "</td></tr>").replace('\n', ""),
    );
    same_products(
        "breaks",
        CLIENT,
        &CLIENT.replace("\r\n", "<br>\r\n").replace("  ", "&nbsp; "),
    );
}

#[test]
fn marks_that_take_no_room() {
    let spread = |mark: &str| -> String {
        CLIENT
            .lines()
            .map(|line| {
                let line = line
                    .replace("License", &format!("Lic{mark}ense"))
                    .replace("1033", &format!("10{mark}33"));
                format!("{mark}{line}{mark}\r\n")
            })
            .collect()
    };
    for mark in [
        "\u{200b}",
        "\u{200f}",
        "\u{2066}",
        "\u{feff}",
        "\u{ad}\u{200d}",
        "\0",
    ] {
        same_products(&format!("{mark:?}"), CLIENT, &spread(mark));
    }
    let wide: String = CLIENT.chars().flat_map(|c| [c, '\0']).collect();
    same_products("UTF-16 read as bytes", CLIENT, &wide);
    let full: String = CLIENT
        .chars()
        .map(|c| match c {
            ':' | '0'..='9' | '(' | ')' => char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c),
            c => c,
        })
        .collect();
    same_products("full-width", CLIENT, &full);
}

#[test]
fn slips_in_labels() {
    let slips = [
        ("Activation ID", "Activatlon lD"),
        ("Installation ID", "lnstallation ID"),
        ("License Status", "Llcense Slatus"),
        ("Partial Product Key", "Partia1 Product Kcy"),
        ("Trusted time", "Trusted tirne"),
        ("Remaining Windows", "Remainlng Windovvs"),
        ("Description", "Descripti0n"),
        ("Name:", "Narne:"),
        ("KMS machine name from DNS", "KM5 machine narne from DNS"),
    ];
    for (label, slip) in slips {
        assert!(CLIENT.contains(label));
        same_products(slip, CLIENT, &CLIENT.replace(label, slip));
    }
    let all = slips.iter().fold(CLIENT.to_owned(), |text, (label, slip)| {
        text.replace(label, slip)
    });
    same_products("all of them", CLIENT, &all);
}

#[test]
fn columns_cut_off_at_the_right_give_no_half_value() {
    let whole = read(CLIENT);
    let whole = &whole.products[0];
    for edge in 20..90 {
        let cut: String = CLIENT
            .lines()
            .map(|line| line.chars().take(edge).collect::<String>() + "\n")
            .collect();
        let reading = read(&cut);
        for product in &reading.products {
            let texts = |product: &Product<'_>| {
                let client = product.kms_client.clone().unwrap_or_default();
                [
                    product.name.clone(),
                    product.description.clone(),
                    product.trusted_time.clone(),
                    product.product_key_channel.clone(),
                    client.host_from_dns,
                    client.host_ip_address,
                ]
                .map(|text| text.map(|text| text.into_owned()))
            };
            for (cut, full) in texts(product).into_iter().zip(texts(whole)) {
                assert!(cut.is_none() || cut == full, "{cut:?} at {edge}");
            }
            for (cut, full) in [
                (product.minutes_remaining, whole.minutes_remaining),
                (
                    product.remaining_windows_rearm_count,
                    whole.remaining_windows_rearm_count,
                ),
            ] {
                assert!(cut.is_none() || cut == full, "{cut:?} at {edge}");
            }
        }
    }
}

#[test]
fn line_ends_of_all_kinds() {
    let mixed: String = CLIENT
        .lines()
        .enumerate()
        .map(|(number, line)| line.to_owned() + ["\r\n", "\n", "\r"][number % 3])
        .collect();
    same_products("mixed", CLIENT, &mixed);
    same_products("list", LIST, &LIST.replace('\n', "\r\n"));
}

#[test]
fn columns_cut_off_at_the_left() {
    let whole = read(CLIENT);
    let whole = &whole.products[0];
    for lost in 1..14 {
        let cut: String = CLIENT
            .lines()
            .map(|line| line.chars().skip(lost).collect::<String>() + "\n")
            .collect();
        let reading = read(&cut);
        let ids = |product: &Product<'_>| {
            let client = product.kms_client.clone().unwrap_or_default();
            let told = (
                product.activation_id,
                product.application_id,
                product.installation_id.clone(),
                product.partial_product_key.clone(),
                product.license_status,
                product.remaining_sku_rearm_count,
                (
                    client.client_machine_id,
                    client.host_from_dns,
                    client.host_extended_pid,
                ),
            );
            format!("{told:?}")
        };
        // Fewer than four letters of a label are too few to go by ("D: ...").
        if lost <= 9 {
            assert_eq!(reading.products.len(), 1, "{lost}");
            assert_eq!(ids(&reading.products[0]), ids(whole), "{lost}: {cut}");
        }
        for product in &reading.products {
            let id = product.activation_id;
            assert!(id.is_none() || id == whole.activation_id, "{lost}");
        }
    }
}

#[test]
fn what_logs_and_tools_put_around_lines() {
    let clock = std::cell::Cell::new(0);
    let prefixed = |prefix: &dyn Fn(usize) -> String| -> String {
        CLIENT
            .lines()
            .map(|line| {
                clock.set(clock.get() + 1);
                format!("{}{line}\n", prefix(clock.get()))
            })
            .collect()
    };
    same_products(
        "clock",
        CLIENT,
        &prefixed(&|n| format!("[2026-11-24 09:12:{:02}] ", n % 60)),
    );
    same_products("host", CLIENT, &prefixed(&|_| "PC1: ".to_owned()));
    same_products("file", CLIENT, &prefixed(&|n| format!("dlv.txt:{n}:")));
    same_products(
        "syslog",
        CLIENT,
        &prefixed(&|n| format!("Nov 24 09:12:{:02} gw-07 slmgr[4411]: ", n % 60)),
    );
    let list: String = CLIENT
        .lines()
        .map(|line| format!("        \"{line}\",\n"))
        .collect();
    same_products("lines of JSON", CLIENT, &list);
    let json = format!("    \"stdout_lines\": [\n{list}        \"\"\n    ]\n");
    same_products("stdout_lines", CLIENT, &json);
    let text = CLIENT.lines().collect::<Vec<_>>().join("\\r\\n");
    same_products(
        "stdout",
        CLIENT,
        &format!("{{\n    \"changed\": true,\n    \"stdout\": \"{text}\"\n}}\n"),
    );
    same_products(
        "blank entities",
        CLIENT,
        &CLIENT
            .replace(": ", ":&nbsp;")
            .replace("\r\n", "&nbsp;\r\n"),
    );
}
