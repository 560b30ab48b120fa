package org.houselights.ticketing.order;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.houselights.messaging.Event;
import org.houselights.messaging.EventType;
import org.houselights.ticketing.order.OrderEvent.OrderPledged;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.PresaleEvent;

/**
 * Pledges for one pre-sale that were decided together. Four fifths of what {@link OrderPledged} tells is of the screening and its pre-sale, and
 * the same for all of them: here it is said once.
 */
@EventType(topic = PresaleEvent.TOPIC, type = PresaleEvent.PREFIX + "OrdersPledged")
record OrdersPledged(@JsonUnwrapped PresaleEvent.News news, List<OrderFacts> orders) implements Event {

    /** At most: more would save nothing, and whoever can't take one of them in takes in none. */
    private static final int TOGETHER = 50;

    /**
     * What is told of pledges, in their order: of one by itself, or of several together.
     *
     * @param presale as it is after the last of them
     */
    static List<Event> of(List<OrderFacts> pledged, Presale presale, Instant now) {
        List<Event> events = new ArrayList<>();
        for (int from = 0; from < pledged.size(); from += TOGETHER) {
            List<OrderFacts> orders = pledged.subList(from, Math.min(pledged.size(), from + TOGETHER));
            events.add(orders.size() == 1 ? alone(orders.getFirst(), presale, now) : together(orders, presale, now));
        }
        return events;
    }

    private static OrderPledged alone(OrderFacts order, Presale presale, Instant now) {
        return new OrderPledged(new OrderEvent.News(
                presale.screeningId(), order.revision(), now, presale.screening(), presale.facts(), order));
    }

    /** All of them are new: this is the first event of each. */
    private static OrdersPledged together(List<OrderFacts> orders, Presale presale, Instant now) {
        return new OrdersPledged(
                new PresaleEvent.News(
                        presale.screeningId(), orders.getFirst().revision(), now, presale.screening(), presale.facts()),
                orders);
    }

    @Override
    public String key() {
        return news.screeningId().toString();
    }

    @Override
    public long sequence() {
        return news.sequence();
    }

    @Override
    public Instant occurredAt() {
        return news.occurredAt();
    }
}
