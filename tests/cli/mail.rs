//! `care mail`: who gets which list, once a day, and what is said when it cannot be.

use std::fs;

use crate::harness::Home;

const HEAD: &str = "{ role = \"head_teacher\", class = \"2021-2\", from = 2024-09-01 }";

/// A child of each of two classes who were never talked to, their head teachers and a principal.
pub fn home(mail: &str) -> Home {
    let other = "{ role = \"head_teacher\", class = \"2020-1\", from = 2024-09-01 }";
    let principal = "{ role = \"principal\", from = 2020-09-01 }";
    let settings = format!("\n[mail]\nfrom = \"之家 <care@school.example>\"\n{mail}\n");
    let home = Home::new().at("2024-11-18").and("care.toml", &settings);
    home.rule("id = \"talk\"\nrecords = [\"talk\"]\nevery = \"month\"\nby = \"head_teacher\"")
        .child("C00001", "class = \"2021-2\"")
        .child("C00002", "class = \"2020-1\"")
        .and("staff.toml", &person("T00001", "刘敏", "liu@school.example", HEAD))
        .and("staff.toml", &person("T00002", "王芳", "wang@school.example", other))
        .and("staff.toml", &person("T00003", "顾正华", "gu@school.example", principal))
}

fn person(id: &str, name: &str, email: &str, role: &str) -> String {
    format!(
        "[[staff]]\nid = \"{id}\"\nname = \"{name}\"\nemail = \"{email}\"\nroles = [{role}]\n\n"
    )
}

pub const EML: &str = "transport = \"eml\"\nsummary_to = [\"T00003\"]";

/// The previewed mail to an address.
pub fn mail_to(preview: &str, address: &str, kind: &str) -> String {
    let rule = "-".repeat(40);
    let mails = preview.split(&rule);
    let own = |mail: &&str| {
        let head = mail.trim_start().lines().next().unwrap();
        head.contains(&format!("<{address}>")) && head.contains(kind)
    };
    let found: Vec<&str> = mails.filter(own).collect();
    assert_eq!(found.len(), 1, "{address} {kind}: {preview}");
    found[0].to_owned()
}

pub fn outbox(home: &Home) -> Vec<String> {
    let Ok(entries) = fs::read_dir(home.root().join(".care/outbox")) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort_unstable();
    names
}

#[test]
fn each_responsible_person_gets_a_list_of_their_own_children_and_of_nobody_elses() {
    let ran = home(&format!("{EML}\nmask = \"none\"")).run("mail --preview");
    assert_eq!((ran.err.as_str(), ran.code), ("", 0));
    let liu = mail_to(&ran.out, "liu@school.example", "清单");
    assert!(liu.contains("儿童C00001") && !liu.contains("C00002"), "{liu}");
    assert!(liu.contains("逾期 1 项") && !liu.contains("请督促"), "{liu}");
    let wang = mail_to(&ran.out, "wang@school.example", "清单");
    assert!(wang.contains("儿童C00002") && !wang.contains("C00001"), "{wang}");
}

#[test]
fn the_list_tells_what_is_overdue_and_then_what_falls_due_within_due_days() {
    let ran = home(&format!("{EML}\ndue_days = 12")).run("mail --preview");
    let liu = mail_to(&ran.out, "liu@school.example", "清单");
    let places =
        [liu.find("逾期 1 项\n"), liu.find("12 天内到期 1 项"), liu.find("应办 2024-11-30")];
    assert!(places.is_sorted() && places[0].is_some(), "{liu}");
}

#[test]
fn after_escalate_days_a_row_also_goes_to_the_next_person_up() {
    // The slots of September and October: overdue since 30 September, 49 days.
    for (days, raised) in [(49, true), (50, false)] {
        let home = home(&format!("{EML}\nescalate_days = {days}"));
        let ran = home.run("mail --preview");
        assert!(mail_to(&ran.out, "liu@school.example", "清单").contains("逾期 49 天"));
        assert_eq!(ran.out.contains("<gu@school.example>（清单）"), raised, "{days}");
    }
    let director = "{ role = \"teaching_director\", from = 2020-09-01 }";
    let director = person("T00004", "陈刚", "chen@school.example", director);
    let ran = home(EML).and("staff.toml", &director).run("mail --preview");
    assert!(mail_to(&ran.out, "chen@school.example", "清单").contains("他人负责的 2 项，请督促"));
    assert!(!ran.out.contains("<gu@school.example>（清单）"), "only the next one up: {}", ran.out);
}

#[test]
fn the_principal_gets_a_summary_by_class_and_person_with_the_worst_cases() {
    let ran = home(EML).run("mail --preview --to principal");
    let summary = mail_to(&ran.out, "gu@school.example", "汇总");
    for said in [
        "四（2）班  1 项（1 名儿童）  最久 49 天",
        "五（1）班  1 项（",
        "刘＊  1 项（",
        "王＊  1 项（",
        "逾期最久的",
    ] {
        assert!(summary.contains(said), "{said}: {summary}");
    }
    assert!(!ran.out.contains("<liu@school.example>"), "{}", ran.out);
}

