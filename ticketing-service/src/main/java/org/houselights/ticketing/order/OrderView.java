package org.houselights.ticketing.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.PresaleFacts;
import org.houselights.ticketing.presale.Prices;
import org.houselights.ticketing.presale.Show;

/**
 * An order as its buyer sees it.
 *
 * @param token the part of the link by which the API knows the order
 * @param changeable whether it may still be altered, cancelled or given another card
 * @param show what it is for
 * @param prices for what the buyer may alter
 */
public record OrderView(
        UUID screeningId,
        String token,
        boolean changeable,
        Instant placedAt,
        @JsonUnwrapped OrderFacts order,
        PresaleFacts presale,
        Show show,
        @JsonIgnore Prices prices) {

    static OrderView of(Order order, OrderFacts facts, Presale presale, UnguessableCodes codes) {
        return new OrderView(
                order.screeningId(),
                codes.orderToken(order.id(), order.linkVersion()),
                order.status().isUncharged(),
                order.placedAt(),
                facts,
                presale.facts(),
                presale.show(),
                presale.prices());
    }
}
