"""The scripts of DuckDB and SQLite: their tables, and before them the names of all that differs."""

import os

REGISTERS = ["talk", "guardian_contact", "letter", "family_call", "visit"]
DATES = {"date", "joined", "left", "from", "until", "first", "last", "joined_by", "follow_up_on",
         "reply_on"}
HERE = os.path.dirname(os.path.abspath(__file__))


def query(**words):
    with open(f"{HERE}/overdue.sql", encoding="utf-8") as file:
        text = file.read().split("\n", 2)[2]
    for name, value in words.items():
        text = text.replace("{" + name + "}", value)
    return text


def logs(folder, register):
    own = f"{folder}/home/log/{register}"
    return [f"{own}/{name}" for name in sorted(os.listdir(own))]


def duckdb(folder, today):
    """Every column's type is told, so that nothing has to be guessed."""

    def view(name, path, sample):
        with open(sample, encoding="utf-8") as file:
            header = file.readline().strip().split(",")
        kinds = {one: "DATE" if one in DATES else "VARCHAR" for one in header}
        if name == "slots":
            kinds["in_hand"] = "INTEGER"
        columns = ", ".join(f"'{one}': '{kind}'" for one, kind in kinds.items())
        return (
            f"CREATE VIEW {name} AS SELECT * FROM read_csv('{path}', columns={{{columns}}}, "
            "header=true, delim=',', quote='\"', escape='\"', auto_detect=false);\n"
        )

    text = ".mode tabs\n.headers off\n.nullvalue ''\n"
    for register in REGISTERS:
        own = f"{folder}/home/log/{register}/*.csv"
        text += view(register, own, logs(folder, register)[0])
    for name in ["roster", "heads", "slots"]:
        text += view(name, f"{folder}/{name}.csv", f"{folder}/{name}.csv")
    day = f"DATE '{today}'"
    return text + query(
        today=day, days=f"{day} - late.since", until="CAST(heads.until AS VARCHAR)",
        left='CAST(roster."left" AS VARCHAR)', last_done="CAST(last_done AS VARCHAR)",
    )


def sqlite(folder, today):
    text = ".mode csv\n"
    for register in REGISTERS:
        first, *rest = logs(folder, register)
        text += f".import {first} {register}\n"
        text += "".join(f".import --skip 1 {path} {register}\n" for path in rest)
    for name in ["roster", "heads", "slots"]:
        text += f".import {folder}/{name}.csv {name}\n"
    text += (
        "CREATE INDEX roster_id ON roster(id);\nCREATE INDEX heads_staff ON heads(staff);\n"
        ".mode tabs\n.headers off\n"
    )
    return text + query(
        today=f"'{today}'", days=f"CAST(julianday('{today}') - julianday(late.since) AS INTEGER)",
        until="heads.until", left='roster."left"', last_done="last_done",
    ).replace("slots.in_hand = 1", "slots.in_hand = '1'")
