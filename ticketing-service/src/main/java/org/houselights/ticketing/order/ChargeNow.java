package org.houselights.ticketing.order;

import org.houselights.ticketing.payment.ChargeOutcome;

/** Charges while the buyer waits, for as long as a buyer waits. To be called without a transaction. */
public interface ChargeNow {

    /** @return {@link ChargeOutcome.Unknown} if the answer didn't come in time; the charge goes on by itself */
    ChargeOutcome charge(ChargeToMake charge);
}
