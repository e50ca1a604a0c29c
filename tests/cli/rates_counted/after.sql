-- Something happened, so something is owed (section 6a).

create view asking_on as
    select rule, subject, day, cell.value as agreed
    from asking join rule on rule.id = asking.rule
    left join cell on cell.line = asking.line and cell.heading = after_on
    union all
    select rule.id, spell.child, spell.first, null from rule join spell where after_joined;

-- The days that a rule counts in school days, after the day that asks.
create view counted_after as
    select rule, subject, asking_on.day as first, here.day, row_number() over (
        partition by rule, subject, asking_on.day order by here.day) as number
    from asking_on join rule on rule.id = rule and in_school_days
    join present_at_school as here on here.kind = rule.of_kind
        and here.id = asking_on.subject and here.day > asking_on.day;

-- Without a due date when the calendar ends before it.
create view asked_after as
    select distinct asking.rule, rule.of_kind as kind, asking.subject, asking.day as first,
        case
            when after_on is not null then max(asking.day, agreed)
            when in_school_days then (
                select day from counted_after as counted
                where counted.rule = asking.rule and counted.subject = asking.subject
                    and counted.first = asking.day and number = days)
            else date(asking.day, printf('+%d days', days)) end as due,
        grace_days, after_attempt
    from asking_on as asking
    join rule on rule.id = asking.rule
    join today
    join present on present.kind = rule.of_kind and present.id = asking.subject
        and present.day = asking.day
    where asking.day between rule.first and rule.last and asking.day <= today.day
        -- A blank cell or one that is no date asks for nothing.
        and (after_on is null or date(agreed) = agreed)
        and not exists (
            select 1 from not_applying as off
            where off.rule = asking.rule and off.subject = asking.subject
                and off.day = asking.day);

-- The first event that answers: a thing does not answer itself on its own day.
create table answered as
    with found as (
        select asked_after.*, (
            select min(day) from counting
            where counting.rule = asked_after.rule and counting.subject = asked_after.subject
                and day >= asked_after.first and day <= (select day from today)
                and (day > asked_after.first or after_attempt or register not in (
                    select register from rule_register
                    where rule = asked_after.rule and asks))) as met_on
        from asked_after)
    select rule, kind, subject, first, coalesce(due, met_on) as due, grace_days, met_on
    from found;

create view roll_after as
    select answered.*,
        exists (
            select 1 from on_roll
            where on_roll.kind = answered.kind and id = subject and day = due) as on_due,
        exists (
            select 1 from on_roll
            where on_roll.kind = answered.kind and id = subject and day = date(due, '+1 day')
        ) as on_next,
        exists (
            select 1 from on_roll
            where on_roll.kind = answered.kind and id = subject
                and day = (select day from today)) as on_today
    from answered;

create view after_dated as
    select rule, kind, subject, first || '/' || due as label, first,
        coalesce(met_on, due) as last, due, due as falls, grace_days,
        met_on is not null as count, met_on,
        case
            when met_on <= due then 'met'
            when met_on is not null then 'met_late'
            when exists (
                select 1 from exempt
                where kind = 'child' and exempt.child = subject
                    and exempt.rule = roll_after.rule
                    and due between exempt.first and exempt.last) then 'exempt'
            when today.day <= due then 'open'
            when today.day <= date(due, printf('+%d days', grace_days)) then 'grace'
            when on_today then 'overdue'
            else 'missed' end as state
    from roll_after join today
    -- Who is off the roll on the due date, or was so the day after and is so today, owes nothing.
    where met_on is not null
        or on_due and (today.day <= due or on_today or on_next
            or exists (
                select 1 from exempt
                where kind = 'child' and exempt.child = subject
                    and exempt.rule = roll_after.rule
                    and due between exempt.first and exempt.last));
