//! Roles of staff and outside persons, and those that a child's `[[pair]]` may name.

use std::fmt;

use super::label::{Label, Words};

/// The code of a role that there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoleCode(&'static str);

impl RoleCode {
    /// The code as records write it.
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// The role that it stands for.
    pub fn role(self) -> Option<&'static Role> {
        ROLES.iter().find(|role| role.code == self)
    }
}

impl fmt::Display for RoleCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

/// A role: its code in the records and the schools' own word for it.
#[derive(Debug)]
pub struct Role {
    pub code: RoleCode,
    pub label: Label,
    /// May a child be paired with a person in this role?
    pub pairs: bool,
}

const fn role(code: &'static str, zh: &'static str, en: &'static str, pairs: bool) -> Role {
    Role { code: RoleCode(code), label: Label::fixed(zh, en), pairs }
}

/// Every role there is; a new one is one line here.
pub const ROLES: &[Role] = &[
    role("principal", "校长", "principal", false),
    role("vice_principal", "副校长", "vice principal", false),
    role("teaching_director", "教导主任", "teaching director", false),
    role("head_teacher", "班主任", "head teacher", false),
    role("subject_teacher", "科任教师", "subject teacher", false),
    role("counsellor", "辅导员", "counsellor", true),
    role("proxy_parent", "代理家长", "proxy parent", true),
    role("proxy_mother", "代理妈妈", "proxy mother", true),
    role("proxy_guardian", "代管家长", "proxy guardian", true),
    role("pair_teacher", "结对教师", "pair teacher", true),
    role("home_keeper", "留守儿童管理员", "home keeper", false),
    role("doctor", "心理辅导医生", "counselling doctor", false),
    role("party_member", "党员", "party member", false),
    role("village_official", "村干部", "village official", false),
    role("child_director", "儿童主任", "child director", false),
    role("child_supervisor", "儿童督导员", "child supervisor", false),
    role("volunteer", "志愿者", "volunteer", false),
    role("kgw", "关工委", "care committee", false),
    role("patrol", "巡逻队员", "patrol member", false),
    role("donor", "捐赠人", "donor", false),
];

/// The role with this code.
pub fn find(code: &str) -> Option<&'static Role> {
    ROLES.iter().find(|role| role.code.0 == code)
}

/// The ranks in the group that leads the home: `rank`.
pub const RANKS: &[(&str, Words)] = &[
    ("head", ("组长", "head")),
    ("deputy", ("副组长", "deputy head")),
    ("member", ("成员", "member")),
    ("office", ("办公室", "office")),
];

/// What one of that group answers for: `duty`.
pub const DUTIES: &[(&str, Words)] = &[
    ("safety_law", ("安全法制", "safety and law")),
    ("moral", ("思想品德", "moral education")),
    ("study", ("学习", "study")),
    ("life", ("生活", "life")),
];

/// What schools also call a role.
const ALSO: &[(&str, &str)] = &[
    ("科任", "subject_teacher"),
    ("任课教师", "subject_teacher"),
    ("大队辅导员", "counsellor"),
    ("帮扶教师", "pair_teacher"),
    ("结对帮扶教师", "pair_teacher"),
    ("管理员", "home_keeper"),
    ("村医", "doctor"),
    ("村卫生室医生", "doctor"),
    ("巡逻队", "patrol"),
];

/// The role that people call so: by its code, its word in any language, or another of its names.
pub fn called(word: &str) -> Option<&'static Role> {
    let also = ALSO.iter().find(|(own, _)| *own == word).map(|(_, code)| *code);
    let names = |role: &&Role| [role.code.0, role.label.zh(), role.label.en()].contains(&word);
    ROLES.iter().find(names).or_else(|| find(also?))
}

/// The principal.
pub const PRINCIPAL: RoleCode = RoleCode("principal");

/// Who is as a mother to the child.
pub const PROXY_MOTHER: RoleCode = RoleCode("proxy_mother");

/// Who is as a parent to the child.
pub const PROXY_PARENT: RoleCode = RoleCode("proxy_parent");

/// The head teacher, who answers for a class.
pub const HEAD_TEACHER: RoleCode = RoleCode("head_teacher");

/// Who teaches a subject, in some classes.
pub const SUBJECT_TEACHER: RoleCode = RoleCode("subject_teacher");

/// Who is a member of the Party, which is no post.
pub const PARTY_MEMBER: RoleCode = RoleCode("party_member");

/// Who looks after children in the village.
pub const CHILD_DIRECTOR: RoleCode = RoleCode("child_director");

/// Who stands above the head teachers, from the nearest up.
pub const ABOVE_HEAD_TEACHERS: [RoleCode; 3] =
    [RoleCode("teaching_director"), RoleCode("vice_principal"), PRINCIPAL];
