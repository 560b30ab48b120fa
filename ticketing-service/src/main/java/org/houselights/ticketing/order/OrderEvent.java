package org.houselights.ticketing.order;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.houselights.messaging.Event;
import org.houselights.messaging.EventType;
import org.houselights.ticketing.presale.PresaleEvent;
import org.houselights.ticketing.presale.PresaleFacts;

/** What happens to an order. These events carry the buyer's address and the order's link: they are for our own services. */
sealed interface OrderEvent extends Event {

    String TOPIC = PresaleEvent.TOPIC;
    String PREFIX = PresaleEvent.PREFIX;

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

    /** @param sequence the order's revision */
    record News(
            UUID screeningId,
            long sequence,
            Instant occurredAt,
            @JsonRawValue String screening,
            PresaleFacts presale,
            OrderFacts order) {}

    @EventType(topic = TOPIC, type = PREFIX + "OrderPledged")
    record OrderPledged(@JsonUnwrapped News news) implements OrderEvent {}

    @EventType(topic = TOPIC, type = PREFIX + "OrderAltered")
    record OrderAltered(@JsonUnwrapped News news) implements OrderEvent {}

    @EventType(topic = TOPIC, type = PREFIX + "OrderCancelled")
    record OrderCancelled(@JsonUnwrapped News news) implements OrderEvent {}

    /** The host wrote to its buyer; nothing else about the order is new. */
    @EventType(topic = TOPIC, type = PREFIX + "OrderMessaged")
    record OrderMessaged(@JsonUnwrapped News news, HostMessage message) implements OrderEvent {}

    @EventType(topic = TOPIC, type = PREFIX + "OrderPaid")
    record OrderPaid(@JsonUnwrapped News news) implements OrderEvent {}

    @EventType(topic = TOPIC, type = PREFIX + "OrderPaymentFailed")
    record OrderPaymentFailed(@JsonUnwrapped News news) implements OrderEvent {}

    @EventType(topic = TOPIC, type = PREFIX + "OrderDropped")
    record OrderDropped(@JsonUnwrapped News news) implements OrderEvent {}

    @EventType(topic = TOPIC, type = PREFIX + "OrderReleased")
    record OrderReleased(@JsonUnwrapped News news) implements OrderEvent {}

    @EventType(topic = TOPIC, type = PREFIX + "OrderRefunded")
    record OrderRefunded(@JsonUnwrapped News news) implements OrderEvent {}

    @EventType(topic = TOPIC, type = PREFIX + "TicketsIssued")
    record TicketsIssued(@JsonUnwrapped News news) implements OrderEvent {}
}
