"""Reads a document with python-docx and prints what stands in it: its paragraphs with the names of
their styles, its tables row by row, and its sections.

python3 read.py FILE
"""

import json
import sys

try:
    import docx
    import docx.oxml.ns
    from docx.table import Table
    from docx.text.paragraph import Paragraph
except ImportError:
    sys.exit(77)


def cells(row):
    """A cell over several columns once."""
    return [cell.text for at, cell in enumerate(row.cells)
            if at == 0 or cell._tc is not row.cells[at - 1]._tc]


def outline(style):
    """How deep a heading stands, as lists of headings show it; of what is none, nothing."""
    while style is not None:
        level = style.element.find(f".//{docx.oxml.ns.qn('w:outlineLvl')}")
        if level is not None:
            return int(level.get(docx.oxml.ns.qn("w:val")))
        style = style.base_style
    return None


document = docx.Document(sys.argv[1])
paragraphs, tables = [], []
for block in document.element.body.iterchildren():
    if block.tag == docx.oxml.ns.qn("w:tbl"):
        tables.append([cells(row) for row in Table(block, document).rows])
    elif block.tag == docx.oxml.ns.qn("w:p"):
        paragraph = Paragraph(block, document)
        style = paragraph.style
        paragraphs.append({"style": style.name, "outline": outline(style), "text": paragraph.text})
sections = [{"orientation": section.orientation, "wide": section.page_width.twips,
             "high": section.page_height.twips} for section in document.sections]
core = document.core_properties
json.dump({"paragraphs": paragraphs, "tables": tables, "sections": sections, "title": core.title,
           "language": core.language, "made": core.created.isoformat(),
           "foot": document.sections[0].footer.paragraphs[0].text}, sys.stdout)
