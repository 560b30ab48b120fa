package org.houselights.ticketing.order;

import java.util.UUID;
import org.houselights.web.Money;

/**
 * A charge whose intent is committed: to be carried to the provider, and its outcome to {@link RecordChargeOutcome}.
 *
 * @param attempt counted from 1 within the order
 * @param idempotencyKey names this attempt for ever
 * @param again whether it may have been sent before
 */
public record ChargeToMake(
        UUID orderId, UUID screeningId, int attempt, Money amount, String card, String idempotencyKey, boolean again) {}
