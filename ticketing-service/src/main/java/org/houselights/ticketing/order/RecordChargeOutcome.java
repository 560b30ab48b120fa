package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.houselights.messaging.Outbox;
import org.houselights.ticketing.payment.ChargeOutcome;
import org.houselights.ticketing.payment.PaymentsDue;
import org.houselights.ticketing.presale.LockPresale;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.WorkWaits;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what became of a charge, once: an attempt that is decided stays so. Money that arrives after the pre-sale ended
 * goes back.
 */
@Component
public class RecordChargeOutcome {

    private final LockPresale lockPresale;
    private final Orders orders;
    private final Charges charges;
    private final Refunds refunds;
    private final CardsToForget cards;
    private final Outbox outbox;
    private final UnguessableCodes codes;
    private final OrderSettings settings;
    private final ApplicationEventPublisher doorbell;
    private final Clock clock;

    RecordChargeOutcome(
            LockPresale lockPresale,
            Orders orders,
            Charges charges,
            Refunds refunds,
            CardsToForget cards,
            Outbox outbox,
            UnguessableCodes codes,
            OrderSettings settings,
            ApplicationEventPublisher doorbell,
            Clock clock) {
        this.lockPresale = lockPresale;
        this.orders = orders;
        this.charges = charges;
        this.refunds = refunds;
        this.cards = cards;
        this.outbox = outbox;
        this.codes = codes;
        this.settings = settings;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    @Transactional
    public void record(UUID screeningId, UUID orderId, int attempt, ChargeOutcome outcome) {
        Presale presale = lockPresale.lock(screeningId);
        orders.lock(orderId)
                .filter(order -> order.isBeingCharged(attempt))
                .ifPresent(order -> record(presale, order, outcome, clock.instant()));
    }

    private void record(Presale presale, Order order, ChargeOutcome outcome, Instant now) {
        switch (outcome) {
            case ChargeOutcome.Succeeded succeeded -> succeed(presale, order, succeeded.reference(), now);
            case ChargeOutcome.Declined declined -> decline(presale, order, declined, now);
            case ChargeOutcome.Unknown _ -> order.askAgain(now.plus(settings.askAgainAfter()));
        }
    }

    private void succeed(Presale presale, Order order, String reference, Instant now) {
        charges.succeeded(order.id(), order.attempt(), reference, now);
        cards.add(order.card(), now);
        if (presale.status().collects()) {
            collect(presale, order, now);
        } else {
            presale.letGo(order.places(), order.amount());
            order.startRefund(now);
            refunds.intend(order.id(), now);
            doorbell.publishEvent(new PaymentsDue());
        }
    }

    private void collect(Presale presale, Order order, Instant now) {
        var secured = presale.collect(order.places(), order.amount(), now);
        outbox.append(order.pay(presale, codes, now));
        secured.ifPresent(outbox::append);
        doorbell.publishEvent(new WorkWaits());
    }

    private void decline(Presale presale, Order order, ChargeOutcome.Declined declined, Instant now) {
        charges.declined(order.id(), order.attempt(), declined.reason(), now);
        if (presale.status().collects() && !order.wasBought()) {
            Instant retryAt = declined.needsAction()
                    ? null
                    : order.nextPause(settings.retryAfter()).map(now::plus).orElse(null);
            outbox.append(order.fail(declined.reason(), retryAt, presale, codes, now));
        } else {
            presale.letGo(order.places(), order.amount());
            cards.add(order.card(), now);
            outbox.append(
                    presale.status().collects()
                            ? order.declinePurchase(declined.reason(), presale, codes, now)
                            : order.release(presale, codes, now));
        }
    }
}
