-- From one thing that counts to the next (section 6).

-- The runs of days on which a subject is present, the rule is in force and applies, and nothing
-- excuses: within a run the day less its place is always the same.
create table stretch as
    with day_in as (
        select rule.id as rule, present.kind, present.id as subject, present.day
        from rule join present on present.kind = rule.of_kind
        where every = 'rolling' and present.day between rule.first and rule.last
            and not exists (
                select 1 from not_applying as off
                where off.rule = rule.id and off.subject = present.id
                    and off.day = present.day)
            and not exists (
                select 1 from exempt
                where present.kind = 'child' and exempt.child = present.id
                    and exempt.rule = rule.id
                    and present.day between exempt.first and exempt.last))
    select rule, kind, subject, min(day) as first, max(day) as last
    from (
        select *, julianday(day) - row_number() over (
            partition by rule, subject order by day) as run
        from day_in)
    group by rule, kind, subject, run;

-- Days inside terms by their number.
create table term_day as
    select day, row_number() over (order by day) as number
    from calendar_day where exists (select 1 from term where day between first and last);
create index term_day_by on term_day (number);

create table anchored as
    with recursive next(rule, kind, subject, first, end, closed_on) as (
        select rule, kind, subject, stretch.first, stretch.last, (
            select min(counting.day) from counting
            where counting.rule = stretch.rule and counting.subject = stretch.subject
                and counting.day > stretch.first
                and counting.day <= min(stretch.last, today.day))
        from stretch join today where stretch.first <= today.day
        union all
        select rule, kind, subject, closed_on, end, (
            select min(counting.day) from counting
            where counting.rule = next.rule and counting.subject = next.subject
                and counting.day > next.closed_on and counting.day <= min(next.end, today.day))
        from next join today where closed_on is not null)
    select next.*, grace_days,
        iif(in_holidays, date(next.first, printf('+%d days', days)), (
            select day from term_day
            where number = days + coalesce(
                (select max(number) from term_day where term_day.day <= next.first), 0)
        )) as falls_due
    from next join rule on rule.id = next.rule;

create view rolling as
    select rule, kind, subject, anchored.first as label, anchored.first,
        coalesce(closed_on, falls_due) as last, coalesce(falls_due, closed_on) as due,
        coalesce(falls_due, closed_on) as falls, grace_days, closed_on is not null as count,
        closed_on as met_on,
        case
            when closed_on <= coalesce(falls_due, closed_on) then 'met'
            when closed_on is not null then 'met_late'
            when today.day <= falls_due then 'open'
            when today.day <= date(falls_due, printf('+%d days', grace_days)) then 'grace'
            when today.day <= end then 'overdue'
            else 'missed' end as state
    from anchored join today
    -- Open, the calendar must reach the due date, and a stretch that has ended must have passed it.
    where closed_on is not null
        or falls_due is not null and (end >= today.day or end > falls_due);
