package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.houselights.messaging.Outbox;
import org.houselights.ticketing.presale.DecideOnPresale;
import org.houselights.ticketing.presale.Presale;
import org.springframework.stereotype.Component;

/** Cancels an order that isn't charged yet; its places are free again at once. */
@Component
public class CancelOrder {

    private final DecideOnPresale presales;
    private final Orders orders;
    private final CardsToForget cards;
    private final Outbox outbox;
    private final UnguessableCodes codes;
    private final Clock clock;

    CancelOrder(
            DecideOnPresale presales,
            Orders orders,
            CardsToForget cards,
            Outbox outbox,
            UnguessableCodes codes,
            Clock clock) {
        this.presales = presales;
        this.orders = orders;
        this.cards = cards;
        this.outbox = outbox;
        this.codes = codes;
        this.clock = clock;
    }

    public void cancel(UUID screeningId, UUID orderId) {
        presales.carryOut(screeningId, presale -> cancel(presale, orderId));
    }

    private void cancel(Presale presale, UUID orderId) {
        Instant now = clock.instant();
        Order order = orders.lock(orderId).orElseThrow();
        order.requireUncharged();
        presale.letGo(order.places(), order.amount());
        cards.add(order.card(), now);
        outbox.append(order.cancel(presale, codes, now));
    }
}
