//! Checks of rules: their keys, what they lean on, and what was done by them.

use super::check::checks;
use super::payload::{meant_en, meant_zh};
use super::{Guess, Known, Quote};

checks! {
    /// What is wrong with a rule, or with how it was met.
    Rules;

    Fault KeyDoesNotFit { key: Known = Known::word("…"), with: Quote = Quote::hidden() }
        "key-does-not-fit"
        says format!("“{key}”不能与 {with} 同用"), format!("\"{key}\" does not go with {with}");
        fix format!("删去“{key}”，或改 {with}"), format!("delete \"{key}\", or change {with}");

    Fault ColumnNowhere { column: Quote = Quote::hidden(), nearest: Guess = Guess::NONE }
        "column-nowhere"
        says format!("规则的登记都没有“{column}”列"),
             format!("none of the rule's registers has a column \"{column}\"");
        fix nearest.or(meant_zh, "列名见 care log-<登记> --help"),
            nearest.or(meant_en, "care log-<register> --help lists the columns");

    Fault NoSessionColumn { register: Quote = Quote::hidden() } "no-session-column"
        says format!("登记“{register}”没有 session 列，不能分场次"),
             format!("the register \"{register}\" has no session column to split days by");
        fix "改用有 session 列的登记（activity、duty），或删去 sessions",
            "use a register with a session column (activity, duty), or delete sessions";

    Fault RequirementDoesNotFit { name: Quote = Quote::hidden(), subject: Known = Known::word("…") }
        "requirement-does-not-fit"
        says format!("“{name}”不适用于 subject = \"{subject}\""),
             format!("\"{name}\" does not fit subject = \"{subject}\"");
        fix "换一项，或改正 subject", "ask for something else, or mend subject";
}
