-- Who is there on which day, and what is true of a child then (section 3).

-- Each value of a field with the days on which it holds: of the earlier ones that with the
-- earliest end on or after the day, after all of them the value of the file.
create table valued as
    with earlier as (
        select child, path, at, until,
            coalesce(
                date(lag(until) over (partition by child, path order by until), '+1 day'),
                '0001-01-01') as since
        from (select distinct child, path, at, until from was))
    select was.child, was.path, was.value, was.is_date, earlier.since as first,
        earlier.until as last
    from was join earlier using (child, path, at)
    where coalesce(was.value, '') <> ''
    union all
    select child, path, value, is_date,
        coalesce(
            (select date(max(until), '+1 day') from was
             where was.child = field.child and was.path = field.path),
            '0001-01-01'),
        '9999-12-31'
    from field
    where trim(value) <> '';
create index valued_of on valued (path, child);

create view class_of as
    select child, value as class, first, last from valued where path = 'class';

-- The days on which a rule does not apply to a child: of one of its fields no listed value holds.
create table not_applying as
    select rule, child.id as subject, day
    from (select distinct rule, path from rule_applies) as asked join child join calendar_day
    where not exists (
        select 1 from valued
        join rule_applies on rule_applies.rule = asked.rule and rule_applies.path = asked.path
            and rule_applies.value = valued.value
        where valued.child = child.id and valued.path = asked.path
            and day between valued.first and valued.last);
create index not_applying_of on not_applying (rule, subject, day);

create table subject as
    select 'child' as kind, id from child
    union all select 'school', 'school'
    union all select distinct 'class', class from class_of
    union all select distinct 'staff/' || role, staff from held_role;

-- On the roll: by the spells; a class while one of its children is; the school always.
create table on_roll as
    select 'child' as kind, spell.child as id, day
    from spell join calendar_day on day between spell.first and spell.last
    group by child, day;
create index on_roll_of on on_roll (kind, id, day);

-- Present: on the roll and not paused.
create table present as
    select kind, id, day from on_roll
    where not exists (
        select 1 from pause
        where pause.child = on_roll.id and on_roll.day between pause.first and pause.last);

insert into on_roll
    select distinct 'class', class_of.class, day
    from on_roll
    join class_of on class_of.child = on_roll.id and day between class_of.first and class_of.last
    where kind = 'child';
insert into present
    select distinct 'class', class_of.class, day
    from present
    join class_of on class_of.child = present.id and day between class_of.first and class_of.last
    where kind = 'child';
insert into on_roll select 'school', 'school', day from calendar_day;
insert into present select 'school', 'school', day from calendar_day;
insert into on_roll
    select distinct 'staff/' || role, staff, day
    from held_role join calendar_day on day between held_role.first and held_role.last;
insert into present select * from on_roll where kind like 'staff/%';
create index present_of on present (kind, id, day);

-- Who holds a role towards a child: by a pair, or for all other roles as staff of the school,
-- whose class, when it is given, is the child's on that day.
create view role_towards as
    select child, staff, role, first, last from pair
    union all
    select class_of.child, staff, role, max(held_role.first, class_of.first),
        min(held_role.last, class_of.last)
    from held_role
    join class_of on coalesce(held_role.class, class_of.class) = class_of.class
        and held_role.first <= class_of.last and class_of.first <= held_role.last
    where role not in (
        'proxy_parent', 'proxy_mother', 'proxy_guardian', 'pair_teacher', 'counsellor');
