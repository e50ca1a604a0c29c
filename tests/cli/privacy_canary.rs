//! A canary in every field and every column that is not open: no command tells it in any format or
//! language unless it was asked to reveal. The fields are those of the schema and the columns those
//! of the descriptions, so that a new one is looked for by itself.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use crate::access::looks;
use crate::harness::{HEADER, Home, project};

/// What stands in a field of each type; of a code nothing can be told from another's.
fn canary(holds: &str, number: usize) -> Option<(String, String)> {
    let word = format!("金丝雀KX{number:03}Q");
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

/// A home full of canaries, and the words that nobody may be told.
struct Aviary {
    home: Home,
    words: BTreeSet<String>,
}

impl Aviary {
    fn new() -> Aviary {
        let principal = "{ role = \"principal\", from = 2020-09-01 }";
        let settings = "\n[mail]\nfrom = \"之家 <care@school.example>\"\ntransport = \"eml\"\n\
            summary_to = [\"office@school.example\"]\n";
        let home = Home::new().at("2024-11-18").and("care.toml", settings).used_by("liumin");
        let home = home
            .rule("id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"\nby = \"principal\"")
            .staff("T00001", principal);
        Aviary { home, words: BTreeSet::new() }.with_people().with_records()
    }

    fn with_people(mut self) -> Aviary {
        let schema = fs::read_to_string(project().join("src/domain/schema.rs")).unwrap();
        let (child, staff) = schema.split_once("pub const STAFF").unwrap();
        let (mut top, mut tables) = (String::from("class = \"2021-2\"\n"), String::new());
        let (mut table, fields) = (String::new(), closed_fields(child));
        assert!(fields.len() >= 17, "{fields:?}");
        for (number, (path, holds)) in fields.into_iter().enumerate() {
            let own = match path.as_str() {
                "id_number" => {
                    let number = "990101196102280017".to_owned();
                    Some((format!("\"{number}\""), number))
                }
                _ => canary(&holds, number),
            };
            let Some((value, word)) = own else { continue };
            self.words.insert(word);
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
        tables += "[[buddy]]\nname = \"金丝雀同学\"\nfrom = 2024-09-02\n\
            [[elder]]\nname = \"金丝雀奶奶\"\nbirthday = \"08-15\"\n\
            [[was]]\nfield = \"mother.name\"\nvalue = \"金丝雀旧名\"\nuntil = 2024-10-01\n\
            [[spell]]\njoined = 2024-09-02\n";
        self.words.extend(["金丝雀同学", "金丝雀奶奶", "金丝雀旧名"].map(str::to_owned));
        let mut person = String::new();
        for (number, (path, holds)) in closed_fields(staff).into_iter().enumerate() {
            let Some((value, word)) = canary(&holds, 500 + number) else { continue };
            self.words.insert(word);
            writeln!(person, "{path} = {value}").unwrap();
        }
        let old = self.home.read("staff.toml");
        let staff = old.replace("roles =", &format!("{person}roles ="));
        self.home = self.home.child("C00001", &(top + &tables)).with("staff.toml", &staff);
        self
    }

    fn with_records(mut self) -> Aviary {
        let folder = fs::read_dir(project().join("src/domain/registers")).unwrap();
        for (place, file) in folder.map(|file| file.unwrap().path()).enumerate() {
            let register = file.file_stem().unwrap().to_string_lossy().into_owned();
            let text: toml::Table = fs::read_to_string(&file).unwrap().parse().unwrap();
            let is_restricted = text.get("restricted").is_some_and(|own| own.as_bool().unwrap());
            let (mut names, mut cells) = (Vec::new(), Vec::new());
            for (number, own) in text["column"].as_array().into_iter().flatten().enumerate() {
                let word = |key: &str| own.get(key).and_then(|text| text.as_str());
                let name = word("name").unwrap();
                let is_closed = is_restricted || word("privacy").is_some_and(|own| own != "open");
                let is_text = word("type") == Some("text");
                let canary = format!("金丝雀RX{place:02}{number:02}Q");
                let cell = match name {
                    "field" if register == "change" => "mother.name".to_owned(),
                    _ if is_closed && is_text => {
                        self.words.insert(canary.clone());
                        canary
                    }
                    _ => String::new(),
                };
                names.push(name.to_owned());
                cells.push(cell);
            }
            let own = HEADER.replace("note", &(names.join(",") + ",note"));
            let note =
                if is_restricted { format!("金丝雀NX{place:02}Q") } else { String::new() };
            self.words.extend(Some(note.clone()).filter(|note| !note.is_empty()));
            let cells = cells.join(",");
            let row = format!(
                "E00000AV{place:03},2024-10-08,C00001,T00001,made,{cells},{note},\
                 2024-10-08T10:00:00+08:00,,"
            );
            self.home = self.home.log(&register, "2024-10", &own, &row);
        }
        assert!(self.words.len() >= 40, "{:?}", self.words);
        self
    }

    /// The canaries that a run tells.
    fn told(&self, line: &str) -> Vec<&String> {
        let ran = self.home.run(line);
        let said = |word: &&String| ran.out.contains(*word) || ran.err.contains(*word);
        self.words.iter().filter(said).collect()
    }
}

/// The commands that the main help lists, and one for each register.
fn commands(home: &Home) -> Vec<String> {
    let main = home.run("--help").out;
    let listed = main.lines().skip_while(|line| !line.starts_with("命令")).skip(1);
    let listed = listed.take_while(|line| line.starts_with("  "));
    let names = listed.filter_map(|line| line.split_whitespace().next().map(str::to_owned));
    let mut names: Vec<String> = names.filter(|name| !name.contains('<')).collect();
    let registers = home.run("help registers").out;
    let registers = registers.lines().filter_map(|line| line.split_whitespace().next());
    names.extend(registers.map(|name| format!("log-{}", name.replace('_', "-"))));
    names
}

/// What is asked of a command; of one that is not here, something about the child.
fn lines(command: &str, registers: &str) -> Vec<String> {
    let all = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
    match command {
        "show" => all(&["show C00001", "show C00001 --all"]),
        "records" => vec![
            "records".to_owned(),
            format!("records {registers}"),
            format!("records {registers} --child C00001 --versions"),
        ],
        "list" => all(&[
            "list",
            "list staff --left",
            "list pairs",
            "list classes",
            "list --count-by address",
            "list --count-by carer.birth_year",
            "list --count-by birth_date",
            "list --count-by risk",
        ]),
        "find" => all(&["find 儿童", "find 2024", "find 金丝雀"]),
        "why" => all(&["why C00001", "why C00001 talk", "why T00001", "why school"]),
        "overdue" => all(&["overdue", "overdue --for wall", "overdue --level inform"]),
        "due" => all(&["due --days 30"]),
        "obligations" => all(&["obligations --all"]),
        "mail" => all(&["mail --preview --to principal"]),
        "rules" => all(&["rules", "rules --why", "rules --diff rules.toml"]),
        "check" => all(&["check", "check --strict"]),
        "audit" => all(&["audit verify"]),
        "edit-child" => all(&["edit-child C00001 --set risk=high --why 家访 -n"]),
        "edit-staff" => all(&["edit-staff T00001 --set sex=female -n"]),
        "transfer" => all(&["transfer C00001 --class 2020-1 --from 2024-11-01 -n"]),
        "leave" => all(&["leave C00001 --date 2024-11-01 --reason 转学 -n"]),
        "pause" => all(&["pause C00001 --from 2024-11-01 --reason 住院 -n"]),
        "amend" => all(&["amend E00000AV005 --set note=改 -n"]),
        "void" => all(&["void E00000AV006 --why 记错 -n"]),
        log if log.starts_with("log-") => vec![
            format!("{log} C00001 --date 2024-11-01 -n"),
            format!("{log} C00001 --date 2024-11-01 --like-last -n --no-input"),
        ],
        other => vec![format!("{other} C00001 -n --no-input"), format!("{other} --help")],
    }
}

#[test]
fn no_command_tells_a_canary_in_any_format_or_language() {
    let aviary = Aviary::new();
    let registers = aviary.home.run("help registers").out;
    let registers: Vec<&str> =
        registers.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let registers = registers.join(" ");
    let (mut told, mut runs) = (Vec::new(), 0);
    for command in commands(&aviary.home) {
        for line in lines(&command, &registers) {
            for format in ["table", "plain", "csv", "tsv", "json", "jsonl", "markdown"] {
                for lang in ["zh-CN", "en"] {
                    let line = format!("{line} --format {format} --lang {lang}");
                    runs += 1;
                    // To copy the last row is to write what it holds; it says which columns.
                    let words = aviary.told(&line);
                    told.extend((!words.is_empty()).then(|| format!("{line}: {words:?}")));
                }
            }
        }
    }
    assert!(runs > 900, "{runs}");
    assert_eq!(told, Vec::<String>::new());
    assert!(looks(&aviary.home).is_empty());
}

#[test]
fn every_canary_is_told_to_whoever_asks_for_it_with_a_reason_and_that_is_recorded() {
    let aviary = Aviary::new();
    let told = aviary.told(
        "show C00001 --all --reveal personal,sensitive,restricted --reason 核对 --format table",
    );
    let staff = |word: &&String| word.contains("KX501") || word.contains("1390074500");
    let untold: Vec<_> =
        aviary.words.iter().filter(|word| !told.contains(word) && !staff(word)).collect();
    assert_eq!(untold, Vec::<&String>::new());
    assert_eq!(
        looks(&aviary.home)[0]["classes"],
        serde_json::json!(["personal", "sensitive", "restricted"])
    );
}
