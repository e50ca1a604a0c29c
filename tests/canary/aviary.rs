//! A home with a canary in every field and every column that is not open. The fields are those of
//! the schema and the columns those of the descriptions, so that a new one is filled by itself.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// What every canary of free text begins with; no other word of the home does.
pub const SONG: &str = "金丝雀";

/// A home's texts by their files, and the words in them that nobody may be told.
#[derive(Clone, Default)]
pub struct Aviary {
    pub files: BTreeMap<String, String>,
    /// Each word with the file in which it stands.
    pub words: BTreeMap<String, String>,
}

/// What stands in a field of each type; of a code nothing can be told from another's.
fn canary(holds: &str, number: usize) -> Option<(String, String)> {
    let word = format!("{SONG}KX{number:03}Q");
    match holds {
        "Text" => Some((format!("\"{word}\""), word)),
        "Texts" => {
            let phone = format!("1390074{number:03}3");
            Some((format!("[\"{phone}\"]"), phone))
        }
        "Date" => Some(("1961-02-28".to_owned(), "1961-02-28".to_owned())),
        "Integer" => Some(("1943".to_owned(), "1943".to_owned())),
        _ => None,
    }
}

/// The fields of a part of the schema that are not open, each with its type.
fn closed_fields(part: &str) -> Vec<(String, String)> {
    let lines = part.lines().map(str::trim);
    let own = lines.filter_map(|line| {
        let rest = line.strip_prefix("personal(\"").or(line.strip_prefix("sensitive(\""))?;
        let (path, rest) = rest.split_once('"')?;
        let holds = rest.trim_end_matches("),").rsplit(' ').next()?;
        Some((path.to_owned(), holds.to_owned()))
    });
    own.collect()
}

const SETTINGS: &str = "format = 1\n\n[school]\nname = \"测试小学\"\nlanguage = \"zh-CN\"\n\n\
    [mail]\nfrom = \"之家 <care@school.example>\"\ntransport = \"eml\"\n\
    summary_to = [\"office@school.example\"]\n";
const RULE: &str = "[[rule]]\nname = \"规则\"\nwhy = \"测试\"\nid = \"talk\"\nrecords = [\"talk\"]\n\
    every = \"month\"\nby = \"principal\"\n";
const SHEET: &str = "name = { zh = \"评估\", en = \"own\" }\nwhy = \"测试\"\nof = \"child\"\n\
    [[item]]\nid = \"talks\"\nname = { zh = \"谈心\", en = \"talks\" }\nmax = 10\nrate = \"talk\"\n\
    [[item]]\nid = \"help\"\nname = { zh = \"辅导\", en = \"help\" }\nmax = 10\n\
    count = \"counselling\"\nfull = 1\n\
    [[item]]\nid = \"mind\"\nname = { zh = \"心理\", en = \"mind\" }\nmax = 10\n";
const ENTRIES: &str = "[[buddy]]\nname = \"金丝雀同学\"\nfrom = 2024-09-02\n\
    [[elder]]\nname = \"金丝雀奶奶\"\nbirthday = \"08-15\"\n\
    [[was]]\nfield = \"mother.name\"\nvalue = \"金丝雀旧名\"\nuntil = 2024-10-01\n\
    [[spell]]\njoined = 2024-09-02\n";

impl Aviary {
    pub fn new(project: &Path) -> Aviary {
        let mut own = Aviary::default();
        let calendar = fs::read_to_string(project.join("tests/two_terms.toml")).unwrap();
        for (file, text) in [
            ("care.toml", SETTINGS),
            ("calendar.toml", &calendar),
            ("rules.toml", RULE),
            ("sheets/own.toml", SHEET),
        ] {
            own.files.insert(file.to_owned(), text.to_owned());
        }
        let schema = fs::read_to_string(project.join("src/domain/schema.rs")).unwrap();
        let (child, staff) = schema.split_once("pub const STAFF").unwrap();
        own.add_child(child);
        own.add_person(staff);
        let folder = fs::read_dir(project.join("src/domain/registers")).unwrap();
        let mut registers: Vec<_> = folder.map(|file| file.unwrap().path()).collect();
        registers.sort();
        for (place, file) in registers.iter().enumerate() {
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            own.add_log(place, &name, &fs::read_to_string(file).unwrap());
        }
        assert!(own.words.len() >= 40, "{:?}", own.words);
        own
    }

