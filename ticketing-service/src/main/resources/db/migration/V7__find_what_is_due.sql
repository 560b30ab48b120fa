-- What is due is found in an index that holds little else, however many orders and pre-sales there are.

-- Somebody's money is still to come. The database keeps it, so that a purchase touches its index only where it turns.
alter table presale add column awaits_money boolean not null
    generated always as (status in ('COLLECTING', 'SECURED', 'CLOSED') and seats_held + wheelchairs_held > 0) stored;
create index presale_awaits_money on presale (reached_at, screening_id) where awaits_money;

drop index presale_cure;
create index presale_cure on presale (cure_ends_at) where status = 'COLLECTING';

-- The pledges of one pre-sale are charged in the order in which they were made.
create index order_pledged on orders (screening_id, placed_at) where status = 'PLEDGED';
drop index order_to_charge;
create index order_unpaid on orders (screening_id) where status = 'PAYMENT_FAILED';
