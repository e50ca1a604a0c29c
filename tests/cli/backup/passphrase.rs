//! A backup under a passphrase, typed or out of a file.

use super::*;

#[test]
fn a_backup_under_a_passphrase_opens_to_it_alone() {
    let home = home();
    passphrase(&home, "春天的小河流过村口\n");
    let said = works(home.run("backup .. --passphrase-file ../passphrase"));
    assert!(said.contains(LOCKED) && said.contains("密码忘了"), "{said}");
    let bytes = fs::read(beside(&home, LOCKED)).unwrap();
    assert!(!bytes.windows(8).any(|own| own == b"children"));
    let restore = format!("backup --restore ../{LOCKED} ../again");
    refused(&home.run(&restore), 2, "--passphrase-file");
    assert!(!beside(&home, "again").exists());
    works(home.run(&format!("{restore} --passphrase-file ../passphrase")));
    assert_eq!(tree(home.root()), tree(&beside(&home, "again")));
    passphrase(&home, "春天的小河流过村头\n");
    let other = format!("backup --restore ../{LOCKED} ../other --passphrase-file ../passphrase");
    refused(&home.run(&other), 1, "密码不对");
    assert!(!beside(&home, "other").exists());
}

#[test]
fn a_passphrase_is_typed_twice_and_asked_for_once_to_open_it() {
    let home = home();
    let sat = home.sit("backup .. --passphrase", &["春天的小河流过", "春天的小河流"]);
    assert!(sat.code == 1 && sat.screen.contains("不一样"), "{}", sat.screen);
    let sat = home.sit("backup .. --passphrase", &["短", "短"]);
    assert!(sat.code == 1 && sat.screen.contains("太短"), "{}", sat.screen);
    assert!(!beside(&home, LOCKED).exists() && looks(&home).is_empty());
    let sat = home.sit("backup .. --passphrase", &["春天的小河流过村", "春天的小河流过村"]);
    assert_eq!(sat.code, 0, "{}", sat.screen);
    let restore = format!("backup --restore ../{LOCKED} ../again");
    assert_eq!(home.sit(&restore, &["夏天"]).code, 1);
    let sat = home.sit(&restore, &["春天的小河流过村"]);
    assert_eq!(sat.code, 0, "{}", sat.screen);
    refused(&home.run("backup .. --passphrase"), 1, LOCKED);
    let home = self::home();
    refused(&home.run("backup .. --passphrase"), 2, "--passphrase-file");
}

#[test]
fn a_passphrase_file_is_read_letter_for_letter_or_not_at_all() {
    let home = home();
    let words = "春天的小河流过村口";
    let file = beside(&home, "passphrase");
    let put = |bytes: &[u8]| {
        fs::write(&file, bytes).unwrap();
        let_read(&file, 0o600);
    };
    // As Notepad saves it in the letters of Chinese Windows.
    let gbk = b"\xb4\xba\xcc\xec\xb5\xc4\xd0\xa1\xba\xd3\xc1\xf7\xb9\xfd\xb4\xe5\xbf\xda\r\n";
    for bytes in [&gbk[..], "春天的\u{fffd}河流过村口".as_bytes(), b"spring\0river by the village"]
    {
        put(bytes);
        refused(&home.run("backup .. --passphrase-file ../passphrase"), 2, "不是 UTF-8");
        assert!(!beside(&home, LOCKED).exists() && looks(&home).is_empty());
    }
    put(&["\u{feff}", words, "\r\n"]
        .concat()
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect::<Vec<_>>());
    works(home.run("backup .. --passphrase-file ../passphrase"));
    let restore = format!("backup --restore ../{LOCKED} ../again --passphrase-file ../passphrase");
    put(gbk);
    refused(&home.run(&restore), 2, "不是 UTF-8");
    put(["\u{feff}", words].concat().as_bytes());
    works(home.run(&restore));
}

#[test]
fn a_passphrase_file_that_others_read_or_that_is_empty_is_refused() {
    let home = home();
    refused(&home.run("backup .. --passphrase-file ../none"), 2, "没有“../none”");
    passphrase(&home, "\n春天的小河流过\n");
    refused(&home.run("backup .. --passphrase-file ../passphrase"), 2, "没有密码");
    passphrase(&home, "春天\n");
    refused(&home.run("backup .. --passphrase-file ../passphrase"), 1, "太短");
    passphrase(&home, "春天的小河流过村口\n");
    let_read(&beside(&home, "passphrase"), 0o644);
    #[cfg(unix)]
    refused(&home.run("backup .. --passphrase-file ../passphrase"), 2, "chmod 600");
}
