//! The registration form of a left-behind child, as the authority has it: boxes to tick, a dash for
//! the dead, blanks for what the school fills in by hand.

use super::form_cells::{ChildColumn, ChildForms, blank, by_hand};
use crate::domain::child::Child;
use crate::domain::status;
use crate::lang::label;
use crate::lang::paper_words::PaperWord;
use crate::lang::print_words::Printing;
use crate::lang::words::Word;
use crate::render::cell::Cell;
use crate::render::layout::{FormsPerPage, RowForm, RowFormLine};
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};

/// What the registry of pupils counts a child as.
const REGISTRY: &str = "registry";

/// The forms, a child in each.
pub fn screen(forms: ChildForms) -> Screen {
    let lang = forms.lang;
    let mut columns = of_child(forms);
    columns.extend(of_parent(forms, FATHER));
    columns.extend(of_parent(forms, MOTHER));
    columns.extend(of_carer(forms));
    let sheet = Sheet::of(&columns, forms.children).for_people_by(forms.places());
    let sheet = sheet.numbered(Word::Number.text(lang)).on_forms(page(forms));
    let form = Printing::Registration.text(lang);
    let title =
        Printing::FormTitle { form: &form, whose: forms.whose, count: forms.children.len() };
    Screen { title: Some(title.text(lang)), sheets: vec![sheet], ..Screen::default() }
}

/// The form on its page, with the unit, the day and who signs below it.
fn page(forms: ChildForms) -> RowForm {
    let (lang, say) = (forms.lang, |word: Printing| word.text(forms.lang));
    let mut lines = vec![
        RowFormLine::of(["name".to_owned(), say(Printing::FormerName), "sex".to_owned()]),
        RowFormLine::of(["ethnic_group", "birth_date", "class"]),
        RowFormLine::of(["id_number", "student_no"]),
        RowFormLine::of(["boarding".to_owned(), REGISTRY.to_owned(), say(Printing::Household)]),
        RowFormLine::of([say(Printing::HouseholdPlace)]),
        RowFormLine::of(["address"]),
        RowFormLine::of([say(Printing::Health)]),
        RowFormLine::of([say(Printing::Income)]),
        RowFormLine::text("care_type", 2),
    ];
    for own in [FATHER, MOTHER] {
        lines.push(RowFormLine::of([own.name, own.away, own.since]));
        lines.push(RowFormLine::of([own.place, own.phone]));
        lines.push(RowFormLine::of([own.guardianship]));
    }
    lines.extend([
        RowFormLine::of(["carer.name", "carer.relation", "carer.phone"]),
        RowFormLine::of(["carer.birth_year", "carer.rating"]),
        RowFormLine::of(["carer.health"]),
        RowFormLine::of(["carer.education"]),
        RowFormLine::of(["emergency.name", "emergency.phone"]),
        RowFormLine::of(["carer.delegation_notice_on".to_owned(), say(Printing::FiledOn)]),
    ]);
    let unit = PaperWord::UnitAndDay { unit: &forms.home.settings.school, day: forms.day };
    let below = vec![unit.text(lang), PaperWord::Signatures.text(lang)];
    let heading = say(Printing::Registration);
    RowForm { heading, per_page: FormsPerPage::One, lines, below }
}

fn of_child(forms: ChildForms<'_>) -> Vec<ChildColumn<'_>> {
    let lang = forms.lang;
    let say = |word: Printing| word.text(lang);
    let all = |words: &[Printing]| words.iter().map(|own| own.text(lang)).collect::<Vec<_>>();
    vec![
        SheetColumn::for_programs("child", |child: &&Child| child.id.to_string()),
        SheetColumn::new("name", Word::Name.text(lang), |child: &&Child| child.name.clone()),
        blank(say(Printing::FormerName)),
        forms.boxes("sex"),
        forms.field("ethnic_group"),
        forms.field_called("birth_date", say(Printing::Born)),
        forms.field_called("id_number", say(Printing::IdNumber)),
        forms.field("student_no"),
        forms.class(),
        forms.yes_or_no("boarding", say(Printing::Attendance)),
        of_registry(forms),
        by_hand(say(Printing::Household), all(&[Printing::Rural, Printing::Urban])),
        blank(say(Printing::HouseholdPlace)),
        forms.field("address"),
        by_hand(
            say(Printing::Health),
            all(&[Printing::Healthy, Printing::Disabled, Printing::Ill]),
        ),
        by_hand(
            say(Printing::Income),
            all(&[
                Printing::FromWork,
                Printing::FromFarming,
                Printing::FromState,
                Printing::FromKin,
                Printing::Others,
            ]),
        ),
        forms.boxes("care_type"),
    ]
}

/// What the registry of pupils counts the child as, on the day.
fn of_registry(forms: ChildForms<'_>) -> ChildColumn<'_> {
    let heading = status::asked(REGISTRY).map_or(REGISTRY, |own| label(&own.label, forms.lang));
    SheetColumn::new(REGISTRY, heading, move |child: &&Child| {
        let values = status::guarded(forms.home, child, REGISTRY, forms.day);
        let code: Vec<String> = values.iter().map(|own| own.shown(forms.gate)).collect();
        let code = code.join(" ");
        let words = super::list::value_in_words(forms.home, REGISTRY, &code, forms.day, forms.lang);
        Cell::from(code).said(words)
    })
}

/// The fields of a parent, with what the form calls the name.
struct ParentFields {
    name: &'static str,
    away: &'static str,
    since: &'static str,
    place: &'static str,
    phone: &'static str,
    guardianship: &'static str,
}

const FATHER: &ParentFields = &ParentFields {
    name: "father.name",
    away: "father.away",
    since: "father.away_since",
    place: "father.work_place",
    phone: "father.phone",
    guardianship: "father.guardianship",
};

const MOTHER: &ParentFields = &ParentFields {
    name: "mother.name",
    away: "mother.away",
    since: "mother.away_since",
    place: "mother.work_place",
    phone: "mother.phone",
    guardianship: "mother.guardianship",
};

fn of_parent<'a>(forms: ChildForms<'a>, own: &'static ParentFields) -> Vec<ChildColumn<'a>> {
    vec![
        forms.field(own.name),
        forms.yes_or_no(own.away, forms.heading(own.away)),
        forms.field(own.since),
        forms.field(own.place),
        forms.field(own.phone),
        forms.boxes(own.guardianship),
    ]
}

fn of_carer(forms: ChildForms<'_>) -> Vec<ChildColumn<'_>> {
    let say = |word: Printing| word.text(forms.lang);
    vec![
        forms.field("carer.name"),
        forms.field("carer.relation"),
        forms.field("carer.phone"),
        forms.field("carer.birth_year"),
        forms.boxes("carer.health"),
        forms.boxes("carer.education"),
        forms.boxes("carer.rating"),
        forms.field("carer.delegation_notice_on"),
        forms.field("emergency.name"),
        forms.field("emergency.phone"),
        blank(say(Printing::FiledOn)),
    ]
}
