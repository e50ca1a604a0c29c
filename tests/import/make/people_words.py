"""Phones, relations, classes, names and marks as they stand in cells."""

from datetime import date

from people import FEMALE, ROSTER, id_number
from rosters import SEX
from write import (Sheet, Shown, by_libreoffice, by_openpyxl, by_xlsxwriter, by_xlwt, case,
                   in_encoding)

BARE = ["序号", "姓名", "班级"]


def sheet(head, rows):
    return [Sheet("Sheet1", [head] + [[at, *row] for at, row in enumerate(rows, 1)])]


NAMES = ["赵一诺", "钱二妮", "孙三强", "李四海", "周五一", "吴六顺", "郑七巧", "王八斗", "冯九如",
         "陈十全", "褚小满", "卫立夏", "蒋谷雨", "沈春分", "韩白露", "杨霜降", "朱立冬", "秦小雪",
         "尤大寒", "许惊蛰"]


def phones():
    cells = [
        ("13800138000", ["13800138000"]), (13800138000, ["13800138000"]),
        ("13800138000/13900139000", ["13800138000", "13900139000"]),
        ("13800138000、13900139000", ["13800138000", "13900139000"]),
        ("13800138000 13900139000", ["13800138000", "13900139000"]),
        ("13800138000\n13900139000", ["13800138000", "13900139000"]),
        ("13800138000；13900139000", ["13800138000", "13900139000"]),
        ("13800138000,13900139000", ["13800138000", "13900139000"]),
        ("0564-3320000", ["0564-3320000"]), ("１３８００１３８０００", ["13800138000"]),
        ("138 0013 8000", ["13800138000"]),
        ("13800138000（微信同号）", ["13800138000"]), ("'13800138000", ["13800138000"]),
        ("无", None), ("停机", None), ("空号", None), ("—", None), (None, None), ("/", None),
    ]
    head = [*BARE, "监护人", "监护人电话"]
    rows = [[name, "四（2）班", "王桂英", value] for name, (value, _) in zip(NAMES, cells)]
    expected = [{"name": name, "carer.phone": plain} for name, (_, plain) in zip(NAMES, cells)]
    why = ("one or several in a cell, with all the marks that part them; blanks within one; as a number; words that say there is none")
    case("phones-xlsx", why, "电话.xlsx", by_openpyxl, sheet(head, rows), children=expected)
    case("phones-xls", why, "电话.xls", by_xlwt, sheet(head, rows), children=expected)
    wrong = [("1380013800", "ten digits"), ("138001380001", "twelve"), ("同上", "whose?"),
             ("138O0138000", "a letter"), ("1.38E+10", "six digits are left")]
    rows = [[name, "四（2）班", "王桂英", value] for name, (value, _) in zip(NAMES, wrong)]
    rows.append([NAMES[9], "四（2）班", "王桂英", "13800138000"])
    case("phones-wrong", "what cannot be dialled, what is a rounded number, and 同上, which may "
         "mean the cell above or the one beside it", "电话.xlsx", by_openpyxl, sheet(head, rows),
         children=[{"name": NAMES[9], "carer.phone": ["13800138000"]}],
         refused=[{"row": row, "cell": "监护人电话"} for row in range(2, 7)])


def relations():
    words = [
        ("奶奶", "grandmother"), ("爷爷", "grandfather"), ("祖父", "grandfather"),
        ("祖母", "grandmother"), ("外公", "maternal_grandfather"), ("姥爷", "maternal_grandfather"),
        ("外婆", "maternal_grandmother"), ("姥姥", "maternal_grandmother"),
        ("外奶", "maternal_grandmother"), ("爸爸", "father"), ("妈妈", "mother"),
        ("大伯", "uncle"), ("叔叔", "uncle"), ("舅舅", "uncle"), ("姑姑", "aunt"),
        ("小姨", "aunt"), ("姐", "sister"), ("哥哥", "brother"), ("邻居", "neighbour"),
    ]
    head = [*BARE, "临时监护人姓名", "与儿童关系"]
    rows = [[name, "四（2）班", "王桂英", word] for name, (word, _) in zip(NAMES, words)]
    expected = [{"name": name, "carer.name": "王桂英", "carer.relation": code}
                for name, (_, code) in zip(NAMES, words)]
    case("relations", "as families say it", "监护人.xlsx", by_xlsxwriter, sheet(head, rows),
         children=expected)


