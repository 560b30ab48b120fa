package org.houselights.screening.proposal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.houselights.web.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rules of each company, the oldest first. */
@Repository
public class ApprovalRules {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ApprovalRules(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public List<ApprovalRule> of(UUID company) {
        return jdbc.sql("""
                        select id, company_id, by_id, by_name, details from approval_rule
                        where company_id = :company order by set_at, id""")
                .param("company", company)
                .query((row, number) -> rule(row))
                .list();
    }

    void add(ApprovalRule rule, Instant now) {
        jdbc.sql("""
                        insert into approval_rule (id, company_id, by_id, by_name, details, set_at)
                        values (:id, :company, :byId, :byName, cast(:details as jsonb), :now)""")
                .param("id", rule.id())
                .param("company", rule.companyId())
                .param("byId", rule.by().id())
                .param("byName", rule.by().name())
                .param("details", json.writeValueAsString(rule.details()))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Returns false if the company has no such rule. */
    boolean remove(UUID id, UUID company) {
        return jdbc.sql("delete from approval_rule where id = :id and company_id = :company")
                        .param("id", id)
                        .param("company", company)
                        .update()
                == 1;
    }

    private ApprovalRule rule(ResultSet row) throws SQLException {
        return new ApprovalRule(
                row.getObject("id", UUID.class),
                row.getObject("company_id", UUID.class),
                new Actor(row.getObject("by_id", UUID.class), row.getString("by_name"), Role.DISTRIBUTOR),
                json.readValue(row.getString("details"), ApprovalRule.Details.class));
    }
}
