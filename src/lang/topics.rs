//! Help on topics: exit codes, dates, formats, and the names that records may use.

use std::fmt::Write as _;

use super::words::every;
use super::{Lang, label, words_in};
use crate::domain::entries::{self, KeyType};
use crate::domain::festival::{FESTIVALS, OTHER_OCCASIONS};
use crate::domain::label::Words;
use crate::domain::problem::Cause;
use crate::domain::role::ROLES;
use crate::domain::rule::EVERY_NAMES;
use crate::domain::schema::{self, Field, FieldType};
use crate::domain::status;

/// The topics, by the word after `care help`, with their Chinese words.
const TOPICS: [(&str, &[&str]); 13] = [
    ("exit-codes", &["退出码"]),
    ("dates", &["日期写法", "日期"]),
    ("formats", &["格式"]),
    ("registers", &["登记"]),
    ("roles", &["角色"]),
    ("fields", &["字段"]),
    ("occasions", &["节日"]),
    ("forms", &["自己的表", "表格"]),
    ("requires", &["应具备"]),
    ("checks", &["检查项"]),
    ("requirements", &["要求", "考核要求"]),
    ("mail-settings", &["邮件设置"]),
    ("notices", &["许可"]),
];

/// The words that ask for the list of topics.
const LIST: [&str; 2] = ["topics", "专题"];

/// The topic that a word names.
pub fn called(word: &str) -> Option<&'static str> {
    let own = TOPICS.iter().find(|(code, words)| *code == word || words.contains(&word));
    own.map(|(code, _)| *code).or_else(|| LIST.contains(&word).then_some(LIST[0]))
}

/// The line that asks for a topic.
pub fn asked(topic: &str, lang: Lang) -> String {
    let own = TOPICS.iter().find(|(code, _)| *code == topic).map(|(_, words)| words[0]);
    let own = own.or_else(|| (topic == LIST[0]).then_some(LIST[1]));
    match lang {
        Lang::Zh => format!("care 帮助 {}", own.unwrap_or(topic)),
        Lang::En => format!("care help {topic}"),
    }
}

/// The words of topics, by which a mistyped one is known.
pub fn names() -> Vec<&'static str> {
    TOPICS.iter().flat_map(|(code, words)| words.iter().copied().chain([*code])).collect()
}

/// The topics in one line, as they are called in a language.
pub fn listed(lang: Lang) -> String {
    TOPICS.map(|(code, words)| words_in((words[0], code), lang)).join(words_in(("、", ", "), lang))
}

/// The text of a topic that needs no home; `registers` is told by the command itself.
pub fn text(topic: &str, lang: Lang) -> Option<String> {
    Some(match (topic, lang) {
        ("topics", Lang::Zh) => TOPICS.map(|(code, words)| line(code, words[0])).concat(),
        ("topics", Lang::En) => TOPICS.map(|(code, _)| code).join("\n") + "\n",
        ("exit-codes", Lang::Zh) => EXIT_CODES_ZH.to_owned(),
        ("exit-codes", Lang::En) => EXIT_CODES_EN.to_owned(),
        ("dates", Lang::Zh) => DATES_ZH.to_owned(),
        ("dates", Lang::En) => DATES_EN.to_owned(),
        ("formats", Lang::Zh) => FORMATS_ZH.to_owned(),
        ("formats", Lang::En) => FORMATS_EN.to_owned(),
        ("mail-settings", Lang::Zh) => MAIL_ZH.to_owned(),
        ("mail-settings", Lang::En) => MAIL_EN.to_owned(),
        ("notices", _) => NOTICES.to_owned(),
        ("roles", _) => {
            ROLES.iter().map(|role| line(role.code.as_str(), label(&role.label, lang))).collect()
        }
        ("occasions", _) => occasions(lang),
        ("fields", _) => fields(lang),
        ("forms", _) => super::own_form_topic::text(lang),
        ("requirements", _) => super::requirements::text(lang),
        ("requires", Lang::Zh) => REQUIRES_ZH.to_owned(),
        ("requires", Lang::En) => REQUIRES_EN.to_owned(),
        ("checks", _) => Cause::names().join("\n") + "\n",
        ("every", _) => EVERY_NAMES.iter().map(|name| line(name, every(name, lang))).collect(),
        _ => return None,
    })
}

/// The notices that the licences of the program's parts ask for.
const NOTICES: &str = include_str!("../notices.txt");

fn line(code: &str, words: &str) -> String {
    format!("{code:<24}{words}\n")
}

fn occasions(lang: Lang) -> String {
    let festivals =
        FESTIVALS.iter().map(|festival| line(festival.code, label(&festival.label, lang)));
    let others = OTHER_OCCASIONS.iter().map(|(code, own)| line(code, label(own, lang)));
    festivals.chain(others).collect()
}

