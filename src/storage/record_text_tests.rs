use super::{Node, PathPart, RecordText, field, in_entry, value_text};
use crate::domain::facts::Fact;

fn text(text: &str) -> Fact {
    Fact::Text(text.to_owned())
}

fn day(date: &str) -> Fact {
    Fact::Date(date.parse().unwrap())
}

#[track_caller]
fn edited(before: &str, edit: impl FnOnce(&mut RecordText) -> Option<()>) -> String {
    let mut record = RecordText::new(before).unwrap();
    edit(&mut record).unwrap();
    record.text().to_owned()
}

#[test]
fn a_value_is_put_in_anothers_place_whatever_form_its_table_has() {
    let forms = [
        "[carer]\nphone = [\"1\"] # old\nname = 'w'\n",
        "carer.phone = [\"1\"] # old\ncarer.name = 'w'\n",
        "carer = { phone = [\"1\"], name = 'w' } # old\n",
        "\u{feff}# top\r\n[carer] # here\r\nphone = [\"1\"]\t# old\r\nname = 'w'",
    ];
    for before in forms {
        let phone = Fact::List(vec!["139".to_owned(), "0564".to_owned()]);
        let after = edited(before, |record| record.set(&field("carer.phone"), &phone));
        assert_eq!(after, before.replace("[\"1\"]", "[\"139\", \"0564\"]"));
    }
}

#[test]
fn a_new_key_stands_after_the_last_of_its_table_and_in_its_form() {
    let set = |before, path| edited(before, |record| record.set(&field(path), &text("v")));
    let top = "id = \"C\"\nname = \"n\" # who\n\n[[spell]]\njoined = 2024-09-02\n";
    assert_eq!(set(top, "risk"), top.replace("# who\n", "# who\nrisk = \"v\"\n"));
    assert_eq!(set(top, "carer.name"), format!("{top}\n[carer]\nname = \"v\"\n"));
    assert_eq!(set("a.b = 1\nc = 2\n", "a.d"), "a.b = 1\na.d = \"v\"\nc = 2\n");
    assert_eq!(set("a = { b = 1 }\n", "a.d"), "a = { b = 1, d = \"v\" }\n");
    assert_eq!(set("a = {}\n", "a.d"), "a = { d = \"v\" }\n");
    assert_eq!(set("[a] # x\n# y\n[b]\nc = 1\n", "a.d"), "[a] # x\nd = \"v\"\n# y\n[b]\nc = 1\n");
    assert_eq!(set("[a]", "a.d"), "[a]\nd = \"v\"");
    assert_eq!(set("n = 1", "x.学号"), "n = 1\n\n[x]\n\"学号\" = \"v\"");
    assert_eq!(set("# only\n", "n"), "n = \"v\"\n# only\n");
    assert_eq!(
        set("n = 1\r\n[a]\r\nb = [\r\n1, # c\r\n]\r\n", "a.d"),
        "n = 1\r\n[a]\r\nb = [\r\n1, # c\r\n]\r\nd = \"v\"\r\n"
    );
}

#[test]
fn a_value_is_taken_away_and_the_comment_beside_it_stays() {
    let unset = |before, path| edited(before, |record| record.unset(&field(path)));
    assert_eq!(unset("a = 1\nb = 2 # why\nc = 3\n", "b"), "a = 1\n# why\nc = 3\n");
    assert_eq!(unset("a = 1\n  b = 2\nc = 3", "b"), "a = 1\nc = 3");
    assert_eq!(unset("a.b = [\n 1,\n]\na.c = 2\n", "a.b"), "a.c = 2\n");
    assert_eq!(unset("a = { b = 1, c = 2, d = 3 }\n", "a.b"), "a = { c = 2, d = 3 }\n");
    assert_eq!(unset("a = { b = 1, c = 2, d = 3 }\n", "a.c"), "a = { b = 1, d = 3 }\n");
    assert_eq!(unset("a = { b = 1, c = 2 }\n", "a.c"), "a = { b = 1 }\n");
    assert_eq!(unset("a = { b = 1 }\n", "a.b"), "a = {}\n");
    assert!(RecordText::new("a = 1\n").unwrap().unset(&field("b")).is_none());
}

