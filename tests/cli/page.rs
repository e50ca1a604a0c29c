//! `--format html`: the page that is looked at, sent on and printed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::harness::{Home, Ran, project};

const EXAMPLES: [&str; 5] = ["goudun", "guzhuang", "sunchengsi", "tingshui", "wangjiaba"];
const TODAY: &str = "2024-12-20";

fn example(name: &str) -> Home {
    Home::copy_of(&project().join("examples").join(name).display().to_string()).at(TODAY)
}

fn page(home: &Home, line: &str) -> String {
    let Ran { code, out, err, .. } = home.run(&format!("{line} --format html"));
    assert_eq!(code, 0, "{line}: {err}");
    out
}

/// The text of a page's cell.
fn plain(cell: &str) -> String {
    cell.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&#39;", "'")
}

/// The rows of the tables under the headings that begin so.
fn rows(page: &str, heading: &str) -> Vec<Vec<String>> {
    let sections = page.split("<section>").filter(|own| own.contains(&format!("<h2>{heading}")));
    let bodies = sections.filter_map(|own| own.split_once("<tbody>"));
    let lines = bodies.flat_map(|(_, body)| body.lines().filter(|line| line.starts_with("<tr")));
    let cells = |line: &str| {
        let cells = line.split("<td").skip(1);
        cells
            .map(|own| plain(own.split_once('>').unwrap().1.split("</td>").next().unwrap()))
            .collect()
    };
    lines.map(cells).collect()
}

#[test]
fn the_page_of_each_example_home_holds_the_whole_overdue_list_and_who_is_first() {
    for name in EXAMPLES {
        let home = example(name);
        let told = home.json("overdue");
        let told = told.as_array().unwrap();
        let page = page(&home, "overdue");
        let listed = rows(&page, "逾期清单");
        assert_eq!(listed.len(), told.len(), "{name}");
        let first = rows(&page, "先办这些");
        for row in told {
            let who = row["name"].as_str().unwrap();
            assert!(listed.iter().any(|own| own.iter().any(|cell| cell == who)), "{name} {who}");
            let rule = row["rule_name"].as_str().unwrap();
            let line = first.iter().find(|own| own[0] == rule).unwrap();
            assert!(
                line[1].contains(who) || line[1].contains("等 "),
                "{name} {rule} {who}: {line:?}"
            );
        }
        assert!(page.find("先办这些") < page.find("逾期清单"), "{name}");
    }
}

/// The first day of the term of `TODAY`.
fn term(home: &Home) -> NaiveDate {
    let text = home.read("calendar.toml");
    let firsts = text.lines().filter_map(|line| line.strip_prefix("first = "));
    let firsts = firsts.filter_map(|own| own.get(..10)?.parse::<NaiveDate>().ok());
    let of_terms: Vec<NaiveDate> = firsts.collect();
    let today: NaiveDate = TODAY.parse().unwrap();
    // Windows and holidays have first days as well; no term of these homes begins after August
    // but the one of autumn.
    *of_terms
        .iter()
        .filter(|day| **day <= today && day.month() >= 8)
        .min_by_key(|day| (day.year() != today.year(), **day))
        .unwrap()
}

