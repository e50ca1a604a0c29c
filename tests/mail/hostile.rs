//! Mail servers that keep to nothing: what is told of each mail, and entered, is still true.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::certificate::Certificate;
use crate::delivery::assert_ended;
use crate::home::{Home, TODAY, WHOM};
use crate::rig::{CARE, within};

/// What the server does in the place of its usual answer.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Says(&'static [u8]),
    /// Says it, and closes.
    Closes(&'static [u8]),
    /// Says it again and again, as long as somebody listens.
    Repeats(&'static [u8]),
    /// Says it and then a byte a second.
    Drips(&'static [u8]),
}

/// The steps of a session at which a server can do something: it is greeted, asked, and has the
/// whole mail.
const STEPS: [&str; 6] = ["", "EHLO", "MAIL", "RCPT", "DATA", "."];

/// A server that departs from custom at one step, each time.
struct Hostile {
    port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Hostile {
    fn new(step: &'static str, deed: Deed) -> Hostile {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let all = Arc::clone(&heard);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let all = Arc::clone(&all);
                std::thread::spawn(move || serve(stream.unwrap(), step, deed, &all));
            }
        });
        Hostile { port, heard }
    }

    /// Every line that came, of all sessions.
    fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap().clone()
    }

    /// A home whose mail goes to it in the clear.
    fn home(&self) -> Home {
        let home = Home::new();
        let line = format!("server = \"127.0.0.1\"\nport = {}\nsecurity = \"none\"\n", self.port);
        home.school("测试小学", &format!("{line}{WHOM}"));
        home
    }
}

fn serve(stream: TcpStream, step: &str, deed: Deed, all: &Mutex<Vec<String>>) -> Option<()> {
    let mut out = stream.try_clone().ok()?;
    let mut lines = BufReader::new(stream).split(b'\n');
    let mut now = String::new();
    loop {
        if now == step {
            act(&mut out, deed)?;
        } else {
            let usual: &[u8] = match now.as_str() {
                "" => b"220 ready\r\n",
                "EHLO" => b"250-here\r\n250-STARTTLS\r\n250 AUTH PLAIN\r\n",
                "DATA" => b"354 go on\r\n",
                _ => b"250 ok\r\n",
            };
            out.write_all(usual).ok()?;
        }
        let is_mail = now == "DATA" && step != "DATA";
        let line = loop {
            let line = String::from_utf8_lossy(&lines.next()?.ok()?).trim_end().to_owned();
            all.lock().unwrap().push(line.clone());
            if !is_mail || line == "." {
                break line;
            }
        };
        line.split([' ', ':']).next()?.clone_into(&mut now);
    }
}

/// None when the session is over.
fn act(out: &mut TcpStream, deed: Deed) -> Option<()> {
    match deed {
        Deed::Says(words) => out.write_all(words).ok(),
        Deed::Closes(words) => out.write_all(words).ok().and(None),
        Deed::Repeats(words) => loop {
            out.write_all(words).ok()?;
        },
        Deed::Drips(words) => {
            for byte in words.iter().chain(std::iter::repeat(&b'x')) {
                out.write_all(&[*byte]).ok()?;
                std::thread::sleep(Duration::from_secs(1));
            }
            None
        }
    }
}

/// How each mail of the home stands in its ledger.
fn stands(home: &Home) -> Vec<String> {
    let ledger = fs::read_to_string(home.path().join(".care/mail")).unwrap();
    ledger.lines().map(|line| line.split('\t').nth(3).unwrap().to_owned()).collect()
}

/// Until the whole mail is there it was refused; then nobody knows.
fn expected(step: &str) -> &'static str {
    if step == "." { "unknown" } else { "refused" }
}

/// Every mail to such a server stands so, and what is told has these words.
fn assert_stand(step: &'static str, deed: Deed, stand: &str, words: &str) {
    let server = Hostile::new(step, deed);
    let home = server.home();
    let begun = Instant::now();
    let ran = home.mail(TODAY, &[]);
    let shown = format!("{step:?} {deed:?}: {}", ran.err.escape_debug());
    assert_eq!(ran.code, Some(if stand == "sent" { 0 } else { 5 }), "{shown}");
    assert!(ran.err.contains(words), "{shown}");
    assert!(!ran.err.replace('\n', "").contains(char::is_control), "{shown}");
    assert!(begun.elapsed() < Duration::from_secs(30), "{shown}");
    let stands = stands(&home);
    assert!(!stands.is_empty() && stands.iter().all(|own| own == stand), "{stands:?} {shown}");
    if step != "." {
        assert!(!server.heard().iter().any(|line| line == "."), "a mail went: {shown}");
    }
}

#[test]
fn a_server_that_closes_at_any_step_is_told_of_truly() {
    for step in STEPS {
        for words in [&b""[..], b"250", b"250-half\r\n"] {
            assert_stand(step, Deed::Closes(words), expected(step), "断开了连接");
        }
    }
}

