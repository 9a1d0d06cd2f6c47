-- Times are milliseconds since 1970 UTC. Everything except drill, run and delivery can be rebuilt from the archives.

create table backup (
    id             text primary key,
    purpose        text not null,
    slot           integer not null check (slot between 0 and 23),
    started_at     integer not null,
    ended_at       integer not null,
    zone           text not null,
    engine         text not null,
    database       text not null,
    dump_bytes     integer not null,
    dump_digest    text not null,
    ordered_at     integer not null
) strict;

create index backup_by_order on backup (ordered_at);

create table placement (
    place          text not null,
    name           text not null,
    kind           text not null,
    backup         text references backup (id),
    size_bytes     integer not null,
    modified_at    integer not null,
    state          text not null,
    verified_at    integer,
    primary key (place, name)
) strict;

create index placement_by_backup on placement (backup);

create table delivery (
    backup         text not null references backup (id),
    destination    text not null,
    owed_since     integer not null,
    attempts       integer not null default 0,
    next_attempt_at integer not null,
    last_fault     text,
    primary key (backup, destination)
) strict;

create table drill (
    number         integer primary key,
    backup         text not null,
    at             integer not null,
    passed         integer not null,
    fault          text,
    tables         integer not null,
    rows           integer not null,
    duration_ms    integer not null
) strict;

create table run (
    number         integer primary key,
    started_at     integer not null,
    ended_at       integer not null,
    outcome        text not null,
    fault          text,
    backup         text,
    dump_bytes     integer not null,
    archive_bytes  integer not null,
    boot_id        text not null,
    monotonic_ns   integer not null
) strict;

pragma user_version = 1;
