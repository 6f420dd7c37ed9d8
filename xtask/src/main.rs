//! `cargo xtask <command>`: everything that is done with this repository, on any system, with nothing
//! installed but Rust and Node. What each command needs is installed on its first run, into a cache of the
//! user's (see [`cache`]), and found there by the next.

mod bench;
mod browsers;
mod build;
mod cache;
mod node;
mod pack;
mod run;
mod say;
mod serve;
mod sizes;
mod tables;
mod test;
mod tools;

use std::process::ExitCode;

/// One command: its name, its options, what it is for, and what it does with its arguments.
struct Command {
    name: &'static str,
    options: &'static str,
    help: &'static str,
    run: fn(&[String]) -> Result<(), String>,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "run",
        options: "[--port N]",
        help: "build the optimised page, serve it on http://127.0.0.1:8080/ and open it",
        run: run::run,
    },
    Command {
        name: "dev",
        options: "[--port N]",
        help: "serve the page unoptimised and reload it at every change (Trunk)",
        run: run::dev,
    },
    Command {
        name: "build",
        options: "",
        help: "build the optimised page, the single file and the element into dist/",
        run: |args| {
            no_options(args)?;
            build::page().map(drop)
        },
    },
    Command {
        name: "test",
        options: "[--native | --browser]",
        help: "run every test: native ones, and the built page in Chromium and Firefox",
        run: test::run,
    },
    Command {
        name: "bench",
        options: "[--native] [--size MB]",
        help: "race the reader and the page against scripts and budgets, and print one table",
        run: bench::run,
    },
    Command {
        name: "tables",
        options: "[--check]",
        help: "make the tables in src/kb/ from data/, or only compare them",
        run: |args| match args {
            [] => tables::run(false),
            [only] if only == "--check" => tables::run(true),
            _ => Err(unexpected(args)),
        },
    },
    Command {
        name: "sizes",
        options: "",
        help: "print the sizes of the built files: raw, gzip, brotli",
        run: |args| {
            no_options(args)?;
            sizes::run()
        },
    },
    Command {
        name: "setup",
        options: "",
        help: "install everything that the other commands need, and do nothing else",
        run: |args| {
            no_options(args)?;
            run::setup()
        },
    },
];

/// Trunk calls this one, after its own part of a build (Trunk.toml, `hooks`).
const AFTER_TRUNK: &str = "after-trunk";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = args.split_first() else {
        print!("{}", usage());
        return ExitCode::FAILURE;
    };
    let result = match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.run)(rest),
        None if name == AFTER_TRUNK => build::after_trunk(),
        None if ["help", "--help", "-h"].contains(&name.as_str()) => {
            print!("{}", usage());
            Ok(())
        }
        None => Err(format!("there is no command `{name}`.\n\n{}", usage())),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            say::failure(&message);
            ExitCode::FAILURE
        }
    }
}

fn usage() -> String {
    let mut text = String::from("cargo xtask <command>\n\n");
    for command in COMMANDS {
        let call = format!("{} {}", command.name, command.options);
        text.push_str(&format!("  {call:<30} {}\n", command.help));
    }
    text
}

fn no_options(args: &[String]) -> Result<(), String> {
    if args.is_empty() {
        Ok(())
    } else {
        Err(unexpected(args))
    }
}

fn unexpected(args: &[String]) -> String {
    format!(
        "`{}` is not understood here.\n\n{}",
        args.join(" "),
        usage()
    )
}
