"""Fills the tables with what the files of a home say. Nothing is reckoned here."""

import csv
import pathlib
import tomllib
from datetime import date, datetime, timezone

ALWAYS = "9999-12-31"
HEAD = ["id", "date", "children", "staff", "outcome"]
TAIL = ["note", "recorded", "status", "replaces"]

# As the notices of holidays and the almanacs print them.
FESTIVALS = {
    "mid_autumn": ["2024-09-17"], "double_ninth": ["2024-10-11"],
    "spring_festival": ["2025-01-29"], "lantern": ["2025-02-12"], "qingming": ["2025-04-04"],
    "dragon_boat": ["2025-05-31"]}
MOONS = [
    ("2024-08-04", 7, 0), ("2024-09-03", 8, 0), ("2024-10-03", 9, 0), ("2024-11-01", 10, 0),
    ("2024-12-01", 11, 0), ("2024-12-31", 12, 0), ("2025-01-29", 1, 0), ("2025-02-28", 2, 0),
    ("2025-03-29", 3, 0), ("2025-04-28", 4, 0), ("2025-05-27", 5, 0), ("2025-06-25", 6, 0),
    ("2025-07-25", 6, 1), ("2025-08-23", 7, 0)]


def read(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def text(value):
    return value.isoformat() if isinstance(value, date) else value


def listed(value):
    return value if isinstance(value, list) else [value]


def plain(value):
    """A value as a cell of a list: numbers and truths as texts, dates in ISO form."""
    return text(value) if isinstance(value, (str, date)) else str(value).lower()


class Tables:
    def __init__(self, base, root, registers):
        self.base, self.root, self.registers = base, pathlib.Path(root), pathlib.Path(registers)

    def add(self, table, *cells):
        marks = ", ".join("?" * len(cells))
        self.base.execute(f"insert into {table} values ({marks})", [text(own) for own in cells])

    def load(self):
        self.calendar()
        self.descriptions()
        for rule in read(self.root / "rules.toml")["rule"]:
            self.rule(rule)
        for person in read(self.root / "staff.toml")["staff"]:
            for own in person["roles"]:
                self.add("held_role", person["id"], own["role"], own.get("class"),
                         own["from"], own.get("until", ALWAYS))
            self.add("staff_name", person["id"], person["name"])
        for path in sorted(self.root.glob("sheets/*.toml")):
            self.sheet(path.stem, read(path))
        for path in sorted((self.root / "children").glob("*.toml")):
            self.child(read(path))
        for folder in sorted((self.root / "log").iterdir()):
            self.log(folder)

    def calendar(self):
        calendar = read(self.root / "calendar.toml")
        for term in calendar["term"]:
            self.add("term", term["id"], term["year"], term["first"], term["last"])
            for name, (first, last) in term.get("anchors", {}).items():
                self.add("term_anchor", term["id"], name, first, last)
        for own in calendar.get("holiday", []):
            self.add("holiday", own["first"], own["last"])
        for own in calendar.get("workday", []):
            self.add("workday", own["date"])
        for name, days in FESTIVALS.items():
            for day in days:
                self.add("festival", name, day)
        for moon in MOONS:
            self.add("moon", *moon)

    def descriptions(self):
        shipped = {path.stem: path for path in self.registers.glob("*.toml")}
        shipped.update({path.stem: path for path in self.root.glob("registers/*.toml")})
        for name, path in shipped.items():
            told = read(path)
            self.add("register", name, told.get("restricted", False), told.get("planned", False))
            for column in told.get("column", []):
                self.add("heading", name, column["name"])
                for choice in column.get("choices", []):
                    self.add("choice", name, column["name"], choice["code"])

    def rule(self, rule):
        own, after = rule["id"], rule.get("after", {})
        # Staff owe by the role that they hold: each role is a kind of subjects of its own.
        kind = f"staff/{rule['role']}" if "role" in rule else rule.get("subject", "child")
        self.add("rule", own, rule["every"], kind,
                 rule.get("level", "required"), rule.get("times", 1), rule.get("from", "0000"),
                 rule.get("until", ALWAYS), rule.get("due_days"), rule.get("grace_days", 0),
                 rule.get("min_school_days"), rule.get("before_days", 7),
                 rule.get("after_days", 7), rule.get("days"), rule.get("in_holidays", False),
                 rule.get("count") == "school", rule.get("by"), rule.get("by_only", False),
                 after.get("on"), after.get("outcome") == "attempted",
                 after.get("joined", False))
        for asks, names in enumerate([rule.get("records", []), after.get("records", [])]):
            for name in names:
                self.add("rule_register", own, name, asks)
        uses = {"where": rule, "unless": rule, "after_where": after, "after_unless": after}
        for use, table in uses.items():
            for heading, values in table.get(use.removeprefix("after_"), {}).items():
                for value in values:
                    self.add("rule_value", own, use, heading, value)
        for path, values in rule.get("applies", {}).items():
            for value in values:
                self.add("rule_applies", own, path, value)
        lists = {"filled": "filled", "requires": "requires", "sessions": "session",
                 "occasions": "occasion"}
        for key, table in lists.items():
            for value in rule.get(key, []):
                self.add(f"rule_{table}", own, value)

    def sheet(self, name, sheet):
        every = "months" if "months" in sheet else sheet.get("every", "term")
        self.add("sheet", name, sheet["of"], every)
        for role in sheet.get("roles", []):
            self.add("sheet_role", name, role)
        for month in sheet.get("months", []):
            self.add("sheet_month", name, month)
        for place, item in enumerate(sheet["item"], 1):
            override = item.get("override", {})
            self.add("sheet_item", name, place, item["id"], item["name"]["zh"],
                     item["name"]["en"], item["max"], item.get("rate"), item.get("count"),
                     item.get("full"), override.get("at"), override.get("level"))
        for place, level in enumerate(sheet.get("level", [])):
            self.add("sheet_level", name, place, level["id"], level.get("from"),
                     level.get("below"))

    def child(self, child):
        own = child["id"]
        self.add("child", own)
        self.add("child_name", own, child["name"])
        for other in child.get("also", []):
            self.add("also", own, other)
        spans = {"spell": ("joined", "left"), "pause": ("from", "until")}
        for table, (first, last) in spans.items():
            for span in child.get(table, []):
                self.add(table, own, span[first], span.get(last, ALWAYS))
        for span in child.get("exempt", []):
            self.add("exempt", own, span["rule"], span["from"], span.get("until", ALWAYS))
        for span in child.get("pair", []):
            self.add("pair", own, span["staff"], span["role"], span["from"],
                     span.get("until", ALWAYS))
        for elder in child.get("elder", []):
            self.add("elder", own, elder["birthday"], elder["calendar"])
        for at, earlier in enumerate(child.get("was", [])):
            # An earlier value that is an empty list has one row too: of nothing.
            for value in listed(earlier["value"]) or [None]:
                self.add("was", own, earlier["field"], at, value, isinstance(value, date),
                         earlier["until"])
        self.fields(own, "", child)

    def fields(self, child, above, table):
        for key, value in table.items():
            if isinstance(value, dict):
                self.fields(child, f"{above}{key}.", value)
                continue
            for entry in listed(value):
                if not isinstance(entry, dict):
                    self.add("field", child, above + key, plain(entry), isinstance(entry, date))

    def log(self, folder):
        seen = set()
        for path in sorted(folder.glob("*.csv")):
            with path.open(encoding="utf-8-sig", newline="") as lines:
                for row in csv.DictReader(lines):
                    # Of identical rows one.
                    same = tuple(sorted(row.items()))
                    if same not in seen:
                        seen.add(same)
                        self.row(folder.name, path.name[:7], row)

    def row(self, register, month, row):
        recorded = datetime.fromisoformat(row["recorded"]).astimezone(timezone.utc)
        cells = (register, month, row["id"], row["date"], row["outcome"].strip(),
                 recorded.timestamp(), row["status"].strip())
        line = self.base.execute("insert into line values (null, ?, ?, ?, ?, ?, ?, ?)", cells)
        line = line.lastrowid
        for child in dict.fromkeys(row["children"].split()):
            self.add("line_child", line, child)
        for staff in dict.fromkeys(row["staff"].split()):
            self.add("line_staff", line, staff)
        for name in row["replaces"].split():
            there, _, named = name.rpartition("/")
            self.add("line_replaces", line, there or month, named)
        for heading, value in row.items():
            if heading not in HEAD + TAIL and value and value.strip():
                self.add("cell", line, heading, value.strip())
