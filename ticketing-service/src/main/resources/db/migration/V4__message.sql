-- What hosts wrote to the people of their screenings. Each went out as one event for every order that it was for.
create table message (
    id           uuid primary key,
    screening_id uuid        not null references presale (screening_id),
    audience     text        not null check (audience in ('PLEDGED', 'TICKETED')),
    subject      text        not null check (char_length(subject) <= 100),
    body         text        not null check (char_length(body) <= 5000),
    -- The form's own key: sent twice, it goes out once.
    request_key  text        not null,
    orders       int         not null check (orders > 0),
    sent_at      timestamptz not null,
    unique (screening_id, request_key)
);
create index message_by_screening on message (screening_id, sent_at);
