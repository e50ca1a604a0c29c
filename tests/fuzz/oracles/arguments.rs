//! Whatever the words of a call are, it ends with a documented exit code, the same in both
//! languages; what is refused changes nothing.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::file::{fit_for_a_terminal, held};
use crate::home::{Desk, records};

/// Words that calls are made of; each stands on a line of its own.
pub const WORDS: &[&str] = &[
    "overdue",
    "due",
    "why",
    "check",
    "list",
    "show",
    "rules",
    "calendar",
    "obligations",
    "mail",
    "--resend",
    "--transport",
    "amend",
    "void",
    "add-child",
    "add-staff",
    "log-talk",
    "log-visit",
    "log-nothing",
    "records",
    "find",
    "edit-child",
    "transfer",
    "leave",
    "rejoin",
    "pause",
    "resume",
    "exempt",
    "pair",
    "unpair",
    "buddy",
    "settings",
    "card",
    "merge-children",
    "edit-staff",
    "appoint",
    "dismiss",
    "undo",
    "redo",
    "history",
    "--reason",
    "--against",
    "--suggest",
    "--adopt",
    "national",
    "help",
    "man",
    "completions",
    "bash",
    "家访",
    "谈心",
    "李小明",
    "欸诒",
    "欸",
    "誒々",
    "李〇",
    "〇",
    "々",
    "𠮷野",
    "𠮷",
    "王㐀䶵",
    "㐀",
    "张𠀀𪛖",
    "𪛖",
    "陈𪜀𫜴",
    "刘𫝀𫠝",
    "杨𫠠𬺡",
    "赵𬺰𮯠",
    "黄𰀀𱍊",
    "周𱍐𲎯",
    "吴\u{f900}﨎",
    "\u{f900}",
    "徐⺀⼀",
    "⺀",
    "ei",
    "jy",
    "ê",
    "lxm",
    "王",
    "C7K3FQ",
    "C",
    "ET10AAAAAA1",
    "ET10",
    "2021-2",
    "三（2）班",
    "--class",
    "--date",
    "--staff",
    "--note",
    "--outcome",
    "--set",
    "--why",
    "--today",
    "--lang",
    "--format",
    "--days",
    "--rule",
    "--level",
    "--group-by",
    "--known-at",
    "--exit-code",
    "--where",
    "--count-by",
    "--strict",
    "--fix",
    "--all",
    "--role",
    "--joined",
    "--except",
    "--like-last",
    "--force",
    "--wait",
    "--op-id",
    "-C",
    "-o",
    "-q",
    "-n",
    "-y",
    "--no-input",
    "--help",
    "-h",
    "-V",
    "--",
    "-",
    "zh-CN",
    "en",
    "json",
    "jsonl",
    "csv",
    "tsv",
    "plain",
    "markdown",
    "xlsx",
    "docx",
    "html",
    "昨天",
    "上周三",
    "last wed",
    "9.20",
    "9月20日",
    "note=改",
    "date=2024-11-02",
    "talk",
    "exit-codes",
    "dates",
    "\n",
    "care.toml",
    "children/C7K3FQ.toml",
];

/// Tries a call; its words stand on lines.
pub fn hold(desk: &Desk, input: &[u8], turn: usize) -> Result<u64, String> {
    let words = words(input);
    let disk = desk.with(".care/writer", b"");
    let ran = desk.run(&disk, words.clone(), "zh_CN.UTF-8");
    let mails = words.iter().any(|word| word.trim() == "mail");
    let documented = [0, 1, 2, 3, 4, 6, 7].contains(&ran.code) || mails && ran.code == 5;
    held(documented, || format!("{words:?} returned {}", ran.code))?;
    if ran.code == 2 {
        let same = records(&disk.files()) == records(&desk.files);
        held(same, || format!("{words:?} was refused and wrote"))?;
        held(!ran.err.is_empty(), || format!("{words:?} was refused without a word"))?;
    }
    let may_write = |word: &String| {
        let begins = ["log-", "add-", "amend", "void", "init", "--fix"];
        !word.is_ascii() || begins.iter().any(|begin| word.starts_with(begin))
    };
    if !words.iter().any(may_write) {
        let files = disk.files();
        let is_same = |(path, bytes)| files.get(path) == Some(bytes);
        held(records(&desk.files).iter().all(is_same), || format!("{words:?} changed a record"))?;
    }
    fit_for_a_terminal(&ran.err)?;
    let is_separated = |word: &String| word.contains("csv") || word.contains("tsv");
    if !words.iter().any(is_separated) {
        fit_for_a_terminal(&ran.out)?;
    }
    if turn.is_multiple_of(4) {
        let disk = desk.with(".care/writer", b"");
        let english = desk.run(&disk, words.clone(), "en_GB.UTF-8");
        let same = english.code == ran.code;
        held(same, || format!("{words:?}: {} or {} by language", ran.code, english.code))?;
        fit_for_a_terminal(&english.err)?;
    }
    if turn.is_multiple_of(32) {
        let told = desk.complete(&disk, &words, ["fish", "bash"][turn / 32 % 2]);
        held(told.code == 0, || format!("{words:?} are not completed"))?;
        fit_for_a_terminal(&told.out)?;
    }
    let mut hasher = DefaultHasher::new();
    (ran.code, words.first()).hash(&mut hasher);
    ran.err.lines().next().map(|line| line.chars().take(14).collect::<String>()).hash(&mut hasher);
    Ok(hasher.finish())
}

fn words(input: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(input);
    let text = text.strip_suffix('\n').unwrap_or(&text);
    let mut words: Vec<String> = text.split('\n').map(str::to_owned).collect();
    // A new home would become a git repository on the machine's own disk, and mail would go.
    if words.iter().any(|word| ["init", "mail"].contains(&word.as_str())) {
        words.insert(0, "--dry-run".to_owned());
    }
    words
}
