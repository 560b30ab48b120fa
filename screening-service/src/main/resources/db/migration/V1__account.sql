create table person (
    id                  uuid        primary key,
    version             integer     not null,
    email               text        not null constraint person_email_unique unique check (email = lower(email) and length(email) <= 254),
    name                text        not null check (length(name) between 1 and 100),
    locale              text        not null check (length(locale) <= 12),
    company_id          uuid,
    -- Tokens issued earlier than this are void.
    sessions_not_before timestamptz not null
);
create index person_company on person (company_id) where company_id is not null;

create table person_role (
    person_id uuid not null references person on delete cascade,
    role      text not null check (role in ('HOST', 'DISTRIBUTOR', 'OPERATOR')),
    primary key (person_id, role)
);

-- What was mailed is only kept as its hash: whoever reads this table can't sign in with it.
create table sign_in_link (
    token_hash text        primary key,
    email      text        not null,
    name       text,
    locale     text        not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index sign_in_link_expiry on sign_in_link (expires_at);

-- A sign-in on one device, from the link until sign-out or a month of silence.
create table session (
    id        text        primary key,
    person_id uuid        not null references person on delete cascade,
    ended_at  timestamptz
);
create index session_person on session (person_id) where ended_at is null;

create table refresh_token (
    token_hash  text        primary key,
    session_id  text        not null references session on delete cascade,
    expires_at  timestamptz not null,
    replaced_at timestamptz
);
create index refresh_token_session on refresh_token (session_id);
create index refresh_token_expiry on refresh_token (expires_at);
