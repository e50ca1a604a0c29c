"""Staff, pairs, the calendar, and registers of children that the home already knows."""

from datetime import date

from people import AT_HOME, FEMALE, MALE, ROSTER, id_number
from rosters import SEX
from write import (Sheet, by_libreoffice, by_openpyxl, by_xlsxwriter, by_xlwt, case, in_encoding)


def staff():
    head = ["序号", "姓名", "性别", "职务", "任教班级", "联系电话", "备注"]
    rows = [["顾庄小学教职工名册"], head,
            [1, "张伟", "男", "校长", None, "13600136001", None],
            [2, "刘　敏", "女", "班主任", "四（2）班", 13600136002, None],
            [3, "王芳", "女", "班主任", "2022级1班", "13600136003", None],
            [4, "李文静", "女", "科任教师", None, "无", None],
            [5, "赵大勇", "男", "村医", None, "0564-3320001", None],
            ["合计", "5人"], ["制表人：", None, None, "校长（签名）："]]
    expected = [
        {"name": "张伟", "sex": "male", "phone": ["13600136001"], "role": "principal"},
        {"name": "刘敏", "sex": "female", "phone": ["13600136002"], "role": "head_teacher",
         "class": "2021-2"},
        {"name": "王芳", "role": "head_teacher", "class": "2022-1"},
        {"name": "李文静", "phone": None, "role": "subject_teacher"},
        {"name": "赵大勇", "phone": ["0564-3320001"], "role": "doctor"},
    ]
    why = "the list of teachers: what they are, and of which class"
    for name, file, writer in [("staff-xlsx", "教职工名册.xlsx", by_openpyxl),
                               ("staff-xls", "教职工名册.xls", by_xlwt),
                               ("staff-gbk", "教职工名册.csv", in_encoding("gbk"))]:
        case(name, why, file, writer, [Sheet("Sheet1", rows, ["A1:G1"])], staff=expected)
    rows = [head, [1, "张伟", "男", "总统", None, "13600136001", None],
            [2, "刘敏", "女", "班主任", "四（2）班", "136001360", None],
            [3, None, "女", "班主任", "四（2）班", "13600136005", None],
            [4, "孙玲", "女", "辅导员", None, None, None]]
    case("staff-refused", "no such post, a phone that cannot be dialled, no name",
         "教职工名册.xlsx", by_openpyxl, [Sheet("教师", rows)],
         staff=[{"name": "孙玲", "role": "counsellor"}],
         refused=[{"row": 2, "cell": "职务"}, {"row": 3, "cell": "联系电话"},
                  {"row": 4, "cell": "姓名"}])


def pairs():
    head = ["序号", "班级", "学生姓名", "性别", "帮扶教师", "职务", "联系电话", "结对日期", "帮扶内容"]
    rows = [["顾庄小学教师与留守儿童结对帮扶一览表"], head,
            [1, "四（2）班", "李小明", "男", "李文静", "科任教师", "13600136005", "2024年9月10日", "学习"],
            [2, "四（2）班", "张　三", "男", "李文静", None, None, "2024.9.10", "学习"],
            [3, "二（1）班", "周子涵", "女", "陈刚", None, None, "2024/9/12", "生活"],
            [4, "二（1）班", "孙丽丽", "女", "陈刚", None, None, "2024/9/12", "两人同名"],
            [5, "三（1）班", "陈浩", "男", "王老五", None, None, "2024/9/12", "没有此人"]]
    expected = [
        {"child": "李小明", "class": "2021-2", "staff": "李文静", "role": "pair_teacher",
         "from": "2024-09-10"},
        {"child": "张三", "class": "2021-2", "staff": "李文静", "role": "pair_teacher",
         "from": "2024-09-10"},
        {"child": "周子涵", "class": "2023-1", "staff": "陈刚", "role": "pair_teacher",
         "from": "2024-09-12"},
    ]
    refused = [{"row": 6, "cell": "学生姓名"}, {"row": 7, "cell": "帮扶教师"}]
    for name, file, writer in [("pairs-xlsx", "结对帮扶一览表.xlsx", by_xlsxwriter),
                               ("pairs-ods", "结对帮扶一览表.ods", by_libreoffice)]:
        case(name, "who answers for whom: both must be known", file, writer,
             [Sheet("Sheet1", rows, ["A1:I1"])], home="home", pairs=expected, refused=refused)
    rows = [["班级", "学生姓名", "代理家长", "结对日期"],
            ["三（1）班", "赵佳怡", "周建国", "2024-09-02"],
            [None, "王小雨", None, "2024-09-02"]]
    case("pairs-proxy-parents", "the heading says what the adult is to the child; adult and class "
         "are merged over two children", "代理家长一览表.xlsx", by_openpyxl,
         [Sheet("结对", rows, ["A2:A3", "C2:C3"])], home="home",
         pairs=[{"child": name, "class": "2022-1", "staff": "周建国", "role": "proxy_parent",
                 "from": "2024-09-02"} for name in ("赵佳怡", "王小雨")])


