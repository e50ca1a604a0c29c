"""The list of `care overdue` by the preset's rules, with nothing but Python's csv."""

import csv
import sys
from datetime import date
from glob import glob

folder, today = sys.argv[1:3]
RULES = {
    "talk": "monthly-talk",
    "guardian_contact": "monthly-guardian-contact",
    "letter": "monthly-letter-or-call",
    "family_call": "monthly-letter-or-call",
    "visit": "term-visit",
}


def table(name):
    with open(f"{folder}/{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


roster, heads, slots = table("roster"), table("heads"), table("slots")
classes = {child["id"]: child["class"] for child in roster}
spans = {}
for head in heads:
    key = head["staff"], head["class"]
    spans.setdefault(key, []).append((head["from"], head["until"] or "9999"))

replaced, counting = set(), []
for register, rule in RULES.items():
    for path in glob(f"{folder}/home/log/{register}/*.csv"):
        with open(path, encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            header = next(rows)
            replaces, status = header.index("replaces"), header.index("status")
            way = header.index("direction" if register == "letter" else "mode")
            for row in rows:
                if row[replaces]:
                    replaced.add(row[replaces])
                if row[status] == "void" or row[1] > today:
                    continue
                if register == "letter" and row[way] != "child_to_parent":
                    continue
                if register == "visit":
                    if row[way] in ("phone", "video", "message"):
                        continue
                    held = spans.get((row[3], classes[row[2]]), ())
                    if not any(first <= row[1] <= last for first, last in held):
                        continue
                counting.append((rule, row[2], row[1], row[4] == "attempted", row[0]))

last, tried = {}, {}
for rule, child, day, attempted, own in counting:
    if own in replaced:
        continue
    if attempted:
        tried.setdefault((rule, child), []).append(day)
    elif day > last.get((rule, child), ""):
        last[rule, child] = day

by_rule = {}
for slot in slots:
    by_rule.setdefault(slot["rule"], []).append(slot)
answer = []
for child in roster:
    own, joined = child["id"], child["joined"]
    if child["left"] and child["left"] < today:
        continue
    for rule, spans_of_rule in by_rule.items():
        done = last.get((rule, own), "")
        late = [
            slot
            for slot in spans_of_rule
            if slot["first"] > done and joined <= slot["joined_by"]
            and (not done or slot["in_hand"] == "1")
        ]
        if late:
            since, newest = late[0]["last"], late[-1]["slot"]
            days = (date.fromisoformat(today) - date.fromisoformat(since)).days
            attempts = sum(day > done for day in tried.get((rule, own), ()))
            answer.append((-days, rule, own, newest, since, len(late), done, attempts))
    if not (child["care_type"] and child["carer_name"] and child["carer_relation"]):
        answer.append((0, "child-file", own, "now", "", 1, "", 0))
    if not child["pair_teacher"]:
        answer.append((0, "pair", own, "now", "", 1, "", 0))
answer.sort()
sys.stdout.writelines("\t".join(map(str, (-row[0], *row[1:]))) + "\n" for row in answer)
