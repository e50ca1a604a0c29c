//! The other ways of a mail: the machine's own program, and files.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use crate::delivery::{assert_ended, assert_sound, everyone};
use crate::home::{Home, OFFICE, TEACHERS, TODAY, WHOM};
use crate::server::{Mail, has_servers, parse};

/// A program in the role of sendmail: it keeps its words and what it reads.
const SENDMAIL: &str = r#"#!/bin/sh
PATH=/usr/bin:/bin
n=$(ls "$0.d" | wc -l)
echo "$*" >>"$0.words"
cat >"$0.d/$n"
if grep -q "^To: $(cat "$0.refused")" "$0.d/$n"; then
    rm "$0.d/$n"
    echo 'nobody of that name' >&2
    exit 67
fi
"#;

fn sendmail_home() -> Home {
    let home = Home::new();
    home.put("bin/sendmail", SENDMAIL);
    let program = home.path().join("bin/sendmail");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).unwrap();
    fs::create_dir(home.path().join("bin/sendmail.d")).unwrap();
    home.put("bin/sendmail.refused", "nobody");
    let line = format!("transport = \"sendmail\"\nsendmail = \"{}\"\n", program.display());
    home.school("测试小学", &format!("{line}{WHOM}"));
    home
}

/// The mails in a folder and the names of their files, sorted.
fn in_folder(home: &Home, folder: &str) -> (Vec<String>, Vec<Mail>) {
    let Ok(entries) = fs::read_dir(home.path().join(folder)) else { return Default::default() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let name = |file: &PathBuf| file.file_name().unwrap().to_string_lossy().into_owned();
    (files.iter().map(name).collect(), parse(&files))
}

fn recipients(mails: &[Mail]) -> Vec<&str> {
    let mut to: Vec<&str> = mails.iter().map(Mail::to).collect();
    to.sort_unstable();
    to
}

/// A mail that a program of this machine took, whose lines end as the machine's lines do.
fn assert_sound_here(mail: &mut Mail) {
    assert!(!mail.raw.contains('\r'), "{}", mail.raw);
    mail.bare_breaks = 0;
    mail.longest_line = 0;
    assert_sound(mail);
}

#[test]
fn sendmail_gets_each_mail_with_its_recipient_in_the_header() {
    if !has_servers() {
        return;
    }
    let home = sendmail_home();
    assert_ended(&home.mail(TODAY, &[]), 0);
    let (_, mut mails) = in_folder(&home, "bin/sendmail.d");
    assert_eq!(recipients(&mails), everyone());
    mails.iter_mut().for_each(assert_sound_here);
    let words = fs::read_to_string(home.path().join("bin/sendmail.words")).unwrap();
    assert_eq!(words, "-t -i\n".repeat(4));
    assert_ended(&home.mail(TODAY, &[]), 0);
    assert_eq!(in_folder(&home, "bin/sendmail.d").1.len(), 4);
}

#[test]
fn what_sendmail_refuses_is_told_and_tried_again() {
    if !has_servers() {
        return;
    }
    let home = sendmail_home();
    home.put("bin/sendmail.refused", TEACHERS[0].1);
    for _ in 0..2 {
        let ran = home.mail(TODAY, &[]);
        assert_ended(&ran, 5);
        assert!(ran.err.contains("nobody of that name"), "{}", ran.err);
        let (_, mails) = in_folder(&home, "bin/sendmail.d");
        assert_eq!(recipients(&mails), [everyone()[0], everyone()[2], everyone()[3]]);
    }
    home.put("bin/sendmail.refused", "nobody");
    assert_ended(&home.mail(TODAY, &[]), 0);
    assert_eq!(in_folder(&home, "bin/sendmail.d").1.len(), 4);
}

#[test]
fn without_the_program_of_sendmail_nothing_went_and_it_is_told() {
    let home = sendmail_home();
    fs::remove_file(home.path().join("bin/sendmail")).unwrap();
    assert_ended(&home.mail(TODAY, &[]), 5);
}

#[test]
fn eml_files_are_whole_mails_and_no_later_run_harms_them() {
    if !has_servers() {
        return;
    }
    for (setting, folder) in [("folder = \"outbox\"\n", "outbox"), ("", ".care/outbox")] {
        let home = Home::new();
        let settings = format!("transport = \"eml\"\n{setting}{WHOM}");
        home.school("测试小学", &settings);
        assert_ended(&home.mail(TODAY, &["--to", "principal"]), 0);
        let (mut expected, mails) = in_folder(&home, folder);
        assert_eq!(recipients(&mails), everyone()[2..]);
        assert_eq!(expected, ["T00003", "office2"].map(|to| format!("{TODAY}-summary-{to}.eml")));
        assert_ended(&home.mail(TODAY, &["--to", "staff"]), 0);
        assert_ended(&home.mail(TODAY, &[]), 0);
        let (names, mails) = in_folder(&home, folder);
        assert_eq!(recipients(&mails), everyone());
        mails.iter().for_each(assert_sound);
        expected.splice(0..0, TEACHERS.map(|(id, _)| format!("{TODAY}-list-{id}.eml")));
        assert_eq!(names, expected);
    }
}

#[test]
fn a_list_that_comes_later_on_a_day_takes_no_other_file() {
    if !has_servers() {
        return;
    }
    let home = Home::new();
    home.school("测试小学", &format!("transport = \"eml\"\n{WHOM}"));
    // Only the second class has something to do, and then the first too.
    home.talk("C00001 C00002 C00004", "2024-10-15");
    assert_ended(&home.mail(TODAY, &[]), 0);
    home.talk("C00004", "2024-10-15");
    assert_ended(&home.mail(TODAY, &[]), 0);
    assert_eq!(recipients(&in_folder(&home, ".care/outbox").1), everyone());
}

#[test]
fn an_address_named_twice_gets_one_mail() {
    if !has_servers() {
        return;
    }
    let home = Home::new();
    let twice = [OFFICE, OFFICE, "T00003", "T00003"].map(|name| format!("\"{name}\"")).join(", ");
    let settings = format!(
        "transport = \"eml\"\nfrom = \"留守儿童之家 <care@school.example>\"\n\
         summary_to = [{twice}, \"zhouli@school.example\"]\n"
    );
    home.school("测试小学", &settings);
    assert_ended(&home.mail(TODAY, &[]), 0);
    assert_eq!(recipients(&in_folder(&home, ".care/outbox").1), everyone());
}
