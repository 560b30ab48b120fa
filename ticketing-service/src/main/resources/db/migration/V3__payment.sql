-- What the sandbox payment provider remembers. It stands for a system elsewhere: nothing of ours refers to it, it refers
-- to nothing of ours, and it commits on its own.

create table sandbox_charge (
    idempotency_key text primary key check (char_length(idempotency_key) between 1 and 100),
    card            text        not null,
    order_id        uuid        not null,
    currency        char(3)     not null,
    minor_units     bigint      not null check (minor_units > 0),
    -- Either the money was taken, and this names the charge,
    reference       text unique,
    -- or it was not, and this says why.
    declined        text,
    needs_action    boolean     not null,
    refunded        bigint      not null default 0,
    charged_at      timestamptz not null,
    constraint sandbox_charge_has_one_outcome check ((reference is null) <> (declined is null)),
    constraint sandbox_charge_needs_action_if_declined check (declined is not null or not needs_action),
    constraint sandbox_charge_is_refunded_once check (refunded between 0 and minor_units),
    constraint sandbox_charge_is_refunded_if_taken check (reference is not null or refunded = 0)
);

create table sandbox_refund (
    idempotency_key text primary key check (char_length(idempotency_key) between 1 and 100),
    reference       text        not null unique,
    charge          text        not null references sandbox_charge (reference),
    currency        char(3)     not null,
    minor_units     bigint      not null check (minor_units > 0),
    refunded_at     timestamptz not null
);

-- A saved card tells by its reference how it behaves, so that saving one writes nothing; only forgetting one is remembered.
create table sandbox_forgotten_card (
    reference text primary key
);
