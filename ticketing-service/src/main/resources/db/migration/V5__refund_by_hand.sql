-- A refund that the provider refuses is tried again under a new key, or given another way by an operator.
alter table refund
    add column attempt         int not null default 1 check (attempt > 0),
    add column settled_by      uuid,
    add column settled_by_name text,
    -- How the money was given back, in the operator's words.
    add column note            text,
    drop constraint refund_outcome_check,
    add constraint refund_outcome_check check (outcome in ('DUE', 'SUCCEEDED', 'REFUSED', 'BY_HAND')),
    add constraint refund_by_hand_check check (
        (outcome = 'BY_HAND') = (settled_by is not null and settled_by_name is not null and note is not null));
create index refund_by_hand on refund (decided_at) where outcome = 'BY_HAND';
