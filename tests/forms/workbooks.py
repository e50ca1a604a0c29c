"""Workbooks as openpyxl writes them, with names in braces."""

import io

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

BOX = Border(*[Side(style="thin")] * 4)
FILL = PatternFill("solid", fgColor="FFFF99")


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def one_child():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "登记表"
    sheet.merge_cells("A1:D1")
    sheet["A1"] = "{{学校.名称}}　登记表"
    sheet["A1"].font, sheet["A1"].alignment = Font(name="黑体", size=16), Alignment("center")
    for at, (label, name) in enumerate(
        [("姓名", "{{儿童.姓名}}"), ("身份证号", "{{儿童.身份证号}}"), ("住址", "{{家庭住址}}")], 2
    ):
        sheet.cell(at, 1, label).fill = FILL
        cell = sheet.cell(at, 2, name)
        cell.border, cell.number_format = BOX, "@"
    sheet["C2"], sheet["D2"] = "谈心次数", "{{谈心.次数}}"
    sheet["A5"] = "=1+1"
    sheet.sheet_view.tabSelected = True
    return saved(book)


def roster():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "花 名册"
    sheet.merge_cells("A1:E1")
    sheet["A1"] = "{{学校.名称}} {{人数}} 人"
    for at, text in enumerate(["序号", "姓名", "性别", "电话", "住校"], 1):
        sheet.cell(2, at, text).font = Font(bold=True)
    for at, text in enumerate(
        ["{{序号}}", "{{儿童.姓名}}", "{{儿童.性别}}", "{{父亲.电话}}", None, None], 1
    ):
        cell = sheet.cell(3, at, text)
        cell.border, cell.font = BOX, Font(name="宋体", size=9, color="000080")
    sheet.merge_cells("E3:F3")
    sheet.row_dimensions[3].height = 21
    sheet.merge_cells("A4:F5")
    sheet["A4"] = "填表人："
    sheet["A4"].fill = FILL
    sheet["A6"] = "完"
    rule = CellIsRule(operator="equal", formula=['"男"'], fill=FILL)
    sheet.conditional_formatting.add("C3:C3", rule)
    choices = DataValidation(type="list", formula1='"是,否"')
    choices.add("E3:E4")
    sheet.add_data_validation(choices)
    sheet.print_area = "A1:F6"
    sheet.print_title_rows = "1:2"
    other = book.create_sheet("说明")
    other["A1"] = "不动"
    return saved(book)


def rich():
    book = openpyxl.Workbook()
    sheet = book.active
    bold, small = InlineFont(b=True), InlineFont(sz=8, color="FF0000")
    sheet["B2"] = CellRichText(
        "姓名：", TextBlock(bold, "{{儿"), TextBlock(small, "童.姓名"), "}}", TextBlock(bold, "（{{班级}}）")
    )
    sheet["B2"].fill = FILL
    return saved(book)


def talks():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "{{儿童.姓名}}"
    for at, text in enumerate(["{{序号}}", "{{谈心.日期}}", "{{谈心.内容}}"], 1):
        sheet.cell(2, at, text).border = BOX
    sheet["A3"] = "合计"
    return saved(book)
