//! What is said of roles and pairs that begin, end and pass on.

use super::messages;

messages! {
    /// A sentence about a role or a pair.
    RoleWord {
        Paired { child: &'a str, role: &'a str, staff: &'a str, day: &'a str } =>
            format!("已结对：{child}，{role} {staff}，{day}起"), format!("paired: {child}, {role} {staff}, from {day}");
        Unpaired { child: &'a str, role: &'a str, staff: &'a str, day: &'a str } =>
            format!("已结束结对：{child}，{role} {staff}，到{day}为止"), format!("pair ended: {child}, {role} {staff}, until {day}");
        Passed { child: &'a str, role: &'a str, old: &'a str, new: &'a str, day: &'a str } =>
            format!("{child}的{role}由 {old} 换成 {new}，{day}起"), format!("{child}: {role} {new} instead of {old}, from {day}");
        ToEnd { line: &'a str } => format!("结束：{line}"), format!("to end it: {line}");
        ToCancel { batch: &'a str } => format!("还没有开始，取消就是撤销那一次：care undo {batch}"), format!("it has not begun; to cancel it, take it back: care undo {batch}");
        Until { staff: &'a str, role: &'a str, last: &'a str, next: &'a str, from: &'a str } =>
            format!("{next} 从{from}起担任{role}，{staff} 到{last}为止"),
            format!("{next} is {role} from {from}, so {staff} is until {last}");
        ToMend { file: &'a str } => format!("写错了的，在 {file} 里改"), format!("what was mistyped is mended in {file}");
        Unlisted { staff: &'a str, id: &'a str, role: &'a str, code: &'a str } =>
            format!("{staff} 没有登记为{role}；担任的，登记：care appoint {id} --role {code} --from 日期"),
            format!("{staff} holds no role of a {role}; if it does: care appoint {id} --role {code} --from DATE");
        Arisen { who: &'a str, doubt: &'a str } => format!("请看 {who}：{doubt}"), format!("look at {who}: {doubt}");
        AlreadyPaired { child: &'a str, role: &'a str, staff: &'a str, from: &'a str } =>
            format!("{staff} 已经是{child}的{role}（{from}起）"), format!("{staff} is the {role} of {child} already (from {from})");
        NoSuchPair { child: &'a str, staff: &'a str } =>
            format!("{child}没有和 {staff} 结着对"), format!("{child} is not paired with {staff}");
        NoSuchPairIn { child: &'a str, role: &'a str, staff: &'a str } =>
            format!("{child}的{role}不是 {staff}"), format!("{staff} is not the {role} of {child}");
        PairsNow { pairs: &'a str } => format!("现在结着对的：{pairs}"), format!("paired now: {pairs}");
        Several { roles: &'a str } => format!("有几个，写明是哪一个：{roles}"), format!("there are several, say which: {roles}");
        EndsTooEarly { from: &'a str, day: &'a str } =>
            format!("从{from}才开始，不能到{day}为止"), format!("it begins on {from} and cannot end on {day}");
        Appointed { staff: &'a str, role: &'a str, day: &'a str } =>
            format!("已任命：{staff}，{role}，{day}起"), format!("appointed: {staff}, {role}, from {day}");
        Dismissed { staff: &'a str, role: &'a str, day: &'a str } =>
            format!("已卸任：{staff}，{role}，到{day}为止"), format!("dismissed: {staff}, {role}, until {day}");
        Gives { staff: &'a str, role: &'a str, day: &'a str } =>
            format!("{staff} 的{role}到{day}为止"), format!("{staff}, {role}, until {day}");
        Ahead { day: &'a str } => format!("{day}还没有到，到那天才算"), format!("{day} is still to come, and it counts from then");
        AlreadyHolds { staff: &'a str, role: &'a str, from: &'a str } =>
            format!("{staff} 已经登记为{role}（{from}起）"), format!("{staff} holds the role already: {role} (from {from})");
        ClassNeeded => "班主任要写哪个班：--class 2021-2", "say of which class: --class 2021-2";
        LaterHead { staff: &'a str, role: &'a str, from: &'a str } =>
            format!("{staff} 从{from}起担任{role}，不能在那以前卸任；在 staff.toml 里改好再任命"),
            format!("{staff} is {role} from {from} and cannot end before; mend staff.toml first");
        NotHeld { staff: &'a str, role: &'a str } => format!("{staff} 没有担任{role}"), format!("{staff} does not hold the role: {role}");
        HoldsNow { roles: &'a str } => format!("现在担任的：{roles}"), format!("holds now: {roles}");
        NotPairing { role: &'a str, roles: &'a str } =>
            format!("“{role}”不和儿童结对；可以是 {roles}"), format!("nobody is paired as {role}; it can be {roles}");
        StillPaired { child: &'a str, role: &'a str, line: &'a str } =>
            format!("还是{child}的{role}：{line}"), format!("still the {role} of {child}: {line}");
        ToPass { line: &'a str } => format!("由新班主任接着担任：{line}"), format!("to pass it on to the new head teacher: {line}");
        Edited { staff: &'a str, id: &'a str } => format!("已修改：{staff}（{id}）"), format!("changed: {staff} ({id})");
        IsNow { field: &'a str, value: &'a str } => format!("{field}：{value}"), format!("{field}: {value}");
        IsUnset { field: &'a str } => format!("{field}：不填"), format!("{field}: not set");
        SameAsBefore => "和原来一样，没有写入", "it is as it was, and nothing is written";
        RolesElsewhere => "角色用 care appoint 和 care dismiss 改；编号不能改", "roles are changed by care appoint and care dismiss; an id is never changed";
        WrongAddress { text: &'a str } => format!("“{text}”不是邮箱，像 liumin@school.example 这样写"), format!("\"{text}\" is no address; write it like liumin@school.example");
    }
}
