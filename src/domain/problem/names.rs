//! Checks of names and ids.

use super::check::checks;
use super::payload::{meant_en, meant_zh, told_always};
use super::{Count, Guess, Known, Quote, Withhold};
use crate::domain::id::{Id, Kind};
use crate::domain::settings::Lang;

checks! {
    /// What is wrong with a name or an id.
    Naming;

    Fault Unknown {
        what: Noun = Noun::Key,
        name: Quote = Quote::of("…"),
        nearest: Guess = Guess::NONE,
    } "unknown-name"
        says unknown_zh(*what, name), unknown_en(*what, name);
        fix nearest.or(meant_zh, what.where_to_look(Lang::Zh)),
            nearest.or(meant_en, what.where_to_look(Lang::En));

    Remark HiddenInName { place: Count = Count::of(2), code: Known = Known::word("U+200B") }
        "hidden-in-name"
        says format!("名字的第 {place} 个字符看不见或会颠倒文字（{code}），同名的会认不出来"),
             format!("letter {place} of a name is not seen or turns the text around ({code})");
        fix "把名字重新打一遍，不要粘贴", "type the name anew, do not paste it";

    Fault BadId { kind: Kind = Kind::Child } "bad-id"
        says {
                let (sample, letter, rest) = form(*kind);
                format!("编号写法不对，应像 {sample} 这样：{letter} 加 {rest} 位大写字母或数字")
            },
            {
                let (sample, letter, rest) = form(*kind);
                format!("not an id like {sample}: {letter} and {rest} capital letters or digits")
            };
        fix match kind {
                Kind::Child => "照抄儿童的编号：care list",
                Kind::Staff => "照抄 staff.toml 里的编号；新来的人由 care add-staff 编号",
                Kind::Event => {
                    "照抄原来的编号；没有的，删去这一行，用 care log-<登记> 重新登记"
                }
            },
            match kind {
                Kind::Child => "copy the child's id: care list",
                Kind::Staff => {
                    "copy the id from staff.toml; a new person gets one from care add-staff"
                }
                Kind::Event => "copy the old id; without one, \
                    delete the row and log it again: care log-<register>",
            };

    Fault DuplicateId {
        id: Doubled = Doubled::Own(Quote::hidden()),
        first: Known = Known::word("…"),
    } "duplicate-id"
        says format!("编号“{}”重复，{first} 已经用过", id.text()),
             format!("the id \"{}\" is used twice, first at {first}", id.text());
        fix match id {
                Doubled::Event(_) => {
                    "同一件事只留一行；不同的事，删去后一行，用 care log-<登记> 重新登记"
                }
                Doubled::Own(_) => "重复的删去；不是重复的，换一个编号",
            },
            match id {
                Doubled::Event(_) => "keep one row of the same event; \
                    log another event again: care log-<register>",
                Doubled::Own(_) => "delete what stands twice, or give it another id",
            };

    Fault NameAndIdDiffer { id: Quote<Id> = Quote::hidden() } "name-and-id-differ"
        says format!("文件名与里面的编号“{id}”不一致"),
             format!("the file's name and its id \"{id}\" differ");
        fix format!("把文件改名为 {id}.toml；已有 {id}.toml 的，\
                这一份是副本：删去，新儿童用 care add-child"),
            format!("rename the file to {id}.toml; when there is one already, this is a copy: \
                delete it, and add a new child with care add-child");

    Fault BadClass { must: Guess = Guess::NONE, year: Option<Quote> = None } "bad-class"
        says "班级写法不对", "a class is not written so";
        fix match year {
                Some(year) => must.or(
                    |code| format!("写成“{code}”，就是 {year} 学年的这个班"),
                    CLASS_FORM.0,
                ),
                None => must.or(|code| format!("写成“{code}”"), CLASS_FORM.0),
            },
            match year {
                Some(year) => must.or(
                    |code| format!("write \"{code}\", which is this class in {year}"),
                    CLASS_FORM.1,
                ),
                None => must.or(|code| format!("write \"{code}\""), CLASS_FORM.1),
            };
}

