//! What is in each child's growth bag, category by category; one without an item stands there too,
//! to be filled.

use crate::domain::child::Child;
use crate::domain::event::Event;
use crate::domain::register::{Choice, Column, Register};

/// The register of what is put into the bags.
pub const GROWTH: &str = "growth";

/// The column of the category.
const CATEGORY: &str = "category";

/// A line of a bag's contents.
pub struct BagLine<'a> {
    /// Whose bag it is, by place in the list.
    pub child: usize,
    /// None of an item that has no category that the register lists.
    pub category: Option<&'a Choice>,
    /// None of a category of which there is no item.
    pub item: Option<&'a Event>,
}

/// The lines of the children's bags, child by child.
pub fn lines<'a>(
    growth: &'a Register,
    children: &[&Child],
    events: &'a [Event],
) -> Vec<BagLine<'a>> {
    let categories = growth.column(CATEGORY).map(Column::choices).unwrap_or_default();
    let code = |event: &Event| event.filled(CATEGORY).map(str::to_owned);
    let mut lines = Vec::new();
    for (at, child) in children.iter().enumerate() {
        let own = || events.iter().filter(|event| event.children.contains(&child.id));
        for category in categories {
            let before = lines.len();
            let items = own().filter(|event| code(event).as_ref() == Some(&category.code));
            let line = |item| BagLine { child: at, category: Some(category), item };
            lines.extend(items.map(|item| line(Some(item))));
            if lines.len() == before {
                lines.push(line(None));
            }
        }
        let is_listed = |event: &&Event| {
            code(event).is_some_and(|code| categories.iter().any(|own| own.code == code))
        };
        let others = own().filter(|event| !is_listed(event));
        lines.extend(others.map(|item| BagLine { child: at, category: None, item: Some(item) }));
    }
    lines
}
