//! A folder of the catalogue, and the home that it describes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::CHECK;
use crate::harness::{Home, project};

/// One mistake.
pub struct Mistake {
    pub name: String,
    pub path: PathBuf,
}

/// Files of the catalogue that are no records.
const ABOUT: [&str; 4] = ["about.txt", "make.txt", "expected.zh.txt", "expected.en.txt"];

/// Every mistake that this system can have, by name.
pub fn mistakes() -> Vec<Mistake> {
    all().into_iter().filter(|mistake| cfg!(unix) || !mistake.has_step("unix")).collect()
}

/// Every mistake, by name.
pub fn all() -> Vec<Mistake> {
    let folder = project().join("tests/mistakes");
    let mut all: Vec<Mistake> = entries(&folder)
        .into_iter()
        .filter(|path| path.is_dir() && !path.ends_with("base"))
        .map(|path| Mistake { name: file_name(&path), path })
        .collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(all.len() > 100);
    all
}

/// The sound home, on the day of judgement.
pub fn base() -> Home {
    let home = Home::copy_of("tests/mistakes/base").at("2024-12-20");
    for_owner_alone(home.root());
    home
}

/// Is a check of this name one that finds faults? `care` says so itself.
pub fn is_fault(check: &str) -> bool {
    static LEVELS: OnceLock<BTreeMap<String, bool>> = OnceLock::new();
    let levels = LEVELS.get_or_init(|| {
        let home = Home::empty();
        let help = |check: &str| home.run(&format!("help check {check} --lang en")).out;
        let checks = home.run("help checks").out;
        checks.lines().map(|check| (check.to_owned(), help(check).starts_with("error["))).collect()
    });
    *levels.get(check).unwrap_or_else(|| panic!("no check {check}"))
}

impl Mistake {
    /// The check that finds it.
    pub fn check(&self) -> &str {
        self.name.split("--").next().unwrap()
    }

    /// The call that finds it: how truthfully records were written is asked for by name.
    pub fn call(&self) -> &'static str {
        if self.check().starts_with("truth-") { "check truthfulness" } else { CHECK }
    }

    /// Does no judgement need the bad record?
    pub fn only_check(&self) -> bool {
        self.has_step("only-check")
    }

    fn has_step(&self, step: &str) -> bool {
        self.steps().lines().any(|line| line == step)
    }

    fn steps(&self) -> String {
        fs::read_to_string(self.path.join("make.txt")).unwrap_or_default()
    }

    /// The sound home with this mistake made in it.
    pub fn home(&self) -> Home {
        let mut home = base();
        let mut modes = Vec::new();
        for line in self.steps().lines() {
            let mut words = line.splitn(3, ' ');
            let mut word = || words.next().unwrap_or_default();
            let (step, file, rest) = (word(), word(), word());
            let path = home.root().join(file);
            match step {
                "bytes" => home = home.with_bytes(file, &bytes(rest)),
                "append" => {
                    let old = fs::read(path).unwrap();
                    home = home.with_bytes(file, &[old, bytes(rest)].concat());
                }
                "delete" => fs::remove_file(path).unwrap(),
                "folder" => fs::create_dir(path).unwrap(),
                "mode" => modes.push((path, rest.to_owned())),
                "link" => link(rest, &path),
                "unix" | "only-check" => {}
                _ => panic!("{}: no step {line}", self.name),
            }
        }
        // After what was deleted, for to some systems CARE.TOML is care.toml.
        for (file, bytes) in tree(&self.path) {
            if !ABOUT.contains(&file.as_str()) {
                home = home.with_bytes(&file, &bytes);
            }
        }
        for_owner_alone(home.root());
        for (path, mode) in &modes {
            set_mode(path, mode);
        }
        home
    }
}

/// The call that writes where the first fault of a home is: into its log, else into any.
pub fn writer(home: &Home) -> String {
    let ran = home.run("overdue --format json");
    let faults: serde_json::Value = serde_json::from_str(&ran.err).unwrap();
    let file = faults[0]["file"].as_str().unwrap();
    let parts: Vec<&str> = file.split('/').collect();
    let is_month = |name: &str| name.len() >= 11 && name.as_bytes()[7] == b'.';
    match parts[..] {
        ["log", register, name] if is_month(name) => {
            format!("log-{register} C7K3FQ --date {}-28", &name[..7])
        }
        _ => "log-talk C7K3FQ --date 2024-12-19".to_owned(),
    }
}

/// A text of `make.txt` as bytes.
fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((plain, escaped)) = rest.split_once('\\') {
        bytes.extend(plain.bytes());
        let (byte, length) = match escaped.as_bytes()[0] {
            b'n' => (b'\n', 1),
            b'r' => (b'\r', 1),
            b'\\' => (b'\\', 1),
            b'x' => (u8::from_str_radix(&escaped[1..3], 16).unwrap(), 3),
            other => panic!("no escape \\{}", char::from(other)),
        };
        bytes.push(byte);
        rest = &escaped[length..];
    }
    bytes.extend(rest.bytes());
    bytes
}

/// Every file below a folder with its bytes, but for the machine's own under `.care`.
pub fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in entries(&folder).into_iter().filter(|path| !path.ends_with(".care")) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            // A link that leads nowhere has no bytes.
            if !path.exists() {
                continue;
            }
            let below = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            files.insert(below, fs::read(&path).unwrap());
        }
    }
    files
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}

fn for_owner_alone(root: &Path) {
    for file in tree(root).keys() {
        set_mode(&root.join(file), "600");
    }
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: &str) {
    use std::os::unix::fs::PermissionsExt;
    let mode = u32::from_str_radix(mode, 8).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(unix)]
fn link(to: &str, path: &Path) {
    std::os::unix::fs::symlink(to, path).unwrap();
}

#[cfg(not(unix))]
fn link(_to: &str, _path: &Path) {}

#[cfg(not(unix))]
fn set_mode(_path: &Path, _mode: &str) {}
