//! Screens as documents.

use super::document;
use crate::render::document::{
    DocumentBlock, DocumentCellKind, DocumentPage, DocumentTable, ParagraphStyle,
};
use crate::render::layout::{Chart, FormsPerPage, RowForm, RowFormLine};
use crate::render::screen::Screen;
use crate::render::sheet::{Group, Prose, Sheet, SheetColumn};

type HomeVisit = (&'static str, &'static str, i64);

const VISITS: [HomeVisit; 3] =
    [("李小梅", "三（1）班", 2), ("欧阳晨", "三（2）班", 10), ("王芳", "三（1）班", 0)];

fn columns() -> [SheetColumn<'static, HomeVisit>; 3] {
    [
        SheetColumn::new("name", "姓名", |own: &HomeVisit| own.0),
        SheetColumn::new("class", "班级", |own: &HomeVisit| own.1),
        SheetColumn::new("times", "次数", |own: &HomeVisit| own.2),
    ]
}

/// A sheet with more columns than an upright page has room for.
fn wide() -> Sheet {
    let column =
        |at: usize| SheetColumn::new(format!("n{at}"), format!("{at}"), |own: &HomeVisit| own.2);
    Sheet::of(&(0..12).map(column).collect::<Vec<_>>(), &VISITS)
}

fn screen(sheets: Vec<Sheet>) -> Screen {
    Screen {
        title: Some("家访    到今天\n\n要先知道的".to_owned()), sheets, ..Screen::default()
    }
}

/// What stands on the pages, a line for each paragraph and each row of a table.
fn told(screen: &Screen) -> Vec<(DocumentPage, Vec<String>)> {
    let row = |table: &DocumentTable| {
        let cells = table.rows.iter().map(|row| &row.cells);
        let texts = cells.map(|own| own.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>());
        texts.map(|own| own.join("|")).collect()
    };
    let lines = |block: &DocumentBlock| match block {
        DocumentBlock::Paragraph(style, text) => vec![format!("{style:?}: {text}")],
        DocumentBlock::Table(table) => row(table),
        DocumentBlock::NewPage => vec!["NewPage".to_owned()],
    };
    let sections = document(screen).sections;
    sections.iter().map(|own| (own.page, own.blocks.iter().flat_map(lines).collect())).collect()
}

fn tables(screen: &Screen) -> Vec<DocumentTable> {
    let blocks = document(screen).sections.into_iter().flat_map(|own| own.blocks);
    let table = |block| match block {
        DocumentBlock::Table(table) => Some(table),
        _ => None,
    };
    blocks.filter_map(table).collect()
}

#[test]
fn a_text_stands_under_its_heading_above_its_tables_and_what_is_to_be_written_is_marked() {
    let said = |text: &str| Prose::Said(text.to_owned());
    let text = Sheet::told(vec![
        said("第一段"),
        said("第二段\n第三段"),
        Prose::Heading("其中".to_owned()),
        Prose::ToWrite("（请写明困难）".to_owned()),
    ]);
    let table = Sheet::of(&columns(), &VISITS[..1]).headed("表1    家访".to_owned()).below();
    let screen = screen(vec![text.headed("一、基本情况".to_owned()), table]);
    let expected = [
        "Title: 家访",
        "Subtitle: 到今天",
        "Note: 要先知道的",
        "Heading1: 一、基本情况",
        "Body: 第一段",
        "Body: 第二段",
        "Body: 第三段",
        "Heading3: 其中",
        "ToWrite: （请写明困难）",
        "Heading2: 表1",
        "Note: 家访",
        "姓名|班级|次数",
        "李小梅|三（1）班|2",
    ];
    assert_eq!(told(&screen), [(DocumentPage::Upright, expected.map(str::to_owned).to_vec())]);
}

#[test]
fn in_a_text_a_wide_table_alone_lies_across_and_a_list_lies_one_way() {
    let pages = |sheets| {
        let told = told(&screen(sheets));
        told.into_iter().map(|(page, _)| page).collect::<Vec<_>>()
    };
    let narrow = || Sheet::of(&columns(), &VISITS);
    let text = || Sheet::told(vec![Prose::Said("正文".to_owned())]);
    let (upright, across) = (DocumentPage::Upright, DocumentPage::Across);
    assert_eq!(pages(vec![narrow()]), [upright]);
    assert_eq!(pages(vec![narrow(), wide()]), [across]);
    assert_eq!(pages(vec![text(), wide(), narrow()]), [upright, across, upright]);
    assert_eq!(pages(vec![text(), narrow()]), [upright]);
}

#[test]
fn groups_have_columns_of_the_same_width_and_every_table_is_as_wide_as_its_page() {
    let group = |heading: &str, row| Group { heading: heading.to_owned(), rows: vec![row] };
    let groups = vec![group("甲", 0), group("乙", 1)];
    let grouped = screen(vec![Sheet::of(&columns(), &VISITS).grouped(groups)]);
    let [one, other] = &tables(&grouped)[..] else { panic!("two tables") };
    assert_eq!(one.columns, other.columns);
    for sheets in [vec![Sheet::of(&columns(), &VISITS)], vec![wide()]] {
        let screen = screen(sheets);
        let (page, _) = told(&screen)[0];
        assert_eq!(tables(&screen)[0].columns.iter().sum::<usize>(), page.room().0);
    }
}

