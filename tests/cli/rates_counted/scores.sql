-- Scores by the sheets of a home, on the day and in the periods of today (the reference's
-- "Score sheets").

-- Each day is of one period of a sheet; the first term answers for what lies before it too.
create view sheet_period as
    select sheet.name as sheet, term.id as period,
        iif(term.first = calendar_span.first, '0001-01-01', term.first) as first, term.last
    from sheet join term_and_break as term join calendar_span
    where every = 'term'
    union all
    select sheet.name, term.year,
        iif(min(term.first) = calendar_span.first, '0001-01-01', min(term.first)), max(term.last)
    from sheet join term_and_break as term join calendar_span
    where every = 'year'
    group by sheet.name, term.year
    union all
    select sheet, substr(day, 1, 7), day,
        date(lead(day) over (partition by sheet order by day), '-1 day')
    from (
        select sheet, date(begins.day, 'start of month') as day
        from sheet_month
        join calendar_day as begins on substr(begins.day, 9, 2) = '01'
            and cast(substr(begins.day, 6, 2) as integer) = month);

-- The periods that have begun, and the day on which their subjects are looked for: the last one,
-- or today. What lies before the calendar is nobody's.
create table asked_sheet as
    select sheet, period, sheet_period.first, sheet_period.last,
        min(sheet_period.last, today.day) as day
    from sheet_period join today join calendar_span
    where sheet_period.first <= today.day and sheet_period.last >= calendar_span.first;

-- A role that a sheet leaves out is none; a sheet that names none takes all.
create view role_asked as
    select sheet.name as sheet, role
    from sheet join (select role from pair union select role from held_role) as roles
    where role in (select role from sheet_role where sheet = sheet.name)
        or sheet.name not in (select sheet from sheet_role);

create view subject_found as
    select asked.sheet, period, 'child' as of_kind, on_roll.id as subject
    from asked_sheet as asked join on_roll using (day)
    where kind = 'child'
    union
    select asked.sheet, period, 'pair', pair.child || '/' || pair.staff
    from asked_sheet as asked
    join pair on asked.day between pair.first and pair.last
    join role_asked on role_asked.sheet = asked.sheet and role_asked.role = pair.role
    join on_roll on kind = 'child' and on_roll.id = pair.child and on_roll.day = asked.day
    union
    select asked.sheet, period, 'teacher', held.staff
    from asked_sheet as asked
    join (
        select staff, role, first, last from held_role
        union all select staff, role, first, last from pair
    ) as held on asked.day between held.first and held.last
    join role_asked on role_asked.sheet = asked.sheet and role_asked.role = held.role
    union
    select asked.sheet, period, 'class', on_roll.id
    from asked_sheet as asked join on_roll using (day)
    where kind = 'class'
    union
    select sheet, period, 'school', 'school' from asked_sheet;

-- Rows of `assessment` that are marks: whose, of which item and period; a name that only one has
-- will do for its id.
create table named as
    select 'child' as of_kind, name, max(id) as id from child_name group by name having count(*) = 1
    union all
    select 'teacher', name, max(id) from staff_name group by name having count(*) = 1;

create table mark as
    with told as (
        select line.line, line.day, line.recorded, line.id, sheet.value as sheet, of_kind,
            subject.value as subject, item.value as item, score.value as score,
            period.value as period
        from speaking as line
        join today on line.day <= today.day
        join cell as sheet on sheet.line = line.line and sheet.heading = 'sheet'
        join sheet as own on own.name = sheet.value
        join cell as subject on subject.line = line.line and subject.heading = 'subject'
        join cell as item on item.line = line.line and item.heading = 'item'
        left join cell as score on score.line = line.line and score.heading = 'score'
        left join cell as period on period.line = line.line and period.heading = 'period'
        where line.register = 'assessment'),
    placed as (
        select told.*, coalesce(told.period, (
            select period from sheet_period
            where sheet_period.sheet = told.sheet
                and told.day between sheet_period.first and sheet_period.last)) as of_period,
            coalesce(
                (select id from named
                 where named.of_kind = told.of_kind and named.name = told.subject),
                subject) as of_subject,
            sheet_item.item as of_item
        from told
        join sheet_item on sheet_item.sheet = told.sheet
            and told.item in (sheet_item.item, sheet_item.zh, sheet_item.en))
    select sheet, of_period as period, of_kind, of_subject as subject, of_item as item, score
    from (
        select *, row_number() over (
            partition by sheet, of_period, of_subject, of_item
            order by day desc, recorded desc, id desc) as place
        from placed)
    where place = 1;

create table scored as
    select asked.sheet, asked.period, subject, asked.first, min(asked.last, today.day) as last
    from (
        select subject_found.* from subject_found
        join sheet on sheet.name = sheet and sheet.of_kind = subject_found.of_kind
        union
        select sheet, period, of_kind, subject from mark) as found
    join asked_sheet as asked using (sheet, period)
    join today;

-- How many records an item counts: of a pair those that name both of it.
create table done_by as
    select kind as of_kind, id as subject, register, day, line from done
    where kind not like 'staff/%'
    union all
    select 'pair', id || '/' || staff, register, day, line
    from done join line_staff using (line)
    where kind = 'child'
    union all
    select 'teacher', staff, register, day, line
    from done join line_staff using (line)
    where kind = 'school';
