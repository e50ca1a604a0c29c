//! Scores by the shipped sheets, and by sheets of rates, counted again in SQL. The marks are given
//! by `marked.py`, some of them twice, taken back, or no good.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{IN_BREAK, IN_TERM, counted, objects, shown, told};
use crate::harness::{Home, project};
use crate::otherwise::{differences, told_by};

const SCORE: [&str; 6] = ["sheet", "period", "subject", "total", "exact", "level"];
const POINTS: [&str; 5] = ["sheet", "period", "subject", "item", "points"];

/// The flag that names a period of this form.
fn flag(period: &str) -> &'static str {
    match period.len() {
        7 => "month",
        9 => "year",
        _ => "term",
    }
}

/// The points of each item of a score.
fn points(score: &Value) -> Vec<String> {
    let cells = score.as_object().unwrap().iter();
    let items = cells.filter_map(|(key, value)| Some((key.strip_prefix("points_")?, value)));
    let [sheet, period, subject] = ["sheet", "period", "subject"].map(|key| &score[key]);
    let line = |(item, points): (&str, &Value)| {
        let own = json!({ "sheet": sheet, "period": period, "subject": subject, "item": item,
            "points": points });
        shown(&own, &POINTS)
    };
    items.map(line).collect()
}

/// Compares the scores of a marked home on these days.
#[track_caller]
fn are_equal(school: &str, days: &[&str], least: usize) {
    let home = Home::copy_of(&format!("examples/{school}"));
    let shipped = project().join("data-template/sheets");
    let [root, shipped] = [home.root(), &shipped].map(|path| path.to_str().unwrap());
    let Some(marks) = told_by("rates_counted/marked.py", &[root, shipped]) else { return };
    assert!(marks.as_u64().unwrap() > 700, "{school}: {marks}");
    for today in days {
        let Some(counted) = counted(&home, today, &["scores", "points"]) else { return };
        let scores = objects(&counted, "scores");
        let name = |own: &Value, key: &str| own[key].as_str().unwrap().to_owned();
        let asked: BTreeSet<_> =
            scores.iter().map(|own| (name(own, "sheet"), name(own, "period"))).collect();
        assert!(asked.len() >= 10, "{asked:?}");
        let ask = |(sheet, period): &(String, String)| {
            told(&home, &format!("score {sheet} --{} {period}", flag(period)), today)
        };
        let scored: Vec<Value> = asked.iter().flat_map(ask).collect();
        let all = scores.iter().map(|own| shown(own, &SCORE));
        let mut wrong = differences(scored.iter().map(|own| shown(own, &SCORE)), all);
        let all = objects(&counted, "points").iter().map(|own| shown(own, &POINTS));
        wrong.extend(differences(scored.iter().flat_map(points), all));
        assert!(wrong.is_empty(), "{school} {today}: {}", wrong.join("\n"));
        let complete = scored.iter().filter(|own| !own["total"].is_null()).count();
        assert!(complete > least, "{school} {today}: {complete} of {}", scored.len());
    }
}

#[test]
fn the_scores_of_goudun_are_those_that_sql_counts_in_its_files() {
    are_equal("goudun", &[IN_TERM], 100);
}

#[test]
fn the_scores_of_guzhuang_are_those_that_sql_counts_in_its_files() {
    are_equal("guzhuang", &[IN_TERM, IN_BREAK], 60);
}

#[test]
fn the_scores_of_sunchengsi_are_those_that_sql_counts_in_its_files() {
    are_equal("sunchengsi", &[IN_TERM, IN_BREAK], 60);
}

#[test]
fn the_scores_of_tingshui_are_those_that_sql_counts_in_its_files() {
    are_equal("tingshui", &[IN_TERM], 100);
}

#[test]
fn the_scores_of_wangjiaba_are_those_that_sql_counts_in_its_files() {
    are_equal("wangjiaba", &[IN_TERM], 100);
}
