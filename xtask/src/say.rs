//! How xtask speaks: what it does, the commands that it runs, how long the long steps took, and one clear
//! last sentence.

use std::process::Command;
use std::time::Instant;

/// Says what comes next.
pub fn step(text: &str) {
    eprintln!("==> {text}");
}

/// Says something about the step that is running.
pub fn note(text: &str) {
    eprintln!("    {text}");
}

/// Says why the command ends here. The exit code is the caller's.
pub fn failure(message: &str) {
    eprintln!("\nxtask: {message}");
}

/// Runs `work` under the headline `text` and says afterwards how long it took.
pub fn timed<T>(text: &str, work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    step(text);
    let start = Instant::now();
    let result = work()?;
    note(&format!("done in {}", seconds(start)));
    Ok(result)
}

/// The time since `start`, as a person says it.
pub fn seconds(start: Instant) -> String {
    let seconds = start.elapsed().as_secs_f64();
    if seconds < 60.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{} min {:02.0} s", seconds as u64 / 60, seconds % 60.0)
    }
}

/// Prints the command, runs it with its output shown, and turns a bad end into `sentence`.
pub fn run(command: &mut Command, sentence: &str) -> Result<(), String> {
    note(&format!("$ {}", shown(command)));
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(sentence.to_owned()),
        Err(error) => Err(format!(
            "{sentence} (`{}` could not be started: {error})",
            command.get_program().to_string_lossy()
        )),
    }
}

/// What a command prints on its standard output, trimmed; `None` where it can't run or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

fn shown(command: &Command) -> String {
    let mut text = command.get_program().to_string_lossy().into_owned();
    for arg in command.get_args() {
        let arg = arg.to_string_lossy();
        text.push(' ');
        if arg.is_empty() || arg.contains(' ') {
            text.push_str(&format!("\"{arg}\""));
        } else {
            text.push_str(&arg);
        }
    }
    text
}
