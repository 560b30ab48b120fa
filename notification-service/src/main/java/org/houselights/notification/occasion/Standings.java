package org.houselights.notification.occasion;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.houselights.notification.mail.Facts.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The latest thing known of each screening, pre-sale and order, by the sequence of the events that told it. */
@Repository
class Standings {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Standings(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        this.clock = clock;
    }

    /**
     * Takes note of an event. Returns false if something newer is known, and then changes nothing.
     *
     * @param charged the order, while its buyer's money is with us
     */
    boolean advance(
            String topic, UUID subjectId, UUID screeningId, long sequence, String status, @Nullable Order charged) {
        return jdbc.sql("""
                        insert into standing (topic, subject_id, screening_id, sequence, status, charged, heard_at)
                        values (:topic, :subject, :screening, :sequence, :status, :charged::jsonb, :now)
                        on conflict (topic, subject_id) do update
                        set sequence = excluded.sequence, status = excluded.status, charged = excluded.charged,
                            heard_at = excluded.heard_at
                        where standing.sequence <= excluded.sequence
                        """)
                        .param("topic", topic)
                        .param("subject", subjectId)
                        .param("screening", screeningId)
                        .param("sequence", sequence)
                        .param("status", status)
                        .param("charged", charged == null ? null : json.writeValueAsString(charged))
                        .param("now", at(clock.instant()))
                        .update()
                == 1;
    }

    /** Whether the screening is known to be over, or off. */
    boolean hasEnded(UUID screeningId) {
        return jdbc.sql("""
                        select exists (select from standing where topic = :topic and subject_id = :screening
                            and status in ('DECLINED', 'WITHDRAWN', 'LAPSED', 'MISSED', 'CANCELLED', 'HELD'))
                        """)
                .param("topic", ScreeningNews.TOPIC)
                .param("screening", screeningId)
                .query(Boolean.class)
                .single();
    }

    /** The orders of a screening whose money is with us, as they were when last heard of. */
    List<Order> charged(UUID screeningId) {
        return jdbc
                .sql("select charged from standing where screening_id = :screening and charged is not null")
                .param("screening", screeningId)
                .query(String.class)
                .list()
                .stream()
                .map(order -> json.readValue(order, Order.class))
                .toList();
    }

    /** Forgets some of what nothing was heard of since the given time; returns how many. */
    int forgetSome(Instant before, int most) {
        return jdbc.sql("""
                        delete from standing where ctid = any (array(
                            select ctid from standing where heard_at < :before
                            order by heard_at limit :most for update skip locked))
                        """).param("before", at(before)).param("most", most).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
