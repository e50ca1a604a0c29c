//! Checks of balances: goods, money, books, scores.

use super::check::checks;
use super::{Known, Quote, Withhold};

checks! {
    /// What does not add up.
    Balances;

    Remark BelowZero { of: Article = Article::NONE, short: Quote = Quote::hidden() } "below-zero"
        says format!("{}到这一天，出的比进的多 {short}，账面成了负数", of.zh()),
             format!("{}by this day {short} more went out than had come in", of.en());
        fix "漏记了进的，补记在这一天以前；数写错了：care amend 编号 --set 栏目=数",
            "enter what came in before this day; \
                or mend the amount: care amend ID --set COLUMN=...";

    Remark StocktakeDiffers {
        of: Article = Article::NONE,
        book: Quote = Quote::hidden(),
        counted: Quote = Quote::hidden(),
    }
        "stocktake-differs"
        says format!("{}盘点是 {counted}，账面应有 {book}，对不上", of.zh()),
             format!("{}{counted} were counted, and by the book there should be {book}", of.en());
        fix "漏记的补记在盘点那天以前（少了的记出库或报废）；数错了：care amend 编号 --set 数量=数",
            "enter what is missing, dated before the count (what is gone as out or scrap); \
                or mend the count: care amend ID --set quantity=...";

    Remark NotInBalance {
        of: Article = Article::NONE,
        column: Known = Known::word("quantity"),
    } "not-in-balance"
        says format!("{}“{column}”没有写，或看不懂，这一样的账算不了", of.zh()),
             format!("{}\"{column}\" is blank or not understood: this account cannot be reckoned",
                 of.en());
        fix format!("补上：care amend 编号 --set {column}=…"),
            format!("fill it in: care amend ID --set {column}=...");

    Remark NoUnit { of: Article = Article::NONE, units: Quote = Quote::hidden() } "no-unit"
        says format!("{}没有写单位，别的行写的是 {units}：不知道算哪一种，这一行没有算进账", of.zh()),
             format!("{}no unit is written, and other rows have {units}: \
                 nobody knows which is meant, and the row is in no account", of.en());
        fix "补上：care amend 编号 --set 单位=…", "fill it in: care amend ID --set unit=...";

    Remark NegativeAmount {
        of: Article = Article::NONE,
        column: Known = Known::word("quantity"),
    } "negative-amount"
        says format!("{}“{column}”是负数，这一样的账算不了", of.zh()),
             format!("{}\"{column}\" is negative: this account cannot be reckoned", of.en());
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

/// What an account is kept of, such as a good with its unit, in both languages; blank of money that
/// is for nothing special.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    zh: String,
    en: String,
}

impl Article {
    pub const NONE: Article = Article { zh: String::new(), en: String::new() };

    /// Its name first, then what sets it apart.
    pub fn of(zh: &[&str], en: &[&str]) -> Article {
        let said = |words: &[&str], open: &str, between: &str, close: &str| match words {
            [] => String::new(),
            [name] => (*name).to_owned(),
            [name, rest @ ..] => format!("{name}{open}{}{close}", rest.join(between)),
        };
        Article { zh: said(zh, "（", "，", "）"), en: said(en, " (", ", ", ")") }
    }

    fn zh(&self) -> String {
        if self.zh.is_empty() { String::new() } else { format!("“{}”：", self.zh) }
    }

    fn en(&self) -> String {
        if self.en.is_empty() { String::new() } else { format!("{}: ", self.en) }
    }
}

impl Withhold for Article {
    fn withheld(self) -> Self {
        Article::NONE
    }
}
