//! A canary in every field and every column that is not open: no command tells it in any format or
//! language unless it was asked to reveal. The fields are those of the schema and the columns those
//! of the descriptions, so that a new one is looked for by itself.

use std::collections::BTreeSet;

use crate::access::looks;
use crate::harness::{Home, opened, project};
use crate::own_form_files::document;

#[path = "../canary/aviary.rs"]
mod aviary;

/// A home full of canaries, and the words that nobody may be told.
struct Aviary {
    home: Home,
    words: BTreeSet<String>,
}

impl Aviary {
    fn new() -> Aviary {
        let aviary::Aviary { files, words } = aviary::Aviary::new(project());
        let home = Home::empty().at("2024-11-18").used_by("liumin");
        let home = files.iter().fold(home, |home, (file, text)| home.with(file, text));
        Aviary { home, words: words.into_keys().collect() }
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
    let groups = main.lines().take_while(|line| !line.starts_with("通用选项"));
    let listed = groups.filter(|line| line.starts_with("  "));
    let names = listed.filter_map(|line| line.split_whitespace().next().map(str::to_owned));
    let mut names: Vec<String> = names.filter(|name| !name.contains('<')).collect();
    assert!(names.len() > 40, "{names:?}");
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
        "print" => {
            let books = registers.split(' ').map(|own| own.trim_start_matches("log-"));
            let books = books.map(|own| format!("print book {own} --from 2024-01-01"));
            let forms = [
                "inspection",
                "cards",
                "pairs",
                "timetable",
                "handover",
                "report",
                "report --trace",
                "report month",
                "report absence",
                "report year",
                "assessment own",
            ];
            let forms = forms.iter().map(|own| format!("print {own}"));
            let of_children = ["registration", "growth", "plan"];
            let of_children = of_children.iter().map(|own| format!("print form {own}"));
            books.chain(forms).chain(of_children).collect()
        }
        "find" => all(&["find 儿童", "find 2024", "find 金丝雀"]),
        "score" => all(&["score", "score own", "score own C00001"]),
        "mark" => all(&["mark own C00001 mind=5 -n"]),
        "why" => all(&[
            "why --score own C00001",
            "why C00001",
            "why C00001 talk",
            "why T00001",
            "why school",
        ]),
        "overdue" => all(&["overdue", "overdue --for wall", "overdue --level inform"]),
        "due" => all(&["due --days 30"]),
        "obligations" => all(&["obligations --all"]),
        "attention" => all(&["attention", "attention --for wall"]),
        "matrix" => all(&["matrix", "matrix --month 2024-10"]),
        "rates" => all(&["rates", "rates --by staff", "rates --by class"]),
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
            for format in [
                "table", "plain", "csv", "tsv", "json", "jsonl", "markdown", "xlsx", "docx", "html",
            ] {
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

/// Every name that an own form may hold: those of the help, and every column of every register.
fn all_names(home: &Home) -> Vec<String> {
    let help = home.run("help forms --lang en").out;
    let (_, named) = help.rsplit_once("\n\n").unwrap();
    let of_child = named.lines().flat_map(|line| line.split("  ")).map(str::to_owned);
    let mut names: Vec<String> =
        of_child.filter(|name| !["number", "each child"].contains(&name.as_str())).collect();
    assert!(names.len() > 100, "{names:?}");
    for file in std::fs::read_dir(project().join("src/domain/registers")).unwrap() {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let register = path.file_stem().unwrap().to_str().unwrap();
        let columns = text.lines().filter_map(|line| line.strip_prefix("name = \""));
        let columns = columns.map(|name| name.trim_end_matches('"')).chain(["note", "date"]);
        names.extend(columns.map(|column| format!("{register}.{column}")));
    }
    names
}

#[test]
fn a_form_with_every_name_there_is_tells_no_canary_until_it_is_asked_to_reveal() {
    let aviary = Aviary::new();
    let paragraphs: Vec<String> =
        all_names(&aviary.home).iter().map(|name| format!("{{{{{name}}}}}")).collect();
    let paragraphs: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    let home = aviary.home.with_bytes("forms/all.docx", &document(&paragraphs));
    let told = |line: &str| {
        let ran = home.run(&format!("print form all C00001 --from 2024-01-01 -y {line}"));
        assert_eq!(ran.code, 0, "{}", ran.err);
        let text = opened::text(&std::fs::read(home.root().join("all-filled.docx")).unwrap());
        aviary.words.iter().filter(|own| text.contains(*own)).cloned().collect::<Vec<String>>()
    };
    assert_eq!(told("-o all-filled.docx"), Vec::<String>::new());
    let open = "--reveal personal,sensitive,restricted --reason 核对 -o all-filled.docx";
    assert!(told(open).len() > 40, "{:?}", told(open));
}
