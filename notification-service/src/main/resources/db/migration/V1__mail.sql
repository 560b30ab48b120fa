-- One row per mail that somebody is owed. The unique key is what makes a mail come once, however often its event arrives.
create table mail (
    id             uuid        primary key,
    kind           text        not null,
    subject_id     uuid        not null,
    revision       bigint      not null check (revision >= 0),
    recipient      text        not null,
    recipient_name text        not null,
    locale         text        not null,
    screening_id   uuid,
    sequence       bigint      not null,
    facts          jsonb       not null,
    status         text        not null check (status in ('WAITING', 'SENT', 'FAILED', 'OUTDATED')),
    subject_line   text,
    why            text,
    happened_at    timestamptz not null,
    written_at     timestamptz not null,
    useful_until   timestamptz,
    -- When a sender may take it. Taking it moves this on by the lease, so a sender that dies gives it back by doing nothing.
    due_at         timestamptz not null,
    give_up_at     timestamptz not null,
    -- Counts how often a sender took it; a sender that is no longer the last one to have taken it may not put it off.
    attempts       integer     not null default 0 check (attempts >= 0),
    refusals       integer     not null default 0 check (refusals >= 0),
    -- Counts the copies that an operator asked for after the first was sent; each has its own Message-ID.
    copy           integer     not null default 0 check (copy >= 0),
    sent_at        timestamptz,
    constraint one_mail_per_news_and_reader unique (kind, subject_id, revision, recipient),
    constraint sent_has_time check ((status = 'SENT') = (sent_at is not null))
);

create index mail_due on mail (due_at, id) where status = 'WAITING';
create index mail_waiting_of_reader on mail (recipient, screening_id) where status = 'WAITING';
create index mail_of_subject on mail (subject_id, recipient, sequence);
create index mail_of_screening on mail (screening_id, id);
create index mail_of_reader on mail (recipient, id);
create index mail_failed on mail (id) where status = 'FAILED';
create index mail_closed on mail (written_at) where status <> 'WAITING';

-- The latest thing known of each screening, pre-sale and order. It keeps late events from telling people wrong news.
create table standing (
    topic        text        not null,
    subject_id   uuid        not null,
    screening_id uuid        not null,
    sequence     bigint      not null,
    status       text        not null,
    -- Only while its buyer's money is with us: who to tell that it comes back.
    charged      jsonb,
    heard_at     timestamptz not null,
    primary key (topic, subject_id)
);

create index standing_charged on standing (screening_id) where charged is not null;
create index standing_heard on standing (heard_at);
