package org.houselights.ticketing.order;

import java.util.UUID;
import org.houselights.ticketing.payment.ChargeOutcome;

/**
 * A charge that the provider was asked for, and what became of it.
 *
 * @param attempt counted from 1 within the order
 */
record ChargeMade(UUID screeningId, UUID orderId, int attempt, ChargeOutcome outcome) {}
