-- A drill of another program's archive has no backup; a run that failed keeps the words it was told in.

create table drill_of_any (
    number         integer primary key,
    backup         text,
    at             integer not null,
    passed         integer not null,
    fault          text,
    tables         integer not null,
    rows           integer not null,
    duration_ms    integer not null
) strict;

insert into drill_of_any select number, backup, at, passed, fault, tables, rows, duration_ms from drill;
drop table drill;
alter table drill_of_any rename to drill;

alter table run add column fault_words text;

pragma user_version = 2;
