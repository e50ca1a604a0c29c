//! Children's and staff's files broken in many ways, each with a canary in place of a personal
//! word: nothing that is said of them may hold it.

use std::fs;

use super::privacy::personal;
use crate::harness::{Home, project};

/// Words that may stand in a personal field: a number, a name, a day that does not exist.
const CANARIES: [&str; 3] = ["990101196102280017", "金丝雀KX7461", "1961-02-30"];

/// Ways to break the field `KEY`, whose whole path is `PATH`.
const DAMAGES: [&str; 48] = [
    "KEY = CANARY",
    "KEY = [CANARY]",
    "KEY = [\"CANARY\", CANARY, 3 x]",
    "KEY = { CANARY = 1 }",
    "KEY = { a = \"CANARY\", a = 1 }",
    "KEY = [[\"CANARY\"], { \"CANARY\" = 1 }]",
    "KEY = 1961-02-30CANARY",
    "CANARY = 1",
    "\"CANARY\" = \"CANARY\"",
    "CANARY",
    "CANARY = KEY",
    "= CANARY",
    "[CANARY]",
    "[\"CANARY\"]",
    "[[CANARY]]",
    "[[\"CANARY\"]]",
    "[CANARY",
    "[spell.CANARY]",
    "KEY.CANARY = 1",
    "KEYCANARY = 1",
    "xKEY = \"CANARY\"",
    "KEY = \"CANARY\"\nKEY = \"CANARY\"",
    "KEY = \"CANARY",
    "KEY = \"\"\"CANARY",
    "KEY = '''CANARY\nid = CANARY\n'''x",
    "KEY = \"\"\"\nrisk = CANARY \\q\n\"\"\"",
    "KEY = [\n\"CANARY\",\nrisk = CANARY\n]",
    "KEY = [\"CANARY\"\n[[spell]]",
    "risk = \"low\" KEY = \"CANARY\"",
    "risk = \"low\"KEY = CANARY",
    "risk = high # CANARY",
    "id = \"C7K3FQ\" KEY = CANARY",
    "KEY \"CANARY\"",
    "KEY：CANARY",
    "KEY = CANARY = 3",
    "KEY = \"CANARY\", KEY = 3",
    "[[was]]\nfield = \"PATH\"\nvalue = CANARY\nuntil = 3",
    "[[was]]\nfield = \"PATH\"\nvalue = { CANARY = 1 }\nuntil = 2024-09-30",
    "[[was]]\nfield = \"PATH\"\nvalue = [\"CANARY\", { a = \"CANARY\" }]\nuntil = 2024-02-30",
    "[[was]]\nvalue = \"CANARY\"\nCANARY = 1\nuntil = 2024-02-30",
    "was = [{ field = \"PATH\", value = \"CANARY\", until = 3 }]",
    "[x]\nid = CANARY x",
    "[x]\nrisk = CANARY x\n[PATH.CANARY]\nid = 3 3",
    "[[elder]]\nname = CANARY x\nbirthday = 02-30",
    "elder = [{ name = \"CANARY\", birthday = 3 }]",
    "[[pair]]\nstaff = \"T4M2XA\"\nKEY = \"CANARY\"\nreason = CANARY x\nfrom = 3",
    "<<<<<<< HEAD\nKEY = \"CANARY\"\n=======\nCANARY\n>>>>>>> office",
    "KEY = \"CANARY\0\"",
];

/// What is asked of each home in turn.
const CALLS: [&str; 3] = ["check", "overdue", "show C7K3FQ"];

/// A small home, with a file that is broken again and again.
struct Broken {
    home: Home,
    file: &'static str,
    fields: usize,
    outputs: usize,
    told: Vec<String>,
}

impl Broken {
    fn new(file: &'static str) -> Broken {
        let staff = "[[staff]]\nid = \"T4M2XA\"\nname = \"刘敏\"\n";
        let home = Home::new().child("C7K3FQ", "").with("staff.toml", staff);
        Broken { home, file, fields: 0, outputs: 0, told: Vec::new() }
    }

