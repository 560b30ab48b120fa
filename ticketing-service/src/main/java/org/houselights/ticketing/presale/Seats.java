package org.houselights.ticketing.presale;

/**
 * Places that an order takes.
 *
 * @param house seats in the rows, counted against the capacity
 * @param wheelchairs wheelchair places, counted apart; each has room for one companion
 */
public record Seats(int house, int wheelchairs) {}
