//! Reading something to its end, when it is known how long it should be.

use std::io::{self, ErrorKind, Read};

/// All bytes, of which there were so many a moment ago: mostly one reading is enough.
pub fn read_whole(mut from: impl Read, length: u64) -> io::Result<Vec<u8>> {
    let length = usize::try_from(length).unwrap_or_default();
    // With room for one byte more it is seen that no more came.
    let mut bytes = vec![0; length + 1];
    let mut filled = 0;
    while filled < bytes.len() {
        match from.read(&mut bytes[filled..]) {
            Ok(0) => break,
            Ok(more) => filled += more,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        }
        if filled == length {
            break;
        }
    }
    let has_grown = filled > length;
    bytes.truncate(filled);
    if has_grown {
        from.read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_grown_or_shrunk_meanwhile_is_read_to_its_end() {
        let text = b"id = 1";
        for length in 0..9 {
            assert_eq!(read_whole(&text[..], length).unwrap(), text, "{length}");
        }
        assert_eq!(read_whole(&b""[..], 3).unwrap(), b"");
    }
}
