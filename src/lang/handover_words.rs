//! What is said where a class is handed over at a term's end.

use chrono::NaiveDate;

use super::messages;

messages! {
    /// A heading of the handover sheet, or a sentence about handing over.
    Handing {
        Title { class: &'a str, term: &'a str, count: usize, day: NaiveDate } =>
            format!("{class} {term}交接表    儿童 {count} 名    截至 {day}"),
            format!("handover of {class}, {term}    {}    as of {day}", super::count(*count as u64, "child", "children"));
        Adults => "结对的人", "Paired with";
        Papers => "本学期记录", "Records of the term";
        Paper { register: &'a str, count: usize } => format!("{register} {count}"), format!("{register} {count}");
        Matters => "未了事项", "Open matters";
        Times { rule: &'a str, count: usize } => format!("{rule}（{count}）"), format!("{rule} ({count})");
        Matter { rule: &'a str, count: usize } => format!("{rule} {count} 人"), format!("{rule}: {}", super::count(*count as u64, "child", "children"));
        NoMatters => "没有未了事项", "nothing is open";
        ToSign => "移交人：__________    接收人：__________    监交人：__________", "from: __________    to: __________    witness: __________";
        HowTo { class: &'a str } =>
            format!("交给谁：care handover --class {class} --to 姓名"),
            format!("to hand it over: care handover --class {class} --to NAME");
        Handed { class: &'a str, term: &'a str, count: usize, to: &'a str } =>
            format!("已登记交接：{class}，{term}，儿童 {count} 名，交给 {to}"),
            format!("handed over: {class}, {term}, {}, to {to}", super::count(*count as u64, "child", "children"));
        Open { matters: &'a str } => format!("未了事项：{matters}"), format!("open: {matters}");
        Sheet { class: &'a str } =>
            format!("交接表：care handover --class {class}，要打印的加 -o 交接表.csv"),
            format!("the sheet to sign: care handover --class {class}; to print it add -o FILE.csv");
        Heads { staff: &'a str, role: &'a str, day: &'a str } => format!("{staff} 担任{role}，{day}起"), format!("{staff} is {role} from {day}");
        Stays { staff: &'a str, role: &'a str } => format!("{staff} 继续担任{role}"), format!("{staff} stays {role}");
        Leaves { class: &'a str } =>
            format!("{class}这学期毕业，只登记材料的交接，不换班主任；毕业的儿童用 care new-year 离册"),
            format!("{class} leaves school with this term: only its papers are handed over, and it gets no new head teacher; care new-year closes its children's time here");
        NotBegun { term: &'a str, day: NaiveDate } =>
            format!("{term}从 {day} 才开始，还不能交接"), format!("{term} begins on {day}: nothing can be handed over yet");
        NoTerm => "校历里还没有已经开始的学期：care calendar add-term", "no term of the calendar has begun yet: care calendar add-term";
        NoChild { class: &'a str, day: NaiveDate } =>
            format!("{day} {class}没有在册儿童"), format!("no child is in {class} on {day}");
        Back { day: &'a str, staff: &'a str } =>
            format!("班主任和跟着班主任走的结对从{day}起算 {staff} 的；那以后由原来的人做的，只算本人的规定不再算数。确实从那天起交接的吗？"),
            format!("from {day} on the class and the pairs that follow it are {staff}'s: what others did since does not count where only they count. Was it handed over then?");
        Early { term: &'a str, last: NaiveDate } =>
            format!("{term}到 {last} 才结束；学期中换班主任用 care appoint。现在就登记学期末的交接吗？"),
            format!("{term} ends on {last} only; in mid-term a head teacher is changed by care appoint. Is the handover of the term's end to be entered now?");
        Gone { staff: &'a str, day: &'a str, id: &'a str } =>
            format!("{staff} {day}已经不在校任职，不能接收；还在的，登记角色：care appoint {id} --role 角色 --from 日期"),
            format!("{staff} holds no role on {day} and cannot take over; if it does: care appoint {id} --role ROLE --from DATE");
        Before { id: &'a str } =>
            format!("这个班这学期已经登记过交接：{id}；要改的用 care amend，不要再登一次"),
            format!("this class was handed over this term already: {id}; mend it by care amend, do not enter it twice");
    }
}
