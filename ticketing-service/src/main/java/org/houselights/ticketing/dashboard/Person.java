package org.houselights.ticketing.dashboard;

import java.time.Instant;
import org.houselights.ticketing.order.OrderStatus;
import org.houselights.web.Money;

/**
 * Somebody who ordered, as the host may know them: no address.
 *
 * @param tickets companions included
 * @param since when they ordered
 */
record Person(String name, int tickets, OrderStatus status, Money amount, Instant since) {}
