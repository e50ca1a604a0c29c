//! What stands in the cells of a form about a child: values as they are said, boxes to tick, a dash
//! for the dead, and blanks that are filled in by hand.

use chrono::NaiveDate;

use super::list::value_in_words;
use crate::domain::child::Child;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::label::Words;
use crate::domain::order::{ClassPlace, NamePlace, class_place, name_place};
use crate::domain::privacy::Gate;
use crate::domain::role::RoleCode;
use crate::domain::schema::{self, FieldType};
use crate::domain::staff::Staff;
use crate::lang::{Lang, label, words_in};
use crate::render::cell::Cell;
use crate::render::sheet::SheetColumn;
use crate::reports::pairing::in_force;

/// Marks the box that fits, and the others.
const TICKED: &str = "√";
const EMPTY: &str = "□";

/// Does the child live at the school?
const BOARDING: &str = "boarding";

const YES_OR_NO: [Words; 2] = [("是", "yes"), ("否", "no")];
const BOARDER_OR_NOT: [Words; 2] = [("住校", "boarder"), ("走读", "day pupil")];

/// In the cells of a parent who is dead.
const DEAD: &str = "—";

/// A column of a form about a child.
pub(super) type ChildColumn<'a> = SheetColumn<'a, &'a Child>;

/// The children of a form with what their values pass, on a day.
#[derive(Clone, Copy)]
pub struct ChildForms<'a> {
    pub home: &'a Home,
    pub children: &'a [&'a Child],
    /// Whose they are, in words; blank of all.
    pub whose: &'a str,
    pub day: NaiveDate,
    pub gate: &'a Gate,
    pub lang: Lang,
}

impl<'a> ChildForms<'a> {
    /// A field under its own name.
    pub(super) fn field(self, path: &'static str) -> ChildColumn<'a> {
        self.field_called(path, self.heading(path))
    }

    /// What people call a field.
    pub(super) fn heading(self, path: &'static str) -> String {
        let field = schema::find(schema::CHILD, path);
        field.map_or(path, |own| label(&own.label, self.lang)).to_owned()
    }

    /// A field under the name that it has in the form.
    pub(super) fn field_called(
        self,
        path: &'static str,
        heading: impl Into<String>,
    ) -> ChildColumn<'a> {
        SheetColumn::new(path, heading, move |child: &&Child| self.value(child, path))
    }

    /// The boxes of a field's choices, with a mark in the one that fits.
    pub(super) fn boxes(self, path: &'static str) -> ChildColumn<'a> {
        SheetColumn::new(path, self.heading(path), move |child: &&Child| self.boxed(child, path))
    }

    /// The same of one child.
    pub(super) fn boxed(self, child: &Child, path: &str) -> Cell {
        let shown = child.shown(path, self.gate);
        let field = schema::find(schema::CHILD, path);
        let choices = match field.map(|own| own.holds) {
            Some(FieldType::Choice(choices) | FieldType::Suggested(choices)) => choices,
            Some(FieldType::Bool) => {
                let words = if path == BOARDING { BOARDER_OR_NOT } else { YES_OR_NO };
                return self.yes_or_no_of(child, path, words);
            }
            _ => &[],
        };
        let is_known = choices.iter().any(|(code, _)| *code == shown);
        if is_dead(child, path) || !shown.is_empty() && !is_known {
            return self.value(child, path);
        }
        let of_form = choices.iter().filter(|(code, _)| !NO_BOX.contains(code));
        let boxes = of_form.map(|(code, words)| self.one_box(*words, *code == shown));
        let said = boxes.collect::<Vec<_>>().join("　");
        Cell::text(Some(shown).filter(|code| !code.is_empty())).said(said)
    }

    /// The boxes of yes and no.
    pub(super) fn yes_or_no(
        self,
        path: &'static str,
        heading: impl Into<String>,
    ) -> ChildColumn<'a> {
        SheetColumn::new(path, heading, move |child: &&Child| self.boxed(child, path))
    }

