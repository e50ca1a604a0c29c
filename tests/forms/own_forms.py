"""Makes own forms as several programs write them, lets the program fill them in, and reads them
back with python-docx and openpyxl: the values are there, no brace is left, the look is as it was.

python3 own_forms.py CARE CALENDAR FOLDER

Ends with 77 where python-docx or openpyxl is not there. Forms of LibreOffice are left out, and
named, where there is no LibreOffice.
"""

import pathlib
import shutil
import subprocess
import sys
import zipfile

try:
    import docx
    import openpyxl
    from lxml import etree
except ImportError as error:
    print(error)
    sys.exit(77)

import documents
import home
import workbooks
from docx.oxml.ns import qn

PHONE, MASKED = "13800138000", "138****8000"
OPEN = ["--reveal", "personal,sensitive", "--reason", "试填"]
NASTY = home.CHILDREN["C00001"][4]
DAYS = [day for day, _ in home.LISTED]
TEXTS = [text for _, text in home.LISTED]

# Name, who makes it, for whom it is filled, whether whole, and what stands in it in this order.
DOCUMENTS = [
    ("plain", documents.plain, True, ["姓名：李小明，班级：四（2）班，住址：" + NASTY]),
    ("split-in-two", documents.split_in_two, False, ["姓名：李小明。", MASKED]),
    ("split-in-letters", documents.split_in_letters, True, [f"甲李小明乙{PHONE}丙"]),
    ("like-word", documents.like_word, True, ["姓名：李小明\t电话：" + PHONE]),
    ("like-wps", documents.like_wps, False, [f"李小明（{home.TODAY}）"]),
    ("merged-table", documents.merged_table, True, ["测试小学登记表", "父李", PHONE, "√男　□女"]),
    ("talk-table", documents.talk_table, True,
     ["李小明 本学期谈心 3 次", "1", DAYS[0], TEXTS[0], "刘敏", "2", DAYS[1], TEXTS[1], "刘敏", "3",
      DAYS[2], TEXTS[2], "刘敏", "合计"]),
    ("block", documents.block, True,
     ["谈心记录", "时间：" + DAYS[0], "内容：" + TEXTS[0], "时间：" + DAYS[1], "内容：" + TEXTS[1],
      "时间：" + DAYS[2], "内容：" + TEXTS[2], "完"]),
    ("paragraph-each", documents.paragraph_each, True,
     [*[f"{day}　{text}" for day, text in home.LISTED], "家访 （0 次）"]),
    ("nested-table", documents.nested_table, True,
     ["李小明", DAYS[0], TEXTS[0], DAYS[1], TEXTS[1], DAYS[2], TEXTS[2]]),
    ("text-box", documents.text_box, False, ["框外 四（2）班", "李小明", "李小明"]),
    ("header-and-footer", documents.header_and_footer, False,
     ["测试小学　2024-2025", "李小明", "打印于 2024年12月2日　第 "]),
    ("control-and-link", documents.control_and_link, False, ["李小明四（2）班"]),
]


def run(care, folder, words):
    line = [str(care), "-C", str(folder), "--today", home.TODAY, "-y", *words]
    ran = subprocess.run(line, capture_output=True, text=True)
    return ran.returncode, ran.stdout + ran.stderr


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words_of(path):
    """Every part that is printed, in the order header, body, footer."""
    all_parts = parts(path)
    names = [name for name in all_parts if name.startswith("word/header")]
    names += ["word/document.xml"]
    names += [name for name in all_parts if name.startswith("word/footer")]
    return [etree.fromstring(all_parts[name]) for name in names]


def paragraphs(path):
    """The text of each paragraph, what stands in its boxes apart."""
    texts = []
    for root in words_of(path):
        for own in root.iter(qn("w:p")):
            text = ""
            for inner in own.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
                if next(inner.iterancestors(qn("w:p"))) is own:
                    text += {"t": inner.text or "", "tab": "\t", "br": "\n"}[
                        etree.QName(inner).localname
                    ]
            texts.append(text)
    return texts


def looks(path):
    """The look of every run, in order."""
    runs = [own for root in words_of(path) for own in root.iter(qn("w:r"))]
    look = lambda run: etree.tostring(run.find(qn("w:rPr"))) if run.find(qn("w:rPr")) is not None else b""
    return [look(own) for own in runs]


def in_order(texts, wanted):
    rest = iter(texts)
    return all(any(want in text if len(want) > 1 else want == text for text in rest) for want in wanted)


def check(name, holds, told=""):
    if not holds:
        FAILED.append(f"{name}: {told}")


