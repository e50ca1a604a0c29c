//! The headings of pasted rows.

use crate::domain::nearest::nearest;
use crate::domain::register::Register;
use crate::lang::talk::Msg;
use crate::lang::{Lang, label, words};

/// What the cells of a column are.
#[derive(Clone, Copy, PartialEq)]
pub enum Heading<'r> {
    Column(&'r str),
    /// Tells children of one name apart.
    Class,
    /// Numbers of lines, and columns without a heading.
    Nothing,
}

/// Headings of columns that say nothing of the event.
const NUMBERS: [&str; 4] = ["", "序号", "编号", "No."];

/// Headings of the children, besides the words of the common column.
const NAMES: [&str; 5] = ["姓名", "学生姓名", "儿童姓名", "孩子", "name"];

/// Headings of the class.
const CLASSES: [&str; 3] = ["班级", "班", "class"];

/// What a heading of a register's pasted rows means.
///
/// # Errors
/// Nothing that is known, in a sentence.
pub fn heading<'r>(register: &'r Register, word: &str, lang: Lang) -> Result<Heading<'r>, String> {
    if let Some(own) = register.column_called(word) {
        return Ok(Heading::Column(&own.name));
    }
    if let Some(common) = words::common_column(word) {
        return Ok(Heading::Column(common));
    }
    match word {
        _ if NUMBERS.contains(&word) => Ok(Heading::Nothing),
        _ if NAMES.contains(&word) => Ok(Heading::Column("children")),
        _ if CLASSES.contains(&word) => Ok(Heading::Class),
        _ => {
            let name = label(&register.label, lang);
            let unknown = Msg::UnknownColumn { name: word, register: name }.text(lang);
            let own = register.columns.iter().map(|own| own.label.zh());
            let near = nearest(word, own.chain(NAMES).chain(["日期", "教师", "备注"]));
            let near = near.map(|names| Msg::DidYouMean { names }.text(lang));
            Err([unknown].into_iter().chain(near).collect::<Vec<_>>().join(" "))
        }
    }
}
