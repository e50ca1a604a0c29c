//! Reading `children/<id>.toml`.

use chrono::NaiveDate;

use super::near_id::near_id;
use super::source::Source;
use super::staff_file::{need_id, need_role, open_span, read_facts};
use super::table::{Table, read_document};
use super::toml_value::as_fact;
use crate::domain::child::{Buddy, Child, Elder, Exemption, Pair, Pause, Spell, Was};
use crate::domain::facts::Fact;
use crate::domain::id::{Id, Kind};
use crate::domain::identity;
use crate::domain::nearest::nearest;
use crate::domain::problem::{Children, Expected, Guess, Keys, Name, Names, Noun, Quote};
use crate::domain::schema;

/// The names that a child's file may use.
pub struct Known<'k> {
    /// Sorted.
    pub staff: Option<&'k Vec<Id>>,
    pub rules: Option<&'k Vec<String>>,
}

/// The child, when its file is sound enough to make one.
pub fn read(source: &Source, file_id: &str, known: &Known) -> Option<Child> {
    read_document(source, |top| {
        let id = need_id(&top, "id", Kind::Child);
        let name = top.need_text("name");
        if let Some(id) = id.filter(|id| id.to_string() != file_id) {
            top.tell(top.place("id"), Names::NameAndIdDiffer { id: Quote::of(id) });
        }
        let mut facts = read_facts(&top, schema::CHILD);
        facts.add("name", Fact::Text(name.unwrap_or_default().to_owned()));
        if let Some(number) = facts.text("id_number")
            && !identity::is_valid(number)
        {
            top.tell(top.place("id_number"), Names::WrongIdNumber);
        }
        let child = Child {
            id: id?,
            name: name.unwrap_or_default().to_owned(),
            facts,
            spells: read_spells(&top),
            pauses: top.tables("pause").into_iter().filter_map(read_pause).collect(),
            pairs: top.tables("pair").into_iter().filter_map(|t| read_pair(t, known)).collect(),
            buddies: top.tables("buddy").into_iter().filter_map(read_buddy).collect(),
            exemptions: read_exemptions(&top, known),
            elders: top.tables("elder").into_iter().filter_map(read_elder).collect(),
            earlier: read_earlier(&top),
        };
        top.finish();
        Some(child)
    })
    .flatten()
}

fn read_spells(top: &Table) -> Vec<Spell> {
    let mut spells: Vec<Spell> = Vec::new();
    let tables = top.tables("spell");
    if tables.is_empty() && !top.has("spell") {
        top.tell(top.span(), Children::NoSpell);
    }
    for table in tables {
        let place = table.span();
        let line = table.line();
        let span = open_span(&table, "joined", "left");
        let reason = table.text("reason").map(str::to_owned);
        table.finish();
        let Some(span) = span else { continue };
        if spells.iter().any(|other| other.span.overlap(&span).is_some()) {
            top.tell(place, Children::SpellsOverlap);
        }
        spells.push(Spell { span, reason, line });
    }
    spells.sort_by_key(|spell| spell.span);
    spells
}

fn read_pause(table: Table) -> Option<Pause> {
    let line = table.line();
    let span = open_span(&table, "from", "until");
    table.text("reason");
    table.finish();
    Some(Pause { span: span?, line })
}

fn read_pair(table: Table, known: &Known) -> Option<Pair> {
    let staff = need_staff(&table, "staff", known);
    let role = need_role(&table, |role| role.pairs);
    let span = open_span(&table, "from", "until");
    table.text("reason");
    table.text("mode");
    table.finish();
    Some(Pair { staff: staff?, role: role?, span: span? })
}

fn need_staff(table: &Table, key: &'static str, known: &Known) -> Option<Id> {
    let id = need_id(table, key, Kind::Staff)?;
    if let Some(staff) = known.staff
        && staff.binary_search(&id).is_err()
    {
        let name = id.to_string();
        let (nearest, name) = (Guess::of(near_id(&name, staff)), Quote::of(name));
        table.tell(table.place(key), Names::Unknown { what: Noun::Staff, name, nearest });
    }
    Some(id)
}

