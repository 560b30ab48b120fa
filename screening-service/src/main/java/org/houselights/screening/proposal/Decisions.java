package org.houselights.screening.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.houselights.web.Ids;
import org.houselights.web.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done with each screening: who, in which role, what, when and why. Rows are only ever added. */
@Repository
public class Decisions {

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param by nobody where time or the pre-sale decided
     * @param applied false for what came too late to change anything; the reason says why
     * @param rule the name of the rule by which the person had it approved; none where it was looked at
     */
    public record PastMove(
            Move move,
            boolean applied,
            @Nullable Actor by,
            Instant at,
            @Nullable String reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String rule) {}

    void record(UUID screening, PastMove past) {
        Optional<Actor> by = Optional.ofNullable(past.by());
        jdbc.sql("""
                        insert into screening_decision
                            (id, screening_id, move, applied, by_id, by_name, by_role, at, reason, rule)
                        values (:id, :screening, :move, :applied, :byId, :byName, :byRole, :at, :reason, :rule)""")
                .param("id", Ids.next())
                .param("screening", screening)
                .param("move", past.move().name())
                .param("applied", past.applied())
                .param("byId", by.map(Actor::id).orElse(null))
                .param("byName", by.map(Actor::name).orElse(null))
                .param("byRole", by.map(actor -> actor.role().name()).orElse(null))
                .param("at", Timestamp.from(past.at()))
                .param("reason", past.reason())
                .param("rule", past.rule())
                .update();
    }

    List<PastMove> of(UUID screening) {
        return jdbc.sql("""
                        select move, applied, by_id, by_name, by_role, at, reason, rule from screening_decision
                        where screening_id = :screening order by number""")
                .param("screening", screening)
                .query((row, number) -> pastMove(row))
                .list();
    }

    private static PastMove pastMove(ResultSet row) throws SQLException {
        UUID by = row.getObject("by_id", UUID.class);
        return new PastMove(
                Move.valueOf(row.getString("move")),
                row.getBoolean("applied"),
                by == null ? null : new Actor(by, row.getString("by_name"), Role.valueOf(row.getString("by_role"))),
                row.getTimestamp("at").toInstant(),
                row.getString("reason"),
                row.getString("rule"));
    }
}
