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
        while (forgetInbox(before) == BATCH) {}
        while (forgetDeadLetters(before) == BATCH) {}
    }

    private int forgetInbox(Timestamp before) {
        return jdbc.sql("""
                        delete from inbox where ctid = any (array(
                            select ctid from inbox where received_at < ?
                            order by received_at limit ? for update skip locked))""").params(before, BATCH).update();
    }

    private int forgetDeadLetters(Timestamp before) {
        return jdbc.sql("""
                        delete from dead_letter where ctid = any (array(
                            select ctid from dead_letter where replayed_at < ?
                            order by replayed_at limit ? for update skip locked))""").params(before, BATCH).update();
    }
}
