-- Days, terms and school days (sections 1 and 2).

-- From well before the first term to well after the last, for what is agreed or falls beside them.
create table calendar_day as
    with recursive later(day, end) as (
        select date(min(first), '-60 days'), date(max(last), '+400 days') from term
        union all
        select date(day, '+1 day'), end from later where day < end)
    select day from later;

-- A make-up day wins over a holiday; Sunday is 0.
create table school_day as
    select calendar_day.day, term.id as term
    from calendar_day join term on calendar_day.day between term.first and term.last
    where exists (select 1 from workday where workday.day = calendar_day.day)
        or cast(strftime('%w', calendar_day.day) as integer) between 1 and 5
        and not exists (
            select 1 from holiday where calendar_day.day between holiday.first and holiday.last);

-- A term with the break after it: what falls due in a break belongs to the term before.
create view term_and_break as
    select id, year, first,
        coalesce(date(lead(first) over (order by first), '-1 day'), '9999-12-31') as last
    from term;

create view calendar_span as select min(first) as first, max(last) as last from term;