fn fields(lang: Lang) -> String {
    let mut text = table(schema::CHILD, lang);
    for entry in entries::CHILD {
        let name = format!("[[{}]]", entry.name);
        let _ = writeln!(text, "\n{name:<30}{}", words_in(entry.label, lang));
        for key in entry.keys {
            let path = format!("{}.{}", entry.name, key.name);
            let needed = if key.needed { words_in(("，必写", ", needed"), lang) } else { "" };
            let (label, holds) = (words_in(key.label, lang), key_type(key.holds, lang));
            let _ = writeln!(text, "{path:<30}{label}: {holds}{needed}");
        }
    }
    let derived = words_in(
        (
            "按情况和日期算出来的，不用填（--where、--count-by 和规则的 applies 可用）",
            "Worked out from facts and the day, never set (for --where, --count-by and applies of rules)",
        ),
        lang,
    );
    text + "\n" + derived + "\n\n" + &table(status::FIELDS, lang)
}

/// Each field with what it is called and its choices.
fn table(fields: &[Field], lang: Lang) -> String {
    let mut text = String::new();
    for field in fields {
        let _ = write!(text, "{:<30}{}", field.path, label(&field.label, lang));
        if let FieldType::Choice(choices) | FieldType::Suggested(choices) = field.holds {
            let _ = write!(text, ": {}", codes(choices, lang));
        }
        text.push('\n');
    }
    text
}

fn codes(codes: &[(&str, Words)], lang: Lang) -> String {
    let codes = codes.iter().map(|(code, (zh, en))| match lang {
        Lang::Zh => format!("{code} {zh}"),
        Lang::En => format!("{code} ({en})"),
    });
    codes.collect::<Vec<_>>().join(", ")
}

/// What the key of an entry holds, in words.
fn key_type(holds: KeyType, lang: Lang) -> String {
    let (zh, en) = match holds {
        KeyType::First | KeyType::Last | KeyType::Date => ("日期", "a date"),
        KeyType::Name | KeyType::Remark([]) => ("文字", "text"),
        KeyType::Remark(own) | KeyType::Code(own) => return codes(own, lang),
        KeyType::Class => ("班级，如 2021-2", "a class, such as 2021-2"),
        KeyType::Staff => ("staff.toml 里的编号", "an id of staff.toml"),
        KeyType::PairRole => {
            let pairs = ROLES.iter().filter(|role| role.pairs);
            let own = pairs.map(|role| (role.code.as_str(), (role.label.zh(), role.label.en())));
            return codes(&own.collect::<Vec<_>>(), lang);
        }
        KeyType::Rule => ("规定的代号，见 care rules", "a rule's id, see care rules"),
        KeyType::Field => ("上面的一个字段", "a field of the list above"),
        KeyType::Value => ("那个字段的值", "a value of that field"),
        KeyType::MonthDay => ("月-日，如 08-15", "month and day, such as 08-15"),
    };
    words_in((zh, en), lang).to_owned()
}

const EXIT_CODES_ZH: &str = "\
0    完成
1    查到了问题（check：有错误；加 --strict 时提醒也算；overdue、due 仅在加 --exit-code 时）
2    命令写错了，或名字不清楚
3    记录有错误，全部列出，未作判断
4    另一个程序正在写入
5    邮件没有送到
6    读写失败，什么也没有保存
7    已保存，但结果没能显示
130  被中断
";

const EXIT_CODES_EN: &str = "\
0    done
1    found something (check: faults, and remarks too with --strict; overdue and due only with --exit-code)
2    the command or a name was not clear
3    bad data: all problems are listed, nothing was judged
4    another program is writing to the home
5    mail was not delivered
6    input or output failed, nothing was saved
7    saved, but it could not be reported
130  interrupted
";

const DATES_ZH: &str = "\
2024-09-20  2024.9.20  2024/9/20  20240920  2024年9月20日
9.20  9-20  9月20日          最近过去的那一天
20日                         最近过去的那个 20 日
今天 昨天 前天 大前天 3天前
周三 上周三 星期三            周三：最近的周三；上周三：上个星期的周三
日期只看过去；将来的日期会被拒绝。约好的日子（跟进日期、复查日期、下次时间……）看将来：
这次记录那天起，最先到的那一天。
";

const DATES_EN: &str = "\
2024-09-20  2024.9.20  2024/9/20  20240920
9.20  9-20                   the latest such day that has come
today  yesterday  3 days ago
wed  last wed                wed: the latest Wednesday; last wed: that of the week before
Dates lean to the past; a future date is refused. Days that were agreed (follow-up date, review,
next time ...) lean forward: the first such day from that of the record on.
";

