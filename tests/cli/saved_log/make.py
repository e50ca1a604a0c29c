"""Makes the files of this folder out of the talk log of tests/mistakes/base, with LibreOffice.

    python make.py      (openpyxl, soffice)

gbk.csv     opened as a sheet and saved in the letters of Chinese Windows, days as 2024/10/9
utf8.csv    the same with Chinese headings and times as 2024/10/9 16:30, saved as UTF-8; the mark and
            the line ends of Excel, which LibreOffice does not write, are put in here
lost.csv    a class (3-2) and a number (007) among its words, opened as LibreOffice proposes
"""

import csv
import datetime
import subprocess
import tempfile
from pathlib import Path

import openpyxl

HERE = Path(__file__).parent
LOG = HERE.parent.parent / "mistakes/base/log/talk/2024-10.csv"
HEADINGS = "编号,日期,儿童,教师,结果,方式,主题,谈话内容,跟进日期,备注,录入时间,状态,更正的是".split(",")
GB18030, UTF8 = 85, 76


def save(source: Path, to: str, letters: int, read: str = "") -> Path:
    """What LibreOffice makes of a file."""
    form = f"csv:Text - txt - csv (StarCalc):44,34,{letters},1,,0,false,true,false"
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", "--headless", "--convert-to", form, "--outdir", folder, str(source)]
        subprocess.run(command + ([f"--infilter={read}"] if read else []), check=True)
        made = (Path(folder) / source.with_suffix(".csv").name).read_bytes()
    (HERE / to).write_bytes(made)
    return HERE / to


def book(rows: list[list[str]], path: Path, times: bool) -> Path:
    """The rows as Excel takes them from a file that is clicked on."""
    made = openpyxl.Workbook()
    for number, row in enumerate(rows, 1):
        for place, text in enumerate(row, 1):
            cell = made.active.cell(number, place)
            cell.value = text or None
            if len(text) == 10 and text[4:5] == "-":
                cell.value = datetime.date.fromisoformat(text)
                cell.number_format = "[$-804]yyyy/m/d"
            elif times and text[10:11] == "T":
                cell.value = datetime.datetime.fromisoformat(text[:19])
                cell.number_format = "[$-804]yyyy/m/d h:mm"
    made.save(path)
    return path


def main() -> None:
    rows = list(csv.reader(LOG.open(encoding="utf-8")))
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        save(book(rows, here / "gbk.xlsx", False), "gbk.csv", GB18030)
        own = save(book([HEADINGS] + rows[1:], here / "utf8.xlsx", True), "utf8.csv", UTF8)
        own.write_bytes(b"\xef\xbb\xbf" + own.read_bytes().replace(b"\n", b"\r\n"))
        rows[1][7], rows[2][7] = "3-2", "007"
        with (here / "lost.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
        save(here / "lost.csv", "lost.csv", GB18030, "CSV:44,34,76,1,,2052,false,true")


main()
