package org.houselights.ticketing.presale;

/** Published in the transaction that left work for the rounds, so that they begin right after the commit. */
public record WorkWaits() {}