    fn keep(&mut self, word: String, file: &str) {
        self.words.insert(word, file.to_owned());
    }

    fn add_child(&mut self, schema: &str) {
        let file = "children/C00001.toml";
        let head = "id = \"C00001\"\nname = \"儿童C00001\"\nclass = \"2021-2\"\n";
        let (mut top, mut tables, mut table) = (head.to_owned(), String::new(), String::new());
        let fields = closed_fields(schema);
        assert!(fields.len() >= 17, "{fields:?}");
        for (number, (path, holds)) in fields.into_iter().enumerate() {
            let id_number = "990101196102280017".to_owned();
            let own = match path.as_str() {
                "id_number" => Some((format!("\"{id_number}\""), id_number)),
                _ => canary(&holds, number),
            };
            let Some((value, word)) = own else { continue };
            self.keep(word, file);
            match path.split_once('.') {
                None => writeln!(top, "{path} = {value}").unwrap(),
                Some((name, key)) => {
                    if table != name {
                        writeln!(tables, "[{name}]").unwrap();
                        name.clone_into(&mut table);
                    }
                    writeln!(tables, "{key} = {value}").unwrap();
                }
            }
        }
        for name in ["金丝雀同学", "金丝雀奶奶", "金丝雀旧名"] {
            self.keep(name.to_owned(), file);
        }
        self.files.insert(file.to_owned(), top + &tables + ENTRIES);
    }

    fn add_person(&mut self, schema: &str) {
        let mut person = "[[staff]]\nid = \"T00001\"\nname = \"教师T00001\"\n".to_owned();
        for (number, (path, holds)) in closed_fields(schema).into_iter().enumerate() {
            let Some((value, word)) = canary(&holds, 500 + number) else { continue };
            self.keep(word, "staff.toml");
            writeln!(person, "{path} = {value}").unwrap();
        }
        person += "roles = [{ role = \"principal\", from = 2020-09-01 }]\n";
        self.files.insert("staff.toml".to_owned(), person);
    }

    /// A row of a register with a canary in each text that is not open.
    fn add_log(&mut self, place: usize, register: &str, description: &str) {
        let file = format!("log/{register}/2024-10.csv");
        let text: toml::Table = description.parse().unwrap();
        let is_restricted = text.get("restricted").is_some_and(|own| own.as_bool().unwrap());
        let (mut names, mut cells) = (String::new(), String::new());
        for (number, own) in text["column"].as_array().into_iter().flatten().enumerate() {
            let word = |key: &str| own.get(key).and_then(|text| text.as_str());
            let name = word("name").unwrap();
            let is_closed = is_restricted || word("privacy").is_some_and(|own| own != "open");
            let cell = match name {
                "field" if register == "change" => "mother.name".to_owned(),
                _ if is_closed && word("type") == Some("text") => {
                    let cell = format!("{SONG}RX{place:02}{number:02}Q");
                    self.keep(cell.clone(), &file);
                    cell
                }
                _ => String::new(),
            };
            write!(names, "{name},").unwrap();
            write!(cells, "{cell},").unwrap();
        }
        let note = format!("{SONG}NX{place:02}Q");
        let note = if is_restricted { note } else { String::new() };
        if is_restricted {
            self.keep(note.clone(), &file);
        }
        let text = format!(
            "id,date,children,staff,outcome,{names}note,recorded,status,replaces\n\
             E00000AV{place:03},2024-10-08,C00001,T00001,made,{cells}{note},\
             2024-10-08T10:00:00+08:00,,\n"
        );
        self.files.insert(file, text);
    }
}
