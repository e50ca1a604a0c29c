//! The example homes hold what their schools' texts describe, and have nothing to be mended.

use std::collections::BTreeMap;

use crate::harness::Home;

/// Schools, their registers and the requirements: the generator's own table.
const DESCRIBED: &str = include_str!("../generator/described.txt");

/// The day of the screens in the README.
const DAY: &str = "2024-12-20";

/// After the last day of the year.
const YEAR_OVER: &str = "2025-07-05";

/// The registers that each school's text describes.
fn described() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut schools: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in DESCRIBED.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let words: Vec<&str> = line.split(' ').collect();
        assert!(words.len() > 2, "a school, a register and a requirement: {line}");
        let school = schools.entry(words[0]).or_default();
        assert!(!school.contains(&words[1]), "told twice: {line}");
        school.push(words[1]);
    }
    schools
}

#[test]
fn each_example_home_holds_two_terms_of_every_register_that_its_school_describes() {
    let schools = described();
    assert_eq!(schools.len(), 5);
    for (school, registers) in schools {
        let home = Home::copy_of(&format!("examples/{school}"));
        for term in ["2024-2025-1", "2024-2025-2"] {
            let told = home.json(&format!(
                "records {} --term {term} --reveal restricted --reason 核对 --today {YEAR_OVER}",
                registers.join(" ")
            ));
            let rows = told.as_array().unwrap();
            for register in &registers {
                let holds = rows.iter().any(|row| row["register"] == *register);
                assert!(holds, "{school}: {register} in {term}");
            }
        }
    }
}

#[test]
fn check_finds_nothing_in_an_example_home_on_the_day_of_the_readme() {
    for school in described().keys() {
        let home = Home::copy_of(&format!("examples/{school}"));
        home.keep_private();
        let ran = home.run(&format!("check --today {DAY} --lang en"));
        assert_eq!(ran.code, 0, "{school}: {}{}", ran.out, ran.err);
        assert!(!ran.out.lines().any(is_problem), "{school}: {}", ran.out);
    }
}

/// Does a line tell a problem?
fn is_problem(line: &str) -> bool {
    line.contains("remark[") || line.contains("error[")
}
