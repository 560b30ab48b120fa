-- The past of the tables that every service has, in thousands a year. What waits to be done is the same at every age.
insert into outbox (event_id, topic, key, type, headers, body, appended_at)
select gen_random_uuid(), 'old-events', md5('key' || n % 1000), 'old', '{}', '{}', '2026-09-01'
from generate_series(1, 5000 * current_setting('house.age')::int) n;

insert into inbox (consumer, event_id, received_at)
select 'old', gen_random_uuid(), timestamptz '2026-12-01' - n * interval '1 second'
from generate_series(1, 10000 * current_setting('house.age')::int) n;

insert into dead_letter (id, dlt_topic, dlt_partition, dlt_offset, topic, headers, body, cause, died_at, replayed_at)
select gen_random_uuid(), 'old-dlt', 0, n, 'old', '{}', '', 'old', '2026-11-01', '2026-12-01'
from generate_series(1, 3000 * current_setting('house.age')::int) n;

insert into idempotent_call (scope, key, fingerprint, owner, lease_until, answer, created_at)
select 'old', n::text, 'old', gen_random_uuid(), '2026-12-01', '{}', '2026-12-01'
from generate_series(1, 10000 * current_setting('house.age')::int) n;

insert into session_revocation (person_id, not_before)
select gen_random_uuid(), '2026-12-01' from generate_series(1, 3000 * current_setting('house.age')::int) n;
