//! The table of mutations keeps up with the sources.

use std::fs;

use crate::harness::project;

#[path = "../mutations/table.rs"]
mod table;

#[test]
fn what_a_mutation_takes_out_stands_exactly_once_in_its_file_and_its_test_is_there() {
    for mutation in table::table(project()) {
        let name = &mutation.name;
        let text = fs::read_to_string(project().join(&mutation.file)).unwrap();
        assert_eq!(text.matches(&mutation.find).count(), 1, "{name}");
        assert!(!mutation.replace.contains(&mutation.find), "{name} changes nothing");
        let folder = project().join("tests").join(&mutation.target[1]);
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let mut files = files.filter(|path| path.is_file());
        let own = format!("fn {}()", mutation.test);
        assert!(files.any(|path| fs::read_to_string(path).unwrap().contains(&own)), "{name}");
    }
}
