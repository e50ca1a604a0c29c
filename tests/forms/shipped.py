"""Writes the two forms that come with the program: python3 tests/forms/shipped.py

They are committed; the program and its tests need neither this script nor its libraries
(python-docx, openpyxl). Every name in braces is told by `care help forms`.
"""

import datetime
import io
import pathlib
import re
import zipfile

import docx
import openpyxl
from lxml import etree
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.page import PageMargins

TO = pathlib.Path(__file__).parents[2] / "data-template" / "forms"
DAY = datetime.datetime(2024, 9, 1)
SONG, HEI = "宋体", "黑体"

REGISTRATION = [
    [("姓名", 1), ("{{儿童.姓名}}", 2), ("性别", 1), ("{{儿童.性别.勾选}}", 2)],
    [("民族", 1), ("{{儿童.民族}}", 2), ("出生日期", 1), ("{{儿童.出生日期}}", 2)],
    [("身份证号", 1), ("{{儿童.身份证号}}", 2), ("学籍号", 1), ("{{儿童.学籍号}}", 2)],
    [("班级", 1), ("{{儿童.班级}}", 2), ("就读方式", 1), ("{{儿童.住校.勾选}}", 2)],
    [("留守情况", 1), ("{{儿童.学籍口径}}", 2), ("户口性质", 1), ("□农业　□非农业", 2)],
    [("户籍所在地", 1), ("", 5)],
    [("家庭住址", 1), ("{{儿童.家庭住址}}", 5)],
    [("身体情况", 1), ("□健康　□残疾　□患病", 5)],
    [("经济来源", 1), ("□打工收入　□种养殖业　□政府救助　□亲朋接济　□其他", 5)],
    [("监护类型", 1), ("{{儿童.监护类型.勾选}}", 5)],
    [("父亲", 1), ("{{父亲.姓名}}", 1), ("电话", 1), ("{{父亲.电话}}", 1), ("外出", 1),
     ("{{父亲.外出.勾选}}", 1)],
    [("务工地", 1), ("{{父亲.务工地}}", 3), ("外出时间", 1), ("{{父亲.外出时间}}", 1)],
    [("监护能力", 1), ("{{父亲.监护能力.勾选}}", 5)],
    [("母亲", 1), ("{{母亲.姓名}}", 1), ("电话", 1), ("{{母亲.电话}}", 1), ("外出", 1),
     ("{{母亲.外出.勾选}}", 1)],
    [("务工地", 1), ("{{母亲.务工地}}", 3), ("外出时间", 1), ("{{母亲.外出时间}}", 1)],
    [("监护能力", 1), ("{{母亲.监护能力.勾选}}", 5)],
    [("现监护人", 1), ("{{监护人.姓名}}", 1), ("关系", 1), ("{{监护人.关系}}", 1), ("电话", 1),
     ("{{监护人.电话}}", 1)],
    [("出生年", 1), ("{{监护人.出生年}}", 1), ("健康状况", 1), ("{{监护人.健康.勾选}}", 3)],
    [("文化程度", 1), ("{{监护人.文化程度.勾选}}", 5)],
    [("监护评估", 1), ("{{监护人.评估.勾选}}", 2), ("委托告知", 1), ("{{监护人.告知日期}}", 2)],
    [("结对人", 1), ("{{结对人.姓名}}", 2), ("电话", 1), ("{{结对人.电话}}", 2)],
    [("班主任", 1), ("{{班主任.姓名}}", 2), ("电话", 1), ("{{班主任.电话}}", 2)],
    [("紧急联系人", 1), ("{{紧急联系人.姓名}}", 2), ("电话", 1), ("{{紧急联系人.电话}}", 2)],
]
WIDTHS = [2.4, 3.2, 2.2, 3.0, 2.2, 3.6]


def font(run, name, size, bold=False):
    run.font.name = name
    run.font.size = Pt(size)
    run.font.bold = bold
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def paragraph(own, text, name=SONG, size=10.5, bold=False, centred=False):
    font(own.add_run(text), name, size, bold)
    own.paragraph_format.space_after = own.paragraph_format.space_before = Pt(0)
    if centred:
        own.alignment = WD_ALIGN_PARAGRAPH.CENTER


def registration():
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(1.5)
    paragraph(document.add_paragraph(), "农村留守儿童基本情况登记表", HEI, 18, True, True)
    paragraph(document.add_paragraph(), "填报单位：{{学校.名称}}（盖章）　　　　填报日期：{{今天}}")
    table = document.add_table(rows=0, cols=6)
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for line in REGISTRATION:
        row = table.add_row()
        row.height = Cm(0.92)
        at = 0
        for text, wide in line:
            cell = row.cells[at]
            if wide > 1:
                cell = cell.merge(row.cells[at + wide - 1])
            is_label = not text.startswith(("{{", "□")) and text != ""
            cell.vertical_alignment = 1
            paragraph(cell.paragraphs[0], text, HEI if is_label else SONG, 10.5, False, is_label)
            at += wide
        for cell, width in zip(row.cells, WIDTHS):
            if cell._tc.grid_span == 1:
                cell.width = Cm(width)
    for column, width in zip(table.columns, WIDTHS):
        column.width = Cm(width)
    paragraph(
        document.add_paragraph(),
        "单位负责人（签名）：　　　　　　复核人（签名）：　　　　　　填表人（签名）：",
    )
    document.core_properties.created = document.core_properties.modified = DAY
    document.core_properties.author = ""
    document.core_properties.title = "农村留守儿童基本情况登记表"
    document.core_properties.comments = ""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