#[test]
fn names_are_masked_unless_the_school_says_otherwise_and_no_child_is_in_a_subject() {
    for (mask, shown) in
        [("", "儿＊＊＊＊＊＊1"), ("mask = \"full\"", "C00001"), ("mask = \"none\"", "儿童C00001")]
    {
        let ran = home(&format!("{EML}\n{mask}")).run("mail --preview");
        assert!(
            mail_to(&ran.out, "liu@school.example", "清单").contains(shown),
            "{mask}: {}",
            ran.out
        );
        let subjects = ran.out.lines().filter(|line| line.starts_with("主题："));
        assert!(subjects.clone().count() >= 3);
        assert!(subjects.clone().all(|line| !line.contains("儿童C") && !line.contains("C0000")));
    }
}

#[test]
fn a_mail_goes_once_a_day_to_each_recipient() {
    let home = home(EML);
    let first = home.run("mail");
    assert_eq!((first.err.as_str(), first.out.as_str(), first.code), ("已发出 4 封\n", "", 0));
    let sent = outbox(&home);
    assert_eq!(sent.len(), 4, "{sent:?}");
    assert_eq!(home.run("mail").err, "");
    assert_eq!(home.run("mail -q --today 2024-11-18").code, 0);
    assert_eq!(outbox(&home), sent);
    let home = home.at("2024-11-19");
    assert_eq!(home.run("mail").err, "已发出 4 封\n");
    assert_eq!(outbox(&home).len(), 8);
}

#[test]
fn it_is_silent_when_there_is_nothing() {
    let home = home(&format!("{EML}\nheartbeat = \"never\"\ndue_days = 0")).events(
        "talk",
        "C00001 C00002",
        &["2024-09-10", "2024-10-10", "2024-11-10"],
    );
    let ran = home.run("mail");
    assert_eq!((ran.out.as_str(), ran.err.as_str(), ran.code), ("", "", 0));
    assert_eq!(outbox(&home), Vec::<String>::new());
}

#[test]
fn once_a_week_a_sign_of_life_goes_when_nothing_else_did() {
    let mut home = home(&format!("{EML}\nheartbeat = \"monday\"\ndue_days = 0")).events(
        "talk",
        "C00001 C00002",
        &["2024-09-10", "2024-10-10", "2024-11-10"],
    );
    let mut sent = Vec::new();
    for day in 17..=26 {
        home = home.at(&format!("2024-11-{day}"));
        let ran = home.run("mail");
        assert_eq!(ran.code, 0);
        if !ran.err.is_empty() {
            sent.push(day);
        }
    }
    // The 18th and the 25th are Mondays; the 17th is the first run ever.
    assert_eq!(sent, [17, 18, 25]);
    assert!(outbox(&home).iter().all(|name| name.contains("heartbeat")));
}

#[test]
fn outside_terms_no_lists_go_but_the_sign_of_life_unless_in_holidays_is_set() {
    let on = |mail: &str| home(mail).run("mail --preview --today 2025-02-03");
    let ran = on(EML);
    assert!(mail_to(&ran.out, "gu@school.example", "平安信").contains("现在不在学期内"));
    assert!(!ran.out.contains("清单）") && !ran.out.contains("汇总）"), "{}", ran.out);
    let ran = on(&format!("{EML}\nin_holidays = true"));
    assert!(ran.out.contains("<liu@school.example>（清单）"), "{}", ran.out);
}

#[test]
fn when_the_home_has_faults_the_summary_goes_without_names_and_the_exit_code_is_3() {
    let home = home(EML).with("children/C00009.toml", "id = \"C00009\"\nname = \"李小明\"\n= 1\n");
    let ran = home.run("mail");
    assert_eq!(ran.code, 3);
    assert_eq!(outbox(&home), ["2024-11-18-fault-T00003.eml"]);
    let said = format!("{}{}", ran.out, ran.err);
    assert!(said.contains("处错误") && !said.contains("李小明"), "{said}");
    let again = home.run("mail --preview --resend");
    assert_eq!(again.code, 3, "the fault is there until it is mended");
    assert!(!again.out.contains("李小明"), "{}", again.out);
    let broken = home.with("staff.toml", "[[staff]\n");
    assert_eq!(broken.at("2024-11-19").run("mail").code, 3, "nobody to tell, told on the screen");
}

