//! The names of people around a child: the family and who answers for the child at school.

use super::known_names::FormNames;
use super::name::{ChildPart, FormName, Person, PersonPart};
use crate::domain::label::Words;
use crate::domain::role::ROLES;

/// A table of a child's file or a key in it, and the words for it; the first one is told.
type FamilyWords = (&'static str, &'static [&'static str]);

const PARENT: &[FamilyWords] = &[
    ("name", &["姓名"]),
    ("phone", &["电话", "联系电话"]),
    ("away", &["外出", "是否外出"]),
    ("away_since", &["外出时间"]),
    ("work_place", &["务工地", "务工地点", "打工地点"]),
    ("guardianship", &["监护能力"]),
];

const FAMILY: &[(FamilyWords, &[FamilyWords])] = &[
    (("father", &["父亲"]), PARENT),
    (("mother", &["母亲"]), PARENT),
    (
        ("carer", &["监护人", "临时监护人"]),
        &[
            ("name", &["姓名"]),
            ("relation", &["关系", "与儿童关系"]),
            ("phone", &["电话", "联系电话"]),
            ("birth_year", &["出生年"]),
            ("health", &["健康", "健康状况"]),
            ("education", &["文化程度"]),
            ("rating", &["评估"]),
            ("delegation_notice_on", &["告知日期"]),
        ],
    ),
    (("contact_card", &["联系卡"]), &[("issued_on", &["发放日期"])]),
    (
        ("emergency", &["紧急联系人"]),
        &[("name", &["姓名"]), ("relation", &["关系"]), ("phone", &["电话"])],
    ),
];

/// Behind the name of a person.
const PARTS: [(PersonPart, Words); 2] =
    [(PersonPart::Name, ("姓名", "name")), (PersonPart::Phone, ("电话", "phone"))];

/// `父亲.电话` and the like; they are fields, under shorter names.
pub(super) fn add_family(names: &mut FormNames) {
    for ((table, called), keys) in FAMILY {
        for (key, words) in *keys {
            let path = format!("{table}.{key}");
            let plain = FormName::Child(ChildPart::Field(path.clone()));
            let boxes = FormName::Child(ChildPart::Boxes(path.clone()));
            let is_boxed = names.has(&format!("{path}.boxes"));
            if let ([own, ..], [word, ..]) = (called, words) {
                names.tell(&format!("{own}.{word}"), &path);
            }
            for own in *called {
                for word in *words {
                    names.put(&format!("{own}.{word}"), &plain);
                    names.put(&format!("儿童.{own}.{word}"), &plain);
                    if is_boxed {
                        names.put(&format!("{own}.{word}.勾选"), &boxes);
                        names.put(&format!("儿童.{own}.{word}.勾选"), &boxes);
                    }
                }
            }
        }
    }
}

/// `班主任.电话` and the like: whoever is in a role for the child, and all adults who answer for it.
pub(super) fn add_people(names: &mut FormNames) {
    let all = (Person::Adults, ["结对人", "adults"], None);
    let roles = ROLES.iter().map(|own| {
        let called = [own.label.zh(), own.label.en()];
        (Person::InRole(own.code), called, Some(own.code.as_str()))
    });
    for (person, [zh, en], code) in std::iter::once(all).chain(roles) {
        for (part, (part_zh, part_en)) in PARTS {
            let name = FormName::Person(person, part);
            names.add(&[&format!("{zh}.{part_zh}"), &format!("{en}.{part_en}")], &name);
            if let Some(code) = code {
                names.put(&format!("{code}.{part_en}"), &name);
            }
        }
        let name = FormName::Person(person, PersonPart::Name);
        names.put(zh, &name);
        names.put(en, &name);
    }
}
