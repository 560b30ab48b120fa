-- What a host typed so far. A draft becomes the screening of the same id.
create table draft (
    id         uuid        primary key,
    owner_id   uuid        not null references person on delete cascade,
    form       jsonb       not null,
    changed_at timestamptz not null
);
create index draft_owner on draft (owner_id, changed_at);