#[test]
fn an_entry_goes_to_the_end_of_its_list_wherever_that_stands() {
    let entry = [("field", text("risk")), ("until", day("2024-11-30"))];
    let append = |before| edited(before, |record| record.append(&[PathPart::Key("was")], &entry));
    let own = "[[was]]\nfield = \"risk\"\nuntil = 2024-11-30\n";
    assert_eq!(append("n = 1\n# end\n"), format!("n = 1\n# end\n\n{own}"));
    let before = "[[was]]\nfield = 'a'\n# its own\n\n# the next\n[[spell]]\njoined = 2024-09-02\n";
    let (first, rest) = before.split_at(before.find("\n# the next").unwrap());
    assert_eq!(append(before), format!("{first}\n{own}{rest}"));
    let before = "[[was]]\nfield = 'a'\n# the next\n[[spell]]\n";
    let (first, rest) = before.split_at(before.find("# the next").unwrap());
    assert_eq!(append(before), format!("{first}\n{own}{rest}"));
    assert_eq!(
        append("was = [{ field = 'a' }]\n"),
        "was = [{ field = 'a' }, { field = \"risk\", until = 2024-11-30 }]\n"
    );
    assert_eq!(
        append("was = [\n  { field = 'a' }, # x\n]\n"),
        "was = [\n  { field = 'a' },\n  { field = \"risk\", until = 2024-11-30 }, # x\n]\n"
    );
    assert_eq!(append("was = []"), "was = [{ field = \"risk\", until = 2024-11-30 }]");
    assert_eq!(append("n = 1"), format!("n = 1\n\n{}", own.trim_end()));
}

#[test]
fn a_key_is_set_in_one_entry_alone() {
    let spells = "[[spell]]\njoined = 2024-09-02 # then\n\n[[spell]]\njoined = 2025-09-01\n";
    let left = day("2024-12-01");
    let after = edited(spells, |record| record.set(&in_entry("spell", 0, "left"), &left));
    assert_eq!(after, spells.replace("# then\n", "# then\nleft = 2024-12-01\n"));
    let staff = "[[staff]]\nid = \"T1\"\nroles = [{ role = \"a\", from = 2024-09-01 }] # r\n\n\
                 [[staff]]\nid = \"T2\"\n";
    let until = |nth| {
        let path =
            [PathPart::Key("staff"), PathPart::Nth(nth), PathPart::Key("roles"), PathPart::Nth(0)];
        [path.as_slice(), &[PathPart::Key("until")]].concat()
    };
    let after = edited(staff, |record| record.set(&until(0), &left));
    assert_eq!(after, staff.replace("09-01 }", "09-01, until = 2024-12-01 }"));
    let record = RecordText::new(staff).unwrap();
    assert_eq!(record.entry_where(&[PathPart::Key("staff")], "id", &text("T2")), Some(1));
    assert_eq!(record.entry_where(&[PathPart::Key("staff")], "id", &text("T3")), None);
    let spell = RecordText::new(spells).unwrap();
    let later = spell.entry_where(&[PathPart::Key("spell")], "joined", &day("2025-09-01"));
    assert_eq!(later, Some(1));
    assert!(RecordText::new(staff).unwrap().set(&until(1), &left).is_none());
    let roles = [PathPart::Key("staff"), PathPart::Nth(1), PathPart::Key("roles")];
    let after = edited(staff, |record| record.append(&roles, &[("role", text("b"))]));
    assert_eq!(after, format!("{staff}roles = [{{ role = \"b\" }}]\n"));
    let after = edited(staff, |record| record.set(&in_entry("staff", 1, "x.note"), &text("v")));
    assert_eq!(after, format!("{staff}x.note = \"v\"\n"));
    let listed = "[[staff]]\nid = 1\n[[staff.roles]]\nrole = 'a'\n\n[[staff]]\nid = 2\n";
    let first = [PathPart::Key("staff"), PathPart::Nth(0), PathPart::Key("roles")];
    let after = edited(listed, |record| record.append(&first, &[("role", text("b"))]));
    assert_eq!(after, listed.replace("'a'\n", "'a'\n\n[[staff.roles]]\nrole = \"b\"\n"));
}

#[test]
fn a_record_of_another_shape_is_left_as_it_is() {
    let mut record = RecordText::new("a = 1\n[[b]]\nc = 1\n").unwrap();
    let before = record.clone();
    assert!(record.set(&field("a.b"), &text("v")).is_none());
    assert!(record.set(&field("b"), &text("v")).is_none());
    assert!(record.append(&[PathPart::Key("a")], &[("c", text("v"))]).is_none());
    assert!(record.set(&in_entry("b", 1, "c"), &text("v")).is_none());
    assert_eq!(record, before);
    assert!(RecordText::new("a = ").is_none());
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn fact(&mut self) -> Fact {
        match self.below(5) {
            0 => text(&"“王 \" 芳\\#".repeat(self.below(3))),
            1 => Fact::List((0..self.below(3)).map(|nth| format!("1390013900{nth}")).collect()),
            2 => day("2024-09-02"),
            3 => Fact::Bool(self.below(2) == 0),
            _ => Fact::Integer(1956),
        }
    }
}

