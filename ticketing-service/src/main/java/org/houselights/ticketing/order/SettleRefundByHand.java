package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.houselights.messaging.Outbox;
import org.houselights.ticketing.presale.LockPresale;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.WorkWaits;
import org.houselights.web.Caller;
import org.houselights.web.Problems;
import org.houselights.web.Sentence;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records that an operator has given money back another way, after the provider had refused to: who, when and how. */
@Component
public class SettleRefundByHand {

    private final LockPresale lockPresale;
    private final Orders orders;
    private final Refunds refunds;
    private final Outbox outbox;
    private final UnguessableCodes codes;
    private final ApplicationEventPublisher doorbell;
    private final Clock clock;

    SettleRefundByHand(
            LockPresale lockPresale,
            Orders orders,
            Refunds refunds,
            Outbox outbox,
            UnguessableCodes codes,
            ApplicationEventPublisher doorbell,
            Clock clock) {
        this.lockPresale = lockPresale;
        this.orders = orders;
        this.refunds = refunds;
        this.outbox = outbox;
        this.codes = codes;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    /**
     * @param note how the money was given back
     * @throws org.houselights.web.ProblemException 404 when there is no such order, 409 when the provider hasn't refused its refund
     */
    @Transactional
    public void settle(UUID orderId, Caller by, String note) {
        Instant now = clock.instant();
        UUID screeningId = orders.screeningOf(orderId).orElseThrow(() -> Problems.notFound("order"));
        Presale presale = lockPresale.lock(screeningId);
        if (!refunds.settledByHand(orderId, by, note, now)) {
            throw Problems.conflict("refund-not-refused", Sentence.of("refund-not-refused"));
        }
        outbox.append(orders.lock(orderId).orElseThrow().refunded(presale, codes, now));
        doorbell.publishEvent(new WorkWaits());
    }
}
