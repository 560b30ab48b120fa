package org.houselights.ticketing.collection;

import io.micrometer.core.instrument.MeterRegistry;
import org.houselights.ticketing.payment.ChargeOutcome;
import org.houselights.ticketing.payment.RefundOutcome;
import org.springframework.stereotype.Component;

/** Shows on the metrics page how charges and refunds fare; a charge that was put off and asked for again counts each time. */
@Component
class PaymentCounters {

    private final MeterRegistry registry;

    PaymentCounters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(ChargeOutcome outcome) {
        String name = switch (outcome) {
            case ChargeOutcome.Succeeded _ -> "succeeded";
            case ChargeOutcome.Declined _ -> "declined";
            case ChargeOutcome.Unknown _ -> "unknown";
        };
        registry.counter("payment.charges", "outcome", name).increment();
    }

    void count(RefundOutcome outcome) {
        String name = switch (outcome) {
            case RefundOutcome.Succeeded _ -> "succeeded";
            case RefundOutcome.Refused _ -> "refused";
            case RefundOutcome.Unknown _ -> "unknown";
        };
        registry.counter("payment.refunds", "outcome", name).increment();
    }
}
