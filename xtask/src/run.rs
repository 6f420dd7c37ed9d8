//! The commands that a person starts with: `run`, `dev` and `setup`.

use crate::{browsers, build, say, serve, test, tools};
use std::env;
use std::net::TcpListener;
use std::process::{Command, Stdio};

/// Where the page is served unless another port is given.
const PORT: u16 = 8080;

/// Builds the optimised page, serves it and opens it, until Ctrl+C.
pub fn run(args: &[String]) -> Result<(), String> {
    // Taken first: nobody wants to wait for a build to learn that the port is not free.
    let listener = listen(port(args)?)?;
    let folder = build::page()?;
    let address = address(&listener)?;
    say::step(&format!(
        "Serving {} on {address} (Ctrl+C ends it)",
        folder.display()
    ));
    open(&address);
    serve::forever(&listener, &folder)
}

/// Trunk's own server: builds unoptimised at every change and reloads the page.
pub fn dev(args: &[String]) -> Result<(), String> {
    let port = port(args)?;
    drop(listen(port)?);
    let path = tools::for_building()?;
    say::step(&format!(
        "Serving http://127.0.0.1:{port}/ with live reload (Ctrl+C ends it)"
    ));
    // Into a folder of its own, so that dist/ is always the optimised page.
    say::run(
        build::trunk(path)?
            .args(["serve", "--offline", "--dist", "target/dev-page"])
            .args(["--port", &port.to_string()]),
        "Trunk's server ended; the reason stands above.",
    )
}

/// Installs everything that any command needs.
pub fn setup() -> Result<(), String> {
    say::timed("Setting up", || {
        tools::for_building()?;
        test::packages()?;
        browsers::all().map(drop)
    })
}

fn port(args: &[String]) -> Result<u16, String> {
    match args {
        [] => Ok(PORT),
        [flag, value] if flag == "--port" => match value.parse() {
            Ok(port) if port > 0 => Ok(port),
            _ => Err(format!("`{value}` is no port number (1 to 65535).")),
        },
        _ => Err(format!(
            "`{}` is not understood here; the only option is --port N.",
            args.join(" ")
        )),
    }
}

fn listen(port: u16) -> Result<TcpListener, String> {
    TcpListener::bind(("127.0.0.1", port)).map_err(|error| {
        format!("port {port} of 127.0.0.1 can't be used ({error}). End what uses it, or give another: --port {}.", port ^ 1)
    })
}

fn address(listener: &TcpListener) -> Result<String, String> {
    let address = listener
        .local_addr()
        .map_err(|error| format!("the server has no address: {error}"))?;
    Ok(format!("http://{address}/"))
}

/// Opens the page in the user's browser where there is one; the address has been printed anyway.
fn open(address: &str) {
    let screen = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| env::var_os(name).is_some());
    let mut command = if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/C", "start", "", address]);
        command
    } else if cfg!(target_os = "macos") {
        let mut command = Command::new("open");
        command.arg(address);
        command
    } else if screen {
        let mut command = Command::new("xdg-open");
        command.arg(address);
        command
    } else {
        return;
    };
    if command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .is_err()
    {
        say::note("no browser could be started; open the address yourself");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_is_asked_for_or_not() {
        let args = |words: &[&str]| {
            words
                .iter()
                .map(|word| word.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(port(&[]), Ok(8080));
        assert_eq!(port(&args(&["--port", "9000"])), Ok(9000));
        assert!(port(&args(&["--port", "0"])).is_err());
        assert!(port(&args(&["--port", "70000"])).is_err());
        assert!(port(&args(&["--open"])).is_err());
    }

    #[test]
    fn a_taken_port_is_said_with_another_to_try() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = taken.local_addr().expect("its address").port();
        let message = listen(port).expect_err("the port is taken");
        assert!(
            message.contains(&format!("port {port} of 127.0.0.1 can't be used")),
            "{message}"
        );
    }
}
