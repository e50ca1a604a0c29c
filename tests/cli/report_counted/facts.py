"""Who the children are on the last day: T1 to T8, T16 and T17."""

from collections import Counter
from datetime import date

from home import DAY, cell, named

# Codes as the columns `care_type` and `risk` list them (records.md), provinces by their names.
CARE = ["grandparent", "one_parent", "kin_friend", "single_or_orphan", "peer_self", "none",
        "institution", "other"]
PROVINCES = {"北京": "beijing", "上海": "shanghai", "江苏": "jiangsu", "浙江": "zhejiang",
             "安徽": "anhui", "福建": "fujian", "山东": "shandong", "广东": "guangdong"}


def share(part, whole):
    """Hundredths of a percent, a half upward."""
    if not whole or part is None:
        return None
    hundredths = (part * 20000 + whole) // (whole * 2)
    return f"{hundredths // 100}.{hundredths % 100:02}"


def t1(home, days):
    children = home.on_roll(days.last)
    pupils = {}
    for row in home.log("enrolment"):
        if date.fromisoformat(row["date"]) <= days.last:
            pupils[cell(row, "class")] = int(cell(row, "pupils"))

    def line(row, own, grades):
        counts = [count for code, count in pupils.items()
                  if home.grade(code, days.last) in grades]
        all_pupils = sum(counts) if counts else None
        sexes = Counter(child.get("sex") for child in own)
        return ("T1", None, row, [
            ("pupils", all_pupils), ("children", len(own)), ("boys", sexes["male"]),
            ("girls", sexes["female"]), ("share", share(len(own), all_pupils))])

    grades = range(1, home.settings.get("grades", 6) + 1)
    by_grade = {grade: [child for child in children
                        if home.grade(child["class"], days.last) == grade] for grade in grades}
    for grade, own in by_grade.items():
        yield line(str(grade), own, [grade])
    yield line("total", children, grades)


def months_before(day, months):
    """The day that lies so many months before, or the last of its month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    after = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + (day.day - 1) * DAY, after - DAY)


def is_dead(parent):
    return parent.get("guardianship") == "dead"


def is_away(parent, day, months):
    """Whether a parent has been away for so many months; none when that is not known."""
    if is_dead(parent):
        return False
    since = parent.get("away_since")
    if not parent.get("away"):
        return parent.get("away")
    if since is None:
        return True if months == 0 else None
    return since <= months_before(day, months)


def is_of_age(child, day, years):
    born = child.get("birth_date")
    return None if born is None else age(born, day) >= years


def age(born, day):
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def parents(child):
    return [child.get("father", {}), child.get("mother", {})]


def civil_affairs(child, day):
    if is_of_age(child, day, 16):
        return "no"
    own = parents(child)
    away = [is_away(parent, day, 0) for parent in own]
    if None in away or child.get("birth_date") is None:
        return "unknown"
    cannot = [parent.get("guardianship") in ("unable", "dead") for parent in own]
    other = away[0] and cannot[1] or away[1] and cannot[0]
    return "yes" if all(away) or other else "no"


def registry(child, day):
    if not child["class"][:1].isdigit():
        return "0"
    away = [is_away(parent, day, 3) for parent in parents(child)]
    return "unknown" if None in away else str(sum(away))


def census(child, day):
    away = [is_away(parent, day, 6) for parent in parents(child)]
    if is_of_age(child, day, 18):
        return "no"
    if child.get("birth_date") is None or None in away and True not in away:
        return "unknown"
    return "yes" if True in away else "no"


def t2(home, days):
    day, children = days.last, home.on_roll(days.last)
    asked = [("civil_affairs", civil_affairs, "yes"), ("registry_0", registry, "0"),
             ("registry_1", registry, "1"), ("registry_2", registry, "2"),
             ("census", census, "yes")]
    for row, status, value in asked:
        told = Counter(status(child, day) for child in children)
        yield ("T2", None, row, [("children", told[value]), ("unknown", told["unknown"])])
    yield ("T2", None, "school", [("children", len(children)), ("unknown", 0)])


def shares(table, rows, whole):
    for row, count in rows:
        yield (table, None, row, [("children", count), ("share", share(count, whole))])


def t3(home, days):
    children = home.on_roll(days.last)
    told = Counter(child.get("care_type") for child in children)
    rows = [(code, told[code]) for code in CARE if told[code]]
    yield from shares("T3", rows + [("total", len(children))], len(children))


def away_on(child, day):
    """Which parents are away on the day; none when the file does not say of one."""
    told = [is_away(parent, day, 0) for parent in parents(child)]
    if None in told:
        return None
    return [parent for parent, away in zip(parents(child), told) if away]


def t4(home, days):
    children = home.on_roll(days.last)
    away = [away_on(child, days.last) for child in children]
    told = Counter(None if own is None else len(own) for own in away)
    rows = [("both", told[2]), ("one", told[1]), ("none", told[0]), ("not_stated", told[None])]
    yield from shares("T4", rows + [("total", len(children))], len(children))
    places = Counter()
    for own in away:
        places.update({PROVINCES[parent["work_place"][:2]] for parent in own or []
                       if parent.get("work_place")})
    rows = [(code, places[code]) for code in PROVINCES.values() if places[code]]
    yield from shares("T4", rows, len(children))


def t5(home, days):
    children = home.on_roll(days.last)
    tagged = lambda tag: sum(tag in child.get("tags", []) for child in children)  # noqa: E731
    dropped = [row for row in home.done("absence", days) if cell(row, "reason") == "dropped_out"]
    counts = [
        ("boarding", sum(child.get("boarding", False) for child in children)),
        ("disabled", tagged("disabled")), ("poor", tagged("poor")), ("orphan", tagged("orphan")),
        ("single_parent", tagged("single_parent")),
        ("single_or_orphan",
         sum(child.get("care_type") == "single_or_orphan" for child in children)),
        ("dropped_out", len(named(dropped)))]
    for row, count in counts:
        yield ("T5", None, row, [("children", count)])


def t6(home, days):
    ages = [age(child["birth_date"], days.last) if "birth_date" in child else None
            for child in home.on_roll(days.last)]
    bands = [("0-5", 0, 5), ("6-13", 6, 13), ("14-16", 14, 16), ("17+", 17, 999)]
    for row, least, most in bands:
        own = sum(years is not None and least <= years <= most for years in ages)
        yield ("T6", None, row, [("children", own)])
    yield ("T6", None, "not_stated", [("children", ages.count(None))])
    yield ("T6", None, "total", [("children", len(ages))])
