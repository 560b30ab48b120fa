-- The past: mails that were sent, and what was heard of orders that are over. The work at hand is the same at every age:
-- three hundred mails that wait, of which some were put off, and a few that failed.
insert into mail (id, kind, subject_id, revision, recipient, recipient_name, locale, screening_id, sequence, facts, status, why,
                  happened_at, written_at, due_at, give_up_at, sent_at)
select ('019' || lpad(to_hex(n), 5, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'PLEDGE_RECEIVED',
       md5('order' || n)::uuid, 1, 'reader' || n % 20000 || '@example.org', 'Reader ' || n % 20000, 'en',
       md5('screening' || n / 100)::uuid, n, '{}', status,
       case when n <= 100 then 'later' when status = 'FAILED' then 'no such mailbox' end,
       '2025-01-01', timestamptz '2025-01-01' + n * interval '1 second', '2025-01-01', '2025-01-04',
       case when status = 'SENT' then timestamptz '2025-01-02' end
from (select n, case when n <= 300 then 'WAITING' when n <= 350 then 'FAILED' when n % 20 = 0 then 'OUTDATED' else 'SENT' end as status
      from generate_series(1, 350 + 10000 * current_setting('house.age')::int) n) as past;

insert into standing (topic, subject_id, screening_id, sequence, status, heard_at)
select 'ticketing-events', md5('order' || n)::uuid, md5('screening' || n / 100)::uuid, n, 'TICKETED', timestamptz '2025-01-01' + n * interval '1 second'
from generate_series(1, 10000 * current_setting('house.age')::int) n;
