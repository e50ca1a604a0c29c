"""The list of overdue rows as `care` and its peers give it, and whether all say the same."""

import json
import os
import shutil
import sys

from measure import Job
from places import HERE, TODAY, WORK, without_cache

sys.path.insert(0, f"{HERE}/peers")
import tables  # noqa: E402

KEYS = ["days_overdue", "rule", "child", "slot", "since", "missed", "last_done", "attempts"]


def care(programs, folder, *words, **more):
    command = [programs.care, "-C", f"{folder}/home", *words, "--today", TODAY]
    return Job("care " + " ".join(words), command, **more)


def peers(programs, folder):
    """Every full implementation that is at hand, and the names of those that are not."""
    jobs, absent = [], []
    name = os.path.basename(folder)
    if os.path.exists(programs.duckdb):
        script = write(f"{WORK}/{name}.duckdb.sql", tables.duckdb(folder, TODAY))
        jobs.append(Job("DuckDB typed", [programs.duckdb], script))
    else:
        absent.append("DuckDB")
    if programs.has_polars():
        command = [programs.polars, f"{HERE}/peers/in_polars.py", folder, TODAY]
        jobs.append(Job("polars", command))
    else:
        absent.append("polars")
    if shutil.which("sqlite3"):
        script = write(f"{WORK}/{name}.sqlite.sql", tables.sqlite(folder, TODAY))
        jobs.append(Job("sqlite import + query", ["sqlite3", ":memory:"], script))
    else:
        absent.append("sqlite3")
    command = [programs.python, f"{HERE}/peers/straight.py", folder, TODAY]
    jobs.append(Job("Python csv", command))
    return jobs, absent


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def rows(answer):
    """The list of `care` as the peers print it."""
    blank = lambda value: "" if value is None else str(value)  # noqa: E731
    return "".join("\t".join(blank(row[key]) for key in KEYS) + "\n" for row in json.loads(answer))


def compare(programs, folder, jobs):
    """Ends the run unless all give the same rows in the same order, with the cache and without."""
    clear = without_cache(folder)
    asked = care(programs, folder, "overdue", "--format", "json")
    clear()
    answers = {"care without a cache": rows(asked.answer())}
    answers["care once more"] = rows(asked.answer())
    screens = care(programs, folder, "overdue")
    again = screens.answer()
    clear()
    if screens.answer() != again:
        sys.exit("care overdue says another thing with its cache than without")
    answers.update((job.name, job.answer()) for job in jobs)
    wanted = answers["care without a cache"]
    wrong = [name for name, own in answers.items() if own != wanted]
    many = wanted.count("\n")
    for name in wrong:
        path = write(f"{WORK}/differs-{name.replace(' ', '-')}.tsv", answers[name])
        print(f"{name} says otherwise: {path}", file=sys.stderr)
    if wrong:
        write(f"{WORK}/differs-from-care.tsv", wanted)
        sys.exit(1)
    print(f"{os.path.basename(folder)}: {many} overdue rows, the same by " + ", ".join(answers))
    sys.stdout.flush()
