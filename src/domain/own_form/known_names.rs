//! Names of forms, as they are told and as they are compared.

use std::collections::BTreeMap;

use super::braces::folded;
use super::fault::FormFault;
use super::name::FormName;
use crate::domain::nearest::nearest;

/// What a child is called by.
pub const CHILD: [&str; 3] = ["儿童", "child", "学生"];

/// Every name that means something here.
#[derive(Default)]
pub struct FormNames {
    known: BTreeMap<String, FormName>,
    /// As they are told, Chinese and English, in order.
    told: Vec<(String, String)>,
}

impl FormNames {
    /// What a text in braces means.
    ///
    /// # Errors
    /// Nobody knows it: the nearest name that there is.
    pub fn meant(&self, text: &str) -> Result<FormName, FormFault> {
        let name = folded(text);
        if let Some(known) = self.known.get(&name) {
            return Ok(known.clone());
        }
        let told = || self.told.iter();
        let near = match name.is_ascii() {
            true => nearest(&name, told().map(|(_, en)| en.as_str())),
            false => nearest(&name, told().map(|(zh, _)| zh.as_str())),
        };
        Err(FormFault::Unknown { name: text.trim().to_owned(), near: near.map(str::to_owned) })
    }

    /// All of them as they are told.
    pub fn told(&self) -> &[(String, String)] {
        &self.told
    }

    /// Adds a name by all that it is called; the first two are told.
    pub fn add(&mut self, called: &[&str], name: &FormName) {
        if let [zh, en, ..] = called {
            self.tell(zh, en);
        }
        for own in called {
            self.put(own, name);
        }
    }

    pub fn tell(&mut self, zh: &str, en: &str) {
        self.told.push((zh.to_owned(), en.to_owned()));
    }

    /// Nothing takes the place of what was there before.
    pub fn put(&mut self, called: &str, name: &FormName) {
        self.known.entry(folded(called)).or_insert_with(|| name.clone());
    }

    pub fn has(&self, called: &str) -> bool {
        self.known.contains_key(&folded(called))
    }

    /// A name of a child, with the child's own word before it or without.
    pub fn add_of_child(&mut self, called: &[&str], name: &FormName) {
        if let [zh, en, ..] = called {
            let [child_zh, child_en, _] = CHILD;
            self.tell(&format!("{child_zh}.{zh}"), &format!("{child_en}.{en}"));
        }
        for own in called {
            for child in CHILD {
                self.put(&format!("{child}.{own}"), name);
            }
            self.put(own, name);
        }
    }
}
