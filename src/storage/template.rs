//! A new home, from the templates that are compiled in.

use std::fmt::Write as _;
use std::path::Path;

use super::disk::{self, Disk};
use super::journal::Step;
use super::sample::{self, SampleTime};
use super::{layout, rule_text};
use crate::domain::school_year::SchoolYear;

/// The rules of a school, ready to be taken over.
pub struct Preset {
    pub name: &'static str,
    rules: &'static [&'static str],
}

macro_rules! presets {
    ($($name:literal: $($file:literal)*;)*) => {
        /// The presets; a new one is a file and a line here.
        pub const PRESETS: &[Preset] = &[$(Preset {
            name: $name,
            rules: &[$(include_str!(concat!("../../data-template/presets/", $file, ".toml"))),*],
        }),*];
    };
}

presets! {
    "blank": "blank";
    "sunchengsi": "sunchengsi" "follow-ups";
    "guzhuang": "guzhuang" "follow-ups";
    "tingshui": "tingshui" "follow-ups";
    "wangjiaba": "wangjiaba" "follow-ups";
    "goudun": "goudun" "follow-ups";
    "national": "national" "follow-ups";
}

macro_rules! example_sheets {
    ($($name:literal)*) => {
        /// Score sheets to begin with, by the names of their files.
        pub const EXAMPLE_SHEETS: [(&str, &str); 5] =
            [$(($name, include_str!(concat!("../../data-template/sheets/", $name, ".toml")))),*];
    };
}

example_sheets! { "pair" "teacher" "class" "school" "risk" }

const SETTINGS: &str = include_str!("../../data-template/care.toml");
const STAFF: &str = include_str!("../../data-template/staff.toml");
const HANDBOOK: &str = include_str!("../../data-template/README.md");
const ATTRIBUTES: &str = include_str!("../../data-template/gitattributes");
const IGNORED: &str = include_str!("../../data-template/gitignore");

/// The preset of a name.
pub fn preset(name: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.name == name)
}

impl Preset {
    /// The rules, each in force from a day on, so that nobody is blamed for the time before.
    pub fn rules_from(&self, from: chrono::NaiveDate) -> String {
        let mut text = String::new();
        for line in self.rules.iter().flat_map(|file| file.lines()) {
            text.push_str(line);
            text.push('\n');
            if line.starts_with("id = ") {
                let _ = writeln!(text, "from = {from}");
            }
        }
        text
    }

    /// The ids of its rules, in order.
    pub fn ids(&self) -> Vec<String> {
        let found = self.rules.iter().flat_map(|file| rule_text::find(file));
        found.map(|rule| rule.id).collect()
    }
}

/// What a new home begins with.
pub struct NewHome<'a> {
    pub school: &'a str,
    pub language: &'a str,
    pub preset: &'a Preset,
    pub years: &'a [SchoolYear],
    /// Of a made-up home: around which time its children and records are made.
    pub sample: Option<&'a SampleTime>,
    /// From when on the rules are in force.
    pub from: chrono::NaiveDate,
}

/// The program itself, as it is put into a folder, in small letters.
const PROGRAM: [&str; 7] = [
    "care",
    "care.exe",
    "使用手册.txt",
    "打开关爱.cmd",
    "license.txt",
    "notices.txt",
    "sha256sums.txt",
];

/// What Windows puts into folders and onto sticks by itself, in small letters.
const OF_THE_SYSTEM: [&str; 4] =
    ["desktop.ini", "thumbs.db", "system volume information", "$recycle.bin"];

/// Is there anything in the folder that a new home might cover? Hidden files, git's among them,
/// empty folders, the program that runs and what the system puts there are no hindrance.
pub fn is_in_use(root: &Path, program: Option<&Path>) -> Disk<bool> {
    for entry in disk::list(root)? {
        let name = entry.name.to_lowercase();
        let runs = || program.is_some_and(|own| disk::are_one(own, &root.join(&entry.name)));
        let is_program = PROGRAM.contains(&name.as_str()) || runs();
        if OF_THE_SYSTEM.contains(&name.as_str()) || !entry.is_folder && is_program {
            continue;
        }
        if !entry.is_folder || !disk::list(&root.join(&entry.name))?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The steps that make a new home; what git may have put there stays. The folders are made at
/// once, but in a dry run.
pub fn create_home(root: &Path, home: &NewHome, is_dry: bool) -> Disk<Vec<Step>> {
    for folder in [layout::CHILDREN, layout::LOG, layout::REGISTERS] {
        if !is_dry {
            disk::create_folder(&root.join(folder))?;
        }
    }
    let school = toml_edit::Value::from(home.school).to_string();
    let settings = SETTINGS
        .replace("\"学校名称\"", &school)
        .replace("\"zh-CN\"", &format!("\"{}\"", home.language));
    let settings = home.sample.map_or("", |_| sample::MARK).to_owned() + &settings;
    let mut steps = home.sample.map(sample::steps).unwrap_or_default();
    let files = [
        (layout::CALENDAR, calendar(home.years)),
        (layout::RULES, home.preset.rules_from(home.from)),
        (layout::STAFF, STAFF.to_owned()),
        ("README.md", HANDBOOK.to_owned()),
        (".gitattributes", ATTRIBUTES.to_owned()),
        (".gitignore", IGNORED.to_owned()),
        // Last: the file that makes the folder a home.
        (layout::SETTINGS, settings),
    ];
    let is_made = |name: &str| steps.iter().any(|step| step.file() == name);
    let is_new = |name: &str| !is_made(name) && !disk::exists(&root.join(name));
    let new = files.into_iter().filter(|(name, _)| is_new(name)).collect::<Vec<_>>();
    let put =
        |(file, text): (&str, String)| Step::Put { file: file.to_owned(), before: None, text };
    steps.extend(new.into_iter().map(put));
    Ok(steps)
}

fn calendar(years: &[SchoolYear]) -> String {
    let mut text = String::from(
        "# 校历。下面的日期是推算的，请对照教育局的通知逐一核对；调休上课的日子要自己加。\n",
    );
    for (year, term) in years.iter().flat_map(|year| year.terms.iter().map(move |t| (year, t))) {
        let (id, name) = (&term.id, &term.name);
        let _ = write!(
            text,
            "\n[[term]]\nid = \"{id}\"\nyear = \"{}\"\nname = \"{name}\"\n\
             first = {}  # 请核对\nlast = {}  # 请核对\n",
            year.name, term.span.first, term.span.last
        );
    }
    for holiday in years.iter().flat_map(|year| &year.holidays) {
        let _ = write!(
            text,
            "\n[[holiday]]\nname = \"{}\"\nfirst = {}  # 请核对\nlast = {}  # 请核对\n",
            holiday.name, holiday.span.first, holiday.span.last
        );
    }
    text.push_str("\n# 调休上课：\n# [[workday]]\n# date = 2024-09-29\n");
    text
}
