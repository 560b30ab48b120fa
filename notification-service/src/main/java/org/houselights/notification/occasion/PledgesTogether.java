package org.houselights.notification.occasion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.houselights.notification.mail.Facts.Order;
import org.houselights.notification.mail.Facts.Presale;
import org.houselights.notification.mail.Facts.Screening;

/** What we read of an event on {@code ticketing-events} that tells of several orders: what it would tell of each by itself. */
record PledgesTogether(
        UUID screeningId, long sequence, Instant occurredAt, Screening screening, Presale presale, List<Order> orders) {

    Stream<TicketingEvent> each() {
        return orders.stream()
                .map(order -> new TicketingEvent(screeningId, sequence, occurredAt, screening, presale, order, null));
    }
}
