"""Gives a home score sheets and marks, the same in every run: the shipped sheets, one sheet of
rates for each kind of subject, and marks of most of its subjects, some of them no good.

python3 marked.py HOME SHEETS   (SHEETS: the folder of the shipped sheets)
"""

import csv
import json
import pathlib
import shutil
import sys

try:
    import tomllib
except ImportError:
    sys.exit(77)

HEAD = ["id", "date", "children", "staff", "outcome", "sheet", "subject", "item", "score", "max",
        "period", "note", "recorded", "status", "replaces"]
KINDS = ["child", "pair", "teacher", "class", "school"]
# Of how many hundredths of an item's maximum a mark is: one is over it, one is below nothing.
SHARES = [100, 80, 60, 95, 0, 70, 100, 45, 90, 150, 75, 85, 100, -10, 88, 66]


def read(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def rated(root, kind, rules):
    """A sheet of rates alone: the shares of two rules, the first with a maximum that is no round
    number, so that totals are fractions."""
    lines = [f'name = {{ zh = "完成率 {kind}", en = "rates {kind}" }}', 'why = "试"', f'of = "{kind}"']
    for at, rule in enumerate(rules):
        lines += ["", "[[item]]", f'id = "share{at}"',
                  f'name = {{ zh = "{rule}", en = "{rule}" }}', f"max = {[37, 63][at]}",
                  f'rate = "{rule}"']
    for level, bound in [("good", "from = 97"), ("fair", "from = 80"), ("poor", "")]:
        lines += ["", "[[level]]", f'id = "{level}"',
                  f'name = {{ zh = "{level}", en = "{level}" }}', bound]
    (root / "sheets" / f"rated-{kind}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def subjects(children, staff):
    """Who may be marked by each kind of sheets; every fifth by name when only one has it."""
    def called(at, one, all_of):
        alone = [other["name"] for other in all_of].count(one["name"]) == 1
        return one["name"] if at % 5 == 0 and alone else one["id"]

    return {
        "child": [called(at, child, children) for at, child in enumerate(children)],
        "teacher": [called(at, person, staff) for at, person in enumerate(staff)],
        "class": sorted({child["class"] for child in children}),
        "school": ["school"],
        "pair": sorted({f"{child['id']}/{pair['staff']}" for child in children
                        for pair in child.get("pair", [])})}


def marks(sheets, of):
    """Each mark with its number, by which its peculiarities are chosen."""
    number = 0
    for name, sheet in sorted(sheets.items()):
        items = [item for item in sheet["item"] if "count" not in item]
        term = sheet.get("every") == "term"
        for at, subject in enumerate(of[sheet["of"]]):
            for month in ["2024-10", "2025-04"]:
                for item in items:
                    number += 1
                    # Of some subjects a mark is still lacking.
                    if at % 7 == 3 and item is items[-1]:
                        continue
                    worth = item["max"] * SHARES[number % len(SHARES)]
                    score = f"{worth / 100:g}" if number % 29 else "好"
                    period = "2024-2025-1" if term and number % 13 == 0 else ""
                    called = item["name"]["zh"] if number % 3 == 0 else item["id"]
                    day = f"{month}-{8 + number % 15:02}"
                    yield number, month, day, name, subject, called, score, item["max"], period


def main():
    root, shipped = map(pathlib.Path, sys.argv[1:])
    shutil.copytree(shipped, root / "sheets", dirs_exist_ok=True)
    sheets = {path.stem: read(path) for path in (root / "sheets").glob("*.toml")}
    rules = [rule["id"] for rule in read(root / "rules.toml")["rule"]
             if rule.get("level") != "inform"]
    for kind in KINDS:
        rated(root, kind, [rules[0], rules[2]])
    children = [read(path) for path in sorted((root / "children").glob("*.toml"))]
    staff = read(root / "staff.toml")["staff"]
    rows = {"2024-10": [], "2025-04": []}
    for number, month, day, *cells, period in marks(sheets, subjects(children, staff)):
        own = f"E{number:010}"
        row = [own, day, "", staff[0]["id"], "made", *cells, period, "", f"{day}T18:00:00+08:00"]
        rows[month].append(row + ["", ""])
        # Now and then it is marked once more on the same day, later or only by its id.
        if number % 11 == 0:
            again = row[:8] + ["1.5"] + row[9:12] + [f"{day}T1{8 + number % 2}:00:00+08:00"]
            rows[month].append(["E1" + own[2:], *again[1:], "", ""])
        # And some are taken back.
        if number % 17 == 0:
            rows[month].append(["E9" + own[2:], *row[1:12], f"{day}T20:00:00+08:00", "void",
                                own])
    folder = root / "log/assessment"
    folder.mkdir(exist_ok=True)
    for month, own in rows.items():
        with (folder / f"{month}.marks.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([HEAD, *own])
    json.dump(sum(map(len, rows.values())), sys.stdout)


main()
