-- Those of a city or a country, by their start.
create index screening_city on screening (lower(city), starts_at, id);
create index screening_country on screening (country, starts_at, id);