#[test]
fn numbers_stand_at_the_right_and_the_headings_stand_again_on_each_page() {
    let table = &tables(&screen(vec![Sheet::of(&columns(), &VISITS)]))[0];
    let kinds = |at: usize| table.rows[at].cells.iter().map(|own| own.kind).collect::<Vec<_>>();
    assert_eq!(kinds(0), [DocumentCellKind::Heading; 3]);
    let row = [DocumentCellKind::Text, DocumentCellKind::Text, DocumentCellKind::Number];
    assert_eq!(kinds(1), row);
    let heads: Vec<bool> = table.rows.iter().map(|own| own.is_head).collect();
    assert_eq!(heads, [true, false, false, false]);
}

#[test]
fn a_table_without_a_row_is_there_only_when_there_is_nothing_else() {
    let none = || Sheet::of(&columns(), &[]);
    assert_eq!(tables(&screen(vec![none()])).len(), 1);
    assert_eq!(tables(&screen(vec![none(), Sheet::of(&columns(), &VISITS)])).len(), 1);
    let told = Sheet { prose: vec![Prose::Said("无".to_owned())], ..none() };
    assert_eq!(tables(&screen(vec![told])).len(), 0);
}

#[test]
fn a_chart_is_its_table_with_the_marks_of_a_terminal() {
    let word = |word: &str| word.to_owned();
    let chart = Chart::Bars { label: word("name"), part: word("times"), whole: word("times") };
    let table = &tables(&screen(vec![Sheet::of(&columns(), &VISITS).charted(chart)]))[0];
    let last = table.rows[1].cells.last().unwrap();
    assert_eq!((last.text.as_str(), last.kind), ("####################", DocumentCellKind::Marks));
}

fn forms(per_page: FormsPerPage) -> Screen {
    let form = RowForm {
        heading: "家访表".to_owned(),
        per_page,
        lines: vec![RowFormLine::of(["name", "class"]), RowFormLine::text("times", 3)],
        below: vec!["签字：".to_owned()],
    };
    screen(vec![Sheet::of(&columns(), &VISITS).on_forms(form)])
}

#[test]
fn a_form_stands_on_its_page_alone_under_its_heading_and_nothing_stands_around_it() {
    let form = |name: &str, class: &str, times: &str| {
        [
            "FormHeading: 家访表".to_owned(),
            format!("姓名|{name}|班级|{class}"),
            format!("次数|{times}"),
            "签字：".to_owned(),
        ]
    };
    let [one, two, three] = VISITS.map(|own| form(own.0, own.1, &own.2.to_string()));
    let page = || vec!["NewPage".to_owned()];
    let expected = [one.to_vec(), page(), two.to_vec(), page(), three.to_vec()].concat();
    assert_eq!(told(&forms(FormsPerPage::One)), [(DocumentPage::Form, expected)]);
    let table = &tables(&forms(FormsPerPage::One))[0];
    let kinds: Vec<_> = table.rows[1].cells.iter().map(|own| own.kind).collect();
    assert_eq!(kinds, [DocumentCellKind::Heading, DocumentCellKind::Passage]);
    assert_eq!(table.rows[1].height, 3 * table.rows[0].height, "there is room to write");
}

#[test]
fn four_forms_stand_on_a_page_two_by_two_and_fit_on_it() {
    let all = tables(&forms(FormsPerPage::Four));
    let [table] = &all[..] else { panic!("three forms, one page") };
    let texts = |at: usize| {
        table.rows[at].cells.iter().map(|own| own.text.as_str()).collect::<Vec<_>>().join("|")
    };
    assert_eq!(texts(0), "家访表||家访表");
    assert_eq!(texts(1), "姓名|李小梅|班级|三（1）班||姓名|欧阳晨|班级|三（2）班");
    assert_eq!(texts(4), "", "between the forms");
    assert_eq!(texts(6), "姓名|王芳|班级|三（1）班|", "the place of the fourth is left open");
    let high: usize = table.rows.iter().map(|own| own.height).sum();
    assert!(high < DocumentPage::Form.room().1, "{high}");
    for row in &table.rows {
        let spans: usize = row.cells.iter().map(|own| own.span).sum();
        assert_eq!(spans, table.columns.len(), "each row has all columns");
    }
}

#[test]
fn where_there_is_no_form_to_fill_in_the_title_says_so() {
    let form = RowForm { lines: vec![RowFormLine::of(["name"])], ..RowForm::default() };
    let screen = screen(vec![Sheet::of(&columns(), &[]).on_forms(form)]);
    let [(page, lines)] = &told(&screen)[..] else { panic!("one section") };
    assert_eq!((*page, lines[0].as_str()), (DocumentPage::Upright, "Title: 家访"));
    let style = format!("{:?}", ParagraphStyle::FormHeading);
    assert!(!lines.iter().any(|line| line.starts_with(&style)), "{lines:?}");
}
