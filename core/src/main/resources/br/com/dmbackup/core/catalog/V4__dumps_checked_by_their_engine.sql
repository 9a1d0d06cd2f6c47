-- Whether the vendor's own program has read the finished dump: asked for about once a day.
alter table backup add column checked integer not null default 0;

pragma user_version = 4;
