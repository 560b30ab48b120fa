package org.houselights.ticketing.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.PresaleFacts;
import org.houselights.ticketing.presale.Prices;

/**
 * An order as its buyer sees it.
 *
 * @param token the part of the link by which the API knows the order
 * @param changeable whether it may still be altered, cancelled or given another card
 * @param screening the screening's snapshot
 * @param prices for what the buyer may alter
 */
public record OrderView(
        UUID screeningId,
        String token,
        boolean changeable,
        Instant placedAt,
        @JsonUnwrapped OrderFacts order,
        PresaleFacts presale,
        @JsonRawValue String screening,
        @JsonIgnore Prices prices) {

    static OrderView of(Order order, List<Ticket> tickets, Presale presale, UnguessableCodes codes) {
        return new OrderView(
                order.screeningId(),
                codes.orderToken(order.id(), order.linkVersion()),
                order.status().isUncharged(),
                order.placedAt(),
                order.facts(tickets, codes),
                presale.facts(),
                presale.screening(),
                presale.prices());
    }
}
