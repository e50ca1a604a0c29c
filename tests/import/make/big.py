"""The register of 300 children of which twelve id numbers are damaged, five days of birth are
none, and two children stand in it twice."""

from datetime import date, timedelta

from people import FEMALE, MALE, id_number
from rosters import SEX
from write import Sheet, by_openpyxl, case

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"
GIVEN = ["子轩", "雨桐", "浩然", "思琪", "宇航", "梦瑶", "俊杰", "欣怡", "天佑", "诗涵", "文博", "佳慧",
         "志强", "晓燕", "明辉"]
HEAD = ["序号", "姓名", "性别", "出生日期", "身份证号", "班级", "监护人", "与学生关系", "联系电话"]
DAMAGED = (17, 40, 66, 90, 111, 139, 160, 188, 205, 230, 256, 281)
NO_DAY = {25: "2014.13.5", 77: "2015年2月30日", 130: "不详", 199: "2016-4-31", 260: "20180231"}
TWICE = {150: 12, 299: 210}


def build():
    rows, expected, refused, mended = [["顾庄小学留守儿童花名册"], HEAD], [], [], []
    people = []
    for at in range(1, 301):
        number = (at - 1) % 300
        sex = MALE if number % 2 else FEMALE
        entry = 2019 + number // 50
        born = date(entry - 6, 1, 3) + timedelta(days=(number * 7) % 240)
        name = SURNAMES[number % 20] + GIVEN[number // 20]
        grade = "一二三四五六"[2024 - entry]
        own = id_number(born, 100 + number)
        people.append((name, sex, born, own, f"{entry}-{number % 2 + 1}",
                       f"{grade}（{number % 2 + 1}）班"))
    for at, (name, sex, born, number, code, class_name) in enumerate(people, 1):
        row = at + 2
        day, written = f"{born:%Y.%-m.%-d}", number
        if at in DAMAGED:
            written = int(number[:15]) * 1000
            refused.append({"row": row, "cell": "身份证号", "says": str(born)})
        elif at in NO_DAY:
            # Without a number, which would say the day.
            day, written = NO_DAY[at], None
            refused.append({"row": row, "cell": "出生日期"})
        elif at in TWICE:
            name, sex, born, written, code, class_name = people[TWICE[at] - 1]
            day = f"{born:%Y.%-m.%-d}"
            refused.append({"row": row, "cell": None})
        else:
            expected.append({"name": name, "sex": sex, "birth_date": str(born), "class": code,
                             "id_number": number, "carer.relation": "grandmother"})
        if at in DAMAGED or at in NO_DAY:
            mended.append({"姓名": name, "出生日期": str(born), "身份证号": number})
        rows.append([at, name, SEX[sex], day, written, class_name, "王桂英", "奶奶",
                     13700000000 + at])
    rows += [["合计", "300人"], ["填表人（签名）：", None, None, "校长（签名）："]]
    return rows, expected, refused, mended


if __name__ == "__main__":
    ROWS, EXPECTED, REFUSED, MENDED = build()
    case("roster-300", __doc__.replace("\n", " "), "留守儿童花名册.xlsx", by_openpyxl,
         [Sheet("花名册", ROWS, ["A1:I1"])], children=EXPECTED, refused=REFUSED, mended=MENDED)
