package org.houselights.ticketing.presale;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Screenings whose cancellation came before their pre-sale, so that they never open when the older news arrives. */
@Component
class CancelledBeforeSale {

    private final JdbcClient jdbc;

    CancelledBeforeSale(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID screeningId, Instant now) {
        jdbc.sql("insert into cancelled_before_sale (screening_id, cancelled_at) values (?, ?) on conflict do nothing")
                .params(screeningId, Timestamp.from(now))
                .update();
    }

    boolean contains(UUID screeningId) {
        return jdbc.sql("select exists (select from cancelled_before_sale where screening_id = ?)")
                .param(screeningId)
                .query(Boolean.class)
                .single();
    }
}
