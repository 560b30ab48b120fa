package org.houselights.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Records that this service could not take: listed with their cause, put back through the outbox by {@link #replay}. */
public class DeadLetters {

    /** Added to a topic's name for the topic of its dead letters. */
    public static final String SUFFIX = "-dlt";

    /** The header that says what the last attempt failed with. */
    static final String CAUSE = "kafka_dlt-cause";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    /**
     * @param headers the record's own, as they came
     * @param cause what the last attempt failed with; for operators only
     */
    public record DeadLetter(
            UUID id,
            String topic,
            @Nullable String key,
            @Nullable String type,
            Map<String, String> headers,
            String body,
            String cause,
            Instant diedAt,
            @Nullable Instant replayedAt) {

        /** Whether it is not what was agreed, so that only a mended reader or sender helps; otherwise its effect failed. */
        public boolean unreadable() {
            return cause.startsWith(UnreadableEvent.class.getSimpleName());
        }
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final JsonMapper json;
    private final Clock clock;
    private final String application;

    DeadLetters(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Outbox outbox,
            JsonMapper json,
            Clock clock,
            @Value("${spring.application.name}") String application) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
        this.application = application;
    }

    /** The dead letters that wait for somebody, oldest first. */
    public List<DeadLetter> waiting(int atMost) {
        return jdbc.sql("select * from dead_letter where replayed_at is null order by died_at limit ?")
                .param(atMost)
                .query((row, n) -> new DeadLetter(
                        row.getObject("id", UUID.class),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getString("type"),
                        json.readValue(row.getString("headers"), HEADERS),
                        new String(row.getBytes("body"), UTF_8),
                        row.getString("cause"),
                        row.getTimestamp("died_at").toInstant(),
                        null))
                .list();
    }

    /**
     * Sends the original record again, headers and all. Consumers that took it the first time find it in their inbox.
     *
     * @return false if no such dead letter waits
     * @throws WithoutKey if the record has no key, which no consumer will ever take
     */
    public boolean replay(UUID id) {
        return Boolean.TRUE.equals(transaction.execute(status -> jdbc.sql("""
                                update dead_letter set replayed_at = ? where id = ? and replayed_at is null
                                returning topic, key, type, headers, body""")
                .param(Timestamp.from(clock.instant()))
                .param(id)
                .query((row, n) -> new Outbox.Row(
                        eventId(row.getString("headers")),
                        row.getString("topic"),
                        Optional.ofNullable(row.getString("key")).orElseThrow(WithoutKey::new),
                        row.getString("type"),
                        row.getString("headers"),
                        // What isn't UTF-8 can't be kept as text, and the outbox keeps text.
                        new String(row.getBytes("body"), UTF_8).getBytes(UTF_8)))
                .optional()
                .map(original -> {
                    outbox.appendAgain(original);
                    return true;
                })
                .orElse(false)));
    }

    /**
     * Forgets a record that no replay can help.
     *
     * @return false if no such dead letter waits
     */
    public boolean discard(UUID id) {
        boolean discarded = jdbc.sql("delete from dead_letter where id = ? and replayed_at is null")
                        .param(id)
                        .update()
                == 1;
        if (discarded) {
            log.warn("Discarded the dead letter {}", id);
        }
        return discarded;
    }

    /** A record without a key can't be sent again by its key. */
    public static final class WithoutKey extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private UUID eventId(String headers) {
        String id = json.readTree(headers).path(WireHeaders.ID).asString("");
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return EventIds.next();
        }
    }

    /** A dead letter of another service's consumer is its own business; one that came twice is kept once. */
    void keep(ConsumerRecord<String, byte[]> record) {
        if (!header(record, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP).equals(application)) {
            return;
        }
        Map<String, String> original = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (!header.key().startsWith("kafka_") && header.value() != null) {
                original.put(header.key(), text(header));
            }
        }
        UUID id = EventIds.next();
        jdbc.sql("""
                        insert into dead_letter (id, dlt_topic, dlt_partition, dlt_offset, topic, key, type, headers, body, cause, died_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing""")
                .param(id)
                .param(record.topic())
                .param(record.partition())
                .param(record.offset())
                .param(header(record, KafkaHeaders.DLT_ORIGINAL_TOPIC))
                .param(record.key() == null ? null : record.key().replace("\0", ""))
                .param(original.get(WireHeaders.TYPE))
                .param(json.writeValueAsString(original))
                .param(record.value() == null ? new byte[0] : record.value())
                .param(header(record, CAUSE))
                .param(Timestamp.from(clock.instant()))
                .update();
        log.error("Dead letter {}: {} of {}", id, original.get(WireHeaders.TYPE), record.key());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : text(header);
    }

    /** PostgreSQL keeps no zero characters, and a dead letter must be kept whatever is in it. */
    private static String text(Header header) {
        return new String(header.value(), UTF_8).replace("\0", "");
    }
}
