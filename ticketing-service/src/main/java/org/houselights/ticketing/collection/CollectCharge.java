package org.houselights.ticketing.collection;

import org.houselights.ticketing.order.ChargeToMake;
import org.houselights.ticketing.order.RecordChargeOutcome;
import org.houselights.ticketing.payment.ChargeOutcome;
import org.springframework.stereotype.Component;

/** Carries one charge to the provider and its outcome back. */
@Component
class CollectCharge {

    private final PatientProvider provider;
    private final RecordChargeOutcome record;
    private final Recording recording = new Recording();

    CollectCharge(PatientProvider provider, RecordChargeOutcome record) {
        this.provider = provider;
        this.record = record;
    }

    /** @return how to record what became of it */
    Runnable collect(ChargeToMake charge) {
        ChargeOutcome outcome = provider.charge(charge);
        return () -> recording.insist(
                () -> record.record(charge.screeningId(), charge.orderId(), charge.attempt(), outcome));
    }
}
