//! Whom the words of a sheet mean.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::class_finder::ClassFinder;
use super::values;
use crate::cli::context::Context;
use crate::cli::finder;
use crate::domain::child::Child;
use crate::domain::class::ClassCode;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::{name, told_apart};
use crate::lang::import_words::ImportSaid;

/// Words for everybody in the class.
const EVERYBODY: [&str; 5] = ["全班", "全体", "全体学生", "全班学生", "全体儿童"];

/// Finds children and staff; each word is looked for once.
pub struct WhoFinder<'a> {
    context: &'a Context,
    home: &'a Home,
    /// The children by their names in plain letters.
    names: HashMap<String, Vec<&'a Child>>,
    found: HashMap<String, Result<Id, String>>,
    classes: ClassFinder<'a>,
    /// The words of the lists of which a sheet of the program's own lets people choose.
    listed: HashMap<String, Id>,
}

impl<'a> WhoFinder<'a> {
    pub fn new(context: &'a Context, home: &'a Home) -> WhoFinder<'a> {
        let mut names: HashMap<String, Vec<&Child>> = HashMap::new();
        for child in &home.children {
            names.entry(name::plain(&child.name)).or_default().push(child);
        }
        let today = context.today;
        let listed = told_apart::children(home, today).into_iter();
        let listed = listed.chain(told_apart::staff(home, today)).collect();
        let classes = ClassFinder::new(context, home);
        WhoFinder { context, home, names, found: HashMap::new(), classes, listed }
    }

    /// The children of a cell, each once.
    ///
    /// # Errors
    /// A word names nobody, or several, in a sentence.
    pub fn children(
        &mut self,
        text: &str,
        class: Option<&str>,
        day: NaiveDate,
    ) -> Result<Vec<Id>, String> {
        let mut ids: Vec<Id> = Vec::new();
        for word in people(text) {
            match EVERYBODY.contains(&word) {
                true => ids.extend(self.whole_class(class, day)?),
                false => ids.push(self.child(word, class, day)?),
            }
        }
        let mut seen = HashSet::new();
        ids.retain(|id| seen.insert(*id));
        Ok(ids)
    }

    /// The code of the class that a word means.
    pub fn class(&mut self, text: &str, day: NaiveDate) -> Option<ClassCode> {
        self.classes.called(text, day)
    }

    /// The staff of a cell.
    ///
    /// # Errors
    /// As for the children.
    pub fn people(&mut self, text: &str) -> Result<Vec<Id>, String> {
        people(text).into_iter().map(|word| self.staff(word)).collect()
    }

    /// Whom a word of a list means that tells people of one name apart.
    fn listed(&self, word: &str) -> Option<Id> {
        self.listed.get(word).copied().filter(|_| word.contains('（'))
    }

    /// The member of staff of a name.
    pub fn staff(&mut self, word: &str) -> Result<Id, String> {
        let (home, lang) = (self.home, self.context.lang);
        if let Some(id) = self.listed(word).filter(|id| home.person(*id).is_some()) {
            return Ok(id);
        }
        // 王芳老师 is 王芳, when nobody is called so.
        let names = || {
            let short = ["老师", "教师"].iter().find_map(|end| word.strip_suffix(end));
            [Some(word), short].into_iter().flatten()
        };
        let own = self.found.entry(format!("staff {word}")).or_insert_with(|| {
            let mut found = names().map(|name| finder::staff(home, name, lang));
            let first = found.next().unwrap_or_else(|| finder::staff(home, word, lang));
            let found = first.or_else(|why| found.find_map(Result::ok).ok_or(why));
            found.map_err(|failure| failure.sentence())
        });
        own.clone()
    }

    /// The child of a name, in the class that stands in the row or on the sheet.
    pub fn child(&mut self, word: &str, class: Option<&str>, day: NaiveDate) -> Result<Id, String> {
        let (home, lang) = (self.home, self.context.lang);
        if let Some(id) = self.listed(word).filter(|id| home.child(*id).is_some()) {
            return Ok(id);
        }
        let code = class.and_then(|class| self.classes.called(class, day));
        let name = values::name(word);
        let alike = self.names.get(&name::plain(&name)).cloned().unwrap_or_default();
        let inside: Vec<Id> = alike
            .iter()
            .filter(|own| code.is_some() && own.class_on(day) == code.as_ref())
            .map(|own| own.id)
            .collect();
        if let [only] = inside[..] {
            return Ok(only);
        }
        let own = self.found.entry(format!("child {name} {day}"));
        let found = own.or_insert_with(|| {
            let found = finder::child(home, &name, day, lang);
            found.map_err(|failure| failure.sentence())
        });
        let id = found.clone()?;
        let other =
            home.child(id).filter(|own| code.is_some() && own.class_on(day) != code.as_ref());
        match other {
            None => Ok(id),
            Some(child) => Err(ImportSaid::NotInClass { name: &child.name }.text(lang)),
        }
    }

    fn whole_class(&mut self, class: Option<&str>, day: NaiveDate) -> Result<Vec<Id>, String> {
        let code = class.and_then(|class| self.classes.called(class, day));
        let Some(code) = code else { return Err(ImportSaid::BadClass.text(self.context.lang)) };
        let inside = self.home.children.iter();
        let inside =
            inside.filter(|own| own.class_on(day) == Some(&code) && own.on_roll().contains(day));
        Ok(inside.map(|own| own.id).collect())
    }
}

/// Names one after another; 、 and its like between them.
fn people(text: &str) -> Vec<&str> {
    let parts = text.split(['、', ',', '，', ';', '；', '\n', '/']);
    let parts = parts.flat_map(|part| {
        let words: Vec<&str> = part.split_whitespace().collect();
        let is_name = |word: &&str| word.chars().count() > 1;
        // 李小明 王芳 are two, 张　三 is one.
        if words.len() > 1 && words.iter().all(is_name) { words } else { vec![part.trim()] }
    });
    parts.filter(|part| !part.is_empty()).collect()
}
