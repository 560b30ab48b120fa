create table approval_rule (
    id         uuid        primary key,
    company_id uuid        not null references company,
    by_id      uuid        not null,
    by_name    text        not null,
    details    jsonb       not null,
    set_at     timestamptz not null
);
create index approval_rule_company on approval_rule (company_id, set_at);

-- The name of the rule by which a person had something approved, as it was then.
alter table screening_decision add column rule text check (length(rule) <= 80);

create index screening_waiting on screening (company_id, decision_due_at) where status = 'PROPOSED';