#[test]
fn what_is_no_reply_allows_nothing() {
    let zero = b"250 o\0k\r\n";
    let escape = b"250 \x1b[2Jok\r\n";
    let eight_bits = b"\xff\xfe\xb2\xbb\x80\x81\r\n";
    let mixed = b"250-one\r\n550 other\r\n";
    let nonsense = b"HTTP/1.1 200 OK\r\n";
    for words in [&zero[..], escape, eight_bits, mixed, nonsense, b"\r\n", b"25\r\n", b"250ok\r\n"]
    {
        for step in STEPS {
            assert_stand(step, Deed::Says(words), expected(step), "不是 SMTP 的回话");
        }
    }
}

#[test]
fn a_reply_without_end_is_read_no_further() {
    let line = b"250 and on and on and on and on";
    let lines = b"250-and on\r\n";
    for words in [&line[..], lines] {
        for step in STEPS {
            assert_stand(step, Deed::Repeats(words), expected(step), "回话太长");
        }
    }
    assert_stand("MAIL", Deed::Repeats(b"\0"), "refused", "回话太长");
}

#[test]
fn only_354_allows_to_send_the_mail() {
    for words in [&b"250 ok\r\n"[..], b"220 ok\r\n", b"334 go\r\n", b"355 go\r\n"] {
        assert_stand("DATA", Deed::Says(words), "refused", "答非所问");
    }
    // And it is no answer to anything else.
    for step in ["", "EHLO", "MAIL", "RCPT", "."] {
        assert_stand(step, Deed::Says(b"354 go on\r\n"), expected(step), "答非所问");
    }
}

#[test]
fn an_answer_given_before_the_question_is_none() {
    let twice = b"250 ok\r\n250 ok\r\n";
    for step in ["EHLO", "MAIL", "RCPT"] {
        assert_stand(step, Deed::Says(twice), "refused", "不等发问");
    }
}

#[test]
fn the_code_of_a_reply_counts_in_whatever_encoding_its_words_are() {
    // As servers of old write it: "ok" and "nobody" in GBK.
    assert_stand(".", Deed::Says(b"250 \xbd\xd3\xca\xd5\r\n"), "sent", "");
    assert_stand(".", Deed::Says(b"250\r\n"), "sent", "");
    assert_stand("RCPT", Deed::Says(b"550 \xb2\xbb\xb4\xe6\xd4\xda\r\n"), "refused", "550");
    assert_stand(".", Deed::Says(b"554 \xb2\xbb\xb4\xe6\xd4\xda\r\n"), "refused", "554");
}

#[test]
fn what_comes_in_the_clear_after_starttls_ends_the_session() {
    let Some(certificate) = Certificate::new() else { return };
    let at_once = Deed::Says(b"220 go\r\n250-here\r\n250 AUTH PLAIN\r\n235 welcome\r\n");
    for (deed, words) in [
        (at_once, "不等发问"),
        (Deed::Says(b"250-220 go\r\n250 AUTH PLAIN\r\n"), ""),
        (Deed::Says(b"334 go\r\n"), "答非所问"),
    ] {
        let server = Hostile::new("STARTTLS", deed);
        let home = server.home();
        home.put("ca.pem", &fs::read_to_string(certificate.authority()).unwrap());
        home.put("mail-password", "secret-of-the-school\n");
        home.change(
            "care.toml",
            "security = \"none\"",
            "security = \"starttls\"\nuser = \"care\"\npassword_file = \"mail-password\"\n\
             ca_file = \"ca.pem\"",
        );
        // The server waits for a line where a handshake comes: nothing but the end helps it.
        let ran = home.mail(TODAY, &[]);
        assert_ended(&ran, 5);
        assert!(ran.err.contains(words), "{}", ran.err);
        assert!(stands(&home).iter().all(|stand| stand == "refused"));
        let heard = server.heard();
        let asks = |word: &str| heard.iter().any(|line| line.starts_with(word));
        assert!(asks("STARTTLS") && !asks("AUTH") && !asks("MAIL"), "{heard:?}");
    }
}

#[test]
fn a_server_that_says_a_byte_a_second_is_left_after_a_minute() {
    let server = Hostile::new("", Deed::Drips(b"220 "));
    let home = server.home();
    let begun = Instant::now();
    let mut command = Command::new(CARE);
    command.args(["mail", "--today", TODAY]);
    let ran = within(&mut command, home.path(), Duration::from_secs(120));
    assert_ended(&ran, 5);
    assert!(ran.err.contains("超时"), "{}", ran.err);
    assert!(begun.elapsed() < Duration::from_secs(90), "{:?}", begun.elapsed());
    // It was given up for all: nothing else was waited for.
    assert_eq!(stands(&home), ["refused"]);
}
