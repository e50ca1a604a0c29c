-- All that is owed today with whom it concerns, and the rates of it (section 5).

create view pair_today as
    select child, staff, role, row_number() over (
        partition by child, role order by pair.first desc, staff) as place
    from pair join today on today.day between first and last;

create table owed as
    with told as (
        select * from dated union all select * from rolling
        union all select * from after_dated union all select * from state),
    placed as (
        select told.*,
            iif(kind = 'class', told.subject, (
                select class from class_of join today on today.day between first and last
                where kind = 'child' and child = told.subject)) as class,
            rule.by_role
        from told join rule on rule.id = told.rule
        -- What is only told of is in no rate.
        where level <> 'inform')
    select placed.*,
        iif(by_role is null, null, coalesce(
            (select staff from pair_today
             where kind = 'child' and child = subject and role = by_role and place = 1),
            (select staff from head_teacher_today as head
             where head.class = placed.class and place = 1))) as staff
    from placed;

-- What is due with its grace over; a fact is judged on the day itself. In a break all belongs to
-- the term before.
create table judged as
    with parted as (
        select owed.*,
            due is null or date(due, printf('+%d days', grace_days)) < today.day as is_past,
            (select id from term_and_break as term
             where falls between term.first and term.last) as term
        from owed join today)
    select parted.*, state <> 'exempt' and is_past as is_due, is_past and state = 'met' as is_done
    from parted;

create view reckoned as
    select rule, class, substr(due, 1, 7) as month, staff, term,
        is_past and state in ('met', 'met_late', 'overdue', 'missed') as due,
        is_past and state = 'met' as done,
        is_past and state = 'met_late' as late,
        is_past and state in ('overdue', 'missed') as undone,
        not is_past and state in ('met', 'met_late') as early,
        state in ('open', 'grace', 'upcoming') as open,
        state = 'exempt' as exempt
    from judged;

-- The term of today, and all terms of its school year.
create view asked_span as
    with now as (select id, year from term_and_break join today on day between first and last)
    select 'term' as name, id as term from now
    union all
    select 'year', term.id from term join now using (year);

create view grouped as
    select asked_span.name as span, by, case by
        when 'rule' then rule when 'class' then class
        when 'month' then month else staff end as "group", reckoned.*
    from reckoned
    join asked_span using (term)
    join (select 'rule' as by union select 'class' union select 'month' union select 'staff');
