//! What is said in the list of what an inspector asks for.

use chrono::NaiveDate;

use super::messages;

messages! {
    /// A heading or a sentence of the list.
    Inspecting {
        Title { name: &'a str, first: NaiveDate, last: NaiveDate } =>
            format!("迎检清单    {name}    {first} 至 {last}"),
            format!("inspection list    {name}    {first} to {last}");
        Box => "盒号", "Box";
        BoxName => "档案盒", "Name of the box";
        Content => "内容", "Content";
        Number => "数量", "Count";
        OfChildren => "涉及儿童", "Children";
        Missing => "缺项", "Missing";
        Look => "查看命令", "Shown by";
        Roster => "花名册", "roster";
        Files => "儿童档案", "children's files";
        Cards => "联系卡", "contact cards";
        Notices => "委托照护书面告知", "delegation notices";
        Group => "领导小组成员", "members of the leading group";
        Staff => "教师和校外人员", "staff and outside persons";
        Pairs => "有结对的儿童", "children with a pair";
        Rules => "按规定办的事项", "rules in force";
        OfKind { register: &'a str, kind: &'a str } => format!("{register}：{kind}"), format!("{register}: {kind}");
        Index => "迎检清单", "inspection-list";
        NotKept => "本系统不记（纸质）", "not kept here (on paper)";
        Attempts { done: usize, tried: usize } => format!("{done}（另未成功 {tried}）"), format!("{done} (and tried {tried}x)");
        Sealed { count: usize } => format!("{count}（密封）"), format!("{count} (sealed)");
        Nothing => "没有", "none";
        NotDone { rule: &'a str, slots: usize, subjects: usize } =>
            format!("{rule}缺 {slots} 次（{subjects} 名儿童）"),
            format!("{rule}: {slots} missing ({})", super::count(*subjects as u64, "child", "children"));
        NotDoneOf { rule: &'a str, slots: usize } => format!("{rule}缺 {slots} 次"), format!("{rule}: {slots} missing");
        Lacks { what: &'a str, subjects: usize } => format!("缺{what} {subjects} 名"), format!("without {what}: {subjects}");
        NoHead => "没有组长", "no head";
        AreaOpen { area: &'a str } => format!("没有人分管{area}"), format!("nobody answers for {area}");
        Unpaired { children: usize } => format!("没有结对 {children} 名"), format!("unpaired: {children}");
        NoCard { children: usize } => format!("没有发卡 {children} 名"), format!("no card: {children}");
        Expired { documents: usize } => format!("已过有效期 {documents} 份"), format!("valid no more: {documents}");
        NoStocktake => "没有盘点", "no stocktake";
        ItemsLate { items: usize } => format!("过期未完成 {items} 项"), format!("not done in time: {}", super::count(*items as u64, "item", "items"));
        NotReturned { books: usize } => format!("到期未还 {books} 本"), format!("not returned: {}", super::count(*books as u64, "book", "books"));
        NoAid { children: usize } => format!("家庭困难没有资助 {children} 名"), format!("poor and without aid: {children}");
        Explained =>
            "“本系统不记（纸质）”是这个家没有用到的登记，不等于没有；密封的只说条数。",
            "\"not kept here\" is what this home does not enter, which does not mean that there is none; of what is sealed only the number is told.";
        HowToPack => "整盒打印：care print inspection --pack 迎检", "to print all of it: care print inspection --pack FOLDER";
        NotEmpty { dir: &'a str } => format!("{dir} 里已经有文件：整盒只写进新的或空的文件夹"), format!("{dir} is not empty: the box goes into a new or an empty folder");
        PackOnly => "--pack 不和 -o 一起用：整盒写进文件夹", "--pack and -o do not go together: the box goes into a folder";
        Packed { dir: &'a str, files: usize } => format!("整盒已写到 {dir}：文件 {files} 个"), format!("the box is in {dir}: {}", super::count(*files as u64, "file", "files"));
    }
}
