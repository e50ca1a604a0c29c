//! Record ids and identity numbers.

use chrono::NaiveDate;

use crate::rng::Rng;

const CROCKFORD: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A letter and `length` random characters of Crockford base32: `C7K3FQ`.
pub fn record_id(letter: char, length: usize, rng: &mut Rng) -> String {
    let mut id = String::from(letter);
    id.extend((0..length).map(|_| char::from(CROCKFORD[rng.below(32)])));
    id
}

/// A number with the right check digit (GB 11643) in an area that does not exist (99xxxx),
/// so that it belongs to nobody.
pub fn id_number(area: &str, birth: NaiveDate, female: bool, rng: &mut Rng) -> String {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
    let order = rng.between(1, 49) * 10 + rng.between(0, 4) * 2 + u32::from(!female);
    let mut number = format!("{area}{}{order:03}", birth.to_string().replace('-', ""));
    let digits = number.bytes().map(|byte| u32::from(byte - b'0'));
    let sum: u32 = digits.zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    number.push(CHECKS[(sum % 11) as usize]);
    number
}
