//! What the statuses are called and which values they have.

use crate::domain::label::Words;
use crate::domain::schema::FieldType::{Choice, Integer};
use crate::domain::schema::{Field, FieldType, open, sensitive};

pub const YES: &str = "yes";
pub const NO: &str = "no";
/// A fact that decides is missing.
pub const UNKNOWN: &str = "unknown";
/// The registry's word for a child of whom no parent is away.
pub const NOBODY: &str = "0";
/// Of a class without a grade.
pub const NONE: &str = "none";

const NOT_KNOWN: (&str, Words) = (UNKNOWN, ("不详", "unknown"));

const YES_OR_NO: FieldType = Choice(&[(YES, ("是", "yes")), (NO, ("否", "no")), NOT_KNOWN]);

const PARENTS_AWAY: FieldType = Choice(&[
    (NOBODY, ("非留守", "not left behind")),
    ("1", ("单亲留守（一方外出）", "one parent away")),
    ("2", ("双亲留守（双方外出）", "both parents away")),
    NOT_KNOWN,
]);

const GRADES: FieldType = Choice(&[
    ("1", ("一年级", "grade 1")),
    ("2", ("二年级", "grade 2")),
    ("3", ("三年级", "grade 3")),
    ("4", ("四年级", "grade 4")),
    ("5", ("五年级", "grade 5")),
    ("6", ("六年级", "grade 6")),
    ("7", ("七年级", "grade 7")),
    ("8", ("八年级", "grade 8")),
    ("9", ("九年级", "grade 9")),
    (NONE, ("无年级", "no grade")),
    NOT_KNOWN,
]);

/// The statuses in order. An age is as private as the birth date, which it tells when it is asked
/// for day by day; who comes of age in a term is not told to the day.
pub const FIELDS: &[Field] = &[
    open("civil_affairs", ("民政口径", "left behind (Civil Affairs)"), YES_OR_NO),
    open("registry", ("学籍口径", "left behind (student registry)"), PARENTS_AWAY),
    open("census", ("普查口径", "left behind (census)"), YES_OR_NO),
    open("school", ("本校口径", "counted by the school"), YES_OR_NO),
    sensitive("age", ("年龄", "age"), Integer),
    open("grade", ("年级", "grade"), GRADES),
    open("turns_14", ("本学期满14周岁", "turns 14 this term"), YES_OR_NO),
    open("turns_16", ("本学期满16周岁", "turns 16 this term"), YES_OR_NO),
];
