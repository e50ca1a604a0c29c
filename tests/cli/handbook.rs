//! The handbook's tables: every fault that it names is what the program says, and every job has a
//! command, which `readme` types.

use crate::harness::{HEADER, Home, Ran, SETTINGS};
use crate::readme::{HANDBOOK, text_of};

/// The rows of the handbook's table under these headings, cell by cell.
fn rows(headings: &str) -> Vec<Vec<String>> {
    let text = text_of(HANDBOOK);
    let (_, table) = text.split_once(&format!("{headings}\n")).unwrap();
    let rows = table.lines().skip(1).take_while(|line| line.starts_with('|'));
    let cells = |row: &str| {
        let cells = row.trim_matches('|').split('|');
        cells.map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()
    };
    rows.map(cells).collect()
}

fn home() -> Home {
    Home::new().at("2024-11-18").child("C00001", "class = \"2021-2\"").child("C00002", "")
}

/// A home with something else wrong in one of its files.
fn with(file: &str, text: &str) -> Ran {
    home().with(file, text).run("check")
}

fn paired_home(pairing: &str, roles: &str) -> Home {
    let pair = "[[pair]]\nstaff = \"T00001\"\nrole = \"pair_teacher\"\nfrom = 2024-09-02\n";
    let spell = "[[spell]]\njoined = 2024-09-02\n";
    Home::new()
        .at("2024-11-18")
        .with("care.toml", &format!("{SETTINGS}\n[pairing]\n{pairing}\n"))
        .staff("T00001", roles)
        .staff("T00002", "{ role = \"head_teacher\", class = \"2021-2\", from = 2024-09-01 }")
        .child("C00001", &format!("class = \"2021-2\"\n{spell}{pair}"))
        .child("C00002", &format!("class = \"2021-2\"\n{spell}{pair}"))
}

fn paired(pairing: &str) -> Ran {
    paired_home(pairing, "{ role = \"pair_teacher\", from = 2024-09-01 }").run("check")
}

