package org.houselights.web;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes, in batches that hurt nobody, what nobody can need any more: kept answers and revocations past their time. */
final class Sweep {

    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WebSettings settings;

    Sweep(JdbcClient jdbc, Clock clock, WebSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "${houselights.web.sweep-interval:10m}")
    public void run() {
        delete("idempotent_call", "created_at", before(settings.idempotencyRetention()));
        delete("session_revocation", "not_before", before(settings.revocationRetention()));
    }

    private void delete(String table, String age, Timestamp past) {
        String batch = """
                delete from %1$s where ctid = any (array(
                    select ctid from %1$s where %2$s < ?
                    order by %2$s limit ? for update skip locked))""".formatted(table, age);
        while (jdbc.sql(batch).params(past, BATCH).update() == BATCH) {}
    }

    private Timestamp before(Duration age) {
        return Timestamp.from(clock.instant().minus(age));
    }
}
