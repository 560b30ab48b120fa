package org.houselights.messaging;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
        receive(List.of(record), handlers);
    }

    /**
     * Likewise several in their order and in one transaction: all of them take effect, or none.
     *
     * @throws UnreadableEvent if any of them can't be read
     */
    public void receive(List<ConsumerRecord<String, byte[]>> records, EventHandlers handlers) {
        List<Received> received = records.stream()
                .flatMap(record -> read(record, handlers).stream())
                .toList();
        if (!received.isEmpty()) {
            transaction.executeWithoutResult(status -> takeIn(received, handlers.consumer()));
        }
    }

    private void takeIn(List<Received> received, String consumer) {
        Set<UUID> news = remember(received, consumer);
        for (Received each : received) {
            if (news.remove(each.envelope().id())) {
                each.handler().accept(each.event(), each.envelope());
            } else {
                log.debug(
                        "{} has already taken {} {}",
                        consumer,
                        each.envelope().type(),
                        each.envelope().id());
            }
        }
    }

    private Optional<Received> read(ConsumerRecord<String, byte[]> record, EventHandlers handlers) {
        Envelope envelope = WireHeaders.read(record);
        return Optional.ofNullable(handlers.handlerOf(envelope.type()))
                .map(handler -> new Received(envelope, handler, body(record, handler)));
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

    /** @return which of them have not been remembered before */
    private Set<UUID> remember(List<Received> received, String consumer) {
        return new HashSet<>(jdbc.queryForList(
                """
                insert into inbox (consumer, event_id, received_at)
                select ?, event_id::uuid, ? from unnest(?::text[]) event_id on conflict do nothing returning event_id""",
                UUID.class,
                consumer,
                Timestamp.from(clock.instant()),
                received.stream().map(each -> each.envelope().id().toString()).toArray(String[]::new)));
    }

    private record Received(Envelope envelope, EventHandlers.Handler<?> handler, Object event) {}
}
