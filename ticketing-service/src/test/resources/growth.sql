-- The past: pre-sales with fifteen orders each, of which some are still open or secured. The work at hand: the first thirty.
insert into presale (screening_id, status, screening, screening_sequence, host_id, currency, price, capacity, wheelchair_places,
                     threshold, goal, pledged, collected, seats_held, seats_sold, starts_at, deadline, opened_at, reached_at,
                     cure_ends_at, confirmed, winding_up, sequence)
select md5('presale' || n)::uuid, status,
       format('{"film":{"id":"%s","title":"Old","distributor":{"id":"%s"}},"venue":{"country":"US","timeZone":"America/New_York"}}',
              md5('film' || n % 100)::uuid, md5('company' || n % 50)::uuid),
       1, md5('host' || n % 500)::uuid, 'USD', 1200, 120, 2, 66, 79200,
       case when status = 'MISSED' then 48000 else 120000 end,
       case status when 'OPEN' then 0 when 'MISSED' then 0 when 'COLLECTING' then 60000 else 120000 end,
       case status when 'OPEN' then 15 when 'COLLECTING' then 12 else 0 end,
       case status when 'OPEN' then 0 when 'MISSED' then 0 when 'COLLECTING' then 3 else 13 end,
       case when status in ('OPEN', 'SECURED', 'COLLECTING') then timestamptz '2030-01-01' else timestamptz '2025-01-01' end
           + n * interval '1 minute',
       case when n <= 10 then timestamptz '2026-09-01' when status in ('OPEN') then '2029-12-01' else '2024-12-01' end,
       '2024-01-01',
       case when status not in ('OPEN', 'MISSED') then timestamptz '2024-06-01' + n * interval '1 minute' end,
       case when status not in ('OPEN', 'MISSED') then case when n <= 20 then timestamptz '2029-01-01' else '2024-06-10' end end,
       status in ('SECURED', 'CLOSED'), n between 21 and 30, 1
from (select n, case when n <= 10 then 'OPEN' when n <= 20 then 'COLLECTING' when n <= 30 then 'MISSED'
                     when n % 5 = 0 then 'OPEN' when n % 5 = 1 then 'SECURED' when n % 20 = 2 then 'MISSED' else 'CLOSED' end as status
      from generate_series(1, 600 * current_setting('house.age')::int) n) as past;

insert into orders (id, screening_id, status, bought, name, email, email_hash, locale, tickets, seats, wheelchairs, amount, currency,
                    card, card_brand, card_last4, request_key, attempt, due_at, revision, placed_at, changed_at)
select md5('order' || screening_id || n)::uuid, screening_id, status, false, 'Old Buyer', 'old@example.org', md5(screening_id::text || n),
       'en', '{"lines":[{"type":"FULL","quantity":1}]}', 1, 0, 1200, 'USD', 'card-' || screening_id || n, 'VISA', '4242', 'key' || n,
       case when status in ('PLEDGED', 'RELEASED', 'CANCELLED') then 0 else 1 end,
       case when status in ('CHARGING', 'PAYMENT_FAILED') then timestamptz '2026-09-01' end,
       1, '2024-03-01', '2024-03-02'
from (select screening_id, n,
             case presale.status
                 when 'OPEN' then 'PLEDGED'
                 when 'COLLECTING' then case when n <= 8 then 'PLEDGED' when n <= 10 then 'CHARGING' when n <= 12 then 'PAYMENT_FAILED'
                                             else 'PAID' end
                 when 'MISSED' then case when winding_up and n <= 5 then 'PLEDGED' else 'RELEASED' end
                 else case when n <= 13 then 'TICKETED' when n <= 14 then 'CANCELLED' else 'REFUNDED' end end as status
      from presale, generate_series(1, 15) n) as past;

insert into charge (order_id, attempt, idempotency_key, card, amount, currency, outcome, reference, intended_at, decided_at)
select id, 1, 'charge-' || id, card, amount, currency, 'SUCCEEDED', 'reference-' || id, '2024-06-01', '2024-06-01'
from orders where status in ('PAID', 'TICKETED', 'REFUNDED');

insert into refund (order_id, idempotency_key, charge, amount, currency, outcome, reference, due_at, decided_at)
select id, 'refund-' || id, 'reference-' || id, amount, currency, 'SUCCEEDED', 'back-' || id, '2024-07-01', '2024-07-01'
from orders where status = 'REFUNDED';

insert into ticket (id, order_id, screening_id, number, type, issued_at)
select md5('ticket' || id)::uuid, id, screening_id, 1, 'FULL', '2024-07-01' from orders where status = 'TICKETED';

insert into sandbox_charge (idempotency_key, card, order_id, currency, minor_units, reference, needs_action, charged_at)
select idempotency_key, card, order_id, currency, amount, reference, false, '2024-06-01' from charge;

insert into sandbox_refund (idempotency_key, reference, charge, currency, minor_units, refunded_at)
select idempotency_key, reference, charge, currency, amount, '2024-07-01' from refund;

insert into sandbox_forgotten_card (reference) select card from orders where status = 'RELEASED';

insert into card_to_forget (card, due_at)
select 'old-card-' || n, '2030-01-01' from generate_series(1, 5000 * current_setting('house.age')::int) n;

insert into message (id, screening_id, audience, subject, body, request_key, orders, sent_at)
select md5('message' || screening_id || n)::uuid, screening_id, 'PLEDGED', 'Hello', 'Hello', 'message-' || n, 100, '2024-05-01'
from presale, generate_series(1, 3) n;

insert into ignored_news (event_id, screening_id, type, why, ignored_at)
select md5('news' || n)::uuid, md5('presale' || n)::uuid, 'old', 'old', '2024-05-01'
from generate_series(1, 3000 * current_setting('house.age')::int) n;

insert into cancelled_before_sale (screening_id, cancelled_at)
select md5('cancelled' || n)::uuid, '2024-05-01' from generate_series(1, 3000 * current_setting('house.age')::int) n;
