//! Reading `children/<id>.toml`.

use chrono::NaiveDate;

use super::child_entry::{Values, read_all};
use super::mentions::Mentions;
use super::source::Source;
use super::staff_file::{need_id, read_facts};
use super::table::{Table, read_document};
use crate::domain::child::{
    Buddy, Child, Elder, Exemption, Former, Pair, Pause, Spell, Was, classes,
};
use crate::domain::class::ClassCode;
use crate::domain::entries;
use crate::domain::facts::{Fact, Facts};
use crate::domain::id::{Id, Kind};
use crate::domain::problem::{Children, Known, Naming, Persons, Quote};
use crate::domain::resident_id;
use crate::domain::role;
use crate::domain::rule::RuleId;
use crate::domain::schema;
use crate::domain::spans::next_day;

/// The field that holds the class.
const CLASS: &str = "class";

/// The child, when its file is sound enough to make one.
pub fn read(source: &Source, file_id: &str, mentions: &Mentions) -> Option<Child> {
    read_document(source, |top| {
        let id = need_id(&top, "id", Kind::Child);
        let name = top.need_text("name");
        if let Some(id) = id.filter(|id| id.to_string() != file_id) {
            top.tell(top.place("id"), Naming::NameAndIdDiffer { id: Quote::of(id) });
        }
        let mut facts = read_facts(&top, schema::CHILD);
        facts.add("name", Fact::Text(name.unwrap_or_default().to_owned()));
        check_id_number(&top, &facts);
        let earlier = read_earlier(&top, mentions);
        let spells = read_spells(&top, mentions);
        check_class(&top, &facts, since(&spells, &earlier), mentions);
        let also = read_also(&top);
        let child = Child {
            id: id?,
            also,
            name: name.unwrap_or_default().to_owned(),
            spells,
            pauses: read_all(&top, entries::PAUSE, mentions, pause),
            pairs: read_all(&top, entries::PAIR, mentions, pair),
            buddies: read_all(&top, entries::BUDDY, mentions, buddy),
            exemptions: read_all(&top, entries::EXEMPT, mentions, exemption),
            elders: read_all(&top, entries::ELDER, mentions, elder),
            classes: classes(&facts, &earlier),
            earlier,
            facts,
        };
        top.finish();
        Some(child)
    })
    .flatten()
}

fn read_also(top: &Table) -> Vec<Former> {
    let ids = top.texts("also").unwrap_or_default().into_iter();
    ids.filter_map(|(text, place)| {
        let line = top.line_of(place.start);
        let id = Id::parse(text, Kind::Child);
        if id.is_none() {
            top.tell(place, Naming::BadId { kind: Kind::Child });
        }
        Some(Former { id: id?, line })
    })
    .collect()
}

fn read_spells(top: &Table, mentions: &Mentions) -> Vec<Spell> {
    if !top.has(entries::SPELL.name) {
        top.tell(top.span(), Children::NoSpell);
    }
    let mut spells: Vec<Spell> = Vec::new();
    read_all(top, entries::SPELL, mentions, |values| {
        let span = values.span()?;
        if spells.iter().any(|other| other.span.overlap(&span).is_some()) {
            top.tell(values.place.clone(), Children::SpellsOverlap);
        }
        spells.push(Spell { span, reason: values.text("reason"), line: values.line });
        Some(())
    });
    spells.sort_by_key(|spell| spell.span);
    spells
}

fn read_earlier(top: &Table, mentions: &Mentions) -> Vec<Was> {
    let mut earlier: Vec<Was> = Vec::new();
    read_all(top, entries::WAS, mentions, |values| {
        let was = was(values)?;
        if earlier.iter().any(|own| own.field == was.field && own.until == was.until) {
            let (field, until) = (Quote::of(&*was.field), Quote::of(was.until));
            top.tell(values.place.clone(), Children::WasTwice { field, until });
        }
        check_was(top, values, &was, mentions);
        earlier.push(was);
        Some(())
    });
    earlier.sort_by(|a, b| (&a.field, a.until).cmp(&(&b.field, b.until)));
    earlier
}

