//! Reading a score sheet: `sheets/<name>.toml`.

use std::collections::BTreeMap;

use super::register_file::tell_unknown;
use super::rule_file::read_name;
use super::rule_lists::read_list;
use super::source::Source;
use super::table::{Table, read_document};
use super::toml_tree::TreeValue;
use crate::domain::problem::{
    Count, Doubled, Expected, Keys, Known, Name, Naming, Noun, Quote, Rules, Scores,
};
use crate::domain::role::{self, ROLES, RoleCode};
use crate::domain::rule::Rule;
use crate::domain::schema::{self, FieldType};
use crate::domain::score_sheet::{
    ASSESSED_NAMES, AssessedKind, ScoreItem, ScoreLevel, ScoreSheet, ScoreSource, SheetEvery,
    Threshold,
};

/// What the items of a sheet may be counted from.
pub struct ScoreSources<'a> {
    pub rules: &'a [Rule],
    pub registers: &'a [String],
}

/// The sheet that a file holds.
pub fn read(source: &Source, id: &str, sources: &ScoreSources) -> Option<ScoreSheet> {
    read_document(source, |top| {
        let name = read_name(&top);
        let why = top.need_text("why").unwrap_or_default().to_owned();
        let of = top.one_of("of", &ASSESSED_NAMES).and_then(AssessedKind::parse);
        if of.is_none() && !top.has("of") {
            top.missing("of");
        }
        let of = of.unwrap_or(AssessedKind::School);
        let mut sheet = ScoreSheet {
            id: id.to_owned(),
            name,
            why,
            of,
            roles: read_roles(&top, of),
            sets_risk: top.one_of("sets", &["risk"]).is_some() && of == AssessedKind::Child,
            every: read_every(&top),
            items: Vec::new(),
            levels: Vec::new(),
        };
        if top.has("sets") && of != AssessedKind::Child {
            does_not_fit(&top, "sets", format!("of = \"{}\"", of.name()));
        }
        let levels = top.tables("level");
        sheet.levels = levels.iter().map(|table| read_level(table, sheet.sets_risk)).collect();
        let items = top.tables("item");
        if items.is_empty() && !top.has("item") {
            top.missing("[[item]]");
        }
        sheet.items = items.iter().map(|table| read_item(table, &sheet, sources)).collect();
        tell_doubles(source, &items, sheet.items.iter().map(|own| &*own.id));
        tell_doubles(source, &levels, sheet.levels.iter().map(|own| &*own.id));
        check_total(&top, &sheet);
        check_levels(&levels, &sheet);
        items.into_iter().chain(levels).for_each(Table::finish);
        top.finish();
        sheet
    })
}

fn does_not_fit(table: &Table, key: &'static str, with: String) {
    let cause = Rules::KeyDoesNotFit { key: Known::word(key), with: Quote::of(with) };
    table.tell(table.place(key), cause);
}

fn read_roles(top: &Table, of: AssessedKind) -> Vec<RoleCode> {
    if top.has("roles") && !matches!(of, AssessedKind::Pair | AssessedKind::Teacher) {
        does_not_fit(top, "roles", format!("of = \"{}\"", of.name()));
    }
    let names = ROLES.iter().map(|role| role.code.as_str());
    let known = |name: &String| {
        let place = top.place_in("roles", name);
        let is_known = top.is_known(Noun::Role, name, place, names.clone());
        role::find(name).filter(|_| is_known).map(|role| role.code)
    };
    read_list(top, "roles").iter().filter_map(known).collect()
}

fn read_every(top: &Table) -> SheetEvery {
    let every = top.one_of("every", &["term", "year"]);
    let Some((value, place)) = top.get("months") else {
        return if every == Some("year") { SheetEvery::Year } else { SheetEvery::Term };
    };
    if top.has("every") {
        does_not_fit(top, "every", "months".to_owned());
    }
    let month = |value: &TreeValue| {
        let number = value.as_integer().and_then(|own| u32::try_from(own).ok());
        number.filter(|own| (1..=12).contains(own))
    };
    let months = value.as_array().and_then(|all| {
        let read: Option<Vec<u32>> = all.iter().map(|own| month(&own.value)).collect();
        let mut read = read.filter(|own| !own.is_empty())?;
        read.sort_unstable();
        let written = read.len();
        read.dedup();
        (read.len() == written).then_some(read)
    });
    months.map_or_else(
        || {
            let cause = Keys::WrongType { key: Name::word("months"), expected: Expected::Months };
            top.tell(place, cause);
            SheetEvery::Year
        },
        SheetEvery::Months,
    )
}

fn read_item(table: &Table, sheet: &ScoreSheet, sources: &ScoreSources) -> ScoreItem {
    let id = table.need_text("id").unwrap_or_default().to_owned();
    let max = table.at_least("max", 1);
    if max.is_none() && !table.has("max") {
        table.missing("max");
    }
    let source = read_source(table, sheet.of, sources);
    let decides = read_override(table, max, &sheet.levels);
    if table.has("override") && source != ScoreSource::Mark {
        let key = if table.has("rate") { "rate" } else { "count" };
        does_not_fit(table, "override", key.to_owned());
    }
    let (name, max) = (read_name(table), max.unwrap_or(1));
    ScoreItem { id, name, max, source, decides }
}

