//! The contents of growth bags, as they lie on top in each bag.

use super::form_cells::ChildForms;
use crate::domain::child::Child;
use crate::domain::order::{class_place, name_place};
use crate::domain::register::Register;
use crate::lang::label;
use crate::lang::print_words::Printing;
use crate::lang::record_words::Listing;
use crate::lang::words::Word;
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Group, Sheet, SheetColumn};
use crate::reports::growth_bag::BagLine;

/// The bags, each under its child's name.
pub fn screen(forms: ChildForms, growth: &Register, lines: &[BagLine]) -> Screen {
    let lang = forms.lang;
    let cell = |own: &BagLine, column: &str| {
        let text = own.item.and_then(|item| growth.guarded(item, column));
        Cell::text(text.map(|text| text.shown(forms.gate)))
    };
    let columns = [
        SheetColumn::for_programs("child", |own: &BagLine| {
            forms.children[own.child].id.to_string()
        }),
        SheetColumn::new("category", Printing::Category.text(lang), |own: &BagLine| {
            match own.category {
                Some(own) => Cell::from(own.code.as_str()).said(label(&own.label, lang)),
                None => cell(own, "category").said(Printing::NoCategory.text(lang)),
            }
        }),
        SheetColumn::for_programs("id", |own: &BagLine| {
            Cell::text(own.item.map(|item| item.id.to_string()))
        }),
        SheetColumn::new("date", Word::Date.text(lang), |own: &BagLine| {
            Cell::date(own.item.map(|item| item.date))
        }),
        SheetColumn::new("title", Word::Title.text(lang), |own: &BagLine| cell(own, "title")),
        SheetColumn::new("kept_in", Printing::KeptIn.text(lang), |own: &BagLine| {
            cell(own, "kept_in")
        }),
        SheetColumn::new("note", Listing::Note.text(lang), |own: &BagLine| cell(own, "note")),
    ];
    let place = |at: &usize| {
        let child: &Child = forms.children[*at];
        (class_place(child.class_on(forms.day)), name_place(&child.name))
    };
    let mut order: Vec<usize> = (0..forms.children.len()).collect();
    order.sort_by_cached_key(place);
    let group = |at: usize| {
        let child: &Child = forms.children[at];
        let rows: Vec<usize> = (0..lines.len()).filter(|row| lines[*row].child == at).collect();
        let count = rows.iter().filter(|row| lines[**row].item.is_some()).count();
        let class = child.class_on(forms.day);
        let class = class.map_or(String::new(), |own| forms.home.class_name(own, forms.day));
        let heading = Printing::GrowthOf { class: &class, name: &child.name, count };
        Group { heading: heading.text(lang).trim().to_owned(), rows }
    };
    let groups = order.into_iter().map(group).collect();
    let form = Printing::GrowthBag.text(lang);
    let title =
        Printing::FormTitle { form: &form, whose: forms.whose, count: forms.children.len() };
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![Sheet::of(&columns, lines).grouped(groups).numbered(Word::Number.text(lang))],
        ..Screen::default()
    }
}
