"""Values as they stand in cells: ids, dates, phones, relations, names, dashes."""

from datetime import date

from people import FEMALE, MALE, ROSTER, id_number
from rosters import FLAT, SEX, child, flat_row
from write import (Formula, Sheet, Shown, by_libreoffice, by_openpyxl, by_xlsxwriter, by_xlwt,
                   case, in_encoding)

ID_HEAD = ["序号", "姓名", "性别", "出生日期", "身份证号", "班级"]
ID = "身份证号"


def id_row(at, one, written):
    return [at, one["name"], SEX[one["sex"]], str(one["born"]), written, one["class_name"]]


def with_id(one):
    return child(one, "student_no", "ethnic_group", "address", "father.name", "father.phone",
                 "father.work_place", "mother.name", "mother.phone", "carer.name",
                 "carer.relation", "carer.phone")


def wide(text):
    return "".join(chr(ord(letter) + 0xFEE0) for letter in text)


def ids_as_typed():
    # Orders are looked for with which the check digit is X.
    exes = []
    for name, sex, born, first in [("陈晓雨", FEMALE, date(2015, 4, 1), 2),
                                   ("何志远", MALE, date(2015, 6, 2), 1),
                                   ("吴昊天", MALE, date(2016, 1, 3), 1),
                                   ("郑思琪", FEMALE, date(2016, 2, 4), 2)]:
        order = next(order for order in range(first, 200, 2)
                     if id_number(born, order).endswith("X"))
        exes.append({"name": name, "sex": sex, "born": born, "id": id_number(born, order),
                     "class": "2022-1", "class_name": "三（1）班"})
    forms = [lambda own: own[:-1] + "x", lambda own: own[:-1] + "Ｘ",
             lambda own: own[:-1] + "Х",  # the Cyrillic letter
             lambda own: own[:-1] + "×"]
    plain = [lambda own: "'" + own, lambda own: f"{own[:6]} {own[6:14]} {own[14:]}", wide,
             lambda own: own[:8] + "\u200b" + own[8:], lambda own: "　" + own + " ",
             lambda own: own + "\u00a0"]
    rows, expected = [ID_HEAD], []
    for one, form in [*zip(exes, forms), *zip(ROSTER, plain)]:
        rows.append(id_row(len(rows), one, form(one["id"])))
        expected.append({"name": one["name"], "id_number": one["id"], "sex": one["sex"],
                         "birth_date": str(one["born"]), "class": one["class"]})
    why = ("apostrophe, blanks, full-width digits, a zero-width blank, small x, Ｘ, the Cyrillic "
           "Ха and the sign ×, which look alike: nothing of the number is lost")
    case("ids-as-typed-xlsx", why, "身份证.xlsx", by_openpyxl, [Sheet("Sheet1", rows)],
         children=expected)
    case("ids-as-typed-csv", why, "身份证.csv", in_encoding("utf-8"), [Sheet("Sheet1", rows)],
         children=expected)


def ids_damaged():
    # 990101201503010000 is among the one in eleven of which the check digit fits by chance.
    fits = {"name": "李小明", "sex": MALE, "born": date(2015, 3, 1), "class": "2021-2",
            "class_name": "四（2）班", "id": "990101201503010000"}
    assert id_number(fits["born"], 0) == fits["id"]
    numbers = [id_row(1, ROSTER[1], ROSTER[1]["id"]),
               id_row(2, ROSTER[2], Shown(int(ROSTER[2]["id"][:15]) * 1000, "0")),
               id_row(3, fits, Shown(990101201503010000, "0")),
               id_row(4, ROSTER[3], Shown(int(ROSTER[3]["id"][:15]) * 1000, "0.00000E+00"))]
    why = ("numbers have lost their last three digits in the table; one whose check digit fits by "
           "chance is no better; the day of birth is still in them")
    refused = [{"row": 3, "cell": ID, "says": "2015-09-05"},
               {"row": 4, "cell": ID, "says": "2015-03-01"},
               {"row": 5, "cell": ID, "says": "2016-02-29"}]
    for name, file, writer in [("ids-as-numbers-xlsx", "花名册.xlsx", by_openpyxl),
                               ("ids-as-numbers-xls", "花名册.xls", by_xlwt),
                               ("ids-as-numbers-ods", "花名册.ods", by_libreoffice)]:
        case(name, why, file, writer, [Sheet("Sheet1", [ID_HEAD, *numbers])],
             children=[with_id(ROSTER[1])], refused=refused)
    texts = [id_row(1, ROSTER[1], ROSTER[1]["id"]),
             id_row(2, ROSTER[2], "9.90101E+17"),
             id_row(3, fits, "990101201503010000"),
             id_row(4, ROSTER[3], "990101201602290000"),
             id_row(5, ROSTER[4], "9.90101201607E+17")]
    case("ids-damaged-csv", "saved as text while the table showed 9.90101E+17: six digits are "
         "left; a text that ends in 000 was a number before", "花名册.csv", in_encoding("gbk"),
         [Sheet("Sheet1", [ID_HEAD, *texts])], children=[with_id(ROSTER[1])],
         refused=[{"row": 3, "cell": ID}, {"row": 4, "cell": ID, "says": "2015-03-01"},
                  {"row": 5, "cell": ID, "says": "2016-02-29"}, {"row": 6, "cell": ID}])