    fn yes_or_no_of(self, child: &Child, path: &str, words: [Words; 2]) -> Cell {
        let shown = child.shown(path, self.gate);
        if is_dead(child, path) {
            return self.value(child, path);
        }
        let boxes = ["true", "false"].iter().zip(words);
        let boxes = boxes.map(|(code, words)| self.one_box(words, *code == shown));
        let said = boxes.collect::<Vec<_>>().join("　");
        Cell::text(Some(shown).filter(|code| !code.is_empty())).said(said)
    }

    /// The class as the school prints it.
    pub(super) fn class(self) -> ChildColumn<'a> {
        SheetColumn::new("class", self.heading("class"), move |child: &&Child| {
            let class = child.class_on(self.day);
            let said = class.map(|own| self.home.class_name(own, self.day));
            Cell::text(class.map(ToString::to_string)).said(said.unwrap_or_default())
        })
    }

    fn one_box(self, words: Words, is_ticked: bool) -> String {
        let mark = if is_ticked { TICKED } else { EMPTY };
        format!("{mark}{}", words_in(words, self.lang))
    }

    /// A value in words.
    pub(super) fn value(self, child: &Child, path: &str) -> Cell {
        if is_dead(child, path) {
            return Cell::NOTHING.said(DEAD);
        }
        let shown = child.shown(path, self.gate);
        if shown.is_empty() {
            return Cell::NOTHING;
        }
        let said = value_in_words(self.home, path, &shown, self.day, self.lang);
        Cell::from(shown).said(said)
    }

    /// The adults who answer for the child.
    pub(super) fn adults(self, child: &Child) -> Vec<&'a Staff> {
        let ids: Vec<Id> = in_force(child, self.day).map(|pair| pair.staff).collect();
        ids.into_iter().filter_map(|id| self.home.person(id)).collect()
    }

    /// Whoever leads the child's class.
    pub(super) fn head_teacher(self, child: &Child) -> Vec<&'a Staff> {
        let class = child.class_on(self.day);
        class.and_then(|class| self.home.head_teacher(class, self.day)).into_iter().collect()
    }

    /// Those who hold a role on the day.
    pub(super) fn holders(self, role: RoleCode) -> Vec<&'a Staff> {
        let holds = |own: &&Staff| own.in_role(role).contains(self.day);
        self.home.staff.iter().filter(holds).collect()
    }

    /// Where people look for each of the children.
    pub(super) fn places(self) -> impl Iterator<Item = (ClassPlace, NamePlace)> {
        let place =
            move |child: &&Child| (class_place(child.class_on(self.day)), name_place(&child.name));
        self.children.iter().map(place)
    }
}

/// Boxes that are ticked by hand, for what the program does not know.
pub(super) fn by_hand<'a>(heading: impl Into<String>, words: Vec<String>) -> ChildColumn<'a> {
    SheetColumn::for_people(heading, move |_: &&Child| {
        let boxes = words.iter().map(|own| format!("{EMPTY}{own}"));
        boxes.collect::<Vec<_>>().join("　")
    })
}

/// A blank that is filled in by hand.
pub(super) fn blank<'a>(heading: impl Into<String>) -> ChildColumn<'a> {
    SheetColumn::for_people(heading, |_: &&Child| Cell::NOTHING)
}

/// Codes that have no box of their own on a form: what is not known is left open.
const NO_BOX: [&str; 2] = ["unknown", "dead"];

/// Is it a cell of a parent who is dead?
fn is_dead(child: &Child, path: &str) -> bool {
    let Some((parent @ ("father" | "mother"), _)) = path.split_once('.') else { return false };
    child.shown(&format!("{parent}.guardianship"), &Gate::shut()) == "dead"
}

/// The names of people, and their phones as far as they may be seen.
pub(super) fn names(people: &[&Staff]) -> Cell {
    let names: Vec<&str> = people.iter().map(|own| own.name.as_str()).collect();
    Cell::text(Some(names.join(" / ")).filter(|text| !text.is_empty()))
}

pub(super) fn phones(people: &[&Staff], gate: &Gate) -> Cell {
    let phones = people.iter().flat_map(|own| own.guarded("phone"));
    let phones: Vec<String> = phones.map(|own| own.shown(gate)).collect();
    Cell::text(Some(phones.join(" / ")).filter(|text| !text.is_empty()))
}