#[test]
fn a_mail_that_was_cut_off_is_named_and_goes_again_only_with_resend() {
    let line = "2024-11-18\tlist\tT00001\tbegun\t20241118.abc@school.example\n";
    let home = home(EML).with(".care/mail", line);
    for _ in 0..2 {
        let ran = home.run("mail -q");
        assert_eq!(ran.code, 5);
        assert!(ran.err.contains("liu@school.example"), "{}", ran.err);
        assert!(ran.err.contains("20241118.abc@school.example"), "{}", ran.err);
        assert_eq!(outbox(&home).len(), 3, "the others are served");
    }
    let ran = home.run("mail --resend");
    assert_eq!((ran.err.as_str(), ran.code), ("已发出 1 封\n", 0));
    let last =
        fs::read_to_string(home.root().join(".care/outbox/2024-11-18-list-T00001.eml")).unwrap();
    assert!(last.contains("Message-ID: <20241118.abc@school.example>"), "{last}");
    assert_eq!(home.run("mail").code, 0);
}

#[test]
fn a_mail_cut_off_on_an_earlier_day_is_named_once() {
    let line = "2024-11-15\tlist\tT00001\tbegun\t20241115.abc@school.example\n";
    let home = home(EML).with(".care/mail", line);
    let ran = home.run("mail -q");
    assert_eq!((ran.code, ran.err.contains("2024-11-15")), (5, true), "{}", ran.err);
    assert_eq!(outbox(&home).len(), 4, "today's mails go all the same");
    assert_eq!(home.run("mail -q").code, 0);
}

#[test]
fn a_ledger_that_cannot_be_read_stops_the_sending() {
    let home = home(EML).with(".care/mail", "what is this\n");
    assert_eq!(home.run("mail").code, 6);
    assert_eq!(outbox(&home), Vec::<String>::new());
}

#[test]
fn rows_that_reach_nobody_are_told_and_the_exit_code_is_5() {
    let home = home("transport = \"eml\"").with(
        "staff.toml",
        &format!("[[staff]]\nid = \"T00001\"\nname = \"刘敏\"\nroles = [{HEAD}]\n"),
    );
    let ran = home.run("mail -q");
    assert_eq!(ran.code, 5);
    assert!(ran.err.contains("有 2 项逾期没有人能收到"), "{}", ran.err);
}

#[test]
fn who_has_no_address_is_marked_in_the_summary() {
    let nobody = format!("[[staff]]\nid = \"T00005\"\nname = \"赵明\"\nroles = [{HEAD}]\n");
    let ran = home(EML).and("staff.toml", &nobody).run("mail --preview --to principal");
    let summary = mail_to(&ran.out, "gu@school.example", "汇总");
    assert!(summary.contains("赵＊  1 项（"), "{summary}");
    assert!(summary.contains("没有邮箱，收不到清单"), "{summary}");
}

#[test]
fn whose_email_is_no_address_is_told_and_the_exit_code_is_5() {
    let home = home(EML);
    let staff = home.read("staff.toml").replace("liu@school.example", "liu@school@example");
    let home = home.with("staff.toml", &staff);
    let ran = home.run("mail -q");
    assert_eq!((ran.code, ran.err.contains("T00001")), (5, true), "{}", ran.err);
    assert_eq!(outbox(&home).len(), 3, "the others are served");
}

#[test]
fn a_summary_may_also_go_to_an_address_that_is_no_member_of_staff() {
    let home = home("transport = \"eml\"\nsummary_to = [\"office@county.example\", \"T00003\"]");
    let ran = home.run("mail --preview --to principal");
    mail_to(&ran.out, "office@county.example", "汇总");
    mail_to(&ran.out, "gu@school.example", "汇总");
}

#[test]
fn what_the_settings_lack_is_told_before_anything_is_sent() {
    let cases = [
        ("transport = \"smtp\"", "[mail] 缺少 server"),
        ("server = \"smtp.school.example\"\nsecurity = \"none\"", "只能用于本机"),
        ("server = \"localhost\"\nuser = \"care\"\npassword_file = \"nowhere\"", "nowhere"),
        ("server = \"localhost\"\nca_file = \"care.toml\"", "证书不能用"),
    ];
    for (mail, said) in cases {
        let ran = home(mail).run("mail");
        assert_eq!(ran.code, 2, "{mail}: {}", ran.err);
        assert!(ran.err.contains(said), "{mail}: {}", ran.err);
    }
    let ran = Home::new().run("mail");
    assert_eq!((ran.code, ran.err.contains("没有 [mail]")), (2, true), "{}", ran.err);
}

#[test]
fn the_password_itself_is_no_key_of_care_toml() {
    let ran = home("password = \"secret\"").run("mail");
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("password_file"), "{}", ran.err);
}

#[test]
fn mails_are_in_the_homes_own_language() {
    let english = "format = 1\n\n[school]\nname = \"Test school\"\nlanguage = \"en\"\n\n\
                   [mail]\nfrom = \"care@school.example\"\nsummary_to = [\"T00003\"]\n";
    let ran = home(EML).with("care.toml", english).run("mail --preview --lang zh-CN");
    assert!(ran.out.contains("Overdue: 1"), "{}", ran.out);
}
