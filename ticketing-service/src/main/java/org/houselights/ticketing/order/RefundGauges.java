package org.houselights.ticketing.order;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Shows on the metrics page whether people get their money back. */
@Component
class RefundGauges implements MeterBinder {

    private final Refunds refunds;

    RefundGauges(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("payment.refunds.waiting", refunds::waiting)
                .description("Refunds that are due and not given yet")
                .register(registry);
        Gauge.builder("payment.refunds.refused", refunds::refused)
                .description("Refunds that the provider refuses, so that an operator has to give the money back")
                .register(registry);
    }
}