def calendar():
    rows = [["校历"], ["学年", "学期", "开学日期", "放假日期"],
            ["2025-2026学年", "第一学期", "2025年9月1日", "2026年1月23日"],
            ["2025-2026学年", "第二学期", date(2026, 2, 26), date(2026, 7, 3)]]
    case("calendar-terms", "the school year to come", "校历.xlsx", by_openpyxl,
         [Sheet("校历", rows, ["A1:D1"])],
         terms=[{"id": "2025-2026-1", "first": "2025-09-01", "last": "2026-01-23"},
                {"id": "2025-2026-2", "first": "2026-02-26", "last": "2026-07-03"}])
    rows = [["假日名称", "开始日期", "结束日期"],
            ["秋假", "2024-11-07", "2024-11-08"], ["运动会", "2025.4.17", "2025.4.18"]]
    case("calendar-holidays", "days off that are the school's own", "放假安排.csv",
         in_encoding("gbk"), [Sheet("Sheet1", rows)],
         holidays=[{"name": "秋假", "first": "2024-11-07", "last": "2024-11-08"},
                   {"name": "运动会", "first": "2025-04-17", "last": "2025-04-18"}])


def known():
    head = ["序号", "姓名", "性别", "出生日期", "身份证号", "学籍号", "班级", "监护人", "监护人电话",
            "家庭住址"]

    def row(at, name, sex, born, number, student_no, class_name, carer=None, phone=None,
            address=None):
        return [at, name, SEX[sex] if sex else None, born, number, student_no, class_name, carer,
                phone, address]

    first, second = ROSTER[0], ROSTER[4]
    red = next(one for one in AT_HOME if one[0] == "李小红")
    sun = [one for one in AT_HOME if one[0] == "孙丽丽"]
    girl = id_number(date(2017, 2, 2), 20)
    rows = [head,
            row(1, "李小明", MALE, str(first["born"]), first["id"], None, "四（2）班", "王桂英",
                "13700137999", "柳河村东组"),
            # By the student number, with the name as it is written at home.
            row(2, "陈 浩", MALE, None, None, second["student_no"], "三（1）班", "吴长根",
                "13700137005", "顾庄村九组"),
            # By name and day of birth.
            row(3, "李小红", FEMALE, str(red[2]), None, None, "四（2）班", None, None, "新桥村一组"),
            row(4, "孙丽丽", FEMALE, str(sun[0][2]), None, None, "二（1）班", None, None, "甲村"),
            # Two of this name, and nothing that tells which.
            row(5, "孙丽丽", FEMALE, None, None, None, "二（1）班", None, None, "乙村"),
            row(6, "吴新月", FEMALE, "2017-02-02", girl, None, "二（1）班"),
            # The number of a child at home, of another name.
            row(7, "李大明", MALE, str(first["born"]), ROSTER[1]["id"], None, "四（2）班")]
    expected = [
        {"name": "李小明", "carer.phone": ["13700137999"], "address": "柳河村东组",
         "father.name": "李强", "id_number": first["id"]},
        {"name": "陈浩", "address": "顾庄村九组", "birth_date": str(second["born"]),
         "id_number": second["id"]},
        {"name": "李小红", "address": "新桥村一组", "class": "2021-2"},
        {"name": "孙丽丽", "birth_date": str(sun[0][2]), "address": "甲村"},
        {"name": "吴新月", "class": "2023-1", "id_number": girl},
    ]
    why = ("children who are known by their id number, by their student number, by name and day of "
           "birth; what is empty changes nothing; one that may be two, and one whose number is "
           "another's, are asked about")
    case("roster-of-known", why, "更新名册.xlsx", by_openpyxl, [Sheet("Sheet1", rows)],
         home="home", children=expected, added_children=1,
         refused=[{"row": 6, "cell": ["姓名", "出生日期", None]},
                  {"row": 8, "cell": ["身份证号", "姓名", "出生日期"]}])


def two_files():
    one = [["日期", "学生姓名", "教师", "谈话内容"], ["2024-09-20", "李小明", "刘敏", "想爸爸"]]
    two = [["家访日期", "学生姓名", "家访教师", "家访方式", "受访人"],
           ["2024-09-21", "李小明", "刘敏", "上门", "奶奶"]]
    folder = case("two-files", "two registers in one call", home="home", records=[
        {"register": "talk", "date": "2024-09-20", "children": ["李小明"], "staff": ["刘敏"],
         "content": "想爸爸"},
        {"register": "visit", "date": "2024-09-21", "children": ["李小明"], "staff": ["刘敏"],
         "mode": "in_person", "met": "奶奶"}])
    by_openpyxl(folder / "谈心记录.xlsx", [Sheet("Sheet1", one)])
    in_encoding("gbk")(folder / "家访记录.csv", [Sheet("Sheet1", two)])


def registers_as_sheets():
    sheets = [
        Sheet("谈心记录", [["日期", "学生姓名", "教师", "谈话内容"],
                          ["2024-09-20", "李小明", "刘敏", "想爸爸"]]),
        Sheet("家访记录", [["日期", "学生姓名", "教师", "家访方式"],
                          ["2024-09-21", "李小明", "刘敏", "上门"],
                          ["2024-09-21", "李小芳", "刘敏", "上门"]]),
    ]
    case("sheet-per-register", "one workbook for everything; a row is refused by sheet and row",
         "工作台账.xlsx", by_openpyxl, sheets, home="home", records=[
             {"register": "talk", "date": "2024-09-20", "children": ["李小明"],
              "staff": ["刘敏"], "content": "想爸爸"},
             {"register": "visit", "date": "2024-09-21", "children": ["李小明"],
              "staff": ["刘敏"], "mode": "in_person"}],
         refused=[{"row": 3, "cell": "学生姓名", "sheet": "家访记录"}])


if __name__ == "__main__":
    staff()
    pairs()
    calendar()
    known()
    two_files()
    registers_as_sheets()