#[test]
fn the_map_of_contacts_counts_each_record_of_the_term_once_for_each_child() {
    for name in EXAMPLES {
        let home = example(name);
        let rules = home.json("rules");
        let of_children = rules
            .as_array()
            .unwrap()
            .iter()
            .filter(|own| own["subject"] == "child" && own["level"] != "inform");
        let registers = of_children.flat_map(|own| own["records"].as_array().unwrap().clone());
        let registers: BTreeSet<String> =
            registers.map(|own| own.as_str().unwrap().to_owned()).collect();
        let is_open = |own: &String| !["counselling", "plan", "incident"].contains(&own.as_str());
        let registers = registers.into_iter().filter(is_open);
        let registers: Vec<String> = registers.collect();
        let line = format!("records {} --from {}", registers.join(" "), term(&home));
        let listed = home.json("list");
        let listed: BTreeSet<&str> =
            listed.as_array().unwrap().iter().map(|own| own["id"].as_str().unwrap()).collect();
        let mut expected: BTreeMap<String, i64> = BTreeMap::new();
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        for event in home.json(&line).as_array().unwrap() {
            let done = i64::from(event["outcome"] != "attempted");
            for child in event["children"].as_array().unwrap() {
                let id = child["id"].as_str().unwrap();
                if listed.contains(id) {
                    let name = child["name"].as_str().unwrap().to_owned();
                    files.insert(name, format!("children/{id}.toml"));
                    *expected.entry(child["name"].as_str().unwrap().to_owned()).or_default() +=
                        done;
                }
            }
        }
        expected.retain(|_, own| *own > 0);
        let mut counted: BTreeMap<String, i64> = BTreeMap::new();
        for row in rows(&page(&home, "overdue"), "").iter().filter(|own| own.len() > 14) {
            let own: i64 = row[2..].iter().filter_map(|own| own.parse::<i64>().ok()).sum();
            *counted.entry(row[1].clone()).or_default() += own;
        }
        counted.retain(|_, own| *own > 0);
        // Of whoever is away for a time nothing is asked today.
        expected.retain(|child, _| {
            let is_paused = home.read(&files[child]).contains("[[pause]]");
            counted.contains_key(child) || !is_paused
        });
        assert!(counted.len() > 20, "{name}");
        assert_eq!(counted, expected, "{name}");
    }
}

#[test]
fn whatever_stands_in_a_record_a_page_stays_whole_and_inert() {
    let odd = "</td><script>x</script> =1+1";
    let home = Home::new().child("C00001", "").with(
        "children/C00001.toml",
        &format!(
            "id = \"C00001\"\nname = {odd:?}\nclass = \"2022-1\"\n[[spell]]\njoined = 2024-09-02\n"
        ),
    );
    let home = home.at("2024-12-20");
    assert!(home.run("list --format html").out.contains("&lt;script&gt;"));
    for line in ["list", "overdue", "records talk", "check", "help", "rules", "calendar"] {
        let Ran { out, .. } = home.run(&format!("{line} --format html"));
        assert!(out.starts_with("<!doctype html>") && out.ends_with("</body></html>\n"), "{line}");
        assert_eq!(
            out.matches("<script>").count(),
            usize::from(out.contains("id=filter")),
            "{line}"
        );
        for asking in ["http:", "https:", " src=", "@import", "url(", "<link", "<img", "\u{202e}"] {
            assert!(!out.contains(asking), "{line}: {asking}");
        }
    }
}

#[test]
fn a_page_is_told_by_its_files_name_and_is_not_put_over_another_unasked() {
    let home = example("guzhuang");
    assert_eq!(home.run("overdue -o page.html").code, 0);
    let before = home.read("page.html");
    assert!(before.starts_with("<!doctype html>"));
    let again = home.run("list -o page.html");
    assert_eq!((again.code, home.read("page.html")), (2, before));
    assert_eq!(home.run("list -o page.html -y").code, 0);
    assert!(home.read("page.html").contains("<h1>儿童"));
}

#[test]
fn a_page_on_a_terminal_asks_for_a_file() {
    let ran = example("guzhuang").wide(80).run("overdue --format html");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("-o 文件.html"), "{}", ran.err);
}

#[test]
fn an_empty_home_and_one_of_one_child_have_a_page_too() {
    for home in [Home::new(), Home::new().child("C00001", "")] {
        for line in ["overdue", "due", "list", "matrix", "rates"] {
            let ran = home.run(&format!("{line} --format html"));
            // Nothing is judged long after a calendar has ended: that is told, and no page made.
            assert!([0, 3].contains(&ran.code), "{line}: {}", ran.err);
            assert_eq!(ran.code == 0, ran.out.contains("<h1>"), "{line}");
        }
    }
}
