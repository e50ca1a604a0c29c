//! What is said on a page for a browser beside what it is about.

use chrono::NaiveDate;

use super::messages;

messages! {
    /// A word of a page.
    PageWord {
        Filter => "只看一个班：", "One class only:";
        AllClasses => "全部班级", "all classes";
        // Where the number of rows stands in it is known to the page's script.
        RowsShown => "显示 {} 行（上方的数字仍是全部班级的）", "{} rows shown (the figures above are still of all classes)";
        Made { version: &'a str, day: NaiveDate } =>
            format!("截至 {day}，由 care {version} 生成。打印或存成 PDF：用浏览器的“打印”。"),
            format!("As of {day}, made by care {version}. To print it or make a PDF, use the browser's print command.");
    }
}
