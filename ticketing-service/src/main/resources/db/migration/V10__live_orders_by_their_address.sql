-- An address has one live order for a screening, whichever request placed it: by its request an order is only looked for once it has ended. So
-- pledges and charges write one index less. A purchase whose card was declined still frees its key.
drop index order_request_once;
create unique index order_request_once on orders (screening_id, email_hash, request_key)
    where status in ('RELEASED', 'DROPPED', 'REFUNDING', 'REFUNDED') or (status = 'CANCELLED' and not bought);
