//! Checks of who is who: numbers and names that two files have, and what a number says.

use super::check::checks;
use super::{Known, Quote};
use crate::domain::id::{Id, Kind};

checks! {
    /// What is wrong with a person's name, number or phone.
    Persons;

    Remark SameIdNumber { first: Quote<Id> = Quote::hidden() } "same-id-number"
        says format!("身份证号与 {first} 的相同"), format!("the ID number is that of {first} too");
        fix "对照户口簿，改正写错的 id_number；两份档案是同一名儿童的，留下一份",
            "compare both with the household register and mend id_number; \
                of two files of one child keep one";

    Remark SameStudentNumber { first: Quote<Id> = Quote::hidden() } "same-student-number"
        says format!("学籍号与 {first} 的相同"),
             format!("the student number is that of {first} too");
        fix "对照学籍系统，改正写错的 student_no；两份档案是同一名儿童的，留下一份",
            "compare both with the student registry and mend student_no; \
                of two files of one child keep one";

    Remark SameName { kind: Kind = Kind::Child, first: Quote<Id> = Quote::hidden() } "same-name"
        says format!("与 {first} 同名"), format!("the name is that of {first} too");
        fix match kind {
                Kind::Staff => "是同一个人的，留下一个编号；不是的，姓名后面加字分开，如 王芳（大）",
                _ => "是同一名儿童的，留下一份；不是的，两份都写上 birth_date",
            },
            match kind {
                Kind::Staff => {
                    "keep one id of one person; of two persons tell them apart, like 王芳（大）"
                }
                _ => "keep one file of one child; in those of two children write birth_date",
            };

    Remark IdNumberContradicts { field: Known = Known::word("birth_date") }
        "id-number-contradicts"
        says format!("身份证号与“{}”不一致", field_zh(field)),
             format!("the ID number and \"{field}\" do not agree");
        fix format!("对照户口簿，改正 id_number 或 {field}"),
            format!("compare them with the household register; mend id_number or {field}");

    Remark IdNumberForm "id-number-form"
        says "身份证号里有小写 x、全角数字或空格",
             "the ID number has a small x, full-width digits or blanks";
        fix "改用半角数字，不留空格，最后一位是 X 的用大写",
            "write plain digits without blanks, and a capital X at the end";

    Remark WrongIdNumber "wrong-id-number"
        says "身份证号不对：位数、出生日期或最后一位对不上",
             "not an ID number: its length, its birth date or its last digit is wrong";
        fix "对照户口簿改正；18 位，文字加引号",
            "compare it with the household register: 18 characters, in quotes";

    Remark Undialable { zh: Known = Known::word("电话"), en: Known = Known::word("phone") }
        "undialable-phone"
        says format!("“{zh}”里有打不通的号码：夹着字，或者位数不对"),
             format!("\"{en}\" holds a number that cannot be dialled: \
                 letters in it, or too few or many digits");
        fix "只写号码，手机 11 位，座机带区号；谁的电话、何时打写在别处",
            "write the number alone: a mobile one has 11 digits; notes go elsewhere";
}

fn field_zh(field: &Known) -> &'static str {
    match field.begins_with('s') {
        true => "性别",
        false => "出生日期",
    }
}
