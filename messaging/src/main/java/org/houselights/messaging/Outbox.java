package org.houselights.messaging;

import static org.houselights.messaging.OneTrip.column;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps events in the transaction that made them true; the {@link Relay} carries them to Kafka after the commit.
 *
 * <p>Order per key holds because the writers of one aggregate are serialised by its row: whoever appends second commits
 * second.
 */
public final class Outbox {

    private static final String INSERT = """
            insert into outbox (event_id, topic, key, type, headers, body, appended_at)
            select event_id, topic, key, type, headers, convert_from(body, 'UTF8'), ?::timestamptz
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[])
                with ordinality as appended (event_id, topic, key, type, headers, body, place)
            order by place""";

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final String source;
    private final RelayBell bell;
    private final ObservationRegistry observations;

    Outbox(
            JdbcTemplate jdbc,
            JsonMapper json,
            Clock clock,
            String source,
            RelayBell bell,
            ObservationRegistry observations) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.source = source;
        this.bell = bell;
        this.observations = observations;
    }

    /** @throws IllegalTransactionStateException outside a transaction, since the event could then outlive its cause */
    public void append(Event event) {
        append(List.of(event));
    }

    /** @throws IllegalTransactionStateException outside a transaction */
    public void append(Collection<? extends Event> events) {
        OneTrip trip = new OneTrip();
        append(events, trip);
        trip.make(jdbc);
    }

    /**
     * As part of a trip, which the caller makes in the same transaction.
     *
     * @throws IllegalTransactionStateException outside a transaction
     */
    public void append(Collection<? extends Event> events, OneTrip trip) {
        Map<String, String> trace = trace();
        append(trip, events.stream().map(event -> row(event, trace)).toList());
    }

    /** An event once more, as it was when it was first sent. */
    void appendAgain(Row event) {
        OneTrip trip = new OneTrip();
        append(trip, List.of(event));
        trip.make(jdbc);
    }

    private void append(OneTrip trip, List<Row> rows) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException("An event is appended in the transaction that makes it true.");
        }
        if (rows.isEmpty()) {
            return;
        }
        trip.add(
                INSERT,
                clock.instant().toString(),
                column(rows, Row::id),
                column(rows, Row::topic),
                column(rows, Row::key),
                column(rows, Row::type),
                column(rows, Row::headers),
                bodies(rows));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }

    private Row row(Event event, Map<String, String> trace) {
        EventType type = event.getClass().getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event.getClass().getName() + " lacks @EventType");
        }
        UUID id = EventIds.next();
        Map<String, String> headers = WireHeaders.of(id, source, type.type(), event);
        headers.putAll(trace);
        return new Row(
                id,
                type.topic(),
                event.key(),
                type.type(),
                json.writeValueAsString(headers),
                json.writeValueAsBytes(event));
    }

    /** Where traces are kept, events carry theirs (W3C {@code traceparent}) to whoever they reach: the same for all that are appended together. */
    private Map<String, String> trace() {
        Map<String, String> headers = new HashMap<>();
        SenderContext<Map<String, String>> sending =
                new SenderContext<>((carrier, name, value) -> headers.put(name, value), Kind.PRODUCER);
        sending.setCarrier(headers);
        Observation.createNotStarted("outbox.append", () -> sending, observations)
                .observe(() -> {});
        return headers;
    }

    /** As they go to the wire: what is most of a row is copied as it is instead of being made a text and bytes again. */
    private static byte[][] bodies(List<Row> rows) {
        return rows.stream().map(Row::body).toArray(byte[][]::new);
    }

    /**
     * @param headers as JSON
     * @param body as JSON in UTF-8
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares rows
    record Row(UUID id, String topic, String key, String type, String headers, byte[] body) {}
}
