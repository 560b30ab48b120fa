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
     * Takes note of an event, unless something newer is known.
     *
     * @param charged the order, while its buyer's money is with us
     * @return what was known when it came
     */
    Late advance(
            String topic, UUID subjectId, UUID screeningId, long sequence, String status, @Nullable Order charged) {
        return jdbc.sql("""
                        with advanced as (
                            insert into standing (topic, subject_id, screening_id, sequence, status, charged, heard_at)
                            values (:topic, :subject, :screening, :sequence, :status, :charged::jsonb, :now)
                            on conflict (topic, subject_id) do update
                            set sequence = excluded.sequence, status = excluded.status, charged = excluded.charged,
                                heard_at = excluded.heard_at
                            where standing.sequence <= excluded.sequence
                            returning 1)
                        select exists (select from advanced) as newest,
                            exists (select from standing where topic = :screenings and subject_id = :screening
                                and status in ('DECLINED', 'WITHDRAWN', 'LAPSED', 'MISSED', 'CANCELLED', 'HELD'))
                                as screening_ended
                        """)
                .param("topic", topic)
                .param("subject", subjectId)
                .param("screening", screeningId)
                .param("sequence", sequence)
                .param("status", status)
                .param("charged", charged == null ? null : json.writeValueAsString(charged))
                .param("now", at(clock.instant()))
                .param("screenings", ScreeningNews.TOPIC)
                .query(Late.class)
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
