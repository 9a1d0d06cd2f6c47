-- What the brake compares a dump with, of the newest backups and of those that stand somewhere.
create table measure (
    backup            text primary key references backup (id),
    encoded_bytes     integer,
    new_bytes         integer,
    new_encoded_bytes integer,
    based             integer,
    -- JSON: rows per table
    row_counts        text not null,
    -- why it was kept apart, in the words of then, empty where that was lost; null for one that may be trusted
    suspicion         text
) strict;

insert into measure
    select id, (select max(archive_bytes) from run where run.backup = backup.id), null, null, null, '{}', null
        from backup where purpose = 'SLOT' and (id in (select backup from run where outcome in ('SUCCEEDED', 'PARTIAL'))
            or id in (select backup from placement where kind = 'SLOT'))
        order by ordered_at desc limit 96;

insert into measure
    select distinct backup, null, null, null, null, '{}', '' from placement
        where kind = 'SUSPICIOUS' and backup is not null and backup not in (select backup from measure);

pragma user_version = 6;
