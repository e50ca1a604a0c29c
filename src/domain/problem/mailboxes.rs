//! Checks of where mail goes.

use super::Quote;
use super::check::checks;
use crate::domain::id::Id;

checks! {
    /// What is wrong with an address for mail.
    Mailboxes;

    Remark BadAddress "bad-address"
        says "邮箱写法不对，邮件寄不到", "not an address: mail does not get there";
        fix "用半角字母，像 liumin@school.example 这样", "write it like liumin@school.example";

    Remark TwoSpellings { first: Quote<Id> = Quote::hidden() } "two-spellings"
        says format!("与 {first} 是同一个邮箱，写法不同"),
             format!("it is the mailbox of {first}, written otherwise");
        fix "写成一样的；不是同一个的，改正", "write both alike, or mend the wrong one";

    Remark SummaryToNobody { entry: Quote = Quote::hidden() } "summary-to-nobody"
        says format!("summary_to 里的“{entry}”不是教职工编号，也不是邮箱，汇总寄不到"),
             format!("\"{entry}\" in summary_to is no id of the staff and no address: \
                 no summary gets there");
        fix "写 staff.toml 里的编号，或 liumin@school.example 这样的邮箱",
            "write an id of staff.toml, or an address like liumin@school.example";
}
