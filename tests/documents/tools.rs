//! Files that the program makes, and the programs that read them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

use crate::copied::copy;

const TODAY: &str = "2024-12-20";

/// Says that a test is skipped; where `tests/run` has installed everything, that is a failure.
pub fn skipped(lacks: &str) {
    let all_is_there = std::env::var_os("CARE_SKIP").is_some_and(|word| word == "never");
    assert!(!all_is_there, "not to be skipped: {lacks} is missing");
    eprintln!("skipped: {lacks} is missing");
}

static MADE: AtomicU32 = AtomicU32::new(0);

/// A file that the program made of an example home, in a folder of its own.
pub struct Made {
    pub folder: PathBuf,
    pub file: PathBuf,
}

impl Made {
    pub fn new(line: &str, lang: &str, end: &str) -> Made {
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("care-documents-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let home = folder.join("home");
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/guzhuang"), &home);
        let file = folder.join(format!("made.{end}"));
        let ran = Command::new(env!("CARGO_BIN_EXE_care"))
            .args(["-C", home.to_str().unwrap(), "--today", TODAY, "--lang", lang, "-y", "-o"])
            .arg(&file)
            .args(line.split_whitespace())
            .output()
            .unwrap();
        assert!(ran.status.success(), "{line}: {}", String::from_utf8_lossy(&ran.stderr));
        Made { folder, file }
    }

    pub fn text(&self) -> String {
        fs::read_to_string(&self.file).unwrap()
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// What python-docx reads in a document; none where it is not at hand.
pub fn read(made: &Made) -> Option<Value> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/read.py");
    // The packages of the system are known to the system's own Python.
    for python in ["/usr/bin/python3", "python3"] {
        let mut command = Command::new(python);
        command.arg(&script).arg(&made.file).env("PYTHONIOENCODING", "utf-8");
        let Ok(ran) = command.output() else { continue };
        if ran.status.code() == Some(77) {
            continue;
        }
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        return Some(serde_json::from_slice(&ran.stdout).unwrap());
    }
    skipped("a Python 3 with python-docx");
    None
}

/// The sizes of the pages that `LibreOffice` makes of a document, as `pdfinfo` tells them.
pub fn pages(made: &Made) -> Option<Vec<String>> {
    let runs = |name: &str, flag: &str| {
        let mut command = Command::new(name);
        command.arg(flag).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
    };
    for (name, flag) in [("soffice", "--version"), ("pdfinfo", "-v")] {
        if !runs(name, flag) {
            skipped(name);
            return None;
        }
    }
    let own = format!("-env:UserInstallation=file://{}", made.folder.join("office").display());
    let ran = Command::new("soffice")
        .args(["--headless", &own, "--convert-to", "pdf", "--outdir"])
        .arg(&made.folder)
        .arg(&made.file)
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let pdf = made.file.with_extension("pdf");
    let told = Command::new("pdfinfo").args(["-f", "1", "-l", "99"]).arg(pdf).output().unwrap();
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let sizes = told.lines().filter_map(|line| Some(line.split_once(" size:")?.1.trim()));
    Some(sizes.filter(|own| own.contains("pts")).map(str::to_owned).collect())
}
