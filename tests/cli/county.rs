//! A county of 12,751 left-behind children, as one has counted them: every split adds up to all.

use std::fmt::Write as _;
use std::fs;

use crate::harness::Home;

const ALL: usize = 12_751;
const TODAY: &str = "2024-12-20";

/// The county's own figures: girls and boys, boarders and day pupils, one parent away and both.
const GIRLS: usize = 5_818;
const BOARDERS: usize = 6_468;
const ONE_AWAY: usize = 7_398;

/// An id of a child; no two are alike.
fn id(mut at: usize) -> String {
    const LETTERS: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut own = String::new();
    for _ in 0..5 {
        own.insert(0, LETTERS[at % LETTERS.len()] as char);
        at /= LETTERS.len();
    }
    format!("C{own}")
}

fn county() -> Home {
    let home = Home::new().at(TODAY);
    let folder = home.root().join("children");
    fs::create_dir_all(&folder).unwrap();
    for at in 0..ALL {
        let id = id(at);
        // The splits cross each other: strides that share nothing with the number of all.
        let of = |stride: usize, first: usize| at * stride % ALL < first;
        let (sex, boards) = (if of(1, GIRLS) { "female" } else { "male" }, of(7, BOARDERS));
        let mut text = format!("id = \"{id}\"\nname = \"陈{id}\"\nsex = \"{sex}\"\n");
        let _ = writeln!(text, "class = \"{}-{}\"", 2019 + at % 6, 1 + at / 6 % 9);
        let _ = write!(text, "boarding = {boards}\n[father]\naway = true\n");
        let _ = write!(text, "[mother]\naway = {}\n", !of(11, ONE_AWAY));
        text += "[[spell]]\njoined = 2024-09-02\n";
        fs::write(folder.join(format!("{id}.toml")), text).unwrap();
    }
    home.keep_private();
    home
}

fn counts(home: &Home, field: &str) -> Vec<usize> {
    let told = home.json(&format!("list --count-by {field}"));
    let told = told.as_array().unwrap().iter();
    told.map(|own| usize::try_from(own["children"].as_u64().unwrap()).unwrap()).collect()
}

#[test]
fn every_split_of_a_county_adds_up_to_all_its_children() {
    let home = county();
    let sorted = |field: &str| {
        let mut own = counts(&home, field);
        own.sort_unstable();
        own
    };
    assert_eq!(sorted("sex"), [GIRLS, ALL - GIRLS]);
    assert_eq!(sorted("boarding"), [ALL - BOARDERS, BOARDERS]);
    assert_eq!(sorted("mother.away"), [ALL - ONE_AWAY, ONE_AWAY]);
    assert_eq!(sorted("class").iter().sum::<usize>(), ALL);
    assert_eq!(sorted("class").len(), 54);
    let rates = home.run("rates --by class");
    assert_eq!(rates.code, 0, "{}", rates.err);
}
