//! What a form is filled with, and how often its rows are repeated.

use super::name::FormName;

/// For what a name is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// Which of the form's children; none of a form that is of them all.
    pub child: Option<usize>,
    /// Does it stand in a row that is repeated for each child?
    pub in_child_row: bool,
    /// In a row of this register's records.
    pub register: Option<String>,
    /// Which of them; none where there is no record.
    pub record: Option<usize>,
    /// Which of the repeated rows it is, from 1; 0 of one that stands for none.
    pub number: usize,
}

/// What is put in the place of a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormValue {
    pub text: String,
    /// A number that is reckoned with: a count. No code, no phone.
    pub is_number: bool,
}

impl FormValue {
    /// A text.
    pub fn text(text: impl Into<String>) -> FormValue {
        FormValue { text: text.into(), is_number: false }
    }

    /// A count.
    pub fn count(count: usize) -> FormValue {
        FormValue { text: count.to_string(), is_number: true }
    }
}

/// Whoever knows what is put in a form.
pub trait FormAnswers {
    /// How many children the form is of.
    fn children(&self) -> usize;

    /// How many records of a register there are: of one of the children, or of all.
    fn records(&self, register: &str, child: Option<usize>) -> usize;

    /// What stands in the place of a name.
    fn value(&self, name: &FormName, at: &At) -> FormValue;
}

/// Nothing in every place, and each thing twice: by it a form is looked through.
pub struct Nothing;

impl FormAnswers for Nothing {
    fn children(&self) -> usize {
        2
    }

    fn records(&self, _: &str, _: Option<usize>) -> usize {
        2
    }

    fn value(&self, _: &FormName, _: &At) -> FormValue {
        FormValue::default()
    }
}
