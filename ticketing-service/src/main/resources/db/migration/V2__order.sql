-- An order is one buyer's tickets for one screening. Its row is changed only by whoever holds the pre-sale's row.
create table orders (
    id               uuid primary key,
    screening_id     uuid        not null references presale (screening_id),
    status           text        not null,
    -- Bought when the money was being collected already: a declined card ends it, where a pledge gets its cure period.
    bought           boolean     not null,
    name             text        not null,
    email            text        not null,
    email_hash       text        not null,
    locale           text        not null,
    tickets          text        not null,
    seats            int         not null check (seats >= 0),
    wheelchairs      int         not null check (wheelchairs >= 0),
    amount           bigint      not null check (amount >= 0),
    currency         text        not null check (currency ~ '^[A-Z]{3}$'),
    card             text,
    card_brand       text,
    card_last4       text,
    -- The Idempotency-Key of the request that placed it: a repetition after a crash finds the order instead of being refused.
    request_key      text        not null,
    attempt          int         not null default 0 check (attempt >= 0),
    failures         int         not null default 0 check (failures >= 0),
    failure          text,
    -- When something is due for it: the next charge of a failed one, or the end of the lease of one that is being charged.
    due_at           timestamptz,
    link_version     int         not null default 1,
    revision         bigint      not null,
    placed_at        timestamptz not null,
    changed_at       timestamptz not null,
    constraint order_status check (status in ('PLEDGED', 'CHARGING', 'PAID', 'TICKETED', 'PAYMENT_FAILED', 'CANCELLED',
        'RELEASED', 'DROPPED', 'REFUNDING', 'REFUNDED')),
    constraint order_takes_a_place check (seats + wheelchairs between 1 and 10)
) with (fillfactor = 70);

create unique index order_one_live_per_address on orders (screening_id, email_hash)
    where status in ('PLEDGED', 'CHARGING', 'PAID', 'TICKETED', 'PAYMENT_FAILED');
create unique index order_request_once on orders (screening_id, email_hash, request_key) where status <> 'CANCELLED';
create index order_to_charge on orders (placed_at) where status = 'PLEDGED';
create index order_due on orders (due_at) where status in ('CHARGING', 'PAYMENT_FAILED');
create index order_to_ticket on orders (screening_id) where status = 'PAID';
create index order_by_screening on orders (screening_id, placed_at);

-- The intent is committed before the provider is called, the outcome after it answered.
create table charge (
    order_id        uuid        not null references orders (id),
    attempt         int         not null check (attempt > 0),
    idempotency_key text        not null unique,
    card            text        not null,
    amount          bigint      not null check (amount > 0),
    currency        text        not null,
    outcome         text        not null default 'UNDECIDED' check (outcome in ('UNDECIDED', 'SUCCEEDED', 'DECLINED')),
    reference       text,
    reason          text,
    intended_at     timestamptz not null,
    decided_at      timestamptz,
    primary key (order_id, attempt),
    constraint charge_succeeded_has_reference check ((outcome = 'SUCCEEDED') = (reference is not null))
);
-- No order is charged twice.
create unique index charge_once on charge (order_id) where outcome = 'SUCCEEDED';

create table refund (
    order_id        uuid primary key references orders (id),
    idempotency_key text        not null unique,
    charge          text        not null,
    amount          bigint      not null check (amount > 0),
    currency        text        not null,
    outcome         text        not null default 'DUE' check (outcome in ('DUE', 'SUCCEEDED', 'REFUSED')),
    reference       text,
    -- Why the provider refuses, for the operator who has to give the money back another way.
    reason          text,
    due_at          timestamptz not null,
    decided_at      timestamptz
);
create index refund_due on refund (due_at) where outcome = 'DUE';
create index refund_refused on refund (order_id) where outcome = 'REFUSED';

create table ticket (
    id           uuid primary key,
    order_id     uuid        not null references orders (id),
    screening_id uuid        not null references presale (screening_id),
    number       int         not null check (number > 0),
    type         text        not null,
    issued_at    timestamptz not null,
    unique (order_id, number)
);
create index ticket_by_screening on ticket (screening_id);

-- Cards that the provider shall forget, because nothing will be charged to them any more.
create table card_to_forget (
    card   text primary key,
    due_at timestamptz not null
);
create index card_to_forget_due on card_to_forget (due_at);
