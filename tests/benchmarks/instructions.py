"""Counts the instructions of the parts with callgrind, to tell a regression on a busy machine."""

import os
import re
import shutil
import subprocess
import sys

import suites
from answers import care
from places import HERE

KEPT = f"{HERE}/instructions.txt"
TOLERANCE = 0.10
ABOUT = """\
# Instructions of the release build, counted by callgrind on the school's home (300 children, three
# years); kept by `tests/benchmarks/run instructions --keep`. They tell of one compiler and one kind
# of processor:
"""


def parts(programs):
    folder = programs.home("school", 300, 3)
    own, _ = suites.child(folder)
    fresh, cached = suites.both(programs, folder, "overdue")
    _, version = suites.starts(programs)
    writing = suites.logging(programs, folder, "visit")
    return {
        "start": version,
        "overdue-without-cache": fresh,
        "overdue": cached,
        "check": care(programs, folder, "check"),
        "show": care(programs, folder, "show", own),
        "why": care(programs, folder, "why", own),
        "log-visit": writing,
    }


def count(job):
    if job.before:
        job.before()
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *job.command]
    told = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if job.after:
        job.after()
    found = re.search(r"Collected : (\d+)", told.stderr)
    if not found or told.returncode not in job.codes:
        sys.exit(f"{job.name} could not be counted:\n{told.stderr[-2000:]}")
    return int(found[1])


def compiler():
    told = subprocess.run(["rustc", "--version"], capture_output=True, text=True, check=True)
    return f"{told.stdout.split()[1]} {os.uname().machine}"


def kept():
    """For which compiler, and how many of each part."""
    with open(KEPT, encoding="utf-8") as file:
        lines = file.read().splitlines()
    figures = (line.split() for line in lines if line and not line.startswith("#"))
    return lines[3].removeprefix("# "), {name: int(many) for name, many in figures}


def run(programs, keep):
    if not shutil.which("valgrind"):
        print("instructions: not counted, valgrind is not at hand")
        return
    jobs = parts(programs)
    jobs["overdue"].run()  # leaves its cache
    counted = {name: count(job) for name, job in jobs.items()}
    if keep:
        with open(KEPT, "w", encoding="utf-8") as file:
            file.write(f"{ABOUT}# {compiler()}\n")
            file.writelines(f"{name} {many}\n" for name, many in counted.items())
    made_by, before = kept()
    judged = made_by == compiler()
    if not judged:
        print(f"kept for {made_by}, counted for {compiler()}: shown, not judged")
    print("\n| part | instructions | kept | × kept |\n|---|---|---|---|")
    for name, many in counted.items():
        print(f"| {name} | {many:,} | {before[name]:,} | {many / before[name]:.3f} |")
    more = [name for name, many in counted.items() if many > before[name] * (1 + TOLERANCE)]
    fewer = [name for name, many in counted.items() if many < before[name] * (1 - TOLERANCE)]
    if fewer:
        print("fewer than kept, to be kept with --keep: " + ", ".join(fewer))
    if more and judged:
        sys.exit("more instructions than kept: " + ", ".join(more))
