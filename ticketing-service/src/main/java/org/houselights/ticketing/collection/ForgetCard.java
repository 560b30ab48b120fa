package org.houselights.ticketing.collection;

import org.houselights.ticketing.order.RecordForgottenCard;
import org.springframework.stereotype.Component;

/** Has the provider forget one card that nothing will be charged to any more; one it gives no answer about is due again. */
@Component
class ForgetCard {

    private final PatientProvider provider;
    private final RecordForgottenCard record;

    ForgetCard(PatientProvider provider, RecordForgottenCard record) {
        this.provider = provider;
        this.record = record;
    }

    /** @return how to record it */
    Runnable forget(String card) {
        boolean forgotten = provider.forget(card);
        return () -> {
            if (forgotten) {
                record.record(card);
            }
        };
    }
}
