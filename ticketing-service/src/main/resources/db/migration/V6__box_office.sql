-- A distributor reads what the films of the company have taken.
create index presale_by_distributor on presale ((screening::jsonb -> 'film' -> 'distributor' ->> 'id'));