ROSTER = [
    ("序号", "{{序号}}", 5), ("姓名", "{{儿童.姓名}}", 9), ("性别", "{{儿童.性别}}", 5),
    ("班级", "{{儿童.班级}}", 10), ("出生日期", "{{儿童.出生日期}}", 12),
    ("身份证号", "{{儿童.身份证号}}", 21), ("监护类型", "{{儿童.监护类型}}", 14),
    ("父亲", "{{父亲.姓名}}", 8), ("电话", "{{父亲.电话}}", 14),
    ("母亲", "{{母亲.姓名}}", 8), ("电话", "{{母亲.电话}}", 14),
    ("监护人", "{{监护人.姓名}}", 8), ("关系", "{{监护人.关系}}", 8),
    ("电话", "{{监护人.电话}}", 14), ("结对人", "{{结对人.姓名}}", 9),
    ("本学期谈心", "{{本学期.谈心次数}}", 9), ("备注", None, 10),
]


def roster():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "花名册"
    last = openpyxl.utils.get_column_letter(len(ROSTER))
    line = Side(style="thin")
    box = Border(left=line, right=line, top=line, bottom=line)
    middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.merge_cells(f"A1:{last}1")
    sheet["A1"] = "{{学校.名称}}农村留守儿童花名册"
    sheet["A1"].font, sheet["A1"].alignment = Font(name=HEI, size=16, bold=True), middle
    sheet.row_dimensions[1].height = 30
    sheet.merge_cells(f"A2:{last}2")
    sheet["A2"] = "{{学期}}　　{{本班}}　　共 {{人数}} 人　　{{今天}}"
    sheet["A2"].font, sheet["A2"].alignment = Font(name=SONG, size=11), middle
    for at, (heading, name, width) in enumerate(ROSTER, 1):
        head, cell = sheet.cell(3, at, heading), sheet.cell(4, at, name)
        head.font, cell.font = Font(name=HEI, size=10.5), Font(name=SONG, size=10.5)
        head.border = cell.border = box
        head.alignment = cell.alignment = middle
        cell.number_format = "@" if at > 1 and "次数" not in (name or "") else "General"
        sheet.column_dimensions[openpyxl.utils.get_column_letter(at)].width = width
    sheet.row_dimensions[3].height = 24
    sheet.row_dimensions[4].height = 22
    sheet.merge_cells(f"A5:{last}5")
    sheet["A5"] = "填表人：　　　　　　　　审核人：　　　　　　　　校长：{{校长.姓名}}"
    sheet["A5"].font = Font(name=SONG, size=11)
    sheet["A5"].alignment = Alignment(vertical="center")
    sheet.row_dimensions[5].height = 26
    sheet.print_title_rows = "1:3"
    sheet.print_area = f"A1:{last}5"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(
        fitToPage=True
    )
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    book.properties.created = book.properties.modified = DAY
    book.properties.creator = ""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def few_styles(data):
    """The styles that the form uses, of the many that python-docx brings along."""
    styles = etree.fromstring(data)
    for own in styles.findall(qn("w:style")):
        if own.get(qn("w:styleId")) not in ("Normal", "TableNormal", "TableGrid"):
            styles.remove(own)
    for own in styles.findall(qn("w:latentStyles")):
        styles.remove(own)
    return etree.tostring(styles, xml_declaration=True, encoding="UTF-8", standalone=True)


def packed(data):
    """The same parts with no thumbnail and no time, so that the bytes are the same every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            body = old.read(info)
            if info.filename.startswith(("docProps/thumbnail", "customXml")):
                continue
            if info.filename == "docProps/core.xml":
                now = b"2024-09-01T00:00:00Z"
                body = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", now, body)
            if info.filename == "_rels/.rels":
                body = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", body)
            if info.filename == "word/stylesWithEffects.xml":
                continue
            if info.filename in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
                gone = rb"<(Relationship|Override) [^>]*(customXml|stylesWithEffects)[^>]*/>"
                body = re.sub(gone, b"", body)
            if info.filename == "word/styles.xml":
                body = few_styles(body)
            name = zipfile.ZipInfo(info.filename, (1980, 1, 1, 0, 0, 0))
            name.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(name, body, compresslevel=9)
    return out.getvalue()


if __name__ == "__main__":
    TO.mkdir(exist_ok=True)
    (TO / "留守儿童登记表.docx").write_bytes(packed(registration()))
    (TO / "花名册.xlsx").write_bytes(packed(roster()))
