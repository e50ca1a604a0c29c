//! Checks of questions on records, and of whom something is asked.

use super::check::checks;
use super::payload::{meant_en, meant_zh};
use super::{Guess, Known, Quote};

checks! {
    /// What is doubtful about something that was asked.
    Matters;

    Remark AsksNobody {
        column: Known = Known::word("for"),
        name: Quote = Quote::of("…"),
        nearest: Guess = Guess::NONE,
    } "asks-nobody"
        says match name.shown().is_none_or(String::is_empty) {
                true => format!("“{column}”没有写是谁，谁也不会收到"),
                false => format!(
                    "“{column}”写的“{name}”在 staff.toml 里找不到，或有几个同名的，谁也不会收到"
                ),
            },
            match name.shown().is_none_or(String::is_empty) {
                true => format!("\"{column}\" does not say who is asked: nobody is told"),
                false => format!(
                    "\"{name}\" in \"{column}\" is nobody of staff.toml, or several: nobody is told"
                ),
            };
        fix nearest.or(meant_zh, format!("写教师的编号或全名：care amend 编号 --set {column}=教师")),
            nearest.or(meant_en,
                format!("write the id or the whole name: care amend ID --set {column}=STAFF"));

    Remark AsksAboutNothing "asks-about-nothing"
        says "“about”写的编号不是任何一条记录", "the id in \"about\" is that of no record";
        fix "照抄那条记录的编号：care amend 编号 --set about=记录编号；\
                多余的作废：care void 编号 --why 原因",
            "write the record's id: care amend ID --set about=EVENT; \
                or take it back: care void ID --why ...";

    Remark ClosedUnanswered "closed-unanswered"
        says "写了答复日期，没有写答复了什么", "it has a day of its answer, and no answer";
        fix "补上：care amend 编号 --set answer=答复；\
                其实没有答复：care amend 编号 --set closed_on=",
            "write it: care amend ID --set answer=TEXT; \
                if nobody answered: care amend ID --set closed_on=";

    Remark TellsOfRestricted { register: Known = Known::word("counselling") } "tells-of-restricted"
        says format!("问的是保密登记（{register}）的记录，这里却写着儿童或内容，谁都看得到"),
             format!("it is about a record of a restricted register ({register}), \
                and names children or says something that everybody can read");
        fix "去掉：care amend 编号 --set children= --set note= --set answer=；\
                原来的一行还留在文件里",
            "take it out: care amend ID --set children= --set note= --set answer=; \
                the older row stays in the file";
}