    /// Breaks the file in every way; `text` has `TEXT` where the field stands.
    fn break_with(&mut self, text: &str, path: &str) {
        let key = path.rsplit('.').next().unwrap();
        self.fields += 1;
        for (at, damage) in DAMAGES.into_iter().enumerate() {
            // Not the same turn for the next field, so that all kinds meet each other.
            let turn = at + 5 * self.fields;
            let canary = CANARIES[turn % 3];
            let damage = damage.replace("PATH", path).replace("KEY", key);
            let text = text.replace("TEXT", &damage.replace("CANARY", canary));
            fs::write(self.home.root().join(self.file), &text).unwrap();
            self.listen(&text, canary, turn);
        }
    }

    fn listen(&mut self, text: &str, canary: &str, turn: usize) {
        let format = ["table", "json"][turn % 2];
        let lang = ["zh-CN", "en"][turn / 2 % 2];
        for call in CALLS {
            self.outputs += 1;
            let line = format!("{call} --today 2024-12-20 --lang {lang} --format {format}");
            let ran = self.home.run(&line);
            assert!(ran.code == 3 || ran.code == 1, "{text}: nothing is wrong: {ran:#?}");
            if ran.out.contains(canary) || ran.err.contains(canary) {
                self.told.push(format!("## {line}\n{text}\n## {}{}", ran.out, ran.err));
            }
        }
    }

    #[track_caller]
    fn assert_silent(&self, outputs: usize) {
        assert!(self.outputs >= outputs, "{} outputs", self.outputs);
        assert!(self.told.is_empty(), "{} told: {}", self.told.len(), self.told.join("\n"));
    }
}

#[test]
fn whatever_breaks_a_personal_field_of_a_child_no_output_repeats_a_word_of_it() {
    let schema = fs::read_to_string(project().join("src/domain/schema.rs")).unwrap();
    let fields = personal(schema.split("pub const STAFF").next().unwrap());
    let mut broken = Broken::new("children/C7K3FQ.toml");
    for path in fields.into_iter().chain(["name"]) {
        let header = path.split_once('.').map(|(table, _)| format!("[{table}]\n"));
        let name = if path == "name" { "" } else { "name = \"李小明\"\n" };
        let head = format!("id = \"C7K3FQ\"\n{name}{}", header.unwrap_or_default());
        let text = format!("{head}TEXT\njioned = 3\n[[spell]]\njoined = 2024-09-02\njioned = 3\n");
        broken.break_with(&text, path);
    }
    broken.assert_silent(2500);
}

#[test]
fn whatever_breaks_an_entry_of_a_childs_file_no_output_repeats_a_personal_word_of_it() {
    let mut broken = Broken::new("children/C7K3FQ.toml");
    for (table, key) in [
        ("spell", "reason"),
        ("pause", "reason"),
        ("pair", "reason"),
        ("buddy", "name"),
        ("elder", "name"),
        ("exempt", "reason"),
        ("was", "value"),
    ] {
        let text = format!("id = \"C7K3FQ\"\nname = \"李小明\"\n[[{table}]]\nTEXT\njioned = 3\n");
        broken.break_with(&text, key);
    }
    broken.assert_silent(1000);
}

#[test]
fn whatever_breaks_a_personal_field_of_the_staff_no_output_repeats_a_word_of_it() {
    let schema = fs::read_to_string(project().join("src/domain/schema.rs")).unwrap();
    let mut broken = Broken::new("staff.toml");
    for key in personal(schema.split("pub const STAFF").nth(1).unwrap()).into_iter().chain(["name"])
    {
        let text = "[[staff]]\nid = \"T4M2XA\"\nTEXT\nroles = [{ rolle = 1 }]\n[[staff]]\nid = 3\n";
        broken.break_with(text, key);
    }
    broken.assert_silent(400);
}
