//! The children, class by class. Two of them are called 李小明.

use crate::family::Pupil;

const fn girl(class: &'static str, name: &'static str, carer: &'static str) -> Pupil {
    pupil(class, name, true, carer)
}

const fn boy(class: &'static str, name: &'static str, carer: &'static str) -> Pupil {
    pupil(class, name, false, carer)
}

const fn pupil(
    class: &'static str,
    name: &'static str,
    female: bool,
    carer: &'static str,
) -> Pupil {
    let care_type = match carer.as_bytes() {
        b"mother" | b"father" => "one_parent",
        b"uncle" | b"aunt" => "kin_friend",
        _ => "grandparent",
    };
    Pupil {
        class,
        name,
        female,
        care_type,
        carer,
        household: "",
    }
}

const fn of_household(mut pupil: Pupil, household: &'static str) -> Pupil {
    pupil.household = household;
    pupil
}

const fn single_parent(mut pupil: Pupil) -> Pupil {
    pupil.care_type = "single_or_orphan";
    pupil
}

pub const PUPILS: &[Pupil] = &[
    girl("2019-1", "王子涵", "grandmother"),
    boy("2019-1", "李浩然", "grandfather"),
    girl("2019-1", "陈雨欣", "mother"),
    of_household(boy("2019-1", "张思远", "grandmother"), "张家"),
    girl("2019-2", "欧阳晨曦", "grandfather"),
    girl("2019-2", "赵佳怡", "maternal_grandmother"),
    boy("2019-2", "孙鹏飞", "grandmother"),
    boy("2019-2", "周俊杰", "uncle"),
    girl("2020-1", "刘梓涵", "grandmother"),
    boy("2020-1", "吴天佑", "grandmother"),
    boy("2020-1", "李小明", "grandmother"),
    girl("2020-1", "马晓雨", "maternal_grandfather"),
    girl("2020-2", "阿依古丽·买买提", "aunt"),
    boy("2020-2", "朱文博", "grandfather"),
    girl("2020-2", "何静怡", "aunt"),
    boy("2021-1", "郭宇航", "grandfather"),
    of_household(girl("2021-1", "魏欣悦", "grandmother"), "魏家"),
    boy("2021-1", "林志强", "mother"),
    girl("2021-1", "徐若兰", "grandmother"),
    boy("2021-2", "诸葛明哲", "grandfather"),
    girl("2021-2", "罗雅婷", "grandmother"),
    boy("2021-2", "梁家豪", "grandfather"),
    girl("2021-2", "宋雨桐", "grandmother"),
    of_household(girl("2022-1", "张思琪", "grandmother"), "张家"),
    boy("2022-1", "郑凯", "grandmother"),
    girl("2022-1", "韩梦瑶", "maternal_grandmother"),
    girl("2022-1", "唐一诺", "father"),
    boy("2022-2", "冯俊熙", "grandmother"),
    girl("2022-2", "曹诗涵", "grandmother"),
    boy("2022-2", "彭浩", "grandfather"),
    boy("2023-1", "李小明", "grandfather"),
    boy("2023-1", "董子墨", "grandmother"),
    girl("2023-1", "袁艺馨", "maternal_grandmother"),
    single_parent(girl("2023-1", "蒋欣妍", "grandmother")),
    girl("2023-2", "上官雨晴", "grandfather"),
    boy("2023-2", "蔡明轩", "mother"),
    girl("2023-2", "余梦洁", "grandmother"),
    boy("2024-1", "杜嘉禾", "grandfather"),
    of_household(girl("2024-1", "魏可馨", "grandmother"), "魏家"),
    boy("2024-1", "沈浩宇", "grandmother"),
    girl("2024-1", "苏念慈", "maternal_grandmother"),
];
