//! Checks of what the school itself wants its records to be held to.

use super::check::checks;
use super::{Count, Quote};

checks! {
    /// What a school wants, and its records do not show.
    Wishes;

    Remark DocumentMissing { title: Quote = Quote::hidden() } "document-missing"
        says format!("“{title}”学校说必须有，文件登记里没有，或已过有效期"),
             format!("\"{title}\" must be there, and no document in force is called so");
        fix format!("登记：care log-document --kind 制度 --title {title}"),
            format!("enter it: care log-document --kind rule --title {title}");

    Remark KindsNotHeld { zh: Quote = Quote::hidden(), en: Quote = Quote::hidden() }
        "kinds-not-held"
        says format!("这个学年还没有办过的活动：{zh}"),
             format!("not held in this school year: {en}");
        fix "办了就登记：care log-activity --kind 类型；不再要的：care settings --set 活动类型=…",
            "enter what was held: care log-activity --kind KIND; \
                or what is wanted no more: care settings --set activity_kinds=...";

    Remark StrangePlace { place: Quote = Quote::hidden() } "strange-place"
        says format!("“{place}”不是学校登记的活动地点"),
             format!("\"{place}\" is none of the school's places");
        fix "改正：care amend 编号 --set 地点=…；新的地点：care settings --set 活动地点=…",
            "mend it: care amend ID --set place=...; a new place: care settings --set places=...";

    Remark NotReviewed { days: Count = Count::from(200_u64) } "not-reviewed"
        says format!("这份档案 {days} 天没有改过，也没有核对过"),
             format!("this file was neither changed nor checked for {days} days");
        fix "核对一遍；没有变动的：care log-contact-check 儿童；有变动的：care edit-child 儿童",
            "look it through; if all is so: care log-contact-check CHILD; \
                else care edit-child CHILD";

    Remark NoStocktake "no-stocktake"
        says "这个学年还没有盘点过物品", "the goods were not counted in this school year";
        fix "盘点后登记：care log-asset --move 盘点 --name 名称 --quantity 数",
            "count them, and enter it: care log-asset --move stocktake --name NAME --quantity N";

    Remark NoArea "no-area"
        says "这个场地没有写面积", "the area of this room is not written";
        fix "补上：care amend 编号 --set 面积=数", "fill it in: care amend ID --set area_m2=...";

    Remark SmallRoom { area: Quote = Quote::hidden(), least: Count = Count::from(20_u64) }
        "small-room"
        says format!("这个场地 {area} 平方米，不到 {least} 平方米"),
             format!("this room has {area} square metres, and {least} are asked for");
        fix "数写错了：care amend 编号 --set 面积=数",
            "if the number is wrong: care amend ID --set area_m2=...";

    Remark SameText { children: Count = Count::from(3_u64) } "same-text"
        says format!("同样的谈话内容写在 {children} 名儿童的谈心记录里"),
             format!("the same text stands on the talk cards of {children} children");
        fix "照每名儿童的实际情况写：care amend 编号 --set 谈话内容=…",
            "write what was said with each child: care amend ID --set content=...";
}
