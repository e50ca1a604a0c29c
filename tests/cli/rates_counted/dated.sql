-- Who owes a slot, and how it stands today (sections 3 and 5).

-- How many school days of a slot a subject must be present on.
create view threshold as
    select id as rule, of_kind as kind, coalesce(least_days, case every
        when 'week' then 3 when 'month' then 10 when 'anchor' then 5
        when 'term' then 20 when 'year' then 40 else 1 end) as days
    from rule;

create table present_at_school as
    select kind, id, day from present where day in (select day from school_day);
create index present_at_school_of on present_at_school (kind, id, day);

-- Each slot that a subject may owe, with the first day in it on which the subject is present.
create table asked_of as
    select slot.rowid as slot, slot.rule, kind, subject.id as subject, slot.label,
        slot.first, slot.last, slot.session, rule.times, rule.due_days, rule.grace_days,
        coalesce(
            (select min(day) from present
             where present.kind = subject.kind and present.id = subject.id
                and day between slot.first and slot.last),
            slot.first) as begins
    from slot
    join rule on rule.id = slot.rule
    join threshold on threshold.rule = rule.id
    join subject using (kind)
    where coalesce(slot.subject, subject.id) = subject.id
        and iif(asked_on is null,
            threshold.days <= (
                select count(*) from present_at_school as here
                where here.kind = subject.kind and here.id = subject.id
                    and day between slot.first and slot.last),
            exists (
                select 1 from present as here
                where here.kind = subject.kind and here.id = subject.id and day = asked_on))
        and not exists (
            select 1 from not_applying as off
            where off.rule = slot.rule and off.subject = subject.id and off.day = slot.first);

create table due_of as
    select asked_of.*,
        iif(due_days is null, last,
            min(last, date(begins, printf('+%d days', due_days - 1)))) as due
    from asked_of;
create index due_of_slot on due_of (rule, subject);

-- The days in a slot on which something counts, in their order.
create view day_done as
    select due_of.rowid as owed, counting.day,
        row_number() over (partition by due_of.rowid order by counting.day) as number
    from due_of
    join counting on counting.rule = due_of.rule and counting.subject = due_of.subject
        and counting.day between due_of.first and due_of.last
        and (due_of.session is null or due_of.session = counting.session)
    where counting.day <= (select day from today)
    group by due_of.rowid, counting.day;

create view dated as
    with done as (select owed, count(*) as days from day_done group by owed),
    known as (
        select due_of.*, coalesce(done.days, 0) as count, day_done.day as met_on
        from due_of
        left join done on done.owed = due_of.rowid
        left join day_done on day_done.owed = due_of.rowid and number = times)
    select rule, kind, subject, label, first, last, due, due as falls, grace_days, count, met_on,
        case
            when met_on <= due then 'met'
            when met_on is not null then 'met_late'
            when exists (
                select 1 from exempt
                where kind = 'child' and exempt.child = known.subject
                    and exempt.rule = known.rule
                    and due between exempt.first and exempt.last) then 'exempt'
            when today.day < first then 'upcoming'
            when today.day <= due then 'open'
            when today.day <= date(due, printf('+%d days', grace_days)) then 'grace'
            when today.day <= last then 'overdue'
            else 'missed' end as state
    from known join today
    -- Leavers are not blamed.
    where met_on is not null or exists (
        select 1 from on_roll
        where on_roll.kind = known.kind and on_roll.id = known.subject and on_roll.day = due);
