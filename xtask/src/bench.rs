//! The benchmark: one command, one table. The native reader beside a bare walk over the lines, scripts with a regular expression, the
//! built page in Chromium, and the budget of each row. Times are reported, never asserted: a missed budget ends in no failure.

mod table;

use crate::{browsers, build, node, say, test};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use table::{Measured, Table};

/// Megabytes of the input where nothing else is asked for.
const SIZE: usize = 50;

/// `cargo xtask bench [--native] [--size MB]`.
pub fn run(args: &[String]) -> Result<(), String> {
    let (native_only, megabytes) = options(args)?;
    // All that can be missing is said before minutes are spent on building.
    let browser = if native_only {
        None
    } else {
        Some((test::packages()?, browsers::chromium()?, build::page()?))
    };
    let reader = native_reader()?;
    let folder = build::root().join("target").join("bench");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let input = folder.join(format!("mixed-{megabytes}.txt"));
    say::step(&format!("Writing {megabytes} MB of mixed reports"));
    lines(
        reader_command(&reader)
            .arg("input")
            .arg(&input)
            .arg((megabytes * 1_000_000).to_string()),
        "the input could not be written.",
    )?;

    let mut table = Table::new(megabytes);
    native(&reader, &input, &mut table)?;
    scripts(&input, &mut table);
    if let Some((modules, chromium, dist)) = browser {
        in_browser(&input, &modules, &chromium, &dist, &mut table)?;
    }
    say::step("The table (best or median runs of this machine, now)");
    print!("{}", table.text());
    Ok(())
}

fn options(args: &[String]) -> Result<(bool, usize), String> {
    let (mut native, mut size) = (false, SIZE);
    let mut words = args.iter().map(String::as_str);
    while let Some(word) = words.next() {
        match (word, &mut words) {
            ("--native", _) => native = true,
            ("--size", rest) => {
                let given = rest.next().and_then(|text| text.parse().ok());
                size = given
                    .filter(|size| (1..=400).contains(size))
                    .ok_or("--size wants a number of megabytes, 1 to 400.")?;
            }
            _ => {
                return Err(format!(
                    "`{word}` is not understood here; there are --native and --size MB."
                ));
            }
        }
    }
    Ok((native, size))
}

/// Builds the native bench and finds its program, which Cargo names in its messages.
fn native_reader() -> Result<PathBuf, String> {
    say::timed("Building the native reader (release)", || {
        let messages = say::answer(
            Command::new("cargo")
                .args(["bench", "--bench", "reading", "--no-run"])
                .arg("--message-format=json")
                .current_dir(build::root()),
        )
        .ok_or("the native bench could not be built: `cargo bench --no-run` says why.")?;
        messages
            .lines()
            .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
            .filter(|message| message["target"]["name"] == "reading")
            .find_map(|message| Some(PathBuf::from(message["executable"].as_str()?)))
            .ok_or_else(|| "Cargo built no program for the bench `reading`.".to_owned())
    })
}

fn reader_command(reader: &Path) -> Command {
    let mut command = Command::new(reader);
    command.current_dir(build::root());
    command
}

/// Runs a contestant and gives the lines that it prints, split at tabs.
fn lines(command: &mut Command, sentence: &str) -> Result<Vec<Vec<String>>, String> {
    let output = command
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|error| format!("{sentence} ({error})"))?;
    if !output.status.success() {
        return Err(sentence.to_owned());
    }
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(text
        .lines()
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect())
}

fn native(reader: &Path, input: &Path, table: &mut Table) -> Result<(), String> {
    say::step("Reading natively, one core");
    let failed = "the native bench failed; its own words stand above.";
    for row in lines(reader_command(reader).arg("speed").arg(input), failed)? {
        let [name, seconds, ..] = row.as_slice() else {
            continue;
        };
        // Each contestant's memory in a process that does nothing else.
        let peak = lines(
            reader_command(reader).arg("peak").arg(input).arg(name),
            failed,
        )?;
        let peak = peak.first().and_then(|row| row.first()?.parse().ok());
        let seconds = seconds.parse().ok();
        table.add(
            &format!("native {name}"),
            Measured {
                seconds,
                peak,
                note: String::new(),
            },
        );
    }
    Ok(())
}

/// A language that is not here is said in its row.
fn scripts(input: &Path, table: &mut Table) {
    say::step("Reading by a regular expression: Python and Node");
    let folder = build::root().join("benches").join("rivals");
    let python = ["python3", "python"].into_iter().find(|program| {
        say::answer(Command::new(program).arg("--version"))
            .is_some_and(|version| version.starts_with("Python 3"))
    });
    let rivals = [
        ("script python", python, "read.py", "Python 3 is not here"),
        (
            "script node",
            node::check().is_ok().then_some("node"),
            "read.mjs",
            "Node is not here",
        ),
    ];
    for (name, program, script, missing) in rivals {
        let measured = match program {
            None => Measured::missing(missing),
            Some(program) => {
                let mut command = Command::new(program);
                command.arg(folder.join(script)).arg(input).arg("3");
                match lines(&mut command, "it failed; its words stand above") {
                    Ok(rows) => {
                        let cell = |at: usize| rows.first().and_then(|row| row.get(at));
                        Measured {
                            seconds: cell(0).and_then(|text| text.parse().ok()),
                            peak: cell(2).and_then(|text| text.parse().ok()),
                            note: String::new(),
                        }
                    }
                    Err(message) => Measured::missing(&message),
                }
            }
        };
        table.add(name, measured);
    }
}

fn in_browser(
    input: &Path,
    modules: &Path,
    chromium: &Path,
    dist: &Path,
    table: &mut Table,
) -> Result<(), String> {
    say::step("Reading and pasting in Chromium (some minutes)");
    let rows = lines(
        Command::new("node")
            .arg(
                build::root()
                    .join("benches")
                    .join("browser")
                    .join("main.mjs"),
            )
            .arg(input)
            .current_dir(build::root())
            .env("ACTIVATION_DESK_NODE_MODULES", modules)
            .env("ACTIVATION_DESK_DIST", dist)
            .env("CHROMIUM", chromium),
        "the benchmark in the browser failed; its own words stand above.",
    )?;
    for row in rows {
        let cell = |at: usize| row.get(at).filter(|text| *text != "-");
        let number = |at: usize| cell(at).and_then(|text| text.parse::<f64>().ok());
        let missing = number(1)
            .is_none()
            .then(|| "not exported by this build".to_owned());
        table.add(
            &row[0],
            Measured {
                seconds: number(1).map(|milliseconds| milliseconds / 1e3),
                peak: number(3).map(|bytes| bytes as u64),
                note: missing.or(cell(4).cloned()).unwrap_or_default(),
            },
        );
    }
    Ok(())
}
