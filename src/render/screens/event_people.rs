//! The people of an event, as a record names them.

use std::collections::BTreeSet;

use crate::domain::child::Child;
use crate::domain::class::ClassCode;
use crate::domain::event::Event;
use crate::domain::home::Home;
use crate::domain::id::Id;
use crate::domain::order::{class_place, name_place};
use crate::lang::record_words::Listing;
use crate::lang::{Lang, listed};
use crate::render::cell::{Cell, Value};

/// More children than these stand by their classes.
const FEW: usize = 4;

/// More classes than these are only counted in a line of a screen.
const FEW_CLASSES: usize = 3;

/// The children: programs read ids and names, people names. Many stand by class, where the classes
/// are told short with the number of each.
pub fn children(home: &Home, event: &Event, lang: Lang, short: bool) -> Cell {
    let name = |id: &Id| home.child(*id).map(|child| child.name.as_str());
    people(&event.children, name).said(children_said(home, event, lang, short))
}

/// The classes in which its children were that day.
pub fn classes(home: &Home, event: &Event, lang: Lang) -> Cell {
    let children = event.children.iter().filter_map(|id| home.child(*id));
    let codes: BTreeSet<&ClassCode> =
        children.filter_map(|child| child.class_on(event.date)).collect();
    let mut codes: Vec<&ClassCode> = codes.into_iter().collect();
    codes.sort_by_cached_key(|code| class_place(Some(code)));
    let name = |code: &&ClassCode| home.class_name(code, event.date);
    let said = listed(&codes.iter().map(name).collect::<Vec<_>>(), lang);
    Cell::from(codes.iter().map(ToString::to_string).collect::<Vec<_>>()).said(said)
}

/// The staff.
pub fn staff(home: &Home, event: &Event, lang: Lang) -> Cell {
    let name = |id: &Id| home.person(*id).map(|person| person.name.as_str());
    people(&event.staff, name).said(listed(&staff_names(home, event), lang))
}

fn children_said(home: &Home, event: &Event, lang: Lang, short: bool) -> String {
    let known: Vec<&Child> = event.children.iter().filter_map(|id| home.child(*id)).collect();
    if known.len() > FEW {
        return by_class(home, event, known, (lang, short));
    }
    let names: Vec<String> = known.iter().map(|child| child.name.clone()).collect();
    listed(&names, lang)
}

/// Whom it is about, by name: the children, else the staff.
pub fn named(home: &Home, event: &Event, lang: Lang, short: bool) -> Cell {
    let children = event.children.iter().filter_map(|id| home.child(*id));
    let names: Vec<String> = children.map(|child| child.name.clone()).collect();
    match names.is_empty() {
        true => Cell::from(listed(&staff_names(home, event), lang)),
        false => Cell::from(listed(&names, lang)).said(children_said(home, event, lang, short)),
    }
}

fn staff_names(home: &Home, event: &Event) -> Vec<String> {
    let staff = event.staff.iter().filter_map(|id| home.person(*id));
    staff.map(|person| person.name.clone()).collect()
}

fn people<'n>(ids: &[Id], name: impl Fn(&Id) -> Option<&'n str>) -> Cell {
    let thing = |id: &Id| {
        let name = name(id).map_or(Value::Nothing, |name| Value::Text(name.to_owned()));
        vec![("id", Value::Text(id.to_string())), ("name", name)]
    };
    Cell::from(Value::Things(ids.iter().map(thing).collect()))
}

fn by_class(home: &Home, event: &Event, known: Vec<&Child>, (lang, short): (Lang, bool)) -> String {
    let class = |child: &&Child| child.class_on(event.date).cloned();
    let mut known = known;
    known.sort_by_cached_key(|child| (class_place(class(child).as_ref()), name_place(&child.name)));
    let group = |own: &[&Child]| {
        let class = own.first().and_then(class);
        let class = class
            .as_ref()
            .map_or(String::new(), |own: &ClassCode| home.class_name(own, event.date));
        let names: Vec<String> = own.iter().map(|child| child.name.clone()).collect();
        let names = listed(&names, lang);
        let told = match short {
            true => Listing::OfClass { class: &class, count: own.len() },
            false => Listing::Column { label: &class, cell: &names },
        };
        told.text(lang).trim().to_owned()
    };
    let (same_class, all) =
        (|one: &&Child, other: &&Child| class(one) == class(other), known.len());
    let classes = known.chunk_by(same_class).count();
    if short && classes > FEW_CLASSES {
        return Listing::OfClasses { classes, count: all }.text(lang);
    }
    let groups: Vec<String> = known.chunk_by(same_class).map(group).collect();
    groups.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}
