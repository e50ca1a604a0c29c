//! A small home whose staff have mail.

use std::fmt::Write;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::certificate::Certificate;
use crate::rig::{Ran, Scratch, care};
use crate::server::{PASSWORD, Server, USER};

/// A Friday on which October's talks are eight days overdue.
pub const TODAY: &str = "2024-11-08";

/// The people with mail: two head teachers, a principal, and an office that is no person.
pub const TEACHERS: [(&str, &str); 2] =
    [("T00001", "liumin@school.example"), ("T00002", "chengang@school.example")];
pub const PRINCIPAL: (&str, &str) = ("T00003", "zhouli@school.example");
pub const OFFICE: &str = "office@school.example";

/// The children: id, name, class, and whether October's talk was held.
pub const CHILDREN: [(&str, &str, &str, bool); 4] = [
    ("C00001", "李小明", "2021-2", false),
    ("C00002", "赵佳怡", "2021-2", false),
    ("C00003", "王小丽", "2022-1", false),
    ("C00004", "孙浩然", "2022-1", true),
];

/// A home; it goes with this value.
pub struct Home(Scratch);

impl Home {
    /// Two classes, four children, one rule, two terms; nothing of mail in its settings.
    pub fn new() -> Home {
        let home = Home(Scratch::new());
        home.school("测试小学", "");
        // Nothing was owed before October.
        let calendar = include_str!("../two_terms.toml").replacen("2024-09-02", "2024-09-30", 1);
        home.put("calendar.toml", &calendar);
        home.rule("每月谈心");
        home.put("staff.toml", STAFF);
        for (id, name, class, _) in CHILDREN {
            home.child(id, name, class);
        }
        let talked = CHILDREN.iter().filter(|child| child.3);
        home.talk(&talked.map(|child| child.0).collect::<Vec<_>>().join(" "), "2024-10-15");
        home
    }

    /// The same in a term that is on now, in which something has been overdue for weeks.
    #[allow(clippy::disallowed_methods, reason = "cron runs today")]
    pub fn of_now() -> Home {
        let home = Home::new();
        let today = chrono::Utc::now().date_naive();
        let day = |days| today + chrono::TimeDelta::days(days);
        let term = "[[term]]\nid = \"t\"\nyear = \"y\"\n";
        home.put("calendar.toml", &format!("{term}first = {}\nlast = {}\n", day(-80), day(80)));
        for (id, name, class, _) in CHILDREN {
            home.child(id, name, class);
            home.change(&format!("children/{id}.toml"), "2024-09-30", &day(-80).to_string());
        }
        fs::remove_dir_all(home.path().join("log")).unwrap();
        home
    }

    /// Its folder.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Its folder, which stays as long as the value given.
    pub fn into_folder(self) -> Scratch {
        self.0
    }

    /// Writes a file that only its owner reads.
    pub fn put(&self, file: &str, text: &str) {
        let path = self.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
    }

    /// Puts a text in the place of another in a file.
    pub fn change(&self, file: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.path().join(file)).unwrap();
        assert!(text.contains(old), "{file} holds no {old}");
        self.put(file, &text.replace(old, new));
    }

    /// Writes `care.toml`: the school's name, and lines of `[mail]`.
    pub fn school(&self, name: &str, mail: &str) {
        let name = quoted(name);
        let school = format!("format = 1\n\n[school]\nname = {name}\nlanguage = \"zh-CN\"\n");
        self.put("care.toml", &format!("{school}\n[mail]\n{mail}"));
    }

    /// The settings of mail: by a server in the clear.
    pub fn connect(&self, server: &Server) {
        self.school("测试小学", &format!("{}{WHOM}", clear(server)));
    }

    /// The settings of mail: by a server with a certificate and a password.
    pub fn connect_securely(&self, server: &Server, security: &str, trusted: &Certificate) {
        self.put("ca.pem", &fs::read_to_string(trusted.authority()).unwrap());
        self.put("mail-password", &format!("{PASSWORD}\n"));
        let (port, user) = (server.port, USER);
        let line = format!(
            "server = \"127.0.0.1\"\nport = {port}\nsecurity = \"{security}\"\nuser = \"{user}\"\n\
             password_file = \"mail-password\"\nca_file = \"ca.pem\"\n{WHOM}"
        );
        self.school("测试小学", &line);
    }

    /// Writes the one rule.
    pub fn rule(&self, name: &str) {
        let name = quoted(name);
        let text = format!("[[rule]]\nid = \"talk\"\nname = {name}\n{RULE}");
        self.put("rules.toml", &text);
    }

    /// Writes a child.
    pub fn child(&self, id: &str, name: &str, class: &str) {
        let (name, class) = (quoted(name), quoted(class));
        let text = format!("id = \"{id}\"\nname = {name}\nclass = {class}\n");
        let file = format!("children/{id}.toml");
        self.put(&file, &format!("{text}\n[[spell]]\njoined = 2024-09-30\n"));
    }

    /// Writes the log: one talk.
    pub fn talk(&self, children: &str, day: &str) {
        let text = format!(
            "id,date,children,staff,outcome,note,recorded,status,replaces\n\
             E0000000001,{day},{children},T00001,made,,{day}T10:00:00+08:00,,\n"
        );
        self.put(&format!("log/talk/{}.csv", &day[..7]), &text);
    }

    /// Runs the program here.
    pub fn care(&self, words: &[&str]) -> Ran {
        care(self.path(), words)
    }

    /// Sends the mails of a day.
    pub fn mail(&self, day: &str, words: &[&str]) -> Ran {
        self.care(&[&["mail", "--today", day], words].concat())
    }
}

/// The settings of a server in the clear.
pub fn clear(server: &Server) -> String {
    format!("server = \"127.0.0.1\"\nport = {}\nsecurity = \"none\"\n", server.port)
}

/// Who sends, and who gets the summary.
pub const WHOM: &str = "from = \"留守儿童之家 <care@school.example>\"
summary_to = [\"T00003\", \"office@school.example\"]
";

/// A text as TOML has it, with everything but letters as an escape.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter.is_alphanumeric() || " -_（）<>=/'".contains(letter) {
            true => quoted.push(letter),
            false => write!(quoted, "\\U{:08X}", u32::from(letter)).unwrap(),
        }
    }
    quoted + "\""
}

const RULE: &str = r#"why = "测试"
records = ["talk"]
every = "month"
by = "head_teacher"
"#;

const STAFF: &str = r#"[[staff]]
id = "T00001"
name = "刘敏"
email = "liumin@school.example"
roles = [{ role = "head_teacher", class = "2021-2", from = 2024-09-01 }]

[[staff]]
id = "T00002"
name = "陈刚"
email = "chengang@school.example"
roles = [{ role = "head_teacher", class = "2022-1", from = 2024-09-01 }]

[[staff]]
id = "T00003"
name = "周丽"
email = "zhouli@school.example"
roles = [{ role = "principal", from = 2024-09-01 }]
"#;
