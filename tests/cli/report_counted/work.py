"""What was done in the days of the report: T9 (registers), T11 to T15, T18, T20 and the lists."""

from collections import Counter
from datetime import date
from decimal import Decimal

from home import cell, named, person_times

CONTACTS = ["talk", "visit", "call", "letter", "family_call", "guardian_contact", "feedback",
            "help", "survey"]


def number(text):
    return Decimal(text) if text else Decimal(0)


def plain(amount):
    """A decimal as it is written: no zeros at its end."""
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def yuan(rows, column):
    return plain(sum((number(cell(row, column)) for row in rows), Decimal(0)))


def split(rows, column):
    groups = {}
    for row in rows:
        groups.setdefault(column(row), []).append(row)
    return sorted(groups.items(), key=lambda group: str(group[0]))


def of(column):
    return lambda row: cell(row, column)


def month(row):
    return row["date"][:7]


def taking_part(rows):
    return [("records", len(rows)), ("person_times", person_times(rows)),
            ("children", len(named(rows)))]


def t9_registers(home, days):
    for register in CONTACTS:
        done, tried = home.done(register, days), home.tried(register, days)
        if tried:
            attempts = [("attempts", len(tried) - len(done))]
            yield ("T9", None, register, taking_part(done) + attempts)


def t11(home, days):
    rows = home.done("activity", days)
    for kind, own in split(rows, of("kind")):
        yield ("T11", None, kind, taking_part(own))
    yield ("T11", None, "total", taking_part(rows))
    here = {child["id"] for child in home.on_roll(days.last)}
    yield ("T11", None, "none", [
        ("records", None), ("person_times", None), ("children", len(here - named(rows)))])
    for name, own in split(rows, month):
        yield ("T11", None, name, taking_part(own))
    yield ("T11", None, "total", taking_part(rows))


def t12(home, days):
    session = lambda row: (row["date"], cell(row, "session"))  # noqa: E731
    planned = {session(row) for row in home.done("rota", days)}
    held = {session(row) for row in home.done("duty", days)}
    months = sorted({day[:7] for day, _ in planned | held})

    def line(row, name):
        own = [(day, at) for day, at in planned if day.startswith(name)]
        more = [(day, at) for day, at in held - planned if day.startswith(name)]
        return ("T12", None, row, [
            ("planned", len(own)), ("attended", sum(one in held for one in own)),
            ("unplanned", len(more))])

    for name in months:
        yield line(name, name)
    yield line("total", "")


def t13(home, days):
    about = {"lecture": "topic", "training": "topic", "meeting": "matters"}
    for register, column in about.items():
        for row in home.done(register, days):
            guardians = cell(row, "guardians")
            yield ("T13", None, row["date"], [
                ("register", register), ("kind", cell(row, "kind")), ("about", cell(row, column)),
                ("children", person_times([row]) or None),
                ("guardians", guardians and int(guardians))])


def t14(home, days):
    given = home.done("aid", days)
    line = lambda rows: taking_part(rows) + [("yuan", yuan(rows, "amount"))]  # noqa: E731
    for kind, own in split(given, of("kind")):
        yield ("T14", None, kind, line(own))
    yield ("T14", None, "total", line(given))
    came = [row for row in home.done("donation", days) if cell(row, "move") != "out"]

    def goods(rows):
        return [("records", len(rows)), ("yuan", yuan(rows, "cash")),
                ("goods", sum(cell(row, "goods") is not None for row in rows))]

    for kind, own in split(came, of("donor_kind")):
        yield ("T14", None, kind, goods(own))
    yield ("T14", None, "total", goods(came))
    funds = home.done("fund", days)
    for way in ["in", "out"]:
        own = [row for row in funds if cell(row, "direction") == way]
        yield ("T14", None, way, [("records", len(own)), ("yuan", yuan(own, "amount"))])


def until(home, register, day):
    """Everything that a register tells up to a day, since whenever it was kept."""
    rows = [row for row in home.log(register) if date.fromisoformat(row["date"]) <= day]
    return [row for row in rows if row["outcome"].strip() != "attempted"]


