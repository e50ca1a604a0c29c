//! The names that a form may use in a home.

use super::known_names::{CHILD, FormNames};
use super::name::{ChildPart, DayPart, FormName, Repeat, SchoolPart};
use super::people_names::{add_family, add_people};
use super::record_names::add_registers;
use crate::domain::child::Child;
use crate::domain::register::Register;
use crate::domain::schema::{self, Field, FieldType};
use crate::domain::status;

/// Behind the name of a field: its boxes, with a mark in one.
const BOXES: [&str; 2] = ["勾选", "boxes"];

/// The names of nobody in particular; the Chinese one is told first.
const GENERAL: &[(&[&str], FormName)] = &[
    (&["学校.名称", "school.name", "学校"], FormName::School(SchoolPart::Name)),
    (&["学校.之家", "school.home", "之家", "之家.名称"], FormName::School(SchoolPart::Home)),
    (&["学校.代码", "school.code"], FormName::School(SchoolPart::Code)),
    (&["今天", "today"], FormName::Day(DayPart::Today)),
    (&["今天.年", "today.year"], FormName::Day(DayPart::Year)),
    (&["今天.月", "today.month"], FormName::Day(DayPart::Month)),
    (&["今天.日", "today.day"], FormName::Day(DayPart::Day)),
    (&["学年", "school year"], FormName::Day(DayPart::SchoolYear)),
    (&["学期", "term"], FormName::Day(DayPart::Term)),
    (&["时间段", "span"], FormName::Span),
    (&["人数", "number of children"], FormName::Children),
    (&["本班", "this class"], FormName::Class),
    (&["序号", "number", "no"], FormName::Number),
    (&["每名儿童", "each child"], FormName::EachChild),
];

/// What a child's record knows besides fields and statuses.
const OF_CHILD: &[(&[&str], ChildPart)] = &[
    (&["姓名", "name"], ChildPart::Name),
    (&["编号", "id"], ChildPart::Id),
    (&["入册日期", "joined", "入册"], ChildPart::Joined),
    (&["离册日期", "left", "离册"], ChildPart::Left),
    (&["离册原因", "why left"], ChildPart::LeftWhy),
    (&["结对同学", "buddy", "同伴"], ChildPart::Buddies),
];

/// The names of a home's registers, and of the fields that its school calls its own.
pub fn names_of<'a>(
    registers: &(impl Iterator<Item = &'a Register> + Clone),
    children: &[Child],
) -> FormNames {
    let mut names = FormNames::default();
    for (called, name) in GENERAL {
        names.add(called, name);
    }
    for (called, part) in OF_CHILD {
        names.add_of_child(called, &FormName::Child(part.clone()));
    }
    for field in schema::CHILD.iter().chain(status::FIELDS) {
        add_field(&mut names, field);
    }
    add_family(&mut names);
    add_people(&mut names);
    for path in children.iter().flat_map(Child::fields) {
        add_own(&mut names, path);
    }
    names.put("#每名儿童", &FormName::Begin(Repeat::Children));
    names.put("#each child", &FormName::Begin(Repeat::Children));
    names.put("/每名儿童", &FormName::End(Repeat::Children));
    names.put("/each child", &FormName::End(Repeat::Children));
    add_registers(&mut names, registers);
    names
}

fn add_field(names: &mut FormNames, field: &Field) {
    let called = [field.label.zh(), field.path, field.label.en()];
    names.add_of_child(&called, &FormName::Child(ChildPart::Field(field.path.to_owned())));
    if has_boxes(field) {
        let name = FormName::Child(ChildPart::Boxes(field.path.to_owned()));
        for own in called {
            for boxes in BOXES {
                for child in CHILD {
                    names.put(&format!("{child}.{own}.{boxes}"), &name);
                }
                names.put(&format!("{own}.{boxes}"), &name);
            }
        }
        let ([child_zh, child_en, _], [zh, en]) = (CHILD, BOXES);
        names.tell(
            &format!("{child_zh}.{}.{zh}", field.label.zh()),
            &format!("{child_en}.{}.{en}", field.path),
        );
    }
}

fn add_own(names: &mut FormNames, path: &str) {
    let Some((schema::OWN, own)) = path.split_once('.') else { return };
    let name = FormName::Child(ChildPart::Field(path.to_owned()));
    let whole = format!("{}.{own}", schema::OWN);
    if !names.has(&format!("{}.{whole}", CHILD[0])) {
        names.add_of_child(&[own, own, &whole], &name);
    }
}

