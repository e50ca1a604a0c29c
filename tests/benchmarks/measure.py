"""Runs whole processes in turn and compares their times, round by round."""

import os
import statistics
import subprocess
import sys
import time


class Job:
    """One command: `before` readies its ground each time, untimed; `after` clears it up."""

    def __init__(self, name, command, script=None, before=None, after=None, codes=(0, 1)):
        self.name, self.command, self.script = name, command, script
        self.before, self.after, self.codes = before, after, codes
        self.times = []

    def run(self, keep=False):
        if self.before:
            self.before()
        out = subprocess.PIPE if keep else subprocess.DEVNULL
        with open(self.script or os.devnull, "rb") as stdin:
            begun = time.perf_counter()
            child = subprocess.Popen(self.command, stdin=stdin, stdout=out, stderr=subprocess.PIPE)
            text, error = child.communicate()
            took = time.perf_counter() - begun
        if self.after:
            self.after()
        if child.returncode not in self.codes:
            said = error.decode(errors="replace")[-2000:]
            sys.exit(f"{self.name} ended with {child.returncode}\n{said}")
        return took, text

    def answer(self):
        return self.run(keep=True)[1].decode()

    def peak(self):
        """The most memory that a run took, in MiB, told by a process that runs nothing else."""
        if self.before:
            self.before()
        code = (
            "import resource, subprocess, sys\n"
            "null = subprocess.DEVNULL\n"
            "source = open(sys.argv[1], 'rb')\n"
            "subprocess.run(sys.argv[2:], stdin=source, stdout=null, stderr=null)\n"
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        )
        asked = [sys.executable, "-c", code, self.script or os.devnull, *self.command]
        told = subprocess.run(asked, stdout=subprocess.PIPE, check=True).stdout
        if self.after:
            self.after()
        return int(told) / 1024


def in_turn(jobs, rounds):
    """A B C A B C …, after one run of each to warm the cache."""
    for job in jobs:
        job.run()
    for _ in range(rounds):
        for job in jobs:
            job.times.append(job.run()[0])


def median(job):
    return statistics.median(job.times) * 1000


def ratio(job, other):
    """The median of the ratios of each round."""
    return statistics.median(own / its for own, its in zip(job.times, other.times))


def table(title, jobs, beside, memory=()):
    print(f"\n## {title}\n")
    print("| command | ms | × " + " | × ".join(other.name for other in beside) + " | peak MiB |")
    print("|---|---|" + "---|" * len(beside) + "---|")
    for job in jobs:
        ratios = " | ".join(f"{ratio(job, other):.2f}" for other in beside)
        peak = f"{job.peak():.0f}" if job in memory else ""
        print(f"| {job.name} | {median(job):.1f} | {ratios} | {peak} |")
    sys.stdout.flush()


class Bars:
    """What is promised, beside what was measured."""

    def __init__(self):
        self.lines, self.broken = [], 0

    def at_most(self, what, value, bar):
        self.add(what, value, f"≤ {bar}", value <= bar)

    def at_least(self, what, value, bar):
        self.add(what, value, f"≥ {bar}", value >= bar)

    def add(self, what, value, bar, holds):
        verdict = "holds" if holds else "does not hold"
        self.broken += not holds
        self.lines.append(f"| {what} | {value:.2f} | {bar} | {verdict} |")

    def show(self):
        print("\n## The bars\n\n| what | measured | bar | |\n|---|---|---|---|")
        print("\n".join(self.lines))
        sys.stdout.flush()