def ids_wrong():
    wrong = ROSTER[0]["id"][:-1] + ("1" if ROSTER[0]["id"][-1] != "1" else "2")
    rows = [ID_HEAD, id_row(1, ROSTER[0], wrong), id_row(2, ROSTER[1], ROSTER[1]["id"][:-1]),
            id_row(3, ROSTER[2], ROSTER[2]["id"]),
            # Pulled down in the table: the number of the row above, and one.
            id_row(4, ROSTER[3], str(int(ROSTER[2]["id"][:-1]) + 1) + "0"),
            [5, "陈浩", "男", "2016-07-19", ROSTER[4]["id"], "三（2）班"],
            [6, "周子涵", "女", "2017-01-08", "无", "二（1）班"],
            [7, "孙丽丽", "女", "2017-03-03", None, "二（1）班"]]
    case("ids-wrong", "a wrong check digit, a digit too few, a number of somebody else, one that "
         "contradicts the day of birth beside it; a child without a number yet is a child",
         "花名册.xlsx", by_openpyxl, [Sheet("Sheet1", rows)],
         children=[with_id(ROSTER[2]),
                   {"name": "周子涵", "birth_date": "2017-01-08", "id_number": None},
                   {"name": "孙丽丽", "birth_date": "2017-03-03", "id_number": None}],
         refused=[{"row": 2, "cell": ID}, {"row": 3, "cell": ID},
                  {"row": 5, "cell": [ID, "出生日期"]},
                  {"row": 6, "cell": [ID, "出生日期"]}])


DATE_HEAD = ["序号", "姓名", "性别", "班级", "出生日期"]


def dates():
    born = date(2015, 3, 1)
    texts = ["2015.3.1", "2015.03.01", "2015-3-1", "2015/3/1", "2015年3月1日", "20150301",
             "２０１５年３月１日", "2015年03月01日", "2015. 3. 1", "2015-03-01 00:00:00"]
    names = ["赵一诺", "钱二妮", "孙三强", "李四海", "周五一", "吴六顺", "郑七巧", "王八斗",
             "冯九如", "陈十全", "褚小满", "卫立夏", "蒋谷雨", "沈春分"]
    others = [born, 42064, 20150301, Shown(born, 'yyyy"年"m"月"d"日"')]
    rows = [DATE_HEAD] + [[at, name, "男", "四（2）班", value]
                          for at, (name, value) in enumerate(zip(names, texts + others), 1)]
    expected = [{"name": name, "birth_date": "2015-03-01"} for name in names]
    why = ("every way of writing a day, as text, as a date of the table, as its bare serial "
           "number (42064) and as the number 20150301")
    for name, file, writer in [("dates-xlsx", "花名册.xlsx", by_openpyxl),
                               ("dates-xls", "花名册.xls", by_xlwt),
                               ("dates-ods", "花名册.ods", by_libreoffice)]:
        case(name, why, file, writer, [Sheet("Sheet1", rows)], children=expected)
    rows = [DATE_HEAD] + [[at, name, "男", "四（2）班", value] for at, (name, value) in
                          enumerate(zip(names, [born, Shown(born, "yyyy/m/d;@"), "2015.3.1"]), 1)]
    for name, file, writer in [("dates-1904-xlsxwriter", "花名册.xlsx", by_xlsxwriter),
                               ("dates-1904-openpyxl", "花名册.xlsx", by_openpyxl)]:
        case(name, "saved on a Mac: days are counted from 1904", file, writer,
             [Sheet("Sheet1", rows)], in_1904=True, children=expected[:3])


