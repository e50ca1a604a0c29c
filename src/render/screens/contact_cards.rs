//! Contact cards: what a family and the school need to reach each other, child by child.

use super::form_cells::{ChildForms, blank, names, phones};
use crate::domain::child::Child;
use crate::domain::role::CHILD_DIRECTOR;
use crate::lang::print_words::Printing;
use crate::lang::record_words::Listing;
use crate::lang::words::Word;
use crate::render::layout::{FormsPerPage, RowForm, RowFormLine};
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};

/// The cards.
pub fn screen(forms: ChildForms) -> Screen {
    let (lang, gate) = (forms.lang, forms.gate);
    let say = |word: Printing| word.text(lang);
    let columns = [
        SheetColumn::for_programs("child", |child: &&Child| child.id.to_string()),
        forms.class(),
        SheetColumn::new("name", Word::Name.text(lang), |child: &&Child| child.name.clone()),
        forms.field_called("father.name", say(Printing::FatherName)),
        forms.field("father.work_place"),
        forms.field("father.phone"),
        forms.field_called("mother.name", say(Printing::MotherName)),
        forms.field("mother.work_place"),
        forms.field("mother.phone"),
        forms.field_called("carer.name", say(Printing::CarerName)),
        forms.field("carer.relation"),
        forms.field("carer.phone"),
        forms.field("address"),
        SheetColumn::new("adults", say(Printing::Adults), move |child: &&Child| {
            names(&forms.adults(child))
        }),
        SheetColumn::new("adults_phone", say(Printing::AdultsPhone), move |child: &&Child| {
            phones(&forms.adults(child), gate)
        }),
        SheetColumn::new("head_teacher", Listing::HeadTeacher.text(lang), move |child: &&Child| {
            names(&forms.head_teacher(child))
        }),
        SheetColumn::new("head_phone", say(Printing::HeadPhone), move |child: &&Child| {
            phones(&forms.head_teacher(child), gate)
        }),
        blank(say(Printing::SchoolLine)),
        SheetColumn::new("director", say(Printing::Director), move |_: &&Child| {
            names(&forms.holders(CHILD_DIRECTOR))
        }),
        SheetColumn::new("director_phone", say(Printing::DirectorPhone), move |_: &&Child| {
            phones(&forms.holders(CHILD_DIRECTOR), gate)
        }),
        forms.field("emergency.name"),
        forms.field("emergency.relation"),
        forms.field("emergency.phone"),
        forms.field("contact_card.issued_on"),
        blank(say(Printing::UpdatedOn)),
    ];
    let sheet = Sheet::of(&columns, forms.children).for_people_by(forms.places());
    let sheet = sheet.numbered(Word::Number.text(lang)).on_forms(card(forms));
    let form = say(Printing::Cards);
    let title =
        Printing::FormTitle { form: &form, whose: forms.whose, count: forms.children.len() };
    Screen { title: Some(title.text(lang)), sheets: vec![sheet], ..Screen::default() }
}

/// A card, four of which stand on a page: one half stays at school, the other goes home.
fn card(forms: ChildForms) -> RowForm {
    let say = |word: Printing| word.text(forms.lang);
    // No more than two abreast: a card is half as wide as a page.
    let line = |first: &str, second: &str| RowFormLine::of([first, second]);
    let lines = vec![
        line("name", "class"),
        line("father.name", "father.phone"),
        line("mother.name", "mother.phone"),
        line("father.work_place", "mother.work_place"),
        line("carer.name", "carer.relation"),
        RowFormLine::of(["carer.phone"]),
        RowFormLine::of(["address"]),
        line("adults", "adults_phone"),
        line("head_teacher", "head_phone"),
        line("director", "director_phone"),
        line("emergency.name", "emergency.phone"),
        RowFormLine::of([say(Printing::SchoolLine)]),
        RowFormLine::of(["contact_card.issued_on".to_owned(), say(Printing::UpdatedOn)]),
    ];
    let heading = format!("{} {}", forms.home.settings.school, say(Printing::Cards));
    RowForm { heading, per_page: FormsPerPage::Four, lines, below: Vec::new() }
}
