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
        Timestamp answered = before(settings.idempotencyRetention());
        while (forgetAnswers(answered) == BATCH) {}
        Timestamp revoked = before(settings.revocationRetention());
        while (forgetRevocations(revoked) == BATCH) {}
    }

    private int forgetAnswers(Timestamp past) {
        return jdbc.sql("""
                        delete from idempotent_call where ctid = any (array(
                            select ctid from idempotent_call where created_at < ?
                            order by created_at limit ? for update skip locked))""").params(past, BATCH).update();
    }

    private int forgetRevocations(Timestamp past) {
        return jdbc.sql("""
                        delete from session_revocation where ctid = any (array(
                            select ctid from session_revocation where not_before < ?
                            order by not_before limit ? for update skip locked))""").params(past, BATCH).update();
    }

    private Timestamp before(Duration age) {
        return Timestamp.from(clock.instant().minus(age));
    }
}
