//! The school's settings and its calendar of 2024-2025.

use crate::calendar::{Calendar, Span, Term, date};

pub const SETTINGS: &str = "\
# 示例数据：孩子、老师、电话、身份证号都是编造的。
# 身份证号用不存在的 99 开头地区码，电话一律 139000 开头。
format = 1

[school]
name = \"固镇县顾庄小学\"
home = \"留守儿童之家\"
language = \"zh-CN\"
time_zone = \"+08:00\"
grades = 6
class_format = \"三（2）班\"    # 班级怎样显示：照这个样子写

# 要用邮件提醒老师时，去掉下面各行行首的“# ”，改成本校的邮箱。密码不写在这里，放在单独的文件里。
# [mail]
# from = \"留守儿童之家 <care@guzhuang.example>\"
# transport = \"smtp\"
# server = \"smtp.guzhuang.example\"
# port = 587
# security = \"starttls\"
# user = \"care\"
# password_file = \"mail-password\"
";

/// Holidays and make-up days as the State Council announced them for the two years.
pub const CALENDAR: Calendar = Calendar {
    terms: &[
        Term {
            id: "2024-2025-1",
            year: "2024-2025",
            name: "2024-2025学年第一学期",
            span: Span::new(date(2024, 9, 2), date(2025, 1, 17)),
            anchors: &[
                ("start", Span::new(date(2024, 9, 2), date(2024, 9, 27))),
                ("mid", Span::new(date(2024, 11, 4), date(2024, 11, 22))),
                ("end", Span::new(date(2024, 12, 30), date(2025, 1, 17))),
            ],
        },
        Term {
            id: "2024-2025-2",
            year: "2024-2025",
            name: "2024-2025学年第二学期",
            span: Span::new(date(2025, 2, 17), date(2025, 7, 4)),
            anchors: &[],
        },
    ],
    holidays: &[
        ("中秋节", Span::new(date(2024, 9, 15), date(2024, 9, 17))),
        ("国庆节", Span::new(date(2024, 10, 1), date(2024, 10, 7))),
        ("元旦", Span::new(date(2025, 1, 1), date(2025, 1, 1))),
        ("春节", Span::new(date(2025, 1, 28), date(2025, 2, 4))),
        ("清明节", Span::new(date(2025, 4, 4), date(2025, 4, 6))),
        ("劳动节", Span::new(date(2025, 5, 1), date(2025, 5, 5))),
        ("端午节", Span::new(date(2025, 5, 31), date(2025, 6, 2))),
    ],
    workdays: &[
        ("中秋节调休，周六上课", date(2024, 9, 14)),
        ("国庆节调休，周日上课", date(2024, 9, 29)),
        ("国庆节调休，周六上课", date(2024, 10, 12)),
        ("春节调休，学校在寒假中", date(2025, 1, 26)),
        ("春节调休，学校在寒假中", date(2025, 2, 8)),
        ("劳动节调休，周日上课", date(2025, 4, 27)),
    ],
};
