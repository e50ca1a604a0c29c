"""Rosters of children in the shapes in which schools keep them."""

from people import FEMALE, MALE, ROSTER
from write import (Sheet, by_libreoffice, by_openpyxl, by_xlsxwriter, by_xlwt, case, in_encoding)

SEX = {MALE: "男", FEMALE: "女"}

FLAT = ["序号", "姓名", "性别", "出生日期", "身份证号", "学籍号", "班级", "民族", "家庭住址",
        "父亲姓名", "父亲电话", "父亲务工地", "母亲姓名", "母亲电话", "监护人姓名",
        "与学生关系", "监护人电话"]


def flat_row(number, one, born=None):
    return [number, one["name"], SEX[one["sex"]], born or str(one["born"]), one["id"],
            one["student_no"], one["class_name"], "汉族", one["address"], one["father"][0],
            one["father"][1], one["father"][2], one["mother"][0], one["mother"][1],
            one["carer"][0], one["carer"][1], one["carer"][3]]


def child(one, *without, **other):
    """What must stand in the child's file."""
    fields = {
        "name": one["name"], "sex": one["sex"], "birth_date": str(one["born"]),
        "id_number": one["id"], "student_no": one["student_no"], "class": one["class"],
        "ethnic_group": "汉族", "address": one["address"],
        "father.name": one["father"][0], "father.phone": [one["father"][1]],
        "father.work_place": one["father"][2], "mother.name": one["mother"][0],
        "mother.phone": [one["mother"][1]], "carer.name": one["carer"][0],
        "carer.relation": one["carer"][2], "carer.phone": [one["carer"][3]],
    }
    fields |= {key.replace("__", "."): value for key, value in other.items()}
    return {key: value for key, value in fields.items() if key not in without}


ALL = [child(one) for one in ROSTER]
ROWS = [FLAT] + [flat_row(number, one) for number, one in enumerate(ROSTER, 1)]
PLAIN = [Sheet("Sheet1", ROWS)]


def by_every_program():
    why = "the plainest roster: one heading row, texts in all cells"
    for name, file, writer in [
        ("roster-openpyxl", "花名册.xlsx", by_openpyxl),
        ("roster-xlsxwriter", "花名册.xlsx", by_xlsxwriter),
        ("roster-xlwt", "花名册.xls", by_xlwt),
        ("roster-libreoffice-xlsx", "花名册.xlsx", by_libreoffice),
        ("roster-libreoffice-xls", "花名册.xls", by_libreoffice),
        ("roster-libreoffice-ods", "花名册.ods", by_libreoffice),
        ("roster-libreoffice-csv-gbk", "花名册.csv", by_libreoffice),
        ("roster-utf8", "花名册.csv", in_encoding("utf-8")),
        ("roster-utf8-bom", "花名册.csv", in_encoding("utf-8-sig")),
        ("roster-gbk", "花名册.csv", in_encoding("gbk")),
        ("roster-utf16le", "花名册.txt", in_encoding("utf-16-le", "\t", b"\xff\xfe")),
        ("roster-utf16be", "花名册.txt", in_encoding("utf-16-be", "\t", b"\xfe\xff")),
        ("roster-gbk-tsv", "花名册.tsv", in_encoding("gbk", "\t")),
        ("roster-semicolons", "花名册.csv", in_encoding("gbk", ";")),
    ]:
        case(name, why, file, writer, PLAIN, children=ALL)


def misnamed():
    why = "the bytes say what a file is, its ending does not"
    folder = case("roster-xlsx-named-xls", why, "花名册.xls", None, children=ALL)
    by_openpyxl(folder / "a.xlsx", PLAIN)
    (folder / "a.xlsx").rename(folder / "花名册.xls")
    folder = case("roster-csv-named-xls", why, "花名册.xls", None, children=ALL)
    in_encoding("gbk", "\t")(folder / "花名册.xls", PLAIN)
    folder = case("roster-xls-named-et", "WPS keeps its tables as .et, in the format of .xls",
                  "花名册.et", None, children=ALL)
    by_xlwt(folder / "花名册.et", PLAIN)


TWO_LEVELS = [
    ["2024-2025学年第一学期农村留守儿童花名册"],
    ["填报单位（盖章）：顾庄小学", None, None, None, None, None, "填报日期：2024年11月20日"],
    ["序号", "姓名", "性别", "出生日期", "身份证号", "班级", "父亲", None, None, "母亲", None,
     "监护人", None, None, "备注"],
    [None, None, None, None, None, None, "姓名", "务工地", "电话", "姓名", "电话", "姓名",
     "与学生关系", "电话", None],
]
TWO_LEVEL_MERGES = ["A1:O1", "A2:E2", "G2:O2", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4",
                    "F3:F4", "G3:I3", "J3:K3", "L3:N3", "O3:O4"]