def dates_refused():
    rows = [DATE_HEAD] + [
        [at, name, "男", "四（2）班", value] for at, (name, value) in enumerate([
            ("赵一诺", "2015-03-01"), ("钱二妮", "2015.2.30"), ("孙三强", 2015.1),
            ("李四海", "2015年3月"), ("周五一", "15.3.1"), ("吴六顺", "2025-03-01"),
            ("郑七巧", "不详"), ("王八斗", None), ("冯九如", "3月1日"), ("陈十全", "1015-03-01"),
        ], 1)]
    case("dates-refused", "no such day; 2015.1 was January or October; a year of two digits; a day "
         "that has not come; a word; no year; a thousand years ago. An empty one is not known; of "
         "one that is known by its month the month is kept",
         "花名册.xlsx", by_openpyxl, [Sheet("Sheet1", rows)],
         children=[{"name": "赵一诺", "birth_date": "2015-03-01"},
                   {"name": "李四海", "birth_date": None, "x.birth_month": "2015-03"},
                   {"name": "王八斗", "birth_date": None}],
         refused=[{"row": row, "cell": "出生日期"} for row in (3, 4, 6, 7, 8, 10, 11)])
    rows = [["姓名", "班级", "出生年月", "身份证号"]] + [
        [one["name"], one["class_name"], value, one["id"]] for one, value in zip(
            ROSTER, ["2015年3月", "2014.11", "2015-09", "2016/2", "2016.07", "2017年01月"])]
    case("month-and-id", "the register asks for the month of birth alone; the id number says the "
         "day, and agrees", "花名册.xlsx", by_openpyxl, [Sheet("Sheet1", rows)],
         children=[{"name": one["name"], "birth_date": str(one["born"]), "id_number": one["id"]}
                   for one in ROSTER])


def dead_or_unknown():
    def row(at, one, *father):
        cells = flat_row(at, one)
        cells[9:12] = father
        return cells

    rows = [FLAT, row(1, ROSTER[0], "—", "—", "—"), row(2, ROSTER[1], None, None, None),
            row(3, ROSTER[2], "赵勇", "无", "/"), row(4, ROSTER[3], "王军", "停机", "上海市"),
            row(5, ROSTER[4], "——", "-", "－")]
    none = {"father__name": None, "father__phone": None, "father__work_place": None}
    expected = [child(ROSTER[0], **none),
                child(ROSTER[1], **none, father__guardianship=None),
                child(ROSTER[2], father__phone=None, father__work_place=None),
                child(ROSTER[3], father__phone=None, father__work_place="上海市"),
                child(ROSTER[4], **none)]
    why = "a dash, 无, 停机 and / are no value; an empty cell says nothing at all"
    case("dead-or-unknown", why, "花名册.xlsx", by_openpyxl, [Sheet("Sheet1", rows)],
         children=expected)
    case("dead-or-unknown-csv", why, "花名册.csv", in_encoding("gb18030"),
         [Sheet("Sheet1", rows)], children=expected)


def formulas_and_errors():
    def row(at, one, **other):
        cells = flat_row(at, one)
        for heading, value in other.items():
            cells[FLAT.index(heading)] = value
        return cells

    formula = Formula('=MID(E2,7,4)&"-"&MID(E2,11,2)&"-"&MID(E2,13,2)', str(ROSTER[0]["born"]))
    rows = [FLAT,
            row(1, ROSTER[0], 出生日期=formula),
            row(2, ROSTER[1], 父亲电话=Formula("=VLOOKUP(B3,Z:Z,2,0)", "#N/A")),
            row(3, ROSTER[2], 序号=Formula("=A3+1", 3)),
            row(4, ROSTER[3], 班级=Formula("=#REF!", "#REF!")),
            row(5, ROSTER[4], 性别=Formula('=IF(MOD(MID(E6,17,1),2)=1,"男","女")', "男"))]
    why = "of a formula its last value counts; an error is no value and no empty cell either"
    expected = [child(ROSTER[at]) for at in (0, 2, 4)]
    refused = [{"row": 3, "cell": "父亲电话"}, {"row": 5, "cell": "班级"}]
    case("formulas-and-errors", why, "花名册.xlsx", by_xlsxwriter, [Sheet("Sheet1", rows)],
         children=expected, refused=refused)
    case("formulas-and-errors-ods", why, "花名册.ods", by_libreoffice, [Sheet("Sheet1", rows)],
         children=expected, refused=refused)


if __name__ == "__main__":
    ids_as_typed()
    ids_damaged()
    ids_wrong()
    dates()
    dates_refused()
    dead_or_unknown()
    formulas_and_errors()
