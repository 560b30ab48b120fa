-- Old rows are found by their age. Ranges of pages (brin) would do only until new rows took the places of deleted ones: a range never forgets its oldest.
create index if not exists inbox_received on inbox (received_at);
drop index if exists inbox_by_age;

create index if not exists dead_letter_replayed on dead_letter (replayed_at) where replayed_at is not null;
