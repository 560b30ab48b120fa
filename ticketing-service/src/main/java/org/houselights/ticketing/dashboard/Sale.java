package org.houselights.ticketing.dashboard;

import java.time.Instant;

/**
 * An order that counts: its buyer hasn't taken it back.
 *
 * @param amount in minor units of the pre-sale's currency
 */
record Sale(Instant at, long amount) {}
