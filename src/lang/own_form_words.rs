//! What is said of a school's own forms, and why one is not filled in.

use super::{Lang, messages, words_in};
use crate::domain::label::Words;
use crate::domain::own_form::braces::LoneBrace;
use crate::domain::own_form::fault::{
    DocumentPart, FormFault, FormFileFault, FormPlace, PlacedFault, Unmovable,
};

messages! {
    /// A sentence about a form.
    OwnFormSaid {
        NotThere { text: &'a str, forms: &'a str } =>
            format!("没有“{text}”这张表；有：{forms}。自己的表放进 forms/：care help forms"),
            format!("there is no form \"{text}\"; there are: {forms}. Put your own into forms/: care help forms");
        Several { text: &'a str, files: &'a str } =>
            format!("forms/ 里叫“{text}”的不止一个：{files}；写上后缀"),
            format!("in forms/ more than one is called \"{text}\": {files}; type the ending too");
        Unfit { file: &'a str } =>
            format!("forms/{file} 不能填写：在 WPS 或 Word、Excel 里另存为 docx 或 xlsx"),
            format!("forms/{file} cannot be filled in: save it as docx or xlsx in WPS, Word or Excel");
        NeedsFile { end: &'a str, form: &'a str } =>
            format!("写明填到哪里：-o {form}.{end}（一个文件），或 --pack 文件夹（每名儿童一个文件）"),
            format!("say where to: -o {form}.{end} (one file), or --pack DIR (a file for each child)");
        OneOfBoth => "-o 和 --pack 只写一个", "either -o or --pack, not both";
        Ending { end: &'a str } =>
            format!("这张表是 {end}：-o 的文件名也要以 .{end} 结尾"),
            format!("this form is a {end} file: the name after -o must end in .{end}");
        BlankNeedsFile => "--blank 要写明放到哪里：-o forms/花名册.xlsx", "--blank needs a place: -o forms/roster.xlsx";
        NoChildren => "没有要填的儿童", "there are no children to fill it in for";
        Filled { path: &'a str, children: usize } =>
            format!("已填好 {path}：{children} 名儿童"),
            format!("filled in {path}: {}", super::count(*children as u64, "child", "children"));
        Copied { path: &'a str } => format!("空表已写到 {path}"), format!("the blank form is in {path}");
        NotFilled { file: &'a str, faults: usize } =>
            format!("{file} 没有填：{faults} 处要改，什么也没有写"),
            format!("{file} was not filled in: {} to mend, nothing was written", super::count(*faults as u64, "place", "places"));
    }
}

/// A fault with its place, in one line.
pub fn fault_line(file: &str, own: &PlacedFault, lang: Lang) -> String {
    let said = fault_text(&own.fault, lang);
    match place_text(&own.place, lang) {
        Some(place) => format!("{file} {place}: {said}"),
        None => format!("{file}: {said}"),
    }
}

fn place_text(place: &FormPlace, lang: Lang) -> Option<String> {
    let part = |own: DocumentPart| {
        words_in(
            match own {
                DocumentPart::Body => ("", ""),
                DocumentPart::Header => ("页眉", "header, "),
                DocumentPart::Footer => ("页脚", "footer, "),
                DocumentPart::Notes => ("脚注", "notes, "),
            },
            lang,
        )
    };
    Some(match (place, lang) {
        (FormPlace::Paragraph(own, number), Lang::Zh) => format!("{}第 {number} 段", part(*own)),
        (FormPlace::Paragraph(own, number), Lang::En) => {
            format!("{}paragraph {number}", part(*own))
        }
        (FormPlace::Row(own, table, row), Lang::Zh) => {
            format!("{}第 {table} 个表格第 {row} 行", part(*own))
        }
        (FormPlace::Row(own, table, row), Lang::En) => {
            format!("{}table {table}, row {row}", part(*own))
        }
        (FormPlace::Cell(sheet, cell), _) => format!("{sheet}!{cell}"),
        (FormPlace::Inside(name), _) => name.clone(),
        (FormPlace::Whole, _) => return None,
    })
}

messages! {
    /// What is wrong at a place of a form.
    FormFaultSaid {
        UnknownNear { name: &'a str, near: &'a str } => format!("没有 {{{{{name}}}}} 这个名称；是不是 {{{{{near}}}}}？"), format!("no such name: {{{{{name}}}}}; did you mean {{{{{near}}}}}?");
        Unknown { name: &'a str } => format!("没有 {{{{{name}}}}} 这个名称：care help forms"), format!("no such name: {{{{{name}}}}}: care help forms");
        Open { text: &'a str } => format!("括号没有关上：{{{{{text}"), format!("braces left open: {{{{{text}");
        Closed { text: &'a str } => format!("括号没有开头：{text}}}}}"), format!("braces that were never opened: {text}}}}}");
        BlockOpen { name: &'a str } => format!("{{{{{name}}}}} 没有结束：在同一层写 {{{{/…}}}}，单独一段"), format!("{{{{{name}}}}} has no end: {{{{/…}}}} in a paragraph of its own beside it");
        BlockClosed { name: &'a str } => format!("{{{{{name}}}}} 前面没有对应的 {{{{#…}}}}，或不是单独一段"), format!("{{{{{name}}}}} has no {{{{#…}}}} before it, or does not stand alone");
        BlockNotAlone { name: &'a str } => format!("{{{{{name}}}}} 要单独写一段（表格里单独一行）"), format!("{{{{{name}}}}} must stand alone in its paragraph or row");
        BlockInSheet { name: &'a str } => format!("{{{{{name}}}}} 只用于 docx；表格里写了名称的那一行自己会重复"), format!("{{{{{name}}}}} is for docx; in a sheet the row with the names repeats");
        TwoRegisters => "一行里只能写一本登记的内容", "a row can hold the records of one register only";
        OutsideRow { name: &'a str } => format!("{{{{{name}}}}} 是一名儿童的，这张表是全体的：写进有 {{{{序号}}}} 的那一行"), format!("{{{{{name}}}}} is one child's and this form is of all: put it into the row with {{{{number}}}}");
        ChildInHeader { name: &'a str } => format!("{{{{{name}}}}} 在页眉页脚里，几名儿童合用一个：改用 --pack，每名一个文件"), format!("{{{{{name}}}}} stands in a header that all children share: use --pack for a file each");
        NotHere => "这里的 {{…}} 填不进去（批注、图形、域、表格的页眉页脚）：写到正文或单元格里", "the {{…}} here cannot be filled in (a comment, a drawing, a field, a sheet's page header): write it into the text or a cell";
        InFormula => "公式里的 {{…}} 填不进去：写到单元格里", "the {{…}} in a formula cannot be filled in: write it into a cell";
        CannotMove { what: &'a str } => format!("会重复的行处或下面有{what}，挪不动：删去或移到上面"), format!("at or below the row that repeats there is {what}: take it away or put it above");
        CannotCopy { what: &'a str } => format!("这张工作表里有{what}，不能每名儿童复制一张：用 --pack，每名一个文件"), format!("the sheet has {what} and cannot be copied for each child: use --pack for a file each");
    }
}

fn fault_text(fault: &FormFault, lang: Lang) -> String {
    let said = match fault {
        FormFault::Unknown { name, near: Some(near) } => FormFaultSaid::UnknownNear { name, near },
        FormFault::Unknown { name, near: None } => FormFaultSaid::Unknown { name },
        FormFault::Brace(LoneBrace::Open(text)) => FormFaultSaid::Open { text },
        FormFault::Brace(LoneBrace::Closed(text)) => FormFaultSaid::Closed { text },
        FormFault::BlockOpen { name } => FormFaultSaid::BlockOpen { name },
        FormFault::BlockClosed { name } => FormFaultSaid::BlockClosed { name },
        FormFault::BlockNotAlone { name } => FormFaultSaid::BlockNotAlone { name },
        FormFault::BlockInSheet { name } => FormFaultSaid::BlockInSheet { name },
        FormFault::TwoRegisters => FormFaultSaid::TwoRegisters,
        FormFault::OutsideRow { name } => FormFaultSaid::OutsideRow { name },
        FormFault::ChildInHeader { name } => FormFaultSaid::ChildInHeader { name },
        FormFault::NotHere => FormFaultSaid::NotHere,
        FormFault::InFormula => FormFaultSaid::InFormula,
        FormFault::CannotMove(what) => FormFaultSaid::CannotMove { what: unmovable(*what, lang) },
        FormFault::CannotCopy(what) => FormFaultSaid::CannotCopy { what: unmovable(*what, lang) },
        FormFault::File(own) => return words_in(of_file(*own), lang).to_owned(),
    };
    said.text(lang)
}

fn unmovable(what: Unmovable, lang: Lang) -> &'static str {
    let words = match what {
        Unmovable::Formula => ("公式", "a formula"),
        Unmovable::Drawing => ("图片或图形", "a picture or a drawing"),
        Unmovable::Chart => ("图表", "a chart"),
        Unmovable::Comment => ("批注", "a comment"),
        Unmovable::Table => ("“超级表”", "a table object"),
        Unmovable::Joint => ("跨几行的合并单元格", "cells joined over several rows"),
        Unmovable::Pivot => ("数据透视表", "a pivot table"),
        Unmovable::Other => ("别的对象", "another object"),
    };
    words_in(words, lang)
}

fn of_file(fault: FormFileFault) -> Words {
    match fault {
        FormFileFault::Empty => ("是空文件", "is an empty file"),
        FormFileFault::Broken => (
            "打不开：文件不完整，或不是 docx、xlsx",
            "cannot be opened: it breaks off, or is neither docx nor xlsx",
        ),
        FormFileFault::TooLarge => ("太大", "is too large"),
        FormFileFault::Swells => {
            ("解压后大得不正常，不打开", "would unpack to more than any form: it is not opened")
        }
        FormFileFault::Locked => {
            ("加了密码：另存一份不加密的", "is locked with a password: save a copy without one")
        }
        FormFileFault::Old => (
            "是旧格式（doc、xls、wps）：另存为 docx 或 xlsx",
            "is of an older format (doc, xls, wps): save it as docx or xlsx",
        ),
        FormFileFault::Macro => (
            "带宏或控件，不填：另存为不带宏的 docx 或 xlsx",
            "holds macros or controls and is not filled in: save it without them",
        ),
        FormFileFault::Remote => (
            "打开时会从别处取东西（远程模板、外链图片），不填：去掉后再存",
            "fetches something from elsewhere when it is opened (a template, a linked picture): take \
             that out",
        ),
        FormFileFault::Neither => {
            ("里面没有文档，也没有表格", "holds neither a document nor a workbook")
        }
        FormFileFault::Misnamed => (
            "后缀和内容不符：文档是 .docx，表格是 .xlsx",
            "is not what its ending says: documents are .docx, workbooks .xlsx",
        ),
        FormFileFault::NoName => (
            "里面没有写在 {{ }} 里的名称，没有可填的：care help forms",
            "has no names in {{ }}: there is nothing to fill in: care help forms",
        ),
    }
}
