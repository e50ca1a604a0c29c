//! What is said of the school's settings.

use super::messages;

messages! {
    /// A sentence or a heading of `care settings`.
    SettingSaid {
        Set { setting: &'a str, value: &'a str } => format!("已设：{setting} = {value}"), format!("set: {setting} = {value}");
        RanksPeople => "请注意：2025 年起，教师厅〔2025〕2号（据读到的文本）要求不以留痕、台账作为评价教师的依据；名次只供学校自己参考", "mind: since 2025, 教师厅〔2025〕2号 (as read in a copy) asks that traces and ledgers are not the basis of evaluating teachers; a ranking is for the school's own use alone";
        Unset { setting: &'a str } => format!("已取消：{setting}"), format!("no longer set: {setting}");
        Unchanged { setting: &'a str } => format!("{setting} 本来就是这样，没有改动"), format!("{setting} is so already: nothing was changed");
        Unknown { word: &'a str, all: &'a str } => format!("没有叫“{word}”的设置；有：{all}"), format!("no setting is called \"{word}\"; there are: {all}");
        NoValue { setting: &'a str } => format!("“{setting}”没有写内容；不要了的：--unset {setting}"), format!("\"{setting}\" has no value; to take it away: --unset {setting}");
        NotANumber { setting: &'a str, least: u32 } => format!("“{setting}”要写不小于 {least} 的整数"), format!("\"{setting}\" must be a whole number of at least {least}");
        Twice { setting: &'a str } => format!("“{setting}”一次只能写一个：两处写的不一样"), format!("\"{setting}\" is given twice, and not the same");
        Title { school: &'a str } => format!("{school}的设置"), format!("settings of {school}");
        Key => "写在 care.toml 里的", "Key";
        Setting => "设置", "Setting";
        Value => "现在", "Now";
        NotSet => "未设", "not set";
        Yes => "是", "yes";
        No => "否", "no";
        HowTo => "设一项：care settings --set 设置=内容；几个值用顿号隔开", "to set one: care settings --set SETTING=VALUE; several values with commas between";
    }
}
