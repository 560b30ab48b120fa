package org.houselights.messaging;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
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

    private static final String INSERT =
            "insert into outbox (event_id, topic, key, type, headers, body, appended_at) values (?, ?, ?, ?, ?::jsonb, ?, ?)";

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final String source;
    private final RelayBell bell;

    Outbox(JdbcTemplate jdbc, JsonMapper json, Clock clock, String source, RelayBell bell) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.source = source;
        this.bell = bell;
    }

    /** @throws IllegalTransactionStateException outside a transaction, since the event could then outlive its cause */
    public void append(Event event) {
        append(List.of(event));
    }

    /** @throws IllegalTransactionStateException outside a transaction */
    public void append(Collection<? extends Event> events) {
        insert(events.stream().map(this::row).toList());
    }

    void insert(List<Object[]> rows) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException("An event is appended in the transaction that makes it true.");
        }
        jdbc.batchUpdate(INSERT, rows);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }

    private Object[] row(Event event) {
        EventType type = event.getClass().getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event.getClass().getName() + " lacks @EventType");
        }
        UUID id = EventIds.next();
        String headers = json.writeValueAsString(WireHeaders.of(id, source, type.type(), event));
        return new Object[] {
            id,
            type.topic(),
            event.key(),
            type.type(),
            headers,
            json.writeValueAsString(event),
            Timestamp.from(clock.instant())
        };
    }
}
