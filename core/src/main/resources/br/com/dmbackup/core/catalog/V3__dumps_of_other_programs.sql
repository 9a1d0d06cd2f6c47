-- When another program made the dump; null where it was made for the backup.
alter table backup add column dump_made_at integer;

-- What a drill that passed has proven: DATABASE, or BYTES alone.
alter table drill add column proof text not null default 'DATABASE';

pragma user_version = 3;
