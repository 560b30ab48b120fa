-- What is searched and what others point to are columns; the rest of a page is kept as it was sent.
create table company (
    id         uuid        primary key,
    name       text        not null check (length(name) between 1 and 120),
    details    jsonb       not null,
    changed_at timestamptz not null
);
create index company_name on company (name, id);

create table film (
    id         uuid        primary key,
    company_id uuid        not null constraint film_company_fk references company,
    title      text        not null check (length(title) between 1 and 200),
    -- All titles in lower case.
    search     text        not null,
    details    jsonb       not null,
    changed_at timestamptz not null
);
create index film_company on film (company_id);
create index film_title on film (title, id);

create table venue (
    id         uuid        primary key,
    name       text        not null check (length(name) between 1 and 120),
    city       text        not null,
    country    text        not null check (length(country) = 2),
    -- Name, address and city in lower case.
    search     text        not null,
    details    jsonb       not null,
    changed_at timestamptz not null
);
create index venue_place on venue (country, city);
create index venue_name on venue (name, id);

create table auditorium (
    id       uuid primary key,
    venue_id uuid not null references venue
);
create index auditorium_venue on auditorium (venue_id);
