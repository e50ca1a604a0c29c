"""Files that are no register, or would swell the program that reads them.

`expected.json` says of each what must become of it: `refused` (a clear word, nothing written),
`unchanged` (the same, or its rows refused one by one), or `either` (it may be read, for there are
good rows in it, or refused by the name of a limit)."""

import io
import json
import shutil
import struct
import tempfile
import zipfile
from pathlib import Path

from msoffcrypto.format.ooxml import OOXMLFile
from rosters import PLAIN
from write import HERE, Sheet, by_libreoffice, by_openpyxl, by_xlsxwriter, by_xlwt

FOLDER = HERE / "hostile"
EXPECTED = {}
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def put(name, what, data):
    (FOLDER / name).write_bytes(data)
    EXPECTED[name] = what


def bytes_of(writer, ending, sheets=PLAIN):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"own.{ending}"
        writer(path, sheets)
        return path.read_bytes()


def changed(data, changes, more=()):
    """A zip with some of its files replaced by bytes, or changed by a function; and more files."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            change = changes.get(name)
            text = change(text) if callable(change) else change or text
            new.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED, 9)
        for name, text in more:
            new.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def sheet_xml(rows, dimension="A1"):
    return (f'{HEAD}<worksheet {MAIN}><dimension ref="{dimension}"/><sheetData>{rows}'
            "</sheetData></worksheet>").encode()


def inline(place, text):
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"


def workbooks():
    good = bytes_of(by_xlsxwriter, "xlsx")
    own = lambda change: changed(good, {SHEET: change})
    far = (f'<row r="1">{inline("A1", "姓名")}</row>'
           f'<row r="1048576">{inline("XFD1048576", "远")}</row>')
    put("far-cell.xlsx", "refused", own(sheet_xml(far, "A1:XFD1048576")))
    put("zip-bomb.xlsx", "refused", own(sheet_xml(" " * 105_500_000)))
    many = "".join(f'<row r="{row}">' + "".join("<c><v>1</v></c>" for _ in range(300))
                   + "</row>" for row in range(1, 2001))
    put("many-cells.xlsx", "refused", own(sheet_xml(many, "A1:B2")))
    wide = lambda text: text.replace(b'<dimension ref="A1:Q7"/>',
                                     b'<dimension ref="A1:XFD1048576"/>')
    put("lying-dimension.xlsx", "either", own(wide))
    lies = lambda text: text.replace(b'uniqueCount="', b'uniqueCount="429496')
    put("lying-count-of-strings.xlsx", "either", changed(good, {STRINGS: lies}))
    long = f'{HEAD}<sst {MAIN}><si><t>{"长" * 1_000_000}</t></si></sst>'.encode()
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>'
                    for row in range(1, 3_001))
    put("long-string.xlsx", "refused", changed(good, {STRINGS: long, SHEET: sheet_xml(cells)}))
    laughs = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
    doctype = f'<!DOCTYPE sst [<!ENTITY l0 "哈">{laughs}]>'
    nested = f"{HEAD}{doctype}<sst {MAIN}><si><t>&l9;</t></si></sst>".encode()
    put("nested-entities.xlsx", "refused",
        changed(good, {STRINGS: nested, SHEET: sheet_xml(cells[:2000].rsplit("<row", 1)[0])}))
    outside = f'<!DOCTYPE sst [<!ENTITY out SYSTEM "file:///etc/hostname">]>'
    reads = f"{HEAD}{outside}<sst {MAIN}><si><t>&out;</t></si></sst>".encode()
    put("outside-entity.xlsx", "refused",
        changed(good, {STRINGS: reads, SHEET: sheet_xml(cells[:2000].rsplit("<row", 1)[0])}))
    put("deep.xlsx", "refused", own(f"{HEAD}<worksheet {MAIN}>".encode() + b"<a>" * 300_000))
    put("paths-in-zip.xlsx", "either", changed(good, {}, [
        ("../../../../evil.txt", "x"), ("/evil.txt", "x"), ("xl/../../evil.txt", "x"),
        ("..\\..\\evil.txt", "x")]))
    put("no-sheet.xlsx", "refused", changed(good, {
        "xl/workbook.xml": f"{HEAD}<workbook {MAIN}><sheets/></workbook>".encode()}))
    put("index-of-no-string.xlsx", "refused", own(sheet_xml(
        '<row r="1"><c r="A1" t="s"><v>4000000000</v></c></row>')))
    put("truncated.xlsx", "refused", good[: len(good) * 2 // 3])
    put("flipped.xlsx", "refused", bytes(byte ^ 0x55 if at > 60 else byte
                                          for at, byte in enumerate(good)))


def older():
    good = bytes_of(by_xlwt, "xls")
    put("truncated.xls", "refused", good[: len(good) // 2])
    head = bytearray(good)
    # Counts of the sectors of the table of sectors, of the directory and of the small sectors.
    for place in (44, 48, 60, 64, 68, 72):
        struct.pack_into("<I", head, place, 0x7FFFFFF0)
    put("absurd-counts.xls", "refused", bytes(head))
    head = bytearray(good)
    struct.pack_into("<HH", head, 30, 60, 60)
    put("absurd-sectors.xls", "refused", bytes(head))
    put("head-alone.xls", "refused", good[:8])


def open_document():
    good = bytes_of(by_libreoffice, "ods", [Sheet("Sheet1", [["姓名"], ["李小明"]])])
    office = ('<?xml version="1.0" encoding="UTF-8"?><office:document-content '
              'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
              'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
              'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
              'office:version="1.2"><office:body><office:spreadsheet>{}'
              "</office:spreadsheet></office:body></office:document-content>")
    cell = ('<table:table table:name="a"><table:table-row table:number-rows-repeated="1048576">'
            '<table:table-cell office:value-type="string" table:number-columns-repeated="16384">'
            "<text:p>满</text:p></table:table-cell></table:table-row></table:table>")
    content = office.format(cell).encode()
    put("repeated.ods", "refused", changed(good, {"content.xml": content}))
    put("truncated.ods", "refused", good[: len(good) // 2])
    locked = ('<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
              'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
              '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" '
              'manifest:size="4096"><manifest:encryption-data manifest:checksum="x"/>'
              "</manifest:file-entry></manifest:manifest>").encode()
    put("password.ods", "refused", changed(good, {
        "content.xml": bytes(at * 167 % 251 for at in range(4096)),
        "META-INF/manifest.xml": locked}))


def no_tables(good):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        new.writestr(zipfile.ZipInfo("[Content_Types].xml"), f"{HEAD}<Types/>")
        new.writestr(zipfile.ZipInfo("word/document.xml"), f"{HEAD}<document/>")
    put("word.xlsx", "refused", out.getvalue())
    put("empty.xlsx", "refused", b"")
    put("empty.csv", "refused", b"")
    put("mark-alone.csv", "refused", b"\xef\xbb\xbf")
    put("blank-lines.csv", "refused", b",,,\r\n\r\n,,,\r\n")
    put("picture.xlsx", "refused", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    put("document.xls", "refused", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\n")
    page = "<html><head><meta charset=utf-8></head><body><table><tr><td>姓名</td><td>班级</td></tr>"
    page += "<tr><td>李小明</td><td>四（2）班</td></tr></table></body></html>"
    put("page.xls", "either", page.encode())
    # Read as GBK once and saved: 姓名 became 濮撳悕.
    spoilt = "姓名,班级,学号\r\n李小明,四班,二十\r\n".encode().decode("gbk", "ignore")
    put("mojibake.csv", "refused", spoilt.encode())
    text = "姓名,班级\r\n李小明,四（2）班\r\n".encode("gbk")
    put("half-a-letter.csv", "refused", text[:-6] + b"\xb0\r\n\xff\xff")
    put("neither-utf8-nor-gbk.csv", "refused", text + b"\xff\xfe\xfd,\r\n")
    put("nul.csv", "refused", b"\x00" * 4096)
    put("odd-utf16.txt", "refused", b"\xff\xfe" + "姓名\t班级".encode("utf-16-le") + b"\x00")
    put("half-a-pair.txt", "refused", b"\xff\xfe" + "姓名\t".encode("utf-16-le") + b"\x42\xd8\n\x00")
    put("escapes.csv", "unchanged", "姓名,班级\r\n\x1b]0;李\x07明,四（2）班\r\n".encode())
    put("open-quote.csv", "unchanged", '姓名,班级\r\n"李小明,四（2）班\r\n王小雨,四（2）班\r\n'.encode())
    put("wide.csv", "refused", (",".join("a" for _ in range(17_000)) + "\r\n").encode("gbk"))
    put("long-line.csv", "unchanged", "姓名,班级\r\n".encode() + b"a" * 40_000 + b",b\r\n")
    locked = io.BytesIO()
    OOXMLFile(io.BytesIO(good)).encrypt("123456", locked)
    put("password.xlsx", "refused", locked.getvalue())


if __name__ == "__main__":
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    workbooks()
    older()
    open_document()
    no_tables(bytes_of(by_openpyxl, "xlsx"))
    lines = ",\n".join(f' "{name}": "{what}"' for name, what in sorted(EXPECTED.items()))
    (FOLDER / "expected.json").write_text("{\n" + lines + "\n}\n", encoding="utf-8")
