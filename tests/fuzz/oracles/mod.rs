//! The parsers, and what has to hold for each input.

mod arguments;
mod file;
mod form;
mod journal;
mod judged;
mod log;
mod operations;
mod sheet;
mod toml_file;

use crate::home::Desk;

/// A parser, and how it is tried.
pub struct Parser {
    pub name: &'static str,
    /// Its folder under `corpus/`.
    pub corpus: &'static str,
    /// How many of a thousand executions it gets; what takes a whole command gets few.
    pub share: u64,
    /// How often an input is read in one trial.
    pub readings: u32,
    /// Words that are worth a try.
    pub words: &'static [&'static str],
    /// Is this a file of its kind in the catalogue of mistakes?
    pub is_like: fn(&str) -> bool,
    /// Tries an input and returns what was answered, as a number to compare; or what is wrong.
    pub hold: fn(&Desk, &[u8], usize) -> Result<u64, String>,
}

const LOG: Parser = Parser {
    name: "log",
    corpus: "log",
    share: 240,
    readings: 2,
    words: &[],
    is_like: |path| path.contains("/log/"),
    hold: |desk, input, turn| log::hold(desk, &log::TALK, input, turn),
};

const TOML: Parser = Parser {
    name: "",
    corpus: "",
    share: 110,
    readings: 3,
    words: &["x", "unheard_of", "[x]\na = 1\n", "[[spell]]\n"],
    is_like: |_| false,
    hold: |_, _, _| Ok(0),
};

/// Every parser.
pub const PARSERS: [Parser; 14] = [
    LOG,
    Parser {
        name: "restricted-log",
        share: 40,
        hold: |desk, input, turn| log::hold(desk, &log::COUNSELLING, input, turn),
        ..LOG
    },
    Parser {
        name: "settings",
        corpus: "settings",
        is_like: |path| path.ends_with("/care.toml"),
        hold: |desk, input, turn| toml_file::hold(desk, &toml_file::SETTINGS, input, turn),
        ..TOML
    },
    Parser {
        name: "calendar",
        corpus: "calendar",
        is_like: |path| path.ends_with("/calendar.toml"),
        hold: |desk, input, turn| toml_file::hold(desk, &toml_file::CALENDAR, input, turn),
        ..TOML
    },
    Parser {
        name: "rules",
        corpus: "rules",
        share: 150,
        is_like: |path| path.ends_with("/rules.toml"),
        hold: |desk, input, turn| toml_file::hold(desk, &toml_file::RULES, input, turn),
        ..TOML
    },
    Parser {
        name: "staff",
        corpus: "staff",
        is_like: |path| path.ends_with("/staff.toml"),
        hold: |desk, input, turn| toml_file::hold(desk, &toml_file::STAFF, input, turn),
        ..TOML
    },
    Parser {
        name: "child",
        corpus: "child",
        share: 150,
        is_like: |path| path.contains("/children/"),
        hold: |desk, input, turn| toml_file::hold(desk, &toml_file::CHILD, input, turn),
        ..TOML
    },
    Parser {
        name: "register",
        corpus: "register",
        is_like: |path| path.contains("/registers/"),
        hold: |desk, input, turn| toml_file::hold(desk, &toml_file::REGISTER, input, turn),
        ..TOML
    },
    Parser {
        name: "journal",
        corpus: "journal",
        share: 110,
        readings: 20,
        words: &["append", "put", "step", "file", "offset", "text", "before", "../rules.toml"],
        is_like: |_| false,
        hold: journal::hold,
    },
    Parser {
        name: "operations",
        corpus: "operations",
        share: 1,
        readings: 20,
        words: &["wechat-17", "wechat-17\t{}\n", "\t"],
        is_like: |_| false,
        hold: operations::hold,
    },
    Parser {
        name: "arguments",
        corpus: "arguments",
        share: 6,
        readings: 20,
        words: arguments::WORDS,
        is_like: |_| false,
        hold: arguments::hold,
    },
    Parser {
        name: "sheet",
        corpus: "sheet",
        share: 3,
        readings: 40,
        words: sheet::WORDS,
        is_like: |_| false,
        hold: sheet::hold,
    },
    Parser {
        name: "form",
        corpus: "form",
        share: 2,
        readings: 20,
        words: form::WORDS,
        is_like: |_| false,
        hold: form::hold,
    },
    Parser {
        name: "judged",
        corpus: "judged",
        share: 3,
        readings: 60,
        words: TOML.words,
        is_like: |path| path.contains("/mistakes/base/"),
        hold: judged::hold,
    },
];
