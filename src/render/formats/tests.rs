//! One screen, as each format draws it.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Format, xlsx};
use crate::render::cell::Cell;
use crate::render::feed::{Feed, FeedDay};
use crate::render::screen::Screen;
use crate::render::sheet::{Group, Readers, Sheet, SheetColumn};
use crate::render::workbook::{WorksheetCell, WorksheetRow};

struct Visit {
    child: &'static str,
    class: Option<&'static str>,
    day: Option<NaiveDate>,
    times: i64,
    note: &'static str,
}

const DAY: NaiveDate = NaiveDate::from_ymd_opt(2024, 12, 20).unwrap();

const VISITS: [Visit; 3] = [
    Visit { child: "李小梅", class: Some("2022-1"), day: Some(DAY), times: 2, note: "=1+1" },
    Visit { child: "欧阳晨", class: None, day: None, times: 10, note: "a|b, c" },
    Visit { child: "王芳", class: Some("2022-1"), day: None, times: 0, note: "\u{202e}" },
];

const WHOLE: Visit = Visit { child: "合计", class: None, day: None, times: 12, note: "" };

fn columns() -> [SheetColumn<'static, Visit>; 6] {
    [
        SheetColumn::new("class", "班级", |visit: &Visit| {
            Cell::text(visit.class).said(visit.class.map_or("-", |_| "三（1）班"))
        }),
        SheetColumn::new("name", "姓名", |visit: &Visit| visit.child),
        SheetColumn::for_people("日期", |visit: &Visit| Cell::date(visit.day)),
        SheetColumn::new("times", "次数", |visit: &Visit| visit.times),
        SheetColumn::for_people("备注", |visit: &Visit| visit.note),
        SheetColumn::for_programs("days", |visit: &Visit| {
            visit.day.iter().map(NaiveDate::to_string).collect::<Vec<_>>()
        }),
    ]
}

fn screen() -> Screen {
    let visits = VISITS.iter().map(|visit| (Readers::All, visit));
    let sheet = Sheet::read_by(&columns(), visits.chain([(Readers::People, &WHOLE)]));
    let day = FeedDay { date: DAY, id: "visit".to_owned(), title: "家访, 李小梅".to_owned() };
    Screen {
        title: Some("家访".to_owned()),
        figures: Vec::new(),
        sheets: vec![sheet.numbered("序号".to_owned())],
        picked: None,
        width: None,
        footer: Some("完".to_owned()),
        keys: &["name", "days"],
        feed: Some(Feed {
            name: "家访".to_owned(),
            stamp: DateTime::<Utc>::UNIX_EPOCH,
            days: vec![day],
        }),
        hidden: 0,
        paper: None,
    }
}

fn drawn(screen: &Screen, format: Format) -> String {
    String::from_utf8(format.draw(screen)).unwrap()
}

const CALENDAR: &str = concat!(
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
    "PRODID:-//care//",
    env!("CARGO_PKG_VERSION"),
    "//EN\r\n",
    "NAME:家访\r\nX-WR-CALNAME:家访\r\n",
    "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n",
    "BEGIN:VEVENT\r\nUID:visit@care\r\nDTSTAMP:19700101T000000Z\r\n",
    "DTSTART;VALUE=DATE:20241220\r\nDTEND;VALUE=DATE:20241221\r\n",
    "SUMMARY:家访\\, 李小梅\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n",
    "END:VCALENDAR\r\n",
);

/// What each format makes of the screen.
fn expected(format: Format) -> String {
    match format {
        Format::Table => "\
家访

序号  班级       姓名    日期        次数  备注
----  ---------  ------  ----------  ----  ------
   1  三（1）班  李小梅  2024-12-20     2  =1+1
   2  -          欧阳晨                10  a|b, c
   3  三（1）班  王芳                   0  \\u{202e}
   4  -          合计                  12

完
"
        .to_owned(),
        Format::Markdown => "\
家访

| 序号 | 班级      | 姓名   | 日期       | 次数 | 备注    |
|------|-----------|--------|------------|------|---------|
|    1 | 三（1）班 | 李小梅 | 2024-12-20 |    2 | =1+1    |
|    2 | -         | 欧阳晨 |            |   10 | a\\|b, c |
|    3 | 三（1）班 | 王芳   |            |    0 | \\u{202e}        |
|    4 | -         | 合计   |            |   12 |         |

完
"
        .to_owned(),
        Format::Plain => [
            "1\t三（1）班\t李小梅\t2024-12-20\t2\t=1+1\n",
            "2\t-\t欧阳晨\t\t10\ta|b, c\n",
            "3\t三（1）班\t王芳\t\t0\t\\u{202e}\n",
            "4\t-\t合计\t\t12\t\n",
        ]
        .concat(),
        Format::Sheet => [
            "序号,班级,姓名,日期,次数,备注\r\n",
            "1,三（1）班,李小梅,2024-12-20,2,'=1+1\r\n",
            "2,-,欧阳晨,,10,\"a|b, c\"\r\n",
            "3,三（1）班,王芳,,0,\u{202e}\r\n",
            "4,-,合计,,12,\r\n",
        ]
        .concat(),
        Format::Csv => [
            "name,days,class,times\n",
            "李小梅,2024-12-20,2022-1,2\n",
            "欧阳晨,,,10\n",
            "王芳,,2022-1,0\n",
        ]
        .concat(),
        Format::Tsv => expected(Format::Csv).replace(',', "\t"),
        Format::Json => {
            let lines = expected(Format::Jsonl);
            let objects: Vec<String> = lines.lines().map(|line| format!("  {line}")).collect();
            format!("[\n{}\n]\n", objects.join(",\n"))
        }
        Format::Jsonl => [
            r#"{"name":"李小梅","days":["2024-12-20"],"class":"2022-1","times":2}"#,
            "\n",
            r#"{"name":"欧阳晨","days":[],"class":null,"times":10}"#,
            "\n",
            "{\"name\":\"王芳\",\"days\":[],\"class\":\"2022-1\",\"times\":0}\n",
        ]
        .concat(),
        Format::Ics => CALENDAR.to_owned(),
        Format::Xlsx | Format::Docx | Format::Html => {
            unreachable!("what is drawn for paper has tests of its own")
        }
    }
}

