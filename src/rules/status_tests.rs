//! Days of a status, as `applies` takes them.

use chrono::NaiveDate;

use super::sample::{Sample, day};
use crate::domain::child::{Spell, Was};
use crate::domain::facts::Fact;
use crate::domain::home::Home;
use crate::domain::spans::Span;
use crate::domain::status::{self, ALL, ChildStatus};

fn home() -> Home {
    let mut sample = Sample::new();
    sample.child('A', "2022-09-01");
    sample.fact('A', "class", Fact::Text("2021-2".to_owned()));
    sample.fact('A', "birth_date", Fact::Date(day("2008-02-29")));
    for (parent, since) in [("father", "2023-11-30"), ("mother", "2024-08-31")] {
        sample.fact('A', &format!("{parent}.away"), Fact::Bool(true));
        sample.fact('A', &format!("{parent}.away_since"), Fact::Date(day(since)));
    }
    let mut home = sample.home;
    let child = &mut home.children[0];
    child.earlier.push(Was {
        field: "mother.away_since".to_owned(),
        value: Fact::Date(day("2022-05-31")),
        until: day("2024-08-30"),
        line: 0,
    });
    let reason = Some("transferred".to_owned());
    let span = Span { first: day("2022-09-01"), last: day("2026-06-30") };
    child.spells = vec![Spell { span, reason, line: 0 }];
    home
}

fn code(status: ChildStatus, home: &Home, on: NaiveDate) -> String {
    status.on(&home.children[0], home, on).code
}

#[test]
fn the_days_of_a_status_agree_with_the_status_of_each_day() {
    let home = home();
    let values = ["yes", "2", "16", "none"].map(str::to_owned);
    for status in ALL {
        let spans = status::days_when(&home, &home.children[0], status.field().path, &values);
        for today in day("2021-01-01").iter_days().take_while(|own| *own < day("2027-01-01")) {
            let is_so = values.contains(&code(status, &home, today));
            assert_eq!(spans.contains(today), is_so, "{status:?} {today}");
        }
    }
}
