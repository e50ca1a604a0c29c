"""Where the programs and the homes are, and how they come there."""

import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(os.path.dirname(HERE))
TARGET = os.environ.get("CARGO_TARGET_DIR", f"{PROJECT}/target")
WORK = f"{TARGET}/benchmarks"
TODAY = "2024-12-20"

# What DuckDB and polars are taken from; each run says which versions it found.
PEERS = ["duckdb-cli", "polars"]


class Programs:
    def __init__(self, profile):
        self.folder = f"{TARGET}/{profile}"
        self.care = f"{self.folder}/care"
        self.empty = f"{self.folder}/examples/bench-empty"
        self.duckdb = f"{WORK}/peers/bin/duckdb"
        self.python = sys.executable
        self.polars = f"{WORK}/peers/bin/python"

    def build(self):
        wanted = ["--bin", "care", "--example", "bench-home", "--example", "bench-empty"]
        command = ["cargo", "build", "--quiet", "--release", "--locked", *wanted]
        subprocess.run(command, cwd=PROJECT, check=True)
        told = subprocess.run([self.empty, "command-0"], capture_output=True, text=True).stdout
        own = care_commands()
        if int(told) != own:
            sys.exit(f"care has {own} commands; write that into tests/benchmarks/empty.rs")

    def home(self, name, *arguments):
        """A home of this size, written when it is not there or the generator is younger."""
        generator, folder = f"{self.folder}/examples/bench-home", f"{WORK}/{name}"
        mark, asked = f"{folder}/written", " ".join(map(str, arguments))
        if os.path.exists(mark) and os.path.getmtime(mark) > os.path.getmtime(generator):
            with open(mark, encoding="utf-8") as file:
                if file.read() == asked:
                    return folder
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        subprocess.run([generator, folder, *asked.split()], check=True)
        with open(mark, "w", encoding="utf-8") as file:
            file.write(asked)
        return folder

    def fetch_peers(self):
        """DuckDB and polars into a folder of their own, and Debian's packages, where allowed."""
        if not (os.path.exists(self.duckdb) and os.path.exists(self.polars)):
            subprocess.run([sys.executable, "-m", "venv", f"{WORK}/peers"], check=True)
            subprocess.run([self.polars, "-m", "pip", "install", "--quiet", *PEERS], check=False)
        lacking = [
            package
            for package, tool in (("recutils", "recsel"), ("sqlite3", "sqlite3"))
            if not shutil.which(tool)
        ]
        if lacking and os.geteuid() == 0 and shutil.which("apt-get"):
            install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *lacking]
            subprocess.run(install, stdout=subprocess.DEVNULL, check=False)

    def has_polars(self):
        if not os.path.exists(self.polars):
            return False
        asked = [self.polars, "-c", "import polars"]
        return subprocess.run(asked, stderr=subprocess.DEVNULL).returncode == 0


def care_commands():
    with open(f"{PROJECT}/src/commands/mod.rs", encoding="utf-8") as file:
        table = file.read().split("\ncommands! {")[1].split("}")[0]
    words = table.replace(";", " ").split()
    registers = os.listdir(f"{PROJECT}/src/domain/registers")
    return sum(not word.endswith(":") for word in words) + len(registers)


def logs(folder):
    own = f"{folder}/home/log"
    return sorted(f"{own}/{kind}/{name}" for kind in os.listdir(own)
                  for name in os.listdir(f"{own}/{kind}"))


def without_cache(folder):
    """Takes away what is derived, which is never needed."""
    return lambda: shutil.rmtree(f"{folder}/home/.care/cache", ignore_errors=True)
