//! The help on what the five schools ask for: each number with the commands that answer it.

use super::Lang;

/// A line for each number: the number, what is asked in Chinese and English, and the commands.
const REQUIREMENTS: &str = include_str!("requirements.txt");

/// One thing that a school asks for.
struct SchoolDemand {
    /// The school's letter and a number, as `A1`.
    number: &'static str,
    zh: &'static str,
    en: &'static str,
    /// As they are typed after `care`.
    commands: Vec<&'static str>,
}

/// All of them, in the order of their numbers.
fn requirements() -> impl Iterator<Item = SchoolDemand> {
    REQUIREMENTS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut parts = line.split('|');
        let (number, zh, en) = (parts.next()?, parts.next()?, parts.next()?);
        Some(SchoolDemand { number, zh, en, commands: parts.next()?.split(", ").collect() })
    })
}

/// The topic.
pub fn text(lang: Lang) -> String {
    let line = |own: SchoolDemand| {
        let commands: Vec<String> =
            own.commands.iter().map(|command| format!("care {command}")).collect();
        match lang {
            Lang::Zh => format!("{:<4}{}：{}\n", own.number, own.zh, commands.join("、")),
            Lang::En => format!("{:<4}{}: {}\n", own.number, own.en, commands.join(", ")),
        }
    };
    requirements().map(line).collect()
}
