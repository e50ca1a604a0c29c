//! Bytes under a passphrase: `ChaCha20-Poly1305` with a key that PBKDF2 draws from it, salt and
//! turns in front, SHA-256 of all that behind. By the hash damage is told from a wrong passphrase;
//! whoever alters the hash too still lacks the key.

use std::num::NonZeroU32;

use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use ring::digest::{SHA256, SHA256_OUTPUT_LEN, digest};
use ring::pbkdf2::{PBKDF2_HMAC_SHA256, derive};
use unicode_normalization::UnicodeNormalization as _;

/// How such bytes begin.
const MARK: &[u8] = b"care-locked-1\n";
const SALT: usize = 16;
/// Mark, turns and salt.
const HEAD: usize = MARK.len() + 4 + SALT;
/// As many as OWASP advises for this function: half a second of a slow machine for each guess.
const TURNS: NonZeroU32 = NonZeroU32::new(600_000).expect("it is not zero");
/// A file that wants more is none of ours.
const MOST_TURNS: u32 = 10_000_000;

/// Why they stay shut.
#[derive(Debug, PartialEq, Eq)]
pub enum Unlocking {
    /// They are not as they were written.
    Damaged,
    /// They are, and this is not the passphrase.
    WrongPassphrase,
}

/// Are these bytes under a passphrase?
pub fn is_locked(bytes: &[u8]) -> bool {
    bytes.starts_with(MARK)
}

/// The bytes under a passphrase.
pub fn lock(bytes: Vec<u8>, passphrase: &str) -> Vec<u8> {
    lock_in_turns(bytes, passphrase, TURNS)
}

pub(super) fn lock_in_turns(bytes: Vec<u8>, passphrase: &str, turns: NonZeroU32) -> Vec<u8> {
    let mut salt = [0; SALT];
    // Every supported system has a source of randomness; without one, keys could be guessed.
    getrandom::fill(&mut salt).expect("the system gives random bytes");
    let head = [MARK, &turns.get().to_be_bytes(), &salt].concat();
    let mut sealed = bytes;
    key(passphrase, &salt, turns)
        .seal_in_place_append_tag(nonce(), Aad::from(&head), &mut sealed)
        .expect("no home has as many bytes as one key may seal");
    let mut locked = [head, sealed].concat();
    let hash = digest(&SHA256, &locked);
    locked.extend(hash.as_ref());
    locked
}

/// What was put under the passphrase.
pub fn unlock(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, Unlocking> {
    let end = bytes.len().checked_sub(SHA256_OUTPUT_LEN).ok_or(Unlocking::Damaged)?;
    let (written, hash) = bytes.split_at(end);
    if !is_locked(written) || digest(&SHA256, written).as_ref() != hash {
        return Err(Unlocking::Damaged);
    }
    let (head, sealed) = written.split_at_checked(HEAD).ok_or(Unlocking::Damaged)?;
    let (turns, salt) = head[MARK.len()..].split_at(4);
    let turns = turns.iter().fold(0, |turns: u32, byte| turns << 8 | u32::from(*byte));
    let turns = NonZeroU32::new(turns).filter(|turns| turns.get() <= MOST_TURNS);
    let key = key(passphrase, salt, turns.ok_or(Unlocking::Damaged)?);
    let mut opened = sealed.to_vec();
    let length = key.open_in_place(nonce(), Aad::from(head), &mut opened).map(|own| own.len());
    opened.truncate(length.map_err(|_| Unlocking::WrongPassphrase)?);
    Ok(opened)
}

/// The key of a passphrase, in whatever form a keyboard gave it.
fn key(passphrase: &str, salt: &[u8], turns: NonZeroU32) -> LessSafeKey {
    let passphrase: String = passphrase.nfc().collect();
    let mut key = [0; 32];
    derive(PBKDF2_HMAC_SHA256, turns, salt, passphrase.as_bytes(), &mut key);
    let key = UnboundKey::new(&CHACHA20_POLY1305, &key);
    LessSafeKey::new(key.expect("the key has the length of its kind"))
}

/// A salt is used once, so each key seals one text.
fn nonce() -> Nonce {
    Nonce::assume_unique_for_key([0; 12])
}
