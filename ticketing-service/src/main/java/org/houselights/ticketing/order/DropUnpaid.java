package org.houselights.ticketing.order;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.houselights.messaging.Outbox;
import org.houselights.ticketing.presale.LockPresale;
import org.houselights.ticketing.presale.Presale;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cure period is over and the screening goes ahead: whoever still hasn't paid gives the seats up. */
@Component
class DropUnpaid {

    private static final int AT_ONCE = 100;

    private final LockPresale lockPresale;
    private final Orders orders;
    private final CardsToForget cards;
    private final Outbox outbox;
    private final UnguessableCodes codes;
    private final Clock clock;

    DropUnpaid(
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
    void drop(UUID screeningId) {
        Presale presale = lockPresale.lock(screeningId);
        if (presale.status().succeeded()) {
            orders.idsIn(screeningId, EnumSet.of(OrderStatus.PAYMENT_FAILED), PageRequest.of(0, AT_ONCE))
                    .forEach(id -> drop(presale, orders.lock(id).orElseThrow(), clock.instant()));
        }
    }

    private void drop(Presale presale, Order order, Instant now) {
        presale.letGo(order.places(), order.amount());
        cards.add(order.card(), now);
        outbox.append(order.drop(presale, codes, now));
    }
}
