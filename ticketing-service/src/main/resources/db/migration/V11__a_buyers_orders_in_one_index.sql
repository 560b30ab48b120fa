-- Of an address's orders for a screening one lives, and those that ended are told apart by their ids. As one index of all orders it also finds them
-- whatever has become of them, and all orders of a screening. Two indexes did that, and while there were few orders and no statistics the database
-- took the smaller one, which reads every order of the screening to find one address's.
drop index order_one_live_per_address;
create unique index order_one_live_per_address on orders (screening_id, email_hash,
    (case when status in ('PLEDGED', 'CHARGING', 'PAID', 'TICKETED', 'PAYMENT_FAILED') then null else id end)) nulls not distinct;
drop index order_by_screening;
