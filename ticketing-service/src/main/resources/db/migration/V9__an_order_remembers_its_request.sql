-- What the request that placed an order asked for, as a hash: a repetition is answered with the order, and another request under the same key is
-- refused. Null for orders that were placed before this was kept.
alter table orders add column request_fingerprint text;

-- A purchase whose card was declined frees its key; an order that its buyer cancelled keeps it. Those that were cancelled before this rule, and
-- followed by another under the same key, give theirs up.
update orders o set request_key = o.id::text
where o.status = 'CANCELLED' and not o.bought
  and exists (select from orders later
              where later.screening_id = o.screening_id and later.email_hash = o.email_hash and later.request_key = o.request_key
                and (later.placed_at, later.id) > (o.placed_at, o.id));
drop index order_request_once;
create unique index order_request_once on orders (screening_id, email_hash, request_key) where not (bought and status = 'CANCELLED');
