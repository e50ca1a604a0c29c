//! The home in memory around an input: the sound one of the catalogue of mistakes.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use care::{Call, Validator, run, with_disk};
use chrono::{DateTime, TimeZone, Utc};

use crate::memory_disk::{Files, MemoryDisk};

/// Where the home stands; there is no such folder on the machine, so that what leaves the disk in
/// memory finds nothing.
pub const HOME: &str = "/nowhere/home";

/// Children of the fuzzed home whose names hold letters from every block of Chinese characters,
/// and letters that are read in an odd way or have no reading: the unified ones and the extensions
/// A to H, those for compatibility, radicals, a mark of repetition, a zero.
pub const NAMES: [(&str, &str); 14] = [
    ("C2AAAA", "欸诒"),
    ("C2AAAB", "誒々"),
    ("C2AAAC", "李〇"),
    ("C2AAAD", "𠮷野"),
    ("C2AAAE", "王㐀䶵"),
    ("C2AAAF", "张𠀀𪛖"),
    ("C2AAAG", "陈𪜀𫜴"),
    ("C2AAAH", "刘𫝀𫠝"),
    ("C2AAAJ", "杨𫠠𬺡"),
    ("C2AAAK", "赵𬺰𮯠"),
    ("C2AAAL", "黄𰀀𱍊"),
    ("C2AAAM", "周𱍐𲎯"),
    ("C2AAAN", "吴\u{f900}﨎"),
    ("C2AAAP", "徐⺀⼀"),
];

/// All that trials need and that stays the same.
pub struct Desk {
    /// The home's files.
    pub files: Files,
    /// The home read.
    pub reader: Validator,
    now: DateTime<Utc>,
}

/// What a command said and returned.
pub struct Ran {
    pub out: String,
    pub err: String,
    pub code: u8,
}

impl Desk {
    /// Reads the home.
    pub fn new() -> Desk {
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes/base");
        let mut files = Files::new();
        gather(&base, &base, &mut files);
        for (id, name) in NAMES {
            let text =
                format!("id = \"{id}\"\nname = \"{name}\"\n\n[[spell]]\njoined = 2024-09-02\n");
            let file = Path::new(HOME).join(format!("children/{id}.toml"));
            files.insert(file, Rc::new(text.into_bytes()));
        }
        // The logs are this machine's own.
        let writer = br#"{"name":"","file":null,"machine":[]}"#.to_vec();
        files.insert(Path::new(HOME).join(".care/writer"), Rc::new(writer));
        let disk = MemoryDisk::new(files.clone());
        let reader = with_disk(disk, || Validator::open(Path::new(HOME)));
        let now = Utc.with_ymd_and_hms(2024, 12, 20, 4, 0, 0).unwrap();
        Desk { files, reader: reader.unwrap_or_else(|faults| panic!("{faults}")), now }
    }

    /// A disk with the home on which one file holds these bytes.
    pub fn with(&self, file: &str, bytes: &[u8]) -> Rc<MemoryDisk> {
        let mut files = self.files.clone();
        files.insert(Path::new(HOME).join(file), Rc::new(bytes.to_vec()));
        MemoryDisk::new(files)
    }

    /// Runs a command in the home on a disk, where a locale is set.
    pub fn run(&self, disk: &Rc<MemoryDisk>, words: Vec<String>, locale: &str) -> Ran {
        self.called(disk, words, locale, None)
    }

    /// What a shell is told of the last of these words.
    pub fn complete(&self, disk: &Rc<MemoryDisk>, words: &[String], shell: &str) -> Ran {
        let marked = ["--", "care"].into_iter().map(str::to_owned).chain(words.iter().cloned());
        self.called(disk, marked.collect(), "en_GB.UTF-8", Some(shell.to_owned()))
    }

    fn called(
        &self,
        disk: &Rc<MemoryDisk>,
        words: Vec<String>,
        locale: &str,
        completing: Option<String>,
    ) -> Ran {
        let call = Call {
            locale: Some(locale.to_owned()),
            completing,
            ..Call::new(words, self.now, PathBuf::from(HOME))
        };
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let disk = Rc::<MemoryDisk>::clone(disk);
        let code = with_disk(disk, || run(&call, &mut out, &mut err));
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Ran { out: text(out), err: text(err), code }
    }

    /// The same for a line of words.
    pub fn run_line(&self, disk: &Rc<MemoryDisk>, line: &str) -> Ran {
        self.run(disk, line.split(' ').map(str::to_owned).collect(), "en_GB.UTF-8")
    }
}

/// The files of a home without what a machine keeps for itself.
pub fn records(files: &Files) -> Files {
    let machine = Path::new(HOME).join(".care");
    let mut records = files.clone();
    records.retain(|path, _| !path.starts_with(&machine));
    records
}

fn gather(base: &Path, folder: &Path, files: &mut Files) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(base, &path, files);
        } else {
            let below = path.strip_prefix(base).unwrap();
            files.insert(Path::new(HOME).join(below), Rc::new(fs::read(&path).unwrap()));
        }
    }
}
