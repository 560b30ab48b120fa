package org.houselights.ticketing.order;

import java.util.UUID;
import org.houselights.web.Money;

/**
 * Money to be given back: to be carried to the provider, and the outcome to {@link RecordRefundOutcome}.
 *
 * @param charge the provider's name for the charge
 * @param idempotencyKey names this refund for ever
 */
public record RefundToMake(UUID orderId, String charge, Money amount, String idempotencyKey) {}
