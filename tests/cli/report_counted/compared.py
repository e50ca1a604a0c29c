"""The span beside the one before it: T19."""

from decimal import ROUND_HALF_UP, Decimal

import facts
import owed
import papers
import work
from home import cell, named, person_times


def whole(yuan):
    """Yuan as the names of these two rows say: whole ones, rounded half up."""
    return Decimal(yuan).quantize(Decimal(1), rounding=ROUND_HALF_UP)


def numbers(home, days, told):
    """Each line of the comparison for one span, found again from the tables that tell it."""
    base = dict(list(facts.t1(home, days))[-1][3])
    away = {row: dict(cells)["children"] for _, _, row, cells in facts.t4(home, days)}
    roll = {row: dict(cells)["children"] for _, _, row, cells in papers.t17(home, days)}
    files = dict(papers.papers(home, days))
    pairs = papers.pairs(home, days)
    done = lambda register: home.done(register, days)  # noqa: E731
    count = lambda register: len(done(register))  # noqa: E731
    children = lambda register: len(named(done(register)))  # noqa: E731
    sums = dict(owed.figures(owed.owed(home, days, told)))
    gifts = [row for row in done("donation") if cell(row, "move") != "out"]
    guardians = sum((work.number(cell(row, "guardians")) for row in done("training")), Decimal(0))
    dropped = [row for row in done("absence") if cell(row, "reason") == "dropped_out"]
    return [
        ("pupils", base["pupils"]), ("children", base["children"]), ("boys", base["boys"]),
        ("girls", base["girls"]), ("both_away", away["both"]), ("one_away", away["one"]),
        ("joined", roll["joined"]), ("left", roll["left"]),
        ("contact_cards", files["contact_card"]), ("growth", files["growth"]),
        ("notices", files["delegation_notice"]), ("consents", files["consent"]),
        ("surveyed", children("survey")), ("paired", len({pair[2] for pair in pairs})),
        ("adults", len({pair[1] for pair in pairs})),
        ("talks", count("talk")), ("talked_with", children("talk")),
        ("visits", count("visit")), ("visited", children("visit")), ("calls", count("call")),
        ("letters", count("letter")), ("family_calls", count("family_call")),
        ("guardian_contacts", count("guardian_contact")), ("counselling", count("counselling")),
        ("due", sums["due"]), ("in_time", sums["in_time"]), ("undone", sums["undone"]),
        ("activities", count("activity")), ("activity_times", person_times(done("activity"))),
        ("lectures", count("lecture")), ("lecture_times", person_times(done("lecture"))),
        ("trainings", count("training")), ("guardians", int(guardians)),
        ("meetings", count("meeting")), ("loans", count("book_loan")),
        ("aided", children("aid")), ("aid_yuan", whole(work.yuan(done("aid"), "amount"))),
        ("donations", len(gifts)), ("donated_yuan", whole(work.yuan(gifts, "cash"))),
        ("awards", count("award")), ("absences", count("absence")),
        ("dropped_out", len(named(dropped))), ("publicity", count("publicity")),
        ("results", person_times(done("result"))), ("breaches", person_times(done("breach")))]


def shown(value):
    """Whole sums as numbers; yuan with a part of one as they are written elsewhere."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else work.plain(value)
    return value


def t19(home, days, before, told):
    if before is None:
        return
    now, then = numbers(home, days, told), dict(numbers(home, before, told))
    for row, value in now:
        was = then[row]
        change = None if value is None or was is None else value - was
        yield ("T19", None, row, [
            ("before", shown(was)), ("now", shown(value)), ("change", shown(change))])
