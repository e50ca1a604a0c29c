//! What is said of incidents.

use super::{count, messages};

messages! {
    /// A heading or a sentence about incidents, which are restricted.
    Incidents {
        Open { incidents: usize } =>
            format!("未结的事件 {incidents} 件"), count(*incidents as u64, "open incident", "open incidents");
        Sealed { incidents: usize } =>
            format!("未结的事件 {incidents} 件（保密，只说件数）。要看：care overdue --reveal restricted --reason 原因"),
            format!("{} (restricted: only the number is told). To see: care overdue --reveal restricted --reason WHY", count(*incidents as u64, "open incident", "open incidents"));
        NotReported => "没有报告", "not reported";
        NoneOf { word: &'a str } => format!("“{word}”没有事件记录"), format!("there is no incident of \"{word}\"");
        Event => "编号", "Id";
    }
}
