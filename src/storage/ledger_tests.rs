use super::*;
use crate::storage::journal::together;

fn batch(name: &str) -> Batch {
    let text = format!(
        r#"{{"batch":"{name}","at":"","command":"","written":[],"files":[],"whole":true}}"#
    );
    serde_json::from_str(&text).unwrap()
}

#[test]
fn a_file_that_was_changed_and_then_taken_away_is_given_back_as_it_was_at_first() {
    let file = || "children/C00001.toml".to_owned();
    let put = |before: Option<&str>, text: &str| Step::Put {
        file: file(),
        before: before.map(str::to_owned),
        text: text.to_owned(),
    };
    let remove = |before: &str| Step::Remove { file: file(), before: before.to_owned() };
    let steps = [put(Some("first"), "second"), remove("second")];
    let own = batch("aaaa").of_steps(&steps);
    assert_eq!(own.before[&file()].as_deref(), Some("first"));
    assert!(own.after.is_empty());
    assert_eq!(together(steps.clone()), [remove("first")]);
    assert_eq!(together([put(None, "second"), remove("second")]), []);
    assert_eq!(together([remove("first"), put(None, "new")]), [put(Some("first"), "new")]);
}

#[test]
fn a_batch_never_takes_a_name_that_stands_in_the_ledger_even_in_a_torn_line() {
    let ledger = "{\"batch\":\"aaaa\"}\n{\"batch\":\"bbbb\",\"at\"";
    let drawn = std::cell::RefCell::new(vec!["cccc", "bbbb", "aaaa"]);
    let random = || drawn.borrow_mut().pop().unwrap().to_owned();
    assert_eq!(name_beside(ledger, random), "cccc");
}

#[test]
fn a_ledger_that_was_tidied_and_grew_again_is_not_taken_for_the_one_that_was_seen() {
    let line = |whole: bool, name: &str| {
        let batch = Batch { whole, ..batch(name) };
        serde_json::to_string(&batch).unwrap() + "\n"
    };
    let sighting = |file: &str, text: &str| Sighting {
        length: text.len() as u64,
        file: Some(file.to_owned()),
    };
    let before = line(true, "aaaa");
    let seen = sighting("1", &before);
    let follows = |file: &str, text: &str| seen.is_followed(&sighting(file, text), text.as_bytes());
    assert!(follows("1", &(before.clone() + &line(false, "bbbb"))));
    assert!(!follows("1", &(before.clone() + &line(true, "bbbb"))));
    // Tidied: another file, shorter, or cut within a line.
    assert!(!follows("2", &(before.clone() + &line(false, "bbbb"))));
    assert!(!follows("1", "\n"));
    assert!(!follows("1", &(line(true, "longer") + &line(false, "bbbb"))));
}
