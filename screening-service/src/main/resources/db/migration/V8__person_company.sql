-- A distributor's company is one that is there; whoever had another had no films to look after.
update person set company_id = null
where company_id is not null and not exists (select 1 from company where company.id = person.company_id);

alter table person add constraint person_company_fk foreign key (company_id) references company;
