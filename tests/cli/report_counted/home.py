"""What the files of a home say: children and staff on a day, the days of terms, rows of logs."""

import pathlib
import sys
import tomllib
from datetime import date, datetime, timedelta

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import records  # noqa: E402  (the reader that knows how corrections are settled)

ALWAYS = date(9999, 12, 31)
DAY = timedelta(days=1)


def read(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def is_in(table, day, first="from", last="until"):
    return table[first] <= day <= table.get(last, ALWAYS)


class Home:
    def __init__(self, root, today):
        self.root, self.today = pathlib.Path(root), today
        self.settings = read(self.root / "care.toml")["school"]
        self.terms = sorted(read(self.root / "calendar.toml")["term"], key=lambda t: t["first"])
        self.staff = read(self.root / "staff.toml")["staff"]
        self.rules = read(self.root / "rules.toml")["rule"]
        files = sorted((self.root / "children").glob("*.toml"))
        self.children = {child["id"]: child for child in map(read, files)}
        self.logs = {}

    def log(self, register):
        """The rows that speak, in the order of their days; those ahead of today are not there."""
        if register not in self.logs:
            rows = records.read(self.root, register)
            families = records.Families(rows)
            told = [row["cells"] for at, row in enumerate(rows) if families.speaks(at)]
            told = [row for row in told if date.fromisoformat(row["date"]) <= self.today]
            self.logs[register] = sorted(told, key=written)
        return self.logs[register]

    def done(self, register, days):
        """What was done in these days, not merely tried."""
        rows = self.tried(register, days)
        return [row for row in rows if row["outcome"].strip() != "attempted"]

    def tried(self, register, days):
        inside = [row for row in self.log(register) if days.hold(date.fromisoformat(row["date"]))]
        return inside

    def on_roll(self, day):
        here = [child for child in self.children.values() if is_here(child, day)]
        return [as_on(child, day) for child in here]

    def year(self, day):
        """The first year of the school year that a day belongs to."""
        begun = [term for term in self.terms if term["first"] <= day]
        return int(begun[-1]["year"][:4]) if begun else None

    def grade(self, code, day):
        entered = code.split("-")[0]
        if not entered.isdigit() or self.year(day) is None:
            return None
        grade = self.year(day) - int(entered) + 1
        return grade if 1 <= grade <= self.settings.get("grades", 6) else None

    def head_teacher(self, code, day):
        for person in self.staff:
            for role in person.get("roles", []):
                is_head = role["role"] == "head_teacher" and role.get("class") == code
                if is_head and is_in(role, day):
                    return person["id"]
        return None


def written(row):
    """Days first, and within a day the order in which it was written down."""
    recorded = datetime.fromisoformat(row["recorded"].replace("Z", "+00:00"))
    return row["date"], recorded, row["id"]


def is_here(child, day):
    return any(is_in(spell, day, "joined", "left") for spell in child["spell"])


def as_on(child, day):
    """The child with its facts as they were on a day: the earliest `was` that reaches it holds."""
    facts = dict(child)
    for was in sorted(child.get("was", []), key=lambda was: was["until"], reverse=True):
        if was["until"] >= day:
            table, _, field = was["field"].rpartition(".")
            if table:
                facts[table] = {**facts.get(table, {}), field: was["value"]}
            else:
                facts[field] = was["value"]
    return facts


def named(rows):
    """Each child that these rows name, once."""
    return {child for row in rows for child in row["children"].split()}


def person_times(rows):
    return sum(len(set(row["children"].split())) for row in rows)


def cell(row, column):
    """What a cell holds; nothing when it is blank or its header is older."""
    text = (row.get(column) or "").strip()
    return records.unescape(text) if text else None


class Days:
    """The days of a report, in which things are done, and those in which things fall due."""

    def __init__(self, first, last, due, today):
        self.first, self.end, self.due = first, last, due
        # Children are those of the last day, or of today when that is earlier.
        self.last = min(last, today)

    def hold(self, day):
        return self.first <= day <= self.last


def spans(home, kind, name):
    """The days of the report, and of the same report before it (none when nothing is known)."""
    if kind == "month":
        first = date.fromisoformat(name + "-01")
        before = (first - DAY).replace(day=1)
        return calendar_days(home, first, next_month(first)), calendar_days(home, before, first)
    if kind == "year" and len(name) == 4:
        first, after = date(int(name), 1, 1), date(int(name) + 1, 1, 1)
        before = date(int(name) - 1, 1, 1)
        is_known = home.terms[0]["first"] < first
        return (calendar_days(home, first, after),
                calendar_days(home, before, first) if is_known else None)
    key = "id" if kind == "term" else "year"
    groups = {}
    for term in home.terms:
        groups.setdefault(term[key], []).append(term)
    names = list(groups)
    at = names.index(name)
    before = groups[names[at - 1]] if at > 0 else None
    return school_days(home, groups[name]), before and school_days(home, before)


def next_month(first):
    return (first + 31 * DAY).replace(day=1)


def calendar_days(home, first, after):
    return Days(first, after - DAY, (first, after - DAY), home.today)


def school_days(home, terms):
    """Terms with the break before them; what falls due counts with the break after them."""
    first, last = terms[0]["first"], terms[-1]["last"]
    earlier = [term["last"] for term in home.terms if term["last"] < first]
    later = [term["first"] for term in home.terms if term["first"] > last]
    begin = max(earlier) + DAY if earlier else first
    due = (first if earlier else date.min, min(later) - DAY if later else ALWAYS)
    return Days(begin, last, due, home.today)
