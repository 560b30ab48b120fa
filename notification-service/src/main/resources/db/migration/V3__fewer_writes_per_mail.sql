-- A mail is written three times, when it is owed, taken and sent, and its facts never change meanwhile: where they lie outside of its row, only
-- the small rest is written again, and nothing is packed and unpacked.
alter table mail alter column facts set storage external;

-- By subject and reader first, the key that makes a mail come once finds what its reader was told of the same subject as well.
alter table mail
    drop constraint one_mail_per_news_and_reader,
    add constraint one_mail_per_news_and_reader unique (subject_id, recipient, kind, revision);
drop index mail_of_subject;
