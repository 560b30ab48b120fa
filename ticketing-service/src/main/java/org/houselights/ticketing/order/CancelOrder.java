package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.houselights.messaging.Outbox;
import org.houselights.ticketing.presale.LockPresale;
import org.houselights.ticketing.presale.Presale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cancels an order that isn't charged yet; its places are free again at once. */
@Component
class CancelOrder {

    private final LockPresale lockPresale;
    private final Orders orders;
    private final CardsToForget cards;
    private final Outbox outbox;
    private final UnguessableCodes codes;
    private final Clock clock;

    CancelOrder(
            LockPresale lockPresale,
            Orders orders,
            CardsToForget cards,
            Outbox outbox,
            UnguessableCodes codes,
            Clock clock) {
        this.lockPresale = lockPresale;
        this.orders = orders;
        this.cards = cards;
        this.outbox = outbox;
        this.codes = codes;
        this.clock = clock;
    }

    @Transactional
    void cancel(UUID screeningId, UUID orderId) {
        Instant now = clock.instant();
        Presale presale = lockPresale.lock(screeningId);
        Order order = orders.lock(orderId).orElseThrow();
        order.requireUncharged("cancelled");
        presale.letGo(order.places(), order.amount());
        cards.add(order.card(), now);
        outbox.append(order.cancel(presale, codes, now));
    }
}