fn rule(line: &str) -> Ran {
    home()
        .rule(&format!("id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"\n{line}"))
        .run("check")
}

fn row_of_a_log(row: &str) -> Ran {
    home().log("talk", "2024-10", HEADER, row).run("check")
}

/// Rows of a register, each with these cells of its own columns.
fn rows_of(register: &str, columns: &str, child: &str, cells: &[&str]) -> Ran {
    let header = HEADER.replace("note", &format!("{columns},note"));
    let row = |(nth, cells): (usize, &&str)| {
        format!("E000000000{nth},2024-10-08,{child},,,{cells},,2024-10-08T10:00:00+08:00,,")
    };
    let rows: Vec<String> = cells.iter().enumerate().map(row).collect();
    home().log(register, "2024-10", &header, &rows.join("\n")).run("check")
}

/// Goods that came and went.
fn moved(cells: &[&str]) -> Ran {
    rows_of("asset", "move,name,quantity", "", cells)
}

/// A change of a file that waits in the journal while the file was changed by hand.
fn blocked() -> Ran {
    let step = r#"[{"step":"put","file":"rules.toml","before":"one","text":"two"}]"#;
    home().with("rules.toml", "# by hand\n").with(".care/journal", step).run("check")
}

/// A row as a spreadsheet program writes it.
const SAVED: &str = "E0000000001,2024/10/8,C00001,,,,2024-10-08T10:00:00+08:00,,";

/// Makes the fault that a row of the table tells of.
fn made(fault: &str) -> Ran {
    match fault {
        "这里不是留守儿童之家" => Home::empty().run("list"),
        "没有叫“…”的人" => home().run("show 张三丰"),
        "“…”可以指好几个" => home().run("show C0000"),
        "还没有到，不能记录将来的事" => {
            home().run("log-talk C00001 --date 2024-12-24")
        }
        "时 … 不在册" => home().run("log-talk C00001 --date 2024-08-20"),
        "“…”不像班级" => home().run("add-child 王小雨 --class 学前班"),
        "文字没有加引号" => rule("note = “每月一次”"),
        "没有名为“…”的项目" => rule("evry = \"week\""),
        "没有编号“…”的儿童" => {
            row_of_a_log("E0000000001,2024-10-08,李小明,,,,2024-10-08T10:00:00+08:00,,")
        }
        "没有“…”这一天" => with("calendar.toml", "[[workday]]\ndate = 2024-09-31\n"),
        "这里看不懂" => with("calendar.toml", "[[workday]]\ndate = 2024-9-2\n"),
        "不是 UTF-8 编码" => {
            home().with_bytes("rules.toml", b"# \xb9\xe6\xb6\xa8").run("check")
        }
        "像是被 Excel 或 WPS 打开并另存过" => row_of_a_log(SAVED),
        "表头有 … 列，这一行有 … 格" => {
            row_of_a_log("E0000000001,2024-10-08,C00001,")
        }
        "校历到 … 为止" => home().at("2026-10-08").run("check"),
        "名字很像之家自己的文件或文件夹" => with("staff (1).toml", ""),
        "一次改动还没写完，这个文件又被人改了" => blocked(),
        "时钟不对" => with(".care/clock", "2026-03-02T09:30:00+08:00\n"),
        "每名儿童要有一位…，这名儿童没有" => {
            paired("exactly_one = [\"proxy_parent\"]")
        }
        "要求一对一，这个人结着 … 名儿童" => {
            paired("one_to_one = [\"pair_teacher\"]")
        }
        "最多结 … 名儿童，这个人结着 … 名" => {
            paired("load = { pair_teacher = 1 }")
        }
        "由班主任担任，这里是 …" => paired("follows_class = [\"pair_teacher\"]"),
        "已不担任…，还与儿童结着对" => {
            let over = "{ role = \"pair_teacher\", from = 2024-09-01, until = 2024-10-31 }";
            paired_home("", over).run("check")
        }
        "到这一天，出的比进的多 …" => moved(&["out,绳子,3"]),
        "盘点是 …，账面应有 …" => moved(&["in,绳子,3", "stocktake,绳子,2"]),
        "这本书还没有还" => rows_of("book_loan", "title", "C00001", &["西游记"; 2]),
        "得分 … 不在 0 到满分 … 之间" => {
            rows_of("assessment", "score,max", "", &["25,20"])
        }
        "各项满分加起来是 …，总分写的是 …" => with(
            "sheets/own.toml",
            "name = \"考核\"\nwhy = \"《办法》\"\nof = \"class\"\ntotal = 90\n\
             [[item]]\nid = \"files\"\nname = \"档案\"\nmax = 100\n",
        ),
        "连续缺勤 … 个上课日，没有家访、电话或劝返的记录" => {
            rows_of("absence", "from,until", "C00001", &["2024-10-14,2024-10-18"])
        }
        "起劝返，还没有返校，也没有了结" => {
            rows_of("persuade", "way", "C00001", &["phone"])
        }
        "写的 … 已经过了，还没有下文" => {
            rows_of("document", "title,valid_until", "", &["协议,2024-11-01"])
        }
        "这个月排了班的时段，有 … 个没有值日记录" => {
            rows_of("rota", "session", "", &["noon"])
        }
        "领导小组里没有人分管…" => {
            let head = "{ role = \"principal\", from = 2024-09-01, rank = \"head\" }";
            home().staff("T00001", head).run("check")
        }
        "那一天 … 没有担任任何角色" => {
            let over = "{ role = \"home_keeper\", from = 2024-09-01, until = 2024-09-30 }";
            let row = "E0000000001,2024-10-08,C00001,T00001,,,2024-10-08T10:00:00+08:00,,";
            home().staff("T00001", over).log("talk", "2024-10", HEADER, row).run("check")
        }
        other => panic!("nobody makes the fault \"{other}\""),
    }
}

#[test]
fn every_fault_that_the_handbook_names_is_said_so_by_the_program() {
    let rows = rows("| 屏幕上说 | 多半是 | 怎么办 |");
    assert!(rows.len() > 20, "{rows:?}");
    let mut wrong: Vec<String> = Vec::new();
    for row in rows {
        let ran = made(&row[0]);
        let said = format!("{}{}", ran.out, ran.err);
        let mut rest = Some(said.as_str());
        for part in row[0].split('…').map(str::trim) {
            rest = rest.and_then(|own| Some(&own[own.find(part)? + part.len()..]));
        }
        if rest.is_none() {
            wrong.push(format!("{}:\n{said}", row[0]));
        }
        assert_eq!(row.len(), 3, "{row:?}");
        assert!(row.iter().all(|cell| !cell.is_empty()), "{row:?}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_job_of_the_handbooks_calendar_has_its_command() {
    let rows = rows("| 什么时候 | 做什么 | 命令 |");
    assert!(rows.iter().filter(|row| row[0] == "每天").count() >= 5, "{rows:?}");
    for row in rows.iter().filter(|row| !row[1].contains("平安信")) {
        assert!(row[2].starts_with("`care ") && row[2].ends_with('`'), "{row:?}");
    }
}

#[test]
fn of_children_and_staff_the_handbook_shows_no_file() {
    let text = text_of(HANDBOOK);
    for part in ["[[spell]]", "[[pair]]", "[[pause]]", "[[staff]]", "[carer]", "joined =", "left ="]
    {
        assert!(!text.contains(part), "{part}");
    }
}
