-- Whether a reader has an earlier mail to wait for is found by mail_of_reader, which knows the reader. With an index over waiting mails alone
-- the database could as well choose mail_due for it, which knows nobody, and read all that wait for each that is taken.
drop index mail_waiting_of_reader;
