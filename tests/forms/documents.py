"""Documents as Word, WPS and LibreOffice write them, with names in braces."""

import io

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

W = nsdecls("w")
BOX = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def new():
    document = docx.Document()
    document.styles["Normal"].font.name = "宋体"
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    return document


def broken(paragraph, text, cuts):
    """The text in runs that end at the cuts, each in a look of its own."""
    ends = [*cuts, len(text)]
    for at, (start, end) in enumerate(zip([0, *cuts], ends)):
        run = paragraph.add_run(text[start:end])
        run.bold = at % 2 == 0
        run.font.size = Pt(10 + at % 3)
        run.font.color.rgb = RGBColor(at * 20 % 256, 0, 0x40)


def plain():
    document = new()
    document.add_heading("联系卡", 1)
    run = document.add_paragraph().add_run("姓名：{{儿童.姓名}}，班级：{{班级}}，住址：{{家庭住址}}")
    run.italic = True
    return saved(document)


def split_in_two():
    document = new()
    broken(document.add_paragraph(), "姓名：{{儿童.姓名}}。", [6, 9])
    broken(document.add_paragraph(), "{{child.father.phone}}", [1, 21])
    return saved(document)


def split_in_letters():
    document = new()
    text = "甲{{儿童.姓名}}乙{{父亲.电话}}丙"
    broken(document.add_paragraph(), text, range(1, len(text)))
    return saved(document)


def like_word():
    document = new()
    document.add_paragraph()._p.addnext(parse_xml(
        f'<w:p {W} w:rsidR="00A1" w:rsidRDefault="00B2"><w:pPr><w:jc w:val="center"/></w:pPr>'
        '<w:r w:rsidRPr="00C3"><w:rPr><w:b/><w:lang w:eastAsia="zh-CN"/></w:rPr><w:t>姓名：{</w:t></w:r>'
        '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="7" w:name="_GoBack"/>'
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:u w:val="single"/></w:rPr><w:t>{儿童</w:t></w:r>'
        '<w:bookmarkEnd w:id="7"/><w:proofErr w:type="spellEnd"/><w:proofErr w:type="gramStart"/>'
        '<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">. 姓名 </w:t></w:r>'
        '<w:r><w:t>}</w:t></w:r><w:proofErr w:type="gramEnd"/><w:r><w:t>}</w:t></w:r>'
        "<w:r><w:tab/><w:t>电话：{{父亲.电话}}</w:t></w:r></w:p>"
    ))
    return saved(document)


def like_wps():
    document = new()
    runs = "".join(
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋" w:hAnsi="仿宋" w:eastAsia="仿宋"/>'
        f'<w:sz w:val="28"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr><w:t>{own}</w:t></w:r>'
        for own in ["｛｛", "儿童．", "姓　名", "｝", "｝", "（", "{｛今天}｝", "）"]
    )
    document.add_paragraph()._p.addnext(parse_xml(f"<w:p {W}>{runs}</w:p>"))
    return saved(document)


def merged_table():
    document = new()
    table = document.add_table(rows=4, cols=4)
    table.style = "Table Grid"
    table.cell(0, 0).merge(table.cell(0, 3)).paragraphs[0].add_run("{{学校.名称}}登记表").bold = True
    table.cell(1, 0).merge(table.cell(2, 0)).text = "父亲"
    table.cell(1, 1).text, table.cell(1, 2).text = "姓名", "{{父亲.姓名}}"
    table.cell(2, 1).text, table.cell(2, 2).text = "电话", "{{父亲.电话}}"
    table.cell(3, 0).text = "性别"
    table.cell(3, 1).merge(table.cell(3, 3)).text = "{{儿童.性别.勾选}}"
    return saved(document)


def talk_table():
    document = new()
    document.add_paragraph("{{儿童.姓名}} 本学期谈心 {{本学期.谈心次数}} 次")
    table = document.add_table(rows=3, cols=4)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, ["序号", "日期", "内容", "教师"]):
        cell.paragraphs[0].add_run(text).bold = True
    names = ["{{序号}}", "{{谈心.日期}}", "{{谈心.谈话内容}}", "{{谈心.教师}}"]
    for cell, text in zip(table.rows[1].cells, names):
        cell.paragraphs[0].add_run(text).font.size = Pt(9)
    table.rows[2].cells[0].text = "合计"
    return saved(document)


def block():
    document = new()
    document.add_paragraph("谈心记录")
    document.add_paragraph("{{#谈心}}")
    document.add_paragraph().add_run("时间：{{谈心.日期}}").bold = True
    document.add_paragraph("内容：{{谈心.内容}}")
    document.add_paragraph("{{/谈心}}")
    document.add_paragraph("完")
    return saved(document)


