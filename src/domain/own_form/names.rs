//! The names that a form may use in a home, and which of them a text means.

use std::collections::BTreeMap;

use super::braces::folded;
use super::fault::FormFault;
use super::name::{ChildPart, DayPart, FormName, Repeat, SchoolPart};
use super::people_names::{add_family, add_people};
use super::record_names::add_registers;
use crate::domain::child::Child;
use crate::domain::nearest::nearest;
use crate::domain::register::Register;
use crate::domain::schema::{self, Field, FieldType};
use crate::domain::status;

/// What a child is called by.
pub(super) const CHILD: [&str; 3] = ["儿童", "child", "学生"];

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

/// Every name that means something here.
#[derive(Default)]
pub struct Names {
    known: BTreeMap<String, FormName>,
    /// As they are told, Chinese and English, in order.
    told: Vec<(String, String)>,
}

impl Names {
    /// The names of a home's registers, and of the fields that its school calls its own.
    pub fn of<'a>(
        registers: impl Iterator<Item = &'a Register> + Clone,
        children: &[Child],
    ) -> Names {
        let mut names = Names::default();
        for (called, name) in GENERAL {
            names.add(called, name);
        }
        for (called, part) in OF_CHILD {
            names.add_of_child(called, &FormName::Child(part.clone()));
        }
        for field in schema::CHILD.iter().chain(status::FIELDS) {
            names.add_field(field);
        }
        add_family(&mut names);
        add_people(&mut names);
        for path in children.iter().flat_map(Child::fields) {
            names.add_own(path);
        }
        names.put("#每名儿童", &FormName::Begin(Repeat::Children));
        names.put("#each child", &FormName::Begin(Repeat::Children));
        names.put("/每名儿童", &FormName::End(Repeat::Children));
        names.put("/each child", &FormName::End(Repeat::Children));
        add_registers(&mut names, registers);
        names
    }

    /// What a text in braces means.
    ///
    /// # Errors
    /// Nobody knows it: the nearest name that there is.
    pub fn meant(&self, text: &str) -> Result<FormName, FormFault> {
        let name = folded(text);
        if let Some(known) = self.known.get(&name) {
            return Ok(known.clone());
        }
        let told = || self.told.iter();
        let near = match name.is_ascii() {
            true => nearest(&name, told().map(|(_, en)| en.as_str())),
            false => nearest(&name, told().map(|(zh, _)| zh.as_str())),
        };
        Err(FormFault::Unknown { name: text.trim().to_owned(), near: near.map(str::to_owned) })
    }

    /// All of them as they are told.
    pub fn told(&self) -> &[(String, String)] {
        &self.told
    }

    /// Adds a name by all that it is called; the first two are told.
    pub(super) fn add(&mut self, called: &[&str], name: &FormName) {
        if let [zh, en, ..] = called {
            self.tell(zh, en);
        }
        for own in called {
            self.put(own, name);
        }
    }

    pub(super) fn tell(&mut self, zh: &str, en: &str) {
        self.told.push((zh.to_owned(), en.to_owned()));
    }

    /// Nothing takes the place of what was there before.
    pub(super) fn put(&mut self, called: &str, name: &FormName) {
        self.known.entry(folded(called)).or_insert_with(|| name.clone());
    }

    pub(super) fn has(&self, called: &str) -> bool {
        self.known.contains_key(&folded(called))
    }

    /// A name of a child, with the child's own word before it or without.
    pub(super) fn add_of_child(&mut self, called: &[&str], name: &FormName) {
        if let [zh, en, ..] = called {
            let [child_zh, child_en, _] = CHILD;
            self.tell(&format!("{child_zh}.{zh}"), &format!("{child_en}.{en}"));
        }
        for own in called {
            for child in CHILD {
                self.put(&format!("{child}.{own}"), name);
            }
            self.put(own, name);
        }
    }

    fn add_field(&mut self, field: &Field) {
        let called = [field.label.zh(), field.path, field.label.en()];
        self.add_of_child(&called, &FormName::Child(ChildPart::Field(field.path.to_owned())));
        if has_boxes(field) {
            let name = FormName::Child(ChildPart::Boxes(field.path.to_owned()));
            for own in called {
                for boxes in BOXES {
                    for child in CHILD {
                        self.put(&format!("{child}.{own}.{boxes}"), &name);
                    }
                    self.put(&format!("{own}.{boxes}"), &name);
                }
            }
            let ([child_zh, child_en, _], [zh, en]) = (CHILD, BOXES);
            self.tell(
                &format!("{child_zh}.{}.{zh}", field.label.zh()),
                &format!("{child_en}.{}.{en}", field.path),
            );
        }
    }

    fn add_own(&mut self, path: &str) {
        let Some((schema::OWN, own)) = path.split_once('.') else { return };
        let name = FormName::Child(ChildPart::Field(path.to_owned()));
        let whole = format!("{}.{own}", schema::OWN);
        if !self.has(&format!("{}.{whole}", CHILD[0])) {
            self.add_of_child(&[own, own, &whole], &name);
        }
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
    use crate::domain::own_form::name::{Person, PersonPart, RecordPart};

    fn names() -> Names {
        Names::of(std::iter::empty(), &[])
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

    #[test]
    fn of_what_two_registers_call_alike_neither_is_meant() {
        assert_eq!(RecordPart::Date, RecordPart::Date);
        let names = names();
        assert!(names.meant("谈心.日期").is_err());
        assert!(names.told().iter().any(|(zh, en)| zh == "儿童.班级" && en == "child.class"));
    }
}
