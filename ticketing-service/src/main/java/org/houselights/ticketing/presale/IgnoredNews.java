package org.houselights.ticketing.presale;

import java.sql.Timestamp;
import java.time.Clock;
import org.houselights.messaging.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers news that changed nothing, and why: a terminal state stays as it is. */
@Component
class IgnoredNews {

    private final JdbcClient jdbc;
    private final Clock clock;

    IgnoredNews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void record(ScreeningNews news, Envelope envelope, String why) {
        jdbc.sql("""
                        insert into ignored_news (event_id, screening_id, type, why, ignored_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(envelope.id(), news.screeningId(), envelope.type(), why, Timestamp.from(clock.instant()))
                .update();
    }
}