create index done_by_of on done_by (of_kind, subject, register, day);

create view item_count as
    select scored.sheet, scored.period, scored.subject, item, (
        select count(*) from done_by
        where done_by.of_kind = sheet.of_kind and done_by.subject = scored.subject
            and done_by.register = own.register
            and done_by.day between scored.first and scored.last) as records
    from scored
    join sheet on sheet.name = scored.sheet
    join sheet_item as own on own.sheet = scored.sheet and own.register is not null;

-- How much of what fell due in the period was done in time, by the rule of an item.
create table case_of as
    select 'child' as of_kind, subject, rule, falls, is_due, is_done from judged
    where kind = 'child'
    union all
    select 'pair', subject || '/' || staff, rule, falls, is_due, is_done from judged
    where kind = 'child' and staff is not null
    union all
    select 'teacher', staff, rule, falls, is_due, is_done from judged
    where staff is not null and kind not like 'staff/%'
    union all
    select 'teacher', subject, rule, falls, is_due, is_done from judged
    where kind like 'staff/%'
    union all
    select 'class', class, rule, falls, is_due, is_done from judged where class is not null
    union all
    select 'school', 'school', rule, falls, is_due, is_done from judged;
create index case_of_by on case_of (of_kind, subject, rule, falls);

create view item_rate as
    select scored.sheet, scored.period, scored.subject, item, sum(is_due) as due,
        sum(is_done) as done
    from scored
    join sheet on sheet.name = scored.sheet
    join sheet_item as own on own.sheet = scored.sheet and own.rate is not null
    join asked_sheet as asked on asked.sheet = scored.sheet and asked.period = scored.period
    join case_of on case_of.of_kind = sheet.of_kind and case_of.subject = scored.subject
        and case_of.rule = own.rate and falls between scored.first and asked.last
    group by scored.sheet, scored.period, scored.subject, item;

-- Points as a fraction, `part` of `whole`; a mark is a decimal number within the item's maximum.
create table point as
    with decimal as (
        select mark.*, max, iif(instr(score, '.'), length(score) - instr(score, '.'), 0) as places
        from mark join sheet_item using (sheet, item)
        where score not glob '*[^0-9.]*' and score glob '[0-9]*' and register is null
            and rate is null),
    given as (
        select *, cast(replace(score, '.', '') as integer) as part,
            cast('1' || substr('000000', 1, places) as integer) as whole
        from decimal)
    select sheet, period, subject, item, part, whole from given where part <= max * whole
    union all
    select sheet, period, subject, item, max * min(records, full), full
    from item_count join sheet_item using (sheet, item)
    union all
    select sheet, period, subject, item, max * done, due
    from item_rate join sheet_item using (sheet, item)
    where due > 0;
create index point_of on point (sheet, period, subject, item);

-- The points added up in the order of the items; none as soon as one is missing.
create table summed as
    with recursive sums(sheet, period, subject, place, part, whole) as (
        select sheet, period, subject, 0, 0, 1 from scored
        union all
        select sums.sheet, sums.period, sums.subject, sums.place + 1,
            sums.part * point.whole + point.part * sums.whole, sums.whole * point.whole
        from sums
        join sheet_item as own on own.sheet = sums.sheet and own.place = sums.place + 1
        join point on point.sheet = sums.sheet and point.period = sums.period
            and point.subject = sums.subject and point.item = own.item),
    -- Lowest terms, as Euclid finds them.
    common(sheet, period, subject, part, whole, one, other) as (
        select sheet, period, subject, part, whole, part, whole from sums
        where place = (select count(*) from sheet_item where sheet_item.sheet = sums.sheet)
        union all
        select sheet, period, subject, part, whole, other, one % other from common
        where other <> 0)
    select sheet, period, subject, part / one as part, whole / one as whole
    from common where other = 0;
create index summed_of on summed (sheet, period, subject);

create view overridden as
    select sheet, period, subject, override_level as level, row_number() over (
        partition by sheet, period, subject order by place) as number
    from point join sheet_item using (sheet, item)
    where part <= override_at * whole;

create view told_points as
    select scored.sheet, scored.period, scored.subject, own.item,
        -- Hundredths, a half upward.
        iif(part is null, null, printf('%d.%02d', (part * 200 + whole) / (whole * 2) / 100,
            (part * 200 + whole) / (whole * 2) % 100)) as points
    from scored
    join sheet_item as own using (sheet)
    left join point on point.sheet = scored.sheet and point.period = scored.period
        and point.subject = scored.subject and point.item = own.item;

create view told_scores as
    select scored.sheet, scored.period, scored.subject,
        iif(part is null, null, printf('%d.%02d', (part * 200 + whole) / (whole * 2) / 100,
            (part * 200 + whole) / (whole * 2) % 100)) as total,
        iif(part is null, null, iif(whole = 1, '' || part, part || '/' || whole)) as exact,
        coalesce(
            (select level from overridden
             where overridden.sheet = scored.sheet and overridden.period = scored.period
                and overridden.subject = scored.subject and number = 1),
            (select level from sheet_level
             where sheet_level.sheet = scored.sheet and part is not null
                and (below is null or part < below * whole)
                and (at_least is null or part >= at_least * whole)
             order by place limit 1)) as level
    from scored left join summed using (sheet, period, subject);
