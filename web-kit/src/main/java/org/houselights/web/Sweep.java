package org.houselights.web;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes what nobody can need any more: kept answers and revocations past their time. */
final class Sweep {

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
        jdbc.sql("delete from idempotent_call where created_at < :past")
                .param("past", before(settings.idempotencyRetention()))
                .update();
        jdbc.sql("delete from session_revocation where not_before < :past")
                .param("past", before(settings.revocationRetention()))
                .update();
    }

    private Timestamp before(Duration age) {
        return Timestamp.from(clock.instant().minus(age));
    }
}
