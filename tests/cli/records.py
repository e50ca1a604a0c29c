"""Reads the logs of a home with nothing but the csv module, settles corrections as rules.md
section 4 says, and prints what `care records --format json` must say of them.

python3 records.py HOME VERSIONS REGISTER...   (VERSIONS: 0 or 1)
"""

import csv
import json
import pathlib
import sys
from datetime import datetime

try:
    import tomllib
except ImportError:
    sys.exit(77)

HEAD = ["id", "date", "children", "staff", "outcome"]
TAIL = ["note", "recorded", "status", "replaces"]
UNESCAPED = {"n": "\n", "\\": "\\"}


def names(home):
    people = {}
    for file in (home / "children").glob("*.toml"):
        child = tomllib.loads(file.read_text(encoding="utf-8"))
        people[child["id"]] = child["name"]
    staff = tomllib.loads((home / "staff.toml").read_text(encoding="utf-8"))
    for person in staff.get("staff", []):
        people[person["id"]] = person["name"]
    return people


def unescape(cell):
    text, letters = "", iter(cell)
    for letter in letters:
        if letter != "\\":
            text += letter
            continue
        after = next(letters, "")
        text += UNESCAPED.get(after, "\\" + after)
    return text


def read(home, register):
    """Every row with its file and its line; of identical rows one."""
    rows, seen = [], set()
    for file in sorted((home / "log" / register).glob("*.csv")):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            for row in reader:
                same = tuple(sorted(row.items()))
                if same in seen:
                    continue
                seen.add(same)
                place = (file.relative_to(home).as_posix(), reader.line_num)
                rows.append({"cells": row, "place": place, "month": row["date"][:7]})
    return rows


def instant(row):
    return datetime.fromisoformat(row["cells"]["recorded"].replace("Z", "+00:00"))


class Families:
    def __init__(self, rows):
        self.rows = rows
        self.at = {(row["month"], row["cells"]["id"]): at for at, row in enumerate(rows)}
        self.family = list(range(len(rows)))
        self.replaced = set()
        for at, row in enumerate(rows):
            for name in row["cells"]["replaces"].split():
                if "/" not in name:
                    original = self.at[(row["month"], name)]
                    self.replaced.add(original)
                    one, other = self.family[at], self.family[original]
                    self.family = [one if own == other else own for own in self.family]
        self.heads = {}
        for at, row in enumerate(rows):
            if all("/" in name for name in row["cells"]["replaces"].split()):
                self.heads.setdefault(self.family[at], []).append(at)
        self.word = {}
        for at, row in enumerate(rows):
            if at in self.replaced:
                continue
            best = self.word.get(self.family[at])
            newer = (instant(row), row["cells"]["id"])
            if best is None or newer > (instant(rows[best]), rows[best]["cells"]["id"]):
                self.word[self.family[at]] = at

    def is_sent(self, family, seen):
        heads = self.heads.get(family, [])
        if any(self.rows[at]["cells"]["status"] != "arrived" for at in heads):
            return True
        if family in seen:
            return False
        for head in heads:
            for name in self.rows[head]["cells"]["replaces"].split():
                sender = self.at.get(tuple(name.split("/")))
                if sender is None or self.rows[sender]["cells"]["status"] != "moved":
                    continue
                its = self.family[sender]
                if self.word[its] == sender and self.is_sent(its, seen | {family}):
                    return True
        return False

    def speaks(self, at):
        family = self.family[at]
        is_word = self.word.get(family) == at
        silent = self.rows[at]["cells"]["status"] in ("void", "moved")
        return is_word and not silent and self.is_sent(family, set())


def people(ids, called):
    once = dict.fromkeys(ids.split())
    return [{"id": one, "name": called[one]} for one in once]


def told(register, row, columns, called):
    cells = row["cells"]

    def own(name):
        cell = (cells.get(name) or "").strip()
        return unescape(cell) if cell else None

    record = {
        "id": cells["id"],
        "register": register,
        "date": cells["date"],
        "children": people(cells["children"], called),
        "staff": people(cells["staff"], called),
        "outcome": cells["outcome"].strip() or "made",
    }
    record.update({name: own(name) for name in columns})
    record["note"] = own("note")
    record["recorded"] = instant(row).isoformat()
    record["status"] = own("status")
    record["replaces"] = own("replaces")
    record["source_file"], record["source_line"] = row["place"]
    return record


def main():
    home, versions = pathlib.Path(sys.argv[1]), sys.argv[2] == "1"
    called = names(home)
    records = []
    for register in sys.argv[3:]:
        rows = read(home, register)
        families = Families(rows)
        for at, row in enumerate(rows):
            if versions or families.speaks(at):
                header = [name for name in row["cells"] if name not in HEAD + TAIL]
                records.append(told(register, row, header, called))
    records.sort(key=lambda own: (own["date"], own["register"], own["id"]))
    json.dump(records, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
