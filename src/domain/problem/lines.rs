//! Checks of a log's lines: its header, its rows, their cells.

use super::check::checks;
use super::payload::{meant_en, meant_zh};
use super::{Count, Guess, Known, Name, Quote};

checks! {
    /// What is wrong with a line of a log.
    Lines;

    Fault TornLine "torn-line"
        says "最后一行不完整（没有换行符）", "the last line is torn (it has no line break)";
        fix "这一行若完整，在末尾按回车；若不完整，删去后重新登记",
            "if the line is whole, press Enter at its end; if not, delete it and log it again";

    Fault UnclosedQuote "unclosed-quote"
        says "引号没有配对", "a quote is not closed";
        fix "补上引号；格子里的引号写两个 \"\"，格子里的换行写 \\n",
            "close it; inside a cell write a quote twice, \"\", and a line break as \\n";

    Fault FieldCount { expected: Count = Count::of(2), found: Count = Count::of(2) } "field-count"
        says format!("表头有 {expected} 列，这一行有 {found} 格"),
             format!(
                 "the header has {expected} columns, this row has {}",
                 found.english("cell", "cells")
             );
        fix "补上或删去逗号；含逗号的格子要加引号；多余的行删去",
            "add or delete commas; quote a cell that holds a comma; delete a needless line";

    Fault NoHeader "no-header"
        says "没有表头", "there is no header";
        fix "第一行应是表头，照抄同一登记别的月份：id,date,children,staff,outcome,…",
            "begin with the header of another month: id,date,children,staff,outcome,...";

    Fault SecondHeader "second-header"
        says "表头重复出现", "a second header";
        fix "删去这一行", "delete this line";

    Fault MissingColumn { column: Known = Known::word("…") } "missing-column"
        says format!("表头缺少“{column}”列"), format!("the header lacks the column \"{column}\"");
        fix "在表头补上这一列，每行补一个逗号",
            "add the column to the header and a comma to each row";

    Fault DoubleColumn { column: Name = Name::word("…") } "double-column"
        says format!("“{column}”列重复"), format!("the column \"{column}\" stands twice");
        fix "删去或改名其中一列", "delete or rename one of the two";

    Fault WrongMonth { month: Quote = Quote::hidden() } "wrong-month"
        says match month.shown() {
                Some(month) => format!("{month} 的记录放错了月份文件"),
                None => "记录放错了月份文件".to_owned(),
            },
            match month.shown() {
                Some(month) => format!("a row of {month} in another month's file"),
                None => "a row of another month".to_owned(),
            };
        fix match month.shown() {
                Some(month) => format!("把这一行移到 {month}.csv，或改正日期"),
                None => "把这一行移到日期所在月份的文件，或改正日期".to_owned(),
            },
            match month.shown() {
                Some(month) => format!("move the row to {month}.csv, or mend its date"),
                None => "move the row to the file of its month, or mend its date".to_owned(),
            };

    Fault MisspeltColumn { heading: Name = Name::word("…"), column: Known = Known::word("…") }
        "misspelt-column"
        says format!("表头的“{heading}”像是“{column}”，规则要看这一列，现在当它全是空的"),
             format!("the heading \"{heading}\" looks like \"{column}\", \
                 which a rule looks at: now all of it counts as blank");
        fix format!("把表头里的这一格改成“{column}”"),
            format!("write \"{column}\" in the header");

    Remark StrangeColumn { heading: Name = Name::word("…"), nearest: Guess = Guess::NONE }
        "strange-column"
        says format!("这个登记没有“{heading}”列，里面的内容不起作用"),
             format!("this register has no column \"{heading}\": \
                 what stands in it does nothing");
        fix nearest.or(meant_zh, "学校自己要的列，在 registers/登记名.toml 里写上 [[column]]"),
            nearest.or(
                meant_en,
                "describe a column of your own: [[column]] in registers/NAME.toml",
            );

    Remark NoChild "no-child"
        says "没有写是哪个儿童，不算任何人的", "it names no child: it counts for nobody";
        fix "补上儿童：care amend 编号 --set 儿童=姓名", "name them: care amend ID --set children=...";

    Remark NotADate { column: Known = Known::word("…") } "not-a-date"
        says format!("“{column}”里不是日期，这一天不会提醒任何事"),
             format!("\"{column}\" holds no date: nothing will be asked for on it");
        fix "改成真有的日期，写法如 2024-09-20：care amend 编号 --set 栏目=日期",
            "write a day that exists, like 2024-09-20: care amend ID --set COLUMN=DATE";

    Remark NotANumber { column: Known = Known::word("…") } "not-a-number"
        says format!("“{column}”应是数字"), format!("\"{column}\" must be a number");
        fix "只写数字，不写单位", "write the number alone, without a unit";
}
