-- One row per screening decides everything about its pre-sale: whoever changes an outcome or a counter holds this row.
-- Counters live here, so that nothing counts orders. Money is in minor units of the one currency of the pre-sale.
create table presale (
    screening_id       uuid primary key,
    status             text        not null,
    -- The screening as its service last told it, passed on in every event, so that no reader has to ask back.
    screening          text        not null,
    screening_sequence bigint      not null,
    host_id            uuid        not null,
    currency           text        not null check (currency ~ '^[A-Z]{3}$'),
    price              bigint      not null check (price >= 0),
    concession_price   bigint      check (concession_price >= 0),
    pay_floor          bigint      check (pay_floor >= 0),
    capacity           int         not null check (capacity between 1 and 5000),
    wheelchair_places  int         not null check (wheelchair_places >= 0),
    threshold          int         check (threshold between 1 and capacity),
    goal               bigint      not null check (goal >= 0),
    pledged            bigint      not null default 0,
    collected          bigint      not null default 0,
    seats_held         int         not null default 0 check (seats_held >= 0),
    seats_sold         int         not null default 0 check (seats_sold >= 0),
    wheelchairs_held   int         not null default 0 check (wheelchairs_held >= 0),
    wheelchairs_sold   int         not null default 0 check (wheelchairs_sold >= 0),
    starts_at          timestamptz not null,
    deadline           timestamptz,
    opened_at          timestamptz not null,
    reached_at         timestamptz,
    cure_ends_at       timestamptz,
    confirmed          boolean     not null default false,
    -- It ended, and some of its orders have not: they are released or refunded in turn.
    winding_up         boolean     not null default false,
    sequence           bigint      not null,
    constraint presale_status check (status in
        ('OPEN', 'COLLECTING', 'SECURED', 'SHORT', 'MISSED', 'CANCELLED', 'CLOSED')),
    constraint presale_never_oversold check (seats_held + seats_sold <= capacity),
    constraint presale_wheelchairs_never_oversold check (wheelchairs_held + wheelchairs_sold <= wheelchair_places),
    constraint presale_collected_is_pledged check (collected >= 0 and pledged >= collected),
    constraint presale_secured_by_money check (status not in ('OPEN', 'MISSED') or goal = 0 or collected < goal)
) with (fillfactor = 50);

create index presale_deadline on presale (deadline) where status = 'OPEN';
create index presale_cure on presale (cure_ends_at) where status in ('COLLECTING', 'SECURED');
create index presale_winding_up on presale (screening_id) where winding_up;
create index presale_by_start on presale (starts_at, screening_id);

-- Late or unusable news, kept with the reason why it changed nothing.
create table ignored_news (
    event_id     uuid primary key,
    screening_id uuid        not null,
    type         text        not null,
    why          text        not null,
    ignored_at   timestamptz not null
);

-- Cancelled before it was ever on sale here: news that comes after finds the door shut.
create table cancelled_before_sale (
    screening_id uuid primary key,
    cancelled_at timestamptz not null
);
