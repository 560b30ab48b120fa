package org.houselights.ticketing.payment;

import org.houselights.web.Money;

/**
 * Money of a charge to be given back.
 *
 * @param idempotencyKey names this refund for ever, the same however often it is sent; at most 100 characters
 * @param charge the {@link ChargeOutcome.Succeeded#reference()}
 * @param amount more than zero, in the currency of the charge
 */
public record RefundRequest(String idempotencyKey, String charge, Money amount) {

    public RefundRequest {
        if (amount.minorUnits() == 0) {
            throw new IllegalArgumentException("There is nothing to refund.");
        }
    }
}
