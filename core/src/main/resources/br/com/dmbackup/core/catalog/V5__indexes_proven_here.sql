-- The indexes of archives whose blocks this machine has proven itself, by their SHA-256.
create table proven_index (
    backup text primary key references backup (id) on delete cascade,
    seal text not null
) strict;

pragma user_version = 5;
