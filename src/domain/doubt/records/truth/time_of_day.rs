//! A time of day as people write it into a cell: `15:30`, `下午3点半`.

use unicode_normalization::UnicodeNormalization;

/// From these words on the hours are counted anew.
const AFTER_NOON: [&str; 4] = ["下午", "傍晚", "晚上", "pm"];

/// The minutes since midnight; none when it is written in another way.
pub fn minutes(cell: &str) -> Option<u32> {
    let text: String = cell.nfkc().filter(|own| !own.is_whitespace()).collect();
    let text = text.to_lowercase();
    let after_noon = AFTER_NOON.iter().any(|word| text.contains(word));
    let begin = text.find(|own: char| own.is_ascii_digit())?;
    let rest = text.get(begin..)?;
    let (hour, rest) = rest.split_once([':', '点', '时', '.'])?;
    let hour: u32 = hour.parse().ok()?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let minute: u32 = match rest.chars().next() {
        Some('半') => 30,
        _ if rest.starts_with("一刻") => 15,
        _ if digits.is_empty() => 0,
        _ => digits.parse().ok()?,
    };
    let hour = if after_noon && hour < 12 { hour + 12 } else { hour };
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::minutes;

    #[test]
    fn a_time_is_read_as_people_write_it() {
        for text in ["15:30", "15：30", "１５:30", "下午3点半", "下午 3:30", "15点30分", "3:30pm"]
        {
            assert_eq!(minutes(text), Some(15 * 60 + 30), "{text}");
        }
        assert_eq!(minutes("8点一刻"), Some(8 * 60 + 15));
        assert_eq!(minutes("12点"), Some(12 * 60));
        for text in ["", "放学后", "25:00", "9:75", "15"] {
            assert_eq!(minutes(text), None, "{text}");
        }
    }
}
