//! The children nobody asked, as a screen: one a line, with the reasons.

use super::Names;
use super::list::choice_cell;
use crate::domain::child::Child;
use crate::lang::attention_words::Attending;
use crate::lang::clauses;
use crate::lang::words::Word;
use crate::render::cell::Cell;
use crate::render::screen::Screen;
use crate::render::sheet::{Sheet, SheetColumn};
use crate::reports::attention::{Attention, Concern};

/// What programs call a reason, and what people read.
fn concern(names: &Names, own: Concern) -> (&'static str, String) {
    let (code, said) = match own {
        Concern::Quiet(days) => ("quiet", Attending::Quiet { days }),
        Concern::Never(days) => ("never", Attending::Never { days }),
        Concern::Tries(tries) => ("in_vain", Attending::Tries { tries }),
        Concern::Risk(days) => ("risk", Attending::AtRisk { days }),
        Concern::Overdue(number) => ("overdue", Attending::Late { number }),
        Concern::Phones(number) => ("phones", Attending::Phones { number }),
        Concern::NoPhone => ("no_phone", Attending::NoPhone),
        Concern::Asked(number) => ("asked", Attending::Asked { number }),
    };
    (code, said.text(names.lang))
}

/// One line a child.
pub fn screen(names: &Names, all: &[Attention]) -> Screen {
    let (plan, lang) = (names.plan, names.lang);
    let child = |own: &Attention| -> &Child { &plan.home.children[own.child] };
    let columns = [
        SheetColumn::new("class", Word::Class.text(lang), |own: &Attention| {
            let class = child(own).class_on(plan.today);
            let said = class.map(|own| plan.home.class_name(own, plan.today));
            Cell::text(class.map(ToString::to_string)).said(said.unwrap_or_default())
        }),
        SheetColumn::for_programs("child", |own: &Attention| child(own).id.to_string()),
        SheetColumn::new("name", Word::Name.text(lang), |own: &Attention| child(own).name.as_str()),
        SheetColumn::new("last", Attending::LastReached.text(lang), |own: &Attention| {
            match own.last {
                Some(day) => Cell::from(day),
                None => Cell::NOTHING.said(Attending::NotInTerm.text(lang)),
            }
        }),
        SheetColumn::new("days", Attending::Days.text(lang), |own: &Attention| own.days),
        SheetColumn::new("attempts", Attending::Attempts.text(lang), |own: &Attention| {
            Cell::count(own.attempts)
        })
        .helpful(),
        SheetColumn::new("risk", Attending::Risk.text(lang), |own: &Attention| {
            choice_cell(child(own), "risk", lang)
        })
        .helpful(),
        SheetColumn::new("overdue", Attending::Overdue.text(lang), |own: &Attention| {
            Cell::count(own.overdue)
        })
        .helpful(),
        SheetColumn::new("why", Attending::Why.text(lang), |own: &Attention| {
            let told = own.concerns.iter().map(|own| concern(names, *own));
            let (codes, said): (Vec<&str>, Vec<String>) = told.unzip();
            Cell::from(codes.into_iter().map(str::to_owned).collect::<Vec<_>>())
                .said(clauses(&said, lang))
        }),
    ];
    let today = plan.today;
    let title = match all.len() {
        0 => Attending::Nobody { today },
        children => Attending::Title { children, today },
    };
    Screen {
        title: Some(title.text(lang)),
        sheets: vec![Sheet::of(&columns, all).numbered(Word::Number.text(lang))],
        footer: (!all.is_empty()).then(|| Attending::Explained.text(lang)),
        ..Screen::default()
    }
}
