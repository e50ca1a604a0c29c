//! The slips that went out with phones, and the secret by which they are known. Both stand in this
//! machine's own folder: a slip comes back to where it was made.

use std::path::Path;

use ring::hmac::{HMAC_SHA256, Key, sign, verify};

use super::disk::{self, Disk};
use super::layout;
use super::sixteens::{hex, sha256, unhex};
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
    slip.token_hash = sha256(token.as_bytes());
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
        && sha256(token.as_bytes()) == slip.token_hash
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
