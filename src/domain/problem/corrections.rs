//! Checks of rows that correct others.

use super::Known;
use super::check::checks;

checks! {
    /// What is wrong with a correction.
    Corrections;

    Fault ReplacesNothing { id: Known = Known::word("…") } "replaces-nothing"
        says format!("要更正的“{id}”不在这个登记的这个月里"),
             format!("\"{id}\", which it corrects, is not in this register and month");
        fix "更正要与原记录同登记、同月份；清空 replaces 或改正编号",
            "a correction stands in the register and month of its row: \
                empty replaces or mend the id";

    Fault ReplacesCycle "replaces-cycle"
        says "几条记录互相更正，成了环", "rows that correct each other in a circle";
        fix "清空其中一行的 replaces", "empty the replaces cell of one of the rows";

    Remark TwoCorrections { id: Known = Known::word("…") } "two-corrections"
        says format!("“{id}”被更正了两次，以后记录的为准"),
             format!("\"{id}\" was corrected twice; the later row holds");
        fix "看看两次更正哪个对，错的用 care void 撤掉",
            "see which one is right and take the other back: care void";
}
