-- The spans in which something must happen, by rule (section 2). Of an elder's birthday the
-- subject is the child; all others are everybody's. `asked_on` is the day of an occasion.

create table week as
    with recursive later(term, number, monday, first, last) as (
        select id, 1, date(first, '-6 days', 'weekday 1'), first, last from term
        union all
        select term, number + 1, date(monday, '+7 days'), first, last
        from later where date(monday, '+7 days') <= last)
    select printf('%s/w%02d', term, number) as label, max(first, monday) as first,
        min(last, date(monday, '+6 days')) as last
    from later;

create table month as
    with recursive later(begins, first, last) as (
        select date(first, 'start of month'), first, last from term
        union all
        select date(begins, '+1 month'), first, last
        from later where date(begins, '+1 month') <= last)
    select substr(begins, 1, 7) as label, max(first, begins) as first,
        min(last, date(begins, '+1 month', '-1 day')) as last
    from later;

create table anchor as
    select term || '/' || name as label, first, last from term_anchor;
insert into anchor
    select id || '/' || name, begins, date(begins, '+27 days')
    from (
        select id, 'start' as name, first as begins from term
        union all select id, 'end', date(last, '-27 days') from term
        union all select id, 'mid', date(first, printf(
            '+%d days', (cast(julianday(last) - julianday(first) as integer) + 1 - 28) / 2))
        from term)
    where id not in (select term from term_anchor);

create table school_year as
    select year as label, min(first) as first, max(last) as last from term group by year;

-- A break stands between two terms, of one year or of two.
create table break as
    select iif(year = next_year, 'winter_break', 'summer_break') as name,
        date(last, '+1 day') as first, date(next, '-1 day') as last
    from (
        select last, year, lead(first) over (order by first) as next,
            lead(year) over (order by first) as next_year
        from term)
    where julianday(next) - julianday(last) > 1;

-- Birthdays of elders: a day that a month has not falls on its last one.
create table birthday as
    with solar as (
        select child, birthday, min(
            date(year || '-' || substr(birthday, 1, 2) || '-01', '+1 month', '-1 day'),
            date(year || '-' || substr(birthday, 1, 2) || '-01',
                printf('+%d days', substr(birthday, 4) - 1))) as day
        from elder
        join (select distinct substr(day, 1, 4) as year from calendar_day)
        where calendar = 'solar'),
    lunar_month as (
        select first, month, leap, lead(first) over (order by first) as next from moon),
    lunar as (
        select child, birthday, min(
            date(next, '-1 day'),
            date(first, printf('+%d days', substr(birthday, 4) - 1))) as day
        from elder
        join lunar_month on not leap and month = cast(substr(birthday, 1, 2) as integer)
        where calendar = 'lunar' and next is not null)
    select distinct child, day from (select * from solar union all select * from lunar);

create table occasion as
    select name, null as child, name || '/' || substr(day, 1, 4) as label, day from festival
    union all
    select 'elder_birthday', child, 'elder_birthday/' || day, day from birthday;

create table slot as
    select rule.id as rule, null as subject, label, span.first, span.last,
        null as session, null as asked_on
    from rule
    join (
        select 'week' as every, * from week
        union all select 'month', * from month
        union all select 'anchor', * from anchor
        union all select 'term', id, first, last from term
        union all select 'year', * from school_year
    ) as span on span.every = rule.every;
insert into slot
    select rule.id, null, day || coalesce('/' || session, ''), day, day, session, null
    from rule
    join school_day
    left join rule_session on rule_session.rule = rule.id
    where every = 'school_day';
insert into slot
    select rule.id, child, label, date(day, printf('-%d days', before_days)),
        date(day, printf('+%d days', after_days)), null, day
    from rule
    join rule_occasion on rule_occasion.rule = rule.id
    join occasion on occasion.name = rule_occasion.name
    join calendar_span on day between calendar_span.first and calendar_span.last
    where every = 'occasion';
insert into slot
    select rule.id, null, break.name || '/' || substr(break.first, 1, 4), break.first,
        break.last, null, break.first
    from rule
    join rule_occasion on rule_occasion.rule = rule.id
    join break on break.name = rule_occasion.name
    where every = 'occasion';

-- Outside the days on which the rule is in force there are none.
delete from slot
    where exists (
        select 1 from rule
        where rule.id = slot.rule and slot.first not between rule.first and rule.last);
