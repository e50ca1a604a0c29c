//! The slips that went out with phones, and the secret by which they are known. Both stand in this
//! machine's own folder: a slip comes back to where it was made.

use std::fmt::Write as _;
use std::path::Path;

use ring::digest::{SHA256, digest};
use ring::hmac::{HMAC_SHA256, Key, sign, verify};

use super::disk::{self, Disk};
use super::layout;
use crate::domain::slip::Slip;

/// How many random bytes the secret has.
const SECRET: usize = 32;

/// Gives a slip its token and keeps it. The home's lock must be held.
pub fn keep(root: &Path, slip: &mut Slip) -> Disk<String> {
    disk::create_folder(&root.join(layout::SLIPS))?;
    let key = match key(root)? {
        Some(key) => key,
        None => new_key(root)?,
    };
    let token = hex(sign(&key, slip.vouched().as_bytes()).as_ref());
    slip.token_hash = hash(&token);
    let text = serde_json::to_string_pretty(slip).unwrap_or_default();
    disk::place(&root.join(layout::slip(&slip.id)), text.as_bytes())?;
    Ok(token)
}

/// The slip of an id, if it was made here and is as it was made.
pub fn find(root: &Path, id: &str, token: &str) -> Disk<Option<Slip>> {
    if !Slip::is_id(id) {
        return Ok(None);
    }
    let (Some(bytes), Some(key)) = (disk::read(&root.join(layout::slip(id)))?, key(root)?) else {
        return Ok(None);
    };
    let slip: Option<Slip> = serde_json::from_slice(&bytes).ok();
    Ok(slip.filter(|own| own.id == id && is_of(own, &key, token)))
}

/// Does a token vouch for a slip?
fn is_of(slip: &Slip, key: &Key, token: &str) -> bool {
    let tag = unhex(token);
    tag.is_some_and(|tag| verify(key, slip.vouched().as_bytes(), &tag).is_ok())
        && hash(token) == slip.token_hash
}

/// The key of this machine; none while there is no whole one.
fn key(root: &Path) -> Disk<Option<Key>> {
    let bytes = disk::read(&root.join(layout::SLIP_SECRET))?.unwrap_or_default();
    let secret = unhex(String::from_utf8_lossy(&bytes).trim());
    let secret = secret.filter(|own| own.len() == SECRET);
    Ok(secret.map(|secret| Key::new(HMAC_SHA256, &secret)))
}

fn new_key(root: &Path) -> Disk<Key> {
    let mut secret = [0u8; SECRET];
    // Every supported system has a source of randomness; without one, tokens could be guessed.
    getrandom::fill(&mut secret).expect("the system gives random bytes");
    disk::place(&root.join(layout::SLIP_SECRET), (hex(&secret) + "\n").as_bytes())?;
    Ok(Key::new(HMAC_SHA256, &secret))
}

fn hash(token: &str) -> String {
    hex(digest(&SHA256, token.as_bytes()).as_ref())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        text.chars().map(|own| own.to_digit(16).and_then(|own| u8::try_from(own).ok())).collect();
    let digits = digits.filter(|own| own.len() % 2 == 0)?;
    Some(digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_written_in_sixteens_are_read_again_and_nothing_else_is() {
        assert_eq!(unhex(&hex(&[0, 255, 16])), Some(vec![0, 255, 16]));
        for text in ["0", "0g", "０１", "-1"] {
            assert_eq!(unhex(text), None, "{text}");
        }
    }
}
