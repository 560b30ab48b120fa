package org.houselights.messaging;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets, in batches that hurt nobody, what no delivery can bring again. */
class OldRows {

    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MessagingSettings settings;

    OldRows(JdbcClient jdbc, Clock clock, MessagingSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forget() {
        Timestamp before = Timestamp.from(clock.instant().minus(settings.keep()));
        forget("inbox", "received_at", before);
        forget("dead_letter", "replayed_at", before);
    }

    private void forget(String table, String age, Timestamp before) {
        String batch = """
                delete from %1$s where ctid = any (array(
                    select ctid from %1$s where %2$s < ?
                    order by %2$s limit ? for update skip locked))""".formatted(table, age);
        while (jdbc.sql(batch).params(before, BATCH).update() == BATCH) {}
    }
}
