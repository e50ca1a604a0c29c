-- Facts that must hold today (section 7).

create view holds_today as
    select child, path, value, is_date from valued join today
    where today.day between valued.first and valued.last
        and not (is_date and value > today.day);

-- A phone has at least seven digits; full-width ones are digits too.
create view phone_today as
    with recursive letter(child, path, value, place, is_digit) as (
        select child, path, value, 0, 0 from holds_today
        where path = 'phone' or path like '%.phone'
        union all
        select child, path, value, place + 1,
            instr('0123456789０１２３４５６７８９', substr(value, place + 1, 1)) > 0
        from letter where place < length(value))
    select child, path, value from letter
    group by child, path, value having sum(is_digit) >= 7;

create view parent as
    select child.id as child, name,
        exists (
            select 1 from holds_today
            where holds_today.child = child.id and path = name || '.guardianship'
                and value = 'dead') as is_dead
    from child join (select 'father' as name union all select 'mother');

create view head_teacher_today as
    select class, staff, first, row_number() over (
        partition by class order by first desc, staff) as place
    from held_role join today
    where role = 'head_teacher' and today.day between first and last;

create view pairs_today as
    select child, role, count(distinct staff) as staff
    from pair join today
    where today.day between first and last
    group by child, role;

create view contact_card_today as
    select child.id as child from child
    where exists (
            select 1 from holds_today
            where child = child.id and path = 'contact_card.issued_on')
        and exists (select 1 from phone_today where child = child.id and path = 'carer.phone')
        and (
            not exists (select 1 from parent where child = child.id and not is_dead)
            or exists (
                select 1 from parent
                join phone_today on phone_today.child = parent.child
                    and phone_today.path = parent.name || '.phone'
                where parent.child = child.id and not is_dead))
        and exists (
            select 1 from class_of
            join today on today.day between class_of.first and class_of.last
            join head_teacher_today on head_teacher_today.class = class_of.class
            where class_of.child = child.id);

-- The spans that a name may ask of, up to today; between terms the latest begun.
create view span_today as
    select 'ever' as name, '0001-01-01' as first, '9999-12-31' as last
    union all
    select * from (
        select 'this_term', first, last from term join today
        where first <= today.day order by first desc limit 1)
    union all
    select * from (
        select 'this_year', school_year.first, school_year.last
        from term join school_year on school_year.label = term.year join today
        where term.first <= today.day order by term.first desc limit 1);

-- How many kinds of things a child's growth bag got in the term.
create view grown as
    select id, count(distinct code) as categories
    from done join today on done.day <= today.day
    join span_today on name = 'this_term' and done.day between first and last
    join cell on cell.line = done.line and cell.heading = 'category'
    join choice on choice.register = 'growth' and choice.heading = 'category'
        and code = cell.value
    where kind = 'child' and done.register = 'growth'
    group by id;

-- Every name that `requires` may use, with each subject of which it holds.
create view holding as
    select 'child' as kind, child as id, path as name from holds_today
    where path <> 'phone' and path not like '%.phone'
    union all select 'child', child, path from phone_today
    union all select 'child', child, 'contact_card' from contact_card_today
    union all select 'child', child, 'pair.' || role from pairs_today
    union all select 'child', child, 'pair.one.' || role from pairs_today where staff = 1
    union all
    select kind, id, register || '.' || name
    from done join today on done.day <= today.day
    join span_today on done.day between first and last
    union all
    select 'child', id, 'growth.all_categories' from grown
    where categories = (
        select count(*) from choice where register = 'growth' and heading = 'category')
    union all
    select kind, id, 'open_plan'
    from done join today on done.day <= today.day
    where register = 'plan' and line not in (select line from cell where heading = 'closed_on');

-- Who must hold a state rule today: those present to whom it applies.
create view asked_today as
    select rule.id as rule, subject.kind, subject.id as subject
    from rule
    join subject on subject.kind = rule.of_kind
    join present on present.kind = subject.kind and present.id = subject.id
    join today on today.day = present.day and today.day between rule.first and rule.last
    where every = 'state' and not exists (
        select 1 from not_applying as off
        where off.rule = rule.id and off.subject = subject.id and off.day = today.day);

create view state as
    select rule, kind, subject, 'now' as label, null as first, null as last, null as due,
        today.day as falls, 0 as grace_days, 0 as count, null as met_on,
        case
            when not exists (
                select 1 from rule_requires
                where rule_requires.rule = asked_today.rule
                    and (kind, subject, name) not in (select kind, id, name from holding))
                then 'met'
            when exists (
                select 1 from exempt
                where kind = 'child' and exempt.child = subject
                    and exempt.rule = asked_today.rule
                    and today.day between exempt.first and exempt.last) then 'exempt'
            else 'overdue' end as state
    from asked_today join today;
