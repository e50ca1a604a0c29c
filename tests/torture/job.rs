//! The commands that write, each with a home to write in.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::rig::{Scratch, TODAY, own};

/// One writing command.
pub struct Job {
    pub name: &'static str,
    words: &'static str,
    /// How many pieces (rows, files, entries) it writes when it does all its work.
    pub whole: usize,
}

const fn job(name: &'static str, words: &'static str, whole: usize) -> Job {
    Job { name, words, whole }
}

/// Every writing command, in each way of writing that it has.
pub const JOBS: [Job; 11] = [
    job("add-child", "add-child 王小丽 --class 2021-2 --joined 2024-09-02", 1),
    job("add-staff", "add-staff 陈刚 --role principal --from 2024-09-02", 1),
    job("log-talk", "log-talk C00001 --date 2024-11-10 --note 折腾", 1),
    job("log-talk, json", "log-talk C00001 --date 2024-11-10 --format json", 1),
    job("log-talk, new month", "log-talk C00001 --date 2024-09-10", 1),
    job("log-visit, new folder", "log-visit C00001 --date 2024-11-10 --met 奶奶", 1),
    job("amend", "amend E0000000001 --set note=折腾", 1),
    job("amend, other month", "amend E0000000001 --set date=2024-10-20", 2),
    job("amend, new month", "amend E0000000001 --set date=2024-09-20", 2),
    job("void", "void E0000000001 --why 折腾", 1),
    job("init", "init --preset blank --school 测试小学", 7),
];

impl Job {
    /// The job of a name.
    pub fn named(name: &str) -> &'static Job {
        JOBS.iter().find(|job| job.name == name).unwrap()
    }

    /// The command's words.
    pub fn words(&self) -> Vec<&'static str> {
        self.words.split(' ').chain(["--today", TODAY]).collect()
    }

    /// Does it make a home, rather than write in one?
    pub fn makes_home(&self) -> bool {
        self.name == "init"
    }

    /// The folder it begins in.
    pub fn before(&self) -> Scratch {
        let scratch = Scratch::new();
        if !self.makes_home() {
            make_home(scratch.path());
        }
        scratch
    }
}

/// The command that comes after a mishap: any ordinary row, told apart by its note.
pub const NEXT: [&str; 8] =
    ["log-talk", "C00002", "--date", "2024-11-11", "--note", "next", "--today", TODAY];

const TALK: &str = "id,date,children,staff,outcome,mode,note,recorded,status,replaces";

/// The log whose tail is damaged and to which most commands write.
pub const LOG: &str = "log/talk/2024-11.csv";

/// Writes a small home: two children, a person, a rule, two months of talks.
pub fn make_home(root: &Path) {
    let put = |file: &str, text: &str| {
        let path = root.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        // A disk without modes refuses.
        let _ = fs::set_permissions(path, fs::Permissions::from_mode(0o600));
    };
    put("care.toml", "format = 1\n\n[school]\nname = \"测试小学\"\nlanguage = \"en\"\n");
    put("calendar.toml", CALENDAR);
    put("rules.toml", RULE);
    put("staff.toml", "[[staff]]\nid = \"T00001\"\nname = \"刘敏\"\nroles = []\n");
    for id in ["C00001", "C00002"] {
        let text = "class = \"2021-2\"\n\n[[spell]]\njoined = 2024-09-02\n";
        let text = format!("id = \"{id}\"\nname = \"儿童{id}\"\n{text}");
        put(&format!("children/{id}.toml"), &text);
    }
    let row = |id: u32, date: &str| {
        format!("E{id:010},{date},C00001,T00001,made,in_person,好,{date}T10:00:00+08:00,,\n")
    };
    let (one, two, three) = (row(1, "2024-11-04"), row(2, "2024-11-05"), row(3, "2024-11-06"));
    put(LOG, &format!("{TALK}\n{one}{two}{three}"));
    put("log/talk/2024-10.csv", &format!("{TALK}\n{}", row(4, "2024-10-09")));
    put(".care/writer", "");
    own(root).unwrap();
}

const CALENDAR: &str = include_str!("../two_terms.toml");

const RULE: &str = r#"[[rule]]
id = "talk"
name = "谈心"
why = "测试"
records = ["talk"]
every = "month"
"#;
