//! The staff, and the people of the village who help.

use chrono::NaiveDate;

use crate::calendar::date;
use crate::family::Families;
use crate::people::{Role, Staff};

struct Person {
    name: &'static str,
    mail: &'static str,
    female: bool,
    /// `role` or `role class`, each with the day since which it is held.
    roles: &'static [(&'static str, NaiveDate)],
}

const fn woman(
    name: &'static str,
    mail: &'static str,
    roles: &'static [(&'static str, NaiveDate)],
) -> Person {
    Person {
        name,
        mail,
        female: true,
        roles,
    }
}

const fn man(
    name: &'static str,
    mail: &'static str,
    roles: &'static [(&'static str, NaiveDate)],
) -> Person {
    Person {
        female: false,
        ..woman(name, mail, roles)
    }
}

const AUTUMN_2023: NaiveDate = date(2023, 9, 1);
const AUTUMN_2024: NaiveDate = date(2024, 9, 1);
/// The day on which 孙海涛 took over the class of 许婷.
pub const TAKEN_OVER: NaiveDate = date(2024, 11, 11);

const PEOPLE: &[Person] = &[
    man(
        "顾正华",
        "guzhenghua",
        &[
            ("principal", date(2018, 8, 20)),
            ("party_member", date(2004, 7, 1)),
        ],
    ),
    man(
        "陈立新",
        "chenlixin",
        &[
            ("teaching_director", date(2020, 9, 1)),
            ("head_teacher 2019-1", date(2021, 9, 1)),
            ("party_member", date(2011, 7, 1)),
        ],
    ),
    woman(
        "周敏",
        "zhoumin",
        &[
            ("counsellor", date(2022, 9, 1)),
            ("head_teacher 2021-1", AUTUMN_2023),
        ],
    ),
    man(
        "吴建国",
        "wujianguo",
        &[
            ("head_teacher 2019-2", date(2019, 9, 1)),
            ("party_member", date(1999, 7, 1)),
        ],
    ),
    woman(
        "王芳",
        "wangfang",
        &[("head_teacher 2020-1", date(2022, 9, 1))],
    ),
    woman("许婷", "xuting", &[("head_teacher 2020-2", AUTUMN_2023)]),
    man(
        "孙海涛",
        "sunhaitao",
        &[
            ("subject_teacher", AUTUMN_2023),
            ("head_teacher 2020-2", TAKEN_OVER),
        ],
    ),
    woman(
        "刘敏",
        "liumin",
        &[("head_teacher 2021-2", date(2021, 9, 1))],
    ),
    woman(
        "赵雪梅",
        "zhaoxuemei",
        &[
            ("head_teacher 2022-1", date(2022, 9, 1)),
            ("party_member", date(2015, 7, 1)),
        ],
    ),
    man(
        "朱国强",
        "zhuguoqiang",
        &[("head_teacher 2022-2", AUTUMN_2024)],
    ),
    woman("郑丽", "zhengli", &[("head_teacher 2023-1", AUTUMN_2023)]),
    woman(
        "胡春燕",
        "huchunyan",
        &[("head_teacher 2023-2", AUTUMN_2023)],
    ),
    woman(
        "马艳红",
        "mayanhong",
        &[("head_teacher 2024-1", AUTUMN_2024)],
    ),
    woman("高玉兰", "gaoyulan", &[("home_keeper", date(2022, 3, 1))]),
    man("田树林", "", &[("doctor", date(2023, 3, 1))]),
    woman("顾长兰", "", &[("child_director", date(2021, 6, 1))]),
];

pub fn list(families: &mut Families) -> Vec<Staff> {
    PEOPLE
        .iter()
        .map(|person| staff(person, families))
        .collect()
}

fn staff(person: &Person, families: &mut Families) -> Staff {
    let mut rng = families.stream(&format!("staff {}", person.name));
    let until = (person.name == "许婷").then(|| TAKEN_OVER.pred_opt().expect("a day before"));
    let role = |(held, from): &(&'static str, NaiveDate)| {
        let (name, class) = held.split_once(' ').unwrap_or((held, ""));
        Role {
            name,
            class,
            from: *from,
            until,
        }
    };
    let mail = person.mail;
    Staff {
        id: families.id('T', &mut rng),
        name: person.name,
        female: person.female,
        phone: families.phone(&mut rng),
        email: if mail.is_empty() {
            String::new()
        } else {
            format!("{mail}@guzhuang.example")
        },
        roles: person.roles.iter().map(role).collect(),
        comment: comment(person.name),
    }
}

fn comment(name: &str) -> &'static str {
    match name {
        "顾正华" => "校长，负责安全法制教育",
        "陈立新" => "教导主任，负责学习教育",
        "周敏" => "大队辅导员，负责思想教育",
        "许婷" => "2024-11-11 起休产假，班级交孙海涛",
        "高玉兰" => "留守儿童之家管理员，教导处的电脑由她录入",
        "田树林" => "校外：顾庄村卫生室，兼心理辅导",
        "顾长兰" => "校外：顾庄村儿童主任",
        _ => "",
    }
}

/// Who takes children in “一助一”: all of the school but the keeper of the home.
pub fn pairs(person: &Staff) -> bool {
    !person.email.is_empty() && !person.roles.iter().any(|role| role.name == "home_keeper")
}
