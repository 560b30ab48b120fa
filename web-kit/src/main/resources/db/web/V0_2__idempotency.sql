-- Calls that take effect once: the first sender of a key runs the call, everybody after that gets its answer.
create table idempotent_call (
    scope       text        not null,
    key         text        not null,
    fingerprint text        not null,
    owner       uuid        not null,
    lease_until timestamptz not null,
    answer      text,
    created_at  timestamptz not null,
    primary key (scope, key)
);
create index idempotent_call_age on idempotent_call (created_at);

-- Tokens of a person issued earlier than this are void.
create table session_revocation (
    person_id  uuid        primary key,
    not_before timestamptz not null
);
create index session_revocation_age on session_revocation (not_before);