def paragraph_each():
    document = new()
    document.add_paragraph("{{谈心.日期}}　{{谈心.内容}}", style="List Bullet")
    document.add_paragraph("家访 {{家访.日期}}（{{家访次数}} 次）")
    return saved(document)


def nested_table():
    document = new()
    outer = document.add_table(rows=1, cols=2)
    outer.cell(0, 0).text = "{{儿童.姓名}}"
    inner = outer.cell(0, 1).add_table(rows=2, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "日期", "内容"
    inner.cell(1, 0).text, inner.cell(1, 1).text = "{{谈心.日期}}", "{{谈心.内容}}"
    outer.cell(0, 1).add_paragraph("")
    return saved(document)


def text_box():
    document = new()
    inside = "<w:txbxContent><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{儿童</w:t></w:r>" \
        "<w:r><w:t>.姓名}}</w:t></w:r></w:p></w:txbxContent>"
    document.add_paragraph("框外 {{班级}}")._p.addnext(parse_xml(
        f"<w:p {W} {BOX}><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">"
        f"<w:drawing><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ))
    return saved(document)


def header_and_footer():
    document = new()
    section = document.sections[0]
    section.header.paragraphs[0].add_run("{{学校.名称}}　{{学年}}").font.size = Pt(9)
    foot = section.footer.paragraphs[0]
    foot.add_run("打印于 {{今天.年}}年{{今天.月}}月{{今天.日}}日　第 ")
    for kind in ("begin", None, "end"):
        run = foot.add_run()
        inner = f'<w:fldChar {W} w:fldCharType="{kind}"/>' if kind else \
            f'<w:instrText {W}> PAGE </w:instrText>'
        run._r.append(parse_xml(inner))
    document.add_paragraph("{{儿童.姓名}}")
    return saved(document)


def control_and_link():
    document = new()
    document.add_paragraph()._p.addnext(parse_xml(
        f'<w:sdt {W}><w:sdtPr><w:alias w:val="姓名"/></w:sdtPr><w:sdtContent><w:p>'
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>{{儿童.</w:t></w:r></w:sdtContent></w:sdt>"
        '<w:ins w:id="1" w:author="x" w:date="2024-09-01T00:00:00Z"><w:r><w:t>姓名}}</w:t></w:r></w:ins>'
        '<w:hyperlink w:anchor="a"><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>{{班级}}</w:t></w:r>'
        "</w:hyperlink></w:p></w:sdtContent></w:sdt>"
    ))
    return saved(document)


def roster():
    document = new()
    document.add_paragraph("{{学校.名称}}，共 {{人数}} 人，校长 {{校长}}")
    table = document.add_table(rows=2, cols=4)
    table.style = "Table Grid"
    for cell, text in zip(table.rows[0].cells, ["序号", "姓名", "电话", "谈心"]):
        cell.text = text
    names = ["{{序号}}", "{{儿童.姓名}}", "{{父亲.电话}}", "{{谈心.次数}}"]
    for cell, text in zip(table.rows[1].cells, names):
        cell.paragraphs[0].add_run(text).font.color.rgb = RGBColor(0, 0, 0x80)
    return saved(document)


FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.%s">
<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="C" style:family="table-cell"><style:table-cell-properties
 fo:background-color="#ffff99"/></style:style>
</office:automatic-styles>
<office:body>%s</office:body></office:document>
"""

LIBRE_TEXT = FLAT % ("text", """<office:text>
<text:p>姓名：<text:span text:style-name="B">{{儿童</text:span><text:span text:style-name="I">.姓名}}</text:span></text:p>
<table:table><table:table-column table:number-columns-repeated="2"/>
<table:table-row><table:table-cell><text:p>{{谈心.日期}}</text:p></table:table-cell>
<table:table-cell><text:p><text:span text:style-name="B">{{谈心.内容}}</text:span></text:p></table:table-cell></table:table-row>
</table:table><text:p>完</text:p></office:text>""")

LIBRE_SHEET = FLAT % ("spreadsheet", """<office:spreadsheet><table:table table:name="名册">
<table:table-row><table:table-cell office:value-type="string"><text:p>{{学校.名称}}</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell table:style-name="C" office:value-type="string"><text:p>{{序号}}</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p><text:span text:style-name="B">{{儿童</text:span>.姓名}}</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>{{父亲.电话}}</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>完</text:p></table:table-cell></table:table-row>
</table:table></office:spreadsheet>""")
