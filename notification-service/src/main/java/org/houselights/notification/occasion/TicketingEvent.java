package org.houselights.notification.occasion;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.houselights.notification.mail.Facts;
import org.houselights.notification.mail.Facts.Order;
import org.houselights.notification.mail.Facts.Presale;
import org.houselights.notification.mail.Facts.Screening;
import org.jspecify.annotations.Nullable;

/** What we read of an event on {@code ticketing-events}: of a pre-sale, or of one order where there is one. */
record TicketingEvent(
        UUID screeningId,
        long sequence,
        Instant occurredAt,
        Screening screening,
        Presale presale,
        @Nullable Order order,
        Facts.@Nullable HostMessage message) {

    Facts facts() {
        Facts facts = Facts.of(screening, presale, order);
        return message == null ? facts : facts.saying(message);
    }

    Order theOrder() {
        return Optional.ofNullable(order)
                .orElseThrow(() -> new IllegalArgumentException("an event of an order without the order"));
    }
}
