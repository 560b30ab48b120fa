package org.houselights.ticketing.presale;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.houselights.messaging.Event;
import org.houselights.messaging.EventType;

/** What happens to a pre-sale. */
public sealed interface PresaleEvent extends Event {

    String TOPIC = "ticketing-events";
    String PREFIX = "org.houselights.";

    News news();

    @Override
    default String key() {
        return news().screeningId().toString();
    }

    @Override
    default long sequence() {
        return news().sequence();
    }

    @Override
    default Instant occurredAt() {
        return news().occurredAt();
    }

    /**
     * What each of these events tells.
     *
     * @param screening the snapshot as the screening's service gave it
     */
    record News(
            UUID screeningId,
            long sequence,
            Instant occurredAt,
            @JsonRawValue String screening,
            PresaleFacts presale) {}

    /** Tickets can be pledged for, or bought. */
    @EventType(topic = TOPIC, type = PREFIX + "PresaleOpened")
    record PresaleOpened(@JsonUnwrapped News news) implements PresaleEvent {}

    /** Enough is pledged: every pledge is charged now. */
    @EventType(topic = TOPIC, type = PREFIX + "ThresholdReached")
    record ThresholdReached(@JsonUnwrapped News news) implements PresaleEvent {}

    /** Enough is collected: the screening can be confirmed. */
    @EventType(topic = TOPIC, type = PREFIX + "PresaleSecured")
    record PresaleSecured(@JsonUnwrapped News news) implements PresaleEvent {}

    /** Too many charges failed; everyone is refunded. */
    @EventType(topic = TOPIC, type = PREFIX + "PresaleShort")
    record PresaleShort(@JsonUnwrapped News news) implements PresaleEvent {}

    /** The goal was missed, and nobody has paid. */
    @EventType(topic = TOPIC, type = PREFIX + "PresaleMissed")
    record PresaleMissed(@JsonUnwrapped News news) implements PresaleEvent {}

    /** The screening was cancelled; whoever paid is refunded. */
    @EventType(topic = TOPIC, type = PREFIX + "PresaleCancelled")
    record PresaleCancelled(@JsonUnwrapped News news) implements PresaleEvent {}

    /** The show is over. */
    @EventType(topic = TOPIC, type = PREFIX + "PresaleClosed")
    record PresaleClosed(@JsonUnwrapped News news) implements PresaleEvent {}
}
