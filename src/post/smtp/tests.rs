//! Against servers of these tests, with little patience.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};

use super::*;

/// The server closes the line.
const CLOSING: &str = "421";

/// So long takes each byte of an answer that drips.
const DRIP: Duration = Duration::from_millis(100);

/// An answer that begins so drips.
const DRIPPING: &str = "drip ";

/// Where a server departs from its custom: the command, the how-manieth of it on the
/// connection, after how many milliseconds it is answered, and the answer.
type Departure = (&'static str, usize, u64, &'static str);

/// Serves one connection. By custom every mail is taken.
fn serve(mut stream: TcpStream, departures: &[Departure]) {
    let lines = BufReader::new(stream.try_clone().unwrap()).lines();
    let mut heard: Vec<String> = Vec::new();
    let mut in_mail = false;
    stream.write_all(b"220 ready\r\n").unwrap();
    for said in lines.map_while(Result::ok) {
        if in_mail && said != "." {
            continue;
        }
        in_mail = said == "DATA";
        let command = said.split([' ', ':']).next().unwrap_or_default().to_owned();
        let nth = heard.iter().filter(|own| **own == command).count();
        let departs = |own: &&Departure| own.0 == command && own.1 == nth;
        let usual = if in_mail { "354 go on" } else { "250 ok" };
        let (late, answer) =
            departures.iter().find(departs).map_or((0, usual), |own| (own.2, own.3));
        heard.push(command);
        std::thread::sleep(Duration::from_millis(late));
        let told = tell(&mut stream, answer);
        if told.is_err() || answer.starts_with(CLOSING) {
            return;
        }
    }
}

/// Tells an answer, all at once or in drips.
fn tell(stream: &mut TcpStream, answer: &str) -> std::io::Result<()> {
    let Some(answer) = answer.strip_prefix(DRIPPING) else {
        return stream.write_all(format!("{answer}\r\n").as_bytes());
    };
    for byte in format!("{answer}\r\n").bytes() {
        std::thread::sleep(DRIP);
        stream.write_all(&[byte])?;
    }
    Ok(())
}

/// A line to a server that departs from its custom so on one connection after the other.
fn line_to(connections: Vec<Vec<Departure>>) -> Line {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for departures in connections {
            let (stream, _) = listener.accept().unwrap();
            std::thread::spawn(move || serve(stream, &departures));
        }
    });
    let settings = Mail {
        server: Some("127.0.0.1".to_owned()),
        port: Some(port),
        security: Security::Nothing,
        ..Mail::default()
    };
    let mut line = Line::new(Path::new(""), &settings, Lang::En).unwrap();
    let (mail, session) = (Duration::from_millis(300), Duration::from_secs(60));
    line.patience = Patience { mail, session, goodbye: mail };
    line
}

fn parcel() -> Parcel {
    let address = || "care@school.example".parse().unwrap();
    let bytes = b"Subject: x\r\n\r\nx".to_vec();
    Parcel { from: address(), to: address(), bytes, name: String::new() }
}

#[test]
fn a_late_answer_of_a_silent_server_is_not_taken_for_that_of_the_next_mail() {
    let silent = vec![("MAIL", 0, 500, "250 late"), (".", 0, 0, "550 no")];
    let mut line = line_to(vec![silent, vec![("RCPT", 0, 0, "550 nobody")]]);
    assert!(matches!(line.send(&parcel()), Fate::Refused(_)));
    std::thread::sleep(Duration::from_millis(400));
    assert!(matches!(line.send(&parcel()), Fate::Refused(_)), "it was never sent");
}

#[test]
fn a_server_that_closes_the_line_between_two_mails_gets_the_next_on_a_new_one() {
    let mut line = line_to(vec![vec![("MAIL", 1, 0, "421 enough")], Vec::new()]);
    assert!(matches!(line.send(&parcel()), Fate::Taken));
    assert!(matches!(line.send(&parcel()), Fate::Taken));
}

#[test]
fn what_a_server_refuses_in_words_leaves_the_line_for_the_next_mail() {
    let mut line = line_to(vec![vec![("RCPT", 0, 0, "550 nobody"), (".", 1, 0, "554 spam")]]);
    assert!(matches!(line.send(&parcel()), Fate::Refused(_)));
    assert!(matches!(line.send(&parcel()), Fate::Taken));
    let Fate::Refused(refusal) = line.send(&parcel()) else { panic!("it was refused") };
    assert!(refusal.words.contains("spam") && !refusal.for_all, "{refusal:?}");
}

fn refused(fate: Fate) -> Refusal {
    let Fate::Refused(refusal) = fate else { panic!("it was not refused: {fate:?}") };
    refusal
}

#[test]
fn a_server_that_drips_is_waited_for_as_long_as_for_one_that_is_silent() {
    for command in ["EHLO", "MAIL", "RCPT", "DATA"] {
        let mut line = line_to(vec![vec![(command, 0, 0, "drip 250 ok")]]);
        let late = Deadline::after(Duration::from_millis(900));
        let told = refused(line.send(&parcel()));
        assert!(late.left().is_ok(), "{command}");
        assert!(told.words.contains("took too long"), "{command}: {told:?}");
        // Whoever cannot even be greeted can be sent nothing else.
        assert_eq!(told.for_all, command == "EHLO");
    }
}

#[test]
fn of_a_mail_whose_last_answer_drips_nobody_knows_whether_it_was_taken() {
    let mut line = line_to(vec![vec![(".", 0, 0, "drip 250 taken")]]);
    let fate = line.send(&parcel());
    assert!(matches!(&fate, Fate::Unknown(words) if words.contains("took too long")), "{fate:?}");
}

#[test]
fn a_server_that_let_the_time_pass_twice_gets_no_further_mail() {
    let silent = || vec![("RCPT", 0, 1000, "250 late")];
    let mut line = line_to(vec![silent(), silent(), Vec::new()]);
    let told = [(); 4].map(|()| refused(line.send(&parcel())).for_all);
    assert_eq!(told, [false, false, true, true]);
}

#[test]
fn a_connection_that_is_too_old_for_a_whole_mail_is_left_for_a_new_one() {
    // By its custom the server takes a second mail; the second connection says that it is one.
    let mut line = line_to(vec![Vec::new(), vec![("MAIL", 0, 0, "550 second connection")]]);
    line.patience.session = line.patience.mail;
    assert!(matches!(line.send(&parcel()), Fate::Taken));
    assert!(refused(line.send(&parcel())).words.contains("second connection"));
}

#[test]
fn no_line_of_a_mail_ends_it() {
    for (mail, sent) in
        [(".\r\nx\r\n", "..\r\nx\r\n"), ("a.b\r\n.\r\n..c", "a.b\r\n..\r\n...c\r\n"), ("", "\r\n")]
    {
        assert_eq!(String::from_utf8(with_dots(mail.as_bytes())).unwrap(), sent);
    }
}
