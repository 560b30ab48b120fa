package org.houselights.messaging;

import java.sql.Timestamp;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets each event take effect once: the row that remembers it is inserted in the transaction of the effect, so that two
 * deliveries at the same moment meet at its primary key.
 */
public final class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    Inbox(JdbcTemplate jdbc, TransactionTemplate transaction, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Applies the handler of the record's type. A type without a handler is none of this consumer's business.
     *
     * @throws UnreadableEvent if headers or body can't be read; such a record goes to the dead letters at once
     */
    public void receive(ConsumerRecord<String, byte[]> record, EventHandlers handlers) {
        Envelope envelope = WireHeaders.read(record);
        EventHandlers.Handler<?> handler = handlers.handlerOf(envelope.type());
        if (handler == null) {
            return;
        }
        Object event = body(record, handler);
        transaction.executeWithoutResult(status -> {
            if (isNew(handlers.consumer(), envelope)) {
                handler.accept(event, envelope);
            } else {
                log.debug("{} has already taken {} {}", handlers.consumer(), envelope.type(), envelope.id());
            }
        });
    }

    /** Says where the body is wrong and not with what: the value may be somebody's address, and the failure is logged. */
    private Object body(ConsumerRecord<String, byte[]> record, EventHandlers.Handler<?> handler) {
        if (record.value() == null) {
            throw new UnreadableEvent("the record has no body");
        }
        try {
            return json.readValue(record.value(), handler.body());
        } catch (JacksonException e) {
            throw new UnreadableEvent("the body is not what was agreed: %s at %s, %s"
                    .formatted(
                            e.getClass().getSimpleName(),
                            e.getPathReference(),
                            e.getLocation().offsetDescription()));
        }
    }

    private boolean isNew(String consumer, Envelope envelope) {
        return jdbc.update(
                        "insert into inbox (consumer, event_id, received_at) values (?, ?, ?) on conflict do nothing",
                        consumer,
                        envelope.id(),
                        Timestamp.from(clock.instant()))
                == 1;
    }
}