def check_untouched(name, before, after, changed):
    old, new = parts(before), parts(after)
    for part in old:
        if not any(part.startswith(own) for own in changed):
            check(name, old[part] == new.get(part), f"{part} is not as it was")
    for part, data in new.items():
        text = etree.tostring(etree.fromstring(data), method="text", encoding="unicode") \
            if part.endswith((".xml", ".rels")) else ""
        check(name, not any(own in text for own in ("{{", "}}", "｛｛")), f"a brace is left in {part}")


def check_document(name, before, after, wanted):
    docx.Document(after)
    texts = paragraphs(after)
    check(name, in_order(texts, wanted), f"{wanted} not in {texts}")
    check_untouched(name, before, after, ["word/document", "word/header", "word/footer"])
    old, new = looks(before), looks(after)
    if len(old) == len(new):
        check(name, old == new, "the look of a run changed")
    else:
        check(name, set(new) <= set(old), "a run has a look of its own")


def fill(care, folder, out, name, data, end, more):
    form = folder / "forms" / f"{name}.{end}"
    form.write_bytes(data)
    after = out / f"{name}.{end}"
    code, said = run(care, folder, ["print", "form", name, *more, "-o", str(after)])
    check(name, code == 0, said)
    return form, (after if code == 0 else None)


def all_documents(care, folder, out):
    for name, make, whole, wanted in DOCUMENTS:
        more = ["C00001", *(OPEN if whole else [])]
        before, after = fill(care, folder, out, name, make(), "docx", more)
        if after:
            check_document(name, before, after, wanted)
    name = "roster-document"
    before, after = fill(care, folder, out, name, documents.roster(), "docx", OPEN)
    if after:
        wanted = ["测试小学，共 3 人，校长 顾正华", "1", "阿依古丽·买买提", "13800138002", "0", "2",
                  "李小明", PHONE, "3", "3", "欧阳晨", "13800138001", "1"]
        check_document(name, before, after, wanted)
    name = "three-pages"
    before, after = fill(care, folder, out, name, documents.talk_table(), "docx", OPEN)
    if after:
        check_document(name, before, after, ["阿依古丽·买买提 本学期", "李小明 本学期", "欧阳晨 本学期"])
        breaks = [own for root in words_of(after) for own in root.iter(qn("w:pageBreakBefore"))]
        check(name, len(breaks) == 2, f"{len(breaks)} pages begin")


def same_style(one, other):
    return all(
        repr(getattr(one, part)) == repr(getattr(other, part))
        for part in ("font", "fill", "border", "number_format", "protection")
    ) and one.alignment.horizontal == other.alignment.horizontal


def check_sheet(name, old, new, rows):
    """Every cell of the new sheet looks as the one of the old row that it was."""
    for row, was in rows.items():
        check(name, new.row_dimensions[row].height == old.row_dimensions[was].height, f"height {row}")
        for at in range(1, old.max_column + 1):
            alike = same_style(old.cell(was, at), new.cell(row, at))
            check(name, alike, f"the look of {new.cell(row, at).coordinate} changed")


def values(sheet):
    return [[own.value for own in row] for row in sheet.iter_rows()]


