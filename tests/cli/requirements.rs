//! What the five schools ask for, by number: the help and the README tell the commands.

use std::collections::BTreeSet;

use crate::harness::Home;

/// A number and its commands, as the help in English has them.
fn told(home: &Home) -> Vec<(String, String, Vec<String>)> {
    let numbered = |line: &str| {
        let (head, commands) = line.split_once(": care ").unwrap();
        let (number, what) = head.split_once(' ').unwrap();
        let commands = commands.split(", care ").map(str::to_owned).collect();
        (number.to_owned(), what.trim().to_owned(), commands)
    };
    home.run("--lang en help requirements").out.lines().map(numbered).collect()
}

#[test]
fn each_of_the_hundred_numbers_has_commands_that_there_are() {
    let home = Home::empty();
    let told = told(&home);
    let schools = [('A', 31), ('B', 14), ('C', 17), ('D', 18), ('E', 20)];
    let numbers = schools.iter().flat_map(|(school, last)| {
        (1..=*last).map(move |number| format!("{school}{number}")).collect::<Vec<_>>()
    });
    assert_eq!(
        told.iter().map(|own| own.0.clone()).collect::<Vec<_>>(),
        numbers.collect::<Vec<_>>()
    );
    let commands: BTreeSet<&String> = told.iter().flat_map(|own| &own.2).collect();
    for command in commands {
        let word = command.split(' ').next().unwrap();
        let ran = home.run(&format!("--lang en help {word}"));
        assert!(
            ran.code == 0 && ran.out.replace('_', "-").contains(&format!("Usage: care {word}")),
            "{command}"
        );
    }
    let zh = home.run("help 要求").out;
    assert!(zh.contains("A24 结对过程跟踪和结果评比："), "{zh}");
}

#[test]
fn the_readme_has_the_same_table() {
    const README: &str = include_str!("../../README.md");
    let rows: Vec<String> = told(&Home::empty())
        .iter()
        .map(|(number, what, commands)| {
            format!("| {number} | {what} | `{}` |", commands.join("`, `"))
        })
        .collect();
    assert!(README.contains(&rows.join("\n")), "{}", rows.join("\n"));
}