/// Where the points come from; a source that is not known is told.
fn read_source(table: &Table, of: AssessedKind, sources: &ScoreSources) -> ScoreSource {
    let (rate, count) = (table.text("rate"), table.text("count"));
    let full = table.at_least("full", 1);
    if table.has("rate") && table.has("count") {
        does_not_fit(table, "count", "rate".to_owned());
    }
    if table.has("full") && !table.has("count") {
        table.missing("count");
    }
    if table.has("count") && !table.has("full") {
        table.missing("full");
    }
    if let Some(rate) = rate {
        let ids = sources.rules.iter().map(|rule| rule.id.as_str());
        let place = table.place("rate");
        let is_known = table.is_known(Noun::Rule, rate, place.clone(), ids);
        let rule = sources.rules.iter().find(|rule| is_known && rule.id.as_str() == rate);
        if let Some(rule) = rule.filter(|rule| !of.is_reached_by(rule)) {
            let (rule, of) = (Quote::of(rule.id.as_str()), Known::word(of.name()));
            table.tell(place, Scores::RateDoesNotFit { rule, of });
        }
        return rule.map_or(ScoreSource::Mark, |rule| ScoreSource::Rate(rule.id.clone()));
    }
    let Some(register) = count else { return ScoreSource::Mark };
    if !sources.registers.iter().any(|own| own == register) {
        tell_unknown(table, register, table.place("count"), sources.registers);
    }
    ScoreSource::Count { register: register.to_owned(), full: full.unwrap_or(1) }
}

fn read_override(table: &Table, max: Option<u32>, levels: &[ScoreLevel]) -> Option<(u32, usize)> {
    let own = table.table("override")?;
    let (at, level) = (own.at_least("at", 0), own.need_text("level"));
    if at.is_none() && !own.has("at") {
        own.missing("at");
    }
    if let (Some(at), Some(max)) = (at, max)
        && at > max
    {
        own.tell(own.place("at"), Scores::ThresholdOutOfRange { most: Count::from(max) });
    }
    let ids = levels.iter().map(|level| level.id.as_str());
    let known = |id: &&str| own.is_known(Noun::Level, id, own.place("level"), ids.clone());
    let level = level.filter(known).and_then(|id| levels.iter().position(|own| own.id == id));
    own.finish();
    at.zip(level)
}

fn read_level(table: &Table, sets_risk: bool) -> ScoreLevel {
    let id = table.need_text("id").unwrap_or_default().to_owned();
    let risk = schema::find(schema::CHILD, "risk").map(|field| &field.holds);
    if let Some(FieldType::Choice(choices)) = risk.filter(|_| sets_risk && !id.is_empty()) {
        let codes = choices.iter().map(|(code, _)| *code);
        table.is_known(Noun::Level, &id, table.place("id"), codes);
    }
    let (from, below) = (table.at_least("from", 0), table.at_least("below", 0));
    if table.has("from") && table.has("below") {
        does_not_fit(table, "below", "from".to_owned());
    }
    let reached = match (from, below) {
        (Some(from), _) => Threshold::From(from),
        (None, Some(below)) => Threshold::Below(below),
        (None, None) => Threshold::Rest,
    };
    ScoreLevel { id, name: read_name(table), reached }
}

/// Tells of ids that stand twice.
fn tell_doubles<'i>(source: &Source, tables: &[Table], ids: impl Iterator<Item = &'i str>) {
    let mut first: BTreeMap<&str, u32> = BTreeMap::new();
    for (table, id) in tables.iter().zip(ids).filter(|(_, id)| !id.is_empty()) {
        let line = *first.entry(id).or_insert_with(|| table.line());
        if line != table.line() {
            let (id, first) = (Doubled::Own(Quote::of(id)), Known::line(&source.file, line));
            table.tell(table.place("id"), Naming::DuplicateId { id, first });
        }
    }
}

fn check_total(top: &Table, sheet: &ScoreSheet) {
    let sum = sheet.total();
    if let Some(total) = top.at_least("total", 1)
        && sum != total
    {
        let (sum, total) = (Count::from(sum), Count::from(total));
        top.tell(top.place("total"), Scores::SheetSum { sum, total });
    }
}

/// Every threshold is one that a total can have, every level can be reached, and every total
/// reaches one.
fn check_levels(tables: &[Table], sheet: &ScoreSheet) {
    let total = sheet.total();
    let mut before: Option<Threshold> = None;
    for (table, level) in tables.iter().zip(&sheet.levels) {
        let (key, is_outside) = match level.reached {
            Threshold::From(from) => ("from", from > total),
            Threshold::Below(below) => ("below", below == 0 || below > total),
            Threshold::Rest => ("id", false),
        };
        if is_outside {
            let cause = Scores::ThresholdOutOfRange { most: Count::from(total) };
            table.tell(table.place(key), cause);
        }
        let follows = match (before, level.reached) {
            (None, _) => true,
            (Some(Threshold::From(last)), Threshold::From(from)) => from < last,
            (Some(Threshold::Below(last)), Threshold::Below(below)) => below > last,
            (Some(Threshold::Rest), _) | (Some(_), Threshold::From(_) | Threshold::Below(_)) => {
                false
            }
            (Some(_), Threshold::Rest) => true,
        };
        if !follows {
            table.tell(table.place(key), Scores::ThresholdsOutOfOrder);
        }
        before = Some(level.reached);
    }
    let takes_all = |own: &Threshold| matches!(own, Threshold::Rest | Threshold::From(0));
    if let Some(last) = tables.last().filter(|_| !before.as_ref().is_some_and(takes_all)) {
        last.tell(last.span(), Scores::LevelsEnd);
    }
}
