//! Checks of balances: goods, money, books, scores.

use super::check::checks;
use super::{Known, Quote};

checks! {
    /// What does not add up.
    Balances;

    Remark BelowZero { short: Quote = Quote::hidden() } "below-zero"
        says format!("到这一天，出的比进的多 {short}，账面成了负数"),
             format!("by this day {short} more went out than had come in");
        fix "漏记了进的，补记在这一天以前；数写错了：care amend 编号 --set 栏目=数",
            "enter what came in before this day; \
                or mend the amount: care amend ID --set COLUMN=...";

    Remark StocktakeDiffers { book: Quote = Quote::hidden(), counted: Quote = Quote::hidden() }
        "stocktake-differs"
        says format!("盘点是 {counted}，账面应有 {book}，对不上"),
             format!("{counted} were counted, and by the book there should be {book}");
        fix "漏记的补记在盘点那天以前（少了的记出库或报废）；数错了：care amend 编号 --set 数量=数",
            "enter what is missing, dated before the count (what is gone as out or scrap); \
                or mend the count: care amend ID --set quantity=...";

    Remark NotInBalance { column: Known = Known::word("quantity") } "not-in-balance"
        says format!("“{column}”没有写，或看不懂，这一样的账算不了"),
             format!("\"{column}\" is blank or not understood: this account cannot be reckoned");
        fix format!("补上：care amend 编号 --set {column}=…"),
            format!("fill it in: care amend ID --set {column}=...");

    Remark NegativeAmount { column: Known = Known::word("quantity") } "negative-amount"
        says format!("“{column}”是负数，这一样的账算不了"),
             format!("\"{column}\" is negative: this account cannot be reckoned");
        fix "写正数，出的另写明是出库或支出：care amend 编号 --set 栏目=数",
            "write it without the sign, and say that it went out: care amend ID --set COLUMN=...";

    Remark LentTwice { first: Known = Known::line("log/book_loan/2024-09.csv", 2) } "lent-twice"
        says format!("这本书还没有还（{first}），又借出了"),
             format!("this book was lent before and not brought back ({first})");
        fix "还了的补上归还日期：care amend 编号 --set returned_on=日期；\
                同名的有几本，各写图书编号：--set number=编号",
            "write when it came back: care amend ID --set returned_on=DATE; \
                of several copies give each its number: --set number=...";

    Remark ScoreOverMaximum { score: Quote = Quote::hidden(), max: Quote = Quote::hidden() }
        "score-over-maximum"
        says format!("得分 {score} 不在 0 到满分 {max} 之间"),
             format!("the score {score} is not between 0 and the maximum {max}");
        fix "改正得分或满分：care amend 编号 --set score=分（或 max=满分）",
            "mend the score or the maximum: care amend ID --set score=... (or max=...)";

    Remark SumDiffers { sum: Quote = Quote::hidden(), all: Quote = Quote::hidden() } "sum-differs"
        says format!("男生、女生合计 {sum}，学生数写的是 {all}"),
             format!("boys and girls are {sum} together, and {all} pupils are written");
        fix "改正写错的数：care amend 编号 --set 学生数=数",
            "mend the number that is wrong: care amend ID --set pupils=...";
}
