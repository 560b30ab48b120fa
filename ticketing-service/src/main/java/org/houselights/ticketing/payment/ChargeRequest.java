package org.houselights.ticketing.payment;

import java.util.UUID;
import org.houselights.web.Money;

/**
 * A charge of a saved card while its owner is away.
 *
 * @param idempotencyKey names this attempt for ever, the same however often it is sent; at most 100 characters
 * @param card the {@link SavedCard#reference()}
 * @param amount more than zero
 * @param orderId shown beside the charge on the provider's own pages
 */
public record ChargeRequest(String idempotencyKey, String card, Money amount, UUID orderId) {

    public ChargeRequest {
        if (amount.minorUnits() == 0) {
            throw new IllegalArgumentException("There is nothing to charge.");
        }
    }
}
