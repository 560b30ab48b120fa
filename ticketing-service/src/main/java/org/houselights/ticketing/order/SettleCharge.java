package org.houselights.ticketing.order;

import org.houselights.ticketing.payment.ChargeOutcome;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.springframework.stereotype.Component;

/** Charges a card whose owner waits, and tells them if it was declined. */
@Component
class SettleCharge {

    private final ChargeNow now;
    private final RecordChargeOutcome record;

    SettleCharge(ChargeNow now, RecordChargeOutcome record) {
        this.now = now;
        this.record = record;
    }

    /** @throws org.houselights.web.ProblemException 422 when the card was declined */
    void settle(ChargeToMake charge) {
        ChargeOutcome outcome = now.charge(charge);
        record.record(charge.screeningId(), charge.orderId(), charge.attempt(), outcome);
        if (outcome instanceof ChargeOutcome.Declined declined) {
            throw Problems.unprocessable(
                    "card-declined",
                    declined.needsAction() ? Sentence.of("card.needs-action") : Sentence.of("card.declined"));
        }
    }
}
