package org.houselights.ticketing.collection;

import org.houselights.ticketing.order.RecordRefundOutcome;
import org.houselights.ticketing.order.RefundToMake;
import org.houselights.ticketing.payment.RefundOutcome;
import org.springframework.stereotype.Component;

/** Carries one refund to the provider and its outcome back. */
@Component
class GiveRefund {

    private final PatientProvider provider;
    private final RecordRefundOutcome record;
    private final Recording recording = new Recording();

    GiveRefund(PatientProvider provider, RecordRefundOutcome record) {
        this.provider = provider;
        this.record = record;
    }

    /** @return how to record what became of it */
    Runnable give(RefundToMake refund) {
        RefundOutcome outcome = provider.refund(refund);
        return () -> recording.insist(() -> record.record(refund.orderId(), outcome));
    }
}
