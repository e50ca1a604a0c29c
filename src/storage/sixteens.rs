//! Bytes and their sums (SHA-256), written in digits of sixteen.

use std::fmt::Write as _;

use ring::digest::{SHA256, digest};

/// The sum of bytes, in 64 digits.
pub fn sha256(bytes: &[u8]) -> String {
    hex(digest(&SHA256, bytes).as_ref())
}

/// Bytes as digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The bytes of digits; none where it is anything else.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
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
