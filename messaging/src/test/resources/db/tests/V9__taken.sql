-- What the consumer of the tests did, as often as it did it.
create table taken (
    id       bigint generated always as identity primary key,
    key      text   not null,
    sequence bigint not null
);
