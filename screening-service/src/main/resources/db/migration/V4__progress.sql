-- How far each pre-sale has come, as ticketing tells it.
create table presale_progress (
    screening_id     uuid        primary key,
    as_of            timestamptz not null,
    status           text        not null,
    currency         text        not null,
    goal             bigint      not null,
    pledged          bigint      not null,
    collected        bigint      not null,
    threshold        integer,
    capacity         integer     not null,
    taken            integer     not null,
    deadline         timestamptz
);

-- What the home page looks for first.
create index screening_on_sale on screening (starts_at) where status = 'ON_SALE';