def two_level_row(number, one, class_name=None):
    return [number, one["name"], SEX[one["sex"]], f"{one['born']:%Y.%-m.%-d}", one["id"],
            class_name if class_name is not None else one["class_name"], one["father"][0],
            one["father"][2], one["father"][1], one["mother"][0], one["mother"][1],
            one["carer"][0], one["carer"][1], one["carer"][3], None]


def two_level_child(one):
    return child(one, "student_no", "ethnic_group", "address")


COUNTY = (
    TWO_LEVELS
    + [two_level_row(1, ROSTER[0]), two_level_row(2, ROSTER[1]),
       [None, "小计", "2人"] + [None] * 12,
       two_level_row(3, ROSTER[2]), two_level_row(4, ROSTER[3]), [None] * 15,
       two_level_row(5, ROSTER[4]), two_level_row(6, ROSTER[5]),
       ["合计", "6人"] + [None] * 13, [None] * 15,
       ["单位负责人（签名）：", None, None, None, "复核人（签名）：", None, None, None, None,
        "填表人（签名）："],
       ["注：已故的填“—”；打工地点只填到市。"]]
)


def county():
    why = ("a title, the line of the unit, two merged heading rows, a sub-total, blank rows, "
           "a total, signatures and a remark at the foot")
    sheet = [Sheet("花名册", COUNTY, TWO_LEVEL_MERGES)]
    expected = [two_level_child(one) for one in ROSTER]
    for name, file, writer in [
        ("county-two-rows-openpyxl", "县花名册.xlsx", by_openpyxl),
        ("county-two-rows-xlsxwriter", "县花名册.xlsx", by_xlsxwriter),
        ("county-two-rows-xlwt", "县花名册.xls", by_xlwt),
        ("county-two-rows-ods", "县花名册.ods", by_libreoffice),
    ]:
        case(name, why, file, writer, sheet, children=expected)
    case("county-two-rows-csv", "in text nothing says which cells were merged: the upper heading "
         "stands over the first of its columns alone", "县花名册.csv", in_encoding("gbk"),
         sheet, children=expected)


def merged_down():
    rows = [FLAT[:3] + ["出生日期", "班级"]]
    merges = []
    for one in ROSTER:
        # Three classes of two, but for 2021-2, 2022-1, 2022-2, 2023-1 of 2, 1, 2 and 1.
        rows.append([len(rows), one["name"], SEX[one["sex"]], str(one["born"]), None])
    for first, last, class_name in [(2, 3, "四（2）班"), (4, 4, "三（1）班"), (5, 6, "三（2）班"),
                                    (7, 7, "二（1）班")]:
        rows[first - 1][4] = class_name
        if first != last:
            merges.append(f"E{first}:E{last}")
    expected = [{"name": one["name"], "class": one["class"], "sex": one["sex"]} for one in ROSTER]
    why = "the class is merged over the rows of its children: each has it"
    for name, file, writer in [("class-merged-down-xlsx", "按班.xlsx", by_openpyxl),
                               ("class-merged-down-xls", "按班.xls", by_libreoffice),
                               ("class-merged-down-ods", "按班.ods", by_libreoffice)]:
        case(name, why, file, writer, [Sheet("全校", rows, merges)], children=expected)


def per_class():
    classes = {}
    for one in ROSTER:
        classes.setdefault(one["class_name"], []).append(one)
    head = ["序号", "姓名", "性别", "出生日期", "监护人", "关系", "联系电话"]

    def row(number, one):
        return [number, one["name"], SEX[one["sex"]], f"{one['born']:%Y/%-m/%-d}",
                one["carer"][0], one["carer"][1], one["carer"][3]]

    sheets = [
        Sheet(name, [[f"{name}留守儿童花名册"], head]
              + [row(at, one) for at, one in enumerate(own, 1)]
              + [[f"班主任签字：　　　　共{len(own)}人"]], ["A1:G1"])
        for name, own in classes.items()
    ]
    expected = [
        {key: value for key, value in child(one).items()
         if key in ("name", "sex", "birth_date", "class", "carer.name", "carer.relation",
                    "carer.phone")}
        for one in ROSTER
    ]
    why = ("a sheet for each class and no column for it: the class is what sheet and title say; "
           "the phone beside the carer is the carer's")
    case("sheet-per-class", why, "各班花名册.xlsx", by_openpyxl, sheets, children=expected)
    case("sheet-per-class-xls", why, "各班花名册.xls", by_xlwt, sheets, children=expected)
    own = [Sheet("Sheet1", [["三（2）班留守儿童花名册"], head, row(1, ROSTER[3]),
                            row(2, ROSTER[4])], ["A1:G1"]),
           Sheet("Sheet2", []), Sheet("Sheet3", [])]
    case("class-in-the-title", "the class stands in the title alone; the other sheets are empty",
         "三2班.xlsx", by_openpyxl, own, children=[expected[3], expected[4]])


if __name__ == "__main__":
    by_every_program()
    misnamed()
    county()
    merged_down()
    per_class()