/// Remarks on an ID number, of which nothing is repeated.
fn check_id_number(top: &Table, facts: &Facts) {
    let Some(number) = facts.text("id_number").filter(|own| !own.trim().is_empty()) else {
        return;
    };
    let tell = |cause| top.tell(top.place("id_number"), cause);
    let written_out = resident_id::written_out(number);
    if !resident_id::is_valid(&written_out) {
        return tell(Persons::WrongIdNumber);
    }
    if written_out != number {
        tell(Persons::IdNumberForm);
    }
    let contradicts = |field| tell(Persons::IdNumberContradicts { field: Known::word(field) });
    let born = resident_id::birth_date(&written_out).map(Fact::Date);
    if facts.get("birth_date").is_some_and(|own| born.as_ref() != Some(own)) {
        contradicts("birth_date");
    }
    let says_male = match facts.text("sex") {
        Some("male") => Some(true),
        Some("female") => Some(false),
        _ => None,
    };
    if says_male.is_some() && says_male != resident_id::is_male(&written_out) {
        contradicts("sex");
    }
}

/// Since when the child has been in its present class, as far as its file says.
fn since(spells: &[Spell], earlier: &[Was]) -> Option<NaiveDate> {
    let changed = earlier.iter().rfind(|was| was.field == CLASS).map(|was| next_day(was.until));
    changed.or_else(|| spells.last().map(|spell| spell.span.first))
}

fn check_class(top: &Table, facts: &Facts, since: Option<NaiveDate>, mentions: &Mentions) {
    let class = facts.text(CLASS).filter(|class| !class.trim().is_empty());
    if let Some(cause) = class.and_then(|class| mentions.classes.wrong(class, since)) {
        top.tell(top.place(CLASS), cause);
    }
}

fn check_was(top: &Table, values: &Values, was: &Was, mentions: &Mentions) {
    let texts = was.value.values();
    let mut classes = texts.iter().filter(|text| !text.trim().is_empty());
    if was.field == CLASS
        && let Some(cause) = classes.find_map(|own| mentions.classes.wrong(own, Some(was.until)))
    {
        // At the entry: what a value says is not repeated, which class it must be is.
        top.tell(values.place.clone(), cause);
    }
}

fn was(values: &Values) -> Option<Was> {
    let Some(Fact::Date(until)) = values.value("until") else {
        return None;
    };
    let (field, value) = (values.text("field")?, values.value("value")?.clone());
    Some(Was { field, value, until: *until, line: values.line })
}

fn pause(values: &Values) -> Option<Pause> {
    Some(Pause { span: values.span()?, reason: values.text("reason"), line: values.line })
}

fn pair(values: &Values) -> Option<Pair> {
    Some(Pair {
        staff: values.staff("staff")?,
        role: role::find(&values.text("role")?)?.code,
        span: values.span()?,
        mode: values.text("mode"),
        reason: values.text("reason"),
        line: values.line,
    })
}

fn buddy(values: &Values) -> Option<Buddy> {
    Some(Buddy {
        name: values.text("name")?,
        class: values.text("class").map(|class| ClassCode::of(&class)),
        post: values.text("post"),
        span: values.span()?,
        reason: values.text("reason"),
        line: values.line,
    })
}

fn exemption(values: &Values) -> Option<Exemption> {
    Some(Exemption {
        rule: RuleId::of(&values.text("rule")?),
        span: values.span()?,
        reason: values.text("reason"),
        by: values.staff("by"),
        line: values.line,
    })
}

fn elder(values: &Values) -> Option<Elder> {
    let lunar = values.text("calendar").as_deref() == Some("lunar");
    let (month, day) = entries::month_day(&values.text("birthday")?, lunar)?;
    let name = values.text("name").unwrap_or_default();
    Some(Elder { name, month, day, lunar, line: values.line })
}
