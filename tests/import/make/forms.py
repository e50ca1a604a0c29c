"""The official form 农村留守儿童基本情况登记表: one child a sheet, and its list."""

from people import ROSTER
from rosters import SEX, child
from write import Sheet, by_libreoffice, by_openpyxl, by_xlsxwriter, by_xlwt, case


def form(one, father=None, father_ticks=False):
    """Labels with their values to the right, as the form is printed."""
    name, phone, place = father or one["father"]
    return Sheet(one["name"], [
        ["农村留守儿童基本情况登记表"],
        ["填报单位（盖章）：顾庄小学", None, None, None, None, "填报日期：2024年11月20日"],
        ["儿童姓名", one["name"], "性别", SEX[one["sex"]], "民族", "汉族"],
        ["出生日期", f"{one['born']:%Y年%-m月%-d日}", "公民身份证号码", one["id"]],
        ["班级", one["class_name"], "学籍号", one["student_no"]],
        ["现居住地", one["address"]],
        ["父亲", "姓名", name, "务工地点", place],
        [None, "联系电话", phone, "是否外出", "是" if name != "—" else "—"],
        ["母亲", "姓名", one["mother"][0], "联系电话", one["mother"][1]],
        ["监护人", "姓名", one["carer"][0], "与儿童关系", one["carer"][1]],
        [None, "联系电话", one["carer"][3]],
        ["单位负责人（签名）：", None, "复核人（签名）：", None, "填表人（签名）："],
        ["说明：选择项打“√”；父母、祖父母已故的填“—”；务工地点只填到市。"],
    ], ["A1:F1", "A2:E2", "D4:F4", "D5:F5", "B6:F6", "A7:A8", "E7:F7", "E8:F8", "E9:F9",
        "A10:A11", "E10:F10", "A13:F13"])


def in_form(one, *without, **other):
    return child(one, "mother.work_place", *without, **({"father__away": True} | other))


def one_a_sheet():
    why = "the official form: labels with their values beside them, one child a sheet"
    expected = [in_form(ROSTER[0]), in_form(ROSTER[2])]
    sheets = [form(ROSTER[0]), form(ROSTER[2])]
    for name, file, writer in [("form-one-child-xlsx", "登记表.xlsx", by_openpyxl),
                               ("form-one-child-xls", "登记表.xls", by_xlwt),
                               ("form-one-child-ods", "登记表.ods", by_libreoffice)]:
        case(name, why, file, writer, sheets, children=expected)
    dead = in_form(ROSTER[1], father__name=None, father__phone=None, father__work_place=None,
                   father__guardianship="dead", father__away=None)
    case("form-dead-father", "the form's own rule: of a father who is dead it has a dash, and the "
         "form says so; no dash is ever a name or a phone", "登记表.xlsx", by_xlsxwriter,
         [form(ROSTER[1], ("—", "—", "—"))], children=[dead])


def as_list():
    title = ["农村留守儿童花名册（2024年秋季）"]
    head = ["序号", "儿童姓名", "性别", None, "出生年月日", "公民身份证号码", "年级", "班", "监护类型",
            None, None, "是否住校"]
    under = [None, None, "男", "女", None, None, None, None, "隔代监护", "亲朋监护",
             "父母单方监护", None]
    grades = {"四": ("四年级", "2"), "三": ("三年级", None), "二": ("二年级", "1")}
    rows, expected = [title, head, under], []
    for at, (one, kind) in enumerate(zip(ROSTER, [0, 0, 0, 1, 0, 1]), 1):
        grade, _ = grades[one["class_name"][0]]
        number = one["class"][-1]
        ticks = ["√" if kind == place else None for place in range(3)]
        sex = ["√", None] if one["sex"] == "male" else [None, "√"]
        rows.append([at, one["name"], *sex, f"{one['born']:%Y%m%d}", one["id"], grade,
                     int(number), *ticks, "是" if at == 2 else "否"])
        expected.append({
            "name": one["name"], "sex": one["sex"], "birth_date": str(one["born"]),
            "id_number": one["id"], "class": one["class"],
            "care_type": ["grandparent", "kin_friend"][kind], "boarding": at == 2,
        })
    merges = ["A1:L1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3", "G2:G3", "H2:H3", "I2:K2",
              "L2:L3"]
    why = ("ticks stand under 男 and 女 and under the kinds of care: the heading above says what "
           "is ticked; grade and class in columns of their own")
    for name, file, writer in [("form-list-ticks-xlsx", "花名册.xlsx", by_openpyxl),
                               ("form-list-ticks-xls", "花名册.xls", by_xlwt)]:
        case(name, why, file, writer, [Sheet("花名册", rows, merges)], children=expected)


if __name__ == "__main__":
    one_a_sheet()
    as_list()
