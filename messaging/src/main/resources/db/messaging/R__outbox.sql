-- An event has two to three kilobytes, one that tells of a crowd thirty, and stays for a moment: to press it into less costs more than to write it as it is.
alter table outbox set (toast_tuple_target = 8160);
alter table outbox alter column body set storage external;

-- JSON that nobody in the database asks anything of: it goes as it came, instead of being taken apart and put together again.
alter table outbox alter column headers type text;
