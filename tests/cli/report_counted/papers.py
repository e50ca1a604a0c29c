"""Files, pairs, risks and the roll: T7, T8, T16 and T17."""

from collections import Counter
from datetime import date

from facts import share
from home import DAY, cell, is_here, is_in, named


def has_card(child, day):
    """A card that was issued; whether all that it needs stands in it is what rules ask (T9)."""
    issued = child.get("contact_card", {}).get("issued_on")
    return issued is not None and issued <= day


def consenting(home, day):
    own = set()
    for row in home.log("consent"):
        withdrawn = cell(row, "withdrawn_on")
        is_given = date.fromisoformat(row["date"]) <= day and row["outcome"] != "attempted"
        if is_given and (withdrawn is None or date.fromisoformat(withdrawn) > day):
            own |= named([row])
    return own


def papers(home, days):
    children, day = home.on_roll(days.last), days.last
    noticed = lambda child: child.get("carer", {}).get("delegation_notice_on")  # noqa: E731
    grown, agreed = named(home.done("growth", days)), consenting(home, day)
    return [
        ("file", len(children)),
        ("contact_card", sum(has_card(child, day) for child in children)),
        ("growth", sum(child["id"] in grown for child in children)),
        ("delegation_notice",
         sum(noticed(child) is not None and noticed(child) <= day for child in children)),
        ("consent", sum(child["id"] in agreed or "legal_basis" in child for child in children))]


def t7(home, days):
    whole = len(home.on_roll(days.last))
    for row, count in papers(home, days):
        yield ("T7", None, row, [("children", count), ("share", share(count, whole))])


def pairs(home, days):
    """Each pair in force on the last day: role, adult, child."""
    return [(pair["role"], pair["staff"], child["id"]) for child in home.on_roll(days.last)
            for pair in child.get("pair", []) if is_in(pair, days.last)]


def t8(home, days):
    children, own = home.on_roll(days.last), pairs(home, days)
    whole = len(children)

    def line(row, adults, count):
        return ("T8", None, row, [
            ("adults", adults), ("children", count), ("share", share(count, whole))])

    for role in sorted({pair[0] for pair in own}):
        with_it = [pair for pair in own if pair[0] == role]
        yield line(role, len({pair[1] for pair in with_it}), len({pair[2] for pair in with_it}))
    paired = len({pair[2] for pair in own})
    yield line("any", len({pair[1] for pair in own}), paired)
    yield line("unpaired", None, whole - paired)
    buddies = sum(any(is_in(buddy, days.last) for buddy in child.get("buddy", []))
                  for child in children)
    yield line("buddy", None, buddies)


def t16(home, days):
    levels = Counter(child.get("risk") for child in home.on_roll(days.last))
    plans = [row for row in home.log("plan") if date.fromisoformat(row["date"]) <= days.last]
    closed = [date.fromisoformat(cell(row, "closed_on") or "9999-12-31") for row in plans]
    counts = [
        ("high", levels["high"]), ("medium", levels["medium"]), ("low", levels["low"]),
        ("no_level", levels[None]), ("plans_open", sum(day > days.last for day in closed)),
        ("plans_begun", len(home.done("plan", days))),
        ("counselling", len(home.done("counselling", days))),
        ("incidents", len(home.done("incident", days)))]
    for row, count in counts:
        yield ("T16", None, row, [("number", count)])


def moves(home, days):
    """Who joined and who left in these days: a child is still there on the day of its leaving."""
    own = []
    for child in home.children.values():
        for spell in child["spell"]:
            if days.hold(spell["joined"]):
                own.append((spell["joined"], child, "joined", None))
            left = spell.get("left")
            if left is not None and days.hold(left + DAY):
                own.append((left, child, "left", spell.get("reason")))
    return sorted(own, key=lambda move: (move[0], move[1]["id"]))


def t17(home, days):
    own = moves(home, days)
    told = Counter(what for _, _, what, _ in own)
    reasons = Counter(reason for _, _, what, reason in own if what == "left")
    opening = sum(is_here(child, days.first - DAY) for child in home.children.values())
    rows = [("opening", opening), ("joined", told["joined"]), ("left", told["left"])]
    rows += sorted(reasons.items()) + [("closing", len(home.on_roll(days.last)))]
    for row, count in rows:
        yield ("T17", None, row, [("children", count)])


def movers(home, days):
    for day, child, what, reason in moves(home, days):
        yield ("T17", None, child["id"], [
            ("date", day.isoformat()), ("what", what), ("class", child["class"]),
            ("reason", reason)])
