-- What counts for a rule and a subject (section 4).

-- Whose a line is. One child named by its former id is that child.
create table owner as
    select distinct 'child' as kind, coalesce(also.child, line_child.child) as id, line
    from line_child left join also on also.id = line_child.child;
insert into owner select 'school', 'school', line from line;
insert into owner
    select distinct 'staff/' || role, staff, line from line_staff join held_role using (staff);
-- A class's by the column that names it; where the register has none, by its children.
insert into owner
    select 'class', cell.value, line from cell join line using (line)
    join heading on heading.register = line.register and heading.name = 'class'
    where cell.heading = 'class';
insert into owner
    select distinct 'class', class_of.class, line.line
    from owner join line using (line)
    join class_of on class_of.child = owner.id
        and line.day between class_of.first and class_of.last
    where owner.kind = 'child'
        and line.register not in (select register from heading where name = 'class');
create index owner_of on owner (line);

-- Each use of a rule's columns, asked only of registers that have the column.
create view asked_heading as
    select distinct rule_value.rule, rule_value.use, heading.register, heading.name
    from rule_value join heading on heading.name = rule_value.heading
    union
    select rule_filled.rule, 'filled', heading.register, heading.name
    from rule_filled join heading on heading.name = rule_filled.heading;

create table refused as
    select distinct asked.rule, asked.use, line.line
    from asked_heading as asked
    join line on line.register = asked.register
    left join cell on cell.line = line.line and cell.heading = asked.name
    where case
        when asked.use = 'filled' then cell.value is null
        else (asked.use in ('where', 'after_where')) = (
            cell.value is null or cell.value not in (
                select value from rule_value
                where rule = asked.rule and use = asked.use and heading = asked.name)
        ) end;
create index refused_by on refused (rule, line);

create table counting as
    select distinct rule.id as rule, owner.id as subject, line.day, line.register,
        cell.value as session
    from rule
    join rule_register on rule_register.rule = rule.id and not asks
    join speaking as line on line.register = rule_register.register
    join owner on owner.line = line.line and owner.kind = rule.of_kind
    left join cell on cell.line = line.line and cell.heading = 'session'
    where line.outcome <> 'attempted'
        and not exists (
            select 1 from refused
            where refused.rule = rule.id and refused.line = line.line
                and use in ('where', 'unless', 'filled'))
        and (not by_only or exists (
            select 1 from line_staff
            join role_towards as held on held.staff = line_staff.staff
                and held.child = owner.id and held.role = rule.by_role
            where line_staff.line = line.line and line.day between held.first and held.last));
create index counting_of on counting (rule, subject, day);

-- What asks for something afterwards: attempts only, or only what was done.
create table asking as
    select rule.id as rule, owner.id as subject, line.line, line.day
    from rule
    join rule_register on rule_register.rule = rule.id and asks
    join speaking as line on line.register = rule_register.register
    join owner on owner.line = line.line and owner.kind = rule.of_kind
    where (line.outcome = 'attempted') = after_attempt
        and not exists (
            select 1 from refused
            where refused.rule = rule.id and refused.line = line.line
                and use in ('after_where', 'after_unless'));

-- What was done, and not merely tried.
create table done as
    select owner.kind, owner.id, line.register, line.day, line.line
    from speaking as line join owner using (line)
    where line.outcome <> 'attempted';
create index done_of on done (kind, id, register, day);
