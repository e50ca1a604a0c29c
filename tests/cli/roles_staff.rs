//! `care edit-staff`, and that whatever edits `staff.toml` keeps what it does not change.

use crate::harness::{Home, SETTINGS};

/// Written by hand, in several forms: commas, quotes, comments, a list over several lines.
const STAFF: &str = "# 教师名单，手写的\n\n[[staff]]\nid = 'T00001' # 班主任\nname = \"刘敏\"\n\
    phone = \"13900139000\"   # 家里的\nroles = [\n    # 一直教这个班\n    \
    { role = \"head_teacher\", class = \"2021-2\", from = 2024-09-01 }, # 四年级\n]\n\n\
    # 下面是校外的人\n[[staff]]\nid=\"T00002\"\nname   = '何秀兰'\n\
    x = { \"备注\" = \"村里\" } # 学校自己的\n\n[[staff]]\nid = \"T00003\"\nname = \"王芳\"\n\
    [[staff.roles]]\nrole = \"principal\"\nfrom = 2024-09-01\n# 完";

/// The one whom no command touches.
const UNTOUCHED: &str = "# 下面是校外的人\n[[staff]]\nid=\"T00002\"\nname   = '何秀兰'\n\
    x = { \"备注\" = \"村里\" } # 学校自己的\n";

fn home() -> Home {
    Home::new()
        .at("2024-11-18")
        .with("care.toml", SETTINGS)
        .with("staff.toml", STAFF)
        .child("C00001", "class = \"2021-2\"")
}

#[track_caller]
fn refuses(line: &str, said: &str) {
    let home = home();
    let ran = home.run(line);
    assert_eq!((ran.out.as_str(), ran.code), ("", 2), "{line}: {}", ran.err);
    assert!(ran.err.contains(said), "{line}: {}", ran.err);
    assert_eq!(home.read("staff.toml"), STAFF, "{line}");
}

#[test]
fn fields_are_set_by_chinese_labels_or_keys_and_emptied_by_nothing() {
    let home = home();
    let ran = home.run(
        "edit-staff 刘敏 --set 电话=13900139001、0552-3320000 --set 性别=女 \
         --set email=liumin@school.example --set 姓名=刘小敏 --set 单位=柳河村卫生室",
    );
    let said = [
        "已修改：刘敏（T00001）",
        "电话：139****9001 / 055*****0000",
        "性别：女",
        "邮箱：l*********************",
        "姓名：刘小敏",
        "单位：柳河村卫生室",
        "撤销：care undo",
    ];
    let told: Vec<&str> = ran.err.lines().collect();
    assert_eq!((&told[..3], ran.code), (&said[..3], 0), "{}", ran.err);
    assert_eq!(told[4..], said[4..]);
    assert!(!ran.err.contains("liumin@school"), "{}", ran.err);
    let text = home.read("staff.toml");
    assert!(text.contains("phone = [\"13900139001\", \"0552-3320000\"]   # 家里的\n"), "{text}");
    assert!(text.contains("name = \"刘小敏\"\n") && text.contains("sex = \"female\"\n"), "{text}");
    let ran = home.run("edit-staff 刘小敏 --set 电话= --set 邮箱= --set 单位= --lang en");
    let said = "changed: 刘小敏 (T00001)\nphone: not set\ne-mail: not set\nemployer: not set\n\
        take it back: care undo\n";
    assert_eq!((ran.err.as_str(), ran.code), (said, 0));
    let text = home.read("staff.toml");
    assert!(!text.contains("phone") && text.contains("# 家里的\n"), "{text}");
    assert!(text.contains(UNTOUCHED) && text.ends_with("# 完"), "{text}");
}

#[test]
fn what_is_as_it_was_is_not_written() {
    let home = home();
    let ran = home.run("edit-staff 刘敏 --set 电话=13900139000 --set 性别=");
    assert_eq!((ran.err.as_str(), ran.code), ("和原来一样，没有写入\n", 0));
    assert_eq!(home.read("staff.toml"), STAFF);
}

#[test]
fn what_is_wrong_is_refused_with_what_to_type() {
    refuses("edit-staff 刘敏 --set roles=principal", "care appoint");
    refuses("edit-staff 刘敏 --set 编号=T00009", "care appoint");
    refuses("edit-staff 刘敏 --set phones=13900139000", "是不是：phone");
    refuses("edit-staff 刘敏 --set 性别=f", "female 女");
    refuses("edit-staff 刘敏 --set 邮箱=liumin", "liumin@school.example");
    refuses("edit-staff 刘敏 --set 姓名=", "姓名");
    refuses("edit-staff 刘敏 --set 姓名=王芳", "T00003");
    refuses("edit-staff 刘明 --set 性别=女", "没有叫“刘明”的人");
    refuses("edit-staff 刘敏", "--set");
}

/// A generator of numbers that is the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, number: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % number
    }
}

fn any_command(dice: &mut Dice) -> String {
    let who = ["T00001", "T00003"][dice.below(2)];
    let role = ["班主任 --class 2021-2", "代理家长", "校长", "党员"][dice.below(4)];
    let day = format!("2024-{:02}-{:02}", 9 + dice.below(3), 1 + dice.below(28));
    let field = ["电话", "邮箱", "性别", "单位", "x.备注"][dice.below(5)];
    let value = ["", "13900139001", "女", "a@b.example", "一 # 二"][dice.below(5)];
    match dice.below(3) {
        0 => format!("appoint {who} --role {role} --from {day}"),
        1 => format!("dismiss {who} --role {role} --date {day}"),
        _ => format!("edit-staff {who} --set '{field}={value}' --force"),
    }
}

#[test]
fn whatever_is_edited_comments_and_other_entries_stay_byte_for_byte() {
    for line_end in ["\n", "\r\n"] {
        let home = home().with("staff.toml", &STAFF.replace('\n', line_end));
        let mut dice = Dice(7);
        let mut done = 0;
        for _ in 0..300 {
            let line = any_command(&mut dice);
            let before = home.read("staff.toml");
            let ran = home.run(&line);
            let text = home.read("staff.toml");
            match ran.code {
                0 => done += 1,
                2 => assert_eq!(text, before, "{line}"),
                code => panic!("{line}: {code} {}", ran.err),
            }
            assert!(text.contains(&UNTOUCHED.replace('\n', line_end)), "{line}: {text}");
            for comment in STAFF.lines().filter_map(|line| line.split_once('#')) {
                assert!(text.contains(comment.1), "{line} lost {}: {text}", comment.1);
            }
            assert!(text.ends_with("# 完") || text.contains("# 完"), "{line}: {text}");
        }
        assert!(done > 100, "{done}");
        let checked = home.run("check --format json").out;
        assert!(!checked.contains("\"fault\""), "{checked}");
    }
}
