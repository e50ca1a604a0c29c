//! A mail server for a test, and the mails that it took.

use std::cell::RefCell;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::OnceLock;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::certificate::Certificate;
use crate::rig::Scratch;
use crate::skip::skipped;

/// The name and the password that a secure server asks for.
pub const USER: &str = "care";
pub const PASSWORD: &str = "虚构的密码 1";

/// A running server; it ends with this value.
pub struct Server {
    process: Child,
    lines: RefCell<BufReader<ChildStdout>>,
    folder: Scratch,
    /// Where it listens on 127.0.0.1.
    pub port: u16,
}

/// A mail as another library reads it.
#[derive(Debug, Deserialize)]
pub struct Mail {
    pub envelope: Envelope,
    pub headers: Vec<(String, String)>,
    #[serde(rename = "type")]
    pub kind: String,
    pub parts: Vec<Part>,
    pub text: String,
    pub html: String,
    /// Each tag with its attributes, once.
    pub html_tags: Vec<Value>,
    pub html_text: String,
    pub defects: Vec<String>,
    pub bare_breaks: usize,
    pub strange_bytes: usize,
    pub longest_line: usize,
    pub raw: String,
}

/// How a mail came; all empty when it came without a server.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Envelope {
    pub from: String,
    pub to: Vec<String>,
    pub tls: bool,
    pub user: Option<String>,
    pub helo: String,
}

/// A part of a mail that is not made of parts.
#[derive(Debug, Deserialize)]
pub struct Part {
    #[serde(rename = "type")]
    pub kind: String,
    pub charset: Option<String>,
    pub encoding: String,
    pub headers: Vec<String>,
}

impl Mail {
    /// A header, which must be there once.
    pub fn header(&self, name: &str) -> &str {
        let mut found = self.headers.iter().filter(|(own, _)| own.eq_ignore_ascii_case(name));
        let (Some((_, value)), None) = (found.next(), found.next()) else {
            panic!("not one {name}: {:?}", self.headers);
        };
        value
    }

    /// To whom it is.
    pub fn to(&self) -> &str {
        self.header("To")
    }

    /// The text and the words of the HTML part.
    pub fn words(&self) -> String {
        format!("{}\n{}", self.text, self.html_text)
    }
}

/// A Python that knows the library of the server.
fn python() -> Option<&'static Path> {
    static PYTHON: OnceLock<Option<PathBuf>> = OnceLock::new();
    let knows = |path: &PathBuf| {
        let mut command = Command::new(path);
        command.args(["-c", "import aiosmtpd"]).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    // The packages of the system are known to the system's own Python.
    let find = || ["/usr/bin/python3", "python3"].map(PathBuf::from).into_iter().find(knows);
    PYTHON.get_or_init(find).as_deref()
}

/// Can mail servers run here? Otherwise the test says that it is skipped.
pub fn has_servers() -> bool {
    let has = python().is_some();
    if !has {
        skipped("a Python 3 with aiosmtpd is missing");
    }
    has
}

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mail").join(name)
}

impl Server {
    /// Starts a server with the options of `server.py`; its folder is its own.
    pub fn new(mut options: Value) -> Server {
        let folder = Scratch::new();
        options["folder"] = json!(folder.path());
        let mut command = Command::new(python().unwrap());
        command.arg(script("server.py")).arg(options.to_string());
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = command.spawn().unwrap();
        let lines = RefCell::new(BufReader::new(process.stdout.take().unwrap()));
        let mut server = Server { process, lines, folder, port: 0 };
        server.port = server.line().parse().unwrap();
        server
    }

    /// One in the clear that takes everything.
    pub fn plain() -> Server {
        Server::new(json!({}))
    }

    /// One with a certificate and a password.
    pub fn secure(security: &str, certificate: &Certificate) -> Server {
        Server::new(json!({
            "security": security, "certificate": certificate.file(), "key": certificate.key(),
            "user": USER, "password": PASSWORD,
        }))
    }

    /// The mails that came since the last look, once no session is open.
    pub fn mails(&self) -> Vec<Mail> {
        self.be_quiet();
        let files = self.files();
        let mails = parse(&files);
        forget(&files);
        mails
    }

    /// The recipients of these mails, sorted.
    pub fn recipients(&self) -> Vec<String> {
        self.be_quiet();
        let files = self.files();
        let to = |file: &PathBuf| {
            let mail: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
            let envelope = Envelope::deserialize(mail).unwrap();
            envelope.to.join(" ")
        };
        let mut found: Vec<String> = files.iter().map(to).collect();
        forget(&files);
        found.sort();
        found
    }

    /// How many mails are there to look at.
    pub fn count(&self) -> usize {
        self.files().len()
    }

    /// The mails' files, in the order in which they came.
    fn files(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap();
        let paths = entries.map(|entry| entry.unwrap().path());
        let mut files: Vec<PathBuf> =
            paths.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
        files.sort();
        files
    }

    /// Returns when no session is open.
    fn be_quiet(&self) {
        let mut input = self.process.stdin.as_ref().unwrap();
        input.write_all(b"\n").unwrap();
        assert_eq!(self.line(), "quiet");
    }

    fn line(&self) -> String {
        let mut line = String::new();
        self.lines.borrow_mut().read_line(&mut line).unwrap();
        line.trim().to_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn forget(files: &[PathBuf]) {
    for file in files {
        std::fs::remove_file(file).unwrap();
    }
}

/// Reads mails from files.
pub fn parse(files: &[PathBuf]) -> Vec<Mail> {
    if files.is_empty() {
        return Vec::new();
    }
    let mut command = Command::new(python().unwrap());
    let output = command.arg(script("parse.py")).args(files).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {said}"))
}
