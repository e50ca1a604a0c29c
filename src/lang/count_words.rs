//! What is said of records that are counted.

use super::messages;

messages! {
    /// A heading or a sentence of counts of records.
    Counting {
        Title { register: &'a str, count: usize } => format!("{register}记录 {count} 条"), format!("{register}: {}", super::count(*count as u64, "record", "records"));
        Records => "条数", "Records";
        What => "合计", "Of";
        Sum { column: &'a str } => format!("{column}合计"), format!("Sum of {column}");
        CameIn => "收入（入库）", "In";
        WentOut => "支出（出库）", "Out";
        Balance => "结余", "Balance";
        NotNumbers { count: usize } => format!("有 {count} 格不是数，没有算进去"), format!("{} no number and not in the sum", super::count(*count as u64, "cell is", "cells are"));
        OfSeveral => "几名儿童一条的，每名儿童都算，合计只算一次", "a record of several children counts for each of them, and once in all";
        OneRegister => "--count-by 和 --sum 一次只看一种登记：care records 资助 --sum 金额 --count-by 儿童", "--count-by and --sum are for one register: care records aid --sum amount --count-by child";
        UnknownColumn { word: &'a str, all: &'a str } => format!("没有叫“{word}”的栏目；有：{all}"), format!("no column is called \"{word}\"; there are: {all}");
        NotNumeric { word: &'a str, all: &'a str } => format!("“{word}”不是数，不能合计；能合计的：{all}"), format!("\"{word}\" is no number and cannot be added up; these can: {all}");
        NothingToSum { word: &'a str } => format!("“{word}”不是数，这种登记没有能合计的栏目"), format!("\"{word}\" is no number, and no column of this register is");
        NoVersions => "--versions 不能和 --count-by、--sum 一起用", "--versions does not go with --count-by and --sum";
    }
}
