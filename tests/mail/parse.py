"""Reads mails by Python's own library and prints what it finds in each as a JSON array.

Its arguments are files: `.json` ones of server.py, or mails as they are.
"""

import email
import email.policy
import html.parser
import json
import re
import sys


class Inventory(html.parser.HTMLParser):
    """Every tag with its attributes, and the text between them."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.text = [], ""

    def handle_starttag(self, tag, attributes):
        found = [tag, attributes]
        if found not in self.tags:
            self.tags.append(found)

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.tags.append(["!--", [["comment", data]]])


def read(path):
    with open(path, "rb") as file:
        bytes_ = file.read()
    envelope = {}
    if path.endswith(".json"):
        envelope = json.loads(bytes_)
        bytes_ = envelope.pop("raw").encode("latin-1")
    return envelope, bytes_


def look(path):
    envelope, raw = read(path)
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    leaves = [part for part in mail.walk() if not part.is_multipart()]
    texts = {part.get_content_type(): part.get_content() for part in leaves}
    inventory = Inventory()
    inventory.feed(texts.get("text/html", ""))
    inventory.close()
    defects = [repr(defect) for part in mail.walk() for defect in part.defects]
    for value in mail.values():
        defects += [repr(defect) for defect in value.defects]
    return {
        "file": path,
        "envelope": envelope,
        "headers": [[name, str(value)] for name, value in mail.items()],
        "type": mail.get_content_type(),
        "parts": [
            {
                "type": part.get_content_type(),
                "charset": part.get_content_charset(),
                "encoding": str(part["Content-Transfer-Encoding"]),
                "headers": part.keys(),
            }
            for part in leaves
        ],
        "text": texts.get("text/plain", ""),
        "html": texts.get("text/html", ""),
        "html_tags": inventory.tags,
        "html_text": inventory.text,
        "defects": defects,
        # What the standards forbid in transit.
        "bare_breaks": len(re.findall(rb"\r(?!\n)|(?<!\r)\n", raw)),
        "strange_bytes": len(re.findall(rb"[^\r\n\t\x20-\x7e]", raw)),
        "longest_line": max(map(len, raw.split(b"\r\n"))),
        "raw": raw.decode("latin-1"),
    }


json.dump([look(path) for path in sys.argv[1:]], sys.stdout)
