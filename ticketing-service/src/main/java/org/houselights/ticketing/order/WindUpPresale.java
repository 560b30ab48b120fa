package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.houselights.messaging.Outbox;
import org.houselights.ticketing.payment.PaymentsDue;
import org.houselights.ticketing.presale.LockPresale;
import org.houselights.ticketing.presale.Presale;
import org.houselights.ticketing.presale.PresaleStatus;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the orders of a pre-sale that ended to their own end, some at a time: whoever wasn't charged is released, whoever
 * was gets the money back. A pre-sale that was short is missed once nobody is left; a refund
 * that the provider refuses is an operator's, and holds nobody up.
 */
@Component
class WindUpPresale {

    private static final int AT_ONCE = 100;
    private static final Set<OrderStatus> ENDING =
            EnumSet.of(OrderStatus.PLEDGED, OrderStatus.PAYMENT_FAILED, OrderStatus.PAID, OrderStatus.TICKETED);

    private final LockPresale lockPresale;
    private final Orders orders;
    private final Refunds refunds;
    private final CardsToForget cards;
    private final Outbox outbox;
    private final UnguessableCodes codes;
    private final ApplicationEventPublisher doorbell;
    private final Clock clock;

    WindUpPresale(
            LockPresale lockPresale,
            Orders orders,
            Refunds refunds,
            CardsToForget cards,
            Outbox outbox,
            UnguessableCodes codes,
            ApplicationEventPublisher doorbell,
            Clock clock) {
        this.lockPresale = lockPresale;
        this.orders = orders;
        this.refunds = refunds;
        this.cards = cards;
        this.outbox = outbox;
        this.codes = codes;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    /** @return whether there is more to do at once */
    @Transactional
    boolean windUp(UUID screeningId) {
        Instant now = clock.instant();
        Presale presale = lockPresale.lock(screeningId);
        List<UUID> ids = orders.idsIn(screeningId, ENDING, PageRequest.of(0, AT_ONCE));
        ids.forEach(id -> end(presale, orders.lock(id).orElseThrow(), now));
        if (ids.isEmpty()) {
            finish(presale, now);
        }
        return !ids.isEmpty();
    }

    private void end(Presale presale, Order order, Instant now) {
        if (order.status().holds()) {
            presale.letGo(order.places(), order.amount());
            cards.add(order.card(), now);
            outbox.append(order.release(presale, codes, now));
        } else if (order.amount().minorUnits() == 0) {
            presale.giveBack(order.places(), order.amount());
            outbox.append(order.release(presale, codes, now));
        } else {
            presale.giveBack(order.places(), order.amount());
            order.startRefund(now);
            refunds.intend(order.id(), now);
            doorbell.publishEvent(new PaymentsDue());
        }
    }

    private void finish(Presale presale, Instant now) {
        boolean waiting = orders.existsByScreeningIdAndStatus(presale.screeningId(), OrderStatus.CHARGING)
                || refunds.areDue(presale.screeningId());
        if (presale.status() != PresaleStatus.SHORT) {
            presale.woundUp();
        } else if (!waiting) {
            outbox.append(presale.refunded(now));
        }
    }
}