def classes():
    forms = ["三（2）班", "三(2)班", "三2班", "3.2班", "3年级2班", "三年级二班", "三年级（2）班", "302",
             302, 3.2, "3.2", "2022级2班", "2022级（2）班", "2022-2", Shown(date(2024, 3, 2), "m月d日"),
             "３．２", "三 (2) 班", "3-2"]
    rows = [[name, value] for name, value in zip(NAMES, forms)]
    expected = [{"name": name, "class": "2022-2"} for name in NAMES[:len(forms)]]
    why = ("all mean one class in the school year 2024-2025; 3-2 became the second of March in the "
           "table")
    for name, file, writer in [("classes-xlsx", "班级.xlsx", by_openpyxl),
                               ("classes-xls", "班级.xls", by_xlwt),
                               ("classes-ods", "班级.ods", by_libreoffice)]:
        case(name, why, file, writer, sheet(BARE, rows), children=expected)
    rows = [[NAMES[0], 3.9], [NAMES[1], 3.1], [NAMES[2], 3.11]]
    case("class-ten", "the grade has eleven classes: the number 3.1 was the first or the tenth",
         "班级.xlsx", by_openpyxl, sheet(BARE, rows),
         children=[{"name": NAMES[0], "class": "2022-9"}, {"name": NAMES[2], "class": "2022-11"}],
         refused=[{"row": 3, "cell": "班级"}])
    rows = [[NAMES[0], "三（2）班"], [NAMES[1], "七（1）班"], [NAMES[2], "三班"],
            [NAMES[4], "毕业班"]]
    case("classes-wrong", "a school of six grades has no seventh; a grade without a number "
         "is no class", "班级.xlsx", by_openpyxl, sheet(BARE, rows),
         children=[{"name": NAMES[0], "class": "2022-2"}],
         refused=[{"row": row, "cell": "班级"} for row in (3, 4, 5)])


def names():
    rows = [["张　三", "男", "四（2）班"], ["王 芳", "女", "四（2）班"],
            ["阿依古丽·买买提", "女", "四（2）班"], ["迪丽努尔•艾合买提", "女", "四（2）班"],
            ["李㛃", "女", "四（2）班"], ["王𬭚", "男", "四（2）班"], ["陈𠮷", "男", "四（2）班"],
            ["　欧阳晨曦 ", "女", "四（2）班"], ["张䶮", "男", "四（2）班"]]
    expected = [
        {"name": "张三"}, {"name": "王芳"}, {"name": "阿依古丽·买买提"},
        {"name": ["迪丽努尔•艾合买提", "迪丽努尔·艾合买提"]}, {"name": "李㛃"}, {"name": "王𬭚"},
        {"name": "陈𠮷"}, {"name": "欧阳晨曦"}, {"name": "张䶮"},
    ]
    head = ["序号", "姓名", "性别", "班级"]
    why = ("two letters set apart by a blank are one name; dots within names and rare letters stay")
    for name, file, writer in [("names-xlsx", "姓名.xlsx", by_openpyxl),
                               ("names-xls", "姓名.xls", by_xlwt),
                               ("names-gb18030", "姓名.csv", in_encoding("gb18030")),
                               ("names-utf16le", "姓名.csv", in_encoding("utf-16-le", ",",
                                                                       b"\xff\xfe"))]:
        case(name, why, file, writer, sheet(head, rows), children=expected)


def names_twice():
    born = [date(2016, 12, 24), date(2017, 3, 3), date(2017, 5, 5)]
    ids = [id_number(born[0], 16), id_number(born[1], 14), None]
    head = ["序号", "姓名", "性别", "出生日期", "身份证号", "班级"]
    rows = [["孙丽丽", "女", str(day), number, "二（1）班"] for day, number in zip(born, ids)]
    case("names-twice", "three girls of one name and class: their days of birth differ",
         "二1班.xlsx", by_openpyxl, sheet(head, rows),
         children=[{"name": "孙丽丽", "birth_date": str(day), "id_number": number,
                    "sex": FEMALE, "class": "2023-1"} for day, number in zip(born, ids)])
    rows = [["孙丽丽", "女", None, None, "二（1）班"], ["孙丽丽", "女", None, None, "二（1）班"],
            ["陈浩", "男", "2016-07-18", None, "三（2）班"]]
    case("names-twice-alike", "nothing tells the second from the first: the same child twice, or "
         "another; only somebody can say", "二1班.xlsx", by_openpyxl, sheet(head, rows),
         children=[{"name": "孙丽丽", "class": "2023-1"},
                   {"name": "陈浩", "birth_date": "2016-07-18"}],
         refused=[{"row": 3, "cell": None}])
    own = ROSTER[4]
    rows = [[own["name"], SEX[own["sex"]], str(own["born"]), own["id"], own["class_name"]]] * 2
    case("row-twice", "a child stands twice in one register: once is written, the other is shown",
         "花名册.xlsx", by_openpyxl, sheet(head, rows),
         children=[{"name": own["name"], "id_number": own["id"]}],
         refused=[{"row": 3, "cell": None}])


def hidden():
    head = ["序号", "姓名", "性别", "身份证号", "班级"]
    rows = [head] + [[at, one["name"], SEX[one["sex"]], one["id"], one["class_name"]]
                     for at, one in enumerate(ROSTER, 1)]
    own = Sheet("花名册", rows, hidden_rows=(3, 5), hidden_columns=("D",), filtered="A1:E7",
                notes={"B2": "九月转来", "E4": "下学期转班"})
    rest = Sheet("旧名单", [head, [1, "已毕业", "男", None, "2015级1班"]], hidden=True)
    why = ("rows and columns that a filter or a hand has hidden are still in the register; notes "
           "on cells are not; a hidden sheet is not looked at")
    expected = [{"name": one["name"], "id_number": one["id"], "class": one["class"],
                 "sex": one["sex"]} for one in ROSTER]
    for name, writer in [("hidden-openpyxl", by_openpyxl), ("hidden-xlsxwriter", by_xlsxwriter)]:
        case(name, why, "花名册.xlsx", writer, [own, rest], children=expected)


if __name__ == "__main__":
    phones()
    relations()
    classes()
    names()
    names_twice()
    hidden()
