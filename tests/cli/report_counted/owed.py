"""What was owed and what was done of it: T9 and T10, out of what `obligations` tells."""

import re
from datetime import date, timedelta

from home import ALWAYS, as_on

RESTRICTED = {"counselling", "plan", "incident"}
FIGURES = ["due", "in_time", "late", "undone", "rate", "open", "exempt"]


class Owed:
    """One obligation that falls due in the days of the report."""

    def __init__(self, home, told):
        self.told, self.state = told, told["state"]
        # What must hold at all times is asked for today.
        self.due = date.fromisoformat(told["due"]) if told["due"] else home.today
        self.rule = next(rule for rule in home.rules if rule["id"] == told["rule"])
        grace = timedelta(days=self.rule.get("grace_days", 0))
        ripe = told["due"] is None or self.due + grace < home.today
        met, undone = self.state in ("met", "met_late"), self.state in ("overdue", "missed")
        self.is_due = ripe and (met or undone)
        self.is_undone = undone
        # Neither done nor failed, or done before its day and the grace after it are over.
        self.is_open = self.state in ("open", "grace", "upcoming") or met and not ripe
        subject, name = told["subject"], told["subject_id"]
        child = as_on(home.children[name], home.today) if subject == "child" else None
        self.class_code = {"child": child and child["class"], "class": name}.get(subject)
        self.is_restricted = is_restricted(self.rule)
        self.staff = responsible(home, self.rule, subject, name, child)


def is_restricted(rule):
    """Whether a restricted record asks for it, or nothing else can answer it."""
    asking, answers = rule.get("after", {}).get("records", []), rule.get("records", [])
    facts = {word for name in rule.get("requires", []) for word in re.split("[._]", name)}
    only = bool(answers) and RESTRICTED.issuperset(answers)
    return only or bool(RESTRICTED & (facts | set(asking)))


def responsible(home, rule, subject, name, child):
    """Who ought to do it: rules.md section 4, `by`."""
    if subject == "staff":
        return name
    if "by" not in rule or subject == "school":
        return None
    if subject == "class":
        return home.head_teacher(name, home.today)
    held = [pair for pair in child.get("pair", [])
            if pair["role"] == rule["by"]
            and pair["from"] <= home.today <= pair.get("until", ALWAYS)]
    if held:
        return max(held, key=lambda pair: pair["from"])["staff"]
    return home.head_teacher(child["class"], home.today)


def owed(home, days, told):
    all_owed = [Owed(home, own) for own in told]
    return [own for own in all_owed if days.due[0] <= own.due <= days.due[1]]


def figures(rows):
    due = sum(own.is_due for own in rows)
    in_time = sum(own.is_due and own.state == "met" for own in rows)
    tenths = (in_time * 2000 + due) // (due * 2) if due else 0
    rate = f"{tenths // 10}.{tenths % 10}" if due else None
    late = sum(own.is_due and own.state == "met_late" for own in rows)
    values = [due, in_time, late, sum(own.is_undone for own in rows), rate,
              sum(own.is_open for own in rows), sum(own.state == "exempt" for own in rows)]
    return list(zip(FIGURES, values))


def groups(rows, key):
    own = {}
    for row in rows:
        own.setdefault(key(row), []).append(row)
    return sorted(own.items(), key=lambda group: (group[0] is None, group[0]))


def table(name, of, rows, key):
    for group, own in groups(rows, key):
        yield (name, of, group, figures(own))
    yield (name, of, "total", figures(rows))


def t9(rows):
    yield from table("T9", None, rows, lambda own: own.rule["id"])
    # What must hold at all times falls due in no month.
    dated = [own for own in rows if own.told["due"]]
    for rule, own in groups(dated, lambda own: own.rule["id"]):
        yield from table("T9", rule, own, lambda one: one.due.isoformat()[:7])
    # Misses are listed of children; those of a restricted register are a number alone.
    undone = [own for own in rows if own.is_undone and own.told["subject"] == "child"]
    undone = [own for own in undone if not own.is_restricted]
    for (subject, rule), own in groups(
            undone, lambda one: (one.told["subject_id"], one.rule["id"])):
        slots = sorted(own, key=lambda one: (one.told["first"] or "", one.told["slot"]))
        yield ("T9", None, subject, [
            ("rule", rule), ("undone", len(own)),
            ("slots", " ".join(one.told["slot"] for one in slots))])


def t10(rows):
    yield from table("T10", None, rows, lambda own: own.class_code)
    yield from table("T10", None, rows, lambda own: own.staff)
