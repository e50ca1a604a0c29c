//! Both sides write in one place of a TOML, which git does not bring together: the program must
//! say so and judge nothing, until somebody has chosen.

use crate::machine::Machine;
use crate::side::RULE;

/// A file in which both sides write at the same place.
#[derive(Clone, Copy)]
pub enum Clash {
    /// Each adds a person at the end of the staff.
    Staff,
    /// Each sets another risk for one child, by hand.
    Child,
}

impl Clash {
    /// The file, below the home.
    pub fn file(self, child: &str) -> String {
        match self {
            Clash::Staff => "staff.toml".to_owned(),
            Clash::Child => format!("children/{child}.toml"),
        }
    }

    /// One side writes; `first` is the one of the two, and `number` that of the merge to come.
    pub fn write(
        self,
        machine: &Machine,
        child: &str,
        (first, number): (bool, usize),
    ) -> Result<(), String> {
        match self {
            Clash::Staff => {
                let name = format!("{}{}", if first { "陈" } else { "周" }, number);
                let words =
                    ["add-staff", &name, "--role", "vice_principal", "--from", "2024-09-02"];
                let ran = machine.care(&words);
                if ran.code == 0 { Ok(()) } else { Err(format!("{ran:?}")) }
            }
            Clash::Child => {
                let path = machine.root.join(self.file(child));
                let text = std::fs::read_to_string(&path).unwrap();
                let lines = text.lines().filter(|line| !line.starts_with("risk = "));
                let rest: Vec<&str> = lines.collect();
                // Another value than the other side's, and than before.
                let old = text.lines().find_map(|line| line.strip_prefix("risk = "));
                let levels = ["\"low\"", "\"medium\"", "\"high\""];
                let mut new = levels.into_iter().filter(|level| Some(*level) != old);
                let level = if first { new.next() } else { new.nth(1) }.unwrap();
                let (id, rest) = rest.split_first().unwrap();
                std::fs::write(&path, format!("{id}\nrisk = {level}\n{}\n", rest.join("\n")))
                    .map_err(|error| error.to_string())
            }
        }
    }

    /// The program names the conflict, and answers nothing meanwhile.
    pub fn is_told(self, machine: &Machine, child: &str) -> Result<(), String> {
        let ran = machine.care(&["check"]);
        let file = self.file(child);
        let answer = ran.json()?;
        let is_named = answer.as_array().into_iter().flatten().any(|row| {
            row["check"] == "conflict-marker" && row["file"] == *file && row["level"] == "fault"
        });
        if ran.code != 1 || !is_named {
            return Err(format!("check does not name the conflict in {file}: {ran:?}"));
        }
        let log = ["log-talk", child, "--date", "2024-10-10"];
        for words in [&["why", child, RULE][..], &["overdue"], &log] {
            let ran = machine.care(words);
            if ran.code != 3 {
                return Err(format!("{words:?} over a conflict: {ran:?}"));
            }
        }
        Ok(())
    }

    /// Somebody settles it: of two additions both stay, of two values the one of this side.
    pub fn mend(self, machine: &Machine, child: &str) -> Result<(), String> {
        let file = self.file(child);
        let version = |stage: u8| machine.git_well(&["show", &format!(":{stage}:{file}")]);
        let (base, own, theirs) = (version(1)?, version(2)?, version(3)?);
        let added = match self {
            Clash::Staff => theirs.strip_prefix(&base).ok_or("the staff was not added to")?,
            Clash::Child => "",
        };
        std::fs::write(machine.root.join(&file), own + added).map_err(|error| error.to_string())?;
        machine.git_well(&["add", "--", &file])?;
        machine.git_well(&["commit", "-q", "--no-edit"]).map(drop)
    }
}
