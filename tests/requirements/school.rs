//! A school made by command, and what a requirement asks of it: that a command keeps something,
//! that a screen tells it, and that what cannot be is refused with nothing written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::cli::harness::Home;

/// The home of a school on 15 October 2024, a Tuesday. Ids are drawn anew in each run: what is
/// compared has the names of their people in their place.
pub struct School {
    home: Home,
}

impl School {
    /// A home with the rules of a preset, two children of one class and those who care for them.
    pub fn of(preset: &str) -> School {
        let school = School { home: Home::empty().at("2024-10-15").wide(400) };
        school.does(&format!("init --preset {preset} --school 测试小学"));
        for person in [
            "刘敏 --sex 女 --role 班主任:2021-2 --role 代理家长 --role 代管家长",
            "陈刚 --sex 男 --role 结对教师 --role 党员",
            "王芳 --sex 女 --role 代理妈妈",
        ] {
            school.does(&format!("add-staff {person} --from 2024-09-01"));
        }
        for child in ["李小明 --sex 男", "赵佳怡 --sex 女"] {
            school.does(&format!("add-child {child} --class 2021-2 --joined 2024-09-02"));
        }
        school
    }

    /// Runs a command that must succeed, and gives what it said.
    #[track_caller]
    pub fn does(&self, line: &str) -> String {
        let ran = self.home.run(line);
        let said = self.named(&format!("{}{}", ran.out, ran.err));
        expect(ran.code == 0, line, "success", &said);
        said
    }

    /// The command succeeds, and then this stands in that file of the home.
    #[track_caller]
    pub fn keeps(&self, line: &str, (file, text): (&str, &str)) {
        self.does(line);
        let stored = self.stored(file);
        expect(stored.contains(text), line, text, &stored);
    }

    /// A line of what the command says, without an error or with remarks, has all these words.
    #[track_caller]
    pub fn tells(&self, line: &str, words: &str) {
        let ran = self.home.run(line);
        let said = self.named(&format!("{}{}", ran.out, ran.err));
        let has_all = |own: &str| words.split_whitespace().all(|word| has(own, word));
        let is_fine = matches!(ran.code, 0 | 1);
        expect(is_fine && said.lines().any(has_all), line, words, &said);
    }

    /// No line of what the command says has this word.
    #[track_caller]
    pub fn hides(&self, line: &str, word: &str) {
        let said = self.does(line);
        expect(!said.contains(word), line, &format!("nothing of {word}"), &said);
    }

    /// The command is refused with these words, and every file of the home is as it was.
    #[track_caller]
    pub fn refuses(&self, line: &str, told: &str) {
        let before = self.files();
        let ran = self.home.run(line);
        let said = self.named(&ran.err);
        expect(ran.code != 0 && said.contains(told), line, told, &said);
        assert!(self.files() == before, "{line} was refused and wrote");
    }

    /// A file by its place, in which people stand for their ids.
    fn stored(&self, file: &str) -> String {
        let path = self.people().into_iter().fold(file.to_owned(), |file, (id, name)| {
            file.replace(&format!("/{name}."), &format!("/{id}."))
        });
        self.named(&fs::read_to_string(self.home.root().join(path)).unwrap_or_default())
    }

    /// A text with names for ids.
    fn named(&self, text: &str) -> String {
        let people = self.people();
        people.iter().fold(text.to_owned(), |text, (id, name)| text.replace(id, name))
    }

    /// Everyone's id and name, as the files have them.
    fn people(&self) -> Vec<(String, String)> {
        let files = self.files();
        let texts = files
            .iter()
            .filter(|(file, _)| file.as_str() == "staff.toml" || file.starts_with("children/"));
        let value = |line: &str, key: &str| {
            let quoted = line.strip_prefix(key)?.strip_prefix(" = \"")?;
            Some(quoted.trim_end_matches('"').to_owned())
        };
        let mut people = Vec::new();
        for (_, text) in texts {
            let lines: Vec<&str> = text.lines().collect();
            people.extend(
                lines
                    .windows(2)
                    .filter_map(|two| Some((value(two[0], "id")?, value(two[1], "name")?))),
            );
        }
        people
    }

    /// The text of every record of the home.
    fn files(&self) -> BTreeMap<String, String> {
        let mut files = BTreeMap::new();
        gather(self.home.root(), "", &mut files);
        files
    }
}

fn gather(folder: &Path, under: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        let (place, path) = (format!("{under}{name}"), entry.path());
        match path.is_dir() {
            // What git and the machine keep for themselves is no record.
            true if name.starts_with('.') => {}
            true => gather(&path, &format!("{place}/"), files),
            false => drop(files.insert(place, fs::read_to_string(path).unwrap())),
        }
    }
}

/// Does a line have the word? A number is not a part of another, nor of a date.
fn has(line: &str, word: &str) -> bool {
    let goes_on = |c: char| c.is_ascii_digit() || matches!(c, '-' | '.');
    let is_number = word.chars().all(|c| c.is_ascii_digit());
    line.match_indices(word).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + word.len()..]);
        !is_number || !(before.ends_with(goes_on) || after.starts_with(goes_on))
    })
}

#[track_caller]
fn expect(is_so: bool, line: &str, wanted: &str, found: &str) {
    assert!(is_so, "care {line}\nwanted: {wanted}\nfound:\n{found}");
}
