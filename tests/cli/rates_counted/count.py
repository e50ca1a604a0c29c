"""Counts the rows, the obligations, the rates and the scores of a home in SQL, from its files
alone, and prints them as the program's own JSON tells them.

python3 count.py HOME DESCRIPTIONS TODAY VIEW...

DESCRIPTIONS is the folder of the shipped registers; a VIEW is what follows `told_` in a statement.
"""

import json
import pathlib
import sqlite3
import sys

try:
    import tomllib  # noqa: F401
except ImportError:
    sys.exit(77)

import load

HERE = pathlib.Path(__file__).resolve().parent
# What is made of the files, in this order: each part asks those before it.
PARTS = ["tables", "calendar", "people", "families", "events", "slots", "dated", "rolling",
         "after", "state", "rates", "told", "scores"]


def script(base, name):
    base.executescript((HERE / f"{name}.sql").read_text(encoding="utf-8"))


def main():
    root, descriptions, today, *views = sys.argv[1:]
    base = sqlite3.connect(":memory:")
    base.row_factory = sqlite3.Row
    script(base, PARTS[0])
    base.execute("insert into today values (?)", [today])
    load.Tables(base, root, descriptions).load()
    for part in PARTS[1:]:
        script(base, part)
    told = {view: [dict(row) for row in base.execute(f"select * from told_{view}")]
            for view in views}
    json.dump(told, sys.stdout, ensure_ascii=False)


main()
