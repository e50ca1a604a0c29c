//! How schools head their lists of staff, pairs and terms.

use super::roster_words::Fielded;

/// The list of staff.
pub static STAFF: Fielded = Fielded {
    fields: &[
        ("name", &["姓名", "教师姓名", "教职工姓名", "教师", "人员姓名", "name"]),
        ("sex", &["性别", "sex"]),
        ("phone", &["电话", "联系电话", "手机", "手机号", "手机号码", "联系方式", "phone"]),
        ("role", &["职务", "角色", "岗位", "任职", "工作职务", "校内职务", "role"]),
        ("class", &["班级", "任教班级", "所带班级", "所任班级", "任班主任班级", "class"]),
        ("email", &["邮箱", "电子邮箱", "邮件", "email"]),
        ("employer", &["单位", "工作单位", "employer"]),
        ("from", &["任职时间", "任职日期", "起始日期", "开始日期", "from"]),
    ],
    groups: &[],
    parts: &[],
};

/// The list of pairs.
pub static PAIRS: Fielded = Fielded {
    fields: &[
        (
            "child",
            &[
                "学生姓名",
                "儿童姓名",
                "留守儿童姓名",
                "帮扶对象",
                "结对儿童",
                "结对学生",
                "姓名",
                "留守儿童",
                "被帮扶学生",
                "学生",
                "儿童",
            ],
        ),
        ("class", &["班级", "所在班级", "年级班级", "class"]),
        (
            "pair_teacher",
            &["帮扶教师", "结对教师", "帮扶人", "帮扶教师姓名", "结对教师姓名", "教师"],
        ),
        ("proxy_parent", &["代理家长", "代理家长姓名", "爱心家长"]),
        ("proxy_guardian", &["代管家长", "代管家长姓名"]),
        ("proxy_mother", &["代理妈妈", "爱心妈妈", "代理妈妈姓名"]),
        ("role", &["角色", "身份", "结对类型"]),
        ("from", &["结对日期", "结对时间", "开始日期", "开始时间", "帮扶开始时间"]),
        ("until", &["结束日期", "结束时间", "解除日期"]),
    ],
    groups: &[
        ("pair_teacher", &["帮扶教师", "结对教师", "帮扶人"]),
        ("proxy_parent", &["代理家长"]),
        ("proxy_guardian", &["代管家长"]),
        ("proxy_mother", &["代理妈妈"]),
        ("child", &["留守儿童", "帮扶对象", "儿童", "学生", "结对儿童"]),
    ],
    parts: &[("name", &["姓名"]), ("class", &["班级"])],
};

/// The list of terms.
pub static TERMS: Fielded = Fielded {
    fields: &[
        ("year", &["学年", "schoolyear"]),
        ("term", &["学期", "term", "学期名称"]),
        (
            "name",
            &[
                "名称",
                "放假名称",
                "假日名称",
                "节日名称",
                "假日",
                "节日",
                "假期",
                "假期名称",
                "事项",
                "项目",
            ],
        ),
        ("first", &["开始日期", "开学日期", "起始日期", "开始", "开学时间", "开始时间", "first"]),
        ("last", &["结束日期", "放假日期", "结束", "终止日期", "放假时间", "结束时间", "last"]),
    ],
    groups: &[],
    parts: &[],
};
