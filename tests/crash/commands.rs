//! The homes, and the commands that write to them in every way there is.

use std::rc::Rc;

use crate::runs::{HOME, ran};
use crate::state::{Content, State};
use crate::unsettled::Unsettled;

/// A command, the home it is given on, and what may be given after a crash in it.
pub struct Scene {
    pub start: State,
    pub line: String,
    /// The first of these finishes what a crash left, and changes nothing on a whole home.
    pub next: Vec<String>,
    /// Do readers see the same before and after what was left is finished?
    pub is_readable: bool,
    /// Does it stand for the others when time is short?
    pub is_telling: bool,
    /// The ids of the rows that were acknowledged before.
    pub ids: Vec<String>,
}

/// What the next writer does.
pub const NEXT: &str = "log-talk 王小红 --date 2024-11-01 --note next";

/// Finishes what a crash left, and sets a torn tail aside.
pub const MEND: &str = "check --fix";

/// A machine that writes logs of its own; on this disk nothing has a mark.
const OFFICE: &[u8] = br#"{"name":"office","file":null,"machine":[]}"#;

/// A home with two children and some rows, all acknowledged; and the ids of the rows.
pub fn home() -> (State, Vec<String>) {
    let mut disk = Unsettled::default();
    let mut ids = Vec::new();
    for (number, line) in [
        "init --preset guzhuang",
        "add-staff 刘敏 --role head_teacher:2021-2 --from 2024-09-01",
        "add-child 李小明 --class 2021-2 --joined 2024-09-02",
        "add-child 王小红 --class 2021-2 --joined 2024-09-02",
        "log-talk 李小明 --date 2024-10-15",
        "log-talk 王小红 --date 2024-10-16",
        "log-visit 李小明 --date 2024-11-05",
    ]
    .into_iter()
    .enumerate()
    {
        let ran = ran(&disk, line, number);
        assert_eq!(ran.said.code, 0, "{line}: {}", ran.said.err);
        disk = Unsettled::firm(ran.end(&disk).seen().numbered());
        ids.extend(ran.ids.into_iter().filter(|id| id.starts_with('E')));
    }
    (disk.seen(), ids)
}

/// The commands that write a record, on the home of `home`.
pub fn commands(ids: &[String]) -> Vec<String> {
    vec![
        "add-child 张三 --class 2021-2 --joined 2024-09-02".to_owned(),
        "add-staff 陈刚 --role principal".to_owned(),
        // A log that is there, a new one, and one in a new folder.
        "log-talk 李小明 --date 2024-10-20".to_owned(),
        "log-talk 李小明 --date 2024-11-06".to_owned(),
        "log-call 李小明 --date 2024-11-06".to_owned(),
        "log-talk 李小明 --date 2024-10-20 --op-id again".to_owned(),
        format!("log-talk 李小明 --date 2024-10-20 --note {}", "说了很久".repeat(50)),
        format!("amend {} --set note=改", ids[0]),
        format!("amend {} --set date=2024-11-02", ids[0]),
        format!("amend {} --set date=2024-10-30", ids[2]),
        format!("amend {} --set date=2024-11-02 --op-id moved", ids[0]),
        format!("void {} --why 记错", ids[1]),
        // One file; two of them and a log.
        "edit-staff 刘敏 --set 电话=13900139000".to_owned(),
        "pair 李小明 刘敏 --role 结对教师 --from 2024-09-02".to_owned(),
        "pair 李小明 刘敏 --role 结对教师 --from 2024-09-02 --op-id paired".to_owned(),
        "appoint 刘敏 --role 代理家长 --from 2024-10-01".to_owned(),
        "dismiss 刘敏 --role 班主任 --date 2024-10-31".to_owned(),
        // A child's file in its own place and a new log; two changes of one file; a file that goes.
        "edit-child 李小明 --set risk=high --set carer.phone=13900139000".to_owned(),
        "leave 李小明 --date 2024-11-01 --reason 转学 -y".to_owned(),
        "merge-children 王小红 李小明 --take name=keep".to_owned(),
        "handover --class 2021-2 --to 刘敏 --files 档案2份 -y".to_owned(),
    ]
}

/// Every scene.
pub fn scenes() -> Vec<Scene> {
    let (home, ids) = home();
    let scene = |start: &State, line: &str| Scene {
        start: start.clone(),
        line: line.to_owned(),
        next: vec![MEND.to_owned(), NEXT.to_owned(), line.to_owned()],
        is_readable: true,
        // A log in a new folder; rows in two logs and a named operation, all new files.
        is_telling: line.starts_with("log-call") || line.ends_with("moved"),
        ids: ids.clone(),
    };
    let init = "init --preset guzhuang";
    let mut scenes = vec![Scene {
        next: vec![init.to_owned()],
        is_readable: false,
        is_telling: true,
        ids: Vec::new(),
        ..scene(&State::default(), init)
    }];
    scenes.extend(commands(&ids).iter().map(|line| scene(&home, line)));
    // Who opens a year that is open already reads, and finishes nothing.
    let next = vec![MEND.to_owned(), NEXT.to_owned()];
    scenes.push(Scene { next, ..scene(&home, "new-year --year 2025-2026 -y") });
    // An operation after another, and a machine that writes logs of its own.
    let named = "log-visit 李小明 --date 2024-11-06 --op-id second";
    let operated = after(&home, "log-visit 王小红 --date 2024-11-06 --op-id first");
    scenes.push(scene(&operated, named));
    let office = with_file(&home, ".care/writer", |_| OFFICE.to_vec());
    scenes.push(scene(&office, "log-talk 李小明 --date 2024-10-20"));
    let torn =
        with_file(&home, "log/talk/2024-10.csv", |bytes| [bytes, b"E00torn".as_slice()].concat());
    scenes.push(Scene { next: vec![MEND.to_owned()], ..scene(&torn, MEND) });
    scenes
}

fn after(home: &State, line: &str) -> State {
    let start = Unsettled::firm(home.clone());
    let ran = ran(&start, line, 50);
    assert_eq!(ran.said.code, 0, "{line}: {}", ran.said.err);
    ran.end(&start).seen().numbered()
}

fn with_file(home: &State, name: &str, edit: impl FnOnce(&[u8]) -> Vec<u8>) -> State {
    let mut state = home.clone();
    let path = std::path::Path::new(HOME).join(name);
    let file = *state.names.entry(path).or_insert(state.bytes.len());
    let bytes: &mut Content = state.file(file);
    *bytes = Rc::new(edit(bytes));
    state
}
