package org.houselights.ticketing.order;

import java.time.Clock;
import java.util.UUID;
import org.houselights.ticketing.payment.PaymentsDue;
import org.houselights.web.Problems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has a refund tried again at once that the provider refused or hasn't answered. */
@Component
public class RetryRefund {

    private final Refunds refunds;
    private final ApplicationEventPublisher doorbell;
    private final Clock clock;

    RetryRefund(Refunds refunds, ApplicationEventPublisher doorbell, Clock clock) {
        this.refunds = refunds;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    /** @throws org.houselights.web.ProblemException 404 when no refund of this order waits */
    @Transactional
    public void retry(UUID orderId) {
        if (!refunds.tryAgain(orderId, clock.instant())) {
            throw Problems.notFound("waiting refund");
        }
        doorbell.publishEvent(new PaymentsDue());
    }
}
