//! Own forms as several programs write them, filled in and read back by other libraries than this
//! program's: `own_forms.py` makes them, runs the program and compares.

#![allow(clippy::print_stdout, reason = "it says what was skipped")]
#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test that panics has failed")]

use std::fs;
use std::path::Path;
use std::process::Command;

/// What Python is called: the one on the path, then Debian's, which may have the libraries.
const PYTHONS: [&str; 2] = ["python3", "/usr/bin/python3"];

/// The code with which the script ends where a library of its own is missing.
const MISSING: i32 = 77;

#[test]
fn twenty_forms_of_several_programs_are_filled_in_and_keep_their_look() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::env::temp_dir().join(format!("care-forms-{}", std::process::id()));
    for python in PYTHONS {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let ran = Command::new(python)
            .arg("-B")
            .arg(project.join("tests/forms/own_forms.py"))
            .args([env!("CARGO_BIN_EXE_care"), "tests/two_terms.toml"])
            .arg(&folder)
            .current_dir(project)
            .output();
        let Ok(ran) = ran else { continue };
        let said = [ran.stdout, ran.stderr].concat();
        let said = String::from_utf8_lossy(&said).into_owned();
        if ran.status.code() == Some(MISSING) {
            continue;
        }
        assert!(ran.status.success(), "{said}");
        assert!(said.contains("forms filled in"), "{said}");
        fs::remove_dir_all(&folder).unwrap();
        return;
    }
    let may_skip = std::env::var_os("CARE_SKIP").is_none_or(|word| word != "never");
    assert!(may_skip, "python-docx or openpyxl is missing");
    println!("skipped: python-docx or openpyxl is missing");
}
