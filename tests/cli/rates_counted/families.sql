-- Which lines of the logs speak after all corrections (section 4).

create table link as
    select line.line, named.line as named, named.month <> line.month as is_from_before
    from line
    join line_replaces using (line)
    join line as named on named.register = line.register
        and named.month = line_replaces.month and named.id = line_replaces.id;

-- Lines of one month that replace one another are one family, called by its first line.
create table family as
    with recursive side(one, other) as (
        select line, named from link where not is_from_before
        union select named, line from link where not is_from_before),
    kin(line, other) as (
        select line, line from line
        union select kin.line, side.other from kin join side on side.one = kin.other)
    select line, min(other) as family from kin group by line;
create index family_line on family (line);

-- The one recorded last of those that no line replaces.
create table word as
    select family, line, status from (
        select family, line.line, line.status, row_number() over (
            partition by family order by recorded desc, id desc) as place
        from family join line using (line)
        where line.line not in (select named from link where not is_from_before))
    where place = 1;

-- A family that began by itself is in force; one that arrived only when the line it names is the
-- word of a family in force, and moved away.
create table in_force as
    with recursive
    head as (
        select family, line.line, line.status from family join line using (line)
        where line.line not in (select line from link where not is_from_before)),
    own(family) as (
        select family from head where status <> 'arrived'
        union
        select head.family from own
        join word on word.family = own.family and word.status = 'moved'
        join link on link.named = word.line and link.is_from_before
        join head on head.line = link.line)
    select family from own;

create table speaking as
    select line.* from word
    join line using (line)
    where word.status not in ('void', 'moved') and family in (select family from in_force);
create index speaking_in on speaking (register, day);
