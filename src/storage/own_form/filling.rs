//! What is known of a form while it is walked through: what its names mean, with what it is
//! filled, and what was found in it.

use std::cell::RefCell;

use crate::domain::own_form::answers::{At, FormAnswers, FormValue};
use crate::domain::own_form::fault::{FormFault, FormPlace, PlacedFault};
use crate::domain::own_form::known_names::FormNames;
use crate::domain::own_form::name::{FormName, RecordPart, Repeat};

use super::text::Pieces;

/// A name that was met, and where.
#[derive(Clone, Debug)]
pub struct MetName {
    pub name: FormName,
    pub written: String,
    pub place: FormPlace,
    /// In a row that is repeated for each child?
    pub in_child_row: bool,
}

/// What was met in a form.
#[derive(Debug, Default)]
pub struct Met {
    pub names: Vec<MetName>,
    pub faults: Vec<PlacedFault>,
    /// Is a row of it, or a block, repeated for each child?
    pub is_of_all: bool,
}

impl Met {
    /// Does a row of a register's records tell whether what was tried was done?
    pub fn tells_outcome(&self, register: &str) -> bool {
        let outcome = FormName::Record(register.to_owned(), RecordPart::Outcome);
        self.names.iter().any(|own| own.name == outcome)
    }
}

/// A walk through a form.
pub struct FormFilling<'a> {
    pub names: &'a FormNames,
    pub answers: &'a dyn FormAnswers,
    met: RefCell<Met>,
}

impl<'a> FormFilling<'a> {
    pub fn new(names: &'a FormNames, answers: &'a dyn FormAnswers) -> FormFilling<'a> {
        FormFilling { names, answers, met: RefCell::default() }
    }

    /// What was met.
    pub fn met(self) -> Met {
        self.met.into_inner()
    }

    pub fn fault(&self, place: &FormPlace, fault: FormFault) {
        let fault = PlacedFault { place: place.clone(), fault };
        let faults = &mut self.met.borrow_mut().faults;
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    }

    /// The names in a text, as they are meant; those that are not known are left out.
    pub fn known(&self, text: &Pieces) -> Vec<FormName> {
        let (found, _) = text.braced();
        found.iter().filter_map(|own| self.names.meant(&own.name).ok()).collect()
    }

    /// A text with values in the places of its names.
    pub fn filled(&self, text: &Pieces, (at, place): (&At, &FormPlace)) -> Vec<String> {
        for lone in text.braced().1 {
            self.fault(place, FormFault::Brace(lone));
        }
        text.filled(&mut |written| self.value(written, (at, place)))
    }

    /// What stands in the place of a name.
    pub fn value(&self, written: &str, (at, place): (&At, &FormPlace)) -> FormValue {
        let name = match self.names.meant(written) {
            Ok(name) => name,
            Err(fault) => {
                self.fault(place, fault);
                return FormValue::default();
            }
        };
        let written = written.trim().to_owned();
        if let FormName::Begin(_) = name {
            self.fault(place, FormFault::BlockNotAlone { name: written });
            return FormValue::default();
        }
        if let FormName::End(_) = name {
            self.fault(place, FormFault::BlockClosed { name: written });
            return FormValue::default();
        }
        let value = self.answers.value(&name, at);
        let met = MetName { name, written, place: place.clone(), in_child_row: at.in_child_row };
        self.met.borrow_mut().names.push(met);
        value
    }

    /// A block that begins.
    pub fn begin(&self, repeat: &Repeat, written: &str, place: &FormPlace) {
        let name = FormName::Begin(repeat.clone());
        let written = written.trim().to_owned();
        let mut met = self.met.borrow_mut();
        met.is_of_all |= *repeat == Repeat::Children;
        met.names.push(MetName { name, written, place: place.clone(), in_child_row: true });
    }

    /// For what a block is repeated.
    pub fn each(&self, repeat: &Repeat, at: &At) -> Vec<At> {
        match repeat {
            Repeat::Children if at.in_child_row => vec![at.clone()],
            Repeat::Children => (0..self.answers.children())
                .map(|child| At {
                    child: Some(child),
                    in_child_row: true,
                    number: child + 1,
                    ..at.clone()
                })
                .collect(),
            Repeat::Records(register) => (0..self.answers.records(register, at.child))
                .map(|record| At {
                    register: Some(register.clone()),
                    record: Some(record),
                    number: record + 1,
                    ..at.clone()
                })
                .collect(),
        }
    }

    /// For what a row (or a paragraph) with these names is repeated: for each record that it names,
    /// for each child; else it stands once. Where there is no record, it stands once and blank.
    pub fn rows(
        &self,
        names: &[FormName],
        (at, place): (&At, &FormPlace),
        is_row: bool,
    ) -> Vec<At> {
        let mut registers: Vec<&str> = Vec::new();
        for name in names {
            if let FormName::Record(register, _) = name
                && at.register.as_deref() != Some(register)
                && !registers.contains(&register.as_str())
            {
                registers.push(register);
            }
        }
        if registers.len() > 1 {
            self.fault(place, FormFault::TwoRegisters);
        }
        let is_of_child = names.contains(&FormName::EachChild)
            || is_row
                && names.contains(&FormName::Number)
                && registers.is_empty()
                && at.register.is_none();
        let children = match is_of_child && !at.in_child_row {
            true => {
                self.met.borrow_mut().is_of_all = true;
                self.each(&Repeat::Children, at)
            }
            false => vec![at.clone()],
        };
        let Some(register) = registers.first() else { return children };
        let of_child = |own: At| {
            let rows = self.each(&Repeat::Records((*register).to_owned()), &own);
            match rows.is_empty() {
                false => rows,
                true => vec![At {
                    register: Some((*register).to_owned()),
                    record: None,
                    number: 0,
                    ..own
                }],
            }
        };
        let mut rows: Vec<At> = children.into_iter().flat_map(of_child).collect();
        if is_of_child {
            for (at, row) in rows.iter_mut().enumerate() {
                row.number = at + 1;
            }
        }
        rows
    }
}
