//! Problems in English: what is wrong, and what to type next.

use super::Lang;
use super::problem_text::{
    expected_words, id_form, is_bracket, is_event, noun, sample, unknown_hint,
};
use crate::domain::id::Kind;
use crate::domain::problem::{Cause, Expected, Misnamed, Noun, WITHHELD};

/// What is wrong.
#[expect(clippy::too_many_lines, reason = "one arm for each problem")]
pub fn message(cause: &Cause) -> String {
    match cause {
        Cause::Syntax { detail } => format!("not valid TOML: {detail}"),
        Cause::Unknown { what: what @ (Noun::Child | Noun::Staff), name, .. } => {
            let name =
                if name == WITHHELD { "this id".to_owned() } else { format!("the id \"{name}\"") };
            format!("no {} has {name}", noun(*what, Lang::En))
        }
        Cause::Unknown { what, name, .. } => {
            format!("no {} is called \"{name}\"", noun(*what, Lang::En))
        }
        Cause::MissingKey { key } => format!("\"{key}\" is missing"),
        Cause::WrongType { key, expected } => {
            format!("\"{key}\" must be {}", expected_words(*expected, Lang::En))
        }
        Cause::NotOneOf { key, allowed, .. } => {
            format!("\"{key}\" must be one of {}", allowed.join(", "))
        }
        Cause::NoSuchDate { text } => match text.as_str() {
            "" => "the date is missing".to_owned(),
            WITHHELD => "there is no such day, or it is not written like 2024-09-20".to_owned(),
            text => format!("there is no day \"{text}\", or it is not written like 2024-09-20"),
        },
        Cause::BadId { kind } => {
            let (sample, letter, rest) = id_form(*kind);
            format!("not an id like {sample}: {letter} and {rest} capital letters or digits")
        }
        Cause::DuplicateId { id, first } => {
            format!("the id \"{id}\" is used twice, first at {first}")
        }
        Cause::NameAndIdDiffer { id } => format!("the file's name and its id \"{id}\" differ"),
        Cause::MissingFile => "this file is missing".to_owned(),
        Cause::Unreadable { reason } => format!("the file cannot be read ({reason})"),
        Cause::MisnamedFile { why: Misnamed::Log } => {
            "the file's name is not like 2024-09.csv, so its rows are not read".to_owned()
        }
        Cause::MisnamedFile { why: Misnamed::Above } => {
            "it is in no register's folder, so its rows are not read".to_owned()
        }
        Cause::MisnamedFile { why: Misnamed::Stray } => {
            "the file's name is not like C7K3FQ.toml, so the child is not read".to_owned()
        }
        Cause::NotUtf8 => "not UTF-8".to_owned(),
        Cause::NulByte => "there is a NUL byte: the file may be damaged".to_owned(),
        Cause::ConflictMarker => "the mark of an unsettled git merge".to_owned(),
        Cause::TornLine => "the last line is torn (it has no line break)".to_owned(),
        Cause::UnclosedQuote => "a quote is not closed".to_owned(),
        Cause::FieldCount { expected, found } => {
            let found = super::count(*found as u64, "cell", "cells");
            format!("the header has {expected} columns, this row has {found}")
        }
        Cause::NoHeader => "there is no header".to_owned(),
        Cause::SecondHeader => "a second header".to_owned(),
        Cause::MissingColumn { column } => format!("the header lacks the column \"{column}\""),
        Cause::DoubleColumn { column } => format!("the column \"{column}\" stands twice"),
        Cause::WrongMonth { month } if month == WITHHELD => "a row of another month".to_owned(),
        Cause::WrongMonth { month } => format!("a row of {month} in another month's file"),
        Cause::ReplacesNothing { id } => {
            format!("\"{id}\", which it corrects, is not in this register and month")
        }
        Cause::ReplacesCycle => "rows that correct each other in a circle".to_owned(),
        Cause::EndsBeforeItBegins { begin, end } => {
            format!("it ends ({end}) before it begins ({begin})")
        }
        Cause::NoSpell => "no time on the roll: [[spell]] is missing".to_owned(),
        Cause::SpellsOverlap => "times on the roll overlap".to_owned(),
        Cause::TermsOverlap { other } => format!("it overlaps the term \"{other}\""),
        Cause::AnchorOutsideTerm { anchor } => {
            format!("the window \"{anchor}\" reaches outside its term")
        }
        Cause::AnchorsOverlap { anchor } => format!("the window \"{anchor}\" overlaps another"),
        Cause::TermTooShort { term, rule } => format!(
            "the term \"{term}\" has under 84 days: too short for the default windows of the rule \"{rule}\""
        ),
        Cause::WasTwice { field, until } => {
            format!("\"{field}\" has two earlier values until {until}")
        }
        Cause::KeyDoesNotFit { key, with } => format!("\"{key}\" does not go with {with}"),
        Cause::ColumnNowhere { column, .. } => {
            format!("none of the rule's registers has a column \"{column}\"")
        }
        Cause::NoSessionColumn { register } => {
            format!("the register \"{register}\" has no session column to split days by")
        }
        Cause::RequirementDoesNotFit { name, subject } => {
            format!("\"{name}\" does not fit subject = \"{subject}\"")
        }
        Cause::CalendarRanOut { last: Some(last) } => {
            format!("the calendar ends on {last}, more than 60 days ago: nothing can be judged")
        }
        Cause::CalendarRanOut { last: None } => {
            "the calendar has no term: nothing can be judged".to_owned()
        }
        Cause::CalendarEnds { last } => {
            format!("the calendar ends on {last}; 60 days after that nothing can be judged")
        }
        Cause::OutsideSpells { child } if child == WITHHELD => {
            "a child was not on the roll when this happened".to_owned()
        }
        Cause::OutsideSpells { child } => format!("{child} was not on the roll when this happened"),
        Cause::AfterToday => "the date is after today".to_owned(),
        Cause::NotPlainText => "the file has a BOM or Windows line ends (CRLF)".to_owned(),
        Cause::WrongIdNumber => "the ID number does not satisfy GB 11643".to_owned(),
        Cause::UnlistedChoice { column, .. } => {
            format!("the value of \"{column}\" is not a listed choice")
        }
        Cause::NotANumber { column } => format!("\"{column}\" must be a number"),
        Cause::TwoCorrections { id } => {
            format!("\"{id}\" was corrected twice; the later row holds")
        }
        Cause::ReadableByOthers { files } => {
            format!("{} can be read by others", super::count(*files as u64, "file", "files"))
        }
        Cause::ExemptFromNothing { rule, .. } => {
            format!("no rule is called \"{rule}\": this exemption does nothing")
        }
        Cause::OverMax { rule, slot, most, max } => {
            format!("the rule \"{rule}\" was met {most} times in {slot}, more than {max}")
        }
        Cause::StrayFile => "a file that belongs to no record; it was not read".to_owned(),
        Cause::NewerFormat { format } => {
            format!("format {format} is newer than this program: it can be read but not written")
        }
    }
}