def all_workbooks(care, folder, out):
    changed = ["xl/worksheets/sheet", "xl/sharedStrings", "xl/workbook.xml", "xl/styles"]
    name = "one-child"
    before, after = fill(care, folder, out, name, workbooks.one_child(), "xlsx", ["C00001", *OPEN])
    if after:
        old, new = openpyxl.load_workbook(before), openpyxl.load_workbook(after)
        sheet = new["登记表"]
        got = [sheet[own].value for own in ("A1", "B2", "B3", "B4", "D2", "A5")]
        want = ["测试小学　登记表", "李小明", "990101201503120015", NASTY, 3, "=1+1"]
        check(name, got == want, str(got))
        check_sheet(name, old["登记表"], sheet, {row: row for row in range(1, 6)})
        check_untouched(name, before, after, changed)
        check(name, sheet.merged_cells.ranges == old["登记表"].merged_cells.ranges)
    name = "roster-workbook"
    before, after = fill(care, folder, out, name, workbooks.roster(), "xlsx", OPEN)
    if after:
        old, new = openpyxl.load_workbook(before), openpyxl.load_workbook(after)
        sheet = new["花 名册"]
        got = values(sheet)
        want = [[1, "阿依古丽·买买提", "女", "13800138002"], [2, "李小明", "男", PHONE],
                [3, "欧阳晨", "女", "13800138001"]]
        check(name, [row[:4] for row in got[2:5]] == want, str(got))
        check(name, (got[0][0], sheet["A6"].value, sheet["A8"].value) == ("测试小学 3 人", "填表人：", "完"), str(got))
        check_sheet(name, old["花 名册"], sheet, {1: 1, 2: 2, 3: 3, 4: 3, 5: 3, 6: 4, 7: 5, 8: 6})
        joined = sorted(str(own) for own in sheet.merged_cells.ranges)
        check(name, joined == ["A1:E1", "A6:F7", "E3:F3", "E4:F4", "E5:F5"], str(joined))
        check(name, sheet.print_area == "'花 名册'!$A$1:$F$8", sheet.print_area)
        check(name, sheet.print_title_rows == "$1:$2", str(sheet.print_title_rows))
        rules = [str(own.sqref) for own in sheet.conditional_formatting]
        check(name, rules == ["C3:C5"], str(rules))
        choices = [str(own.sqref) for own in sheet.data_validations.dataValidation]
        check(name, choices == ["E3:E6"], str(choices))
        check(name, sheet.dimensions == "A1:F8", sheet.dimensions)
        check(name, values(new["说明"]) == [["不动"]])
        check_untouched(name, before, after, changed)
    name = "rich-text"
    before, after = fill(care, folder, out, name, workbooks.rich(), "xlsx", ["C00001"])
    if after:
        old = openpyxl.load_workbook(before, rich_text=True).active["B2"]
        new = openpyxl.load_workbook(after, rich_text=True).active["B2"]
        check(name, str(new.value) == "姓名：李小明（四（2）班）", str(new.value))
        fonts = lambda cell: [own.font for own in cell.value if not isinstance(own, str) and own.text]
        check(name, set(map(str, fonts(new))) <= set(map(str, fonts(old))), "a font is new")
        check(name, same_style(old, new), "the look changed")
    name = "talk-rows"
    before, after = fill(care, folder, out, name, workbooks.talks(), "xlsx", ["C00001", *OPEN])
    if after:
        sheet = openpyxl.load_workbook(after).active
        want = [[at, *own] for at, own in enumerate(home.LISTED, 1)]
        check(name, values(sheet)[1:4] == want and sheet["A5"].value == "合计", str(values(sheet)))
        check(name, sheet["C4"].alignment.wrap_text and not sheet["C3"].alignment.wrap_text, "wrapped")
        check(name, sheet["C3"].data_type == "s", "a value became a formula")
    name = "three-sheets"
    before, after = fill(care, folder, out, name, workbooks.one_child(), "xlsx", [])
    if after:
        book = openpyxl.load_workbook(after)
        check(name, book.sheetnames == ["01-四（2）班", "02-四（2）班", "03-四（2）班"], str(book.sheetnames))
        got = [sheet["B2"].value for sheet in book]
        check(name, got == ["阿依古丽·买买提", "李小明", "欧阳晨"], str(got))
        check(name, sum(sheet.sheet_view.tabSelected or 0 for sheet in book) == 1, str([s.sheet_view.tabSelected for s in book]))


def all_of_libreoffice(care, folder, out):
    office = shutil.which("soffice")
    if not office:
        print("left out, for there is no LibreOffice: libre-text, libre-sheet")
        return 0
    made = out / "libre"
    made.mkdir()
    for name, text, flat, end in (
        ("libre-text", documents.LIBRE_TEXT, "fodt", "docx"),
        ("libre-sheet", documents.LIBRE_SHEET, "fods", "xlsx"),
    ):
        (made / f"{name}.{flat}").write_text(text, encoding="utf-8")
        line = [office, f"-env:UserInstallation=file://{made}/profile", "--headless", "--convert-to", end,
                "--outdir", str(made), str(made / f"{name}.{flat}")]
        subprocess.run(line, capture_output=True, timeout=120)
        data = (made / f"{name}.{end}").read_bytes()
        more = [*(["C00001"] if end == "docx" else []), *OPEN]
        before, after = fill(care, folder, out, name, data, end, more)
        if after and end == "docx":
            wanted = ["姓名：李小明", DAYS[0], TEXTS[0], DAYS[1], TEXTS[1], DAYS[2], TEXTS[2], "完"]
            check_document(name, before, after, wanted)
        elif after:
            sheet = openpyxl.load_workbook(after).active
            got = [row[:3] for row in values(sheet)]
            want = [["测试小学", None, None], [1, "阿依古丽·买买提", "13800138002"], [2, "李小明", PHONE],
                    [3, "欧阳晨", "13800138001"], ["完", None, None]]
            check(name, got == want, str(got))
            check_sheet(name, openpyxl.load_workbook(before).active, sheet, {1: 1, 2: 2, 3: 2, 4: 2, 5: 3})
    return 2


FAILED = []


def main():
    care, calendar, out = map(pathlib.Path, sys.argv[1:])
    folder = out / "home"
    home.write(folder, calendar.read_text(encoding="utf-8"))
    all_documents(care, folder, out)
    all_workbooks(care, folder, out)
    libre = all_of_libreoffice(care, folder, out)
    print(f"{len(DOCUMENTS) + 2 + 5 + libre} forms filled in")
    print("\n".join(FAILED))
    sys.exit(1 if FAILED else 0)


if __name__ == "__main__":
    main()
