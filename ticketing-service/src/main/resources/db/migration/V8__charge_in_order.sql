-- An order that no other index has: or else the database walks through all orders of a pre-sale, charged ones first, to
-- find the next pledges to charge.
drop index order_pledged;
create index order_pledged on orders (screening_id, placed_at, id) where status = 'PLEDGED';