#[test]
fn every_format_draws_the_same_screen() {
    for format in Format::ALL.iter().filter(|format| !format.is_on_paper()) {
        assert_eq!(drawn(&screen(), *format), expected(*format), "{format:?}");
    }
}

#[test]
fn a_workbook_holds_what_people_see_and_numbers_as_numbers() {
    let sheets = xlsx::worksheets(&screen());
    let [sheet] = &sheets[..] else { panic!("one table, one sheet") };
    let headings: Vec<&str> = sheet.columns.iter().map(|own| own.heading.as_str()).collect();
    assert_eq!(headings, ["序号", "班级", "姓名", "日期", "次数", "备注"]);
    assert_eq!((sheet.name.as_str(), sheet.title.as_deref()), ("家访", Some("家访")));
    assert_eq!(sheet.below, ["完"]);
    let WorksheetRow::Cells(cells) = &sheet.rows[0] else { panic!("a row") };
    let day = || WorksheetCell::from("2024-12-20");
    let text = |text: &str| WorksheetCell::from(text);
    let number = WorksheetCell::Number;
    let first = [number(1), text("三（1）班"), text("李小梅"), day(), number(2), text("=1+1")];
    assert_eq!(*cells, first);
}

#[test]
fn groups_stand_on_one_sheet_and_tables_with_other_columns_on_another() {
    let group = |heading: &str| Group { heading: heading.to_owned(), rows: vec![0] };
    let grouped = Sheet::of(&columns()[1..2], &VISITS).grouped(vec![group("甲"), group("乙")]);
    let other = Sheet::of(&columns()[2..3], &VISITS).headed("日子".to_owned());
    let screen = Screen { sheets: vec![grouped, other], ..Screen::default() };
    let sheets = xlsx::worksheets(&screen);
    let names: Vec<&str> = sheets.iter().map(|own| own.name.as_str()).collect();
    assert_eq!((names, sheets[0].rows.len()), (vec!["甲", "日子"], 4));
    let empty = xlsx::worksheets(&Screen::default());
    assert_eq!(empty.len(), 1, "a workbook has a sheet");
}

#[test]
fn every_word_of_format_and_every_name_of_a_file_means_one_format() {
    for format in Format::ALL {
        assert!(format.word().is_none_or(|word| Format::named(word) == Some(*format)));
        let path = format.extension().map(|end| format!("LIST.{}", end.to_uppercase()));
        assert!(path.is_none_or(|path| Format::of_file(path.as_ref()) == Some(*format)));
    }
    assert_eq!(Format::of_file("list".as_ref()), None);
}

#[test]
fn a_csv_file_begins_with_the_mark_that_spreadsheets_look_for_and_a_json_file_does_not() {
    assert_eq!(Format::Csv.as_file(b"a"), "\u{feff}a".as_bytes());
    assert_eq!(Format::Json.as_file(b"a"), b"a");
}

#[test]
fn groups_are_numbered_anew_and_programs_read_the_rows_in_their_own_order() {
    let group =
        |heading: &str, rows: &[usize]| Group { heading: heading.to_owned(), rows: rows.to_vec() };
    let groups = vec![group("甲", &[1]), group("乙", &[0, 2])];
    let sheet = Sheet::of(&columns()[1..2], &VISITS).grouped(groups).numbered("序号".to_owned());
    let mut screen = Screen { sheets: vec![sheet], ..Screen::default() };
    assert_eq!(drawn(&screen, Format::Plain), "1\t欧阳晨\n1\t李小梅\n2\t王芳\n");
    screen.hidden = 2;
    assert_eq!(drawn(&screen, Format::Plain), "1\t欧阳晨\n");
    assert_eq!(drawn(&screen, Format::Jsonl), "{\"name\":\"李小梅\"}\n");
}

#[test]
fn sheets_that_lack_a_key_leave_it_blank_and_those_without_any_are_for_people_alone() {
    let all = columns();
    let sheets = vec![
        Sheet::of(&all[..1], &VISITS[..1]),
        Sheet::of(&all[1..2], &VISITS[1..2]),
        Sheet::of(&all[2..3], &VISITS[2..]).headed("日子".to_owned()),
    ];
    let screen = Screen { sheets, ..Screen::default() };
    assert_eq!(drawn(&screen, Format::Csv), "class,name\n2022-1,\n,欧阳晨\n");
    assert_eq!(drawn(&screen, Format::Sheet).matches("\r\n").count(), 8);
    let rows = Sheet::of(&all[5..], &VISITS);
    let screen = Screen { sheets: vec![rows], ..Screen::default() };
    assert_eq!(drawn(&screen, Format::Sheet), "");
}
