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

    Fault NotMoved { id: Known = Known::word("…") } "not-moved"
        says format!("这一行说是从“{id}”来的，那一行却没有移走"),
             format!("it says that it came from \"{id}\", which has not moved");
        fix "replaces 要写移走的那一行（status 是 moved）；本来是另一件事，就清空 status 和 replaces",
            "replaces names the row that moved (status moved); if this is another matter, \
                empty status and replaces";

    Fault MovedTwice { id: Known = Known::word("…") } "moved-twice"
        says format!("有两行都说是从“{id}”来的，一件事成了两件"),
             format!("two rows say that they came from \"{id}\": one event has become two");
        fix "看看哪一行对，把另一行删去",
            "see which one is right, and take the other line out";

    Remark HalfMove { id: Known = Known::word("…") } "half-move"
        says format!("“{id}”移到了别的月份，那里却没有它"),
             format!("\"{id}\" moved to another month and has not arrived there");
        fix "先把另一台电脑的记录合并过来；那一行要是丢了，从 git 里找回来",
            "merge the other machine's records first; if its row is lost, find it again in git";
}
