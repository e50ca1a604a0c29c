//! Lists of staff.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::days;
use super::judged::Judged;
use super::list_row::ListRow;
use super::sheeted::Sheeted;
use super::values;
use crate::cli::context::Context;
use crate::cli::failure::Failure;
use crate::cli::{roles, typed, typed_fact};
use crate::domain::class::ClassCode;
use crate::domain::facts::{Fact, Facts};
use crate::domain::id::Id;
use crate::domain::name;
use crate::domain::role::{HEAD_TEACHER, RoleCode};
use crate::domain::schema;
use crate::domain::spans::Span;
use crate::domain::staff::Holding;
use crate::lang::import_words::ImportSaid;
use crate::lang::words::role_name;
use crate::session::change::Change;
use crate::storage::layout;
use crate::storage::record_edit::add_person;

/// Brings lists of staff in.
pub struct StaffLists<'c> {
    pub context: &'c Context,
    /// Since when roles without a day count.
    pub from: NaiveDate,
}

impl StaffLists<'_> {
    /// Takes a list of staff into the change.
    ///
    /// # Errors
    /// The home cannot be changed.
    pub fn take(
        &self,
        change: &mut Change,
        (sheet, sheeted): (usize, &Sheeted),
        judged: &mut Judged,
    ) -> Result<(), Failure> {
        let mut seen: HashMap<String, usize> = HashMap::new();
        for row in sheeted.rows.iter().copied() {
            let own = ListRow { sheeted, row };
            let person = match self.person(change, &own) {
                Ok(person) => person,
                Err(why) => {
                    judged.refuse(sheet, row, why);
                    continue;
                }
            };
            let key = name::plain(&person.name);
            if let Some(before) = seen.insert(key.clone(), row) {
                let why = ImportSaid::SameRow { row: before + 1 }.text(self.context.lang);
                judged.refuse(sheet, row, why);
                continue;
            }
            let here = change.reading.home.staff.iter().filter(|own| name::plain(&own.name) == key);
            match here.map(|own| own.id).collect::<Vec<Id>>()[..] {
                [] => self.add(change, &person, judged)?,
                [only] => self.renew(change, only, &person, judged)?,
                _ => {
                    let who = person.name.as_str();
                    let why = ImportSaid::SeveralChildren { who }.text(self.context.lang);
                    judged.refuse(sheet, row, why);
                }
            }
        }
        Ok(())
    }

    fn person(&self, change: &Change, row: &ListRow) -> Result<PersonLine, String> {
        let (context, lang) = (self.context, self.context.lang);
        let name = values::name(&row.text("name"));
        if name.is_empty() {
            return Err(ImportSaid::NoName.text(lang));
        }
        let from = row.day(context, "from")?.unwrap_or(self.from);
        let class_text = row.cell("class").map(days::class).unwrap_or_default();
        let class = match values::is_none(&class_text) || class_text.is_empty() {
            true => None,
            false => {
                let found = typed::class_code(&change.reading.home, &class_text, from, lang);
                let wrong = |_| row.wrong(context, "class", &ImportSaid::BadClass.text(lang));
                Some(found.map_err(wrong)?)
            }
        };
        let mut held = Vec::new();
        let text = row.text("role");
        for word in text.split(['、', ',', '，', '/', ';', '；', ' ', '兼']) {
            let word = word.trim();
            if word.is_empty() {
                continue;
            }
            let (role, own) = self.role_and_class(change, word, from).ok_or_else(|| {
                row.wrong(context, "role", &ImportSaid::BadRole { role: word }.text(lang))
            })?;
            let class = own.or_else(|| (role == HEAD_TEACHER).then(|| class.clone()).flatten());
            if role == HEAD_TEACHER && class.is_none() {
                return Err(row.wrong(context, "role", &ImportSaid::BadClass.text(lang)));
            }
            held.push(Holding::new(role, class, Span::new(from, None)));
        }
        if held.is_empty() {
            return Err(ImportSaid::NoRole.text(lang));
        }
        let mut facts = Facts::default();
        for path in ["sex", "phone", "email", "employer"] {
            let text = row.text(path);
            if text.is_empty() || values::is_none(&text) {
                continue;
            }
            if path == "phone" {
                let phones = values::phones(&text, None);
                let phones = phones.map_err(|why| row.wrong(context, path, &why.text(lang)))?;
                if !phones.is_empty() {
                    facts.add(path, Fact::List(phones));
                }
                continue;
            }
            let text = values::choice(path, &text);
            let fact = typed_fact::fact(schema::STAFF, path, &text, false, context);
            let wrong = |failure: Failure| row.wrong(context, path, &failure.sentence());
            facts.add(path, fact.map_err(wrong)?);
        }
        Ok(PersonLine { name, facts, held })
    }

    /// 班主任, 三（1）班班主任, 语文教师: a role, with the class before it.
    fn role_and_class(
        &self,
        change: &Change,
        word: &str,
        day: NaiveDate,
    ) -> Option<(RoleCode, Option<ClassCode>)> {
        let lang = self.context.lang;
        if let Ok(role) = roles::role(word, lang) {
            return Some((role, None));
        }
        let letters: Vec<(usize, char)> = word.char_indices().collect();
        for (at, _) in &letters {
            let (before, after) = word.split_at(*at);
            let class = typed::class_code(&change.reading.home, before, day, lang).ok();
            if let (Some(class), Ok(role)) = (class, roles::role(after, lang)) {
                return Some((role, Some(class)));
            }
        }
        let teaches = TEACHING.iter().any(|own| word.ends_with(own) || word.starts_with(own));
        teaches.then(|| roles::role("subject_teacher", lang).ok()).flatten().map(|own| (own, None))
    }

    fn add(
        &self,
        change: &mut Change,
        person: &PersonLine,
        judged: &mut Judged,
    ) -> Result<(), Failure> {
        let id = change.new_staff_id();
        let before = change.text(layout::STAFF)?;
        let step = add_person(before, (id, &person.name), &person.facts, &person.held);
        change.add(step, id);
        let held: Vec<&str> =
            person.held.iter().map(|own| role_name(own.role, self.context.lang)).collect();
        judged.added.push(format!("{} {}", person.name, held.join("、")));
        Ok(())
    }

    /// Gives somebody who is here what the row says besides.
    fn renew(
        &self,
        change: &mut Change,
        id: Id,
        line: &PersonLine,
        judged: &mut Judged,
    ) -> Result<(), Failure> {
        let lang = self.context.lang;
        let Some(person) = change.reading.home.person(id).cloned() else { return Ok(()) };
        let mut said = Vec::new();
        for (path, fact) in line.facts.iter() {
            if person.facts.get(path).is_none_or(|own| own.values() != fact.values()) {
                change.set_of_person(id, path, Some(fact))?;
                let field = schema::find(schema::STAFF, path);
                let heading = field.map_or(path, |own| crate::lang::label(&own.label, lang));
                said.push(ImportSaid::CellChanged { heading }.text(lang));
            }
        }
        for held in &line.held {
            let is_of = |own: &Holding| own.role == held.role && own.class == held.class;
            let has = person.roles.iter().any(|own| is_of(own) && own.span.last >= self.from);
            if !has {
                change.begin_role(id, held.clone())?;
                said.push(role_name(held.role, lang).to_owned());
            }
        }
        if said.is_empty() {
            judged.same += 1;
        } else {
            let (what, cells) = (person.name.as_str(), said.join("、"));
            judged.changed.push(ImportSaid::RecordChanged { what, cells: &cells }.text(lang));
            judged.records_changed += 1;
        }
        Ok(())
    }
}

/// Whoever teaches something has such a word in the name of the post.
const TEACHING: [&str; 3] = ["教师", "老师", "任课"];

/// A person as a row tells of it.
struct PersonLine {
    name: String,
    facts: Facts,
    held: Vec<Holding>,
}