/// What to type next.
#[expect(clippy::too_many_lines, reason = "one arm for each problem")]
pub fn hint(cause: &Cause) -> String {
    match cause {
        Cause::Unknown { nearest: Some(nearest), .. }
        | Cause::NotOneOf { nearest: Some(nearest), .. }
        | Cause::ColumnNowhere { nearest: Some(nearest), .. }
        | Cause::UnlistedChoice { nearest: Some(nearest), .. }
        | Cause::ExemptFromNothing { nearest: Some(nearest), .. } => {
            format!("did you mean \"{nearest}\"?")
        }
        Cause::Unknown { what, .. } => unknown_hint(*what, Lang::En),
        Cause::NotOneOf { .. } => "write one of these words".to_owned(),
        Cause::ColumnNowhere { .. } => "care log-<register> --help lists the columns".to_owned(),
        Cause::UnlistedChoice { .. } => {
            "see care help fields (of a child) or care log-<register> --help (of a row)".to_owned()
        }
        Cause::ExemptFromNothing { .. } => "care rules lists the rules".to_owned(),
        Cause::Syntax { detail } if detail == "duplicate key" => "keep one of the lines".to_owned(),
        Cause::Syntax { detail } if is_bracket(detail) => {
            "add the bracket or comma: [[spell]], records = [\"talk\", \"visit\"]".to_owned()
        }
        Cause::Syntax { .. } => {
            "texts in straight quotes, dates without: name = \"李小明\", joined = 2024-09-02"
                .to_owned()
        }
        Cause::MissingKey { key } if key.starts_with('[') => format!("add: {key}"),
        Cause::MissingKey { key } => format!("add: {key} = ..."),
        Cause::WrongType { key, expected: Expected::Tables } => format!("write: [[{key}]]"),
        Cause::WrongType { expected, .. } => format!("write it like {}", sample(*expected)),
        Cause::NoSuchDate { .. } => "write a day that exists, like 2024-09-20".to_owned(),
        Cause::BadId { kind: Kind::Child } => "copy the child's id: care list".to_owned(),
        Cause::BadId { kind: Kind::Staff } => {
            "copy the id from staff.toml; a new person gets one from care add-staff".to_owned()
        }
        Cause::BadId { kind: Kind::Event } => {
            "copy the old id; without one, delete the row and log it again: care log-<register>"
                .to_owned()
        }
        Cause::DuplicateId { id, .. } if is_event(id) => {
            "keep one row of the same event; log another event again: care log-<register>"
                .to_owned()
        }
        Cause::DuplicateId { .. } => "delete what stands twice, or give it another id".to_owned(),
        Cause::NameAndIdDiffer { id } => format!(
            "rename the file to {id}.toml; when there is one already, this is a copy: \
             delete it, and add a new child with care add-child"
        ),
        Cause::MissingFile => "get it back from a backup or git: git checkout -- FILE".to_owned(),
        Cause::Unreadable { .. } => {
            "look at the file's permissions, or restore it from a backup".to_owned()
        }
        Cause::MisnamedFile { why: Misnamed::Log } => {
            "rename it to 2024-09.csv or 2024-09.office.csv (small letters and digits); \
             save a sheet as CSV first; delete a needless copy"
                .to_owned()
        }
        Cause::MisnamedFile { why: Misnamed::Above } => {
            "move it into its register's folder, such as log/talk/; delete a spare copy".to_owned()
        }
        Cause::MisnamedFile { why: Misnamed::Stray } => {
            "rename it to ID.toml, with the ending in small letters".to_owned()
        }
        Cause::NotUtf8 => "save it as UTF-8 in an editor".to_owned(),
        Cause::NulByte => "restore the file from a backup or git".to_owned(),
        Cause::ConflictMarker => "keep the rows of both sides, in other files the right side; \
             delete the <<<<<<<, ======= and >>>>>>> lines"
            .to_owned(),
        Cause::TornLine => {
            "if the line is whole, press Enter at its end; if not, delete it and log it again"
                .to_owned()
        }
        Cause::UnclosedQuote => {
            "close it; inside a cell write a quote twice, \"\", and a line break as \\n".to_owned()
        }
        Cause::FieldCount { .. } => {
            "add or delete commas; quote a cell that holds a comma; delete a needless line"
                .to_owned()
        }
        Cause::NoHeader => {
            "begin with the header of another month: id,date,children,staff,outcome,...".to_owned()
        }
        Cause::SecondHeader => "delete this line".to_owned(),
        Cause::MissingColumn { .. } => {
            "add the column to the header and a comma to each row".to_owned()
        }
        Cause::DoubleColumn { .. } => "delete or rename one of the two".to_owned(),
        Cause::WrongMonth { month } if month == WITHHELD => {
            "move the row to the file of its month, or mend its date".to_owned()
        }
        Cause::WrongMonth { month } => format!("move the row to {month}.csv, or mend its date"),
        Cause::ReplacesNothing { .. } => {
            "a correction stands in the register and month of its row: \
             empty replaces or mend the id"
                .to_owned()
        }
        Cause::ReplacesCycle => "empty the replaces cell of one of the rows".to_owned(),
        Cause::EndsBeforeItBegins { .. } => "mend one of the two dates".to_owned(),
        Cause::NoSpell => "add: [[spell]], and below it joined = 2024-09-02".to_owned(),
        Cause::SpellsOverlap => "give the earlier one a left date, or mend the dates".to_owned(),
        Cause::TermsOverlap { .. } => "mend first or last".to_owned(),
        Cause::AnchorOutsideTerm { .. } => "move the dates inside the term".to_owned(),
        Cause::AnchorsOverlap { .. } => "move the dates apart".to_owned(),
        Cause::TermTooShort { .. } => {
            "give the term a table [term.anchors]: start = [FIRST, LAST]".to_owned()
        }
        Cause::WasTwice { .. } => "keep one of them".to_owned(),
        Cause::KeyDoesNotFit { key, with } => format!("delete \"{key}\", or change {with}"),
        Cause::NoSessionColumn { .. } => {
            "use a register with a session column (activity, duty), or delete sessions".to_owned()
        }
        Cause::RequirementDoesNotFit { .. } => "ask for something else, or mend subject".to_owned(),
        Cause::CalendarRanOut { .. } | Cause::CalendarEnds { .. } => {
            "add the next term to calendar.toml: [[term]] with id, year, first, last".to_owned()
        }
        Cause::OutsideSpells { .. } => {
            "mend the date or the child, or add the time on the roll".to_owned()
        }
        Cause::AfterToday => "mend the date: care amend ID --set date=...".to_owned(),
        Cause::NotPlainText => "save it as UTF-8 without BOM, with LF line ends".to_owned(),
        Cause::WrongIdNumber => {
            "compare it with the household register: 18 characters, in quotes".to_owned()
        }
        Cause::NotANumber { .. } => "write the number alone, without a unit".to_owned(),
        Cause::TwoCorrections { .. } => {
            "see which one is right and take the other back: care void".to_owned()
        }
        Cause::ReadableByOthers { .. } => "run: chmod -R go-rwx .".to_owned(),
        Cause::OverMax { .. } => {
            "more is no mistake: leave it if it took place, void it if it was logged twice"
                .to_owned()
        }
        Cause::StrayFile => "move it elsewhere if it is of use, or delete it".to_owned(),
        Cause::NewerFormat { .. } => "update care; do not lower the number".to_owned(),
    }
}
