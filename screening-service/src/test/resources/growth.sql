-- The past: people who signed in, and screenings that are over. The catalogue and the work at hand are the same at every age:
-- three hundred screenings that are proposed, on sale or coming.
insert into company (id, name, details, changed_at)
select md5('company' || n)::uuid, 'Company ' || n, '{}', '2024-01-01' from generate_series(1, 50) n;

insert into film (id, company_id, title, search, details, changed_at)
select md5('film' || n)::uuid, md5('company' || (n % 50 + 1))::uuid, 'Film ' || n, 'film ' || n, '{}', '2024-01-01'
from generate_series(1, 200) n;

insert into venue (id, name, city, country, search, details, changed_at)
select md5('venue' || n)::uuid, 'Venue ' || n, 'City ' || n, 'US', 'venue ' || n, '{}', '2024-01-01' from generate_series(1, 200) n;

insert into auditorium (id, venue_id) select md5('auditorium' || n)::uuid, md5('venue' || n)::uuid from generate_series(1, 200) n;

insert into approval_rule (id, company_id, by_id, by_name, details, set_at)
select md5('rule' || n)::uuid, md5('company' || n)::uuid, md5('person' || n)::uuid, 'Old', '{}', '2024-01-01' from generate_series(1, 50) n;

insert into person (id, version, email, name, locale, sessions_not_before)
select md5('person' || n)::uuid, 0, 'person' || n || '@example.org', 'Person ' || n, 'en', '2024-01-01'
from generate_series(1, 3000 * current_setting('house.age')::int) n;

insert into person_role (person_id, role) select id, 'HOST' from person;

insert into sign_in_link (token_hash, email, locale, expires_at)
select 'link' || n, 'old@example.org', 'en', timestamptz '2025-01-01' + n * interval '1 minute'
from generate_series(1, 3000 * current_setting('house.age')::int) n;

insert into session (id, person_id) select 'session' || id, id from person;

insert into refresh_token (token_hash, session_id, expires_at)
select 'token' || n || id, id, '2030-01-01' from session, generate_series(1, 3) n;

insert into refresh_token (token_hash, session_id, expires_at)
select 'old' || n || id, id, '2025-01-01' from session, generate_series(1, 2) n;

insert into passkey (id, person_id, name, credential_id, public_key, sign_count, backup_eligible, backed_up, added_at)
select md5('passkey' || id)::uuid, id, 'Key', 'credential' || id, 'key', 0, false, false, '2024-01-01' from person;

insert into passkey_challenge (challenge_hash, expires_at)
select 'challenge' || n, '2025-01-01' from generate_series(1, 3000 * current_setting('house.age')::int) n;

insert into draft (id, owner_id, form, changed_at) select md5('draft' || id)::uuid, id, '{}', '2024-01-01' from person;

insert into screening (id, version, revision, status, host_id, host_name, plan, decision_due_at, proposed_at, film_id, company_id,
                       auditorium_id, city, country, starts_at, ends_at, capacity, threshold)
select md5('screening' || n)::uuid, 0, 1,
       case when n <= 200 then 'ON_SALE' when n <= 250 then 'PROPOSED' when n <= 300 then 'CONFIRMED'
            when n % 10 = 0 then 'DECLINED' when n % 10 < 3 then 'MISSED' else 'HELD' end,
       md5('person' || (n % 3000 + 1))::uuid, 'Person', '{"film":{"title":"Film"},"place":{"venue":"Venue","timeZone":"America/New_York"}}',
       timestamptz '2030-01-01' + n * interval '1 minute', '2024-01-01',
       md5('film' || (n % 200 + 1))::uuid, md5('company' || (n % 200 % 50 + 1))::uuid, md5('auditorium' || (n % 200 + 1))::uuid,
       'City ' || n % 200, 'US', starts_at, starts_at + interval '2 hours', 100, 60
from (select n, case when n <= 300 then timestamptz '2030-02-01' + n * interval '1 day'
                     else timestamptz '2026-01-01' - n * interval '20 minutes' end as starts_at
      from generate_series(1, 300 + 5000 * current_setting('house.age')::int) n) as past;

insert into screening_decision (id, screening_id, move, applied, at)
select md5('decision' || n || id)::uuid, id, 'APPROVE', true, '2024-01-01' from screening, generate_series(1, 3) n;

insert into presale_progress (screening_id, as_of, status, currency, goal, pledged, collected, threshold, capacity, taken, deadline)
select id, '2024-01-01', 'OPEN', 'USD', 79200, 1200, 0, 60, 100, 1, '2030-01-01' from screening;
