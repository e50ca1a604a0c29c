//! What is said in and around workbooks: on the paper they are printed on, and where they are
//! refused.

use chrono::NaiveDate;

use super::messages;

messages! {
    /// A line of a printed sheet, or why there is no workbook.
    PaperWord {
        UnitAndDay { unit: &'a str, day: NaiveDate } =>
            format!("填报单位（盖章）：{unit}　　　　填报日期：{day}"),
            format!("Reported by (stamp): {unit}        Date: {day}");
        Signatures =>
            "单位负责人（签名）：　　　　　　　　复核人（签名）：　　　　　　　　填表人（签名）：",
            "Head of unit (signature):                    Checked by (signature):                    Filled in by (signature):";
        Choices => "选项", "choices";
        NoTable => "这个命令的内容不是表格，写不成 xlsx；不加 --format，或 -o 文件.txt、-o 文件.docx", "what this command says is no table and cannot be a workbook (xlsx); leave --format out, or use -o FILE.txt or -o FILE.docx";
        NotSoMany => "--max-bytes 不能用于 xlsx、docx、html", "--max-bytes cannot be used with xlsx, docx or html";
    }
}
