package org.houselights.ticketing.presale;

/**
 * What a pre-sale offers, for those who want to order.
 *
 * @param prices which never change
 * @param pledges whether tickets are pledged for; once that is over they are bought, and it doesn't begin again
 */
public record Offer(Prices prices, boolean pledges) {}
