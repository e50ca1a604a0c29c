//! What children reached in contests, sport and examinations, and which rules they broke: T18.

use super::basis::Basis;
use super::doings::kinds;
use super::figures::{FigureRow, FigureTable, RowName, counts};
use crate::domain::event::Event;

/// T18: results by kind, and breaches of discipline, of what kind no report tells.
pub fn outcomes(basis: &Basis) -> FigureTable {
    let row = |name: RowName, register: &str, is: &dyn Fn(&Event) -> bool| {
        counts(name, [basis.person_times(register, is), basis.children_of(register, is)])
    };
    let mut rows: Vec<FigureRow> = kinds(basis, "result", "kind")
        .into_iter()
        .map(|(code, name)| row(name, "result", &|event| event.filled("kind") == code.as_deref()))
        .collect();
    let broken = RowName::Word("breaches", ("违纪", "breaches of discipline"));
    rows.push(row(broken, "breach", &|_| true));
    FigureTable {
        code: "T18",
        of: None,
        title: ("成绩和违纪", "results and discipline"),
        names: ("项目", "which"),
        columns: &[("person_times", ("人次", "person-times")), ("children", ("儿童", "children"))],
        rows,
    }
}
