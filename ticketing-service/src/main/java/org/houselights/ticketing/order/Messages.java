package org.houselights.ticketing.order;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages of hosts to their people. */
@Repository
class Messages {

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean wasSent(UUID screeningId, String key) {
        return jdbc.sql("select exists (select from message where screening_id = ? and request_key = ?)")
                .params(screeningId, key)
                .query(Boolean.class)
                .single();
    }

    int sentSince(UUID screeningId, Instant since) {
        return jdbc.sql("select count(*) from message where screening_id = ? and sent_at > ?")
                .params(screeningId, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    void add(UUID screeningId, UUID id, NewMessage message, String key, int orders, Instant now) {
        jdbc.sql("""
                        insert into message (id, screening_id, audience, subject, body, request_key, orders, sent_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        screeningId,
                        message.audience().name(),
                        message.subject(),
                        message.text(),
                        key,
                        orders,
                        Timestamp.from(now))
                .update();
    }

    /** The latest first. */
    List<SentMessage> of(UUID screeningId) {
        return jdbc.sql("""
                        select audience, subject, body, orders, sent_at from message
                        where screening_id = ? order by sent_at desc, id desc limit 100""")
                .param(screeningId)
                .query((row, number) -> new SentMessage(
                        Audience.valueOf(row.getString("audience")),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getInt("orders"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
