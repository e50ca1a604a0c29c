//! Poison in names: no header more, and nothing in HTML but what the program itself puts there.

use serde_json::Value;

use crate::delivery::assert_sound;
use crate::home::{Home, TODAY, clear, quoted};
use crate::rig::Findings;
use crate::server::{Mail, Server, has_servers};

const POISONS: [&str; 20] = [
    "李\r\nBcc: all@school.example\r\n\r\n明",
    "李\nBcc: all@school.example",
    "李\rX-Own: 1",
    "李\u{0}明",
    "李\u{1}\u{7}\u{8}\u{b}\u{c}\u{1b}[31m\u{7f}明",
    "李\u{85}\u{9b}明",
    "李\u{202e}\u{2066}明\u{2069}\u{202c}\u{200f}\u{61c}",
    "李\u{2028}Bcc: x\u{2029}明",
    "李\u{200b}\u{feff}明",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><a href='javascript:alert(1)'>李</a>",
    "' onmouseover='alert(1)",
    "</td></table></title></style><style>*{display:none}</style><!--",
    "&lt;script&gt;&#60;b&#62;&amp;&copy",
    "=?utf-8?b?DQpCY2M6IHg=?=",
    "李,<all@school.example>;\"a\"@b.example(c)\\",
    "李\n.\nMAIL FROM:<x@x.example>",
    "李\r\n.\r\nMAIL FROM:<x@x.example>\r\n",
    "%s%n{}{{0}}$(id)`id`",
];

type Put = fn(&Home, &str);

/// What takes a name, and how it is put in.
const PARTS: [(&str, Put); 8] = [
    ("child", |home, name| home.child("C00001", name, "2021-2")),
    ("class", |home, code| {
        home.child("C00001", "李小明", code);
        home.change("staff.toml", "\"2021-2\"", &quoted(code));
    }),
    ("staff", |home, name| home.change("staff.toml", "\"刘敏\"", &quoted(name))),
    ("principal", |home, name| home.change("staff.toml", "\"周丽\"", &quoted(name))),
    ("school", |home, name| home.change("care.toml", "\"测试小学\"", &quoted(name))),
    ("home", |home, name| {
        home.change("care.toml", "language", &format!("home = {}\nlanguage", quoted(name)));
    }),
    ("rule", Home::rule),
    ("term", |home, name| {
        home.change(
            "calendar.toml",
            "first = 2024",
            &format!("name = {}\nfirst = 2024", quoted(name)),
        );
    }),
];

/// A home that shows whole names to everybody.
fn home(server: &Server) -> Home {
    let home = Home::new();
    let mask = "mask = \"none\"\nescalate_days = 8\ndue_days = 30\n";
    home.school("测试小学", &format!("{}{mask}{}", clear(server), crate::home::WHOM));
    home
}

/// The marks that turn the order of letters around.
fn is_bidi(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What is wrong with a mail that poison was given to.
fn harm(mail: &Mail, own_tags: &[Value]) -> Option<String> {
    let is_bad = |letter: char| letter.is_control() || is_bidi(letter);
    if let Some((name, _)) = mail.headers.iter().find(|(_, value)| value.contains(is_bad)) {
        return Some(format!("a control character in {name}"));
    }
    if let Some(tag) = mail.html_tags.iter().find(|tag| !own_tags.contains(tag)) {
        return Some(format!("a tag: {tag}"));
    }
    let is_bad = |letter: char| is_bad(letter) && !"\r\n".contains(letter);
    mail.words().contains(is_bad).then(|| "a control character".to_owned())
}

#[test]
fn names_add_no_header_and_no_markup_whatever_they_hold() {
    if !has_servers() {
        return;
    }
    let (server, mut findings) = (Server::plain(), Findings::default());
    assert_eq!(home(&server).mail(TODAY, &[]).code, Some(0));
    let own_tags: Vec<Value> = server.mails().into_iter().flat_map(|mail| mail.html_tags).collect();
    assert!(own_tags.iter().any(|tag| tag[0] == "td"), "{own_tags:?}");
    let long = "长".repeat(10_000);
    let poisons: Vec<&str> = POISONS.into_iter().chain([long.as_str()]).collect();
    let (mut count, mut faults) = (0, 0);
    for (part, put) in PARTS {
        for (at, poison) in poisons.iter().enumerate() {
            let home = home(&server);
            put(&home, poison);
            match home.mail(TODAY, &[]).code {
                Some(0) => count += 5,
                // What may not be written in a record at all.
                Some(3) => (count, faults) = (count + 2, faults + 1),
                code => findings.add(&format!("{part}: {code:?}"), &format!("poison {at}")),
            }
        }
    }
    let mails = server.mails();
    println!(
        "{} homes, {} mails; {faults} homes with faults",
        PARTS.len() * poisons.len(),
        mails.len()
    );
    assert_eq!((mails.len(), faults <= count / 10), (count, true), "{faults}");
    for mail in &mails {
        assert_sound(mail);
        if let Some(what) = harm(mail, &own_tags) {
            findings.add(&what, &mail.text.chars().take(300).collect::<String>());
        }
    }
    findings.end();
}

#[test]
fn a_poisoned_sender_or_address_sends_nothing_it_should_not() {
    if !has_servers() {
        return;
    }
    let (server, mut findings) = (Server::plain(), Findings::default());
    let parts: [Put; 2] = [
        |home, poison| {
            let from = quoted(&format!("{poison} <care@school.example>"));
            home.change("care.toml", "\"留守儿童之家 <care@school.example>\"", &from);
        },
        |home, poison| {
            let address = quoted(&format!("liumin@school.example{poison}"));
            home.change("staff.toml", "\"liumin@school.example\"", &address);
        },
    ];
    for put in parts {
        for poison in POISONS {
            let home = home(&server);
            put(&home, poison);
            let ran = home.mail(TODAY, &[]);
            // A server may refuse an address that is one, but not of these letters.
            if !matches!(ran.code, Some(0 | 2 | 3 | 5)) {
                findings.add(&ran.end(), &ran.err);
            }
        }
    }
    let known =
        ["liumin@", "chengang@", "zhouli@", "office@"].map(|own| format!("{own}school.example"));
    for mail in server.mails() {
        assert_sound(&mail);
        let strange = mail.envelope.to.iter().find(|to| !known.contains(to));
        if let Some(to) = strange.filter(|to| !to.starts_with("liumin@school.example")) {
            findings.add("a mail to a stranger", to);
        }
        if mail
            .headers
            .iter()
            .any(|(_, value)| value.contains(|c: char| c.is_control() || is_bidi(c)))
        {
            findings.add("a control character in a header", &mail.raw[..300]);
        }
    }
    findings.end();
}
