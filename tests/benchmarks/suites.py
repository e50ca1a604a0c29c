"""What is measured at which size, and the bars that it is held to."""

import csv
import os
import shutil
import subprocess
import time

from answers import care, compare, peers
from measure import Job, in_turn, median, ratio, table
from places import HERE, TODAY, WORK, logs, without_cache

# How many times an empty program's time `overdue` took before any of this was measured (28 ms):
# the bars of the other commands are told in it.
OVERDUE_BEFORE = 21.7
MADE = ["--mode", "in_person", "--date", TODAY, "--no-input"]


def child(folder):
    """Some child that was on the roll from the first day to the last, and its head teacher."""
    with open(f"{folder}/roster.csv", encoding="utf-8") as file:
        roster = list(csv.DictReader(file))
    with open(f"{folder}/heads.csv", encoding="utf-8") as file:
        heads = {head["class"]: head["staff"] for head in csv.DictReader(file)}
    first = min(child["joined"] for child in roster)
    stayed = [one for one in roster if one["joined"] == first and not one["left"]]
    own = stayed[len(stayed) // 2]
    return own["id"], heads[own["class"]]


def name_of(folder, own):
    with open(f"{folder}/home/children/{own}.toml", encoding="utf-8") as file:
        return next(line.split('"')[1] for line in file if line.startswith("name"))


def starts(programs):
    version = Job("care --version", [programs.care, "--version"])
    return Job("empty program", [programs.empty]), version


def both(programs, folder, *words):
    """A command without its cache, and then with the one that it has left."""
    fresh = care(programs, folder, *words, before=without_cache(folder))
    fresh.name += ", no cache"
    return fresh, care(programs, folder, *words)


def files(folder):
    """Only reading: the lines of the logs, and every byte of logs and children."""
    return (
        Job("wc -l of the logs", ["wc", "-l", *logs(folder)]),
        Job("cat of all data", ["sh", "-c", f"cd '{folder}/home' && cat log/*/* children/*"]),
    )


def recutils(programs, folder):
    """Counts for each child in one month, of each register: a part of the job."""
    if not shutil.which("recsel"):
        return []
    target = f"{WORK}/records"
    os.makedirs(target, exist_ok=True)
    convert = [programs.python, f"{HERE}/peers/records.py", folder, target]
    subprocess.run(convert, check=True)
    ask = "recsel -e \"date ~ '^2024-11'\" -G children -p 'children,Count(id)'"
    script = "; ".join(f"{ask} '{target}/{name}'" for name in sorted(os.listdir(target)))
    return [Job("recutils five counts", ["sh", "-c", script])]


def said(absent):
    if absent:
        print("\nnot compared, because not to be had: " + ", ".join(absent))


def school(programs, bars, rounds):
    folder = programs.home("school", 300, 3)
    full, absent = peers(programs, folder)
    compare(programs, folder, full)
    said(absent)
    own, _ = child(folder)
    empty, version = starts(programs)
    fresh, cached = both(programs, folder, "overdue")
    due, check, obligations = (care(programs, folder, name) for name in
                               ("due", "check", "obligations"))
    show, why = care(programs, folder, "show", own), care(programs, folder, "why", own)
    counts = recutils(programs, folder)
    asked = [empty, version, fresh, cached, due, check, show, why, obligations]
    jobs = [*asked, *files(folder), *full, *counts]
    in_turn(jobs, rounds or 21)
    table("A school: 300 children, 3 years", jobs, [empty, cached], memory=[fresh, cached, check])
    bars.at_most("school: `overdue` with index × empty program", ratio(cached, empty), 3.0)
    bars.at_most("school: `overdue` without × empty program", ratio(fresh, empty), 5.0)
    bars.at_most("start: `care --version` × empty program", ratio(version, empty), 1.3)
    for job, bar in ((why, 0.5), (show, 0.5), (check, 1.0), (obligations, 1.5)):
        value = ratio(job, empty) / OVERDUE_BEFORE
        bars.at_most(f"school: `{job.command[3]}` × `overdue` before", value, bar)
    for job in [*full, *counts]:
        for name, bar in (("sqlite", 20), ("recutils", 100)):
            if job.name.startswith(name):
                bars.at_least(f"school: {job.name} × `overdue`", ratio(job, cached), bar)


def page(programs, bars, rounds):
    """What a principal looks at: the list as a page and as a workbook, of three and ten years."""
    jobs = {}
    for years in (3, 10):
        folder = programs.home("school" if years == 3 else f"school-{years}", 300, years)
        # An index made in the seconds in which the logs were written trusts none of their times.
        time.sleep(3)
        without_cache(folder)()
        for form in ("html", "xlsx"):
            own = care(programs, folder, "overdue", "-y", "-o", f"{WORK}/page.{form}")
            own.name = f"overdue as {form}, {years} years"
            jobs[form, years] = own
    in_turn(list(jobs.values()), rounds or 21)
    table("A page: 300 children", list(jobs.values()), [jobs["html", 3]])
    for form, bar in (("html", 150), ("xlsx", 200)):
        bars.at_most(f"page: {form}, milliseconds", median(jobs[form, 3]), bar)
        longer = ratio(jobs[form, 10], jobs[form, 3])
        bars.at_most(f"page: {form}, ten years × three", longer, 1.1)


def county(programs, bars, rounds):
    folder = programs.home("county", 20_000, 3)
    full, absent = peers(programs, folder)
    compare(programs, folder, full)
    said(absent)
    fresh, cached = both(programs, folder, "overdue")
    lines, whole = files(folder)
    quick = [job for job in full if job.name.startswith(("DuckDB", "polars"))]
    jobs = [lines, whole, fresh, cached, *quick]
    in_turn(jobs, rounds or 7)
    check = care(programs, folder, "check")
    table("A county: 20,000 children, 3 years", jobs, [lines, whole], memory=[*jobs])
    bars.at_most("county: `overdue` without index × cat", ratio(fresh, whole), 0.7)
    bars.at_most("county: `overdue` with index × wc -l", ratio(cached, lines), 1.5)
    for job in quick:
        if job.name.startswith("DuckDB"):
            bars.at_least("county: DuckDB × `overdue` without index", ratio(job, fresh), 2)
            bars.at_least("county: DuckDB × `overdue` with index", ratio(job, cached), 5)
    bars.at_most("county: peak MiB of `overdue` without index", fresh.peak(), 32)
    bars.at_most("county: peak MiB of `overdue` with index", cached.peak(), 32)
    bars.at_most("county: peak MiB of `check`", check.peak(), 128)


def history(programs, bars, rounds):
    spans = (1, 3, 6, 10)
    folders = {}
    for years in spans:
        # The county is one of them.
        name = "county" if years == 3 else f"history-{years}"
        folders[years] = programs.home(name, 20_000, years)
        full, _ = peers(programs, folders[years])
        quick = [job for job in full if job.name.startswith(("DuckDB", "polars"))]
        compare(programs, folders[years], quick or full)
    jobs, pairs = [], {}
    for years in spans:
        pairs[years] = both(programs, folders[years], "overdue")
        lines, _ = files(folders[years])
        own = [*pairs[years], lines]
        own += [job for job in peers(programs, folders[years])[0] if job.name.startswith("DuckDB")]
        for job in own:
            job.name += f", {years} years"
        jobs += own
    in_turn(jobs, rounds or 5)
    table("History: 20,000 children", jobs, [pairs[1][0], pairs[1][1]])
    (fresh, cached), (fresh_long, cached_long) = pairs[1], pairs[10]
    bars.at_most("history: ten years × one, with index", ratio(cached_long, cached), 1.1)
    bars.at_most("history: ten years × one, without", ratio(fresh_long, fresh), 4)


def logging(programs, folder, register, by_name=False):
    """An event is written down, and then the log is put back as it was."""
    own, head = child(folder)
    log = f"{folder}/home/log/{register}/{TODAY[:7]}.csv"
    kept = content(log)

    def restore():
        if not content(log).startswith(kept):
            raise SystemExit(f"{log} was not only added to")
        if kept:
            with open(log, "wb") as file:
                file.write(kept)
        else:
            os.remove(log)

    who = name_of(folder, own) if by_name else own
    job = care(programs, folder, f"log-{register}", who, "--staff", head, *MADE, after=restore)
    size = "county" if folder.endswith("county") else "30 children"
    job.name = f"care log-{register} by {'name' if by_name else 'id'}, {size}"
    return job


def content(path):
    """What a log holds; no visit has been made in the month of today, so it has none yet."""
    if not os.path.exists(path):
        return b""
    with open(path, "rb") as file:
        return file.read()


def write(programs, bars, rounds):
    county_home, home = programs.home("county", 20_000, 3), programs.home("thirty", 30, 3)
    jobs = []
    for register, by_name in (("visit", False), ("visit", True), ("talk", False)):
        for folder in (home, county_home):
            jobs.append(logging(programs, folder, register, by_name))
    in_turn(jobs, rounds or 11)
    table("Writing one event: a month's first visit, and a talk among the month's others", jobs,
          [jobs[0]])
    bars.at_most("county: `log-visit` by id × 30 children", ratio(jobs[1], jobs[0]), 1.5)
    bars.at_most("county: `log-visit` by name × 30 children", ratio(jobs[3], jobs[2]), 5)
    chains(programs, bars)


def chains(programs, bars):
    jobs = []
    for kind in ("chain", "cycle"):
        folder = programs.home(kind, kind, 40_000)
        for command in ("overdue", "check"):
            job = care(programs, folder, command, codes=(0, 1, 3))
            job.name = f"care {command}, a {kind} of 40,000"
            job.times = [job.run()[0]]
            if job.times[0] < 1:
                job.times += [job.run()[0] for _ in range(6)]
                job.times.sort()
                job.times = job.times[3:4]
            jobs.append(job)
    table("One event corrected 40,000 times", jobs, [])
    for job in jobs:
        bars.at_most(f"{job.name}, seconds", job.times[0], 0.2)
