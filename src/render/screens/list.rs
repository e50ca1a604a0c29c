//! The list of children, and counts of them.

use crate::domain::audience::Audience;
use crate::domain::child::Child;
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::label::Words;
use crate::domain::order::{class_place, name_place};
use crate::domain::privacy::{Gate, Privacy};
use crate::domain::share::SharePrecision;
use crate::domain::status;
use crate::lang::record_words::Listing;
use crate::lang::rule_words::field_value;
use crate::lang::talk::Msg;
use crate::lang::words::Word;
use crate::lang::{Lang, label, words_in};
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Readers, Sheet, SheetColumn};
use crate::reports::small_counts::hidden_from;
use chrono::NaiveDate;

/// A code in words; an unlisted one stays.
pub fn in_words(choices: &[(&str, Words)], code: &str, lang: Lang) -> String {
    let own = choices.iter().find(|(own, _)| *own == code);
    own.map_or(code, |(_, words)| words_in(*words, lang)).to_owned()
}

/// A value of a child's field: a class as the school prints it, a code in words.
pub fn value_in_words(
    home: &Home,
    field: &str,
    value: &str,
    today: NaiveDate,
    lang: Lang,
) -> String {
    match field {
        "class" => home.class_name(&ClassCode::of(value), today),
        _ => field_value(field, value, lang),
    }
}

/// What stands in an open field of a child, in words for people.
pub fn choice_cell(child: &Child, path: &str, lang: Lang) -> Cell {
    let code = child.shown(path, &Gate::shut());
    let said = field_value(path, &code, lang);
    Cell::text(Some(code).filter(|code| !code.is_empty())).said(said)
}

/// One line per child.
pub fn screen(
    home: &Home,
    children: &[&Child],
    audience: Audience,
    (today, lang): (NaiveDate, Lang),
) -> Screen {
    let heading = |word: Word| word.text(lang);
    let choice = |child: &Child, path: &str| choice_cell(child, path, lang);
    let mut columns = vec![
        SheetColumn::new("id", heading(Word::Id), |child: &&Child| child.id.to_string()).minor(),
        SheetColumn::new("class", heading(Word::Class), |child: &&Child| {
            let class = child.class_on(today).filter(|class| !class.as_str().is_empty());
            let printed = class.map_or(String::new(), |class| home.class_name(class, today));
            Cell::text(class.map(ClassCode::as_str)).said(printed)
        }),
        SheetColumn::new("name", heading(Word::Name), |child: &&Child| child.name.clone()),
        SheetColumn::new("sex", heading(Word::Sex), |child: &&Child| choice(child, "sex")).minor(),
        SheetColumn::new("care_type", heading(Word::CareType), |child: &&Child| {
            choice(child, "care_type")
        }),
        SheetColumn::new("risk", heading(Word::Risk), |child: &&Child| choice(child, "risk")),
        SheetColumn::new("joined", heading(Word::Joined), |child: &&Child| {
            Cell::date(child.spells.first().map(|spell| spell.span.first))
        })
        .minor(),
        SheetColumn::new("left", heading(Word::Left), |child: &&Child| {
            let last = child.spells.last().map(|spell| spell.span.last);
            Cell::date(last.filter(|last| *last != NaiveDate::MAX))
        })
        .minor(),
    ];
    if !audience.may_see(Privacy::Personal) {
        columns.retain(|column| column.is_called(&["class", "name"]));
    }
    let places =
        children.iter().map(|own| (class_place(own.class_on(today)), name_place(&own.name)));
    let sheet = Sheet::of(&columns, children).for_people_by(places);
    let title = Msg::ListTitle { count: children.len(), today };
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![sheet.numbered(Word::Number.text(lang))],
        ..Screen::default()
    }
}

/// A count, unless it is hidden: then programs find nothing, and people a mark.
pub(super) fn told(count: usize, is_hidden: bool) -> Cell {
    if is_hidden { Cell::NOTHING.said("*") } else { Cell::count(count) }
}

/// A value of a field, how many children have it, and their share.
struct ValueCount {
    value: Cell,
    count: Cell,
    share: Cell,
}

/// How many children have each value of a field.
pub fn counts(
    home: &Home,
    field: &str,
    counts: &[(Option<String>, usize)],
    (shares, audience): (SharePrecision, Audience),
    (today, lang): (NaiveDate, Lang),
) -> Screen {
    let total: usize = counts.iter().map(|(_, count)| count).sum();
    let hidden = hidden_from(audience, &counts.iter().map(|(_, own)| *own).collect::<Vec<_>>());
    let counted = counts.iter().zip(&hidden.counts).map(|((value, count), hidden)| {
        let words = match value {
            Some(value) => value_in_words(home, field, value, today, lang),
            None => Word::Blank.text(lang),
        };
        let share = shares.digits(*count, total).unwrap_or_default();
        let said = format!("{share} %");
        ValueCount {
            value: Cell::text(value.clone()).said(words),
            count: told(*count, *hidden),
            share: if *hidden { Cell::NOTHING } else { Cell::from(share).said(said) },
        }
    });
    let counted: Vec<ValueCount> = counted.collect();
    let (value, share) = (Word::Total.text(lang).into(), Cell::NOTHING);
    let whole = ValueCount { value, count: told(total, hidden.sum), share };
    let heading = status::asked(field).map_or(field, |own| label(&own.label, lang));
    let columns = [
        SheetColumn::new(field, heading, |own: &ValueCount| own.value.clone()),
        SheetColumn::new("children", Word::Children.text(lang), |own: &ValueCount| {
            own.count.clone()
        }),
        SheetColumn::new("share", Word::Share.text(lang), |own: &ValueCount| own.share.clone()),
    ];
    let counted = counted.iter().map(|own| (Readers::All, own));
    let sheet = Sheet::read_by(&columns, counted.chain([(Readers::People, &whole)]));
    Screen {
        title: (!hidden.sum).then(|| Msg::ListTitle { count: total, today }.text(lang)),
        sheets: vec![sheet],
        footer: hidden.counts.contains(&true).then(|| Listing::SmallCounts.text(lang)),
        ..Screen::default()
    }
}
