//! The pages of `--format html`, opened by a real browser without a window.
//!
//! A page is opened as it is, with one more script at its end that looks around and writes what it
//! found into the page.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test that panics has failed")]

#[path = "../copied.rs"]
mod copied;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use copied::copy;
use serde_json::Value;

const LOOKING: &str = include_str!("looking.js");
const TODAY: &str = "2024-12-20";
const EXAMPLES: [&str; 5] = ["goudun", "guzhuang", "sunchengsi", "tingshui", "wangjiaba"];

/// What a browser is called.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// The browser; none where there is none and none need be.
fn browser() -> Option<&'static str> {
    let runs = |name: &&str| Command::new(name).arg("--version").output().is_ok();
    let own = BROWSERS.into_iter().find(|name| runs(name));
    assert!(own.is_some() || std::env::var_os("CARE_SKIP").is_none(), "there is no browser");
    own
}

/// A folder of this process's own.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("care-browser-{}-{name}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A page that the program makes of an example home.
fn page(example: &str, words: &[&str], folder: &Path) -> PathBuf {
    let home = folder.join("home");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(example), &home);
    let file = folder.join("page.html");
    let ran = Command::new(env!("CARGO_BIN_EXE_care"))
        .args(["-C", home.to_str().unwrap(), "--today", TODAY, "-y", "-o", file.to_str().unwrap()])
        .args(words)
        .output()
        .unwrap();
    assert!(ran.status.success(), "{words:?}: {}", String::from_utf8_lossy(&ran.stderr));
    file
}

/// Opens a page at a width and returns what the browser says and writes.
fn open(
    browser: &str,
    folder: &Path,
    width: usize,
    more: &[&str],
    page: &Path,
) -> (String, String) {
    let profile = folder.join(format!("profile-{width}"));
    let ran = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .args(["--enable-logging=stderr", "--virtual-time-budget=4000"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("--window-size={width},1400"))
        .args(more)
        .arg(format!("file://{}", page.display()))
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (text(ran.stdout), text(ran.stderr))
}

/// What the looking script found in a page at a width; and no complaint of the browser's.
fn seen(browser: &str, folder: &Path, width: usize, page: &Path) -> Value {
    let text = fs::read_to_string(page).unwrap();
    let looking = folder.join("looking.html");
    let end = format!("<script>{LOOKING}</script></body>");
    fs::write(&looking, text.replace("</body>", &end)).unwrap();
    let (dom, said) = open(browser, folder, width, &["--dump-dom"], &looking);
    let complaints: Vec<&str> = said.lines().filter(|line| line.contains("CONSOLE")).collect();
    assert!(complaints.is_empty(), "{}: {complaints:?}", page.display());
    let (_, found) = dom.split_once("<pre id=\"found\">").expect("the script ran");
    let (found, _) = found.split_once("</pre>").unwrap();
    serde_json::from_str(&found.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"))
        .unwrap()
}

#[test]
fn the_page_of_every_example_home_opens_without_a_complaint_or_a_request() {
    let Some(browser) = browser() else { return };
    for example in EXAMPLES {
        let folder = folder(example);
        let page = page(example, &["overdue"], &folder);
        for width in [390, 1200] {
            let seen = seen(browser, &folder, width, &page);
            let at = format!("{example} at {width}");
            assert_eq!(seen["requests"], 0, "{at}");
            assert!(seen["charts"].as_u64().unwrap() >= 3, "{at}: {seen}");
            assert_eq!(seen["charts"], seen["charts_called"], "{at}: each chart says what it is");
            assert_eq!(seen["tables"], seen["tables_headed"], "{at}: each column has its header");
            assert_eq!(seen["headings_in_order"], true, "{at}");
            assert!(seen["contrast"].as_f64().unwrap() >= 4.5, "{at}: {}", seen["palest"]);
            assert!(seen["too_wide"].as_f64().unwrap() <= 0.0, "{at}: nothing sticks out");
            assert!(seen["first_things"].as_f64().unwrap() < 1400.0, "{at}: seen at once");
        }
        fs::remove_dir_all(folder).unwrap();
    }
}

#[test]
fn one_class_alone_can_be_seen_and_without_the_script_all_stand_there() {
    let Some(browser) = browser() else { return };
    let folder = folder("filter");
    let page = page("guzhuang", &["overdue"], &folder);
    let seen = seen(browser, &folder, 1200, &page);
    let (all, one) = (seen["rows"].as_u64().unwrap(), seen["rows_of_one"].as_u64().unwrap());
    assert!(one > 0 && one < all, "{seen}");
    assert_eq!(seen["others_shown"], 0, "{seen}");
    assert_eq!(seen["rows_again"], all, "all stand there again");
    let text = fs::read_to_string(&page).unwrap();
    let plain = folder.join("plain.html");
    let (before, rest) = text.split_once("<script>").unwrap();
    fs::write(&plain, [before, rest.split_once("</script>").unwrap().1].concat()).unwrap();
    let (dom, _) = open(browser, &folder, 1200, &["--dump-dom"], &plain);
    assert_eq!(dom.matches("<tr data-class").count() as u64, all);
    assert!(dom.contains("id=\"filter\" hidden"), "nothing stands there that does nothing");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_page_is_printed_on_a4_and_a_wide_table_across() {
    let Some(browser) = browser() else { return };
    if Command::new("pdfinfo").arg("-v").output().is_err() {
        assert!(std::env::var_os("CARE_SKIP").is_none(), "there is no pdfinfo");
        return;
    }
    let wide = &["records", "talk", "--month", "2024-10"][..];
    for (words, is_across) in [(&["overdue"][..], false), (wide, true)] {
        let folder = folder(words[0]);
        let page = page("guzhuang", words, &folder);
        let pdf = folder.join("page.pdf");
        let print = format!("--print-to-pdf={}", pdf.display());
        open(browser, &folder, 1200, &["--no-pdf-header-footer", &print], &page);
        let told =
            Command::new("pdfinfo").args(["-f", "1", "-l", "99"]).arg(&pdf).output().unwrap();
        let told = String::from_utf8_lossy(&told.stdout).into_owned();
        let sizes: Vec<&str> =
            told.lines().filter_map(|line| Some(line.split_once(" size:")?.1.trim())).collect();
        let sizes: Vec<&str> = sizes.into_iter().filter(|own| own.contains("pts")).collect();
        assert!((1..12).contains(&sizes.len()), "{words:?}: {} pages", sizes.len());
        assert!(sizes.iter().all(|own| own.contains("(A4)")), "{sizes:?}");
        let lies = |own: &&str| own.starts_with("84");
        assert_eq!(sizes.iter().any(lies), is_across, "{words:?}: {sizes:?}");
        fs::remove_dir_all(folder).unwrap();
    }
}
