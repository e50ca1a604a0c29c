//! The help on a school's own forms: how names are written, and all of them.

use std::fmt::Write as _;

use super::Lang;
use crate::domain::own_form::names::names_of;

/// The topic: the grammar, then the names, several in a line.
pub fn text(lang: Lang) -> String {
    let mut text = match lang {
        Lang::Zh => GRAMMAR_ZH.to_owned(),
        Lang::En => GRAMMAR_EN.to_owned(),
    };
    let names = names_of(&std::iter::empty(), &[]);
    let mut line = String::new();
    for (zh, en) in names.told() {
        let name = if lang == Lang::Zh { zh } else { en };
        if line.chars().count() + name.chars().count() > WIDE {
            let _ = writeln!(text, "{line}");
            line.clear();
        }
        if !line.is_empty() {
            line.push_str("  ");
        }
        line.push_str(name);
    }
    text + &line + "\n"
}

/// The letters of a line.
const WIDE: usize = 60;

const GRAMMAR_ZH: &str = "\
自己的表：用 WPS 或 Word、Excel 做一份 docx 或 xlsx，要填的地方写 {{名称}}，放进 forms/
care 打印 表 名称 -o 名称.docx        一个文件：每名儿童一页（xlsx 每名一张工作表）
care 打印 表 名称 --班级 四2 --整盒 文件夹    每名儿童一个文件
care 打印 表 花名册 --空表 -o forms/花名册.xlsx    自带的表（留守儿童登记表、花名册）拿来改

{{儿童.姓名}}  {{父亲.电话}}  {{班主任.姓名}}   中文英文都行，空格、全角半角不论
{{儿童.性别.勾选}}              方框，合的打√：□男　√女
{{谈心.日期}}  {{谈心.内容}}    写在表格的一行里，这一行按每条谈心重复；不在表格里，这一段重复
{{#谈心}} 和 {{/谈心}}          各自单独一段（或表格一行），中间的几段按每条重复（docx）
{{序号}} 或 {{每名儿童}}        写在表格的一行里，这一行按每名儿童重复：整张是花名册
{{#每名儿童}} 和 {{/每名儿童}}  中间的几段按每名儿童重复（docx）
{{谈心.次数}}  {{本学期.谈心次数}}   几次；哪本登记都行：care help registers
登记的栏目：care help log-talk；每本都有 日期 星期 周次 儿童 班级 教师 是否完成 备注
没有做成的（没接通、没见到）只有写了 {{….是否完成}} 才列出
默认本学期的记录：--term --month --year --from。遮着的照样遮着：--reveal … --reason
保密登记只给次数。会重复的行下面不能有公式和图；认不得的名称全部指出，不写文件

";

const GRAMMAR_EN: &str = "\
Your own forms: a docx or xlsx with {{name}} wherever something is to be filled in, put into forms/
care print form NAME -o NAME.docx      one file: a page for each child (of xlsx a sheet)
care print form NAME --class C --pack DIR      a file for each child
care print form roster --blank -o forms/roster.xlsx   a shipped form (child-registration, roster), to be changed

{{child.name}}  {{father.phone}}  {{head teacher.name}}   Chinese too; blanks and widths do not matter
{{child.sex.boxes}}              boxes with a mark in the one that fits
{{talk.date}}  {{talk.content}}  in a row of a table: the row is repeated for each talk; else the paragraph
{{#talk}} and {{/talk}}          each alone in a paragraph or row: what is between is repeated (docx)
{{number}} or {{each child}}     in a row of a table: repeated for each child, the form is of all
{{#each child}} and {{/each child}}   what is between is repeated for each child (docx)
{{talk.count}}  {{this term.talk count}}   how many, of any register: care help registers
Columns of a register: care help log-talk; all have date weekday week children class staff outcome note
What was only tried is listed only where {{….outcome}} is in the form
Records of this term, or of --term --month --year --from. What is masked stays so: --reveal … --reason
Restricted registers only as counts. No formula or picture below a row that repeats; every name that
is not known is told, and no file is written

";