/// A child's file in one of many forms, with comments wherever there can be any.
fn random_record(dice: &mut Dice) -> String {
    let tables = [
        "[carer] # c1\n# c2\nname = '王桂英' # c3\nphone = [\n  \"1\",\n  \"2\",\n] # c4\n",
        "[carer]\n",
        "",
    ];
    let dotted = [
        "father.name = \"李强\" # c5\nfather.away = true\n",
        "father = { name = '李强', away = true } # c5\n",
        "father = {}\n",
        "",
    ];
    let lists =
        ["[[spell]]\njoined = 2024-09-02 # c6\n# c7\n\n", "[[spell]] # c6\njoined = 2024-09-02\n"];
    let last =
        ["# c8\n[[pause]]\nfrom = 2024-10-01\n\n[[spell]]\njoined = 2025-09-01\n# c9", "# c8\n"];
    let mut pick = |of: &[&str]| of[dice.below(of.len())].to_owned();
    let top = format!("# c0\nid = \"C00001\"\nname = \"儿童\" # c00\n{}\n", pick(&dotted));
    let all = top + &pick(&lists) + &pick(&tables) + &pick(&last);
    match dice.below(3) {
        0 => format!("\u{feff}{}", all.replace('\n', "\r\n")),
        1 => all.trim_end().to_owned(),
        _ => all,
    }
}

/// The comments in their order; no value of these records holds the mark with a letter c.
fn comments(record: &str) -> Vec<&str> {
    let is_mark = |part: &&str| part.starts_with('c');
    let marks = record.split("# ").filter(is_mark);
    marks.map(|part| part.split(['\r', '\n']).next().unwrap()).collect()
}

/// What one edit took out of a text, between all that is equal before and after it.
fn taken<'t>(before: &'t str, after: &str) -> &'t str {
    let same = before.bytes().zip(after.bytes()).take_while(|(one, other)| one == other).count();
    let rest = before.len().min(after.len()) - same;
    let ends = before.bytes().rev().zip(after.bytes().rev());
    let end = before.len() - ends.take(rest).take_while(|(one, other)| one == other).count();
    let bound = |mut at: usize| {
        while !before.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    &before[bound(same)..bound(end)]
}

#[test]
fn a_thousand_random_edits_keep_comments_order_and_every_untouched_byte() {
    let mut dice = Dice(0x5eed_0f1d);
    let paths =
        ["name", "risk", "carer.name", "carer.phone", "father.name", "father.away", "x.学号"];
    let mut edits = 0;
    while edits < 1000 {
        let mut record = RecordText::new(random_record(&mut dice)).unwrap();
        for _ in 0..12 {
            let before = record.text().to_owned();
            let (path, fact) = (paths[dice.below(paths.len())], dice.fact());
            let path = field(path);
            let most_lines = match dice.below(4) {
                0 => {
                    let entry = [("from", fact.clone()), ("reason", text("x"))];
                    let list = ["was", "spell", "pause"][dice.below(3)];
                    record.append(&[PathPart::Key(list)], &entry).unwrap();
                    0
                }
                1 => match record.unset(&path) {
                    Some(()) => 5,
                    None => continue,
                },
                _ => {
                    record.set(&path, &fact).unwrap();
                    let value = record.parsed().unwrap();
                    let root = Node::Body(value.as_table());
                    let span = root.at(&path).unwrap().value_span().unwrap();
                    assert_eq!(&record.text()[span], value_text(&fact));
                    4
                }
            };
            let after = record.text();
            let out = taken(&before, after);
            assert_eq!(comments(after), comments(&before), "{before}\n---\n{after}");
            assert!(out.matches('\n').count() <= most_lines, "{before}\n---\n{after}");
            if most_lines < 5 {
                assert_eq!(before.ends_with('\n'), after.ends_with('\n'), "{before}\n{after}");
            }
            let breaks =
                |text: &str| (text.contains("\r\n"), text.replace("\r\n", "").contains('\n'));
            assert_eq!(breaks(after), breaks(&before), "{before}\n---\n{after}");
            edits += 1;
        }
    }
}
