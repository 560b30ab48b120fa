-- What was made on a device of its owner: the half of it that is kept here opens nothing.
create table passkey (
    id              uuid        primary key,
    person_id       uuid        not null references person on delete cascade,
    name            text        not null check (length(name) between 1 and 60),
    credential_id   text        not null constraint passkey_credential_unique unique check (length(credential_id) <= 1364),
    public_key      text        not null check (length(public_key) <= 8192),
    sign_count      bigint      not null check (sign_count >= 0),
    backup_eligible boolean     not null,
    backed_up       boolean     not null,
    added_at        timestamptz not null,
    used_at         timestamptz
);
create index passkey_person on passkey (person_id, added_at);

-- The browser that was asked keeps the challenge; the row goes with its use.
create table passkey_challenge (
    challenge_hash text        primary key,
    person_id      uuid        references person on delete cascade,
    expires_at     timestamptz not null
);
create index passkey_challenge_expiry on passkey_challenge (expires_at);