/// Has a field a box for each of its values? A status is in words alone.
fn has_boxes(field: &Field) -> bool {
    let is_field = schema::find(schema::CHILD, field.path).is_some();
    is_field
        && matches!(field.holds, FieldType::Choice(_) | FieldType::Suggested(_) | FieldType::Bool)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::label::Label;
    use crate::domain::own_form::fault::FormFault;
    use crate::domain::own_form::name::{Person, PersonPart, RecordPart};
    use crate::domain::privacy::Privacy;
    use crate::domain::register::{CellPrivacy, Column, ColumnType};

    fn names() -> FormNames {
        names_of(&std::iter::empty(), &[])
    }

    #[test]
    fn a_field_is_named_by_its_label_in_both_languages_and_by_its_path() {
        let names = names();
        let phone = FormName::Child(ChildPart::Field("father.phone".to_owned()));
        for text in [
            "儿童.父亲电话",
            "学生.父亲电话",
            "父亲电话",
            "父亲.电话",
            "child.father.phone",
            "child.father's phone",
            "father.phone",
            "儿童．父亲 电话",
        ] {
            assert_eq!(names.meant(text), Ok(phone.clone()), "{text}");
        }
        let grade = FormName::Child(ChildPart::Field("grade".to_owned()));
        assert_eq!(names.meant("儿童.年级"), Ok(grade));
        assert_eq!(names.meant("今天.月"), Ok(FormName::Day(DayPart::Month)));
        let boxes = FormName::Child(ChildPart::Boxes("sex".to_owned()));
        assert_eq!(names.meant("child.sex.boxes"), Ok(boxes.clone()));
        assert_eq!(names.meant("性别.勾选"), Ok(boxes));
        let head = names.meant("班主任.电话").unwrap();
        assert!(matches!(head, FormName::Person(Person::InRole(_), PersonPart::Phone)));
    }

    #[test]
    fn an_unknown_name_is_told_with_the_nearest_in_its_language() {
        let names = names();
        let near = |text: &str| match names.meant(text) {
            Err(FormFault::Unknown { near, .. }) => near,
            other => panic!("{other:?}"),
        };
        assert_eq!(near("儿童.姓明").as_deref(), Some("儿童.姓名"));
        assert_eq!(near("child.nmae").as_deref(), Some("child.name"));
        assert_eq!(near("完全不相干的一个名字"), None);
    }

    fn register(name: &str, zh: &str, aliases: &[&str], columns: &[(&str, &str)]) -> Register {
        let column = |(name, zh): &(&str, &str)| Column {
            name: (*name).to_owned(),
            label: Label::new((*zh).to_owned(), (*name).to_owned()),
            holds: ColumnType::Text,
            required: false,
            privacy: CellPrivacy::As(Privacy::Open),
            aliases: Vec::new(),
        };
        Register {
            name: name.to_owned(),
            label: Label::new(zh.to_owned(), name.to_owned()),
            aliases: aliases.iter().map(|own| (*own).to_owned()).collect(),
            synonyms: Vec::new(),
            restricted: false,
            needs_children: true,
            planned: false,
            columns: columns.iter().map(column).collect(),
        }
    }

    #[test]
    fn records_are_named_by_register_and_column_and_of_what_two_call_alike_neither_is_meant() {
        let talk = register("talk", "谈心", &["谈话", "记录"], &[("content", "谈话内容")]);
        let visit = register("visit", "家访", &["记录"], &[("date_said", "日期")]);
        let names = names_of(&[&talk, &visit].into_iter(), &[]);
        let record = |register: &str, part| Ok(FormName::Record(register.to_owned(), part));
        let content = || RecordPart::Own("content".to_owned());
        for text in ["谈心.谈话内容", "talk.content", "谈话．谈话内容"] {
            assert_eq!(names.meant(text), record("talk", content()), "{text}");
        }
        assert_eq!(names.meant("谈心.日期"), record("talk", RecordPart::Date));
        // A register's own column owns its name.
        assert_eq!(
            names.meant("家访.日期"),
            record("visit", RecordPart::Own("date_said".to_owned()))
        );
        assert!(names.meant("记录.谈话内容").is_err());
        let begun = FormName::Begin(Repeat::Records("talk".to_owned()));
        assert_eq!(names.meant("＃谈话"), Ok(begun));
        let times = FormName::Times { register: "talk".to_owned(), in_term: true };
        assert_eq!(names.meant("本学期.谈心次数"), Ok(times));
    }
}
