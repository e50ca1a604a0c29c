//! What the program is built of: licences, versions, sources, known advisories. The lists are those
//! of `.deny.toml`, which `cargo deny` reads too, and of `tests/advisories.toml`; nothing asks the
//! network but cargo, for crates it does not have yet.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::harness::project;

fn table(file: &str) -> toml::Table {
    fs::read_to_string(project().join(file)).unwrap().parse().unwrap()
}

fn entries(table: &toml::Table, key: &str) -> Vec<toml::Table> {
    let entries = table[key].as_array().unwrap();
    entries.iter().map(|entry| entry.as_table().unwrap().clone()).collect()
}

/// What cargo says of the project, to standard output.
pub fn cargo(arguments: &[&str]) -> String {
    let cargo = std::env::var_os("CARGO").unwrap_or("cargo".into());
    let ran = Command::new(cargo).args(arguments).current_dir(project()).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}

/// Every crate of Cargo.lock but the project itself, as cargo describes it.
pub fn crates() -> Vec<Value> {
    let text = cargo(&["metadata", "--locked", "--format-version", "1"]);
    let metadata: Value = serde_json::from_str(&text).unwrap();
    let mut crates = metadata["packages"].as_array().unwrap().clone();
    crates.retain(|own| own["name"] != env!("CARGO_PKG_NAME"));
    assert!(!crates.is_empty());
    crates
}

/// The name and version of every crate in Cargo.lock, and the registry it comes from.
fn locked() -> Vec<(String, String, Option<String>)> {
    let mut locked = entries(&table("Cargo.lock"), "package");
    locked.retain(|own| own["name"].as_str() != Some(env!("CARGO_PKG_NAME")));
    assert!(!locked.is_empty());
    let text = |own: &toml::Table, key: &str| own.get(key).map(|t| t.as_str().unwrap().to_owned());
    let crates = locked.iter();
    crates
        .map(|own| (text(own, "name").unwrap(), text(own, "version").unwrap(), text(own, "source")))
        .collect()
}

/// May a crate with such an expression of licences be used? All of what `AND` joins must be
/// allowed, one of what `OR` joins. Brackets are passed over: that asks for more, never for less.
fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let expression = expression.replace(['(', ')'], " ").replace('/', " OR ");
    expression
        .split(" AND ")
        .all(|one| one.split(" OR ").any(|name| allowed.iter().any(|own| own == name.trim())))
}

fn numbers(version: &str) -> Vec<u64> {
    let bare = version.split(['-', '+']).next().unwrap();
    bare.split('.').map(|number| number.parse().unwrap()).collect()
}

#[test]
#[cfg_attr(windows, ignore = "the list is the same on every system")]
fn every_crate_has_a_licence_that_may_be_used() {
    let licences = table(".deny.toml")["licenses"]["allow"].clone();
    let allowed: Vec<String> = licences.try_into().unwrap();
    let licence = |own: &Value| own["license"].as_str().unwrap_or("none").to_owned();
    let crates = crates();
    let wrong = crates.iter().filter(|own| !is_allowed(&licence(own), &allowed));
    let wrong: Vec<String> = wrong.map(|own| format!("{} {}", own["name"], licence(own))).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_licence_is_allowed_when_each_of_its_parts_is() {
    let allowed = ["MIT".to_owned(), "ISC".to_owned()];
    for (expression, may) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("GPL-3.0 OR MIT", true),
        ("GPL-3.0/MIT", true),
        ("MIT AND ISC", true),
        ("MIT AND GPL-3.0", false),
        ("(MIT OR GPL-3.0) AND ISC", true),
        ("(MIT OR ISC) AND GPL-3.0", false),
        ("Apache-2.0 WITH LLVM-exception", false),
        ("none", false),
    ] {
        assert_eq!(is_allowed(expression, &allowed), may, "{expression}");
    }
}

#[test]
fn no_crate_is_there_twice_but_those_that_are_listed() {
    let skipped = table(".deny.toml")["bans"].as_table().map(|bans| entries(bans, "skip"));
    let skipped: Vec<String> =
        skipped.unwrap().iter().map(|own| own["crate"].as_str().unwrap().to_owned()).collect();
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut unused = skipped.clone();
    for (name, version, _) in locked() {
        let full = format!("{name}@{version}");
        unused.retain(|own| *own != full);
        if !skipped.contains(&full) {
            versions.entry(name).or_default().push(version);
        }
    }
    versions.retain(|_, versions| versions.len() > 1);
    assert_eq!((versions, unused), (BTreeMap::new(), Vec::new()));
}

#[test]
fn every_crate_comes_from_the_public_registry() {
    for (name, _, source) in locked() {
        assert_eq!(
            source.as_deref(),
            Some("registry+https://github.com/rust-lang/crates.io-index"),
            "{name}"
        );
    }
}

#[test]
fn no_crate_has_a_known_advisory() {
    let mut wrong = Vec::new();
    let locked = locked();
    for advisory in entries(&table("tests/advisories.toml"), "advisory") {
        let safe = advisory.get("safe").map(|safe| numbers(safe.as_str().unwrap()));
        for (name, version, _) in
            locked.iter().filter(|own| advisory["crate"].as_str() == Some(&own.0))
        {
            if safe.as_ref().is_none_or(|safe| numbers(version) < *safe) {
                wrong.push(format!("{name} {version}: {}", advisory["id"]));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn what_is_unstable_is_pinned_to_one_version() {
    let manifest = table("Cargo.toml");
    let dependencies = manifest["dependencies"].as_table().unwrap();
    for (name, dependency) in dependencies {
        let features = dependency.get("features").and_then(toml::Value::as_array);
        let mut features = features.into_iter().flatten().filter_map(toml::Value::as_str);
        if features.any(|feature| feature.starts_with("unstable")) {
            let version = dependency["version"].as_str().unwrap();
            assert!(version.starts_with('='), "{name} {version}");
        }
    }
}
