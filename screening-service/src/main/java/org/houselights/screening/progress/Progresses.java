package org.houselights.screening.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The newest word of each pre-sale. */
@Repository
public class Progresses {

    private static final String COLUMNS =
            "select screening_id, status, currency, goal, pledged, collected, threshold, capacity, taken, deadline from presale_progress ";

    private final JdbcClient jdbc;

    Progresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Progress> of(UUID screeningId) {
        return Optional.ofNullable(of(List.of(screeningId)).get(screeningId));
    }

    /** By screening; those whose pre-sale never opened are left out. */
    public Map<UUID, Progress> of(Collection<UUID> screeningIds) {
        Map<UUID, Progress> found = new HashMap<>();
        jdbc.sql(COLUMNS + "where screening_id = any(:ids)")
                .param("ids", screeningIds.toArray(UUID[]::new))
                .query(row -> {
                    found.put(row.getObject("screening_id", UUID.class), progress(row));
                });
        return found;
    }

    /** What is older than what is known changes nothing. */
    void keep(UUID screeningId, Instant asOf, Progress progress) {
        jdbc.sql("""
                        insert into presale_progress
                        (screening_id, as_of, status, currency, goal, pledged, collected, threshold, capacity, taken, deadline)
                        values (:id, :asOf, :status, :currency, :goal, :pledged, :collected, :threshold, :capacity, :taken, :deadline)
                        on conflict (screening_id) do update
                        set as_of = excluded.as_of, status = excluded.status, goal = excluded.goal, pledged = excluded.pledged,
                            collected = excluded.collected, threshold = excluded.threshold, capacity = excluded.capacity,
                            taken = excluded.taken, deadline = excluded.deadline
                        where presale_progress.as_of <= excluded.as_of""")
                .param("id", screeningId)
                .param("asOf", Timestamp.from(asOf))
                .param("status", progress.status())
                .param("currency", progress.goal().currency().getCurrencyCode())
                .param("goal", progress.goal().minorUnits())
                .param("pledged", progress.pledged().minorUnits())
                .param("collected", progress.collected().minorUnits())
                .param("threshold", progress.threshold())
                .param("capacity", progress.capacity())
                .param("taken", progress.taken())
                .param("deadline", timestamp(progress.deadline()))
                .update();
    }

    private static Progress progress(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        Timestamp deadline = row.getTimestamp("deadline");
        return new Progress(
                row.getString("status"),
                Money.of(row.getLong("goal"), currency),
                Money.of(row.getLong("pledged"), currency),
                Money.of(row.getLong("collected"), currency),
                row.getObject("threshold", Integer.class),
                row.getInt("capacity"),
                row.getInt("taken"),
                deadline == null ? null : deadline.toInstant());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
