//! The homes in which calls are made: a sound one, and some in which more is said than usual.

use std::path::Path;
use std::rc::Rc;

use crate::aviary::Aviary;
use crate::memory_disk::Files;

/// Where a home stands; there is no such folder on the machine.
pub const HOME: &str = "/nowhere/home";

/// What is different about a home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variation {
    Open,
    /// Whoever calls is none of its users.
    Nobody,
    /// Whoever calls is a user of another class.
    OtherClass,
    /// The child's file cannot be read.
    BrokenChild,
    /// A log cannot be read, and ends in half a line.
    BrokenLog,
    /// A change waits in the journal for a file that a hand has changed.
    Blocked,
}

pub const VARIATIONS: [Variation; 6] = [
    Variation::Open,
    Variation::Nobody,
    Variation::OtherClass,
    Variation::BrokenChild,
    Variation::BrokenLog,
    Variation::Blocked,
];

/// The files of a home.
pub fn files(aviary: &Aviary, variation: Variation) -> Files {
    let mut texts = aviary.files.clone();
    let mut and = |file: &str, text: &str| *texts.entry(file.to_owned()).or_default() += text;
    let user = |name: &str, more: &str| {
        format!("\n[[user]]\nstaff = \"T00001\"\nname = \"{name}\"\n{more}")
    };
    match variation {
        Variation::Open => {}
        Variation::Nobody => and("care.toml", &user("wangfang", "")),
        Variation::OtherClass => and("care.toml", &user("liumin", "classes = [\"2020-1\"]\n")),
        Variation::BrokenChild => {
            and("children/C00001.toml", "reason = \"金丝雀断\" \"金丝雀断\"\n");
        }
        Variation::BrokenLog => {
            and("log/counselling/2024-10.csv", "E00000AV999,2024-10-32,C00001,,金丝雀断,");
        }
        Variation::Blocked => {
            let step = serde_json::json!([{
                "step": "put", "file": "children/C00001.toml", "before": "金丝雀断",
                "text": "金丝雀断"
            }]);
            and(".care/journal", &step.to_string());
        }
    }
    let on_disk = texts
        .into_iter()
        .map(|(file, text)| (Path::new(HOME).join(file), Rc::new(text.into_bytes())));
    on_disk.collect()
}
