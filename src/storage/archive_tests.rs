//! Whatever byte of an archive is flipped, cut off or added, it is not taken for a home.

use ring::digest::{SHA256, digest};

use super::super::locked::{self, Unlocking};
use super::*;

fn archive() -> Archive {
    let files = [
        ("care.toml", "format = 1\n".to_owned()),
        ("children/C7K3FQ.toml", "name = \"李小明\"\n".to_owned()),
        ("log/talk/2024-10.csv", "E7HZ3MK62B0,2024-10-08\n".repeat(40)),
        ("registers/empty.toml", String::new()),
    ];
    Archive {
        made: "2024-11-26T21:30:00+08:00".to_owned(),
        entry: "17 0123456789abcdef".to_owned(),
        files: files.map(|(name, text)| (name.to_owned(), text.into_bytes())).into(),
    }
}

/// Places all over so many bytes, with a bit each: the same in every run.
fn flips(length: usize) -> impl Iterator<Item = (usize, u8)> {
    (0..1_000).map(move |turn| (turn * length / 1_000, 1 << (turn % 8)))
}

#[test]
fn what_was_packed_is_unpacked_byte_for_byte() {
    let archive = archive();
    let bytes = archive.pack().unwrap();
    assert_eq!(bytes.len() % BLOCK, 0);
    assert_eq!(Archive::unpack(&bytes), Ok(archive));
}

#[test]
fn of_a_thousand_archives_with_a_flipped_bit_each_none_is_unpacked() {
    let bytes = archive().pack().unwrap();
    for (at, bit) in flips(bytes.len()) {
        let mut flipped = bytes.clone();
        flipped[at] ^= bit;
        assert!(Archive::unpack(&flipped).is_err(), "byte {at}");
    }
    for end in (0..bytes.len()).step_by(97) {
        assert!(Archive::unpack(&bytes[..end]).is_err(), "cut at {end}");
    }
    assert!(Archive::unpack(&[bytes.clone(), vec![0; BLOCK]].concat()).is_err());
}

#[test]
fn a_record_that_is_not_as_listed_is_named() {
    let mut bytes = archive().pack().unwrap();
    let at = bytes.windows(6).position(|own| own == "小明".as_bytes()).unwrap();
    bytes[at] ^= 1;
    let file = Some("children/C7K3FQ.toml".to_owned());
    assert_eq!(Archive::unpack(&bytes), Err(Damage { file }));
}

#[test]
fn a_long_path_is_parted_and_one_too_long_is_refused() {
    let name = |length: usize| format!("log/{}/2024-10.csv", "a".repeat(length));
    for (length, fits) in [(80, true), (120, true), (151, true), (152, false), (400, false)] {
        let files = vec![(name(length), b"x".to_vec())];
        let own = Archive { files, ..archive() };
        match own.pack() {
            Ok(bytes) => assert!(fits && Archive::unpack(&bytes) == Ok(own), "{length}"),
            Err(TooLong(path)) => assert!(!fits && path == name(length), "{length}"),
        }
    }
}

#[test]
fn only_the_passphrase_opens_what_is_locked_and_no_flipped_bit_goes_unseen() {
    let bytes = archive().pack().unwrap();
    let turns = std::num::NonZeroU32::new(3).unwrap();
    let locked = locked::lock_in_turns(bytes.clone(), "一句长的口令", turns);
    assert!(locked::is_locked(&locked) && !locked::is_locked(&bytes));
    assert!(!locked.windows(6).any(|own| own == "小明".as_bytes()));
    assert_eq!(locked::unlock(&locked, "一句长的口令"), Ok(bytes.clone()));
    for wrong in ["", "一句长的口", "一句长的口令 "] {
        assert_eq!(locked::unlock(&locked, wrong), Err(Unlocking::WrongPassphrase));
    }
    for (at, bit) in flips(locked.len()) {
        let mut flipped = locked.clone();
        flipped[at] ^= bit;
        assert_eq!(locked::unlock(&flipped, "一句长的口令"), Err(Unlocking::Damaged), "{at}");
    }
    for end in (0..locked.len()).step_by(97) {
        assert!(locked::unlock(&locked[..end], "一句长的口令").is_err(), "cut at {end}");
    }
    assert_ne!(locked, locked::lock_in_turns(bytes, "一句长的口令", turns));
}

#[test]
fn whoever_alters_what_is_locked_and_its_hash_too_still_lacks_the_passphrase() {
    let turns = std::num::NonZeroU32::new(3).unwrap();
    let locked = locked::lock_in_turns(archive().pack().unwrap(), "一句长的口令", turns);
    let end = locked.len() - 32;
    for at in (14..end).step_by(211) {
        let mut altered = locked[..end].to_vec();
        altered[at] ^= 1;
        let hash = digest(&SHA256, &altered);
        let altered = [&altered, hash.as_ref()].concat();
        assert!(locked::unlock(&altered, "一句长的口令").is_err(), "byte {at}");
    }
}
