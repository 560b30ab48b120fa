package org.houselights.ticketing.dashboard;

import java.time.Instant;
import java.util.List;

/**
 * A pre-sale with a threshold and what it sold so far.
 *
 * @param goal in minor units, more than 0
 * @param price of a full ticket in minor units, more than 0
 * @param sales in the order in which they were made
 */
record Campaign(Instant openedAt, Instant deadline, long goal, long price, List<Sale> sales) {

    Campaign {
        sales = List.copyOf(sales);
    }

    long sold() {
        return sales.stream().mapToLong(Sale::amount).sum();
    }

    /** The money still missing, in tickets at full price. */
    int ticketsToGo() {
        return Math.toIntExact(Math.ceilDiv(Math.max(0, goal - sold()), price));
    }
}
