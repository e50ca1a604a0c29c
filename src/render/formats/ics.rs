//! A calendar for a phone (RFC 5545): one whole-day entry for each thing that falls due.

use crate::domain::spans::next_day;
use crate::render::feed::Feed;
use crate::render::screen::Screen;
use crate::render::visible;

/// No line may be longer than this, in bytes.
const LONGEST_LINE: usize = 75;

/// A screen's calendar.
pub fn draw(screen: &Screen) -> Vec<u8> {
    let Some(feed) = &screen.feed else {
        unreachable!("a command without a calendar is refused before anything is read")
    };
    text(feed).into_bytes()
}

fn text(feed: &Feed) -> String {
    let name = escaped(&feed.name);
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!("PRODID:-//care//{}//EN", env!("CARGO_PKG_VERSION")),
        format!("NAME:{name}"),
        format!("X-WR-CALNAME:{name}"),
        "REFRESH-INTERVAL;VALUE=DURATION:P1D".to_owned(),
    ];
    for day in &feed.days {
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}@care", escaped(&day.id)),
            format!("DTSTAMP:{}", feed.stamp.format("%Y%m%dT%H%M%SZ")),
            format!("DTSTART;VALUE=DATE:{}", day.date.format("%Y%m%d")),
            format!("DTEND;VALUE=DATE:{}", next_day(day.date).format("%Y%m%d")),
            format!("SUMMARY:{}", escaped(&day.title)),
            "TRANSP:TRANSPARENT".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

/// A drawn calendar with a property of its own that says where it came from.
pub fn marked(drawn: &[u8], mark: &str) -> Vec<u8> {
    let drawn = String::from_utf8_lossy(drawn);
    let property = folded(&format!("X-CARE-MARK:{}", escaped(mark)));
    drawn.replacen("REFRESH-INTERVAL", &(property + "REFRESH-INTERVAL"), 1).into_bytes()
}

fn escaped(text: &str) -> String {
    let text = visible(text).replace('\\', "\\\\").replace([';'], "\\;").replace(',', "\\,");
    text.replace('\n', "\\n").replace('\t', " ")
}

/// A line, broken where it is too long, never inside a letter.
fn folded(line: &str) -> String {
    let mut text = String::new();
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LONGEST_LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(letter);
        length += letter.len_utf8();
    }
    text + "\r\n"
}
