package org.houselights.ticketing.dashboard;

/**
 * What is counted of a campaign's people.
 *
 * @param people with an order that counts
 * @param failedCards orders whose card has to be mended
 */
record Standing(int people, int failedCards, int seatsLeft) {}
