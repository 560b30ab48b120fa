create extension if not exists btree_gist;

create table screening (
    id                uuid        primary key,
    version           bigint      not null,
    revision          integer     not null check (revision >= 1),
    status            text        not null check (status in
        ('PROPOSED', 'CHANGES_REQUESTED', 'ON_SALE', 'CONFIRMED', 'HELD',
         'MISSED', 'DECLINED', 'WITHDRAWN', 'LAPSED', 'CANCELLED')),
    host_id           uuid        not null references person,
    host_name         text        not null,
    plan              jsonb       not null,
    decision_due_at   timestamptz not null,
    proposed_at       timestamptz not null,
    film_id           uuid        not null references film,
    company_id        uuid        not null references company,
    auditorium_id     uuid        not null constraint screening_auditorium_exists references auditorium,
    city              text        not null,
    country           text        not null,
    starts_at         timestamptz not null,
    ends_at           timestamptz not null,
    capacity          integer     not null check (capacity between 1 and 5000),
    threshold         integer     check (threshold between 1 and capacity),
    check (starts_at < ends_at),
    constraint screening_auditorium_free exclude using gist
        (auditorium_id with =, tstzrange(starts_at, ends_at) with &&)
        where (status in ('PROPOSED', 'CHANGES_REQUESTED', 'ON_SALE', 'CONFIRMED'))
);
create index screening_host on screening (host_id, starts_at);
create index screening_company on screening (company_id, starts_at);
create index screening_film on screening (film_id, starts_at);
create index screening_start on screening (starts_at, id);
create index screening_undecided on screening (decision_due_at) where status in ('PROPOSED', 'CHANGES_REQUESTED');
create index screening_over on screening (ends_at) where status = 'CONFIRMED';

create table screening_decision (
    id           uuid        primary key,
    number       bigint      generated always as identity,
    screening_id uuid        not null references screening,
    move         text        not null,
    applied      boolean     not null,
    by_id        uuid,
    by_name      text,
    by_role      text        check (by_role in ('HOST', 'DISTRIBUTOR', 'OPERATOR')),
    at           timestamptz not null,
    reason       text        check (length(reason) <= 2000),
    check ((by_id is null) = (by_name is null) and (by_id is null) = (by_role is null))
);
create index screening_decision_order on screening_decision (screening_id, number);
