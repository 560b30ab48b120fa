package org.houselights.screening.catalogue;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.houselights.web.PageOf;
import org.houselights.web.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class Companies {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Companies(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void put(Company company, Instant now) {
        jdbc.sql("""
                        insert into company (id, name, details, changed_at)
                        values (:id, :name, cast(:details as jsonb), :now)
                        on conflict (id) do update
                        set name = excluded.name, details = excluded.details, changed_at = excluded.changed_at""")
                .param("id", company.id())
                .param("name", company.details().name())
                .param("details", json.writeValueAsString(company.details()))
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Company> find(UUID id) {
        return jdbc.sql("select id, details from company where id = :id")
                .param("id", id)
                .query((row, number) -> company(row.getObject(1, UUID.class), row.getString(2)))
                .optional();
    }

    PageOf<Company> list(Paging paging) {
        long total = jdbc.sql("select count(*) from company").query(Long.class).single();
        return PageOf.of(
                jdbc.sql("select id, details from company order by name, id limit :size offset :offset")
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query((row, number) -> company(row.getObject(1, UUID.class), row.getString(2)))
                        .list(),
                paging,
                total);
    }

    private Company company(UUID id, String details) {
        return new Company(id, json.readValue(details, CompanyDetails.class));
    }
}
