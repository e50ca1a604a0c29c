-- The list of `care overdue` by the preset's rules, for DuckDB and SQLite: {a} and {b} stand where
-- the two differ. The tables are the five logs, roster, heads and slots.
CREATE TEMP TABLE replaced AS
SELECT replaces AS id FROM talk WHERE replaces <> ''
UNION ALL SELECT replaces FROM guardian_contact WHERE replaces <> ''
UNION ALL SELECT replaces FROM letter WHERE replaces <> ''
UNION ALL SELECT replaces FROM family_call WHERE replaces <> ''
UNION ALL SELECT replaces FROM visit WHERE replaces <> '';

CREATE TEMP TABLE counting AS
SELECT 'talk' AS duty, children AS child, date, outcome = 'attempted' AS tried FROM talk
WHERE coalesce(status, '') <> 'void' AND date <= {today}
  AND id NOT IN (SELECT id FROM replaced)
UNION ALL
SELECT 'guardian', children, date, outcome = 'attempted' FROM guardian_contact
WHERE coalesce(status, '') <> 'void' AND date <= {today}
  AND id NOT IN (SELECT id FROM replaced)
UNION ALL
SELECT 'letter', children, date, outcome = 'attempted' FROM letter
WHERE coalesce(status, '') <> 'void' AND date <= {today} AND direction = 'child_to_parent'
  AND id NOT IN (SELECT id FROM replaced)
UNION ALL
SELECT 'letter', children, date, outcome = 'attempted' FROM family_call
WHERE coalesce(status, '') <> 'void' AND date <= {today}
  AND id NOT IN (SELECT id FROM replaced)
UNION ALL
SELECT 'visit', children, date, outcome = 'attempted' FROM visit
JOIN roster ON roster.id = visit.children
JOIN heads ON heads.staff = visit.staff AND heads.class = roster.class
WHERE coalesce(status, '') <> 'void' AND date <= {today}
  AND coalesce(mode, '') NOT IN ('phone', 'video', 'message')
  AND heads."from" <= date AND (coalesce({until}, '') = '' OR date <= heads.until)
  AND visit.id NOT IN (SELECT id FROM replaced);

CREATE TEMP TABLE duties AS
SELECT DISTINCT rule, CASE rule WHEN 'monthly-talk' THEN 'talk' WHEN 'term-visit' THEN 'visit'
    WHEN 'monthly-letter-or-call' THEN 'letter' ELSE 'guardian' END AS duty FROM slots;

CREATE TEMP TABLE pairs AS
SELECT roster.id AS child, roster.joined AS joined, duties.rule AS rule, duties.duty AS duty,
       last_done
FROM roster CROSS JOIN duties
LEFT JOIN (SELECT duty, child, max(date) AS last_done FROM counting WHERE NOT tried
           GROUP BY duty, child) AS done
       ON done.duty = duties.duty AND done.child = roster.id
WHERE coalesce({left}, '') = '' OR roster."left" >= {today};

CREATE TEMP TABLE late AS
SELECT child, pairs.rule AS rule, duty, last_done, min(slots.last) AS since, max(slots.last) AS newest,
       count(*) AS missed
FROM pairs JOIN slots ON slots.rule = pairs.rule AND pairs.joined <= slots.joined_by
WHERE last_done IS NULL OR (slots.in_hand = 1 AND last_done < slots.first)
GROUP BY child, pairs.rule, duty, last_done;

CREATE TEMP TABLE tries AS
SELECT late.rule AS rule, late.child AS child, count(*) AS attempts
FROM late JOIN counting ON counting.duty = late.duty AND counting.child = late.child
WHERE tried AND (last_done IS NULL OR counting.date > last_done)
GROUP BY late.rule, late.child;

SELECT {days} AS days, late.rule AS rule, late.child AS child, slots.slot, late.since, late.missed,
       coalesce({last_done}, ''), coalesce(attempts, 0)
FROM late JOIN slots ON slots.rule = late.rule AND slots.last = late.newest
LEFT JOIN tries ON tries.rule = late.rule AND tries.child = late.child
UNION ALL
SELECT 0, 'child-file', id, 'now', NULL, 1, '', 0 FROM roster
WHERE (coalesce(care_type, '') = '' OR coalesce(carer_name, '') = ''
       OR coalesce(carer_relation, '') = '')
  AND (coalesce({left}, '') = '' OR roster."left" >= {today})
UNION ALL
SELECT 0, 'pair', id, 'now', NULL, 1, '', 0 FROM roster
WHERE coalesce(pair_teacher, '') = '' AND (coalesce({left}, '') = '' OR roster."left" >= {today})
ORDER BY 1 DESC, 2, 3;
