-- An event has two to three kilobytes, and stays for a moment: to press it into less costs more than to write it as it is.
alter table outbox set (toast_tuple_target = 8160);

-- JSON that nobody in the database asks anything of: it goes as it came, instead of being taken apart and put together again.
alter table outbox alter column headers type text;