fn read_buddy(table: Table) -> Option<Buddy> {
    let name = table.need_text("name");
    let span = open_span(&table, "from", "until");
    table.text("class");
    table.text("reason");
    table.finish();
    Some(Buddy { name: name?.to_owned(), span: span? })
}

fn read_exemptions(top: &Table, known: &Known) -> Vec<Exemption> {
    let read = |table: Table| {
        let line = table.line();
        let rule = table.need_text("rule");
        let span = open_span(&table, "from", "until");
        let reason = table.text("reason").unwrap_or_default().to_owned();
        if table.has("by") {
            need_staff(&table, "by", known);
        }
        table.text("by");
        if let Some((rule, rules)) = rule.zip(known.rules)
            && !rules.iter().any(|own| own == rule)
        {
            let nearest = Guess::of(nearest(rule, rules.iter().map(String::as_str)));
            let cause = Children::ExemptFromNothing { rule: Quote::of(rule), nearest };
            table.tell(table.place("rule"), cause);
        }
        table.finish();
        Some(Exemption { rule: rule?.to_owned(), span: span?, reason, line })
    };
    top.tables("exempt").into_iter().filter_map(read).collect()
}

fn read_elder(table: Table) -> Option<Elder> {
    let name = table.text("name").unwrap_or_default().to_owned();
    let lunar = table.one_of("calendar", &["lunar", "solar"]) == Some("lunar");
    let birthday = table.need_text("birthday");
    let day = birthday.and_then(|text| month_day(text, lunar));
    if birthday.is_some() && day.is_none() {
        let key = Name::word("birthday");
        let cause = Keys::WrongType { key, expected: Expected::MonthDay };
        table.tell(table.place("birthday"), cause);
    }
    table.finish();
    let (month, day) = day?;
    Some(Elder { name, month, day, lunar })
}

/// `MM-DD`; a lunar month has up to 30 days.
fn month_day(text: &str, lunar: bool) -> Option<(u32, u32)> {
    let (month, day) = text.split_once('-')?;
    let (month, day): (u32, u32) = (month.parse().ok()?, day.parse().ok()?);
    let exists = match lunar {
        true => (1..=12).contains(&month) && (1..=30).contains(&day),
        false => NaiveDate::from_ymd_opt(2024, month, day).is_some(),
    };
    exists.then_some((month, day))
}

fn read_earlier(top: &Table) -> Vec<Was> {
    let mut earlier: Vec<Was> = Vec::new();
    for table in top.tables("was") {
        let field = table.need_text("field");
        let until = table.need_date("until");
        let value = table.get("value").and_then(|(value, _)| as_fact(value));
        if value.is_none() {
            table.missing("value");
        }
        let place = table.span();
        if let Some(field) = field {
            check_field(&table, field, "field");
        }
        table.finish();
        let (Some(field), Some(until), Some(value)) = (field, until, value) else {
            continue;
        };
        if earlier.iter().any(|was| was.field == field && was.until == until) {
            let (field, until) = (Quote::of(field), Quote::of(until));
            top.tell(place, Children::WasTwice { field, until });
        }
        earlier.push(Was { field: field.to_owned(), value, until });
    }
    earlier.sort_by(|a, b| (&a.field, a.until).cmp(&(&b.field, b.until)));
    earlier
}

/// Tells of a field path that no child's file has, unless it is the school's own.
pub fn check_field(table: &Table, field: &str, key: &str) -> bool {
    let own = field.split_once('.').is_some_and(|(table, _)| table == schema::OWN);
    let names = schema::CHILD.iter().map(|field| field.path);
    own || table.is_known(Noun::Field, field, table.place_in(key, field), names)
}
