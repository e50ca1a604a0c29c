"""Writes cases: the same rows by one real program or another, and what must become of them."""

import csv
import io
import json
import shutil
import subprocess
import tempfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import xlsxwriter
import xlwt
from openpyxl.comments import Comment

HERE = Path(__file__).resolve().parent.parent
TODAY = "2024-11-25"
MADE = datetime(2024, 11, 20)


class Formula:
    """A formula and the value that the program last worked out."""

    def __init__(self, text, value):
        self.text, self.value = text, value


class Shown:
    """A number or a date in a format of the cell's own."""

    def __init__(self, value, form):
        self.value, self.form = value, form


class Sheet:
    """Rows of cells; merges, hidden rows and columns and notes by place, counted from 1."""

    def __init__(self, title, rows, merges=(), hidden_rows=(), hidden_columns=(), notes=None,
                 filtered=None, hidden=False):
        self.title, self.rows, self.merges = title, rows, merges
        self.hidden_rows, self.hidden_columns = hidden_rows, hidden_columns
        self.notes, self.filtered, self.hidden = notes or {}, filtered, hidden


def by_openpyxl(path, sheets, in_1904=False):
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.properties.created = book.properties.modified = MADE
    if in_1904:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for own in sheets:
        sheet = book.create_sheet(own.title)
        for row, cells in enumerate(own.rows, 1):
            for column, value in enumerate(cells, 1):
                if value is None:
                    continue
                cell = sheet.cell(row, column)
                if isinstance(value, Shown):
                    cell.value, cell.number_format = value.value, value.form
                elif isinstance(value, Formula):
                    cell.value = value.text
                else:
                    cell.value = value
                if isinstance(value, date):
                    cell.number_format = "yyyy-mm-dd"
        for merge in own.merges:
            sheet.merge_cells(merge)
        for row in own.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        for column in own.hidden_columns:
            sheet.column_dimensions[column].hidden = True
        for place, text in own.notes.items():
            sheet[place].comment = Comment(text, "校办")
        if own.filtered:
            sheet.auto_filter.ref = own.filtered
        if own.hidden:
            sheet.sheet_state = "hidden"
    book.save(path)


def by_xlsxwriter(path, sheets, in_1904=False):
    book = xlsxwriter.Workbook(str(path), {"date_1904": in_1904})
    book.set_properties({"created": MADE})
    day = book.add_format({"num_format": "yyyy/m/d"})
    for own in sheets:
        sheet = book.add_worksheet(own.title)
        for row, cells in enumerate(own.rows):
            for column, value in enumerate(cells):
                if isinstance(value, Formula):
                    sheet.write_formula(row, column, value.text, None, value.value)
                elif isinstance(value, Shown):
                    form = book.add_format({"num_format": value.form})
                    write = sheet.write_datetime if isinstance(value.value, date) else sheet.write
                    write(row, column, value.value, form)
                elif isinstance(value, date):
                    sheet.write_datetime(row, column, value, day)
                elif isinstance(value, str):
                    sheet.write_string(row, column, value)
                elif value is not None:
                    sheet.write(row, column, value)
        for merge in own.merges:
            first = openpyxl.utils.cell.range_boundaries(merge)
            value = own.rows[first[1] - 1][first[0] - 1]
            sheet.merge_range(merge, value)
        for row in own.hidden_rows:
            sheet.set_row(row - 1, None, None, {"hidden": True})
        for column in own.hidden_columns:
            sheet.set_column(f"{column}:{column}", None, None, {"hidden": True})
        for place, text in own.notes.items():
            sheet.write_comment(place, text)
        if own.filtered:
            sheet.autofilter(own.filtered)
        if own.hidden:
            sheet.hide()
    book.close()


def by_xlwt(path, sheets, in_1904=False):
    book = xlwt.Workbook(encoding="utf-8")
    book.dates_1904 = in_1904
    for own in sheets:
        sheet = book.add_sheet(own.title)
        merged = {openpyxl.utils.cell.range_boundaries(merge) for merge in own.merges}
        heads = {(top, left): (bottom, right) for left, top, right, bottom in merged}
        for row, cells in enumerate(own.rows):
            for column, value in enumerate(cells):
                style = xlwt.Style.default_style
                if isinstance(value, Shown):
                    style = xlwt.easyxf(num_format_str=value.form)
                    value = value.value
                elif isinstance(value, date):
                    style = xlwt.easyxf(num_format_str="yyyy/m/d")
                if (row + 1, column + 1) in heads:
                    bottom, right = heads[row + 1, column + 1]
                    sheet.write_merge(row, bottom - 1, column, right - 1, value, style)
                elif value is not None:
                    sheet.write(row, column, value, style)
    book.save(str(path))


def by_libreoffice(path, sheets, in_1904=False):
    """As LibreOffice saves what openpyxl wrote: by the ending of the path."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.xlsx"
        by_openpyxl(source, sheets, in_1904)
        into = Path(folder) / "out"
        form = {"xls": "xls:MS Excel 97", "ods": "ods", "xlsx": "xlsx:Calc MS Excel 2007 XML",
                # Commas, quotes, the code page 936 of Windows, from the first line on.
                "csv": "csv:Text - txt - csv (StarCalc):44,34,61,1"}[path.suffix[1:]]
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile",
             "--convert-to", form, "--outdir", str(into), str(source)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        shutil.copy(into / f"source{path.suffix}", path)


def as_text(rows, delimiter=","):
    def said(value):
        return f"{value:%Y-%m-%d}" if isinstance(value, date) else "" if value is None else value

    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(
        [said(value) for value in row] for row in rows
    )
    return text.getvalue()


def in_encoding(encoding, delimiter=",", mark=b""):
    """A writer of plain text in an encoding of Python's, behind a mark."""

    def write(path, sheets, in_1904=False):
        assert not in_1904 and len(sheets) == 1
        path.write_bytes(mark + as_text(sheets[0].rows, delimiter).encode(encoding))

    return write


def case(name, why, file=None, writer=None, sheets=(), in_1904=False, **expected):
    """One case: its file, unless it is written otherwise, and its expectation."""
    folder = HERE / "cases" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if writer:
        writer(folder / file, sheets, in_1904)
    expected = {"why": why, "home": "empty", "today": TODAY, "register": None} | expected
    lines = [f" {said(key)}: {listed(value)}" for key, value in expected.items()]
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    (folder / "expected.json").write_text(text, encoding="utf-8")
    return folder


def said(value):
    return json.dumps(value, ensure_ascii=False, default=str)


def listed(value):
    """A list with an entry a line, so that a change of one is seen."""
    if not isinstance(value, list) or not value:
        return said(value)
    return "[\n" + ",\n".join(f"  {said(one)}" for one in value) + "\n ]"
