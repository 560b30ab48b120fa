-- What messaging keeps in every service's database.

-- Events committed with the change they tell of, waiting for the relay. A row holds the wire message and no Java name.
create table outbox (
    id          bigint generated always as identity primary key,
    event_id    uuid        not null,
    topic       text        not null,
    key         text        not null,
    type        text        not null,
    headers     jsonb       not null,
    body        text        not null,
    appended_at timestamptz not null
);

-- The keys whose first waiting event the broker refused. Without parked_at the relay tries again at retry_at;
-- with it, the key waits for an operator.
create table outbox_trouble (
    topic     text        not null,
    key       text        not null,
    attempts  int         not null check (attempts > 0),
    cause     text        not null,
    retry_at  timestamptz not null,
    parked_at timestamptz,
    primary key (topic, key)
);

-- One row for each event a consumer has taken: the second delivery finds it and has no effect.
create table inbox (
    consumer    text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null,
    primary key (consumer, event_id)
);
create index inbox_by_age on inbox using brin (received_at);

-- Records that this service could not take, copied from the dead-letter topic so that an operator can list and replay them.
create table dead_letter (
    id            uuid primary key,
    dlt_topic     text        not null,
    dlt_partition int         not null,
    dlt_offset    bigint      not null,
    topic         text        not null,
    key           text,
    type          text,
    headers       jsonb       not null,
    body          bytea       not null,
    cause         text        not null,
    died_at       timestamptz not null,
    replayed_at   timestamptz,
    unique (dlt_topic, dlt_partition, dlt_offset)
);
create index dead_letter_open on dead_letter (died_at) where replayed_at is null;
