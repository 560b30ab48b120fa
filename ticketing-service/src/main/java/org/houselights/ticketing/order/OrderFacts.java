package org.houselights.ticketing.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.houselights.web.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order as events and its own page tell it.
 *
 * @param link the address of the order's page, for its buyer alone
 * @param card what its owner knows the saved card by; null where nothing is charged
 * @param failure why the last charge failed; null unless it did
 * @param issued the tickets; empty until they are issued
 */
public record OrderFacts(
        UUID id,
        long revision,
        OrderStatus status,
        String name,
        String email,
        String locale,
        List<TicketLine> tickets,
        int seats,
        Money amount,
        @Nullable Card card,
        String link,
        @Nullable Failure failure,
        List<Issued> issued) {

    public record Card(String brand, String last4) {}

    /**
     * @param reason a short sentence for the buyer
     * @param retryAt when the card is charged again by itself; null if it won't be
     */
    public record Failure(String reason, @Nullable Instant retryAt) {}

    /** @param code what the door reads; whoever shows it first gets in */
    public record Issued(UUID id, TicketType type, String code) {}
}