const FORMATS_ZH: &str = "\
table     给人看的表格（默认）
plain     每行一条，用制表符隔开，没有表头    markdown  可以贴到群里的表格
xlsx      WPS、Excel 的表格，可以直接打印：-o 名单.xlsx
docx      WPS、Word 的文档，有标题和页码，可以接着写、打印：-o 名单.docx
html      网页，一个文件：手机上看、发出去、打印、存成 PDF：-o 逾期.html（care 逾期 的还带图）
ics       手机日历（care due）
csv tsv   给程序用，英文表头；写到文件（-o）的 csv 带 BOM，Excel 和 WPS 能直接打开
json      一个数组    jsonl  每行一个对象    --json name,class  只要这几项
没有颜色（--color 怎么写都一样）；终端上太长的用 CARE_PAGER、PAGER 或 less 分页，--no-pager 不分
";

const FORMATS_EN: &str = "\
table     for people (the default)
plain     one record a line, tabs, no heading    markdown  a table to paste into a chat
xlsx      a workbook for Excel and WPS, ready to be printed: -o list.xlsx
docx      a document for Word and WPS with headings and page numbers, to write on: -o list.docx
html      a page in one file, for a phone, a printer or a PDF: -o overdue.html
ics       a phone's calendar (care due)
csv tsv   for programs, English headings; a csv written to a file (-o) has a BOM for Excel and WPS
json      one array    jsonl  one object a line    --json name,class  with these keys alone
nothing has a colour; at a terminal what is long goes through CARE_PAGER, PAGER or less (--no-pager)
";

const REQUIRES_ZH: &str = "\
字段（见 care help fields），如 carer.phone
pair.角色  pair.one.角色      至少一名、恰好一名，如 pair.one.proxy_parent
contact_card                 联系卡：已发放，有监护人和父母电话，有班主任
登记.ever  登记.this_term  登记.this_year   如 growth.this_term
growth.all_categories        成长记录每一类本学期都有
survey.all_headings          调查五项本学期都有
open_plan                    有没有结案的个别教育方案
consent                      有同意书，或写明处理依据
";

const REQUIRES_EN: &str = "\
a field (see care help fields), such as carer.phone
pair.ROLE  pair.one.ROLE     at least one, exactly one, such as pair.one.proxy_parent
contact_card                 issued, phones of the carer and a parent, a head teacher of the class
REGISTER.ever  REGISTER.this_term  REGISTER.this_year   such as growth.this_term
growth.all_categories        each growth category has an entry this term
survey.all_headings          each heading of the survey has an entry this term
open_plan                    an individual plan that is not closed
consent                      a consent not withdrawn, or a legal basis in the child's file
";

const MAIL_ZH: &str = "\
care.toml 的 [mail]，路径从之家的文件夹算起：

from = \"留守儿童之家 <care@school.example>\"   发件人
transport = \"smtp\"               smtp、sendmail（sendmail -t -i）或 eml（写成文件）
server = \"smtp.school.example\"   邮件服务器
port = 587                        不写时：starttls 587，tls 465，none 25
security = \"starttls\"            starttls、tls，或 none（只能连本机）
user = \"care\"                    登录名
password_file = \"mail-password\"  密码文件，别人不能读；或 password_command = [\"命令\", \"参数\"]
ca_file = \"ca.pem\"               学校自己的证书
sendmail = \"/usr/sbin/sendmail\"  transport = \"sendmail\" 时用
folder = \"outbox\"                transport = \"eml\" 时用
summary_to = [\"T4M2XA\"]          谁收汇总：staff.toml 里的编号，或邮箱
mask = \"partial\"                 full 只写编号，partial 李＊明，none 全名
due_days = 7                      几天内到期的也列出
escalate_days = 14                逾期几天后，上一级也收到
heartbeat = \"monday\"             平安信在星期几；never 不发
in_holidays = false               不在学期内也发清单
";

const MAIL_EN: &str = "\
[mail] of care.toml; paths are below the home's folder:

from = \"Home <care@school.example>\"          the sender
transport = \"smtp\"               smtp, sendmail (sendmail -t -i) or eml (files)
server = \"smtp.school.example\"   the mail server
port = 587                        when left out: starttls 587, tls 465, none 25
security = \"starttls\"            starttls, tls, or none (this machine only)
user = \"care\"                    the login
password_file = \"mail-password\"  not to be read by others; or password_command = [\"COMMAND\", \"WORD\"]
ca_file = \"ca.pem\"               a school's own certificate authority
sendmail = \"/usr/sbin/sendmail\"  for transport = \"sendmail\"
folder = \"outbox\"                for transport = \"eml\"
summary_to = [\"T4M2XA\"]          who gets the summary: ids in staff.toml, or addresses
mask = \"partial\"                 full: the id; partial: 李＊明; none
due_days = 7                      within how many days to list what falls due
escalate_days = 14                after how many days a row also goes to the next person up
heartbeat = \"monday\"             the day of the sign of life, or never
in_holidays = false               send lists outside of terms too
";
