//! The list of children, and counts of them.

use crate::domain::child::Child;
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::privacy::Reveal;
use crate::domain::schema;
use crate::lang::rule_words::field_value;
use crate::lang::talk::Msg;
use crate::lang::words::Word;
use crate::lang::{Lang, label, words_in};
use crate::render::sheet::{Cell, Screen, Sheet};
use chrono::NaiveDate;

/// A code in words; an unlisted one stays.
pub fn in_words(choices: &[(&str, schema::Words)], code: &str, lang: Lang) -> String {
    let own = choices.iter().find(|(own, _)| *own == code);
    own.map_or(code, |(_, words)| words_in(*words, lang)).to_owned()
}

/// One line per child.
pub fn screen(home: &Home, children: &[&Child], today: NaiveDate, lang: Lang) -> Screen {
    let words = [
        Word::Id,
        Word::Class,
        Word::Name,
        Word::Sex,
        Word::CareType,
        Word::Risk,
        Word::Joined,
        Word::Left,
    ];
    let mut sheet = Sheet::new(words.map(|word| word.text(lang)));
    let mut data =
        Sheet::new(["id", "class", "name", "sex", "care_type", "risk", "joined", "left"]);
    for child in children {
        let text = |path: &str| child.shown(path, Reveal::NOTHING);
        let class = child.class_on(today).filter(|class| !class.as_str().is_empty());
        let printed = class.map(|class| home.class_name(class, today)).unwrap_or_default();
        let joined = child.spells.first().map(|spell| spell.span.first);
        let left = child.spells.last().map(|s| s.span.last).filter(|last| *last != NaiveDate::MAX);
        let shown = |path: &str| Cell::Text(field_value(path, &text(path), lang));
        sheet.rows.push(vec![
            child.id.to_string().into(),
            printed.into(),
            child.name.as_str().into(),
            shown("sex"),
            shown("care_type"),
            shown("risk"),
            Cell::date(joined),
            Cell::date(left),
        ]);
        let code = |path: &str| Cell::text(Some(text(path)).filter(|code| !code.is_empty()));
        data.rows.push(vec![
            child.id.to_string().into(),
            Cell::text(class.map(ClassCode::as_str)),
            child.name.as_str().into(),
            code("sex"),
            code("care_type"),
            code("risk"),
            Cell::date(joined),
            Cell::date(left),
        ]);
    }
    let title = Msg::ListTitle { count: children.len(), today };
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![sheet.numbered(Word::Number.text(lang))],
        footer: None,
        data,
    }
}

/// How exactly a share is printed.
#[derive(Clone, Copy)]
pub enum Shares {
    /// As schools print it: 38, 6.3, 0.53.
    TwoDigits,
    TwoDecimals,
}

/// How many children have each value of a field.
pub fn counts(
    field: &str,
    counts: &[(Option<String>, usize)],
    shares: Shares,
    today: NaiveDate,
    lang: Lang,
) -> Screen {
    let total: usize = counts.iter().map(|(_, count)| count).sum();
    let heading = schema::find(schema::CHILD, field).map_or(field, |own| label(&own.label, lang));
    let words = [heading.to_owned(), Word::Children.text(lang), Word::Share.text(lang)];
    let mut sheet = Sheet::new(words);
    let mut data = Sheet::new([field, "children", "share"]);
    for (own, count) in counts {
        let name =
            own.as_deref().map_or(Word::Blank.text(lang), |own| field_value(field, own, lang));
        let share = percent(*count, total, shares);
        sheet.rows.push(vec![name.into(), Cell::count(*count), format!("{share} %").into()]);
        data.rows.push(vec![Cell::text(own.clone()), Cell::count(*count), share.into()]);
    }
    sheet.rows.push(vec![Word::Total.text(lang).into(), Cell::count(total), "".into()]);
    let title = Msg::ListTitle { count: total, today };
    Screen { title: Some(title.text(lang)), sheets: vec![sheet], footer: None, data }
}

/// A share in percent.
fn percent(part: usize, total: usize, shares: Shares) -> String {
    if total == 0 {
        return "0".to_owned();
    }
    #[expect(clippy::cast_precision_loss, reason = "a home has few children")]
    let share = part as f64 * 100.0 / total as f64;
    let digits = match shares {
        Shares::TwoDigits if share >= 9.95 => 0,
        Shares::TwoDigits if share >= 0.995 => 1,
        _ => 2,
    };
    format!("{share:.digits$}")
}

#[cfg(test)]
mod tests {
    use super::{Shares, percent};

    #[test]
    fn shares_are_printed_with_two_significant_digits() {
        let short = |count| percent(count, 189, Shares::TwoDigits);
        assert_eq!([71, 99, 12, 7].map(short), ["38", "52", "6.3", "3.7"]);
        assert_eq!([1, 189].map(short), ["0.53", "100"]);
    }

    #[test]
    fn shares_are_printed_with_two_decimals_when_asked() {
        let long = |count| percent(count, 189, Shares::TwoDecimals);
        assert_eq!([71, 99, 12, 7].map(long), ["37.57", "52.38", "6.35", "3.70"]);
    }
}
