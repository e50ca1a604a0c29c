//! Checks of a child's days: those that take duties away, and those that cannot be.

use chrono::NaiveDate;

use super::check::checks;
use super::dates::sample_day;
use super::{Count, Quote, Withhold};

checks! {
    /// What is doubtful about a child's days.
    Presence;

    Remark JoinsFarAhead {
        joined: Quote<NaiveDate> = sample_day(),
        children: Count = Count::of(4),
    } "joins-far-ahead"
        says format!("有 {children} 名儿童到 {joined} 才入册，在那之前什么都不欠"),
             format!("{} not on the roll before {joined}: nothing is owed until then",
                 children.english("child is", "children are"));
        fix "年份写错的，各人改正：care edit-child 儿童 --set 入册日期=日期",
            "mend each one's date of joining: care edit-child CHILD --set joined=DATE";

    Remark LongPause { until: Ends = Ends::Never } "long-pause"
        says match until {
                Ends::Never => "暂停没有写到哪天，从此什么都不欠".to_owned(),
                Ends::On(until) => format!("暂停到 {until}，在那之前什么都不欠"),
            },
            match until {
                Ends::Never => "the pause has no end: nothing is owed any more".to_owned(),
                Ends::On(until) => format!("paused until {until}: nothing is owed until then"),
            };
        fix "看看还要不要停；写上真正的 until", "see whether it is still right; write until";

    Remark LongExemption { rule: Quote = Quote::hidden(), until: Ends = Ends::Never }
        "long-exemption"
        says match until {
                Ends::Never => format!("规则“{rule}”的免办没有写到哪天，从此不欠这一项"),
                Ends::On(until) => format!("规则“{rule}”免办到 {until}，在那之前不欠这一项"),
            },
            match until {
                Ends::Never => {
                    format!("the exemption from \"{rule}\" has no end: it is owed no more")
                }
                Ends::On(until) => format!("exempt from \"{rule}\" until {until}"),
            };
        fix "看看还该不该免；写上真正的 until", "see whether it is still right; write until";

    Remark BornLate "born-late"
        says "出生日期在入册之后，或在今天之后", "born after joining, or after today";
        fix "改正 birth_date 或 joined", "mend birth_date or joined";

    Remark IdleSpell "idle-spell"
        says "这段在册时间里没有一个上课日，什么都不欠",
             "there is no school day in this time on the roll: nothing is owed";
        fix "改正 joined 或 left", "mend joined or left";
}

/// When something ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ends {
    Never,
    On(Quote<NaiveDate>),
}

impl Withhold for Ends {
    fn withheld(self) -> Self {
        match self {
            Ends::Never => Ends::Never,
            Ends::On(day) => Ends::On(day.withheld()),
        }
    }
}
