package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.houselights.messaging.Outbox;
import org.houselights.ticketing.payment.RefundOutcome;
import org.houselights.ticketing.presale.LockPresale;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.WorkWaits;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what became of a refund, once. One that the provider refuses waits for an operator. */
@Component
public class RecordRefundOutcome {

    private final LockPresale lockPresale;
    private final Orders orders;
    private final Refunds refunds;
    private final Outbox outbox;
    private final UnguessableCodes codes;
    private final OrderSettings settings;
    private final ApplicationEventPublisher doorbell;
    private final Clock clock;

    RecordRefundOutcome(
            LockPresale lockPresale,
            Orders orders,
            Refunds refunds,
            Outbox outbox,
            UnguessableCodes codes,
            OrderSettings settings,
            ApplicationEventPublisher doorbell,
            Clock clock) {
        this.lockPresale = lockPresale;
        this.orders = orders;
        this.refunds = refunds;
        this.outbox = outbox;
        this.codes = codes;
        this.settings = settings;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    @Transactional
    public void record(UUID orderId, RefundOutcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case RefundOutcome.Succeeded succeeded -> succeed(orderId, succeeded.reference(), now);
            case RefundOutcome.Refused refused -> {
                refunds.refused(orderId, refused.reason(), now);
                doorbell.publishEvent(new WorkWaits());
            }
            case RefundOutcome.Unknown _ -> refunds.askAgain(orderId, now.plus(settings.askAgainAfter()));
        }
    }

    private void succeed(UUID orderId, String reference, Instant now) {
        UUID screeningId = orders.screeningOf(orderId).orElseThrow();
        Presale presale = lockPresale.lock(screeningId);
        if (refunds.succeeded(orderId, reference, now)) {
            Order order = orders.lock(orderId).orElseThrow();
            outbox.append(order.refunded(presale, codes, now));
            doorbell.publishEvent(new WorkWaits());
        }
    }
}
