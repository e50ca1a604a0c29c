//! Checks of score sheets, and of the marks that are given by them.

use super::check::checks;
use super::payload::{meant_en, meant_zh};
use super::{Count, Guess, Known, Quote};

checks! {
    /// What is wrong with a score sheet or a mark.
    Scores;

    Fault SheetSum { sum: Count = Count::of(95), total: Count = Count::of(100) } "sheet-sum"
        says format!("各项满分加起来是 {sum}，总分写的是 {total}"),
             format!("the items' maxima come to {sum}, and the total says {total}");
        fix "改正项目的 max，或改正（删去）total",
            "mend the max of an item, or mend (or delete) the total";

    Fault RateDoesNotFit { rule: Quote = Quote::hidden(), of: Known = Known::word("pair") }
        "rate-does-not-fit"
        says format!("规则“{rule}”的完成率算不到考核对象（{of}）头上"),
             format!("the rate of rule \"{rule}\" cannot be told of each {of}");
        fix "结对和教师用写了 by 的规则，班级用儿童或班级的规则；level = \"inform\" 的没有完成率",
            "pairs and teachers need a rule with by, classes one of children or classes; \
                a rule of level = \"inform\" has no rate";

    Fault ThresholdOutOfRange { most: Count = Count::of(100) } "threshold-out-of-range"
        says format!("分数界线不在 0 到 {most} 之间"),
             format!("a threshold is not between 0 and {most}");
        fix "改正这个数，或改正项目的 max", "mend the number, or the max of the items";

    Fault ThresholdsOutOfOrder "thresholds-out-of-order"
        says "这一等轮不到：前面的等次已经包括了它",
             "this level is never reached: one before it takes all of it";
        fix "用 from 的从高到低写，用 below 的从低到高写，什么都不写的放最后",
            "write those with from downwards, those with below upwards, and the one with neither \
                last";

    Fault LevelsEnd "levels-end"
        says "有的总分哪一等都不到", "some totals reach no level";
        fix "最后一等不写 from 和 below", "write neither from nor below in the last level";

    Remark MarkOfNobody { subject: Quote = Quote::hidden() } "mark-of-nobody"
        says format!("考核对象“{subject}”不知道是谁，这一行没有算进去"),
             format!("nobody knows who \"{subject}\" is, and the mark is not counted");
        fix "写编号：care amend 编号 --set subject=编号；重新评：care mark",
            "write the id: care amend ID --set subject=ID; or mark again: care mark";

    Remark MarkWithoutItem { item: Quote = Quote::hidden(), nearest: Guess = Guess::NONE }
        "mark-without-item"
        says format!("考核表里没有“{item}”这个要打分的项目，这一行没有算进去"),
             format!("the sheet has no item \"{item}\" that takes marks, and this one is not \
                 counted");
        fix nearest.or(meant_zh, "有哪些项目：care score 考核表"),
            nearest.or(meant_en, "care score SHEET shows its items");

    Remark MarkWithoutPeriod { period: Quote = Quote::hidden() } "mark-without-period"
        says format!("考核表没有“{period}”这个周期，这一行没有算进去"),
             format!("the sheet has no period \"{period}\", and the mark is not counted");
        fix "改正，或空着（按日期算）：care amend 编号 --set period=",
            "mend it, or leave it blank (the date decides): care amend ID --set period=";
}
