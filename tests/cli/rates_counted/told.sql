-- What the program must say of the home today.

create view told_records as
    select register, count(*) as rows
    from speaking join register on register.name = speaking.register join today
    where speaking.day <= today.day or is_planned
    group by register;

create view told_versions as
    select register, count(*) as rows
    from line join register on register.name = line.register join today
    where line.day <= today.day or is_planned
    group by register;

create view told_children as
    select id, class
    from on_roll join today using (day)
    join class_of on class_of.child = id and day between class_of.first and class_of.last
    where kind = 'child';

create view told_obligations as
    select rule, iif(kind like 'staff/%', 'staff', kind) as subject,
        subject as subject_id, label as slot, first, last, due, state, count, met_on
    from owed;

create view told_rates as
    select sums.*, due + early + open + exempt as total,
        -- Tenths of a percent, a half upward.
        iif(due = 0, null, printf('%d.%d', (done * 2000 + due) / (due * 2) / 10,
            (done * 2000 + due) / (due * 2) % 10)) as rate
    from (
        select span, by, "group", sum(due) as due, sum(done) as done, sum(late) as late,
            sum(undone) as undone, sum(early) as early, sum(open) as open,
            sum(exempt) as exempt
        from grouped group by span, by, "group") as sums;
