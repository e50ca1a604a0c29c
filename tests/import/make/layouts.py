"""Tables as they are laid out for paper, and as the ministry's registry gives them out."""

from people import MALE, ROSTER
from rosters import SEX
from write import Sheet, by_libreoffice, by_openpyxl, by_xlsxwriter, by_xlwt, case, in_encoding

HEAD = ["序号", "姓　名", "性 别", "出生\n日期", "身份证号码", "班　级", "监护人\n姓名", "联系电话"]


def row(at, one):
    return [at, one["name"], SEX[one["sex"]], str(one["born"]), one["id"], one["class_name"],
            one["carer"][0], one["carer"][3]]


def expected():
    return [{"name": one["name"], "sex": one["sex"], "birth_date": str(one["born"]),
             "id_number": one["id"], "class": one["class"], "carer.name": one["carer"][0],
             "carer.phone": [one["carer"][3]]} for one in ROSTER]


def for_paper():
    rows = [row(at, one) for at, one in enumerate(ROSTER, 1)]
    numbered = [[at] + [None] * 7 for at in range(7, 13)]
    case("headings-spaced", "headings are spread with blanks and broken over lines; lines that are "
         "numbered ahead hold nobody; the foot counts", "花名册.xlsx", by_xlsxwriter,
         [Sheet("Sheet1", [["留守儿童花名册"], HEAD, *rows, *numbered, ["以上共6人"]])],
         children=expected())
    offset = [[None] * 10, [None, None, "留守儿童花名册"], [None] * 10,
              [None, None, *HEAD]] + [[None, None, *own] for own in rows]
    case("table-not-at-the-corner", "the table begins in the third column of the fourth row",
         "花名册.xls", by_xlwt, [Sheet("Sheet1", offset, ["C2:J2"])], children=expected())
    pages = [["留守儿童花名册"], HEAD, *rows[:3], ["本页小计", None, None, 3],
             ["留守儿童花名册（续）"], HEAD, *rows[3:], ["合计", None, None, 6]]
    case("headings-on-each-page", "title and headings stand again where a printed page begins",
         "花名册.ods", by_libreoffice, [Sheet("Sheet1", pages)], children=expected())
    case("headings-on-each-page-gbk", "the same as text", "花名册.csv", in_encoding("gbk"),
         [Sheet("Sheet1", pages)], children=expected())


def of_the_registry():
    head = ["学校名称", "学生姓名", "性别", "出生日期", "身份证件类型", "身份证件号", "民族", "全国学籍号",
            "年级", "班级", "就读方式", "是否留守儿童", "现住址"]
    ethnic = [("汉族", "汉族"), ("毛难族", "毛南族"), ("崩龙族", "德昂族"), ("维吾尔族", "维吾尔族"),
              ("汉", ["汉", "汉族"]), ("回族", "回族")]
    grades = {"四": "四年级", "三": "三年级", "二": "二年级"}
    rows, wanted = [head], []
    for at, (one, (written, kept)) in enumerate(zip(ROSTER, ethnic)):
        rows.append([
            "顾庄小学", one["name"], "1" if one["sex"] == MALE else "2", f"{one['born']:%Y%m%d}",
            "居民身份证", one["id"], written, one["student_no"],
            grades[one["class_name"][0]], f"{one['class'][-1]}班", "住校" if at == 1 else "走读",
            "双亲留守儿童", one["address"]])
        wanted.append({
            "name": one["name"], "sex": one["sex"], "birth_date": str(one["born"]),
            "id_number": one["id"], "student_no": one["student_no"], "class": one["class"],
            "ethnic_group": kept, "boarding": at == 1, "address": one["address"]})
    why = ("as the student registry gives it out: sex by its code, days of eight digits, former "
           "names of two peoples, grade and class apart, columns that the home does not keep")
    for name, file, writer in [("registry-export-xls", "学籍.xls", by_xlwt),
                               ("registry-export-xlsx", "学籍.xlsx", by_openpyxl)]:
        case(name, why, file, writer, [Sheet("Sheet1", rows)], children=wanted)


if __name__ == "__main__":
    for_paper()
    of_the_registry()
