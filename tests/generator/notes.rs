//! Comments at the head of the files that are the same in every school.

pub const CALENDAR: &str = "\
校历：学期、节假日、调休上课日。每学期开学前照教育局和国务院办公厅的通知填写。
学期之外的日子不算上课日，写不写都行；调休上课日（workday）优先于节假日。
[term.anchors] 是学校定的期初、期中、期末起止日期；不写时取学期前 28 天、中间 28 天、后 28 天。";

pub const STAFF: &str = "\
教职工和校外人员。离开岗位的不要删除，在那一项后面写 until，以前的记录还要用到。
roles：principal 校长，vice_principal 副校长，teaching_director 教导主任，counsellor 大队辅导员，
head_teacher 班主任，subject_teacher 科任教师，proxy_mother 代理妈妈，home_keeper 管理员，
party_member 党员，doctor 村卫生室医生，village_official 村干部，child_director 村儿童主任，
kgw 关工委，patrol 校外巡逻队。结对关系（代理家长、代管家长、结对教师）写在孩子的文件里（[[pair]]）。";
