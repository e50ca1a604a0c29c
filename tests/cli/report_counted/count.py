"""Counts the tables of a report from the files of a home alone, and prints them as lines of
JSON: table, of, row, and the cells in order.

python3 count.py HOME KIND NAME TODAY OBLIGATIONS   (KIND: term, year or month)
"""

import json
import pathlib
import sys
from datetime import date

try:
    import tomllib  # noqa: F401
except ImportError:
    sys.exit(77)

import compared
import facts
import owed
import papers
import work
from home import Home, spans


def report(home, kind, name, told):
    days, before = spans(home, kind, name)
    compare = compared.t19(home, days, before, told)
    if kind == "month":
        # A bulletin is short: numbers, changes, work and absences.
        yield from facts.t2(home, days)
        yield from compare
        yield from papers.t17(home, days)
        yield from papers.movers(home, days)
        for lines in [work.changes, work.t9_registers, work.t11, work.t13, work.absences]:
            yield from lines(home, days)
        return
    for lines in [facts.t1, facts.t2, facts.t3, facts.t4, facts.t5, facts.t6, papers.t7,
                  papers.t8, papers.t16, papers.t17, work.t9_registers, work.t11, work.t12,
                  work.t13, work.t14, work.t15, work.t18, work.t20]:
        yield from lines(home, days)
    yield from compare
    rows = owed.owed(home, days, told)
    yield from owed.t9(rows)
    yield from owed.t10(rows)


def main():
    root, kind, name, today, told = sys.argv[1:]
    home = Home(root, date.fromisoformat(today))
    told = json.loads(pathlib.Path(told).read_text(encoding="utf-8"))
    json.dump(list(report(home, kind, name, told)), sys.stdout, ensure_ascii=False)


main()