def t15(home, days):
    for name, own in split(until(home, "room", days.last), of("name")):
        area = cell(own[-1], "area_m2")
        yield ("T15", None, name, [
            ("area", area and plain(Decimal(area))), ("place", cell(own[-1], "place")),
            ("equipment", cell(own[-1], "equipment"))])
    for name, own in split(until(home, "asset", days.last), of("name")):
        stock, counted = Decimal(0), None
        for row in own:
            quantity, move = number(cell(row, "quantity")), cell(row, "move")
            if move == "stocktake":
                stock, counted = quantity, row["date"]
            else:
                stock += quantity if move == "in" else -quantity
        yield ("T15", None, name, [
            ("stock", plain(stock)), ("unit", cell(own[-1], "unit")), ("counted_on", counted)])
    loans, calls = home.done("book_loan", days), home.done("family_call", days)
    minutes = sum((number(cell(row, "minutes")) for row in calls), Decimal(0))
    for use, own in [("loans", loans), ("family_calls", calls)]:
        yield ("T15", None, use, [("records", len(own)), ("children", len(named(own)))])
    out = [row for row in loans if (cell(row, "returned_on") or "9999") > days.last.isoformat()]
    yield ("T15", None, "not_returned", [("records", len(out))])
    yield ("T15", None, "minutes", [("records", int(minutes))])


def t18(home, days):
    rows = home.done("assessment", days)
    # Who is assessed on two sheets is one in the total.
    held = lambda rows: len({cell(row, "subject") for row in rows})  # noqa: E731
    for sheet, own in split(rows, of("sheet")):
        yield ("T18", None, sheet, [("subjects", held(own)), ("items", len(own))])
    yield ("T18", None, "total", [("subjects", held(rows)), ("items", len(rows))])
    rows = home.done("award", days)
    for kind, own in split(rows, of("kind")):
        # What stands beside a child is what it was for, not who holds it.
        holders = [cell(row, "holder") for row in own] if kind.startswith("advanced_") else []
        yield ("T18", None, kind, [("records", len(own)), ("holders", "、".join(holders))])
    yield ("T18", None, "total", [("records", len(rows)), ("holders", None)])
    reached = [(kind, own) for kind, own in split(home.done("result", days), of("kind"))]
    for kind, own in reached + [("breaches", home.done("breach", days))]:
        people = [child for row in own for child in set(row["children"].split())]
        yield ("T18", None, kind, [("person_times", len(people)), ("children", len(set(people)))])


def state(home, row):
    if cell(row, "done_on"):
        return "done"
    due = cell(row, "due_on")
    return "late" if due and due < home.today.isoformat() else "ahead"


def t20(home, days):
    # Plans are made for school years: what they hold up to the last day, done before or not.
    year = home.year(days.last)
    rows = [row for row in until(home, "work_item", days.last)
            if f"{year}-{year + 1}" in cell(row, "years")]
    states = lambda own: Counter(state(home, row) for row in own)  # noqa: E731
    line = lambda own: [("items", len(own))] + [  # noqa: E731
        (name, states(own)[name]) for name in ["done", "late", "ahead"]]
    for plan, own in split(rows, of("plan")):
        yield ("T20", None, plan, line(own))
    yield ("T20", None, "total", line(rows))
    for row in rows:
        columns = ["plan", "years", "due_on", "done_on"]
        yield ("T20", None, cell(row, "item"), [(name, cell(row, name)) for name in columns]
               + [("state", state(home, row))])


def listed(home, days, table, columns):
    for row in home.done(table, days):
        for child in row["children"].split() or [None]:
            own = [(column, cell(row, column)) for column in columns]
            yield (table, None, child, [("date", row["date"])] + own)


def absences(home, days):
    yield from listed(home, days, "absence", ["from", "until", "reason", "verified_by", "result"])


def changes(home, days):
    yield from listed(home, days, "change", ["field", "old", "new", "why"])