const CLASS_FORM: (&str, &str) = (
    "写入学年份、短横和班号，如 2021-2；学前班这样没有年级的，\
        先在 care.toml 的 [school] 下写 other_classes = [\"学前班\"]",
    "write the entry year, a hyphen and the number of the class, like 2021-2; a class without \
        a grade is listed in care.toml first: [school] other_classes = [\"Nursery\"]",
);

/// What kind of name was not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    Key,
    Register,
    Role,
    Festival,
    Child,
    Staff,
    Field,
    Requirement,
    Rule,
    Level,
}

told_always! { Noun }

impl Noun {
    fn text(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Noun::Key => ("项目", "key"),
            Noun::Register => ("登记", "register"),
            Noun::Role => ("角色", "role"),
            Noun::Festival => ("节日", "festival"),
            Noun::Child => ("儿童", "child"),
            Noun::Staff => ("教师", "staff member"),
            Noun::Field => ("字段", "field"),
            Noun::Requirement => ("条件", "requirement"),
            Noun::Rule => ("规则", "rule"),
            Noun::Level => ("等次", "level"),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    fn where_to_look(self, lang: Lang) -> &'static str {
        let (zh, en) = match self {
            Noun::Key => (
                "删去这一行；学校自己的内容放在 [x] 下面",
                "delete the line; the school's own keys go under [x]",
            ),
            Noun::Register => {
                ("登记的名字见 care help registers", "care help registers lists the registers")
            }
            Noun::Role => ("角色的名字见 care help roles", "care help roles lists the roles"),
            Noun::Festival => {
                ("节日的名字见 care help occasions", "care help occasions lists the festivals")
            }
            Noun::Child => (
                "写儿童的编号，见 care list；新来的先登记：care add-child",
                "write the child's id, see care list; add a new child first: care add-child",
            ),
            Noun::Staff => (
                "写 staff.toml 里的编号；新来的先登记：care add-staff",
                "write an id of staff.toml; add a new person first: care add-staff",
            ),
            Noun::Field => ("字段的名字见 care help fields", "care help fields lists the fields"),
            Noun::Requirement => {
                ("可用的条件见 care help requires", "care help requires lists what can be asked")
            }
            Noun::Rule => ("规则的编号见 care rules", "care rules lists the rules"),
            Noun::Level => (
                "写 [[level]] 里有的 id；能定风险的只有 high、medium、low",
                "write the id of a [[level]]; those that set the risk are high, medium and low",
            ),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// Are these people, who are called by their ids?
    fn has_ids(self) -> bool {
        matches!(self, Noun::Child | Noun::Staff)
    }
}

fn unknown_zh(what: Noun, name: &Quote) -> String {
    let noun = what.text(Lang::Zh);
    match (name.shown(), what.has_ids()) {
        (Some(id), true) => format!("没有编号“{id}”的{noun}"),
        (None, true) => format!("没有这个编号的{noun}"),
        (Some(name), false) => format!("没有名为“{name}”的{noun}"),
        (None, false) => format!("没有这个名字的{noun}"),
    }
}

fn unknown_en(what: Noun, name: &Quote) -> String {
    let noun = what.text(Lang::En);
    match (name.shown(), what.has_ids()) {
        (Some(id), true) => format!("no {noun} has the id \"{id}\""),
        (None, true) => format!("no {noun} has this id"),
        (Some(name), false) => format!("no {noun} is called \"{name}\""),
        (None, false) => format!("no {noun} has this name"),
    }
}

/// What has an id that something else has too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubled {
    /// A row of a log.
    Event(Known),
    /// A person, or a rule or a term, whose ids are the school's own words.
    Own(Quote),
}

impl Doubled {
    fn text(&self) -> String {
        match self {
            Doubled::Event(id) => id.to_string(),
            Doubled::Own(id) => id.to_string(),
        }
    }
}

impl Withhold for Doubled {
    fn withheld(self) -> Self {
        match self {
            Doubled::Event(id) => Doubled::Event(id),
            Doubled::Own(id) => Doubled::Own(id.withheld()),
        }
    }
}

/// An id of a kind, its letter, and how many more there are.
fn form(kind: Kind) -> (&'static str, char, usize) {
    let sample = match kind {
        Kind::Child => "C7K3FQ",
        Kind::Staff => "T4M2XA",
        Kind::Event => "EYD1YD3Y1QW",
    };
    (sample, char::from(kind.letter()), kind.len() - 1)
}
