package org.houselights.ticketing.order;

import org.houselights.web.ProblemException;
import org.houselights.web.Problems;
import org.springframework.stereotype.Component;

/** Finds the order that a link opens. Whoever has no such link learns nothing, not even whether there is an order. */
@Component
class OrderLinks {

    private final Orders orders;
    private final UnguessableCodes codes;

    OrderLinks(Orders orders, UnguessableCodes codes) {
        this.orders = orders;
        this.codes = codes;
    }

    /** @throws ProblemException 404 unless the token opens an order */
    Order open(String token) {
        return UnguessableCodes.claimedOrder(token)
                .flatMap(orders::findById)
                .filter(order -> codes.opens(token, order.id(), order.linkVersion()))
                .orElseThrow(() -> Problems.notFound("order"));
    }
}
