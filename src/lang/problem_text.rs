//! Words around problems; what each says stands with its check, in `domain/problem`.

use super::messages;

messages! {
    /// Words around a list of problems.
    ProblemWord {
        Fault => "错误", "error";
        Remark => "提醒", "remark";
        NextStep => "改法", "fix";
        Stopped { faults: usize } =>
            format!("共 {faults} 处错误，未作任何判断，也未写入任何内容。改好后再运行；全面检查：care check"),
            format!("{} found: nothing was judged and nothing was written. Mend them and run again; to check everything: care check", super::count(*faults as u64, "error", "errors"));
        Counted { faults: usize, remarks: usize } =>
            format!("错误 {faults} 处，提醒 {remarks} 处"),
            format!("{}, {}", super::count(*faults as u64, "error", "errors"), super::count(*remarks as u64, "remark", "remarks"));
        Others { others: usize } =>
            format!("别的问题还有 {others} 处：care check"),
            format!("{} besides: care check", super::count(*others as u64, "problem", "problems"));
        AllWell => "记录完好，没有错误，也没有提醒", "the records are sound: no errors, no remarks";
    }
}
