package org.houselights.ticketing.order;

import org.houselights.web.Money;

/**
 * Tickets of one kind and price within an order.
 *
 * @param quantity from 1 to 10
 * @param unit the price of one
 */
public record TicketLine(TicketType type, int quantity, Money unit) {}
