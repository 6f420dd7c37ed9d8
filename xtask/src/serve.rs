//! A static server for the built page, on this machine only. It answers GET and HEAD, one thread for each
//! connection, and gives out nothing that does not lie in its folder.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::thread;
use std::time::Duration;

/// Serves `folder` to every connection, for ever.
pub fn forever(listener: &TcpListener, folder: &Path) -> Result<(), String> {
    let folder = folder
        .canonicalize()
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    for stream in listener.incoming().flatten() {
        let folder = folder.clone();
        // A connection that breaks concerns nobody but the browser that broke it.
        thread::spawn(move || drop(answer(stream, &folder)));
    }
    Ok(())
}

fn answer(mut stream: TcpStream, folder: &Path) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut reader = BufReader::new((&stream).take(16 * 1024));
    let mut request = String::new();
    reader.read_line(&mut request)?;
    // The header is read to its end, else the connection is reset under the browser.
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = request.split(' ');
    let (method, target) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    let found = if ["GET", "HEAD"].contains(&method) {
        file(target, folder)
            .and_then(|path| Some((fs::read(&path).ok()?, mime(&path))))
            .ok_or("404 Not Found")
    } else {
        Err("405 Method Not Allowed")
    };
    let (status, (body, kind)) = match found {
        Ok(found) => ("200 OK", found),
        Err(status) => (
            status,
            (status.as_bytes().to_vec(), "text/plain; charset=utf-8"),
        ),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The file of the (canonical) folder that a request's target names; `None` for everything else.
fn file(target: &str, folder: &Path) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let path = decoded(path.strip_prefix('/')?)?;
    // Of a path with `..`, a drive or a second root nothing is served.
    if path.contains(['\\', '\0', ':'])
        || !Path::new(&path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
    {
        return None;
    }
    let mut place = folder.join(path);
    if place.is_dir() {
        place.push("index.html");
    }
    // A link inside the folder may lead out of it.
    let place = place.canonicalize().ok()?;
    (place.starts_with(folder) && place.is_file()).then_some(place)
}

/// Takes `%20` and its like out of a path; `None` where they are broken or make no UTF-8.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The media type of a built file.
fn mime(path: &Path) -> &'static str {
    match path
        .extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with `index.html`, `a b.wasm` and `sub/index.html`, and a secret beside it.
    struct Site(PathBuf);

    impl Site {
        fn new(name: &str) -> Self {
            let base = std::env::temp_dir().join(format!(
                "activation-desk-serve-{name}-{}",
                std::process::id()
            ));
            fs::create_dir_all(base.join("site/sub")).expect("a folder");
            for file in [
                "secret.txt",
                "site/index.html",
                "site/a b.wasm",
                "site/sub/index.html",
            ] {
                fs::write(base.join(file), file).expect("a file");
            }
            Site(base.canonicalize().expect("its real name"))
        }

        fn folder(&self) -> PathBuf {
            self.0.join("site")
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn files_of_the_folder_are_found() {
        let site = Site::new("found");
        let cases = [
            ("/", "index.html"),
            ("/?x=1", "index.html"),
            ("/index.html#/look-up", "index.html"),
            ("/a%20b.wasm", "a b.wasm"),
            ("/sub/", "sub/index.html"),
        ];
        for (target, expected) in cases {
            assert_eq!(
                file(target, &site.folder()),
                Some(site.folder().join(expected)),
                "{target}"
            );
        }
    }

    #[test]
    fn nothing_outside_the_folder_is_found() {
        let site = Site::new("outside");
        let targets = [
            "",
            "index.html",
            "//etc/passwd",
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/sub/../../secret.txt",
            "/..%5csecret.txt",
            "/c:/secret.txt",
            "/index.html%00",
            "/%",
            "/%zz",
            "/%ff",
            "/missing.js",
        ];
        for target in targets {
            assert_eq!(file(target, &site.folder()), None, "{target}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_out_is_not_followed() {
        let site = Site::new("link");
        std::os::unix::fs::symlink(site.0.join("secret.txt"), site.folder().join("link.txt"))
            .expect("a link");
        assert_eq!(file("/link.txt", &site.folder()), None);
    }

    #[test]
    fn a_request_is_answered_with_the_right_type() {
        let site = Site::new("request");
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let address = listener.local_addr().expect("its address");
        let folder = site.folder();
        thread::spawn(move || forever(&listener, &folder));
        let ask = |request: &str| {
            let mut stream = TcpStream::connect(address).expect("a connection");
            stream
                .write_all(format!("{request} HTTP/1.1\r\nHost: x\r\n\r\n").as_bytes())
                .expect("sent");
            let mut text = String::new();
            stream.read_to_string(&mut text).expect("an answer");
            text
        };
        let wasm = ask("GET /a%20b.wasm");
        assert!(
            wasm.starts_with("HTTP/1.1 200 OK\r\nContent-Type: application/wasm\r\n"),
            "{wasm}"
        );
        assert!(wasm.ends_with("\r\n\r\nsite/a b.wasm"), "{wasm}");
        assert!(ask("HEAD /").ends_with("\r\n\r\n"));
        assert!(ask("GET /../secret.txt").starts_with("HTTP/1.1 404 Not Found\r\n"));
        assert!(ask("POST /").starts_with("HTTP/1.1 405 Method Not Allowed\r\n"));
    }
}
