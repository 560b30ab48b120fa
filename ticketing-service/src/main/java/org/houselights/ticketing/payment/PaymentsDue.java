package org.houselights.ticketing.payment;

/**
 * Published as an application event in the transaction that made a charge or a refund due, so that the loops start on it
 * right after the commit instead of at their next look.
 */
public record PaymentsDue() {}
