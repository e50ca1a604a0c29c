-- What the files of a home say, as they say it; count.py fills these tables.

create table today (day text);
create table term (id text, year text, first text, last text);
create table term_anchor (term text, name text, first text, last text);
create table holiday (first text, last text);
create table workday (day text);

-- Days that a published calendar tells: festivals, and the first days of lunar months.
create table festival (name text, day text);
create table moon (first text, month integer, leap integer);

create table child (id text primary key);
create table also (child text, id text);
create table spell (child text, first text, last text);
create table pause (child text, first text, last text);
create table exempt (child text, rule text, first text, last text);
create table pair (child text, staff text, role text, first text, last text);
create table elder (child text, birthday text, calendar text);
-- One row for each entry of a list; a date says that it is one.
create table field (child text, path text, value text, is_date integer);
create table was (child text, path text, at integer, value text, is_date integer,
    until text);
create table held_role (staff text, role text, class text, first text, last text);

create table rule (
    id text primary key, every text, of_kind text, level text, times integer, first text,
    last text, due_days integer, grace_days integer, least_days integer, before_days integer,
    after_days integer, days integer, in_holidays integer, in_school_days integer,
    by_role text, by_only integer, after_on text, after_attempt integer, after_joined integer);
create table rule_register (rule text, register text, asks integer);
-- use: where, unless, after_where or after_unless.
create table rule_value (rule text, use text, heading text, value text);
create table rule_filled (rule text, heading text);
create table rule_requires (rule text, name text);
create table rule_session (rule text, session text);
create table rule_occasion (rule text, name text);
create table rule_applies (rule text, path text, value text);

create table register (name text primary key, is_restricted integer, is_planned integer);
create table heading (register text, name text);
create table choice (register text, heading text, code text);

create table child_name (id text, name text);
create table staff_name (id text, name text);
create table sheet (name text primary key, of_kind text, every text);
create table sheet_role (sheet text, role text);
create table sheet_month (sheet text, month integer);
create table sheet_item (
    sheet text, place integer, item text, zh text, en text, max integer, rate text, register text,
    full integer, override_at real, override_level text);
create table sheet_level (sheet text, place integer, level text, at_least real, below real);

-- The lines of the logs; a row is found by its number in `line`.
create table line (
    line integer primary key, register text, month text, id text, day text, outcome text,
    recorded real, status text);
create table line_child (line integer, child text);
create table line_staff (line integer, staff text);
create table line_replaces (line integer, month text, id text);
create table cell (line integer, heading text, value text, primary key (line, heading));

create index line_id on line (register, month, id);
create index line_child_of on line_child (line);
create index line_staff_of on line_staff (line);
create index spell_of on spell (child);
create index pair_of on pair (child);
create index field_of on field (child, path);
create index was_of on was (child, path);
